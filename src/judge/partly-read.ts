// Whether a document may hold more than was read of it. Pure.
import type { Page } from '../model/crawl.ts';
import type { DamageKind } from '../model/document.ts';
import type { Unit } from './unit.ts';

/** After these the document may hold more than was seen. */
const missing: ReadonlySet<DamageKind> = new Set(['cut', 'broken', 'unread', 'guessed']);

/** Parts of the document were not read, or only guessed from a picture: it may hold more than was seen. */
export function partlyRead({ text }: Page): boolean {
  if (text.media === 'html') return false;
  return text.unread !== undefined || text.source === 'ocr' || text.damage.some(({ kind }) => missing.has(kind));
}

/** Of one of an archive's documents: what the archive says of it and of the archives that it stands in. */
export function partlyReadUnit({ page, segments }: Pick<Unit, 'page' | 'segments'>): boolean {
  const { text } = page;
  const entry = segments[0]?.segment.locator.entry;
  if (text.media !== 'zip' || entry === undefined) return partlyRead(page);
  const concerns = (of: string | undefined): boolean =>
    of !== undefined && (of === entry || entry.startsWith(`${of}/`));
  return text.source === 'ocr' || text.damage.some(({ kind, entry: of }) => missing.has(kind) && concerns(of));
}

/** Read but for a picture at its head, which may hold its title. */
export const hidesTitle = ({ text }: Page): boolean => text.damage.some(({ kind }) => kind === 'title-unread');

/** Its words were recognised in pictures, by this program or another: some letters may be wrong. */
export const isGuessed = ({ text }: Page): boolean =>
  text.media !== 'html' && (text.source === 'ocr' || text.damage.some(({ kind }) => kind === 'guessed'));
