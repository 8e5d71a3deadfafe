// Reads a PDF into segments page by page within limits; says what it could not read. Runs in a worker (the engine is
// synchronous and may abort); never throws for a bad document.
import type { Damage, DamageKind, DocumentText, ExtractFailure, UnreadEntry } from '../model/document.ts';
import { documentName } from './document-name.ts';
import type { DocumentLimits } from './limits.ts';
import { type LaidOutPage, layOutPage } from './pdf-layout.ts';
import { type PdfMemory, readPdfPage } from './pdf-page.ts';
import { type NumberedPage, segmentPages } from './pdf-segments.ts';
import { joinSheets } from './pdf-sheet-join.ts';
import type { Pdfium } from './pdfium.ts';
import { pageText, textQuality } from './text-quality.ts';

export interface PdfRequest {
  readonly body: Uint8Array;
  readonly limits: DocumentLimits;
  /** First page to read (1-based) and how many; all by default. */
  readonly from?: number;
  readonly count?: number;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

export type PdfOutcome =
  | {
      readonly ok: true;
      readonly text: DocumentText;
      /** Pages (1-based) without readable text that show an image, and pages whose text layer is junk. */
      readonly imagePages: readonly number[];
      readonly garbledPages: readonly number[];
      /** Pages with readable text that show more writing than that, in pictures or as curves. */
      readonly picturedPages: readonly number[];
    }
  | { readonly ok: false; readonly failure: ExtractFailure };

/** Page with less visible text than this, and an image, is an image. */
export const minimumPageText = 20;

export function extractPdf(engine: Pdfium, request: PdfRequest): PdfOutcome {
  const { calls } = engine;
  const { body, limits } = request;
  const started = request.now();
  let pointer = engine.put(body);
  if (pointer === 0) return failed('too-large', 'PDF engine: out of memory');
  let document = calls.FPDF_LoadMemDocument!(pointer, body.length, 0);
  if (document === 0 && calls.FPDF_GetLastError!() === corruptFile) {
    const mended = withTrailer(body);
    if (mended) {
      engine.free(pointer);
      pointer = engine.put(mended);
      document = calls.FPDF_LoadMemDocument!(pointer, mended.length, 0);
    }
  }
  try {
    if (document === 0) return openFailure(calls.FPDF_GetLastError!());
    const total = calls.FPDF_GetPageCount!(document);
    if (total === 0) return failed('corrupt', 'no pages');
    const from = Math.max(1, request.from ?? 1);
    const last = Math.min(total, from - 1 + (request.count ?? total), from - 1 + limits.pdfPages);
    const damage: Damage[] = [];
    const note = (kind: DamageKind, detail: string): void => void damage.push({ kind, detail });
    if (!endsProperly(body)) note('broken', 'file ends early: later pages may be missing');
    const pages: NumberedPage[] = [];
    const imagePages: number[] = [];
    const garbledPages: number[] = [];
    const picturedPages: number[] = [];
    const titlePages: number[] = [];
    const recognisedPages: number[] = [];
    const unreadable: number[] = [];
    let characters = 0;
    let decodedLatin = false;
    let lostMarks = 0;
    const memory: PdfMemory = { lost: new Map(), drawn: { count: 0, more: 0 } };
    let number = from;
    for (; number <= last; number++) {
      if (request.now() - started > limits.baseMs + limits.perPdfPageMs * (last - from + 1)) {
        note('cut', `time limit reached after page ${number - 1}`);
        break;
      }
      if (characters > limits.characters) {
        note('cut', `text limit reached after page ${number - 1}`);
        break;
      }
      const read = readPdfPage(engine, document, number - 1, limits, memory);
      if (!read) {
        unreadable.push(number);
        continue;
      }
      const page = layOutPage(read);
      if (page.cut) note('unread', `page ${number} has too many objects and was read in part`);
      if (isImage(page)) imagePages.push(number);
      else if (isGarbled(page)) garbledPages.push(number);
      else if (shareUntold(page) > mostUntold) picturedPages.push(number);
      else if (page.shownMore !== 'nothing') (page.shownMore === 'text' ? picturedPages : titlePages).push(number);
      if (page.recognised && page.characters >= minimumPageText) recognisedPages.push(number);
      decodedLatin ||= page.decodedLatin;
      lostMarks += page.lostMarks;
      characters += page.characters;
      pages.push({ number, page });
    }
    addGarbledNeighbours(pages, garbledPages);
    if (unreadable.length > 0) note('unread', `pages not readable: ${ranges(unreadable)}`);
    if (imagePages.length > 0) note('unread', `pages that are images without text: ${ranges(imagePages)}`);
    if (picturedPages.length > 0)
      note('unread', `pages that in part are images without text: ${ranges(picturedPages)}`);
    if (titlePages.length > 0) note('title-unread', 'the title may stand in a picture: page 1');
    if (garbledPages.length > 0) note('unread', `pages whose text layer is garbled: ${ranges(garbledPages)}`);
    if (recognisedPages.length > 0)
      note('guessed', `pages whose text another program recognised in their pictures: ${ranges(recognisedPages)}`);
    if (lostMarks > 0) note('letters', `${lostMarks} marks above or below letters have no character in the file`);
    if (decodedLatin) note('letters', 'Thai stored as Latin-1 letters was decoded');
    if (last - from + 1 < total && request.count === undefined && from === 1)
      note('cut', `only the first ${last} of ${total} pages were read`);
    if (pages.length === 0) {
      return number > from && unreadable.length > 0
        ? failed('corrupt', `no page could be read: ${ranges(unreadable)}`)
        : failed('timed-out', 'no page read in time');
    }
    // Its pages say that another program should open it.
    if (calls.FPDF_GetFormType!(document) === dynamicForm && total === 1 && pages[0]!.page.characters < mostOfShell)
      return failed('unsupported', 'a form that only its own program fills the pages of (XFA)');
    const unread = attachments(engine, document);
    const title = metaText(engine, document, 'Title');
    const again = (number: number) => {
      const late = request.now() - started > limits.baseMs + limits.perPdfPageMs * (last - from + 1);
      const fresh: PdfMemory = { lost: memory.lost, drawn: { count: 0, more: 0 } };
      return late ? undefined : readPdfPage(engine, document, number - 1, limits, fresh);
    };
    const { segments, links } = segmentPages(joinSheets(pages, again));
    return {
      ok: true,
      text: {
        media: 'pdf',
        ...(title === '' ? {} : { title }),
        segments,
        links,
        pageCount: total,
        pagesRead: pages.length,
        source: 'text',
        damage,
        ...(unread.length > 0 ? { unread } : {}),
      },
      imagePages,
      garbledPages,
      picturedPages: [...titlePages, ...picturedPages],
    };
  } finally {
    if (document !== 0) calls.FPDF_CloseDocument!(document);
    engine.free(pointer);
  }
}

/** A picture, or letters drawn as curves, beside next to no text: a page number, or what a scanning program leaves on its pages. */
function isImage(page: LaidOutPage): boolean {
  const { characters, images, shownMore } = page;
  const showsMore = shownMore === 'text';
  if (characters < minimumPageText) return images > 0 || showsMore;
  return showsMore && characters < mostOfMark && thaiLetters(pageText(page)) < minimumPageText;
}
const mostOfMark = 100;

/** Junk in place of letters, or letters that are drawn and not told. */
function isGarbled(page: LaidOutPage): boolean {
  const { characters } = page;
  if (shareUntold(page) > halfUntold) return true;
  return characters >= minimumPageText && textQuality(pageText(page)) === 'garbled';
}
const [fewestUntold, mostUntold, halfUntold] = [8, 0.15, 0.5];

const shareUntold = ({ characters, untold }: LaidOutPage): number =>
  untold < fewestUntold ? 0 : untold / (characters + untold);

const thaiLetters = (text: string): number => text.match(/[\u0e01-\u0e5b]/g)?.length ?? 0;

/** PDFium's kind of form whose pages are made as it is opened (fpdf_formfill.h), and the letters of what asks to wait for that. */
const dynamicForm = 2;
const mostOfShell = 1_000;

/** Documents carried within the file (a portfolio, files pinned to it), which its pages do not show. */
function attachments(engine: Pdfium, document: number): UnreadEntry[] {
  const { calls } = engine;
  const found: UnreadEntry[] = [];
  const count = Math.min(calls.FPDFDoc_GetAttachmentCount!(document), mostAttachments);
  for (let at = 0; at < count; at++) {
    const attachment = calls.FPDFDoc_GetAttachment!(document, at);
    if (attachment === 0) continue;
    const entry = utf16(engine, (buffer, length) => calls.FPDFAttachment_GetName!(attachment, buffer, length));
    if (documentName.test(entry)) found.push({ entry, code: 'unsupported' });
  }
  return found;
}
const mostAttachments = 100;

/** Where most pages are garbled, pages too short to tell that show no Thai are garbled too. */
function addGarbledNeighbours(pages: readonly NumberedPage[], garbledPages: number[]): void {
  const withText = pages.filter(({ page }) => page.characters >= minimumPageText);
  if (garbledPages.length === 0 || garbledPages.length < withText.length * 0.5) return;
  for (const { number, page } of withText) {
    const text = pageText(page);
    if (thaiLetters(text) < text.length * 0.1 && !garbledPages.includes(number)) garbledPages.push(number);
  }
  garbledPages.sort((a, b) => a - b);
}

function failed(code: ExtractFailure['code'], detail: string): PdfOutcome {
  return { ok: false, failure: { code, detail, media: 'pdf' } };
}

const corruptFile = 3;

/**
 * A file cut off before its trailer names no root, and the engine gives up. Where the catalog is still there in plain
 * text, a cross-reference table made of the objects found lets it read what is left.
 */
function withTrailer(body: Uint8Array): Buffer | undefined {
  const text = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 64 * 1024 * 1024)).toString('latin1');
  const offsets = new Map<number, number>();
  let root = '';
  for (const match of text.matchAll(/(?:^|[\r\n\s])(\d{1,7}) (\d{1,5}) obj\b/g)) {
    const number = Number(match[1]);
    offsets.set(number, match.index + match[0].indexOf(match[1]!));
    if (/\/Type\s*\/Catalog\b/.test(text.slice(match.index, match.index + 500).split('endobj')[0]!))
      root = `${match[1]} ${match[2]} R`;
  }
  if (root === '' || offsets.size > 500_000) return undefined;
  const table = [...offsets]
    .sort(([a], [b]) => a - b)
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const start = body.length + '\nendstream\nendobj\n'.length;
  const tail = `\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \n${table.join('')}trailer\n<</Size ${Math.max(...offsets.keys()) + 1}/Root ${root}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(tail, 'latin1')]);
}

/** PDFium's error codes (fpdfview.h): 3 not a PDF or corrupt, 4 password, 5 unsupported security handler. */
function openFailure(error: number): PdfOutcome {
  if (error === 4) return failed('encrypted', 'a password is needed to open it');
  if (error === 5) return failed('encrypted', 'unsupported security handler');
  return failed('corrupt', `PDF engine error ${error}`);
}

function endsProperly(body: Uint8Array): boolean {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).subarray(-2048).includes('%%EOF');
}

function metaText(engine: Pdfium, document: number, key: string): string {
  const name = engine.cString(key);
  return utf16(engine, (buffer, length) => engine.calls.FPDF_GetMetaText!(document, name, buffer, length));
}

/** Text of a call that tells its length in bytes without a buffer, and fills one. */
function utf16({ calls, memory, free }: Pdfium, call: (buffer: number, length: number) => number): string {
  const length = Math.min(call(0, 0), 2_000);
  if (length <= 2) return '';
  const buffer = calls.malloc!(length);
  call(buffer, length);
  const text = Buffer.from(memory.buffer, buffer, length - 2).toString('utf16le');
  free(buffer);
  return text.replace(/\0/g, '').replace(/\s+/g, ' ').trim();
}

/** `1, 3–5`. */
export function ranges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let start = 0; start < numbers.length; ) {
    let end = start;
    while (end + 1 < numbers.length && numbers[end + 1] === numbers[end]! + 1) end++;
    parts.push(end === start ? `${numbers[start]}` : `${numbers[start]}–${numbers[end]}`);
    start = end + 1;
  }
  return parts.join(', ');
}
