// One unit: content under one title, with what it is, of which year, and its projects. Pure.
import type { Page } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import type { Boilerplate } from './boilerplate.ts';
import type { LabelReading, Labels } from './labels.ts';
import { type ClassHit, type Lexicon, namesSurely } from './lexicon.ts';
import type { IndexedSegment, ProjectRecord, TableReading } from './records.ts';
import type { Site } from './site.ts';
import { definite, isLookalike, isOfSubject, namedTo, readTitle, type TitleReading } from './title.ts';
import { type Content, contentOf, lettersAfterTitle, linkedSegments } from './unit-content.ts';
import { fileNameOf, fileNameOfUrl } from './unit-file-name.ts';
import { type UnitYear, unitYear } from './unit-year.ts';
import { withoutOthersWorks } from './works-elsewhere.ts';
import type { AuditCalendar } from './years.ts';

/** `content`: no title says so, its content does (content-classes.ts). */
export type TitleOrigin = 'own' | 'label' | 'context' | 'file-name' | 'content';

export interface Unit {
  readonly page: Page;
  /** What it is, and who says so. */
  readonly classes: ReadonlyMap<string, ClassHit & { readonly origin: TitleOrigin }>;
  /** Classes that its content alone bears out, however little it is, and the segment that does. */
  readonly borneOut: ReadonlyMap<string, number>;
  /** Key of the one project that it reports on, where it is a report on one alone (one-project.ts). */
  readonly oneProject: string | undefined;
  /** What its own title says, where it says anything. */
  readonly own: TitleReading | undefined;
  /** What the labels that lead here say. */
  readonly labels: readonly LabelReading[];
  /** It is a look-alike, by its own words or (where they say nothing) by its label. */
  readonly lookalike: TitleReading | undefined;
  readonly year: UnitYear;
  /** Content in reading order: boilerplate, echo and the title itself excluded, headings included. */
  readonly segments: readonly IndexedSegment[];
  /** Pasted requirement text that stands in it. */
  readonly echo: readonly IndexedSegment[];
  readonly records: readonly ProjectRecord[];
  /** Of a plan published in parts: how many of its projects stand in the others (parts-of-plan.ts). */
  readonly inOtherParts: number;
  readonly tables: readonly TableReading[];
  /** Table rows that tell a result or a progress, of projects, indicators or kinds of work. */
  readonly told: number;
  /** Segments that hold a link: the label of what lies elsewhere, not content. */
  readonly linked: ReadonlySet<number>;
  /** Letters of content (headings, heads of tables and labels of links excluded). */
  readonly letters: number;
  /** Places in it where a visitor has something to fill in. */
  readonly fields: number;
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

/** What a unit is by its page alone, whatever leads there. */
export interface UnitBody {
  readonly own: TitleReading | undefined;
  readonly titleSegment: number | undefined;
  readonly segments: readonly IndexedSegment[];
  readonly echo: readonly IndexedSegment[];
  readonly ownYears: readonly number[];
  /** A chapter of a year of its own, which no label of the page names. */
  readonly apart?: true;
  /** Read when first asked for: what is not called anything that is sought need not be read. */
  readonly content: Content;
}

/** Puts together what stands under one title. */
export function makeBody(context: Pick<UnitContext, 'lexicon' | 'agency'>, page: Page, parts: BodyParts): UnitBody {
  return new ReadBody(context, page, parts);
}

interface BodyParts {
  readonly own: TitleReading | undefined;
  readonly titleSegment: number | undefined;
  readonly segments: readonly IndexedSegment[];
  readonly ownYears: readonly number[];
}

// A class, since a site has thousands: an object with a getter of its own takes half a kilobyte.
class ReadBody implements UnitBody {
  readonly own: TitleReading | undefined;
  readonly titleSegment: number | undefined;
  readonly segments: readonly IndexedSegment[];
  readonly echo: readonly IndexedSegment[];
  readonly ownYears: readonly number[];
  readonly #lexicon: Lexicon;
  readonly #agency: Agency;
  readonly #page: Page;
  #content: Content | undefined;
  constructor(
    context: Pick<UnitContext, 'lexicon' | 'agency'>,
    page: Page,
    { own, titleSegment, segments, ownYears }: BodyParts,
  ) {
    this.own = own;
    this.titleSegment = titleSegment;
    this.segments = segments.filter((part) => !part.echo);
    this.echo = this.segments.length === segments.length ? noSegments : segments.filter((part) => part.echo);
    this.ownYears = ownYears;
    // Not the context, which knows the site as it was when this page came.
    this.#lexicon = context.lexicon;
    this.#agency = context.agency;
    this.#page = page;
  }
  get content(): Content {
    if (this.#content === undefined) {
      const read = contentOf(this.#lexicon, this.#page, this.segments, linkedSegments(this.#page));
      this.#content = withTitle(this.#page, this.own, this.titleSegment, withoutOthersWorks(this.#agency, read));
    }
    return this.#content;
  }
}

const noSegments: readonly IndexedSegment[] = [];

/** What a title's own line goes on to say is content as well. */
function withTitle(
  { text }: Page,
  own: TitleReading | undefined,
  titleSegment: number | undefined,
  content: Content,
): Content {
  const title = titleSegment === undefined ? undefined : text.segments[titleSegment];
  if (!title || title.kind === 'heading' || title.kind === 'row' || text.media !== 'html' || own?.text !== title.text)
    return content;
  return { ...content, letters: content.letters + lettersAfterTitle(title.text, namedTo(own)) };
}

/** A body, and what the labels that lead to its page make of it. */
export function makeUnit(context: UnitContext, page: Page, body: UnitBody, labels: Labels): Unit {
  const { own } = body;
  const { readings } = labels;
  const classes = new Map<string, ClassHit & { origin: TitleOrigin }>();
  for (const hit of own?.classes.values() ?? []) classes.set(hit.id, { ...hit, origin: 'own' });
  const ownSays = own !== undefined && definite(own);
  const labelsAgree = classes.size > 0 && [...classes.keys()].some((id) => labels.classes.has(id));
  // Named as another body's, by itself: no label makes it a publication of this agency.
  const othersOwn = (own?.foreign.size ?? 0) > 0;
  if ((!ownSays || labelsAgree) && !(othersOwn && own?.classes.size === 0)) {
    for (const hit of labels.classes.values())
      if (!classes.has(hit.id) && !own?.foreign.has(hit.id)) classes.set(hit.id, { ...hit, origin: 'label' });
  }
  // By itself or by every label: nor does a heading of a list.
  const foreign = othersOwn || labels.foreign;
  if (!ownSays && classes.size === 0 && !foreign && labels.lookalike === undefined)
    addSecondary(context, page, body, readings, classes);
  // A document that may be the plan by its name (งบหน้ารายจ่าย…), under a heading that says that it is.
  const weak = classes.get('annual-plan');
  if (weak?.grade === 'weak' && page.text.media !== 'html' && standsUnderPlan(context, readings))
    classes.set('annual-plan', { ...weak, grade: 'synonym', origin: 'context' });
  const lookalike = own && isLookalike(own) ? own : !ownSays && classes.size === 0 ? labels.lookalike : undefined;
  return new ReadUnit(
    page,
    body,
    classes,
    readings,
    lookalike,
    unitYear(context, page, body, labels),
    linkedSegments(page),
  );
}

// A class as bodies are, of plain fields: content-classes.ts makes units that inherit from these.
class ReadUnit implements Unit {
  readonly page: Page;
  readonly body: UnitBody;
  readonly classes: Unit['classes'];
  readonly borneOut = nothing;
  readonly oneProject = undefined;
  readonly inOtherParts = 0;
  readonly labels: readonly LabelReading[];
  readonly lookalike: TitleReading | undefined;
  readonly year: UnitYear;
  readonly linked: ReadonlySet<number>;
  constructor(
    page: Page,
    body: UnitBody,
    classes: Unit['classes'],
    labels: readonly LabelReading[],
    lookalike: TitleReading | undefined,
    year: UnitYear,
    linked: ReadonlySet<number>,
  ) {
    this.page = page;
    this.body = body;
    this.classes = classes;
    this.labels = labels;
    this.lookalike = lookalike;
    this.year = year;
    this.linked = linked;
  }
  get own(): TitleReading | undefined {
    return this.body.own;
  }
  get titleSegment(): number | undefined {
    return this.body.titleSegment;
  }
  get segments(): readonly IndexedSegment[] {
    return this.body.segments;
  }
  get echo(): readonly IndexedSegment[] {
    return this.body.echo;
  }
  get fields(): number {
    return fieldsIn(this.page, this.body);
  }
  get records(): readonly ProjectRecord[] {
    return this.body.content.records;
  }
  get tables(): readonly TableReading[] {
    return this.body.content.tables;
  }
  get told(): number {
    return this.body.content.told;
  }
  get letters(): number {
    return this.body.content.letters;
  }
}

const nothing: ReadonlyMap<string, number> = new Map();

/** Fields under the unit's title. */
function fieldsIn({ text }: Page, { titleSegment, segments }: UnitBody): number {
  if (text.fields === undefined) return 0;
  const inside = new Set(segments.map(({ index }) => index));
  return text.fields.filter((index) => index === titleSegment || inside.has(index)).length;
}

function standsUnderPlan({ lexicon, agency }: UnitContext, labels: readonly LabelReading[]): boolean {
  return labels.some(({ ref }) =>
    ref.link.context.some(
      ({ from, text }) => from === 'heading' && namesSurely(readTitle(lexicon, text, agency).classes, 'annual-plan'),
    ),
  );
}

/** Where neither title nor label says anything: the row or heading the link stands in, then the file's name. */
function addSecondary(
  { lexicon, agency }: UnitContext,
  page: Page,
  { segments }: UnitBody,
  labels: readonly LabelReading[],
  classes: Map<string, ClassHit & { origin: TitleOrigin }>,
): void {
  if (page.text.media === 'html') return;
  for (const { ref, reading: label } of labels) {
    if (isOfSubject(label)) continue;
    for (const context of ref.link.context) {
      const reading = readTitle(lexicon, context.text, agency);
      if (!definite(reading)) continue;
      for (const hit of reading.classes.values()) classes.set(hit.id, { ...hit, origin: 'context' });
      break;
    }
  }
  if (classes.size > 0) return;
  const entry = segments[0]?.segment.locator.entry;
  const reading = readTitle(lexicon, entry === undefined ? fileNameOf(page) : fileNameOfUrl(entry), agency);
  for (const hit of reading.classes.values()) classes.set(hit.id, { ...hit, origin: 'file-name' });
}
