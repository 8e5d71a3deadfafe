// Loads the PDF engine (PDFium as WebAssembly) with its memory capped, and gives the few raw calls the extractor needs.
// Runs in a worker; holds no document. An engine that aborted must be thrown away (`createPdfium` again).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Raw exports: every argument and result is a number (pointers, ints, doubles); no marshalling. */
export type PdfiumCalls = Readonly<Record<string, (...args: number[]) => number>>;

export interface Pdfium {
  readonly calls: PdfiumCalls;
  /** Views over the current memory: fetch anew after any call that may allocate. */
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Copies bytes in; the caller frees. 0 when memory is exhausted. */
  put(bytes: Uint8Array): number;
  free(pointer: number): void;
  /** A C string that lives as long as the engine (cached). */
  cString(text: string): number;
}

interface PdfiumRuntime {
  readonly pdfium: { readonly wasmExports: Record<string, unknown> };
  readonly PDFiumExt_Init: () => void;
}

/** Instantiates the engine. `maxPages`: limit of its memory in 64 KiB pages. */
export async function createPdfium(maxPages: number): Promise<Pdfium> {
  const { init } = (await import('@embedpdf/pdfium')) as unknown as {
    init(options: object): Promise<PdfiumRuntime>;
  };
  const runtime = await init({ wasmBinary: cappedBinary(maxPages), print: () => {}, printErr: () => {} });
  runtime.PDFiumExt_Init();
  const calls = runtime.pdfium.wasmExports as unknown as PdfiumCalls;
  const memory = (runtime.pdfium.wasmExports as { memory: Pdfium['memory'] }).memory;
  const strings = new Map<string, number>();
  const put = (bytes: Uint8Array): number => {
    const pointer = calls.malloc!(bytes.length || 1);
    if (pointer !== 0) new Uint8Array(memory.buffer).set(bytes, pointer);
    return pointer;
  };
  return {
    calls,
    memory,
    put,
    free: (pointer) => {
      calls.free!(pointer);
    },
    cString: (text) => {
      const known = strings.get(text);
      if (known !== undefined) return known;
      const pointer = put(Buffer.from(`${text}\0`, 'latin1'));
      strings.set(text, pointer);
      return pointer;
    },
  };
}

let binary: Uint8Array | undefined;

/** The engine's bytes with the maximum of its memory section lowered, so that a bomb aborts instead of growing. */
function cappedBinary(maxPages: number): Uint8Array {
  if (!binary) {
    const require = createRequire(import.meta.url);
    binary = new Uint8Array(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')));
  }
  return capMemory(binary.slice(), maxPages);
}

/**
 * Lowers the maximum in a WebAssembly binary's memory section, in place (same number of LEB128 bytes).
 * Throws when the binary has no memory section with a maximum: then the cap cannot be kept and nothing may run.
 */
export function capMemory(wasm: Uint8Array, maxPages: number): Uint8Array {
  let at = 8;
  const leb = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) return value >>> 0;
    }
  };
  while (at < wasm.length) {
    const id = wasm[at++];
    const end = leb() + at;
    if (id === 5) {
      const count = leb();
      const flags = leb();
      if (count !== 1 || (flags & 1) === 0) break;
      leb();
      const maximumAt = at;
      const maximum = leb();
      if (maximum > maxPages) {
        const length = at - maximumAt;
        for (let index = 0, rest = maxPages; index < length; index++, rest >>>= 7) {
          wasm[maximumAt + index] = (rest & 0x7f) | (index < length - 1 ? 0x80 : 0);
        }
      }
      return wasm;
    }
    at = end;
  }
  throw new Error('PDF engine: no memory section with a maximum');
}
