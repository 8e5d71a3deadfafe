// Before anything required is called absent: a look at what nothing speaks for. A menu may call the plan what no vocabulary
// knows, and the plan may have been posted among the news. Chooses; fetches nothing.
import type { CrawlGuide } from '../model/crawl.ts';
import type { Candidate, Frontier, TrapTest } from './frontier.ts';

/** What stands beside links to publications, under words of its own; documents included. */
const maxBeside = 8;
/** Pages that nothing speaks for. */
const maxPlain = 12;
/** Documents in the text of pages read, the file of a posting or a page that says no more than ดาวน์โหลด. */
const maxAttached = 8;
/** Lists of postings, the pages they go on on included. */
const maxLists = 8;
/** Clicks from an entrance; a document is one click from the page that carries it. */
const depth = 3;

export interface LookAround {
  /** Up to `count` pages to look at next; none when there are none, or enough was looked at. Takes them from the frontier. */
  next(count: number): Candidate[];
}

export function createLookAround(frontier: Frontier, guide: CrawlGuide, trapOf: TrapTest): LookAround {
  const left = { beside: maxBeside, plain: maxPlain, attached: maxAttached, list: maxLists };
  return {
    next(count) {
      for (const kind of ['beside', 'plain', 'attached', 'list'] as const) {
        const most = Math.min(count, left[kind]);
        const found =
          most === 0
            ? []
            : frontier.popUnrated(kind, most, kind === 'attached' ? depth + 1 : depth, trapOf, (link) =>
                guide.look?.(link),
              );
        left[kind] -= found.length;
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}
