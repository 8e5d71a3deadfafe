// The candidates of one crawl: known, not yet asked. Gives the best ones for what is still wanted; fetches and rates nothing.
import type { LinkRatings, LookKind, Page, PathStep, PendingLink } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import { isPageTurn } from '../text/page-turn.ts';
import { type BestFirst, bestFirst } from './best-first.ts';
import { looksLikeDocument } from './share-hosts.ts';
import { kindOfLabel, type Trap, urlPattern } from './traps.ts';

export interface Candidate {
  readonly key: string;
  /** Canonical URL. */
  readonly url: string;
  /** Order of discovery, 0-based. */
  readonly order: number;
  ratings: Record<string, number>;
  /** The link followed: of all links to this URL the one with the best rating, the first of equals. */
  via: { readonly pageId: number; readonly link: Link };
  path: readonly PathStep[];
  depth: number;
  offSite: boolean;
  role: Page['role'];
  trap: Trap | undefined;
  /** What its label names, where nothing speaks for it. Asked once for each label that leads here. */
  looks?: LookKind | undefined;
  /** Found on a list that was looked at: its title speaks for itself. */
  readonly posted?: boolean;
  /** Stands in the content of a page whose other links name what is wanted. */
  beside?: boolean;
  /** A document in the content of a page. */
  attached?: boolean;
}

export interface Pick {
  readonly candidate: Candidate;
  readonly rating: number;
  readonly criterion: string;
}

export interface Frontier {
  /** Adds a candidate, or joins a further link to one already known. No effect on one already taken. */
  add(found: Omit<Candidate, 'order' | 'ratings'> & { readonly ratings: LinkRatings }): void;
  /** Has this key ever been taken (asked, or refused for good)? */
  taken(key: string): boolean;
  /** Was it named before, and not taken yet? */
  known(key: string): boolean;
  /** Marks a key as asked, whether or not it was a candidate. */
  take(key: string): void;
  /** The best `count` candidates with rating ≥ `least` for the wanted criteria and depth ≤ `maxDepth`; takes them. */
  pop(count: number, wanted: readonly string[], least: number, maxDepth: number, trapOf: TrapTest): Pick[];
  /**
   * The `count` nearest of that kind on the own site, menus before text, few that are alike; takes them. For the look around.
   * `beside`: plain ones beside links that name what is wanted, documents included; `attached`: documents in the text of any
   * page that was read; of the others pages only.
   */
  popUnrated(
    kind: 'beside' | 'plain' | 'attached' | 'list',
    count: number,
    maxDepth: number,
    trapOf: TrapTest,
    look: (link: Link) => LookKind | undefined,
  ): Candidate[];
  /** All that is left on the own site within `maxDepth` clicks and is neither idle nor a trap, where that is `count` at most; takes them. */
  popRest(count: number, maxDepth: number, trapOf: TrapTest, look: (link: Link) => LookKind | undefined): Candidate[];
  /** Is there a promising candidate that is no trap, within `maxDepth` clicks? */
  hasPromising(wanted: readonly string[], least: number, maxDepth: number, trapOf: TrapTest): boolean;
  /** Is there a promising candidate beyond `maxDepth` clicks? */
  tooDeep(wanted: readonly string[], least: number, maxDepth: number): boolean;
  pending(wanted: readonly string[], limit: number): PendingLink[];
}

export type TrapTest = (candidate: Candidate) => Trap | undefined;

/** Candidates kept; a page with 300,000 links must not fill the memory. The first found win. */
const maxCandidates = 20_000;

/** Of pages nothing speaks for, so many of one URL pattern are looked at, and so many of them whose labels differ in numbers only. */
const plainOfPattern = 8;
const plainOfKind = 4;

const inText = ({ via }: Candidate): boolean => via.link.region === 'main';

/** A list goes on on its next page; what else a list of postings names, its title has been asked about. */
function looksOf({ via, posted }: Candidate, look: (link: Link) => LookKind | undefined): LookKind {
  const turns = isPageTurn(via.link.text);
  if (posted) return turns ? 'list' : 'idle';
  return turns ? 'plain' : (look(via.link) ?? 'plain');
}

/** The best that a link is rated for anything. */
export const top = (ratings: LinkRatings): number => Math.max(0, ...Object.values(ratings));

/** Its picks, best first. No function of a frontier: a generator's hidden class would keep that in memory (html-nearby.ts). */
function* drained(order: BestFirst): Generator<Pick> {
  for (let pick = order.pop(); pick !== undefined; pick = order.pop()) yield pick;
}

export function createFrontier(): Frontier {
  const candidates = new Map<string, Candidate>();
  const takenKeys = new Set<string>();
  const plainly = new Map<string, number>();
  let discovered = 0;
  const ranked = (wanted: readonly string[], least: number): Iterable<Pick> =>
    drained(bestFirst(candidates.values(), wanted, least));

  /** The order that pops go by. It holds neither traps nor what lies too deep: once met, they are out of it. */
  let order: BestFirst | undefined;
  let orderedFor = '';
  function orderFor(wanted: readonly string[], least: number, maxDepth: number): BestFirst {
    const question = `${least} ${maxDepth} ${wanted.join(' ')}`;
    if (order === undefined || question !== orderedFor) {
      order = bestFirst(candidates.values(), wanted, least);
      orderedFor = question;
    }
    return order;
  }
  function remove(candidate: Candidate): void {
    candidates.delete(candidate.key);
    order?.drop(candidate);
  }

  return {
    add(found) {
      if (takenKeys.has(found.key)) return;
      const known = candidates.get(found.key);
      if (known === undefined) {
        if (candidates.size < maxCandidates) {
          const candidate: Candidate = { ...found, ratings: { ...found.ratings }, order: discovered };
          candidates.set(found.key, candidate);
          order?.put(candidate);
        }
        discovered += 1;
        return;
      }
      // An own page may link what a sitemap or another page named first: the better reason leads, the ratings join.
      const better = top(found.ratings) > top(known.ratings) || (known.role === 'sitemap' && found.role !== 'sitemap');
      if (better) {
        known.via = found.via;
        known.path = found.path;
        known.depth = found.depth;
        known.role = found.role;
        known.trap = found.trap;
        known.looks = undefined;
      }
      if (found.beside) known.beside = true;
      if (found.attached) known.attached = true;
      let raised = false;
      for (const [id, value] of Object.entries(found.ratings)) {
        if (value <= (known.ratings[id] ?? 0)) continue;
        known.ratings[id] = value;
        raised = true;
      }
      if (better || raised) order?.put(known);
    },
    taken: (key) => takenKeys.has(key),
    known: (key) => candidates.has(key),
    take(key) {
      takenKeys.add(key);
      const known = candidates.get(key);
      if (known !== undefined) remove(known);
    },
    pop(count, wanted, least, maxDepth, trapOf) {
      const picks: Pick[] = [];
      const best = orderFor(wanted, least, maxDepth);
      while (picks.length < count) {
        const pick = best.pop();
        if (pick === undefined) break;
        const { candidate } = pick;
        if (candidate.depth > maxDepth) continue;
        candidate.trap ??= trapOf(candidate);
        if (candidate.trap !== undefined) continue;
        picks.push(pick);
      }
      for (const { candidate } of picks) {
        takenKeys.add(candidate.key);
        remove(candidate);
      }
      return picks;
    },
    popUnrated(kind, count, maxDepth, trapOf, look) {
      const near = [...candidates.values()]
        .filter(({ url, depth, offSite, beside, attached }) => {
          if (depth > maxDepth || offSite) return false;
          if (kind === 'beside') return beside === true;
          return kind === 'attached' ? attached === true : !looksLikeDocument(url);
        })
        .sort((a, b) => a.depth - b.depth || Number(inText(a)) - Number(inText(b)) || a.order - b.order);
      const picks: Candidate[] = [];
      for (const candidate of near) {
        if (picks.length === count) break;
        candidate.looks ??= looksOf(candidate, look);
        if (candidate.looks !== (kind === 'list' ? 'list' : 'plain')) continue;
        const pattern = urlPattern(candidate.url);
        const alike = `${pattern}\n${kindOfLabel(candidate.via.link.label)}`;
        // A menu's pages are of all sorts, though one script may give them all out.
        if (inText(candidate) && (plainly.get(pattern) ?? 0) >= plainOfPattern) continue;
        if ((plainly.get(alike) ?? 0) >= plainOfKind) continue;
        candidate.trap ??= trapOf(candidate);
        if (candidate.trap !== undefined) continue;
        for (const key of [pattern, alike]) plainly.set(key, (plainly.get(key) ?? 0) + 1);
        picks.push(candidate);
      }
      for (const candidate of picks) {
        takenKeys.add(candidate.key);
        remove(candidate);
      }
      return picks;
    },
    popRest(count, maxDepth, trapOf, look) {
      const rest: Candidate[] = [];
      for (const candidate of candidates.values()) {
        if (candidate.offSite || candidate.depth > maxDepth) continue;
        candidate.looks ??= looksOf(candidate, look);
        if (candidate.looks === 'idle') continue;
        candidate.trap ??= trapOf(candidate);
        if (candidate.trap === undefined && rest.push(candidate) > count) return [];
      }
      for (const candidate of rest) {
        takenKeys.add(candidate.key);
        remove(candidate);
      }
      return rest.sort((a, b) => a.depth - b.depth || a.order - b.order);
    },
    hasPromising(wanted, least, maxDepth, trapOf) {
      for (const { candidate } of ranked(wanted, least)) {
        if (candidate.depth > maxDepth) continue;
        candidate.trap ??= trapOf(candidate);
        if (candidate.trap === undefined) return true;
      }
      return false;
    },
    tooDeep(wanted, least, maxDepth) {
      for (const { candidate } of ranked(wanted, least))
        if (candidate.depth > maxDepth && candidate.trap === undefined) return true;
      return false;
    },
    pending(wanted, limit) {
      return [...ranked(wanted, 0)]
        .filter(({ candidate }) => candidate.trap !== undefined || top(candidate.ratings) > 0)
        .slice(0, limit)
        .map(({ candidate }) => ({
          url: candidate.url,
          via: candidate.via,
          ratings: candidate.ratings,
          ...(candidate.trap === undefined ? {} : { trap: candidate.trap }),
        }));
    },
  };
}
