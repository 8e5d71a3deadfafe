// What a page shows as a part of itself (frames, documents in it, pictures) and could not be read. Pure.
import type { Gap, Page } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import type { Site } from './site.ts';

const isShown = ({ element }: Link): boolean => element === 'frame' || element === 'embed' || element === 'picture';

/** Pages that show what was not read. A picture is asked for once, whatever other pages have it for their content. */
export function pagesShowing(site: Site, { via }: Gap): readonly Page[] {
  if (via === undefined || !isShown(via.link)) return [];
  const first = site.pageById(via.pageId);
  const others =
    via.link.element === 'picture'
      ? site.crawl.pages.filter((page) => page.id !== via.pageId && showsPicture(page, via.link) && saysLittle(page))
      : [];
  return first === undefined ? others : [first, ...others];
}

/** Something that the page shows lives and could not be read. */
export function showsUnread(site: Site, page: Page): boolean {
  return site.crawl.gaps.some((gap) => !gap.fetch?.dead && pagesShowing(site, gap).includes(page));
}

const showsPicture = ({ text }: Page, { url }: Link): boolean =>
  text.pictures?.some((picture) => picture.url === url) ?? false;

/** Letters of content that a page of pictures says at most. */
const mostBeside = 300;

const saysLittle = ({ text }: Page): boolean =>
  text.segments.reduce((sum, { kind, region, text: words }) => {
    return kind !== 'title' && region === 'main' ? sum + words.length : sum;
  }, 0) <= mostBeside;
