// Pictures that a page shows as its content: scans and infographics put there instead of text. Tells them from what decorates a
// page (logos, icons, banners, spacers) by size, name and place; fetches nothing.
import type { Link } from '../model/document.ts';
import { flatCopy } from './flat-copy.ts';
import type { Resolver } from './html-address.ts';
import type { HeadingChain } from './html-draft.ts';
import { isFileName, saying } from './html-generic.ts';
import { type HtmlNode, holds } from './html-node.ts';
import { collapse, cut, findBelow } from './html-text.ts';

/** A picture as the walk meets it. */
export interface PictureDraft {
  readonly node: HtmlNode;
  readonly source: string;
  readonly heading: HeadingChain | null;
}

/** Pictures kept of one page; a gallery has dozens. */
export const maxPictures = 20;
/** Pixels of a side below which nobody reads a page of text. */
const leastSide = 200;
const labelLimit = 500;

/** What decorates a page, by the words of a name. */
const decoration =
  /logo|banner|icon|spacer|avatar|emoji|emblem|construction|coming.?soon|no.?(?:image|img|photo|pic)|(?:^|[^a-z])(?:blank|pixel|dot|bul(?:let)?s?|btn|buttons?|arrows?|qr(?:code)?|badge|counter|flag|load(?:ing|er)|sprite|head(?:er)?|foot(?:er)?|menu|navi?|bg|background|share|facebook|fb|twitter|youtube|tiktok|captcha|divider|separator|krut|garuda)(?:[^a-z]|$)/i;
const decorationSaid = /^\s*ตรา|โลโก้|แบนเนอร์|ไอคอน|คิวอาร์|สัญลักษณ์/u;
/** Folders of a site's design. */
const designFolder = /\/(?:themes?|templates?|skins?|icons?|logos?|banners?|emojis?|smil(?:ey|ies))\//i;
/** Boxes that hold no content of the page, whatever stands in them. */
const decorationBox = /logo|banner|avatar|cookie|(?:^|[\s_-])(?:modal|pop-?up)(?:[\s_-]|$)/i;
const boxesLooked = 4;

const lazySource = ['data-src', 'data-lazy-src', 'data-original', 'data-lazy', 'data-orig-file'] as const;
const sourceSet = ['data-srcset', 'data-lazy-srcset', 'srcset'] as const;

/** Address of a picture that may be a page of text, by all that is written of it; undefined of any other. */
export function textPicture(node: HtmlNode): string | undefined {
  const source = pictureSource(node);
  return source === undefined || decorates(node, source) ? undefined : source;
}

function decorates(node: HtmlNode, source: string): boolean {
  const { attrs } = node;
  const path = source.replace(/[?#].*$/s, '');
  const name = path.replace(/^.*\//s, '');
  if (/\.(?:svgz?|ico|cur)$/i.test(name) || designFolder.test(path)) return true;
  const sides = sidesOf(node, name);
  if (sides.some((side) => side < leastSide)) return true;
  // what moves or is drawn in few colours, unless it is set large
  if (/\.gif$/i.test(name) && sides.length === 0) return true;
  if ([name, attrs['class'], attrs['id']].some((words) => words !== undefined && decoration.test(words))) return true;
  if (decorationSaid.test(attrs['alt'] ?? '')) return true;
  let box = node.parent;
  for (let climb = 0; box !== null && climb < boxesLooked; climb += 1, box = box.parent) {
    if (box.tag === 'button') return true;
    const isNamed = (box.holds & (holds.class | holds.id)) !== 0;
    if (isNamed && decorationBox.test(`${box.attrs['class'] ?? ''} ${box.attrs['id'] ?? ''}`)) return true;
  }
  return false;
}

/** Width and height in pixels, as far as markup or the file's name tells them. */
function sidesOf({ attrs }: HtmlNode, name: string): number[] {
  const sides: number[] = [];
  for (const side of [attrs['width'], attrs['height']]) {
    const found = side === undefined ? null : /^\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*$/i.exec(side);
    if (found !== null) sides.push(Number(found[1]));
  }
  const styled = attrs['style']?.matchAll(/(?<![-\w])(?:width|height)\s*:\s*(\d+)(?:\.\d+)?px/gi);
  for (const found of styled ?? []) sides.push(Number(found[1]));
  // `plan-150x150.jpg`: a preview that a content system made
  const made = /[-_](\d{2,4})x(\d{2,4})\.\w+$/.exec(name);
  if (made !== null) sides.push(Number(made[1]), Number(made[2]));
  return sides;
}

/** Address of a picture, however lazily it is written, at its largest; undefined if none. */
function pictureSource(node: HtmlNode): string | undefined {
  const { attrs } = node;
  for (const name of lazySource) if (isAddress(attrs[name])) return attrs[name].trim();
  for (const name of sourceSet) {
    const source = largest(attrs[name]);
    if (isAddress(source)) return source.trim();
  }
  const source = isAddress(attrs['src']) ? attrs['src'] : sourceBeside(node);
  return isAddress(source) ? source.trim() : undefined;
}

/** The other forms of a `<picture>`. */
function sourceBeside({ parent }: HtmlNode): string | undefined {
  if (parent?.tag !== 'picture') return undefined;
  const source = findBelow(parent, ({ tag }) => tag === 'source', 20);
  return source && largest(source.attrs['data-srcset'] ?? source.attrs['srcset']);
}

/** What a picture that is still to be loaded, or drawn by the page itself, has there is none. */
const isAddress = (source: string | undefined): source is string =>
  source !== undefined &&
  source.length <= longestAddress &&
  source.trim() !== '' &&
  !/^\s*(?:data|blob|about):/i.test(source);
const longestAddress = 2000;

/** `a.jpg 300w, b.jpg 1024w`: the one of most pixels. */
function largest(set: string | undefined): string | undefined {
  if (set === undefined) return undefined;
  let best: { url: string; size: number } | undefined;
  for (const part of set.slice(0, 2 * longestAddress).split(/,\s/)) {
    const [url, width] = part.trim().split(/\s+/);
    const size = Number.parseFloat(width ?? '1');
    if (url && (best === undefined || size > best.size)) best = { url, size };
  }
  return best?.url;
}

/** Pictures as the links they would be: named by their own words, else by the heading they stand under. */
export function pictureLinks(drafts: readonly PictureDraft[], resolver: Resolver): Link[] {
  const links = new Map<string, Link>();
  for (const { node, source: href, heading } of drafts) {
    const { url } = resolver.resolve(href);
    if (url === null || links.has(url)) continue;
    const alt = collapse(node.attrs['alt'] ?? node.attrs['title'] ?? '');
    const own = saying(alt) === 'named' && /[\u0e01-\u0e2e]{2}/.test(alt) && !isFileName(alt) ? alt : '';
    const context: { from: 'heading'; text: string }[] = [];
    for (let above = heading; above !== null; above = above.outer) context.push({ from: 'heading', text: above.text });
    const named = own === '' ? (context[0]?.text ?? '') : flatCopy(cut(own, labelLimit));
    links.set(url, {
      href: flatCopy(href),
      url,
      label: named,
      labelFrom: own !== '' ? 'alt' : named === '' ? 'none' : 'heading',
      text: '',
      context,
      element: 'picture',
      region: 'main',
    });
  }
  return [...links.values()];
}
