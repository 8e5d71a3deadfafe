// Learns which texts stand on most pages of a site: menus, headers, footers. They prove nothing about a page. Pure.

import type { Page } from '../model/crawl.ts';
import type { Segment } from '../model/document.ts';
import { appendTo } from './append-to.ts';

export interface Boilerplate {
  /** Whether segment `index` of `page`, one of the pages learnt from, is boilerplate. */
  has(page: Page, index: number): boolean;
}

/** Boilerplate of a site that is still being read: a page more costs that page, not all pages anew. */
export interface GrowingBoilerplate extends Boilerplate {
  /** `turned` is told of earlier pages a text of which became boilerplate, or is none any more. */
  add(page: Page, turned?: (page: Page) => void): void;
}

/** Text seen on at least three pages and on three in five of a site's HTML pages is boilerplate there. */
export function learnBoilerplate(pages: readonly Page[]): Boilerplate {
  const boilerplate = createBoilerplate();
  for (const page of pages) boilerplate.add(page);
  return boilerplate;
}

/** Bits of what a text is now: boilerplate as a line, or as a heading or row. */
const common = { line: 1, heading: 2 } as const;

// Texts have numbers, and what is known of each stands under its number: nearly all of the hundred texts of a page stand on no other
// page, and an object for each would take as much room as the texts.
export function createBoilerplate(): GrowingBoilerplate {
  const numbers = new Map<string, number>();
  /** By number: on how many pages it stands, and the last of them. */
  const counts: number[] = [];
  const lastOn: number[] = [];
  /** Bits of `common`. */
  const kinds: number[] = [];
  /** The first page that has it in its content, and the others. */
  const firstOf: (Page | undefined)[] = [];
  const othersOf = new Map<number, Page[]>();
  /** In step with the page's segments. */
  const numbersOf = new Map<Page, Int32Array>();
  /** Those that are boilerplate at all: with a page more they may no longer be. */
  const commonLines = new Set<number>();

  function numberOf(segment: Segment): number {
    const key = keyOf(segment);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = counts.push(0) - 1;
    lastOn.push(-1);
    kinds.push(0);
    firstOf.push(undefined);
    numbers.set(key, number);
    return number;
  }

  function addContent(number: number, page: Page): void {
    const first = firstOf[number];
    if (first === undefined) firstOf[number] = page;
    else if ((othersOf.get(number)?.at(-1) ?? first) !== page) appendTo(othersOf, number, page);
  }

  return {
    add(page, turned) {
      if (page.text.media !== 'html') return;
      const { segments } = page.text;
      const now = numbersOf.size;
      const own = new Int32Array(segments.length);
      const distinct: number[] = [];
      for (let at = 0; at < segments.length; at += 1) {
        const segment = segments[at]!;
        const number = numberOf(segment);
        own[at] = number;
        if (segment.region === 'main') addContent(number, page);
        if (lastOn[number] === now) continue;
        lastOn[number] = now;
        counts[number]! += 1;
        distinct.push(number);
      }
      numbersOf.set(page, own);
      const fewest = Math.max(3, Math.ceil(numbersOf.size * 0.6));
      // A heading over several years' pages may be their subject; on nearly every page it is a menu's.
      // So may the rows of tables that list the same programmes.
      const fewestOfHeading = Math.max(4, Math.ceil(numbersOf.size * 0.7));
      const weigh = (number: number): void => {
        const count = counts[number]!;
        const kind = (count >= fewest ? common.line : 0) | (count >= fewestOfHeading ? common.heading : 0);
        if (kind === kinds[number]) return;
        kinds[number] = kind;
        if ((kind & common.line) !== 0) commonLines.add(number);
        else commonLines.delete(number);
        const first = firstOf[number];
        if (turned === undefined || first === undefined) return;
        turned(first);
        for (const other of othersOf.get(number) ?? []) turned(other);
      };
      for (const number of commonLines) if (lastOn[number] !== now) weigh(number);
      for (const number of distinct) weigh(number);
    },
    has(page, index) {
      const segment = page.text.segments[index];
      const number = numbersOf.get(page)?.[index];
      if (segment === undefined || number === undefined) return false;
      if (segment.region !== 'main') return true;
      const bit = segment.kind === 'heading' || segment.kind === 'row' ? common.heading : common.line;
      return (kinds[number]! & bit) !== 0;
    },
  };
}

/** A page's heading may have the words of a menu's entry. */
const keyOf = (segment: Segment): string => `${segment.kind === 'heading' ? '#' : ''}${segment.text}`;
