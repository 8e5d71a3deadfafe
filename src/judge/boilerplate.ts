// Learns which texts stand on most pages of a site: menus, headers, footers. They prove nothing about a page. Pure.

import type { Page } from '../model/crawl.ts';
import type { Segment } from '../model/document.ts';

export interface Boilerplate {
  /** Whether segment `index` of `page`, one of the pages learnt from, is boilerplate. */
  has(page: Page, index: number): boolean;
}

/** Boilerplate of a site that is still being read: a page more costs that page, not all pages anew. */
export interface GrowingBoilerplate extends Boilerplate {
  add(page: Page): void;
}

/** On how many pages a text stands. */
interface Count {
  pages: number;
}

/** Text seen on at least three pages and on three in five of a site's HTML pages is boilerplate there. */
export function learnBoilerplate(pages: readonly Page[]): Boilerplate {
  const boilerplate = createBoilerplate();
  for (const page of pages) boilerplate.add(page);
  return boilerplate;
}

export function createBoilerplate(): GrowingBoilerplate {
  const counts = new Map<string, Count>();
  /** In step with the page's segments. */
  const countsOf = new Map<Page, readonly Count[]>();
  return {
    add(page) {
      if (page.text.media !== 'html') return;
      const own = page.text.segments.map((segment) => {
        const key = keyOf(segment);
        const count = counts.get(key) ?? { pages: 0 };
        counts.set(key, count);
        return count;
      });
      countsOf.set(page, own);
      for (const count of new Set(own)) count.pages += 1;
    },
    has(page, index) {
      const segment = page.text.segments[index];
      const count = countsOf.get(page)?.[index];
      if (segment === undefined || count === undefined) return false;
      if (segment.region !== 'main') return true;
      // A heading over several years' pages may be their subject; on nearly every page it is a menu's.
      // So may the rows of tables that list the same programmes.
      if (segment.kind === 'heading' || segment.kind === 'row')
        return count.pages >= Math.max(4, Math.ceil(countsOf.size * 0.7));
      return count.pages >= Math.max(3, Math.ceil(countsOf.size * 0.6));
    },
  };
}

/** A page's heading may have the words of a menu's entry. */
const keyOf = (segment: Segment): string => `${segment.kind === 'heading' ? '#' : ''}${segment.text}`;
