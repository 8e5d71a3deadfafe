// Character recognition of one picture: by the `tesseract` program when it is on the path with Thai data, else by the
// optional packages tesseract.js and @tesseract.js-data/tha. Local files only; one picture at a time; must be closed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import pLimit from 'p-limit';

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

interface TesseractWorker {
  setParameters(settings: Record<string, string>): Promise<unknown>;
  recognize(picture: Uint8Array): Promise<{ data: { text: string } }>;
  terminate(): Promise<unknown>;
}

function packageOcr(langPath: string): Ocr {
  const turn = pLimit(1);
  let worker: Promise<TesseractWorker> | undefined;
  const start = async (): Promise<TesseractWorker> => {
    const { createWorker } = createRequire(import.meta.url)('tesseract.js') as {
      createWorker(language: string, mode: number, options: object): Promise<TesseractWorker>;
    };
    const lstmOnly = 1;
    const created = await createWorker('tha', lstmOnly, {
      langPath,
      cacheMethod: 'none',
      gzip: true,
      logger: () => {},
      errorHandler: () => {},
    });
    await created.setParameters(parameters);
    return created;
  };
  const stop = async () => {
    const running = worker;
    worker = undefined;
    await running?.then((one) => one.terminate()).catch(() => {});
  };
  const recogniseOne = async (picture: Uint8Array, deadlineMs: number): Promise<string | undefined> => {
    worker ??= start();
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), deadlineMs);
      });
      const text = worker.then((one) => one.recognize(Buffer.from(picture))).then(({ data }) => data.text);
      text.catch(() => {});
      const result = await Promise.race([text, late]);
      if (result === undefined) await stop();
      return result;
    } catch {
      await stop();
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    engine: 'tesseract.js',
    recognise: (picture, deadlineMs) => turn(() => recogniseOne(picture, deadlineMs)),
    close: stop,
  };
}
