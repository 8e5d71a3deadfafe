// A plan published in parts: a page with its title and its year leads on to its chapters (บทที่ 1 … บทที่ 4), or an archive holds its cover
// and its parts as documents of their own. Parts do not say again of which plan they are: where they say nothing else, they are of the plan
// that lists them or lies with them, and of its year. Pure.
import type { Page } from '../model/crawl.ts';
import type { Link, Segment } from '../model/document.ts';
import { findYears } from '../text/fiscal-year.ts';
import { appendTo } from './append-to.ts';
import { isDraft } from './draft-plan.ts';
import { byContent } from './half-true.ts';
import { lettersOf, namesSurely, norm } from './lexicon.ts';
import type { Survey } from './survey.ts';
import { isLookalike, readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { yearsOf } from './years.ts';

/** Parts from which they are a plan's: one chapter alone may be any paper. */
const fewestParts = 2;
const longestLabel = 160;

const inParts: ReadonlySet<string> = new Set(['html', 'zip']);

/** The units that are parts of a plan which is named elsewhere, as such. */
export function partsOfPlan(survey: Survey): ReadonlyMap<Unit, Unit> {
  const made = new Map<Unit, Unit>();
  // Other documents hold all of theirs.
  const plans = survey.units.filter((unit) => inParts.has(unit.page.text.media) && isNamedPlan(unit));
  if (plans.length === 0) return made;
  const unitsOn = Map.groupBy(survey.units, ({ page }) => page);
  const take = (parts: readonly Unit[], year: number): void => {
    const all = parts.reduce((sum, { records }) => sum + records.length, 0);
    for (const part of parts) made.set(part, asPart(part, year, all - part.records.length));
  };
  /** A chapter that several plans list says not of which year it is. */
  const lists = new Map<Page, Unit[]>();
  const listed = plans
    .filter(({ page }) => page.text.media === 'html')
    .map((plan) => ({ plan, pages: listedBy(survey, plan) }));
  for (const { plan, pages } of listed) for (const page of pages) appendTo(lists, page, plan);
  for (const { plan, pages } of listed) {
    const year = plan.year.year!;
    const own = pages.filter((page) => lists.get(page)!.every((other) => other.year.year === year));
    const units = own.flatMap((page) => unitsOn.get(page) ?? []);
    take(
      units.filter((unit) => saysNothingElse(survey, unit, year)),
      year,
    );
  }
  for (const plan of plans) {
    if (plan.page.text.media !== 'zip') continue;
    const others = unitsOn.get(plan.page)!.filter((unit) => unit !== plan);
    const parts = others.filter((unit) => isPartByName(unit) && saysNothingElse(survey, unit, plan.year.year!));
    if (parts.length > 0 && entriesOf([plan, ...parts]).size > 1) take(parts, plan.year.year!);
  }
  return made;
}

const entriesOf = (units: readonly Unit[]): ReadonlySet<string | undefined> =>
  new Set(units.map(({ segments }) => segments[0]?.segment.locator.entry));

/** The unit as a part of the plan of this year, of which as many projects stand in its other parts. */
const asPart = (unit: Unit, year: number, inOtherParts: number): Unit =>
  Object.create(unit, {
    classes: {
      value: namesSurely(unit.classes, 'annual-plan')
        ? unit.classes
        : new Map(unit.classes).set('annual-plan', byContent('annual-plan')),
      enumerable: true,
    },
    inOtherParts: { value: inOtherParts, enumerable: true },
    year: { value: { ...unit.year, year }, enumerable: true },
  }) as Unit;

/** It is the annual plan by its own title, of a year that it says itself. */
function isNamedPlan(unit: Unit): boolean {
  const { own, year, lookalike, page, classes } = unit;
  if (own === undefined || lookalike !== undefined || own.foreign.size > 0 || page.offSite) return false;
  if (classes.get('annual-plan')?.origin !== 'own' || !namesSurely(classes, 'annual-plan')) return false;
  return year.year !== undefined && year.own.includes(year.year) && !year.conflict && !isDraft(unit);
}

/** Pages and documents that a plan's page lists under its title as its chapters, or in its table of contents. */
function listedBy(survey: Survey, plan: Unit): readonly Page[] {
  const { lexicon, agency, site } = survey;
  const names = new Set<string>();
  const found = new Set<Page>();
  for (const { link, inContents } of linksUnder(survey, plan)) {
    const { label, region, url } = link;
    if (url === null || region !== 'main' || label.length > longestLabel) continue;
    // One that says no more than its number is labelled by what stands over it.
    const designation = designationOf(link.text) ?? designationOf(label);
    if (designation === undefined && !inContents) continue;
    const reading = readTitle(lexicon, label, agency);
    if (isLookalike(reading) || reading.multiYearPlan || reading.foreign.size > 0) continue;
    const target = site.targetOf(link);
    if (target.kind !== 'page' || target.page === plan.page || target.page.offSite) continue;
    if (!isCalled(target.page, label, designation)) continue;
    names.add(designation ?? lettersOf(label));
    found.add(target.page);
  }
  return names.size < fewestParts ? [] : [...found];
}

/** Links of a plan's unit under which nothing else was named since its title; whether a table of contents had begun. */
function linksUnder(survey: Survey, plan: Unit): { readonly link: Link; readonly inContents: boolean }[] {
  const { page, segments, titleSegment } = plan;
  if (titleSegment === undefined) return [];
  const inside = new Set(segments.map(({ index }) => index));
  const links = Map.groupBy(page.text.links, ({ segment }) => segment);
  const found: { readonly link: Link; readonly inContents: boolean }[] = [];
  let [ofPlan, ofYear, inContents] = [true, true, false];
  for (const [index, segment] of page.text.segments.entries()) {
    if (index <= titleSegment || segment.region !== 'main') continue;
    const isContents = ofContents.test(norm(segment.text).text);
    if (isContents || segment.kind === 'heading') inContents = isContents;
    if (segment.kind === 'heading' && yearAlone.test(norm(segment.text).text))
      ofYear = isOfYear(survey, plan.year.year!, segment.text);
    else if (!isContents && designationOf(segment.text) === undefined && !(inContents && links.has(index)))
      ofPlan = goesOn(survey, plan, segment, ofPlan);
    if (ofPlan && ofYear && inside.has(index))
      for (const link of links.get(index) ?? []) found.push({ link, inContents });
  }
  return found;
}

/** What names a year names the plan's. */
function isOfYear({ agency, calendar }: Survey, year: number, text: string): boolean {
  const years = yearsOf(findYears(norm(text)), agency.kind, calendar);
  return years.length === 0 || years.includes(year);
}

/** What follows is still of the plan, or again: a heading begins something else where it does not name it; a line, where it names another. */
function goesOn(survey: Survey, plan: Unit, { kind, text }: Segment, before: boolean): boolean {
  const reading = readTitle(survey.lexicon, text.slice(0, longestLabel), survey.agency);
  const other = isLookalike(reading) || reading.foreign.size > 0 || reading.multiYearPlan;
  if (other || (reading.classes.size > 0 && !reading.classes.has('annual-plan'))) return false;
  if (namesSurely(reading.classes, 'annual-plan')) return isOfYear(survey, plan.year.year!, text);
  return before && (kind !== 'heading' || ofParts.test(norm(text).text));
}

/** The page is headed by the label that leads there, or as the chapter of that number. A document may have no headings. */
function isCalled({ text }: Page, label: string, designation: string | undefined): boolean {
  if (text.media !== 'html') return true;
  const wanted = lettersOf(norm(label.replace(lettered, '')).text.replace(designated, ''));
  const heads = text.segments.filter(
    ({ kind, region }) => kind === 'title' || (kind === 'heading' && region === 'main'),
  );
  return [text.title ?? '', ...heads.map((head) => head.text)].some(
    (head) =>
      (designation !== undefined && designationOf(head) === designation) ||
      (wanted.length >= fewestLetters && lettersOf(norm(head).text).startsWith(wanted)),
  );
}
const fewestLetters = 4;

/** A document of an archive that calls itself a part, may be the plan by its name, or only lists projects. */
function isPartByName({ own, classes, page, records, segments, titleSegment }: Unit): boolean {
  const head = page.text.segments[titleSegment ?? segments[0]?.index ?? 0]?.text ?? '';
  if (designationOf(head) !== undefined || classes.get('annual-plan')?.grade === 'weak') return true;
  return own === undefined && classes.size === 0 && records.length >= fewestProjects;
}
const fewestProjects = 2;

/** It is no publication of its own, another body's, another plan's, or another year's. */
function saysNothingElse(survey: Survey, unit: Unit, planned: number): boolean {
  const { classes, lookalike, own, segments, year } = unit;
  if (lookalike !== undefined || (own?.foreign.size ?? 0) > 0 || own?.multiYearPlan === true) return false;
  if (year.year !== undefined && year.year !== planned) return false;
  const heading = segments.find(({ segment }) => segment.kind === 'heading')?.segment.text ?? '';
  if (!isOfYear(survey, planned, heading)) return false;
  return [...classes.values()].every(({ id, grade, origin }) => grade === 'weak' || origin !== 'own' || ofPart.has(id));
}

/** What a chapter of a plan may be headed as: its own follow-up, its own money. */
const ofPart: ReadonlySet<string> = new Set(['annual-plan', 'monitoring-mechanism', 'budget-report', 'project-list']);

/** The part's kind and number (บทที่ 2, ส่วนที่สาม, ส่วน ก, Part II, ภาคผนวก). */
function designationOf(text: string): string | undefined {
  const head = text.slice(0, longestLabel);
  const [, kind, number, annex] = designated.exec(norm(head).text) ?? lettered.exec(head) ?? [];
  return kind === undefined ? annex : `${kind} ${number}`;
}
/** Over the text as it is: the match form has no spaces around the letter. */
const lettered = /^[^\p{L}\d]*(บท|ส่วน|ตอน|ภาค|หมวด)(?:ที่)?\s*([ก-ฉ])(?=[\s.:)]|$)/u;
/** Over the match form, as the next ones. */
const designated =
  /^[^\p{L}\d]*(?:(บท|ส่วน|ตอน|ภาค|หมวด|ไฟล์|chapter|part|section)(?:ที่)?\s*(\d{1,2}(?!\d)|(?<=\s)[ivx]{1,4}(?![a-z])|(?<=ที่)(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ))|(ภาคผนวก|appendix))/iu;
const ofContents = /^[^\p{L}]*(?:สารบัญ|table of contents|contents)(?!\s*(?:เว็บ|ไซต์|รวม))/iu;
const ofParts =
  /บท(?!ความ|บาท|เรียน)|ส่วน(?!ราชการ|ตำบล|จังหวัด|งาน|กลาง|ภูมิ|ท้อง|บุคคล|ตัว|ร่วม|ได้|ลด)|ตอน|เล่ม|เนื้อหา|หัวข้อ|รายละเอียด|(?:chapter|part|section|content)s?(?![a-z])/iu;
const yearAlone = /^[^\p{L}\d]*(?:ประจำ)?(?:ปี(?:งบประมาณ|การศึกษา)?)?\s*(?:พ\.?\s*ศ\.?)?\s*\d{4}[^\p{L}\d]*$/u;
