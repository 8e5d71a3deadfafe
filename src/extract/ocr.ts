// Character recognition of one picture: by the `tesseract` program when it is on the path with Thai data, else by the
// optional packages tesseract.js and @tesseract.js-data/tha. Local files only; one picture at a time; must be closed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { OcrAnswer, OcrThreadData } from './ocr-thread.ts';

export type OcrMode = 'auto' | 'never' | 'always';

export interface Ocr {
  /** Which engine, for `doctor` and cache keys. */
  readonly engine: 'tesseract' | 'tesseract.js';
  /** Text of a picture (PNG, JPEG …); undefined when it failed or took longer than `deadlineMs`. */
  recognise(picture: Uint8Array, deadlineMs: number): Promise<string | undefined>;
  close(): Promise<void>;
}

/** The engine this machine offers, or undefined. `program: false` leaves the `tesseract` program out of account. */
export async function findOcr(options: { readonly program?: boolean } = {}): Promise<Ocr | undefined> {
  if (options.program !== false && (await programLanguages()).includes('tha')) return programOcr();
  const data = thaiData();
  return data === undefined ? undefined : packageOcr(data);
}

const parameters = { tessedit_pageseg_mode: '3', preserve_interword_spaces: '1', debug_file: '/dev/null' } as const;

/** Languages of the program on the path; empty without the program. */
function programLanguages(): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const child = spawn('tesseract', ['--list-langs'], { stdio: ['ignore', 'pipe', 'pipe'], timeout: 5_000 });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.resume();
    child.on('error', () => resolve([]));
    child.on('close', () => resolve(output.split(/\s+/)));
  });
}

function programOcr(): Ocr {
  const turn = pLimit(1);
  const recogniseOne = (picture: Uint8Array, deadlineMs: number) =>
    new Promise<string | undefined>((resolve) => {
      const settings = Object.entries(parameters).flatMap(([name, value]) =>
        name === 'tessedit_pageseg_mode' ? ['--psm', value] : ['-c', `${name}=${value}`],
      );
      const child = spawn('tesseract', ['stdin', 'stdout', '-l', 'tha', ...settings], {
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: deadlineMs,
      });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.on('error', () => resolve(undefined));
      child.on('close', (status) => resolve(status === 0 ? Buffer.concat(chunks).toString('utf8') : undefined));
      child.stdin.on('error', () => {});
      child.stdin.end(picture);
    });
  return {
    engine: 'tesseract',
    recognise: (picture, deadlineMs) => turn(() => recogniseOne(picture, deadlineMs)),
    close: async () => {},
  };
}

/** Folder of the Thai model, when both packages are installed. */
function thaiData(): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    require.resolve('tesseract.js');
    const folder = `${dirname(require.resolve('@tesseract.js-data/tha/package.json'))}/4.0.0_best_int`;
    return existsSync(`${folder}/tha.traineddata.gz`) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function packageOcr(langPath: string): Ocr {
  const turn = pLimit(1);
  let thread: Worker | undefined;
  const start = (): Worker => {
    const file = new URL(import.meta.url.endsWith('.ts') ? './ocr-thread.ts' : './ocr-thread.js', import.meta.url);
    const workerData: OcrThreadData = { langPath, parameters };
    const created = new Worker(file, { workerData, stdout: true, stderr: true });
    // The engine prints remarks about every picture; they are nobody's business.
    created.stdout.resume();
    created.stderr.resume();
    created.unref();
    return created;
  };
  const stop = async () => {
    const running = thread;
    thread = undefined;
    await running?.terminate();
  };
  const recogniseOne = async (picture: Uint8Array, deadlineMs: number): Promise<string | undefined> => {
    thread ??= start();
    const running = thread;
    running.ref();
    const answer = await new Promise<OcrAnswer | 'stopped'>((resolve) => {
      const settle = (result: OcrAnswer | 'stopped') => {
        clearTimeout(timer);
        running.off('message', settle);
        running.off('error', onStop);
        running.off('exit', onStop);
        resolve(result);
      };
      const onStop = () => settle('stopped');
      const timer = setTimeout(onStop, deadlineMs);
      running.on('message', settle);
      running.on('error', onStop);
      running.on('exit', onStop);
      running.postMessage(picture);
    });
    running.unref();
    if (answer === 'stopped') {
      await stop();
      return undefined;
    }
    return answer.text;
  };
  return {
    engine: 'tesseract.js',
    recognise: (picture, deadlineMs) => turn(() => recogniseOne(picture, deadlineMs)),
    close: stop,
  };
}
