// Where a form asks: the words beside its fields say what is to be written there, and nothing of what is. Pure.
import type { Unit } from './unit.ts';

/** One field may be a page's own (a comment, a year to choose); a form has more. */
const fewest = 2;

/**
 * Segments of a unit in which a visitor has something to fill in, and headings over nothing else; none where it has no form.
 */
export function askedIn(unit: Unit): ReadonlySet<number> {
  const { fields } = unit.page.text;
  if (fields === undefined || unit.fields < fewest) return nothing;
  const asked = new Set(fields);
  for (const [at, { index, segment }] of unit.segments.entries()) {
    const next = unit.segments[at + 1];
    if (segment.kind === 'heading' && next !== undefined && asked.has(next.index)) asked.add(index);
  }
  return asked;
}

const nothing: ReadonlySet<number> = new Set();
