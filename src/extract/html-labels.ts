// Settles what a person reads a link as (criteria.md, evidence 1): its own words, or where these are generic the row, list
// item, card, line or heading it stands in. Also the texts around every link, nearest first.
import type { LabelSource, LinkContext } from '../model/document.ts';
import { contextLimit, createSurroundings, isSublist, itemAround, type Surroundings, termOver } from './html-around.ts';
import type { Line, LinkDraft } from './html-draft.ts';
import { isTruncated, saying } from './html-generic.ts';
import { look } from './html-looks.ts';
import { type HtmlNode, kind } from './html-node.ts';
import { fileNameOf, labelLimit, linkText, ownText, readText } from './html-own-text.ts';
import { isWithin } from './html-panels.ts';
import type { GridRow } from './html-table.ts';
import { collapse, cut, findBelow, textOf } from './html-text.ts';

/** A list of files cuts their names off; the address has them whole. */
function completed(text: string, file: string): string | undefined {
  const letters = (name: string) => name.normalize('NFC').replace(/[\s_-]+/g, '');
  const start = letters(text.replace(/(?:\.{2,}|…)\s*>?\s*$/u, ''));
  return start.length >= 8 && letters(file).startsWith(start) ? file : undefined;
}

export interface Labels {
  readonly label: string;
  readonly labelFrom: LabelSource;
  readonly text: string;
  readonly context: readonly LinkContext[];
}

/** Settles labels of one page's links; remembers texts of shared surroundings. */
export function createLabeller(drafts: readonly LinkDraft[]) {
  const around = createSurroundings();

  /** Words of a neighbouring link to the same place (picture, title and button of one card). */
  function twinText(index: number): string {
    const { url } = drafts[index]!;
    if (url === null) return '';
    for (const step of [-1, 1, -2, 2, -3, 3]) {
      const other = drafts[index + step];
      if (other?.url !== url) continue;
      const text = linkText(other);
      if (saying(text) === 'named') return text;
    }
    return '';
  }

  function settle(draft: LinkDraft, index: number): Labels {
    const node = draft.node;
    const read = readText(draft);
    // most links say in their text what they lead to
    if (
      draft.namedBy === undefined &&
      read !== 'undefined' &&
      read !== 'null' &&
      saying(read) === 'named' &&
      !isTruncated(read)
    )
      return { label: read, labelFrom: 'text', text: read, context: around.contextOf(draft, read) };
    const own = ownText(draft, read);
    const context = around.contextOf(draft, own.text);
    const done = (label: string, labelFrom: LabelSource): Labels => ({
      label: cut(label, labelLimit),
      labelFrom: label === '' ? 'none' : labelFrom,
      text: own.text,
      context,
    });
    if (draft.namedBy !== undefined && saying(draft.namedBy) === 'named') return done(draft.namedBy, 'item');
    let tail = '';
    for (const [source, text] of own.candidates) {
      const says = saying(text);
      if (says === 'named') {
        const full = isTruncated(text)
          ? own.candidates.find(([, other]) => other.length > text.length && !isTruncated(other))
          : undefined;
        if (full !== undefined) return done(full[1], full[0]);
        return done(isTruncated(text) ? (completed(text, fileNameOf(draft.url)) ?? text) : text, source);
      }
      if (says === 'part' && tail === '') tail = text;
    }
    let from: LabelSource = tail === '' ? 'none' : (own.candidates.find(([, text]) => text === tail)?.[0] ?? 'text');
    if (tail === '' && draft.element === 'a') {
      const twin = twinText(index);
      if (twin !== '') return done(twin, 'card');
    }
    // one word of a menu is what it says, whatever stands over the menu
    if (own.text !== '' && draft.before === '' && stands(node)) return done(own.text, 'text');
    for (const nearby of textsAround(draft, around)) {
      const text = tidy(nearby.text);
      const says = saying(text);
      if (says === 'blank') continue;
      from = nearby.from;
      tail = join(text, tail);
      if (says === 'named') return done(tail, from);
    }
    const file = node.tag === 'img' ? '' : fileNameOf(draft.url);
    if (file !== '') return done(join(file, tail), tail === '' ? 'file-name' : from);
    return done(
      tail === '' ? (own.candidates[0]?.[1] ?? '') : tail,
      tail === '' ? (own.candidates[0]?.[0] ?? 'none') : from,
    );
  }

  return { settle };
}

/** Links beside it that make a menu of it, and how far to look for them. */
const [fewestOfMenu, farthest] = [3, 40];

/** A link alone in its box or line, among others that are and that name something: a menu, not the files under a title. */
function stands(link: HtmlNode): boolean {
  if (fileUrl.test(link.attrs['href'] ?? '')) return false;
  let box = link;
  while (box.parent !== null && box.parent.tag !== '#root' && box.parent.links === 1) box = box.parent;
  if (box.size !== link.size) return false;
  let named = 0;
  for (const way of ['prev', 'next'] as const) {
    for (let other = box[way], steps = 0; other !== null && steps < farthest; other = other[way], steps += 1) {
      if (other.links !== 1) continue;
      const alone =
        other.tag === 'a' ? other : findBelow(other, (below) => below.tag === 'a' && below.size === other!.size);
      if (alone !== undefined && saying(textOf(alone)) === 'named') named += 1;
      if (named >= fewestOfMenu) return true;
    }
  }
  return false;
}

/** A text near a link that may name it. */
interface Nearby {
  readonly from: LabelSource;
  readonly text: string;
}

// Generators of the module, not of each labeller: the engine makes every generator function a hidden class of its own in old
// memory, which would keep the whole page through all minor collections.

/** Candidates for a generic link, nearest first. */
function* textsAround(draft: LinkDraft, around: Surroundings): Generator<Nearby> {
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

const fileUrl = /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|od[tsp]|csv|rtf|txt|jpe?g|png)(?:$|[?#])/i;
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
function tidy(text: string): string {
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

function join(outer: string, inner: string): string {
  if (inner === '' || outer.includes(inner)) return outer;
  return `${outer} ${inner}`;
}
