// What a page shows as a part of itself (frames, documents in it, pictures), above all what of it could not be read. Pure.
import type { Gap, Page } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import { isFramed } from './link-reading.ts';
import type { Site } from './site.ts';

const isShown = (link: Link): boolean => isFramed(link) || link.element === 'picture';

/** Pages that show what was not read. */
export const pagesShowing = (site: Site, gap: Gap): readonly Page[] =>
  site.crawl.pages.filter((page) => shows(page, gap));

/** Something that the page shows lives and could not be read. */
export const showsUnread = (site: Site, page: Page): boolean =>
  site.crawl.gaps.some((gap) => !gap.fetch?.dead && shows(page, gap));

/** The page's pictures were read: what it claims is for them to show. */
export const isReadByPictures = (site: Site, page: Page): boolean =>
  site.crawl.pages.some(({ via }) => via?.pageId === page.id && via.link.element === 'picture');

/** A picture is asked for once, whatever other pages have it for their content. */
function shows(page: Page, { via }: Gap): boolean {
  if (via === undefined || !isShown(via.link)) return false;
  if (via.pageId === page.id) return true;
  return via.link.element === 'picture' && showsPicture(page, via.link) && saysLittle(page);
}

const showsPicture = ({ text }: Page, { url }: Link): boolean =>
  text.pictures?.some((picture) => picture.url === url) ?? false;

/** Letters of content that a page of pictures says at most. */
const mostBeside = 300;

const saysLittle = ({ text }: Page): boolean =>
  text.segments.reduce((sum, { kind, region, text: words }) => {
    return kind !== 'title' && region === 'main' ? sum + words.length : sum;
  }, 0) <= mostBeside;
