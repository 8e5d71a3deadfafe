// Whether what was not seen or could not be read could hold what a criterion wants: by its labels, its file's name, the page that it
// stands on. Pure.
import { type Gap, type Page, promising } from '../model/crawl.ts';
import { findPhrases } from '../text/phrase.ts';
import { hubRating } from './hub.ts';
import { namedYears } from './labels.ts';
import { type Lexicon, namesSurely, norm } from './lexicon.ts';
import type { LinkRef } from './link-index.ts';
import { createLinkRater, isFile, type Wanted } from './link-rater.ts';
import { isFramed, isNamed, type LinkReading, readLink, speaks } from './link-reading.ts';
import type { Criterion } from './pack.ts';
import type { ProbeContext } from './probe-context.ts';
import { pagesShowing } from './shown-gaps.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import type { Unit } from './unit.ts';
import { fileNameOfUrl } from './unit-file-name.ts';

/** Could a thing of this label hold it: its label fits, says nothing, or is about something else. */
export type Fit = 'fits' | 'nothing' | 'other';

/** By the label, else by what stands around it. A label that names an older year than is accepted does not fit. */
export function fitOf(context: ProbeContext, entry: LinkReading): Fit {
  const { reading } = entry;
  const held = (candidate: TitleReading) => context.criterion.heldBy.some((id) => candidate.classes.has(id));
  let fit: Fit;
  if (reading.classes.size > 0) fit = held(reading) ? 'fits' : 'other';
  else if (isLookalike(reading)) fit = 'other';
  else if (entry.context) fit = held(entry.context) && entry.ref.link.region === 'main' ? 'fits' : 'other';
  else fit = entry.silent ? 'nothing' : 'other';
  return fit === 'other' || yearFits(context, entry) ? fit : 'other';
}

function yearFits({ accepted, survey }: ProbeContext, entry: LinkReading): boolean {
  if (accepted === 'any') return true;
  const years = namedYears(survey, entry.ref, entry.reading);
  return years.length === 0 || years.some((year) => accepted.has(year));
}

/** Could what was not read hold it, by the labels that lead there and its own name. */
export function gapFit(context: ProbeContext, gap: Gap): Fit {
  if (gap.via?.link.element === 'picture') return pictureFit(context, gap);
  return fitOfUnread(context, gap, context.survey.site.labelsOfGap(gap));
}

export function fitOfUnread(context: ProbeContext, gap: Gap, labels: readonly LinkRef[]): Fit {
  const { survey } = context;
  const refs = labels.filter((ref) => ref.link.element !== 'sitemap');
  if (refs.length === 0) {
    if (gap.via?.link.element === 'sitemap' || gap.path.length > 1) {
      const name = readTitle(survey.lexicon, fileNameOfUrl(gap.url), survey.agency);
      return context.criterion.heldBy.some((id) => name.classes.has(id)) ? 'fits' : 'other';
    }
    return 'nothing'; // An entrance: anything may lie behind it.
  }
  let best: Fit = 'other';
  for (const ref of refs) {
    const entry = readLink(survey.lexicon, survey.agency, ref);
    let fit = fitOf(context, entry);
    if (fit === 'nothing') fit = frameFit(context, gap) ?? fileFit(context, gap) ?? fit;
    if (fit === 'other' && (isBareReport(context, entry) || isSystem(context, entry, gap))) fit = 'nothing';
    if (fit === 'other' && tellsOfEach(context.criterion, entry.reading) && yearFits(context, entry)) fit = 'nothing';
    if (fit === 'other' && (leadsOn(context, entry, gap) || isPromising(context, entry, gap))) fit = 'nothing';
    if (fit === 'fits') return 'fits';
    if (fit === 'nothing') best = 'nothing';
  }
  return best;
}

/** A label that says no more than that it is a report or its round (รายงานรอบ 12 เดือน, ผลปี 2568): of what, its place says at most. */
function isBareReport(context: ProbeContext, entry: LinkReading): boolean {
  const { criterion, survey } = context;
  const { link } = entry.ref;
  if (isNamed(entry) || link.region !== 'main' || !yearFits(context, entry)) return false;
  if (!criterion.heldBy.some((id) => reportClasses.has(id))) return false;
  if (entry.context !== undefined && isLookalike(entry.context)) return false;
  // Where the label says less, what stands nearest does (ไตรมาส 3 over เปิดตาราง, under งานคืบหน้ารายไตรมาส).
  for (const said of [link.label, ...link.context.map(({ text }) => text)]) {
    const { text } = norm(said.slice(0, 300));
    if (speaks(survey.lexicon, text.replace(wordsOfReport, ' '))) return false;
    if (marksReport.test(text)) return true;
  }
  return false;
}
const reportClasses: ReadonlySet<string> = new Set(['monitoring-report', 'result-report']);
/** Over the match form. */
const wordsOfReport =
  /รายงาน|สรุป|ตาราง|ราย|(?:ครั้ง|รอบ|งวด)(?:ที่|ปี|แรก|หลัง)?|ครึ่งปี(?:แรก|หลัง)?|ไตรมาส(?:ที่)?|[0-9]+\s*เดือน(?:แรก|หลัง)?|ผล|การ|ดำเนินงาน|ปฏิบัติ(?:งาน|ราชการ)|ติดตาม|กำกับ|ประเมิน|(?:ความ)?(?:ก้าว|คืบ)หน้า|งาน|ประจำ|ปี(?:งบประมาณ)?|พ\.?ศ\.?|ฉบับ(?:สมบูรณ์|เต็ม)?/gu;
const marksReport = /รายงาน|ผล|รอบ|งวด|ครึ่งปี|ไตรมาส|ติดตาม|ประเมิน|(?:ก้าว|คืบ)หน้า/u;

/**
 * What was spent on each project is told, as often as not, beside how far each is: a report that is called so and could not be read may
 * be what was followed up, or shown of the year's work.
 */
const tellsOfEach = ({ heldBy }: Criterion, { classes, text }: TitleReading): boolean =>
  progressFirst.has(heldBy[0] ?? '') && namesSurely(classes, 'budget-report') && ofEach.test(norm(text).text);
const progressFirst: ReadonlySet<string> = new Set(['monitoring-report', 'progress-page']);
/** Over the match form. */
const ofEach = /(?:ราย|แต่ละ|ทุก|จำแนกตาม|แยกตาม)\s*(?:แผนงาน\s*[/,]?\s*)?(?:ชื่อ)?(?:โครงการ|กิจกรรม)/u;

/** A system through which the plan is followed shows, where a browser opens it, what it was told of the work and its money. */
function isSystem({ criterion, ...context }: ProbeContext, entry: LinkReading, gap: Gap): boolean {
  if (gap.needsBrowser !== true || !entry.reading.classes.has('monitoring-mechanism')) return false;
  if (!system.test(norm(entry.ref.link.label).text)) return false;
  return criterion.heldBy.includes('monitoring-report') && yearFits({ criterion, ...context }, entry);
}
/** Over the match form. */
const system = /ระบบ|แดชบอร์ด|dashboard|tracking|system/u;

/** A menu or list page that would have been followed on: what it leads to is not known. */
function leadsOn(context: ProbeContext, entry: LinkReading, gap: Gap): boolean {
  return gap.extract === undefined && !isNamed(entry) && !isOneDocument(gap) && isHub(context, entry);
}

const isHub = ({ survey }: ProbeContext, { ref }: LinkReading): boolean =>
  hubRating(survey.lexicon, norm(ref.link.label.slice(0, 300)), ref.page.depth, false) >= promising;

/**
 * Its label, in words of the agency's own, names nothing that is known; yet it speaks of such a thing, its file is called so, or what
 * the label says and the page it hangs on made it promising enough to be asked for.
 */
function isPromising(context: ProbeContext, entry: LinkReading, gap: Gap): boolean {
  const { survey, criterion } = context;
  const { link, page } = entry.ref;
  if (isNamed(entry) || !link.url || !yearFits(context, entry)) return false;
  // A page of another's host would not count if it had been read; what a list leads to is asked above.
  if ((gap.offSite && !isFile(gap.url)) || (!isFile(gap.url) && isHub(context, entry))) return false;
  if (criterion.heldBy.some((id) => entry.reading.mentions.has(id)) || fileFit(context, gap) === 'fits') return true;
  const fresh = !survey.site.linkedElsewhere(link.url, page);
  const rater = createLinkRater([alone(survey.lexicon, criterion)], survey.agency, survey.calendar);
  return (rater.rate(link, page, fresh)[criterion.id] ?? 0) >= promising;
}

/** The same one for each criterion, so that its words are compiled once. */
function alone(lexicon: Lexicon, criterion: Criterion): Wanted {
  const known = singles.get(criterion);
  if (known?.lexicon === lexicon) return known;
  const wanted = { lexicon, criteria: [criterion] };
  singles.set(criterion, wanted);
  return wanted;
}
const singles = new WeakMap<Criterion, Wanted>();

/** Nothing leads on from a file; of a service that keeps files, a folder would. */
const isOneDocument = ({ url, offSite }: Gap): boolean => isFile(url) || (offSite === true && !/folder/i.test(url));

/** Where label and surroundings say nothing, the file's name may. */
function fileFit(context: ProbeContext, gap: Gap): Fit | undefined {
  const { survey } = context;
  const name = readTitle(survey.lexicon, fileNameOfUrl(gap.url).replace(/[-_+]/g, ' '), survey.agency);
  if (context.criterion.heldBy.some((id) => name.classes.has(id))) return 'fits';
  return name.classes.size > 0 || isLookalike(name) ? 'other' : undefined;
}

/** A frame holds what its page is about. */
function frameFit(context: ProbeContext, gap: Gap): Fit | undefined {
  if (gap.via === undefined || !isFramed(gap.via.link)) return undefined;
  const { survey } = context;
  const units = survey.units.filter((unit) => unit.page.id === gap.via?.pageId);
  if (units.some((unit) => context.criterion.heldBy.some((id) => unit.classes.has(id)))) return 'fits';
  return units.some((unit) => unit.classes.size > 0 || unit.lookalike) ? 'other' : undefined;
}

/** A picture that is a page's content holds what the page is about. */
function pictureFit(context: ProbeContext, gap: Gap): Fit {
  const fits = pagesShowing(context.survey.site, gap).map((page) => pageFit(context, page, gap));
  if (fits.includes('fits')) return 'fits';
  return fits.includes('nothing') ? (fileFit(context, gap) ?? 'nothing') : 'other';
}

/** Could a page hold it: by its title, by the picture's words, else by the labels that lead there and any heading on it. */
function pageFit(context: ProbeContext, page: Page, gap: Gap): Fit {
  const { survey, criterion, accepted } = context;
  const units = survey.units.filter((unit) => unit.page.id === page.id);
  const read = (ref: LinkRef) => readLink(survey.lexicon, survey.agency, ref);
  // On a page that tells of the work in its text, a picture is what its own words call it.
  const called = read({ page, link: gap.via!.link });
  if (isNamed(called) && units.some(({ records, told }) => records.length > 0 || told > 0))
    return fitOf(context, called);
  const fitting = units.filter((unit) => criterion.heldBy.some((id) => unit.classes.has(id)));
  const inTime = ({ year: { year } }: Unit) => accepted === 'any' || year === undefined || accepted.has(year);
  if (fitting.length > 0) return fitting.some(inTime) ? 'fits' : 'other';
  const each = units.filter(({ own }) => own !== undefined && tellsOfEach(criterion, own));
  if (each.length > 0 && units.every((unit) => unit.lookalike === undefined))
    return each.some(inTime) ? 'nothing' : 'other';
  if (units.some((unit) => unit.classes.size > 0 || unit.lookalike)) return 'other';
  if (fitOf(context, called) === 'fits') return 'fits';
  const labels = survey.site.labelsOf(page).filter(({ link }) => link.element !== 'sitemap');
  const fits = labels.map((ref) => {
    const fit = fitOf(context, read(ref));
    return fit === 'other' && isMenu(context, read(ref).reading) ? 'nothing' : fit;
  });
  if (fits.includes('fits')) return 'fits';
  if (fits.length > 0 && !fits.includes('nothing')) return 'other';
  return ownHeadings(context, units).every((heading) => isMenu(context, heading)) ? 'nothing' : 'other';
}

/** Headings that say something and stand not on the start page already (the agency's name). */
function ownHeadings({ survey: { site, lexicon, agency } }: ProbeContext, units: readonly Unit[]): TitleReading[] {
  const known = new Set(site.crawl.pages[0]?.text.segments.map(({ text }) => text));
  return units
    .flatMap(({ segments }) => segments)
    .filter(({ segment: { kind, text } }) => kind === 'heading' && !known.has(text) && speaks(lexicon, text))
    .map(({ segment: { text } }) => readTitle(lexicon, text, agency));
}

/** Names a menu of publications (แผนงาน, ITA), which a page under it may be any of; not what every site has (โครงสร้าง). */
function isMenu({ survey: { lexicon } }: ProbeContext, reading: TitleReading): boolean {
  if (reading.classes.size > 0 || isLookalike(reading)) return false;
  const words = norm(reading.text.slice(0, 300));
  return hubRating(lexicon, words, 0, false) >= ofMenu && findPhrases(lexicon.idle, words).length === 0;
}
/** Less is worth a look, and no more. */
const ofMenu = 28;
