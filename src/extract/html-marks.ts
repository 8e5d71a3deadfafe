// Small judgements on single elements: is it a heading, is it bold, is it hidden for good, is it a card. Tables of names; no state.
import type { Region } from '../model/document.ts';
import { type HtmlNode, has } from './html-node.ts';
import { collapse, findBelow } from './html-text.ts';

const byTag: Readonly<Record<string, number>> = {
  h1: 1,
  h2: 2,
  h3: 3,
  h4: 4,
  h5: 5,
  h6: 6,
  caption: 6,
  legend: 6,
  summary: 6,
  dt: 6,
};
const titleClass =
  /(?:^|\s)(?:card-header|card-title|panel-heading|panel-title|accordion-(?:header|button|title)|ui-accordion-header|toggle-title|section-title|page-title|entry-title|box-title|title-page|modal-title|elementor-heading-title|elementor-tab-title|faq-question|headline)(?:\s|$)/;

/** 1–6 for a heading, 0 for none. Titles by class count only while short, and only the innermost. */
export function headingLevel(node: HtmlNode): number {
  const level = byTag[node.tag];
  if (level !== undefined) return node.size > 0 && node.size > 400 ? 0 : level;
  if (node.attrs['role'] === 'heading') {
    const said = Number.parseInt(node.attrs['aria-level'] ?? '2', 10);
    return said >= 1 && said <= 6 ? said : 2;
  }
  if (node.size === 0 || node.size > 200) return 0;
  const classes = node.attrs['class'];
  if (classes === undefined || node.tag === 'a' || node.tag === 'li' || node.tag === 'td' || node.tag === 'th')
    return 0;
  if (
    !titleClass.test(classes) &&
    !(node.tag === 'button' && /(?:^|\s)(?:accordion|collapsible|toggle)(?:\s|$)/.test(classes))
  )
    return 0;
  // the heading inside is the heading
  return (node.inside & (has.heading | has.list | has.table | has.field)) === 0 ? 6 : 0;
}

const boldTags = new Set(['b', 'strong', 'big']);
const boldClass =
  /(?:^|\s)(?:fw-bold|fw-bolder|font-bold|font-semibold|font-extrabold|font-weight-bold|bold|text-(?:[2-6]?xl)|h[1-6]|display-[1-6]|fs-[1-4]|lead-title)(?:\s|$)/;
const boldStyle =
  /font-weight\s*:\s*(?:bold|[6-9]00)|font-size\s*:\s*(?:(?:1[89]|[2-9]\d)(?:\.\d+)?px|(?:1[4-9]|[2-9]\d)(?:\.\d+)?pt|(?:1\.[3-9]|[2-9])\d*r?em|x{0,2}-?large|1[3-9]\d%|[2-9]\d\d%)/i;

/** Whether the element sets its text apart as bold or large. */
export function isBoldMark(node: HtmlNode): boolean {
  if (boldTags.has(node.tag)) return true;
  const { attrs } = node;
  if (node.tag === 'font') {
    const size = attrs['size']?.trim();
    if (size !== undefined && /^(?:[4-7]|\+[1-4])$/.test(size)) return true;
  }
  if (attrs['class'] !== undefined && boldClass.test(attrs['class'])) return true;
  return attrs['style'] !== undefined && boldStyle.test(attrs['style']);
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
  const style = attrs['style'];
  const hidden =
    (attrs['hidden'] !== undefined && attrs['hidden'] !== 'until-found') ||
    (style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style));
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
  const classes = node.attrs['class'];
  const make = (classes ?? '').trim().split(/\s+/, 1)[0]!;
  if (make === '' || (node.inside & has.block) === 0) return false;
  for (const way of ['prev', 'next'] as const) {
    let other = node[way];
    for (let steps = 0; other !== null && steps < 4; steps++, other = other[way]) {
      if (other.tag === node.tag && other.links > 0 && (other.attrs['class'] ?? '').trim().split(/\s+/, 1)[0] === make)
        return true;
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
  const classes = node.attrs['class'];
  if (classes === undefined && node.attrs['role'] === undefined) return false;
  return (
    node.attrs['role'] === 'tabpanel' ||
    node.attrs['role'] === 'dialog' ||
    /(?:^|\s)(?:card|panel|modal|tab-pane|accordion-item|col(?:-\w+)*|item|swiper-slide|faq)(?:\s|$)/.test(
      classes ?? '',
    )
  );
}

export const isTabPane = (node: HtmlNode): boolean =>
  node.attrs['role'] === 'tabpanel' || /(?:^|\s)tab-pane(?:\s|$)/.test(node.attrs['class'] ?? '');

/** A cell whose whole text is bold. */
export function allBoldBelow(cell: HtmlNode): boolean {
  const mark = findBelow(cell, (below) => isBoldMark(below), 8);
  return mark !== undefined && mark.size === cell.size && cell.size > 0;
}

/** A heading that is a picture says what the picture's alternative text says. */
export function imageTitle(node: HtmlNode): string {
  const image = findBelow(node, (below) => below.tag === 'img' && (below.attrs['alt'] ?? '').trim() !== '', 30);
  return image === undefined ? '' : collapse(image.attrs['alt']!);
}
