// What the names on a site's pages lead to, for telling a dead label from a second copy of a living one. Pure.
import { norm } from './lexicon.ts';
import { isJump, type LinkReading } from './link-reading.ts';
import type { Survey } from './survey.ts';

export interface SiteNames {
  /** What a label without a link names is found elsewhere, or the label promises nothing. */
  leadsElsewhere(entry: LinkReading): boolean;
  /** A link or a heading has just these words. */
  has(text: string): boolean;
}

/** Gathered when first asked for: most sites have no dead labels. */
export function siteNames(survey: Survey): SiteNames {
  // The head of a drop-down menu is no promise: what it opens is.
  const menuParents = once(
    () =>
      new Set(
        survey.links.flatMap(({ ref }) =>
          ref.link.context.filter((around) => around.from === 'menu').map((around) => around.text),
        ),
      ),
  );
  // The same name with a link elsewhere: a breadcrumb, a second copy of a menu.
  const living = once(
    () =>
      new Set(
        survey.links
          .filter(({ ref }) => ref.link.url !== null && !isJump(ref))
          .map(({ ref }) => norm(ref.link.label).text),
      ),
  );
  // The page that is being read names itself without a link.
  const headings = once(() => {
    const found = new Set<string>();
    for (const page of new Set(survey.units.map((unit) => unit.page)))
      for (const segment of page.text.segments) if (segment.kind === 'heading') found.add(norm(segment.text).text);
    return found;
  });
  return {
    leadsElsewhere({ ref: { link } }) {
      if (menuParents().has(link.label)) return true;
      const label = norm(link.label).text;
      // A dead button under its card's heading has that heading's name.
      return living().has(label) || (link.labelFrom === 'text' && headings().has(label));
    },
    has(text) {
      const words = norm(text).text;
      return living().has(words) || headings().has(words);
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
