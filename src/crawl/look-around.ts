// Before anything is called absent: a look at what nothing speaks for. A menu may call the plan what no vocabulary
// knows, and the plan may have been posted among the news. Chooses; fetches nothing.
import type { CrawlGuide, LookWidth } from '../model/crawl.ts';
import type { Candidate, Frontier, TrapTest } from './frontier.ts';

/**
 * At most so many of: what stands beside links to publications, under words of its own, documents included; pages that nothing
 * speaks for; documents in the text of pages read, the file of a posting or a page that says no more than ดาวน์โหลด; lists of
 * postings, the pages they go on on included.
 */
const most = {
  widely: { beside: 8, plain: 12, attached: 8, list: 8 },
  // A menu's pages mostly: a survey's form under เสียงของท่าน.
  briefly: { beside: 4, plain: 6, attached: 2, list: 0 },
} as const;
/** A small site is looked at whole: so much more, where no more than that is left. */
const mostRest = 8;
/** Clicks from an entrance; a document is one click from the page that carries it. */
const depth = 3;

export interface LookAround {
  /** Up to `count` pages to look at next; none when there are none, or enough was looked at. Takes them from the frontier. */
  next(count: number, how: LookWidth): Candidate[];
}

export function createLookAround(frontier: Frontier, guide: CrawlGuide, trapOf: TrapTest): LookAround {
  let rest: Candidate[] = [];
  let restLeft = mostRest;
  const looked = { beside: 0, plain: 0, attached: 0, list: 0 };
  return {
    next(count, how) {
      for (const kind of ['beside', 'plain', 'attached', 'list'] as const) {
        const left = Math.min(count, most[how][kind] - looked[kind]);
        if (left <= 0) continue;
        const within = kind === 'attached' ? depth + 1 : depth;
        const found = frontier.popUnrated(kind, left, within, trapOf, (link) => guide.look?.(link));
        looked[kind] += found.length;
        if (found.length > 0) return found;
      }
      if (how === 'widely' && rest.length === 0 && restLeft > 0) {
        rest = frontier.popRest(restLeft, depth + 1, trapOf, (link) => guide.look?.(link));
        // A site that has more is no small one.
        restLeft = rest.length === 0 ? 0 : restLeft - rest.length;
      }
      return rest.splice(0, count);
    },
  };
}
