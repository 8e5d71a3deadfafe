// The frontier's order, kept from pop to pop, must be the one that sorting all candidates anew would give.
import { expect, test } from 'vitest';
import { bestFirst } from '../../src/crawl/best-first.ts';
import { type Candidate, createFrontier } from '../../src/crawl/frontier.ts';
import type { Trap } from '../../src/crawl/traps.ts';
import type { Link } from '../../src/model/document.ts';

const link: Link = {
  href: '/',
  url: 'http://a.go.th/',
  label: '',
  labelFrom: 'none',
  text: '',
  context: [],
  element: 'a',
  region: 'main',
};

function found(key: string, depth: number, ratings: Record<string, number>) {
  const url = `http://a.go.th/${key}`;
  return {
    key,
    url,
    ratings,
    depth,
    via: { pageId: 0, link },
    path: [],
    offSite: false,
    role: 'link',
    trap: undefined,
  } as const;
}

/** What the frontier promises, done the slow way. */
function slowly() {
  const known = new Map<
    string,
    { key: string; order: number; depth: number; ratings: Record<string, number>; trap?: Trap }
  >();
  const taken = new Set<string>();
  let order = 0;
  return {
    add({ key, depth, ratings }: ReturnType<typeof found>): void {
      if (taken.has(key)) return;
      const candidate = known.get(key);
      if (candidate === undefined) {
        known.set(key, { key, depth, ratings: { ...ratings }, order });
        order += 1;
        return;
      }
      const top = (all: Record<string, number>): number => Math.max(0, ...Object.values(all));
      if (top(ratings) > top(candidate.ratings)) {
        candidate.depth = depth;
        delete candidate.trap;
      }
      for (const [id, value] of Object.entries(ratings))
        candidate.ratings[id] = Math.max(candidate.ratings[id] ?? 0, value);
    },
    take(key: string): void {
      taken.add(key);
      known.delete(key);
    },
    pop(
      count: number,
      wanted: readonly string[],
      least: number,
      maxDepth: number,
      isTrap: (key: string) => boolean,
    ): string[] {
      const best = (ratings: Record<string, number>): number => Math.max(0, ...wanted.map((id) => ratings[id] ?? 0));
      const ranked = [...known.values()]
        .map((candidate) => ({ candidate, rating: best(candidate.ratings) }))
        .filter(({ rating }) => rating >= least)
        .sort(
          (a, b) =>
            b.rating - a.rating || a.candidate.depth - b.candidate.depth || a.candidate.order - b.candidate.order,
        );
      const picks: string[] = [];
      for (const { candidate } of ranked) {
        if (picks.length >= count) break;
        if (candidate.depth > maxDepth) continue;
        if (candidate.trap === undefined && isTrap(candidate.key)) candidate.trap = 'search';
        if (candidate.trap === undefined) picks.push(candidate.key);
      }
      for (const key of picks) this.take(key);
      return picks;
    },
  };
}

test('pops what a fresh look at all candidates would give', () => {
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
  for (let round = 0; round < 60; round += 1) {
    const [frontier, reference] = [createFrontier(), slowly()];
    const trapped = new Set<string>();
    let wanted = ['plan', 'budget', 'result'];
    for (let step = 0; step < 120; step += 1) {
      const key = `p${random(60)}`;
      switch (random(6)) {
        case 0:
        case 1:
        case 2: {
          const link = found(key, random(8), { [wanted[random(wanted.length)]!]: random(6) * 10, other: random(3) });
          frontier.add(link);
          reference.add(link);
          break;
        }
        case 3:
          trapped.add(key);
          break;
        case 4:
          if (random(4) === 0) {
            frontier.take(key);
            reference.take(key);
          } else if (random(8) === 0) wanted = ['budget', 'result'];
          break;
        default: {
          const [count, least, maxDepth] = [1 + random(2), 20, random(10) === 0 ? 9 : 5];
          const isTrap = (of: string): boolean => trapped.has(of);
          const picks = frontier.pop(count, wanted, least, maxDepth, ({ key: of }: Candidate) =>
            isTrap(of) ? 'search' : undefined,
          );
          expect(picks.map(({ candidate }) => candidate.key)).toEqual(
            reference.pop(count, wanted, least, maxDepth, isTrap),
          );
        }
      }
    }
  }
});

test('a long crawl looks at no candidate again and again', () => {
  let looks = 0;
  const candidates = Array.from(
    { length: 5000 },
    (_, order): Candidate => ({
      ...found(`p${order}`, 1, {}),
      order,
      get ratings() {
        looks += 1;
        return { plan: order % 7 };
      },
    }),
  );
  const order = bestFirst(candidates, ['plan'], 0);
  const popped: number[] = [];
  for (let pick = order.pop(); pick !== undefined; pick = order.pop()) popped.push(pick.rating);
  expect(popped).toEqual(popped.toSorted((a, b) => b - a));
  expect(looks).toBe(candidates.length);
});
