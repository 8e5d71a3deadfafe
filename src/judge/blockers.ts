// What was not seen or could not be read, and whether it could hold what a criterion wants. Pure.
import { type Gap, type Page, promising } from '../model/crawl.ts';
import type { Reason } from '../model/result.ts';
import { findPhrases } from '../text/phrase.ts';
import { unseenOf } from './coverage.ts';
import { type Blocker, gapEvidence, linkEvidence, segmentEvidence } from './finding.ts';
import { hubRating } from './hub.ts';
import { namedYears } from './labels.ts';
import { type Lexicon, namesSurely, norm } from './lexicon.ts';
import type { LinkRef } from './link-index.ts';
import { createLinkRater, isFile, type Wanted } from './link-rater.ts';
import { isFramed, isNamed, type LinkReading, readLink, speaks } from './link-reading.ts';
import type { Criterion } from './pack.ts';
import { hidesTitle, isGuessed, partlyReadUnit } from './partly-read.ts';
import type { ProbeContext } from './probe-context.ts';
import { pagesShowing } from './shown-gaps.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import type { Unit } from './unit.ts';
import { fileNameOfUrl } from './unit-file-name.ts';
import { yearsOf } from './years.ts';

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

const fetchReason = (gap: Gap): Reason => {
  switch (gap.fetch?.code) {
    case 'robots-disallowed':
      return 'robots-disallowed';
    case 'blocked':
    case 'http-forbidden':
    case 'http-unauthorized':
    case 'http-too-many-requests':
    case 'http-client-error':
      return 'blocked';
    case 'too-large':
    case 'decompression-limit':
    case 'bad-encoding':
    case 'truncated':
      return 'unreadable-document';
    case 'internal':
      return 'tool-error';
    default:
      return 'site-unreachable';
  }
};

/** Closed mapping of a gap to the reason of an `unknown`. */
export function gapReason(gap: Gap): Reason {
  if (gap.needsBrowser) return 'needs-browser';
  if (gap.extract) return gap.extract.code === 'crashed' ? 'tool-error' : 'unreadable-document';
  return fetchReason(gap);
}

export function gapCode(gap: Gap): string {
  return gap.needsBrowser ? 'needs-browser' : (gap.extract?.code ?? gap.fetch?.code ?? 'internal');
}

/** Everything unread that could hold it. */
export function blockersOf(context: ProbeContext): Blocker[] {
  const { survey, criterion } = context;
  const { crawl } = survey.site;
  const asksTarget = criterion.probes.any.some((entry) => 'probe' in entry && entry.probe === 'resolves');
  const found: Blocker[] = [];
  for (const [order, gap] of crawl.gaps.entries()) {
    if (gap.fetch?.dead) continue;
    // Whether a target lives is known where it answered, readable or not.
    if (asksTarget && (gap.extract || gap.needsBrowser || gap.fetch?.code === 'http-unauthorized')) continue;
    // What is not the agency's is that whether it lives or not.
    if (asksTarget && gap.offSite) continue;
    const fit = gapFit(context, gap);
    if (fit === 'other') continue;
    found.push({
      reason: gapReason(gap),
      code: gapCode(gap),
      evidence: gapEvidence(gap, survey.section, null),
      rank: (fit === 'fits' ? 0 : 100) + order / 1000,
    });
  }
  if (!asksTarget) found.push(...partlyReadUnits(context), ...unreadEntries(context));
  if (found.length === 0) found.push(...unanswered(context));
  if (crawl.stopped === 'budget' || crawl.stopped === 'interrupted') {
    for (const [order, entry] of crawl.pending.entries()) {
      if (entry.trap !== undefined || (entry.ratings[criterion.id] ?? 0) < promising) continue;
      const from = survey.site.pageById(entry.via.pageId);
      if (!from) continue;
      found.push({
        reason: 'budget-spent',
        code: 'not-visited',
        evidence: linkEvidence({ page: from, link: entry.via.link }, survey.site, survey.section, null),
        rank: 200 + order / 1000,
      });
    }
  }
  return found;
}

function unanswered({ survey }: ProbeContext): Blocker[] {
  return unseenOf(survey).map((gap, order) => ({
    reason: gapReason(gap),
    code: 'unanswered',
    evidence: gapEvidence(gap, survey.section, null),
    rank: 300 + order / 1000,
  }));
}

/** Documents read in part, or by OCR alone, whose title or label fits, or of which neither says anything. */
function partlyReadUnits(context: ProbeContext): Blocker[] {
  const { survey, criterion, accepted } = context;
  const found: Blocker[] = [];
  for (const unit of survey.units) {
    // What has a title of its own lacks none.
    const headless = unit.own === undefined && hidesTitle(unit.page);
    if (!partlyReadUnit(unit) && !headless) continue;
    const misread = isGuessed(unit.page) && isLabelled(context, unit);
    if (unit.lookalike && !misread) continue;
    if (accepted !== 'any' && unit.year.year !== undefined && !accepted.has(unit.year.year)) continue;
    const held = misread || criterion.heldBy.some((id) => namesSurely(unit.classes, id));
    if (!held && !mayBeHeld(context, unit)) continue;
    found.push({
      reason: 'unreadable-document',
      code: unit.page.text.source === 'ocr' ? 'ocr' : 'partly-read',
      evidence: segmentEvidence(unit, unit.titleSegment ?? unit.segments[0]?.index, survey.section),
      rank: (held ? 50 : 150) + unit.page.id / 1000,
    });
  }
  return found;
}

/** A label says that it is this; what its title says otherwise was only recognised. */
const isLabelled = ({ criterion }: ProbeContext, { labels }: Unit): boolean =>
  labels.some(({ reading }) => criterion.heldBy.some((id) => namesSurely(reading.classes, id)));

/** What it is was not read of it, and may be this by whatever leads there: as a document that could not be read at all. */
function mayBeHeld(context: ProbeContext, { own, classes, page }: Unit): boolean {
  const named = [...classes.values()].some(({ origin }) => origin !== 'context' && origin !== 'file-name');
  if (named || (own !== undefined && (own.classes.size > 0 || own.foreign.size > 0))) return false;
  const { survey } = context;
  const refs = survey.site.labelsOf(page);
  return refs.length > 0 && fitOfUnread(context, asGap(page), refs) !== 'other';
}

/** A page that was not read, or not all of it. */
const asGap = ({ url, path, via, offSite, capture, text: { media } }: Page): Gap => ({
  url,
  path,
  ...(via === undefined ? {} : { via }),
  offSite,
  extract: { code: 'image-only', detail: '', capture, media },
});

/** Documents in archives that could not be read, by their names, or by what leads to the archive where they say nothing. */
function unreadEntries(context: ProbeContext): Blocker[] {
  const { survey } = context;
  const found: Blocker[] = [];
  for (const page of survey.site.crawl.pages) {
    for (const { entry, code } of page.text.unread ?? []) {
      const gap = asGap(page);
      const fit = entryFit(context, entry) ?? fitOfUnread(context, gap, survey.site.labelsOf(page));
      if (fit === 'other') continue;
      const evidence = gapEvidence(gap, survey.section, null);
      found.push({
        reason: code === 'crashed' ? 'tool-error' : 'unreadable-document',
        code,
        evidence: { ...evidence, locator: { ...evidence.locator, entry } },
        rank: (fit === 'fits' ? 50 : 150) + page.id / 1000,
      });
    }
  }
  return found;
}

/** By the entry's name, of the folders around it too; undefined where it says nothing. */
function entryFit({ survey, criterion, accepted }: ProbeContext, entry: string): Fit | undefined {
  const names = entry.split('/').map((name) => name.replace(/\.\w{2,5}$/, '').replace(/[-_+]/g, ' '));
  for (const name of names.reverse()) {
    const reading = readTitle(survey.lexicon, name, survey.agency);
    if (reading.classes.size === 0 && !isLookalike(reading)) continue;
    const years = yearsOf(reading.years, survey.agency.kind, survey.calendar);
    const inTime = accepted === 'any' || years.length === 0 || years.some((year) => accepted.has(year));
    return inTime && criterion.heldBy.some((id) => reading.classes.has(id)) ? 'fits' : 'other';
  }
  return undefined;
}

/** Could what was not read hold it, by the labels that lead there and its own name. */
export function gapFit(context: ProbeContext, gap: Gap): Fit {
  if (gap.via?.link.element === 'picture') return pictureFit(context, gap);
  return fitOfUnread(context, gap, context.survey.site.labelsOfGap(gap));
}

function fitOfUnread(context: ProbeContext, gap: Gap, labels: readonly LinkRef[]): Fit {
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
  const fitting = units.filter((unit) => criterion.heldBy.some((id) => unit.classes.has(id)));
  const inTime = ({ year: { year } }: Unit) => accepted === 'any' || year === undefined || accepted.has(year);
  if (fitting.length > 0) return fitting.some(inTime) ? 'fits' : 'other';
  if (units.some((unit) => unit.classes.size > 0 || unit.lookalike)) return 'other';
  const read = (ref: LinkRef) => readLink(survey.lexicon, survey.agency, ref);
  if (fitOf(context, read({ page, link: gap.via!.link })) === 'fits') return 'fits';
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
