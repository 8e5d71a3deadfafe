// Settles what a person reads a link as (criteria.md, evidence 1): its own words, or where these are generic the row, list
// item, card, line or heading it stands in. Also the texts around every link, nearest first.
import type { LabelSource, LinkContext } from '../model/document.ts';
import type { HeadingChain, Line, LinkDraft } from './html-draft.ts';
import { isTruncated, saying } from './html-generic.ts';
import { collapse, cut, findBelow, textOf } from './html-text.ts';
import type { HtmlNode } from './html-tree.ts';

const contextLimit = 300;
const sublist = /(?:^|\s)(?:dropdown-(?:menu|content|list)|sub-?menu|mega-?menu|nav-dropdown|children)(?:\s|$)/;
const headingTags = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

function isSublist(node: HtmlNode): boolean {
  if (node.tag === 'ul' || node.tag === 'ol' || node.tag === 'dl' || node.tag === 'menu' || node.tag === 'table')
    return true;
  const classes = node.attrs['class'];
  return classes !== undefined && (node.tag === 'div' || node.tag === 'nav') && sublist.test(classes);
}

export interface Labels {
  readonly label: string;
  readonly labelFrom: LabelSource;
  readonly text: string;
  readonly context: readonly LinkContext[];
}

/** Settles labels of one page's links; remembers texts of shared surroundings. */
export function createLabeller(drafts: readonly LinkDraft[]) {
  const itemTexts = new Map<HtmlNode, string>();
  const cardTexts = new Map<HtmlNode, string>();
  const headingContexts = new Map<HeadingChain, LinkContext>();
  const repeated = new Map<HtmlNode, boolean>();

  /** A list item's own text: what its nested lists hold is theirs. */
  function itemText(item: HtmlNode): string {
    let text = itemTexts.get(item);
    if (text === undefined) {
      text = textOf(item, { limit: contextLimit, skip: isSublist });
      itemTexts.set(item, text);
    }
    return text;
  }
  function cardText(card: HtmlNode): string {
    let text = cardTexts.get(card);
    if (text === undefined) {
      text = textOf(card, { limit: contextLimit });
      cardTexts.set(card, text);
    }
    return text;
  }
  /** One of several siblings of the same make that hold links: a card of a grid. */
  function isRepeated(node: HtmlNode): boolean {
    let answer = repeated.get(node);
    if (answer === undefined) {
      answer = looksRepeated(node);
      repeated.set(node, answer);
    }
    return answer;
  }

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
    const own = ownText(draft);
    const context = contextOf(draft, own.text);
    const done = (label: string, labelFrom: LabelSource): Labels => ({
      label: cut(label, 500),
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
        return full === undefined ? done(text, source) : done(full[1], full[0]);
      }
      if (says === 'part' && tail === '') tail = text;
    }
    let from: LabelSource = tail === '' ? 'none' : (own.candidates.find(([, text]) => text === tail)?.[0] ?? 'text');
    if (tail === '' && draft.element === 'a') {
      const twin = twinText(index);
      if (twin !== '') return done(twin, 'card');
    }
    for (const around of surroundings(draft)) {
      const text = tidy(around.text);
      const says = saying(text);
      if (says === 'blank') continue;
      from = around.from;
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

  /** Candidates for a generic link, nearest first. */
  function* surroundings(draft: LinkDraft): Generator<{ from: LabelSource; text: string }> {
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
    if (draft.row !== undefined) yield* rowTexts(draft);
    if (inItem !== undefined && draft.row === undefined) {
      const text = textOf(inItem, {
        limit: contextLimit,
        skip: (n) => isSublist(n) || n === draft.node || (n.tag === 'a' && n !== draft.node),
      });
      yield { from: 'item', text };
    }
    const menu = draft.region === 'nav' || draft.region === 'header';
    if (draft.row === undefined && !(menu && inItem !== undefined)) yield* titlesInCard(draft, inItem);
    for (const parent of menuParents(draft.node)) yield { from: 'item', text: parent };
    // a short word in a menu names its page; no heading of the page names it
    if (menu && draft.node.size > 0) return;
    // a wordless picture that leads to a page (back, home, share) is not named by what happens to stand above it
    if (draft.node.size === 0 && !leadsToDocument(draft)) return;
    const above = lineAbove(draft);
    if (above !== undefined && draft.row === undefined) yield above;
    for (let heading = draft.heading; heading !== null; heading = heading.outer)
      yield { from: 'heading', text: heading.text };
  }

  function* rowTexts(draft: LinkDraft): Generator<{ from: LabelSource; text: string }> {
    const { row, grid } = draft.row!;
    if (row === undefined || grid === undefined) return;
    const column = draft.cell?.column ?? 0;
    const name = grid.header(column);
    if (saying(name) === 'part') yield { from: 'row', text: name };
    // the row's words before the link's cell name it; those after only if there are none
    const before = namedCells(row.cells.slice(0, column));
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
  ): Generator<{ from: LabelSource; text: string }> {
    let node: HtmlNode | null = draft.node.parent;
    for (let climb = 0; node !== null && climb < 7; climb++, node = node.parent) {
      if (node.tag === '#root' || node.tag === 'td' || node === inItem) return;
      if (node.size > 1200 || node.links > 12) return;
      if (!isRepeated(node)) continue;
      const heading = findBelow(node, (below) => headingTags.has(below.tag) || isTitle(below));
      const whole = textOf(node, { limit: contextLimit, skip: (below) => below.tag === 'a' || below.tag === 'button' });
      if (whole !== '' && whole.length <= 150 && saying(tidy(whole)) !== 'blank') yield { from: 'card', text: whole };
      else if (heading !== undefined) yield { from: 'card', text: textOf(heading, { limit: contextLimit }) };
      else if (whole !== '') {
        const near = lineAbove(draft);
        yield near ?? { from: 'card', text: whole };
      }
      if (saying(tidy(whole)) === 'named') return;
    }
  }

  function contextOf(draft: LinkDraft, text: string): LinkContext[] {
    const context: LinkContext[] = [];
    const add = (from: LinkContext['from'], value: string): void => {
      const limited = cut(value, contextLimit);
      if (limited === '' || limited === text || context.some((other) => other.text === limited)) return;
      context.push({ from, text: limited });
    };
    if (draft.row?.row !== undefined) add('row', draft.row.row.text);
    const item = itemAround(draft.node);
    if (item !== undefined) add('item', itemText(item));
    const card = cardAround(draft.node);
    if (card !== undefined) add('card', cardText(card));
    if (draft.row?.grid !== undefined) add('column', draft.row.grid.header(draft.cell?.column ?? 0));
    if (draft.row?.row !== undefined) add('heading', draft.row.row.group);
    for (let heading = draft.heading; heading !== null; heading = heading.outer) {
      let shared = headingContexts.get(heading);
      if (shared === undefined) {
        shared = { from: 'heading', text: cut(heading.text, contextLimit) };
        headingContexts.set(heading, shared);
      }
      if (shared.text !== text && !context.some((other) => other.text === shared!.text)) context.push(shared);
      if (context.length > 12) break;
    }
    for (const parent of menuParents(draft.node)) add('menu', parent);
    return context;
  }

  function cardAround(from: HtmlNode): HtmlNode | undefined {
    let node = from.parent;
    for (let climb = 0; node !== null && climb < 6; climb++, node = node.parent) {
      if (node.tag === '#root' || node.tag === 'td' || node.tag === 'li' || node.size > 1200 || node.links > 12)
        return undefined;
      if (node.size > from.size && isRepeated(node)) return node;
    }
    return undefined;
  }

  /** Own texts of the list items (and drop-down titles) the link is nested under, nearest first. */
  function menuParents(from: HtmlNode): string[] {
    const parents: string[] = [];
    let below = from;
    let inSublist = false;
    for (
      let node = from.parent, climb = 0;
      node !== null && climb < 40 && parents.length < 4;
      climb++, node = node.parent
    ) {
      if (isSublist(below) && below !== from) inSublist = true;
      if (node.tag === 'li') {
        if (inSublist) {
          const text = itemText(node);
          if (text !== '') parents.push(text);
        }
        inSublist = false;
      } else if (inSublist && isSublist(below) && below.tag !== 'table' && node.tag !== 'td' && node.tag !== '#root') {
        const title = toggleBefore(below);
        if (title !== '') {
          parents.push(title);
          inSublist = false;
        }
      }
      below = node;
    }
    return parents;
  }

  return { settle };
}

const documentUrl =
  /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|od[tsp]|csv|rtf|txt|jpe?g|png)(?:$|[?#])|(?:drive|docs)\.google\.|dropbox\.com|1drv\.ms|sharepoint\.com|download|upload|attach/i;

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

/** Text of the button or link that stands right before a list and opens it. */
function toggleBefore(list: HtmlNode): string {
  for (let node = list.prev, steps = 0; node !== null && steps < 3; node = node.prev, steps++) {
    if (node.tag === 'a' || node.tag === 'button' || node.tag === 'span') return textOf(node, { limit: contextLimit });
    if (node.tag !== '#text') return '';
    if (collapse(node.text) !== '') return '';
  }
  return '';
}

/** The list item a link stands in; a drop-down's links stand under its item, not in it. */
function itemAround(from: HtmlNode): HtmlNode | undefined {
  for (let node: HtmlNode | null = from; node !== null; node = node.parent) {
    if (node.tag === 'li') return node;
    if (node !== from && isSublist(node) && node.tag !== 'ul' && node.tag !== 'ol') return undefined;
  }
  return undefined;
}

const isTitle = (node: HtmlNode): boolean =>
  /(?:^|[\s_-])(?:title|heading|name|topic|subject)(?:\s|$)/i.test(node.attrs['class'] ?? '');

function looksRepeated(node: HtmlNode): boolean {
  if (
    node.tag !== 'div' &&
    node.tag !== 'section' &&
    node.tag !== 'article' &&
    node.tag !== 'p' &&
    node.tag !== 'figure'
  )
    return false;
  const make = madeAs(node);
  for (const way of ['prev', 'next'] as const) {
    let steps = 0;
    for (let other = node[way]; other !== null && steps < 6; other = other[way], steps++) {
      if (other.tag === node.tag && madeAs(other) === make && (node.tag !== 'p' || make !== '') && other.size > 0) {
        if (make !== '' || (other.links > 0 && node.links > 0)) return true;
      }
    }
  }
  return false;
}
const madeAs = (node: HtmlNode): string => (node.attrs['class'] ?? '').trim().split(/\s+/, 1)[0]!;

/** The nearest line of text over a link that no other named link has taken, close by in the tree. */
function lineAbove(draft: LinkDraft): { from: LabelSource; text: string } | undefined {
  let line: Line | null = draft.above;
  let candidate: Line | undefined;
  let between = 0;
  for (let steps = 0; line !== null && steps < 40; steps++, line = line.prev) {
    if (line.heading) {
      // a heading that stands alone over one link, or over a description, is the title
      if (candidate === undefined)
        return near(line.node, draft.node) ? { from: 'heading', text: line.text } : undefined;
      if (near(line.node, draft.node) && (between > 1 || candidate.text.length > 80))
        return { from: 'heading', text: line.text };
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
    if (saying(tidy(line.text)) === 'blank') continue;
    between++;
    if (candidate === undefined && line.text.length <= 200 && !isBullet(line.text)) candidate = line;
    if (between > 8) break;
  }
  return candidate === undefined ? undefined : { from: 'card', text: candidate.text };
}

/** Requirement lists and the like are no titles. */
const isBullet = (text: string): boolean =>
  /^(?:[-–—•·●▪*]\s*|\(?[0-9๐-๙]{1,2}\)\s*)?(?:แสดง|มีข้อมูล|ประกอบด้วย|เป็นแผนที่|เป็นรายงาน|อย่างน้อย)/u.test(text) ||
  /^[-–—•·●▪*]\s/u.test(text);

/** Whether two places share an ancestor within a few steps of both. */
function near(a: HtmlNode, b: HtmlNode): boolean {
  const above = new Set<HtmlNode>();
  let node: HtmlNode | null = a;
  for (let i = 0; node !== null && i < 5; i++, node = node.parent) above.add(node);
  node = b;
  for (let i = 0; node !== null && i < 5; i++, node = node.parent) if (above.has(node)) return true;
  return false;
}

function namedCells(cells: readonly string[]): string {
  const named = cells.filter((cell, i) => saying(tidy(cell)) !== 'blank' && cells.indexOf(cell) === i);
  // a column that recites the requirement names nothing
  const own = named.filter((cell) => !isBullet(cell));
  return (own.length > 0 ? own : named).join(' ');
}

/** Drops what introduces a name (`ชื่อไฟล์:`) and trailing colons and dashes. */
function tidy(text: string): string {
  return collapse(
    text
      .replace(/^(?:ชื่อ(?:ไฟล์|เอกสาร|เรื่อง)?|ไฟล์|เรื่อง|หัวข้อ|เอกสาร)\s*[::]\s*/u, '')
      .replace(/[\s::>»|–—-]+$/u, '')
      .replace(/^[\s>»|:]+/u, ''),
  );
}

function join(outer: string, inner: string): string {
  if (inner === '' || outer.includes(inner)) return outer;
  return `${outer} ${inner}`;
}

const linkTexts = new WeakMap<LinkDraft, string>();
function linkText(draft: LinkDraft): string {
  let text = linkTexts.get(draft);
  if (text === undefined) {
    text = draft.namedBy ?? ownText(draft).candidates[0]?.[1] ?? '';
    linkTexts.set(draft, text);
  }
  return text;
}

/** Own words of an element, best first: text, alternative text, title, aria-label, value. */
function ownText(draft: LinkDraft): { text: string; candidates: [LabelSource, string][] } {
  const { node } = draft;
  const { attrs } = node;
  const frame = draft.element === 'frame' || draft.element === 'embed';
  let text =
    frame || node.tag === 'meta' || node.tag === 'script'
      ? ''
      : textOf(node, { limit: 500, ...(node.tag === 'li' ? { skip: isSublist } : {}) });
  if (draft.element === 'form') text = '';
  const candidates: [LabelSource, string][] = [];
  const add = (from: LabelSource, value: string | undefined): void => {
    const clean = collapse(value ?? '');
    if (clean !== '' && clean !== 'undefined' && clean !== 'null') candidates.push([from, clean]);
  };
  add('text', text);
  if (node.tag === 'area' || node.tag === 'img' || node.tag === 'input') add('alt', attrs['alt']);
  else if (!frame && node.first !== null) add('alt', altsBelow(node));
  add('title', attrs['title'] ?? attrs['data-original-title'] ?? attrs['data-bs-title']);
  if (attrs['title'] === undefined && node.first !== null && !frame) add('title', titleBelow(node));
  add('aria-label', attrs['aria-label']);
  add('value', node.tag === 'input' || node.tag === 'button' ? attrs['value'] : undefined);
  if (draft.element === 'form') {
    const button = findBelow(
      node,
      (below) =>
        below.tag === 'button' ||
        (below.tag === 'input' && /^(?:submit|button|image)$/i.test(below.attrs['type'] ?? '')),
    );
    if (button !== undefined) {
      text = textOf(button);
      add('text', text);
      add('value', button.attrs['value']);
      add('alt', button.attrs['alt']);
    }
  }
  if (frame) {
    add('frame', attrs['name'] !== undefined && /[\u0e01-\u0e5b]/.test(attrs['name']) ? attrs['name'] : undefined);
    add('aria-label', attrs['aria-label']);
  }
  return { text, candidates };
}

function altsBelow(node: HtmlNode): string {
  const alts: string[] = [];
  findBelow(
    node,
    (below) => {
      if (below.tag === 'img' || (below.tag === 'input' && below.attrs['type'] === 'image'))
        alts.push(collapse(below.attrs['alt'] ?? ''));
      return alts.length > 4;
    },
    200,
  );
  return alts.filter((alt) => saying(alt) !== 'blank').join(' ');
}

function titleBelow(node: HtmlNode): string {
  return findBelow(node, (below) => (below.attrs['title'] ?? '') !== '', 50)?.attrs['title'] ?? '';
}

/** Decoded file name of a URL's path, where it has words of its own; else ''. */
function fileNameOf(url: string | null): string {
  if (url === null) return '';
  let name = url.replace(/[?#].*$/s, '').replace(/^.*\//s, '');
  try {
    name = decodeURIComponent(name);
  } catch {
    return '';
  }
  name = collapse(name.replace(/\.[a-z0-9]{2,5}$/i, '').replace(/[_+]+/g, ' '));
  return /[\u0e01-\u0e2e]{2}/.test(name) || /[a-z]{3,}.*[\s-].*[a-z]{3,}/i.test(name) ? name : '';
}
