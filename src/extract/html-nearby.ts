// Texts near a link that may name it where its own words do not: the line it stands in, its row, list item and card, what stands over these.
// Nearest first.
import type { LabelSource } from '../model/document.ts';
import { contextLimit, isSublist, itemAround, type Surroundings, termOver } from './html-around.ts';
import type { Line, LinkDraft } from './html-draft.ts';
import { saying } from './html-generic.ts';
import { look } from './html-looks.ts';
import { type HtmlNode, kind } from './html-node.ts';
import { linkText } from './html-own-text.ts';
import { isWithin } from './html-panels.ts';
import type { GridRow } from './html-table.ts';
import { collapse, findBelow, textOf } from './html-text.ts';

/** A text near a link that may name it. */
export interface Nearby {
  readonly from: LabelSource;
  readonly text: string;
}

// Generators of the module, not of each labeller: the engine makes every generator function a hidden class of its own in old
// memory, which would keep the whole page through all minor collections.

/** Candidates for a generic link, nearest first. */
export function* textsAround(draft: LinkDraft, around: Surroundings): Generator<Nearby> {
  const inItem = itemAround(draft.node);
  const lineFrom: LabelSource = draft.row !== undefined ? 'row' : inItem !== undefined ? 'item' : 'card';
  if (draft.before !== '') yield { from: lineFrom, text: draft.before };
  const line = draft.line;
  if (line !== undefined && draft.row === undefined) {
    // a list of years after one title: `แผนปฏิบัติราชการ: 2568 2569`
    const at = line.links[draft.place] === draft ? draft.place : 0;
    for (let i = at - 1; i >= 0 && i > at - 30; i--) {
      if (saying(linkText(line.links[i]!)) === 'named') break;
      if (line.links[i]!.before !== '') yield { from: lineFrom, text: line.links[i]!.before };
    }
    if (draft.after !== '' && saying(draft.before) === 'blank') yield { from: lineFrom, text: draft.after };
  }
  if (draft.row !== undefined) {
    const above = lineAbove(draft, draft.cell?.node);
    if (above !== undefined) yield { from: 'row', text: above.text };
    yield* rowTexts(draft);
  }
  if (inItem !== undefined && draft.row === undefined) {
    const text = textOf(
      inItem,
      contextLimit,
      (n) => isSublist(n) || n === draft.node || (n.tag === 'a' && n !== draft.node),
    );
    yield { from: 'item', text };
  }
  const term = termOver(draft.node);
  if (term !== undefined) yield { from: 'heading', text: textOf(term, contextLimit) };
  const menu = draft.region === 'nav' || draft.region === 'header';
  if (draft.row === undefined && !(menu && inItem !== undefined)) yield* titlesInCard(draft, inItem, around);
  for (const parent of around.menuParents(draft.node)) yield { from: 'item', text: parent };
  // a short word in a menu names its page; no heading of the page names it
  if (menu && draft.node.size > 0) return;
  // a wordless picture that leads to a page (back, home, share) is not named by what happens to stand above it
  if (draft.node.size === 0 && !leadsToDocument(draft)) return;
  const above = lineAbove(draft);
  if (above !== undefined && draft.row === undefined) yield above;
  for (let heading = draft.heading; heading !== null; heading = heading.outer)
    yield { from: 'heading', text: heading.text };
}

function* rowTexts(draft: LinkDraft): Generator<Nearby> {
  const { row, grid } = draft.row!;
  if (row === undefined || grid === undefined) return;
  const column = draft.cell?.column ?? 0;
  const name = grid.header(column);
  if (saying(name) === 'part') yield { from: 'row', text: name };
  // the row's words before the link's cell name it; those after only if there are none
  const before = namedCells(cellsBefore(row, column));
  const after = namedCells(row.cells.slice(column + 1));
  if (before !== '') yield { from: 'row', text: before };
  if (after !== '' && saying(before) !== 'named') yield { from: 'row', text: after };
  const carried = namedCells(row.carried);
  if (carried !== '') yield { from: 'row', text: carried };
  if (row.group !== '') yield { from: 'row', text: row.group };
}

/** Text of the nearest card around the link that says something. */
function* titlesInCard(
  draft: LinkDraft,
  inItem: HtmlNode | undefined,
  { isRepeated }: Surroundings,
): Generator<Nearby> {
  let node: HtmlNode | null = draft.node.parent;
  for (let climb = 0; node !== null && climb < 7; climb++, node = node.parent) {
    if (node.tag === '#root' || node.tag === 'td' || node === inItem) return;
    if (node.size > 1200 || node.links > 12) return;
    if (!isRepeated(node)) continue;
    const heading = findBelow(node, (below) => (below.kind & kind.heading) !== 0 || isTitle(below));
    const whole = textOf(node, contextLimit, (below) => below.tag === 'a' || below.tag === 'button');
    if (whole !== '' && whole.length <= 150 && saying(tidy(whole)) !== 'blank') yield { from: 'card', text: whole };
    else if (heading !== undefined) yield { from: 'card', text: textOf(heading, contextLimit) };
    else if (whole !== '') {
      yield lineAbove(draft) ?? { from: 'card', text: whole };
    }
    if (saying(tidy(whole)) === 'named') return;
  }
}

/** By its address a file. */
export const fileUrl = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|od[tsp]|csv|rtf|txt|jpe?g|png)(?:$|[?#])/i;
const documentUrl = new RegExp(
  String.raw`${fileUrl.source}|(?:drive|docs)\.google\.|dropbox\.com|1drv\.ms|sharepoint\.com|download|upload|attach`,
  'i',
);

/** By its address, or by the picture that stands for it (a PDF icon). */
function leadsToDocument(draft: LinkDraft): boolean {
  if (draft.element === 'frame' || draft.element === 'embed') return true;
  if (draft.url !== null && documentUrl.test(draft.url)) return true;
  const icon = /pdf|download|file|doc\b|word|excel|paperclip|attach/i;
  return (
    findBelow(
      draft.node,
      (node) =>
        icon.test(node.attrs['src'] ?? '') ||
        ((node.tag === 'i' || node.tag === 'span' || node.tag === 'svg') && icon.test(node.attrs['class'] ?? '')),
      30,
    ) !== undefined
  );
}

const isTitle = (node: HtmlNode): boolean => (node.look.bits & look.named) !== 0;

/** The nearest line of text over a link that no other named link has taken, close by in the tree. */
function lineAbove(draft: LinkDraft, inside?: HtmlNode): Nearby | undefined {
  let line: Line | null = draft.above;
  let candidate: Line | undefined;
  /** A date or year between the name and the link. */
  let part: Line | undefined;
  const named = (from: LabelSource, { text }: Pick<Line, 'text'>) => ({
    from,
    text: part === undefined ? text : join(text, part.text),
  });
  let between = 0;
  for (let steps = 0; line !== null && steps < 40; steps++, line = line.prev) {
    if (inside !== undefined && !isWithin(line.node, inside)) break;
    if (line.heading) {
      // a heading that stands alone over one link, or over a description, is the title
      if (candidate === undefined)
        return near(line.node, draft.node) ? named('heading', line) : part && { from: 'card', text: part.text };
      if (near(line.node, draft.node) && (between > 1 || candidate.text.length > 80)) return named('heading', line);
      break;
    }
    line.generic ??= line.links.length > 0 && line.links.every((link) => saying(linkText(link)) !== 'named');
    const generic = line.generic;
    if (line.links.length > 0 && !generic) break;
    if (generic) {
      if (candidate !== undefined) break;
      const before = line.links[0]!.before;
      if (saying(tidy(before)) === 'named') return undefined; // that line's title is its own
      continue;
    }
    if (!near(line.node, draft.node)) break;
    const says = saying(tidy(line.text));
    if (says === 'blank') continue;
    between++;
    if (candidate === undefined && says === 'part') part ??= line;
    else if (candidate === undefined && line.text.length <= 200 && !isBullet(line.text)) candidate = line;
    if (between > 8) break;
  }
  if (candidate !== undefined) return named('card', candidate);
  return part && { from: 'card', text: part.text };
}

/** Requirement lists and the like are no titles. */
const isBullet = (text: string): boolean =>
  /^[^\p{L}\p{N}]{0,4}(?:[0-9๐-๙]{1,2}[).]\s*)?(?:แสดง|มีข้อมูล|ประกอบด้วย|เป็นแผนที่|เป็นรายงาน|อย่างน้อย)/u.test(text) ||
  /^[-–—•·●▪○◦*]\s/u.test(text);

/** Whether two places share an ancestor within a few steps of both. */
function near(a: HtmlNode, b: HtmlNode): boolean {
  const above = new Set<HtmlNode>();
  let node: HtmlNode | null = a;
  for (let i = 0; node !== null && i < 5; i++, node = node.parent) above.add(node);
  node = b;
  for (let i = 0; node !== null && i < 5; i++, node = node.parent) if (above.has(node)) return true;
  return false;
}

/** The cells left of a link's that name it: back to the next cell that is but another link of its kind. */
function cellsBefore(row: GridRow, column: number): string[] {
  const cells: string[] = [];
  for (let c = column - 1; c >= 0; c--) {
    const text = row.cells[c] ?? '';
    const says = saying(tidy(text));
    if (row.linked[c] && says !== 'named') {
      if (says === 'blank' && cells.length > 0) break;
    } else if (says !== 'blank') cells.unshift(text);
  }
  return cells;
}

function namedCells(cells: readonly string[]): string {
  const named = cells.filter((cell, i) => saying(tidy(cell)) !== 'blank' && cells.indexOf(cell) === i);
  // a column that recites the requirement names nothing
  const own = named.filter((cell) => !isBullet(cell));
  return (own.length > 0 ? own : named).join(' ');
}

/** Drops what introduces a name (`ชื่อไฟล์:`) and trailing colons and dashes. */
export function tidy(text: string): string {
  let bare = text;
  if (bare.includes(':') || bare.includes('：'))
    bare = bare.replace(/^(?:ชื่อ(?:ไฟล์|เอกสาร|เรื่อง)?|ไฟล์|เรื่อง|หัวข้อ|เอกสาร)\s*[:：]\s*/u, '');
  let end = bare.length;
  while (end > 0 && trailing.test(bare[end - 1]!)) end -= 1;
  let start = 0;
  while (start < end && leading.test(bare[start]!)) start += 1;
  return collapse(start === 0 && end === text.length ? text : bare.slice(start, end));
}
const trailing = /[\s:：>»|–—-]/u;
const leading = /[\s>»|:]/u;

export function join(outer: string, inner: string): string {
  if (inner === '' || outer.includes(inner)) return outer;
  return `${outer} ${inner}`;
}
