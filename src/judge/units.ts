// Cuts pages and documents into units: content that stands under one title. A document is one unit, an archive as many as it
// holds documents; an HTML page is as many as its headings name publications. Pure.
import type { Page } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import { isPageTurn } from '../text/page-turn.ts';
import { documentBody } from './document-body.ts';
import { echoSegments } from './echo.ts';
import { htmlBodies } from './html-bodies.ts';
import { readLabels } from './labels.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { LinkRef } from './link-index.ts';
import { withLookBack } from './look-back.ts';
import { planSheets } from './plan-sheets.ts';
import type { IndexedSegment } from './records.ts';
import { makeBody, makeUnit, type Unit, type UnitBody, type UnitContext } from './unit.ts';
import { holdsTextAlone, linkedSegments } from './unit-content.ts';

/** All units of a page, in reading order. The same units as before, where nothing that makes them has changed. */
export function unitsOf(context: UnitContext, page: Page): readonly Unit[] {
  const bodies = bodiesOf(context, page);
  const refs = labelsOf(context, page);
  const known = keptIn(unitCuts, context.lexicon);
  const cut = known.get(page);
  if (cut !== undefined && cut.bodies === bodies && sameRefs(cut.refs, refs)) return cut.units;
  const labels = readLabels(context, refs);
  // Labels name the document, and not a chapter of another year in it.
  const units = bodies.map((body) => makeUnit(context, page, body, body.apart ? readLabels(context, []) : labels));
  known.set(page, { bodies, refs, units });
  return units;
}

/** Labels that lead to a page; a page of a book that is turned to is called what its first page is. */
function labelsOf({ site }: UnitContext, page: Page): readonly LinkRef[] {
  const refs = site.labelsOf(page);
  if (page.via === undefined || !isPageTurn(page.via.link.text) || page.text.media !== 'html') return refs;
  // A list's next page has what is listed on it, and its pages by number.
  const own = page.text.links.filter(({ region, url }) => region === 'main' && url !== null);
  if (
    own.some(({ text, url }) => /^\s*[0-9๐-๙]+\s*$/u.test(text) || !(isTurn(text) || site.linkedElsewhere(url!, page)))
  )
    return refs;
  let first: Page | undefined = page;
  for (let turned = 0; first?.via !== undefined && isPageTurn(first.via.link.text); turned++)
    first = turned > mostTurned ? undefined : site.pageById(first.via.pageId);
  if (first === undefined) return refs;
  return [...site.labelsOf(first).filter(({ link }) => !isTurn(link.text)), ...refs];
}
const isTurn = (text: string): boolean => back.test(text) || isPageTurn(text);
const mostTurned = 50;
/** Back. */
const back = /^\s*(?:[<‹«←\s]+|ก่อนหน้า|หน้าก่อน(?:หน้า)?|ย้อน(?:กลับ)?|prev(?:ious)?)\s*$/iu;

/** What the page itself makes of its units; the same as before, where no text of it turned boilerplate or back. */
export function bodiesOf(context: UnitContext, page: Page): readonly UnitBody[] {
  const { agency, boilerplate, calendar, lexicon } = context;
  const kept: number[] = [];
  const { segments } = page.text;
  for (let index = 0; index < segments.length; index += 1)
    if (segments[index]!.kind !== 'title' && !boilerplate.has(page, index)) kept.push(index);
  const known = keptIn(bodyCuts, lexicon);
  const cut = known.get(page);
  if (cut !== undefined && cut.agency === agency && cut.asOf === calendar.asOf && sameNumbers(cut.kept, kept))
    return cut.bodies;
  const bodies = cutPage(context, page, kept);
  known.set(page, { agency, asOf: calendar.asOf, kept, bodies });
  return bodies;
}

/** Bodies, and all that they came from beside the page itself. */
interface BodyCut {
  readonly agency: Agency;
  readonly asOf: string;
  /** Segments that are no boilerplate, by index. */
  readonly kept: readonly number[];
  readonly bodies: readonly UnitBody[];
}

interface UnitCut {
  readonly bodies: readonly UnitBody[];
  /** Links that lead to the page. */
  readonly refs: readonly LinkRef[];
  readonly units: readonly Unit[];
}

/** A crawl's guide asks again as the site grows, and then the judge: only what is seen in another light is cut anew. */
const bodyCuts = new WeakMap<Lexicon, WeakMap<Page, BodyCut>>();
const unitCuts = new WeakMap<Lexicon, WeakMap<Page, UnitCut>>();

function keptIn<T>(cuts: WeakMap<Lexicon, WeakMap<Page, T>>, lexicon: Lexicon): WeakMap<Page, T> {
  const known = cuts.get(lexicon) ?? new WeakMap<Page, T>();
  cuts.set(lexicon, known);
  return known;
}

const sameNumbers = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((value, at) => value === others[at]);

const sameRefs = (some: readonly LinkRef[], others: readonly LinkRef[]): boolean =>
  some.length === others.length &&
  some.every(({ link, page }, at) => link === others[at]!.link && page === others[at]!.page);

function cutPage(context: UnitContext, page: Page, kept: readonly number[]): readonly UnitBody[] {
  const { segments, media } = page.text;
  const echo = echoSegments(context.lexicon, segments, linkedSegments(page));
  const content = kept.map((index): IndexedSegment => ({ index, segment: segments[index]!, echo: echo.has(index) }));
  if (media === 'html' && !isPaper(content, linkedSegments(page))) return htmlBodies(context, page, content);
  if (media !== 'zip') return cutDocument(context, page, content);
  // An archive is as many documents as it holds.
  const entries = Map.groupBy(content, ({ segment }) => segment.locator.entry);
  return [...entries.values()].flatMap((part) => cutDocument(context, page, part));
}

function cutDocument(context: UnitContext, page: Page, content: readonly IndexedSegment[]): readonly UnitBody[] {
  const sheets = planSheets(context, content);
  if (sheets === undefined) return withLookBack(context, page, documentBody(context, page, content));
  const { plan, rest, year } = sheets;
  const parts = { own: undefined, titleSegment: undefined, segments: plan, ownYears: [year] };
  return [
    ...withLookBack(context, page, documentBody(context, page, rest)),
    Object.assign(makeBody(context, page, parts), { apart: true as const }),
  ];
}

/** Lines in which a paper says what it is. */
const opening = 6;
/** Over the match form: a memo, minutes, a letter's subject and whom it goes to. */
const [ofPaper, ofSubject, ofAddressee] = [
  /^[^\p{L}]*(?:บันทึกข้อความ|รายงานการประชุม)/u,
  /^[^\p{L}]*เรื่อง\s/u,
  /^[^\p{L}]*เรียน\s/u,
];

/** A memo, minutes or a letter put on a page as it is, with nothing else there: one document, whatever headings it has. */
function isPaper(content: readonly IndexedSegment[], linked: ReadonlySet<number>): boolean {
  if (!holdsTextAlone(content, linked)) return false;
  const lines = content.slice(0, opening).map(({ segment }) => norm(segment.text).text);
  return (
    lines.some((line) => ofPaper.test(line)) ||
    (lines.some((line) => ofSubject.test(line)) && lines.some((line) => ofAddressee.test(line)))
  );
}
