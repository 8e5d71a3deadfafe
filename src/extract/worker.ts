// Entry of the document workers: one task at a time, each answered with plain data. Never throws for a bad document.
// Holds one PDF engine and throws it away when it aborted or grew large.
import type { Damage, DocumentText, ExtractFailure, MediaKind } from '../model/document.ts';
import type { DocumentLimits } from './limits.ts';
import type { PdfOutcome } from './pdf.ts';
import type { Pdfium } from './pdfium.ts';
import { failed, type ReadOutcome } from './reader.ts';
import { readZip, type ZipEntry } from './zip-container.ts';

export type WorkerTask =
  | {
      readonly task: 'read';
      readonly media: MediaKind;
      readonly body: Uint8Array;
      readonly text?: string;
      readonly charset?: string;
      readonly url: string;
      readonly limits: DocumentLimits;
      readonly from?: number;
      readonly count?: number;
    }
  | { readonly task: 'unzip'; readonly body: Uint8Array; readonly limits: DocumentLimits }
  | {
      readonly task: 'raster';
      readonly body: Uint8Array;
      readonly page: number;
      readonly dpi: number;
      readonly limits: DocumentLimits;
    };

export type WorkerAnswer =
  | {
      readonly ok: true;
      readonly kind: 'text';
      readonly text: DocumentText;
      readonly imagePages: readonly number[];
      readonly garbledPages: readonly number[];
      readonly picturedPages: readonly number[];
      /** Office documents: pictures that may hold writing, where the text beside them is little. */
      readonly pictures?: readonly Uint8Array[];
    }
  | {
      readonly ok: true;
      readonly kind: 'entries';
      readonly entries: readonly ZipEntry[];
      readonly damage: readonly Damage[];
    }
  | { readonly ok: true; readonly kind: 'image'; readonly png: Uint8Array }
  | { readonly ok: false; readonly failure: ExtractFailure };

/** Keep an engine of at most this much memory for the next document. */
const keepEngineBytes = 96 * 1024 * 1024;
let engine: { readonly pdfium: Pdfium; readonly maxPages: number } | undefined;

export default async function run(task: WorkerTask): Promise<WorkerAnswer> {
  const body = Buffer.from(task.body.buffer, task.body.byteOffset, task.body.byteLength);
  switch (task.task) {
    case 'read': {
      if (task.media === 'pdf') return readPdf(task, body);
      const { readDocument } = await import('./read-document.ts');
      const { media, text, charset, url, limits } = task;
      const outcome = await readDocument({
        media,
        body,
        url,
        limits,
        ...(text === undefined ? {} : { text }),
        ...(charset === undefined ? {} : { charset }),
      });
      const pictures = pictured.has(media) ? await picturesBeside(outcome, body, limits) : [];
      const none = { kind: 'text', imagePages: [], garbledPages: [], picturedPages: [] } as const;
      if (outcome.ok) return { ok: true, ...none, text: outcome.text, ...(pictures.length > 0 ? { pictures } : {}) };
      if (pictures.length === 0) return outcome;
      const empty: DocumentText = { media, segments: [], links: [], source: 'text', damage: [] };
      return { ok: true, ...none, text: empty, pictures };
    }
    case 'unzip': {
      const outcome = await readZip(body, task.limits);
      if (!outcome.ok) return failed('zip', outcome.code, outcome.detail);
      return { ok: true, kind: 'entries', entries: outcome.entries, damage: outcome.damage };
    }
    case 'raster':
      return withEngine(task.limits.wasmPagesMost, async (pdfium) => {
        const { rasterPage } = await import('./pdf-raster.ts');
        const png = rasterPage(pdfium, body, task.page, task.dpi);
        return png ? { ok: true, kind: 'image', png } : failed('pdf', 'corrupt', `page ${task.page} cannot be drawn`);
      });
  }
}

/** Containers of pictures. */
const pictured: ReadonlySet<MediaKind> = new Set(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp']);
/** Letters for each picture from which a document is a text with pictures in it. */
const lettersBeside = 300;

/** Pictures of a document that is read by them: it holds little text, or none. */
async function picturesBeside(
  outcome: ReadOutcome,
  body: Buffer,
  limits: DocumentLimits,
): Promise<readonly Uint8Array[]> {
  if (!outcome.ok && outcome.failure.code !== 'image-only') return [];
  const letters = outcome.ok ? outcome.text.segments.reduce((sum, { text }) => sum + text.length, 0) : 0;
  if (letters > limits.ocrPagesAlways * lettersBeside) return [];
  const { officePictures } = await import('./office-pictures.ts');
  const pictures = await officePictures(body, limits);
  return letters < pictures.length * lettersBeside ? pictures.slice(0, limits.ocrPagesAlways) : [];
}

function readPdf(task: Extract<WorkerTask, { task: 'read' }>, body: Buffer): Promise<WorkerAnswer> {
  const { limits, from, count } = task;
  const pages = limits.wasmPages + Math.ceil((2 * body.length) / 65_536);
  return withEngine(Math.min(limits.wasmPagesMost, pages), async (pdfium) => {
    const { extractPdf } = await import('./pdf.ts');
    const outcome: PdfOutcome = extractPdf(pdfium, {
      body,
      limits,
      ...(from === undefined ? {} : { from }),
      ...(count === undefined ? {} : { count }),
      now: () => performance.now(),
    });
    if (!outcome.ok) return outcome;
    const { text, imagePages, garbledPages, picturedPages } = outcome;
    return { ok: true, kind: 'text', text, imagePages, garbledPages, picturedPages };
  });
}

/** Runs with a PDF engine of at most `maxPages` memory; an abort inside it is a failure of this document only. */
async function withEngine(maxPages: number, work: (pdfium: Pdfium) => Promise<WorkerAnswer>): Promise<WorkerAnswer> {
  const { createPdfium } = await import('./pdfium.ts');
  // Ordinary documents share an engine; one that may need more gets its own.
  const room = Math.ceil(maxPages / 512) * 512;
  try {
    if (engine?.maxPages !== room) engine = { pdfium: await createPdfium(room), maxPages: room };
    const answer = await work(engine.pdfium);
    if (engine.pdfium.memory.buffer.byteLength > keepEngineBytes) engine = undefined;
    return answer;
  } catch (error) {
    const grown = engine?.pdfium.memory.buffer.byteLength ?? 0;
    engine = undefined;
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const outOfMemory = /memory|OOM|allocation/i.test(detail) || grown > room * 65_536 * 0.8;
    return failed('pdf', outOfMemory ? 'too-large' : 'corrupt', `PDF engine stopped: ${detail}`);
  }
}
