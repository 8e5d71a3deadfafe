// Whether a document may hold more than was read of it. Pure.
import type { Page } from '../model/crawl.ts';

/** Parts of the document were not read, or only guessed from a picture: it may hold more than was seen. */
export function partlyRead(page: Page): boolean {
  if (page.text.media === 'html') return false;
  if (page.text.unread !== undefined) return true;
  return page.text.source === 'ocr' || page.text.damage.some((note) => unreadParts.test(note));
}

/** Of an archive's entry, what the archive says of that one. */
export function partlyReadEntry(page: Page, entry: string | undefined): boolean {
  if (page.text.media !== 'zip' || entry === undefined) return partlyRead(page);
  const file = entry.split('/');
  // Archives within archives name their entries one after the other.
  const names = file.map((_, at) => `${file.slice(0, at + 1).join('/')}: `);
  const notes = page.text.damage.filter((note) => names.some((name) => note.startsWith(name)));
  return page.text.source === 'ocr' || notes.some((note) => unreadParts.test(note));
}

/** Read but for a picture at its head, which may hold its title. */
export const hidesTitle = ({ text }: Page): boolean =>
  text.media === 'pdf' && text.damage.some((note) => note.startsWith('the title may stand in a picture'));

/** Its words were recognised in pictures, by this program or another: some letters may be wrong. */
export const isGuessed = ({ text }: Page): boolean =>
  text.media !== 'html' && (text.source === 'ocr' || text.damage.some((note) => note.includes('recognised')));

const unreadParts =
  /images without text|garbled|not readable|limit reached|only the first|may be missing|could not be|encrypted|recognised|broken|read in part/;
