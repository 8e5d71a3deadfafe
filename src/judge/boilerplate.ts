// Learns which texts stand on most pages of a site: menus, headers, footers. They prove nothing about a page. Pure.

import type { Page } from '../model/crawl.ts';
import type { Segment } from '../model/document.ts';

export interface Boilerplate {
  /** Whether segment `index` of `page`, one of the pages learnt from, is boilerplate. */
  has(page: Page, index: number): boolean;
}

/** Boilerplate of a site that is still being read: a page more costs that page, not all pages anew. */
export interface GrowingBoilerplate extends Boilerplate {
  /** `turned` is told of earlier pages a text of which became boilerplate, or is none any more. */
  add(page: Page, turned?: (page: Page) => void): void;
}

/** On how many pages a text stands. */
interface Count {
  pages: number;
  /** Pages that have it in their content. */
  readonly on: Page[];
  /** What it is now, as a line and as a heading or row. */
  line: boolean;
  heading: boolean;
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
  /** Those that are boilerplate at all: with a page more they may no longer be. */
  const common = new Set<Count>();
  function weigh(count: Count, turned: ((page: Page) => void) | undefined): void {
    const line = count.pages >= Math.max(3, Math.ceil(countsOf.size * 0.6));
    // A heading over several years' pages may be their subject; on nearly every page it is a menu's.
    // So may the rows of tables that list the same programmes.
    const heading = count.pages >= Math.max(4, Math.ceil(countsOf.size * 0.7));
    if (line === count.line && heading === count.heading) return;
    count.line = line;
    count.heading = heading;
    if (line) common.add(count);
    else common.delete(count);
    if (turned) for (const page of count.on) turned(page);
  }
  return {
    add(page, turned) {
      if (page.text.media !== 'html') return;
      const own = page.text.segments.map((segment) => {
        const key = keyOf(segment);
        const inMain = segment.region === 'main';
        const known = counts.get(key);
        if (known === undefined) {
          // Most texts stand on one page: a list made with it has room for no more.
          const count = { pages: 0, on: inMain ? [page] : [], line: false, heading: false };
          counts.set(key, count);
          return count;
        }
        if (inMain && known.on.at(-1) !== page) known.on.push(page);
        return known;
      });
      countsOf.set(page, own);
      const distinct = new Set(own);
      for (const count of distinct) count.pages += 1;
      for (const count of common) if (!distinct.has(count)) weigh(count, turned);
      for (const count of distinct) weigh(count, turned);
    },
    has(page, index) {
      const segment = page.text.segments[index];
      const count = countsOf.get(page)?.[index];
      if (segment === undefined || count === undefined) return false;
      if (segment.region !== 'main') return true;
      return segment.kind === 'heading' || segment.kind === 'row' ? count.heading : count.line;
    },
  };
}

/** A page's heading may have the words of a menu's entry. */
const keyOf = (segment: Segment): string => `${segment.kind === 'heading' ? '#' : ''}${segment.text}`;
