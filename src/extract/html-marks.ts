// Small judgements on single elements: is it a heading, is it bold, is it hidden for good, is it a card. Tables of names; no state.
import type { Region } from '../model/document.ts';
import { flatCopy } from './flat-copy.ts';
import { look, style } from './html-looks.ts';
import { type HtmlNode, has, holds, kind } from './html-node.ts';
import { collapse, findBelow } from './html-text.ts';

const byTag: ReadonlyMap<string, number> = new Map(
  Object.entries({ h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6, caption: 6, legend: 6, summary: 6, dt: 6 }),
);
/** 1–6 for a heading, 0 for none. Titles by class count only while short, and only the innermost. */
export function headingLevel(node: HtmlNode): number {
  const level = byTag.get(node.tag);
  if (level !== undefined) return node.size > 400 || (node.tag === 'dt' && isTerm(node)) ? 0 : level;
  if ((node.holds & holds.role) !== 0 && node.attrs['role'] === 'heading') {
    const said = Number.parseInt(node.attrs['aria-level'] ?? '2', 10);
    return said >= 1 && said <= 6 ? said : 2;
  }
  if (node.size === 0 || node.size > 200) return 0;
  const { bits } = node.look;
  if ((bits & look.title) === 0 && ((bits & look.toggle) === 0 || node.tag !== 'button')) return 0;
  if (node.tag === 'a' || node.tag === 'li' || node.tag === 'td' || node.tag === 'th') return 0;
  // the heading inside is the heading
  return (node.inside & (has.heading | has.list | has.table | has.field)) === 0 ? 6 : 0;
}

/** One of several words for facts (งบประมาณ, เบิกจ่าย), with no more than a line said of it: it heads nothing. */
function isTerm(node: HtmlNode): boolean {
  const said = sibling(node, 'next');
  if (node.size > longestTerm || said?.tag !== 'dd' || said.size > longestFact) return false;
  if ((said.inside & (has.heading | has.table | has.list)) !== 0 || said.links > 0 || node.links > 0) return false;
  return sibling(said, 'next')?.tag === 'dt' || sibling(node, 'prev')?.tag === 'dd';
}

/** The nearest element beside. */
function sibling(node: HtmlNode, way: 'next' | 'prev'): HtmlNode | null {
  let other = node[way];
  while (other !== null && other.tag === '#text') other = other[way];
  return other;
}
const [longestTerm, longestFact] = [40, 160];

/** Whether the element sets its text apart as bold or, unless `weightAlone`, as large. */
export function isBoldMark(node: HtmlNode, weightAlone = false): boolean {
  if ((node.kind & kind.bold) !== 0 || (node.look.bits & look.bold) !== 0 || (node.style & style.bold) !== 0)
    return true;
  if (weightAlone) return false;
  if (node.tag === 'font') {
    const size = node.attrs['size']?.trim();
    if (size !== undefined && /^(?:[4-7]|\+[1-4])$/.test(size)) return true;
  }
  return (node.style & style.large) !== 0;
}

const containers = new Set([
  'div',
  'section',
  'ul',
  'ol',
  'table',
  'tbody',
  'dl',
  'dialog',
  'article',
  'form',
  'nav',
  'main',
  'details',
  'fieldset',
]);

/**
 * Hidden with nothing to show it: a bare hidden item, row or link. A hidden box with a name may be unfolded by a click
 * (accordion, tab, pop-up, menu), which a visitor can do, so it is read.
 */
export function isHiddenForGood(node: HtmlNode, region: Region): boolean {
  const { attrs } = node;
  const hidden =
    (node.style & style.hidden) !== 0 || ((node.holds & holds.hidden) !== 0 && attrs['hidden'] !== 'until-found');
  if (!hidden) return false;
  if (region === 'nav') return node.tag === 'li' || node.tag === 'a';
  if (!containers.has(node.tag)) return attrs['id'] === undefined;
  return attrs['id'] === undefined && attrs['class'] === undefined && !(node.prev !== null && hasHandler(node));
}

function hasHandler(node: HtmlNode): boolean {
  for (let prev = node.prev, steps = 0; prev !== null && steps < 3; prev = prev.prev, steps++) {
    if (prev.tag === '#text') continue;
    return (
      prev.attrs['onclick'] !== undefined ||
      prev.tag === 'button' ||
      prev.tag === 'a' ||
      /^h[1-6]$/.test(prev.tag) ||
      prev.attrs['role'] === 'button'
    );
  }
  return false;
}

/** A small repeated box with a link and no structure of its own: read as one item. */
export function isItemCard(node: HtmlNode): boolean {
  if (node.size === 0 || node.size > 400 || node.links === 0 || node.links > 4) return false;
  if ((node.inside & (has.heading | has.table | has.list | has.field)) !== 0) return false;
  const { make } = node.look;
  if (make === '' || (node.inside & has.block) === 0) return false;
  for (const way of ['prev', 'next'] as const) {
    let other = node[way];
    for (let steps = 0; other !== null && steps < 4; steps++, other = other[way]) {
      if (other.tag === node.tag && other.links > 0 && other.look.make === make) return true;
    }
  }
  return false;
}

/** Neighbouring links without white space between them are read apart. */
export function joined(node: HtmlNode): boolean {
  const prev = node.prev;
  return prev !== null && prev.tag !== '#text' && (prev.tag === 'a' || prev.tag === 'button' || prev.tag === 'img');
}

/** A box whose headings end with it. */
export function isScopeDiv(node: HtmlNode): boolean {
  if ((node.look.bits & look.scope) !== 0) return true;
  if ((node.holds & holds.role) === 0) return false;
  const role = node.attrs['role'];
  return role === 'tabpanel' || role === 'dialog';
}

export const isTabPane = (node: HtmlNode): boolean =>
  node.attrs['role'] === 'tabpanel' || (node.look.bits & look.tabPane) !== 0;

/** A cell whose whole text is bold. */
export function allBoldBelow(cell: HtmlNode): boolean {
  const mark = findBelow(cell, (below) => isBoldMark(below), 8);
  return mark !== undefined && mark.size === cell.size && cell.size > 0;
}

/** A heading that is a picture says what the picture's alternative text says. */
export function imageTitle(node: HtmlNode): string {
  const image = findBelow(node, (below) => below.tag === 'img' && (below.attrs['alt'] ?? '').trim() !== '', 30);
  return image === undefined ? '' : flatCopy(collapse(image.attrs['alt']!));
}

/**
 * What an element without text draws: how far a bar is filled (70%), and, in a cell or item, what a sign stands for by its own
 * title (แล้วเสร็จ). '' for nothing.
 */
export function drawnText(node: HtmlNode, enclosed: boolean): string {
  const { tag, attrs } = node;
  if (tag === 'progress' || tag === 'meter') return share(attrs['value'], attrs['min'], attrs['max'] ?? '1');
  if (node.size > 0 || node.first?.tag === 'a') return '';
  if ((node.holds & holds.role) !== 0 && attrs['role'] === 'progressbar')
    return share(attrs['aria-valuenow'], attrs['aria-valuemin'], attrs['aria-valuemax'] ?? '100');
  if (filledBar.test(attrs['class'] ?? '')) {
    const width = /(?:^|[;\s])width\s*:\s*(\d{1,3}(?:\.\d+)?)%/i.exec(attrs['style'] ?? '')?.[1];
    return width === undefined ? '' : share(width, '0', '100');
  }
  if (!enclosed || !signs.has(tag) || node.links > 0) return '';
  const said = flatCopy(
    collapse((tag === 'img' ? attrs['alt'] : undefined) ?? attrs['title'] ?? attrs['aria-label'] ?? ''),
  );
  return said.length <= longestSign && /\p{L}{2}/u.test(said) && !fileName.test(said) ? said : '';
}

const filledBar = /(?:^|\s)progress-?bar(?:\s|$)/;
const signs: ReadonlySet<string> = new Set(['i', 'span', 'img', 'svg']);
const longestSign = 40;
const fileName = /\.(?:png|jpe?g|gif|svg|webp)$|^[\w.-]+$/i;

/** Of a value between two bounds, in hundredths; '' where they are none. */
function share(value: string | undefined, min: string | undefined, max: string): string {
  const [at, from, to] = [Number.parseFloat(value ?? ''), Number.parseFloat(min ?? '0') || 0, Number.parseFloat(max)];
  if (!Number.isFinite(at) || !(to > from) || at < from || at > to) return '';
  return `${Math.round(((at - from) / (to - from)) * 1000) / 10}%`;
}
