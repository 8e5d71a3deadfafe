// Reads any response body into text: kind by bytes, then the reader for that kind; documents in worker threads with a
// deadline. Never throws for a bad document, never lets one take the process down. Holds worker threads: close it.
import { createHash } from 'node:crypto';
import type { DocumentText, ExtractFailureCode, MediaKind } from '../model/document.ts';
import { readArchive } from './archive.ts';
import { type ExtractionCache, isFailure } from './extraction-cache.ts';
import { extractHtml } from './html.ts';
import { type DocumentLimits, documentLimits, extractorVersion } from './limits.ts';
import { findOcr, type Ocr, type OcrMode } from './ocr.ts';
import { addRecognisedPages, addRecognisedPictures, recognisePicture } from './ocr-document.ts';
import { putLines } from './read-text.ts';
import { damageText, failed, gathered, type ReadOutcome } from './reader.ts';
import { createSegmentBuilder } from './segment-builder.ts';
import { sniffMedia } from './sniff.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

export interface ExtractSettings {
  /** Text of bytes by their evidence (fetch/decode.ts). */
  readonly decode: (body: Buffer, contentType: string) => { readonly text: string; readonly charset: string };
  /**
   * Default `auto`: pictures and pages without usable text are recognised when an engine is installed, at most the first
   * six such pages of a document; `always`: the first sixty.
   */
  readonly ocr?: OcrMode;
  /** Document workers; default as many as processors, at most 4. */
  readonly workers?: number;
  readonly limits?: Partial<DocumentLimits>;
  readonly cache?: ExtractionCache;
  /** Finds the recognition engine; replaced in tests. */
  readonly findOcr?: () => Promise<Ocr | undefined>;
}

export interface ExtractHints {
  /** Address that answered: base of relative links. */
  readonly url: string;
  /** Header's media type; decides nothing but the text encoding and CSV or TXT. */
  readonly contentType: string;
  readonly fileName?: string;
  /** Hash (hex) of the body: the cache key. Computed when absent. */
  readonly sha256?: string;
  /** PDF only: read `count` pages from page `from` (1-based) instead of all. */
  readonly wantedPages?: { readonly from: number; readonly count: number };
}

export interface Extractor {
  extract(body: Buffer, hints: ExtractHints): Promise<ReadOutcome>;
  /** Whether pictures can be read here at all: an engine is installed and allowed. */
  recognises(): Promise<boolean>;
  close(): Promise<void>;
}

/** What the steps of an extraction share. */
export interface ExtractContext {
  readonly settings: ExtractSettings;
  readonly limits: DocumentLimits;
  readonly pool: WorkerPool;
  readonly ocr: () => Promise<Ocr | undefined>;
}

export function createExtractor(settings: ExtractSettings): Extractor {
  const limits: DocumentLimits = { ...documentLimits, ...settings.limits };
  const pool = createWorkerPool(limits, settings.workers);
  let engine: Promise<Ocr | undefined> | undefined;
  const ocr = () => {
    engine ??= settings.ocr === 'never' ? Promise.resolve(undefined) : (settings.findOcr ?? findOcr)();
    return engine;
  };
  const context: ExtractContext = { settings, limits, pool, ocr };
  return {
    extract: async (body, hints) => {
      const { kind } = sniffMedia(body, hints);
      // HTML is read faster than looked up, and its links depend on the address.
      if (!settings.cache || kind === 'html') return extractBody(body, hints, context, 0);
      const sha256 = hints.sha256 ?? createHash('sha256').update(body).digest('hex');
      const version = await cacheVersion(hints, context);
      const known = await settings.cache.get(sha256, version);
      if (known) return isFailure(known) ? { ok: false, failure: known } : { ok: true, text: known };
      const outcome = await extractBody(body, hints, context, 0);
      // A time-out or crash is a statement about this run, not about the document.
      if (outcome.ok) await settings.cache.put(sha256, version, outcome.text);
      else if (!transient.has(outcome.failure.code)) await settings.cache.put(sha256, version, outcome.failure);
      return outcome;
    },
    recognises: async () => (await ocr()) !== undefined,
    close: async () => {
      await pool.close();
      await (await engine)?.close();
    },
  };
}

const transient: ReadonlySet<ExtractFailureCode> = new Set(['timed-out', 'crashed']);

async function cacheVersion(
  { wantedPages, fileName, contentType }: ExtractHints,
  { ocr, settings }: ExtractContext,
): Promise<string> {
  const pages = wantedPages ? `/pages ${wantedPages.from}+${wantedPages.count}` : '';
  const table = /csv/i.test(`${contentType} ${fileName ?? ''}`) ? '/csv' : '';
  const all = settings.ocr === 'always' ? '/all' : '';
  return `${extractorVersion}/${(await ocr())?.engine ?? 'no-ocr'}${all}${table}${pages}`;
}

/** Extracts one body; `depth` counts the archives around it. */
export async function extractBody(
  body: Buffer,
  hints: ExtractHints,
  context: ExtractContext,
  depth: number,
): Promise<ReadOutcome> {
  const { limits, settings } = context;
  const { kind, encrypted, detail } = sniffMedia(body, hints);
  if (body.length === 0) return failed('unknown', 'empty', 'no bytes');
  if (encrypted) return failed(kind, 'encrypted', 'a password is needed to open it');
  const largest = limits[sizeLimits[kind]];
  if (body.length > largest) return failed(kind, 'too-large', `${body.length} bytes, at most ${largest} are read`);
  switch (kind) {
    case 'html': {
      const { text, charset } = settings.decode(body, hints.contentType);
      if (text.length <= limits.inProcessHtml)
        return { ok: true, text: { ...extractHtml(text, hints.url, { charset }), charset } };
      return withCharset(await readInWorker(kind, Buffer.alloc(0), hints, context, { text, charset }), charset);
    }
    case 'txt': {
      const { text, charset } = settings.decode(body, hints.contentType);
      const builder = createSegmentBuilder(limits);
      putLines(text, builder);
      const read = gathered(kind, builder);
      return read.ok ? notEmpty({ ...read.text, charset }) : read;
    }
    case 'csv': {
      const { text, charset } = settings.decode(body, hints.contentType);
      return withCharset(await readInWorker(kind, Buffer.alloc(0), hints, context, { text, charset }), charset);
    }
    case 'pdf':
    case 'docx':
    case 'doc':
    case 'xlsx':
    case 'xls':
    case 'ods':
    case 'pptx':
    case 'odt':
    case 'odp':
    case 'rtf':
      return readInWorker(kind, body, hints, context);
    case 'image':
      return recognisePicture(body, detail ?? 'image', context);
    case 'zip':
      return readArchive(body, hints, context, depth, extractBody);
    case 'unknown':
      return failed(kind, 'unsupported', detail ?? 'unknown bytes');
  }
}

const sizeLimits: Readonly<Record<MediaKind, keyof DocumentLimits>> = {
  html: 'textBytes',
  pdf: 'pdfBytes',
  docx: 'officeBytes',
  doc: 'officeBytes',
  xlsx: 'officeBytes',
  xls: 'officeBytes',
  ods: 'officeBytes',
  csv: 'textBytes',
  pptx: 'officeBytes',
  odt: 'officeBytes',
  odp: 'officeBytes',
  rtf: 'officeBytes',
  txt: 'textBytes',
  image: 'imageBytes',
  zip: 'zipBytes',
  unknown: 'zipBytes',
};

async function readInWorker(
  media: MediaKind,
  body: Buffer,
  hints: ExtractHints,
  context: ExtractContext,
  decoded: { readonly text?: string; readonly charset?: string } = {},
): Promise<ReadOutcome> {
  const { limits, pool } = context;
  const { url, wantedPages } = hints;
  const pages = media === 'pdf' ? Math.min(limits.pdfPages, wantedPages?.count ?? Math.ceil(body.length / 2_000)) : 0;
  const answer = await pool.run(
    { task: 'read', media, body, url, limits, ...decoded, ...(wantedPages ?? {}) },
    (media === 'pdf' ? limits.baseMs + pages * limits.perPdfPageMs : Math.max(limits.baseMs, limits.officeMs)) +
      limits.graceMs,
  );
  if ('stopped' in answer) return failed(media, answer.stopped, answer.detail);
  if (!answer.ok) return answer;
  if (answer.kind !== 'text') return failed(media, 'crashed', `unexpected answer ${answer.kind}`);
  if (answer.pictures !== undefined) return addRecognisedPictures(answer.text, answer.pictures, context);
  if (answer.imagePages.length + answer.garbledPages.length + answer.picturedPages.length > 0)
    return addRecognisedPages(body, answer, context);
  return notEmpty(answer.text);
}

function notEmpty(text: DocumentText): ReadOutcome {
  if (text.segments.some((segment) => segment.text !== '')) return { ok: true, text };
  // Nothing on the wanted pages is an answer; nothing in the whole document is a failure.
  if (text.pageCount !== undefined && text.pagesRead !== undefined && text.pagesRead < text.pageCount)
    return { ok: true, text };
  return failed(text.media, 'empty', ['no text', ...text.damage.map(damageText)].join('; '));
}

function withCharset(outcome: ReadOutcome, charset: string): ReadOutcome {
  return outcome.ok ? { ok: true, text: { ...outcome.text, charset } } : outcome;
}
