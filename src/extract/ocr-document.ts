// Where a document needs character recognition: pages of a PDF without usable text, and pictures. Says so when no
// engine is installed; never takes recognised text for a text layer.
import type { Damage, DocumentText, Segment } from '../model/document.ts';
import type { ExtractContext } from './extractor.ts';
import type { DocumentLimits } from './limits.ts';
import type { Ocr } from './ocr.ts';
import { ocrSegments } from './ocr-segments.ts';
import { ranges } from './pdf.ts';
import { pictureSize } from './picture-size.ts';
import { failed, type ReadOutcome } from './reader.ts';

export interface ReadPdfText {
  readonly text: DocumentText;
  readonly imagePages: readonly number[];
  readonly garbledPages: readonly number[];
  readonly picturedPages: readonly number[];
}

/** Fewer characters than this are no recognised page but specks. */
const minimumRecognised = 15;
const maxPixels = 100_000_000;
/** Pixels of a side below which a picture holds no text worth the name: lines, icons, seals. */
const leastSide = 120;

/** Adds recognised pages to what was read of a PDF, in page order, or says why the document stays unreadable. */
export async function addRecognisedPages(
  body: Buffer,
  read: ReadPdfText,
  context: ExtractContext,
): Promise<ReadOutcome> {
  const { text, imagePages, garbledPages, picturedPages } = read;
  const ocr = await context.ocr();
  const poor = [...imagePages, ...garbledPages, ...picturedPages].sort((a, b) => a - b);
  const most = mostRecognised(context);
  const pages = ocr ? poor.slice(0, most) : [];
  const recognised = new Map<number, readonly Segment[]>();
  const damage: Damage[] = [];
  for (const page of pages) {
    const found = await recognisePage(body, page, ocr!, context);
    if (found) recognised.set(page, found);
    else damage.push({ kind: 'unread', detail: `page ${page} could not be recognised` });
  }
  if (ocr && poor.length > pages.length)
    damage.push({
      kind: 'cut',
      detail: `only ${pages.length} of ${poor.length} pages without text were recognised`,
    });
  if (recognised.size > 0)
    damage.push({
      kind: 'guessed',
      detail: `pages recognised from pictures (figures unreliable): ${ranges([...recognised.keys()])}`,
    });
  // What a page says beside its pictures is better read than recognised.
  const kept = text.segments.filter(
    ({ locator: { page = 0 } }) => !recognised.has(page) || picturedPages.includes(page),
  );
  const segments = merge(kept, recognised);
  const readable = kept.some(
    ({ locator }) => !garbledPages.includes(locator.page ?? 0) && !imagePages.includes(locator.page ?? 0),
  );
  if (!readable && recognised.size === 0) {
    const broken = text.damage.find(({ kind }) => kind === 'broken');
    if (broken) return { ok: false, failure: { code: 'corrupt', detail: broken.detail, media: text.media } };
    const how = ocr ? (damage[0]?.detail ?? 'nothing was recognised') : 'no recognition engine is installed or allowed';
    const failure =
      garbledPages.length > 0
        ? {
            code: 'garbled-text' as const,
            detail: `text layer of pages ${ranges(garbledPages)} is garbled; ${how}`,
            media: text.media,
          }
        : { code: 'image-only' as const, detail: `pages ${ranges(imagePages)} are images; ${how}`, media: text.media };
    return { ok: false, failure };
  }
  return {
    ok: true,
    text: { ...text, segments, source: readable ? 'text' : 'ocr', damage: [...text.damage, ...damage] },
  };
}

/** Pages or pictures of one document. */
const mostRecognised = ({ settings, limits }: ExtractContext): number =>
  settings.ocr === 'always' ? limits.ocrPagesAlways : limits.ocrPages;

/** Adds what its pictures say to what was read of an Office document, or says that they were not read. */
export async function addRecognisedPictures(
  text: DocumentText,
  pictures: readonly Uint8Array[],
  context: ExtractContext,
): Promise<ReadOutcome> {
  const { limits } = context;
  const ocr = await context.ocr();
  const most = mostRecognised(context);
  const segments = [...text.segments];
  let read = 0;
  for (const picture of ocr ? pictures.slice(0, most) : []) {
    const size = pictureSize(picture);
    if (size === undefined || size.width * size.height > maxPixels) continue;
    const found = await recognise(picture, undefined, ocr!, limits);
    if (!found) continue;
    segments.push(...found);
    read++;
  }
  const silent = !text.segments.some((segment) => segment.text !== '');
  if (silent && read === 0) return failed(text.media, 'image-only', 'the document holds pictures and no text');
  const damage = [...text.damage];
  if (read > 0) damage.push({ kind: 'guessed', detail: `${read} pictures recognised (figures unreliable)` });
  if (read < pictures.length)
    damage.push({ kind: 'unread', detail: `${pictures.length - read} pictures are images without text` });
  return { ok: true, text: { ...text, segments, source: silent ? 'ocr' : text.source, damage } };
}

async function recognisePage(
  body: Buffer,
  page: number,
  ocr: Ocr,
  { pool, limits }: ExtractContext,
): Promise<readonly Segment[] | undefined> {
  const drawn = await pool.run(
    { task: 'raster', body, page, dpi: limits.ocrDpi, limits },
    limits.baseMs + limits.graceMs,
  );
  if ('stopped' in drawn || !drawn.ok || drawn.kind !== 'image') return undefined;
  return recognise(drawn.png, page, ocr, limits);
}

async function recognise(
  picture: Uint8Array,
  page: number | undefined,
  ocr: Ocr,
  limits: DocumentLimits,
): Promise<readonly Segment[] | undefined> {
  const text = await ocr.recognise(picture, limits.ocrPageMs);
  if (text === undefined || text.replace(/\s/g, '').length < minimumRecognised) return undefined;
  return ocrSegments(text, page, limits);
}

/** Puts recognised pages between the others, by page number. */
function merge(kept: readonly Segment[], recognised: ReadonlyMap<number, readonly Segment[]>): Segment[] {
  const waiting = [...recognised].sort(([a], [b]) => a - b);
  const merged: Segment[] = [];
  for (const segment of kept) {
    while (waiting.length > 0 && waiting[0]![0] < (segment.locator.page ?? 0)) merged.push(...waiting.shift()![1]);
    merged.push(segment);
  }
  for (const [, segments] of waiting) merged.push(...segments);
  return merged;
}

/** A picture file: all it says is recognised. */
export async function recognisePicture(body: Buffer, format: string, context: ExtractContext): Promise<ReadOutcome> {
  const unreadable = (code: 'image-only' | 'too-large' | 'empty', detail: string) => failed('image', code, detail);
  const size = pictureSize(body);
  if (size !== undefined && size.width * size.height > maxPixels)
    return unreadable('too-large', `${size.width * size.height} pixels`);
  if (size !== undefined && Math.min(size.width, size.height) < leastSide)
    return unreadable('empty', `${format} picture of ${size.width} × ${size.height} pixels, too small for a text`);
  const ocr = await context.ocr();
  if (!ocr) return unreadable('image-only', `${format} picture; no recognition engine is installed or allowed`);
  const segments = await recognise(body, undefined, ocr, context.limits);
  if (!segments) return unreadable('image-only', `${format} picture in which nothing was recognised`);
  return {
    ok: true,
    text: {
      media: 'image',
      segments,
      links: [],
      source: 'ocr',
      damage: [{ kind: 'guessed', detail: 'recognised from a picture (figures unreliable)' }],
    },
  };
}
