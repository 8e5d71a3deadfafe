// Learns which texts stand on most pages of a site: menus, headers, footers. They prove nothing about a page. Pure.

import type { Page } from '../model/crawl.ts';
import type { Segment } from '../model/document.ts';

export interface Boilerplate {
  has(page: Page, segment: Segment): boolean;
}

/** Text seen on at least three pages and on three in five of a site's HTML pages is boilerplate there. */
export function learnBoilerplate(pages: readonly Page[]): Boilerplate {
  const html = pages.filter((page) => page.text.media === 'html');
  const seen = new Map<string, number>();
  for (const page of html) {
    const texts = new Set(page.text.segments.map(keyOf));
    for (const text of texts) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const least = Math.max(3, Math.ceil(html.length * 0.6));
  return {
    has(page, segment) {
      if (page.text.media !== 'html') return false;
      if (segment.region !== 'main') return true;
      const times = seen.get(keyOf(segment)) ?? 0;
      // A heading over several years' pages may be their subject; on nearly every page it is a menu's.
      // So may the rows of tables that list the same programmes.
      if (segment.kind === 'heading' || segment.kind === 'row')
        return times >= Math.max(4, Math.ceil(html.length * 0.7));
      return times >= least;
    },
  };
}

/** A page's heading may have the words of a menu's entry. */
const keyOf = (segment: Segment): string => `${segment.kind === 'heading' ? '#' : ''}${segment.text}`;
