// Ratings of links, found again for the same link in the same place: a menu comes back on every page, and is rated once. Pure in
// effect: what is kept only saves work.
import type { LinkRatings } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';

/** All that a rating depends on beside the label. */
export interface Place {
  readonly link: Link;
  readonly fresh: boolean;
  readonly depth: number;
  readonly file: boolean;
  /** Of links that are fresh: the label of the page, and what the file is called. */
  readonly parent: string;
  readonly named: string;
  /** It turns the page of a list, whatever stands around it. */
  readonly turns: boolean;
}

export interface RatedLinks {
  ratingsOf(place: Place): LinkRatings | undefined;
  keep(place: Place, ratings: LinkRatings): void;
}

/** A chain of those with one label, and as long as they are few with one text beside them. */
interface Rated {
  readonly place: Place;
  readonly ratings: LinkRatings;
  readonly next: Rated | undefined;
}

export function createRatedLinks(): RatedLinks {
  /** By label; where several things stand beside links of one label, by these, too. Most labels come once: a map for each is large. */
  const rated = new Map<string, Rated | Map<string, Rated>>();
  return {
    ratingsOf(place) {
      const labelled = rated.get(place.link.label);
      let entry = labelled instanceof Map ? labelled.get(beside(place)) : labelled;
      while (entry !== undefined && !samePlace(entry.place, place)) entry = entry.next;
      return entry?.ratings;
    },
    keep(place, ratings) {
      const { label } = place.link;
      const around = beside(place);
      const labelled = rated.get(label);
      if (labelled instanceof Map) labelled.set(around, { place, ratings, next: labelled.get(around) });
      else if (labelled === undefined || beside(labelled.place) === around)
        rated.set(label, { place, ratings, next: labelled });
      else
        rated.set(
          label,
          new Map([
            [beside(labelled.place), labelled],
            [around, { place, ratings, next: undefined }],
          ]),
        );
    },
  };
}

/** What stands nearest. */
const beside = ({ link }: Place): string => link.context[0]?.text ?? '';

function samePlace(one: Place, other: Place): boolean {
  return (
    one.fresh === other.fresh &&
    one.depth === other.depth &&
    one.file === other.file &&
    one.parent === other.parent &&
    one.named === other.named &&
    one.turns === other.turns &&
    one.link.region === other.link.region &&
    one.link.context.length === other.link.context.length &&
    one.link.context.every(({ text }, at) => text === other.link.context[at]!.text)
  );
}
