// Thread that runs tesseract.js, apart so that what its engine prints goes nowhere and it can be stopped at any time.
// Answers each picture with its text.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

interface TesseractWorker {
  setParameters(settings: Record<string, string>): Promise<unknown>;
  recognize(picture: Uint8Array): Promise<{ data: { text: string } }>;
}

/** `langPath`: folder of the Thai model; `parameters`: of the engine. */
export interface OcrThreadData {
  readonly langPath: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface OcrAnswer {
  /** Absent when the picture could not be read. */
  readonly text?: string;
}

const { langPath, parameters } = workerData as OcrThreadData;

async function start(): Promise<TesseractWorker> {
  const { createWorker } = createRequire(import.meta.url)('tesseract.js') as {
    createWorker(language: string, mode: number, options: object): Promise<TesseractWorker>;
  };
  const lstmOnly = 1;
  const worker = await createWorker('tha', lstmOnly, {
    langPath,
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => {},
  });
  await worker.setParameters({ ...parameters });
  return worker;
}

const engine = start();
engine.catch(() => {});
parentPort?.on('message', async (picture: Uint8Array) => {
  let answer: OcrAnswer = {};
  try {
    answer = { text: (await (await engine).recognize(Buffer.from(picture))).data.text };
  } catch {
    // No text: the answer says so.
  }
  parentPort?.postMessage(answer);
});
