// The probe of a publication: a unit of the class with rows or text of its own, not only its title. Pure.

import type { PhraseSet } from '../text/phrase.ts';
import { achieves, restOfTitle } from './achieves.ts';
import { isNought } from './cell-value.ts';
import { linkEvidence, type ProbeResult, segmentEvidence } from './finding.ts';
import { askedIn } from './form-fields.ts';
import { namesSurely, type ProbeLexicon } from './lexicon.ts';
import { announcesOnly, namesOnly, sendsOnly, tellsNoResult } from './names-only.ts';
import { tracksPlan } from './one-project.ts';
import { publishesOffline, publishesWorks } from './orders-publishing.ts';
import { asksStaff } from './outsiders-answered.ts';
import type { Lookalike } from './pack.ts';
import { partlyRead, partlyReadUnit } from './partly-read.ts';
import {
  count,
  gateOf,
  matches,
  type ProbeContext,
  type ProbeOf,
  place,
  placing,
  rankOf,
  type Tray,
  tray,
  unitsOfClasses,
} from './probe-context.ts';
import { isReadByPictures, showsUnread } from './shown-gaps.ts';
import { isLookalike, readTitle } from './title.ts';
import type { Unit } from './unit.ts';
import { isPlaceholder } from './unit-content.ts';

export function probeDocument(context: ProbeContext, probe: ProbeOf<'document'>): ProbeResult {
  const found = tray();
  const lexicon = context.words.probes.get(probe);
  const shared = placing(found);
  // What is shown to outsiders may be one project's.
  const whole = !probe.classes.includes('progress-page');
  const follows = probe.classes.includes('monitoring-report');
  const ofSurveys = probe.classes.every((id) => id.startsWith('survey-'));
  const ofOrders = probe.classes.includes('disclosure-order');
  for (const { unit, grade, own } of unitsOfClasses(context, probe.classes)) {
    if (namesLookalike(context, unit) || (ofSurveys && asksStaff(unit))) continue;
    if (ofOrders && (publishesOffline(unit) || publishesWorks(unit))) continue;
    const sure = grade === 'term' || probe.classes.some((id) => unit.borneOut.has(id));
    if (lexicon?.mentions !== undefined && !sure && !mentions(context, unit, lexicon.mentions)) continue;
    const gate = gateOf(context, unit);
    // Its title claims nothing of the whole.
    const alone = unit.oneProject !== undefined && whole && !(follows && tracksPlan(unit));
    // A plan's column for what is still to come makes it no form.
    const blank = lexicon?.shows !== undefined && isBlankForm(unit);
    const asked = askedIn(unit);
    const open = asked.size > 0 && lexicon?.shows !== undefined && !tellsAny(unit);
    const rows = probe.rows !== undefined && unit.records.length >= probe.rows && !blank && !open;
    const said = unit.titleSegment ?? (own ? unit.segments[0]?.index : confirmation(context, unit, probe.classes));
    // A filled column of results or progress shows by itself what it tells.
    const told = probe.figures && (unit.told >= (probe.rows ?? 1) || (said !== undefined && achieves(unit)));
    // Where only a label says what this is, running text must say it as well; rows of projects speak for themselves.
    const written = unit.letters - lettersOf(unit, asked);
    // Its title is what the requirement under it is called: notes beside what is pasted say nothing of what that asks for.
    const noted = unit.echo.some(({ index }) => index - 1 === unit.titleSegment) && written < echoLetters(unit);
    const letters = probe.letters !== undefined && !blank && !noted && written >= probe.letters && said !== undefined;
    const asks = probe.fields !== undefined && said !== undefined && unit.fields >= probe.fields;
    // A report's name over words on reporting shows no result, be they many or name projects; a plan is what it says it will do, and
    // a survey is no work.
    const reporting =
      lexicon?.shows !== undefined && !probe.classes.some((id) => id === 'annual-plan' || id === 'survey-report');
    const shown = !lexicon?.shows
      ? !(probe.classes.includes('result-report') && tellsNoResult(unit))
      : shows(context, unit, lexicon, asked) &&
        !(reporting ? namesOnly(unit) : !rows && (announcesOnly(unit) || sendsOnly(unit)));
    const rank = rankOf(context, unit, grade);
    // Where text would do, what bears the class out does, however short.
    const borneOut =
      probe.letters === undefined
        ? undefined
        : probe.classes.map((id) => unit.borneOut.get(id)).find((segment) => segment !== undefined);
    const at = (own ? said : undefined) ?? borneOut ?? said ?? unit.records[0]?.segment ?? unit.segments[0]?.index;
    const finding = {
      evidence: segmentEvidence(unit, at, context.survey.section, titleSpan(unit, probe.classes)),
      rank,
    };
    if (told || borneOut !== undefined || ((rows || letters || asks) && shown)) {
      const put = () => place(found, gate, finding, grade);
      if (alone) shared.put(unit, gate, finding, put);
      else put();
    } else if (own && !alone && !partlyReadUnit(unit) && claims(context, unit) && !saysEmpty(context, unit)) {
      if (unit.echo.length > 0 && unit.letters < Math.max(40, echoLetters(unit)))
        found.against.push({ ...finding, reason: 'criteria-echo' });
      else if (gate === 'outdated') found.against.push({ ...finding, reason: 'outdated' });
      else if (gate === 'conflict') found.weak.push({ ...finding, reason: 'label-conflict' });
      else if (gate !== 'other' && !waitsForScript(context, probe, unit))
        found.weak.push({ ...finding, reason: 'title-only' });
    }
  }
  shared.settle();
  promisedElsewhere(context, probe, found);
  return found;
}

/** The page shows its content to a browser alone, and the label that leads there says what it is: that is unread, not missing. */
function waitsForScript({ survey }: ProbeContext, probe: ProbeOf<'document'>, { page, labels }: Unit): boolean {
  return (
    page.text.needsScript === true &&
    labels.some(({ reading }) => probe.classes.some((id) => namesSurely(reading.classes, id))) &&
    survey.site.crawl.gaps.some(({ needsBrowser, url }) => needsBrowser === true && url === page.url)
  );
}

/**
 * A document that a label calls the publication, and that is a form, a memo or an agenda: what was promised is not there, and a
 * person has to say whether it ever was. Another plan or report under the label is judged as what it is.
 */
function promisedElsewhere(context: ProbeContext, probe: ProbeOf<'document'>, found: Tray): void {
  for (const unit of context.survey.units) {
    const { lookalike, own, page } = unit;
    if (page.offSite || (page.text.media === 'html' && !isNewsOfPlanning(context, unit))) continue;
    const other =
      lookalike !== undefined && lookalike === own && lookalike.lookalikes.every(({ kind }) => kind === 'other');
    // What was promised may stand in what was not read of it.
    const memo =
      isBareMemo(unit) && (page.text.source === 'ocr' || !partlyRead(page)) && !comesWith(context.survey.units, unit);
    if (!other && !memo) continue;
    const label = unit.labels.find(({ reading }) => probe.classes.some((id) => namesSurely(reading.classes, id)));
    const gate = label === undefined ? 'other' : gateOf(context, unit);
    if (label === undefined || gate === 'outdated' || gate === 'other') continue;
    const evidence = linkEvidence(label.ref, context.survey.site, context.survey.section, unit.year.year ?? null);
    found.weak.push({ reason: 'title-only', evidence, rank: rankOf(context, unit, 'weak') });
  }
}

/** A page that tells of the making of the plan by its own title, and leads on to nothing. */
const isNewsOfPlanning = ({ survey }: ProbeContext, { lookalike, own, page }: Unit): boolean =>
  lookalike !== undefined &&
  lookalike === own &&
  lookalike.lookalikes.some(isOfMaking) &&
  // Menus that the markup does not call so stand on other pages too.
  page.text.links.every(
    ({ region, url }) => region !== 'main' || url === null || survey.site.linkedElsewhere(url, page),
  );
const isOfMaking = ({ id }: Lookalike): boolean => id === 'preparing-plan';

/** It is in one archive with what it was sent with, which is judged as what it is. */
const comesWith = (units: readonly Unit[], { page }: Unit): boolean =>
  page.text.media === 'zip' && units.some((other) => other.page === page && other.own !== undefined);

/** It asks for leave to publish what is not with it. */
const isBareMemo = (unit: Unit): boolean =>
  unit.own === undefined &&
  /^\s*บันทึกข้อความ/u.test(unit.page.text.segments[0]?.text ?? '') &&
  unit.records.length === 0 &&
  unit.told === 0 &&
  unit.letters < longestMemo;
const longestMemo = 800;

/**
 * A title that is a bare name (แบบสำรวจ), and under it the name in full, which is a look-alike's (แบบสำรวจความผูกพันของบุคลากร).
 */
function namesLookalike({ survey }: ProbeContext, unit: Unit): boolean {
  const { own } = unit;
  if (own === undefined || own.text.length > 40) return false;
  const hit = [...own.classes.values()].find(({ from, to }) => own.text.slice(0, from).trim() === '' && to > from);
  if (hit === undefined || own.text.slice(hit.to).trim() !== '') return false;
  const first = unit.segments.find(({ segment }) => segment.text.trim() !== '')?.segment.text ?? '';
  if (first.length > 200 || !first.startsWith(own.text.trim())) return false;
  return isLookalike(readTitle(survey.lexicon, first, survey.agency));
}

/** Its tables ask for results or progress and none is filled in: a form to be used, whatever projects stand in it. */
function isBlankForm(unit: Unit): boolean {
  const asked = unit.tables.some(({ columns, untold }) => columns.has('result') || columns.has('progress') || untold);
  if (!asked) return false;
  return !tellsAny(unit);
}

const tellsAny = ({ told, records }: Unit): boolean =>
  told > 0 ||
  records.some(({ fields }) => fields.has('result') || fields.has('progress') || !isNought(fields.get('spent') ?? '0'));

const lettersOf = ({ segments, linked }: Unit, some: ReadonlySet<number>): number =>
  segments
    .filter(({ index, segment }) => some.has(index) && segment.kind !== 'heading' && !linked.has(index))
    .reduce((sum, { segment }) => sum + count(segment.text), 0);

/** Under its title it says itself that there is nothing (yet). */
function saysEmpty({ survey }: ProbeContext, unit: Unit): boolean {
  return (
    unit.letters === 0 &&
    unit.records.length === 0 &&
    unit.segments.some(({ segment }) => isPlaceholder(survey.lexicon, segment.text))
  );
}

const echoLetters = (unit: Unit): number => unit.echo.reduce((sum, { segment }) => sum + count(segment.text), 0);

/** The first segment whose words name the publication, as a title or in passing. */
function confirmation(context: ProbeContext, unit: Unit, classes: readonly string[]): number | undefined {
  const { lexicon, agency } = context.survey;
  return unit.segments.slice(0, 80).find(({ index, segment }) => {
    if (segment.text.length > 400 || unit.linked.has(index)) return false;
    const reading = readTitle(lexicon, segment.text, agency);
    return classes.some((id) => reading.classes.has(id) || reading.mentions.has(id));
  })?.index;
}

function shows(context: ProbeContext, unit: Unit, lexicon: ProbeLexicon, asked: ReadonlySet<number>): boolean {
  const pasted = new Set(unit.echo.map(({ index }) => index));
  if (matches(context, restOfTitle(unit), lexicon.shows).length > 0) return true;
  return unit.segments.some(
    ({ index, segment }) =>
      !asked.has(index) &&
      // Right over a pasted requirement stands what that is called.
      !(segment.kind === 'heading' && pasted.has(index + 1)) &&
      matches(context, segment.text, lexicon.shows).length > 0,
  );
}

function mentions(context: ProbeContext, { labels, own, segments }: Unit, phrases: PhraseSet<true>): boolean {
  const titles = [own?.text ?? '', ...labels.map(({ ref }) => ref.link.label)];
  return [...titles, ...segments.map(({ segment }) => segment.text)].some(
    (text) => matches(context, text, phrases).length > 0,
  );
}

/**
 * A title with nothing to follow under it claims what it does not show; a list of links leaves that to their targets, and what a
 * page shows that could not be read may be what it claims.
 */
function claims(context: ProbeContext, unit: Unit): boolean {
  if (unit.page.text.media !== 'html') return true;
  const { site } = context.survey;
  if (showsUnread(site, unit.page) || isReadByPictures(site, unit.page)) return false;
  const from = unit.titleSegment ?? -1;
  const segments = new Set(unit.segments.map(({ index }) => index));
  const links = unit.page.text.links.filter(
    (link) => link.segment !== undefined && (segments.has(link.segment) || link.segment === from),
  );
  if (links.length > 0 || leadsOnByPictures(context, unit)) return false;
  // An item of a list with nothing under it is a name without a link.
  if (from >= 0 && unit.segments.length === 0 && unit.page.text.segments[from]?.kind === 'item') return false;
  // A menu's or list's heading over other headings is not the page's claim.
  return from >= 0 && unit.page.text.segments[from]?.region === 'main' && isPageSubject(context, unit);
}

/** Covers that are links to what the title names: they stand in no text. */
function leadsOnByPictures({ survey: { lexicon, agency } }: ProbeContext, { classes, page }: Unit): boolean {
  return page.text.links.some(
    ({ segment, region, url, label }) =>
      segment === undefined &&
      region === 'main' &&
      url !== null &&
      [...readTitle(lexicon, label, agency).classes.keys()].some((id) => classes.has(id)),
  );
}

/** The title is the first thing the page says, or the page was reached by a label of the same class. */
function isPageSubject(context: ProbeContext, unit: Unit): boolean {
  if (headsOthers(context, unit)) return false;
  const labelled = unit.labels.some(({ reading }) => [...reading.classes.keys()].some((id) => unit.classes.has(id)));
  return (
    labelled ||
    context.survey.units.filter((other) => other.page === unit.page && other.titleSegment !== undefined).length === 1
  );
}

/**
 * Nothing stands under it but titles of the same sort (a category's page), which claim for themselves, or what is of a year of its own; or
 * the title of a list of links, of whatever sort.
 */
function headsOthers({ survey }: ProbeContext, unit: Unit): boolean {
  if (unit.segments.length > 0) return false;
  const below = survey.units.filter(
    (other) => other.page === unit.page && other !== unit && (other.titleSegment ?? -1) >= (unit.titleSegment ?? -1),
  );
  return below.some(
    ({ own, linked, segments, titleSegment }) =>
      [...(own?.classes.keys() ?? [])].some((id) => unit.own?.classes.has(id)) ||
      (titleSegment === (unit.titleSegment ?? -1) + 1 && segments.some(({ index }) => linked.has(index))),
  );
}

function titleSpan(unit: Unit, classes: readonly string[]): readonly [number, number] | undefined {
  if (unit.titleSegment === undefined) return undefined;
  const text = unit.page.text.segments[unit.titleSegment]?.text ?? '';
  const hit = classes.map((id) => unit.classes.get(id)).find((entry) => entry?.origin === 'own');
  return hit && hit.to <= text.length ? [hit.from, Math.min(text.length, hit.to + 60)] : undefined;
}
