// What was not seen or could not be read, and whether it could hold what a criterion wants. Pure.
import { type Gap, promising } from '../model/crawl.ts';
import type { Segment } from '../model/document.ts';
import type { Reason } from '../model/result.ts';
import { findPhrases } from '../text/phrase.ts';
import { type Blocker, type Finding, gapEvidence, linkEvidence, segmentEvidence } from './finding.ts';
import { hubRating } from './hub.ts';
import { norm } from './lexicon.ts';
import type { Criterion } from './pack.ts';
import { partlyRead } from './partly-read.ts';
import type { ProbeContext } from './probe-context.ts';
import { isJump, type LinkReading, readLink, type Survey } from './survey.ts';
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
  const years = labelYears(survey, entry);
  return years.length === 0 || years.some((year) => accepted.has(year));
}

/** Years the label names; where it names none, the file's name. */
export function labelYears(survey: Survey, { ref, reading }: LinkReading): number[] {
  const { agency, calendar } = survey;
  const own = ref.link.labelFrom === 'heading' ? readTitle(survey.lexicon, ref.link.text, agency) : reading;
  return yearsOf(own.years, agency.kind, calendar);
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
    const fit = gapFit(context, gap);
    if (fit === 'other') continue;
    found.push({
      reason: gapReason(gap),
      code: gapCode(gap),
      evidence: gapEvidence(gap, survey.section, null),
      rank: (fit === 'fits' ? 0 : 100) + order / 1000,
    });
  }
  if (!asksTarget) found.push(...partlyReadUnits(context));
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

/** Documents read in part, or by OCR alone, whose title or label fits. */
function partlyReadUnits(context: ProbeContext): Blocker[] {
  const { survey, criterion, accepted } = context;
  const found: Blocker[] = [];
  for (const unit of survey.units) {
    if (!partlyRead(unit.page) || unit.lookalike) continue;
    if (accepted !== 'any' && unit.year.year !== undefined && !accepted.has(unit.year.year)) continue;
    const held = criterion.heldBy.some((id) => (unit.classes.get(id)?.grade ?? 'weak') !== 'weak');
    if (!held) continue;
    found.push({
      reason: 'unreadable-document',
      code: unit.page.text.source === 'ocr' ? 'ocr' : 'partly-read',
      evidence: segmentEvidence(unit, unit.titleSegment ?? unit.segments[0]?.index, survey.section),
      rank: 50 + unit.page.id,
    });
  }
  return found;
}

/** Could what was not read hold it, by the labels that lead there and its own name. */
export function gapFit(context: ProbeContext, gap: Gap): Fit {
  const { survey } = context;
  const refs = survey.site.labelsOfGap(gap).filter((ref) => ref.link.element !== 'sitemap');
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
    if (fit === 'other' && leadsOn(context, entry, gap)) fit = 'nothing';
    if (fit === 'fits') return 'fits';
    if (fit === 'nothing') best = 'nothing';
  }
  return best;
}

/** A menu or list page that would have been followed on: what it leads to is not known. */
function leadsOn({ survey }: ProbeContext, { ref, reading }: LinkReading, gap: Gap): boolean {
  if (gap.extract || reading.classes.size > 0 || isLookalike(reading)) return false;
  return hubRating(survey.lexicon, norm(ref.link.label.slice(0, 300)), ref.page.depth, false) >= promising;
}

/** Where label and surroundings say nothing, the file's name may. */
function fileFit(context: ProbeContext, gap: Gap): Fit | undefined {
  const { survey } = context;
  const name = readTitle(survey.lexicon, fileNameOfUrl(gap.url).replace(/[-_+]/g, ' '), survey.agency);
  if (context.criterion.heldBy.some((id) => name.classes.has(id))) return 'fits';
  return name.classes.size > 0 || isLookalike(name) ? 'other' : undefined;
}

/** A frame holds what its page is about. */
function frameFit(context: ProbeContext, gap: Gap): Fit | undefined {
  if (gap.via?.link.element !== 'frame' && gap.via?.link.element !== 'embed') return undefined;
  const { survey } = context;
  const units = survey.units.filter((unit) => unit.page.id === gap.via?.pageId);
  if (units.some((unit) => context.criterion.heldBy.some((id) => unit.classes.has(id)))) return 'fits';
  return units.some((unit) => unit.classes.size > 0 || unit.lookalike) ? 'other' : undefined;
}

/** What stands against it: dead and unclickable labels, off-site targets, older years, look-alikes, pasted requirements. */
export function labelFindings(context: ProbeContext): Finding[] {
  const { survey, criterion, accepted } = context;
  const { site, section, calendar } = survey;
  const found: Finding[] = [];
  // The head of a drop-down menu is no promise: what it opens is.
  const menuParents = new Set(
    survey.links.flatMap(({ ref }) =>
      ref.link.context.filter((around) => around.from === 'menu').map((around) => around.text),
    ),
  );
  // The same name with a link elsewhere: a breadcrumb, a second copy of a menu.
  const living = new Set(
    survey.links.filter(({ ref }) => ref.link.url !== null && !isJump(ref)).map(({ ref }) => norm(ref.link.label).text),
  );
  // The page that is being read names itself without a link.
  const headings = new Set<string>();
  for (const { page } of survey.units)
    for (const segment of page.text.segments) if (segment.kind === 'heading') headings.add(norm(segment.text).text);
  // Only where the plan itself is asked for can another plan stand in its place.
  const wantsPlan = criterion.heldBy[0] === 'annual-plan';
  // What the plan's own label promises is the plan and its projects; a report or an order has labels of its own.
  const promised = wantsPlan ? criterion.heldBy : criterion.heldBy.filter((id) => id !== 'annual-plan');
  for (const [order, entry] of survey.links.entries()) {
    const { ref, reading } = entry;
    if (isJump(ref)) continue;
    // A heading's year is that of its list; where nothing under it was read, it is all that is known.
    const own = labelYears(survey, entry);
    const unread = ref.link.url !== null && /^(?:pending|unvisited)$/.test(site.targetOf(ref.link).kind);
    const years = own.length || !unread ? own : yearsOf(reading.years, survey.agency.kind, calendar);
    const year = years[0] ?? null;
    const rank = order / 1000;
    const add = (reason: Reason, extra = 0) =>
      found.push({ reason, evidence: linkEvidence(ref, site, section, year), rank: rank + extra });
    if (wantsPlan && standsForPlan(survey, entry)) add('wrong-plan', reading.multiYearPlan ? 0 : 5);
    const named = promised.some((id) => {
      const grade = reading.classes.get(id)?.grade;
      return grade !== undefined && grade !== 'weak';
    });
    if (!named) continue;
    if (accepted !== 'any' && years.length > 0 && !years.some((value) => accepted.has(value))) {
      // Only the publication that is asked for first: a report of last year says nothing of what it left out.
      if (
        primaryClasses(criterion).some((id) => reading.classes.has(id)) &&
        ref.link.url !== null &&
        years.every((value) => value < calendar.fiscalYear) &&
        !dead(survey, entry)
      )
        add('outdated', 10);
      continue;
    }
    if (ref.link.url === null) {
      const label = norm(ref.link.label).text;
      // A dead button under its card's heading has that heading's name.
      const itself = ref.link.labelFrom === 'text' && headings.has(label);
      if (ref.link.inert !== 'scheme' && !menuParents.has(ref.link.label) && !living.has(label) && !itself)
        add('not-a-link');
      continue;
    }
    const target = site.targetOf(ref.link);
    if (target.kind === 'gap' && target.gap.fetch?.dead) add('broken-link');
    else if (target.kind === 'gap' && target.gap.offSite && !target.gap.extract) add('off-site');
    else if (target.kind !== 'gap' && site.isOffSite(ref.link.url) && !readOffSite(target)) add('off-site');
  }
  found.push(...unclickable(context, promised, new Set([...living, ...headings])));
  for (const unit of survey.units) {
    if (!wantsPlan || unit.page.text.media === 'html') continue;
    if (!unit.lookalike?.lookalikes.some((item) => item.kind === 'plan')) continue;
    // The label promised the annual plan, the document is another one.
    const promised = unit.labels.find(({ reading }) => reading.classes.has('annual-plan'));
    if (promised && unit.own)
      found.push({
        reason: 'wrong-plan',
        evidence: linkEvidence(promised.ref, site, section, unit.year.year ?? null),
        rank: 1,
      });
  }
  return found;
}

/** Rows and list items that name it and hold nothing to click, in tables and lists where others do. */
function unclickable(context: ProbeContext, promised: readonly string[], living: ReadonlySet<string>): Finding[] {
  const { survey, accepted } = context;
  const found: Finding[] = [];
  for (const unit of survey.units) {
    if (unit.page.text.media !== 'html' || unit.linked.size === 0) continue;
    const records = new Set(unit.records.map((record) => record.segment));
    for (const { index, segment } of unit.segments) {
      if (segment.kind !== 'row' && segment.kind !== 'item') continue;
      if (unit.linked.has(index) || records.has(index) || segment.text.length > 300) continue;
      if (living.has(norm(segment.text).text) || !amongLinks(context, unit, segment)) continue;
      const reading = readTitle(survey.lexicon, segment.text, survey.agency);
      if (!promised.some((id) => (reading.classes.get(id)?.grade ?? 'weak') !== 'weak')) continue;
      const years = yearsOf(reading.years, survey.agency.kind, survey.calendar);
      if (accepted !== 'any' && years.length > 0 && !years.some((year) => accepted.has(year))) continue;
      const evidence = {
        ...segmentEvidence(unit, index, survey.section),
        year: years[0] ?? null,
        source: 'label' as const,
      };
      found.push({ reason: 'not-a-link', evidence, rank: 50 + unit.page.id });
    }
  }
  return found;
}

/** It says that a link is to come, or most of its table's rows, its list's items, hold one. */
function amongLinks(context: ProbeContext, unit: Unit, segment: Segment): boolean {
  if (findPhrases(context.survey.lexicon.placeholders, norm(segment.text)).length > 0) return true;
  const siblings = unit.segments.filter(
    (other) =>
      other.segment.kind === segment.kind &&
      !other.segment.header &&
      other.segment.locator.table === segment.locator.table &&
      other.segment.locator.heading === segment.locator.heading,
  );
  return siblings.filter((other) => unit.linked.has(other.index)).length * 2 >= siblings.length;
}

function dead(survey: Survey, entry: LinkReading): boolean {
  const target = survey.site.targetOf(entry.ref.link);
  return target.kind === 'gap' && target.gap.fetch?.dead === true;
}

function readOffSite(target: { kind: string; page?: { text: { media: string } } }): boolean {
  return target.kind === 'page' && target.page?.text.media !== 'html';
}

/** The publications a criterion asks for by name: those of its document probes, else what holds it first. */
function primaryClasses(criterion: Criterion): readonly string[] {
  const [first] = criterion.probes.any;
  const named = first && 'probe' in first && first.probe === 'document' ? first.classes : [];
  return [...named, criterion.heldBy[0] ?? ''];
}

/** A look-alike plan where the annual plan should stand: under a menu of plans, or a longer plan of its name. */
function standsForPlan(survey: Survey, entry: LinkReading): boolean {
  const { reading, ref } = entry;
  if (ref.link.url === null || !isLookalike(reading)) return false;
  if (!reading.lookalikes.some((item) => item.kind === 'plan')) return false;
  if (reading.multiYearPlan || calledPlanOfTheYear(survey, entry)) return true;
  const around = [
    ...ref.link.context.map((context) => context.text),
    ...(ref.link.region === 'main' ? ref.page.path.map((step) => step.label) : []),
  ];
  return around.some((text) => text.length <= 80 && findPhrases(survey.lexicon.planMenus, norm(text)).length > 0);
}

/** It has the annual plan's name and a year, and does not stand among its own subject's things. */
function calledPlanOfTheYear(survey: Survey, { reading, ref }: LinkReading): boolean {
  const { text } = norm(reading.text);
  // Its own name, not a report on it.
  if (!/^[^\u0E00-\u0E7F]*(?:ประกาศ(?:ใช้)?|เล่ม)?\s*แผน(?:การ)?(?:ปฏิบัติ(?:ราชการ|การ|งาน)|ดำเนินงาน)/u.test(text))
    return false;
  // A report on such a plan is no plan.
  if (/รายงาน|ผลการ|ความก้าวหน้า|กำกับ|ติดตาม|ประเมิน/u.test(text)) return false;
  if (!/ประจำปี/u.test(text) && reading.year === undefined) return false;
  const ids = new Set(reading.lookalikes.map((item) => item.id));
  return !ref.link.context.some((around) => {
    const outer = readTitle(survey.lexicon, around.text, survey.agency);
    return around.text !== reading.text && isLookalike(outer) && outer.lookalikes.some((item) => ids.has(item.id));
  });
}
