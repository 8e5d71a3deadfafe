// The list of contents at the head of a document, and the foreword before it. Pure.
import type { IndexedSegment } from './records.ts';

/** Lines of a list of contents, from which it is one; and letters of each at most. */
const [fewestEntries, longestEntry] = [4, 140];

/** Lines of a foreword at most. */
const longestForeword = 30;
const ofForeword = /^\s*(?:คำนำ|คํานํา|สารจาก.{0,40})\s*$/u;

/** A foreword and a list of contents name chapters, and show nothing of them. */
export function withoutContents(content: readonly IndexedSegment[]): readonly IndexedSegment[] {
  const at = content.findIndex(({ segment }) => /^\s*สารบัญ/u.test(segment.text));
  if (at < 0) return content;
  let end = at + 1;
  let entries = 0;
  for (; end < content.length; end++) {
    const { text, kind } = content[end]!.segment;
    // A list set as a table has a head as well (เรื่อง | หน้า).
    if (!ofPage.test(text) && !ofHeader.test(text.replaceAll('|', ' '))) break;
    if (kind !== 'row' && text.length > longestEntry) break;
    entries++;
  }
  if (entries < fewestEntries) return content;
  const foreword = content
    .slice(Math.max(0, at - longestForeword), at)
    .findIndex(({ segment }) => ofForeword.test(segment.text));
  const from = foreword < 0 ? at : Math.max(0, at - longestForeword) + foreword;
  return [...content.slice(0, from), ...content.slice(end)];
}

/** Ends in a page's number, or letter. */
const ofPage = /\S[\s.…|]+(?:[0-9๐-๙]{1,3}|[ก-ฮ]|[ivx]{1,4})\s*$/u;
const ofHeader = /^\s*(?:หน้า|เรื่อง(?:\s+หน้า)?|สารบัญ.*|[ก-ฮ]|[0-9๐-๙]{1,3})\s*$/u;
