// Candidates of a crawl best first, kept in order while the crawl goes on: what is added or rated anew moves alone, and a pop
// does not look at all the others.
import type { Candidate, Pick } from './frontier.ts';

/** Where a candidate stands; outdated once the candidate has another place, or is gone. */
interface Place extends Pick {
  readonly depth: number;
}

export interface BestFirst {
  /** A candidate is new, or has other ratings or another way to it. */
  put(candidate: Candidate): void;
  /** A candidate is gone. */
  drop(candidate: Candidate): void;
  /** Takes the best out of the order. */
  pop(): Pick | undefined;
}

/** Best rating first, then nearest, then found first: a total order. */
function isBefore(a: Place, b: Place): boolean {
  if (a.rating !== b.rating) return a.rating > b.rating;
  return a.depth === b.depth ? a.candidate.order < b.candidate.order : a.depth < b.depth;
}

/** The best rating for what is wanted, and the first criterion that has it. */
function bestOf(ratings: Candidate['ratings'], wanted: readonly string[]): { rating: number; criterion: string } {
  let rating = 0;
  let criterion = '';
  for (const id of wanted) {
    const value = ratings[id] ?? 0;
    if (value > rating) {
      rating = value;
      criterion = id;
    }
  }
  return { rating, criterion };
}

/** The order of those `candidates` that are rated at least `least` for what is `wanted`. */
export function bestFirst(candidates: Iterable<Candidate>, wanted: readonly string[], least: number): BestFirst {
  const heap: Place[] = [];
  const places = new Map<Candidate, Place>();

  function placeOf(candidate: Candidate): Place | undefined {
    const { rating, criterion } = bestOf(candidate.ratings, wanted);
    return rating < least ? undefined : { candidate, rating, criterion, depth: candidate.depth };
  }
  function rise(from: number): void {
    const place = heap[from]!;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(place, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = place;
  }
  function sink(from: number): void {
    const place = heap[from]!;
    let at = from;
    for (let next = at * 2 + 1; next < heap.length; next = at * 2 + 1) {
      if (next + 1 < heap.length && isBefore(heap[next + 1]!, heap[next]!)) next += 1;
      if (!isBefore(heap[next]!, place)) break;
      heap[at] = heap[next]!;
      at = next;
    }
    heap[at] = place;
  }

  for (const candidate of candidates) {
    const place = placeOf(candidate);
    if (place === undefined) continue;
    places.set(candidate, place);
    heap.push(place);
  }
  for (let at = (heap.length >> 1) - 1; at >= 0; at -= 1) sink(at);

  return {
    put(candidate) {
      const place = placeOf(candidate);
      const known = places.get(candidate);
      if (place === undefined) return;
      if (known?.rating === place.rating && known.criterion === place.criterion && known.depth === place.depth) return;
      places.set(candidate, place);
      heap.push(place);
      rise(heap.length - 1);
    },
    drop(candidate) {
      places.delete(candidate);
    },
    pop() {
      while (heap.length > 0) {
        const first = heap[0]!;
        const last = heap.pop()!;
        if (heap.length > 0) {
          heap[0] = last;
          sink(0);
        }
        if (places.get(first.candidate) !== first) continue;
        places.delete(first.candidate);
        return { candidate: first.candidate, rating: first.rating, criterion: first.criterion };
      }
      return undefined;
    },
  };
}
