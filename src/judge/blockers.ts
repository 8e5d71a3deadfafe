// What was not seen or could not be read, and whether it could hold what a criterion wants. Pure.
import { type Gap, type Page, promising } from '../model/crawl.ts';
import type { Reason } from '../model/result.ts';
import { unseenOf } from './coverage.ts';
import { type Blocker, gapEvidence, linkEvidence, segmentEvidence } from './finding.ts';
import { type Fit, fitOfUnread, gapFit } from './gap-fit.ts';
import { namesSurely } from './lexicon.ts';
import { hidesTitle, isGuessed, partlyReadUnit } from './partly-read.ts';
import type { ProbeContext } from './probe-context.ts';
import { isLookalike, readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { yearsOf } from './years.ts';

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
