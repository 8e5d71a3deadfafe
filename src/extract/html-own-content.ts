// How much a page has of its own to read and to follow, beside menus, headers and footers: of landmarks, or drawn with mere boxes.
import type { Segment } from '../model/document.ts';
import type { LinkDraft } from './html-draft.ts';
import { type HtmlNode, has, kind } from './html-node.ts';
import { collapse, textOf } from './html-text.ts';

export interface OwnContent {
  /** Letters of text. */
  readonly letters: number;
  /** Real links; `Infinity` where one is of a document or a frame. */
  readonly links: number;
  /** Those of them that stand under the page's last heading, or alone. */
  readonly lastLinks: number;
}

const fileUrl =
  /\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|od[tsp]|csv|rtf|txt|jpe?g|png)(?:$|[?#])|(?:drive|docs)\.google\.|dropbox\.com|1drv\.ms|sharepoint\.com|(?:download|upload|attach)[^/?]*[/?]./i;
/** Of every article: to pass it on. */
const sharing =
  /facebook\.com|twitter\.com|\/\/x\.com|line\.me|t\.me|instagram\.com|youtube\.com|tiktok\.com|linkedin\.com|pinterest\./i;
const homeward = /^(?:หน้า(?:แรก|หลัก)|home|กลับ\S{0,20}|ย้อนกลับ|back|พิมพ์\S{0,10}|print)$/iu;
/** The home page. */
export const rootUrl = /^https?:\/\/[^/]+\/?(?:index\.\w+|home|main|th)?\/?$/i;
const menuTitle = /เมนู|menu|ลิงก์|ลิงค์|links?$|เว็บไซต์/iu;

/** Longest label of a menu, on the average. */
const menuLabel = 45;
const fewest = 3;

/** At least so many letters it has, whatever turns out to be a menu: known at once, where `ownContent` looks at every link. */
export function fewestLetters(main: readonly Segment[], drafts: readonly LinkDraft[]): number {
  let letters = 0;
  for (const { text } of main) letters += text.length;
  for (const { node, region } of drafts) if (region === 'main') letters -= node.size;
  return letters;
}

/** `main` are the segments of the main region, titles left out. */
export function ownContent(main: readonly Segment[], drafts: readonly LinkDraft[]): OwnContent {
  let letters = 0;
  for (const { text } of main) letters += text.length;
  const open: LinkDraft[] = [];
  for (const draft of drafts) {
    if (draft.region !== 'main' || draft.url === null || draft.url.includes('#')) continue;
    if (draft.element === 'frame' || draft.element === 'embed' || fileUrl.test(draft.url))
      return { letters, links: Infinity, lastLinks: Infinity };
    open.push(draft);
  }
  const last = main.findLast(({ kind: made }) => made === 'heading')?.text ?? '';
  const menus = menuLinks(open, last);
  let links = 0;
  let lists = 0;
  let titles = 0;
  for (const { node, url } of open) {
    const menu = menus.get(node);
    if (menu === 'surely') letters -= node.size;
    else if (isHeading(node)) titles++;
    else if (!sharing.test(url!) && !isHomeward(node, url!)) {
      links++;
      if (menu === 'maybe') lists++;
    }
  }
  // the site's name leads home, an article's title to itself; several are a list
  if (titles > 1) links += titles;
  return { letters: Math.max(0, letters), links, lastLinks: links - lists };
}

/** Nothing but the link stands in the heading. */
function isHeading(node: HtmlNode): boolean {
  let at: HtmlNode | null = node;
  for (let up = 0; up < 4 && at !== null && at.size === node.size; up++, at = at.parent)
    if ((at.kind & kind.heading) !== 0) return true;
  return false;
}

const isHomeward = (node: HtmlNode, url: string): boolean =>
  rootUrl.test(url) || (node.size <= 30 && homeward.test(collapse(textOf(node, 60))));

/**
 * Links of menus that no landmark, id or class tells: some in a row, short, in a block of nothing but links. `surely` where one
 * of them leads home, or they stand under no heading of the content; `maybe` where another heading follows. `last` is the page's
 * last heading.
 */
function menuLinks(drafts: readonly LinkDraft[], last: string): ReadonlyMap<HtmlNode, 'surely' | 'maybe'> {
  const found = new Map<HtmlNode, 'surely' | 'maybe'>();
  if (drafts.length < fewest) return found;
  const texts = new Map<HtmlNode, number>(); // of the links below
  for (const { node } of drafts)
    for (let at: HtmlNode | null = node; at !== null; at = at.parent) texts.set(at, (texts.get(at) ?? 0) + node.size);
  const blocks = new Map<HtmlNode, LinkDraft[]>();
  for (const draft of drafts) {
    let block = draft.node;
    for (let at = block.parent; at !== null && at.parent !== null; at = at.parent) {
      if ((at.inside & has.heading) !== 0 || at.size > texts.get(at)! * 1.2 + 12) break;
      block = at;
    }
    const those = blocks.get(block);
    if (those === undefined) blocks.set(block, [draft]);
    else those.push(draft);
  }
  for (const [block, those] of blocks) {
    if (those.length < fewest || block.size > menuLabel * those.length) continue;
    const apart = those.every(({ heading }) => heading === null || menuTitle.test(heading.text));
    const sure = apart || those.some(({ node, url }) => isHomeward(node, url!));
    if (!sure && those.some(({ heading }) => heading?.text === last)) continue;
    for (const { node } of those) found.set(node, sure ? 'surely' : 'maybe');
  }
  return found;
}
