// One unit: content under one title, with what it is, of which year, and its projects. Pure.
import type { Page } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import type { Boilerplate } from './boilerplate.ts';
import type { Lexicon } from './lexicon.ts';
import type { IndexedSegment, ProjectRecord, TableReading } from './records.ts';
import type { LinkRef, Site } from './site.ts';
import { type ClassHit, definite, isLookalike, readTitle, type TitleReading } from './title.ts';
import { contentOf, lettersAfterTitle, linkedSegments } from './unit-content.ts';
import { fileNameOf } from './unit-file-name.ts';
import { type UnitYear, unitYear } from './unit-year.ts';
import type { AuditCalendar } from './years.ts';

export type TitleOrigin = 'own' | 'label' | 'context' | 'file-name';

export interface Unit {
  readonly page: Page;
  /** What it is, and who says so. */
  readonly classes: ReadonlyMap<string, ClassHit & { readonly origin: TitleOrigin }>;
  /** What its own title says, where it says anything. */
  readonly own: TitleReading | undefined;
  /** What the labels that lead here say. */
  readonly labels: readonly { readonly ref: LinkRef; readonly reading: TitleReading }[];
  /** It is a look-alike, by its own words or (where they say nothing) by its label. */
  readonly lookalike: TitleReading | undefined;
  readonly year: UnitYear;
  /** Content in reading order: boilerplate, echo and the title itself excluded, headings included. */
  readonly segments: readonly IndexedSegment[];
  /** Pasted requirement text that stands in it. */
  readonly echo: readonly IndexedSegment[];
  readonly records: readonly ProjectRecord[];
  readonly tables: readonly TableReading[];
  /** Table rows that tell a result or a progress, of projects, indicators or kinds of work. */
  readonly told: number;
  /** Segments that hold a link: the label of what lies elsewhere, not content. */
  readonly linked: ReadonlySet<number>;
  /** Letters of content (headings, heads of tables and labels of links excluded). */
  readonly letters: number;
  /** Segment that carries the title, if one of the page's own does. */
  readonly titleSegment: number | undefined;
}

export interface UnitContext {
  readonly lexicon: Lexicon;
  readonly agency: Agency;
  readonly site: Site;
  readonly boilerplate: Boilerplate;
  readonly calendar: AuditCalendar;
}

export type LabelReading = { readonly ref: LinkRef; readonly reading: TitleReading };

/** Puts a unit together from its title, its content and the labels that lead to its page. */
export function makeUnit(
  context: UnitContext,
  page: Page,
  parts: {
    own: TitleReading | undefined;
    titleSegment: number | undefined;
    segments: readonly IndexedSegment[];
    ownYears: readonly number[];
    labels: readonly LabelReading[];
  },
): Unit {
  const { own, labels } = parts;
  const segments = parts.segments.filter((part) => !part.echo);
  const classes = new Map<string, ClassHit & { origin: TitleOrigin }>();
  for (const hit of own?.classes.values() ?? []) classes.set(hit.id, { ...hit, origin: 'own' });
  const ownSays = own !== undefined && definite(own);
  const labelsAgree = labels.some(({ reading }) => [...reading.classes.keys()].some((id) => classes.has(id)));
  // Named as another body's, by itself or by every label: no heading of a list makes it this agency's.
  const foreign = new Set([...(own?.foreign ?? []), ...labels.flatMap(({ reading }) => [...reading.foreign])]);
  if (!ownSays || (labelsAgree && classes.size > 0)) {
    for (const { reading } of labels)
      for (const hit of reading.classes.values())
        if (!classes.has(hit.id) && !own?.foreign.has(hit.id)) classes.set(hit.id, { ...hit, origin: 'label' });
  }
  if (!ownSays && classes.size === 0 && foreign.size === 0 && !labels.some(({ reading }) => isLookalike(reading)))
    addSecondary(context, page, labels, classes);
  const labelLookalike = labels.find(({ reading }) => isLookalike(reading))?.reading;
  const lookalike = own && isLookalike(own) ? own : !ownSays && classes.size === 0 ? labelLookalike : undefined;
  const linked = linkedSegments(page);
  const { tables, records, letters, told } = contentOf(context.lexicon, page, segments, linked);
  const title = parts.titleSegment === undefined ? undefined : page.text.segments[parts.titleSegment];
  const named = Math.max(0, ...[...(own?.classes.values() ?? [])].map((hit) => hit.to));
  const titleGoesOn =
    title && title.kind !== 'heading' && title.kind !== 'row' && page.text.media === 'html' && own?.text === title.text;
  return {
    page,
    classes,
    own,
    labels,
    lookalike,
    year: unitYear(context, page, parts.ownYears, labels),
    segments,
    echo: parts.segments.filter((part) => part.echo),
    records,
    tables,
    told,
    linked,
    letters: letters + (titleGoesOn ? lettersAfterTitle(title.text, named) : 0),
    titleSegment: parts.titleSegment,
  };
}

/** Where neither title nor label says anything: the row or heading the link stands in, then the file's name. */
function addSecondary(
  { lexicon, agency }: UnitContext,
  page: Page,
  labels: readonly LabelReading[],
  classes: Map<string, ClassHit & { origin: TitleOrigin }>,
): void {
  if (page.text.media === 'html') return;
  for (const { ref } of labels) {
    for (const context of ref.link.context) {
      const reading = readTitle(lexicon, context.text, agency);
      if (!definite(reading)) continue;
      for (const hit of reading.classes.values()) classes.set(hit.id, { ...hit, origin: 'context' });
      break;
    }
  }
  if (classes.size > 0) return;
  const reading = readTitle(lexicon, fileNameOf(page), agency);
  for (const hit of reading.classes.values()) classes.set(hit.id, { ...hit, origin: 'file-name' });
}
