// What makes a met or not-met less sure than others: a closed list of signs, read off the survey after the decision. Pure;
// moves no verdict. What each weighs is measured (confidence-table.ts), never set by hand.

import type { Page } from '../model/crawl.ts';
import { promising } from '../model/crawl.ts';
import type { Evidence } from '../model/result.ts';
import { garbled } from '../text/garbled.ts';
import { repairedText } from '../text/repair.ts';
import type { Decision } from './decide.ts';
import { probesOf } from './explain-content.ts';
import { standsIn } from './finding.ts';
import { gapFit } from './gap-fit.ts';
import { namesSurely } from './lexicon.ts';
import { justLikeIt, likeIt, likenessOf, muchLikeIt, quiteUnlikeIt, unlikeIt } from './likeness.ts';
import type { LinkReading } from './link-reading.ts';
import type { Criterion } from './pack.ts';
import { partlyRead } from './partly-read.ts';
import { gateOf, type ProbeContext } from './probe-context.ts';
import type { Survey } from './survey.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import type { TitleOrigin, Unit } from './unit.ts';

export const metSignals = [
  /** An accepted wording, not the announcement's term. */
  'other-wording',
  'stated-none',
  /** One page or document alone shows it. */
  'single-proof',
  /** A link's label, what stands around it or a file's name says what the content is; the content does not. */
  'named-by-label',
  /** The year comes from a label or a file's name, or there is none, where one is asked for. */
  'year-by-label',
  'no-own-year',
  /** A link is called so, and what it leads to does not say it of itself. */
  'target-silent',
  /** Something on the way to it or around it is named like what does not count. */
  'look-alike-around',
  /** Hardly more rows or words than are asked for. */
  'scant',
  'damaged-text',
  'ocr',
  'partly-read',
  'off-site',
  /** Content that does not stand under the plan link. */
  'outside-section',
  /** Other content of an accepted year is called the same and does not show it. */
  'contradicted',
  /** The plan itself was not found on the site. */
  'no-plan',
  /** What shows it is not like what people labelled as showing it (likeness.ts); the first holds where the second does. */
  'reads-unlike-it',
  'reads-quite-unlike-it',
] as const;
export type MetSignal = (typeof metSignals)[number];

export const notMetSignals = [
  /** Nothing at all was found, not even something wanting. */
  'nothing-seen',
  /** Content of an accepted year is called so and falls short. */
  'near-miss',
  /** A title or label names it in weak words or in passing. */
  'weak-name',
  /** A link is called so, and where it leads was never read. */
  'promise-unread',
  /** Something of the site could not be read. */
  'unread',
  /** Not everything promising was visited. */
  'left-unvisited',
  /** Two pages or fewer were read. */
  'few-pages',
  'no-documents',
  'damaged-text',
  'ocr',
  'partly-read',
  /** The plan itself was not found on the site. */
  'no-plan',
  /** Documents that neither their own words nor a label name. */
  'unnamed-documents',
  /** Something read is like what people labelled as showing it (likeness.ts); each of these holds where the next does. */
  'reads-like-it',
  'reads-much-like-it',
  'reads-just-like-it',
] as const;
export type NotMetSignal = (typeof notMetSignals)[number];

export type Signal = MetSignal | NotMetSignal;

/**
 * The signs that hold, in the order of the list; none for other verdicts.
 * @param like how much the likeliest passage is like what is asked for, 0 to 1.
 */
export function signalsOf(
  context: ProbeContext,
  decision: Pick<Decision, 'verdict' | 'reason' | 'carried'>,
  like = 0,
): Signal[] {
  switch (decision.verdict) {
    case 'met': {
      const held = metTests(context, decision);
      return metSignals.filter((signal) => held[signal]());
    }
    case 'not-met': {
      const held = notMetTests(context, decision, like);
      return notMetSignals.filter((signal) => held[signal]());
    }
    default:
      return [];
  }
}

/** Its own title or what it holds says what it is, not what leads to it. */
const ofItself: ReadonlySet<TitleOrigin | undefined> = new Set<TitleOrigin>(['own', 'content']);

type Tests<S extends string> = Readonly<Record<S, () => boolean>>;

function metTests(context: ProbeContext, { reason, carried }: Pick<Decision, 'reason' | 'carried'>): Tests<MetSignal> {
  const { survey, criterion, accepted } = context;
  const proofs = carried.map(({ evidence }) => evidence);
  // By label alone only where a link is what is asked for.
  const content = proofs.filter(({ source }) => source !== 'label');
  const best = proofs[0];
  const units = content.flatMap((evidence) => unitOf(context, evidence) ?? []);
  const unit = units[0];
  const wanted = wantedOf(criterion);
  const like = likenessIn(context, units);
  const dated = accepted !== 'any' && unit !== undefined;
  return {
    'other-wording': () => reason === 'found-other-wording',
    'stated-none': () => reason === 'stated-none',
    'single-proof': () => new Set(proofs.map(({ finalUrl }) => finalUrl)).size <= 1,
    'named-by-label': () =>
      units.length > 0 && !units.some((unit) => wanted.some((id) => ofItself.has(unit.classes.get(id)?.origin))),
    'year-by-label': () => dated && unit.year.own.length === 0 && unit.year.year !== undefined,
    'no-own-year': () => dated && !unit.year.own.some((year) => accepted.has(year)) && unit.year.own.length > 0,
    'target-silent': () => best?.source === 'label' && !survey.units.some((unit) => saysItself(unit, best, wanted)),
    'look-alike-around': () =>
      best !== undefined &&
      [...best.path.map(({ label }) => label), best.quote, unit?.page.text.title ?? ''].some((text) =>
        isLookalike(readTitle(survey.lexicon, text, survey.agency)),
      ),
    scant: () => units.length > 0 && units.every(({ records, letters }) => records.length <= 2 && letters < 300),
    'damaged-text': () => units.length > 0 && units.every(({ page }) => damaged(page)),
    ocr: () => content.length > 0 && content.every(({ source }) => source === 'ocr'),
    'partly-read': () => units.length > 0 && units.every(({ page }) => partlyRead(page)),
    'off-site': () => best?.offSite === true,
    'outside-section': () => content.length > 0 && !content.some(({ section }) => section),
    contradicted: () =>
      survey.units.some((other) => !units.includes(other) && nearMiss(context, other, wanted, proofs)),
    'no-plan': () => survey.planLinks.length === 0,
    'reads-unlike-it': () => like() < unlikeIt,
    'reads-quite-unlike-it': () => like() < quiteUnlikeIt,
  };
}

/** Of what shows it; 1 where nothing is known of it. */
function likenessIn(context: ProbeContext, units: readonly Unit[]): () => number {
  let share: number | undefined;
  return () => {
    share ??= units.length === 0 ? 1 : (likenessOf(context, units)?.share ?? 1);
    return share;
  };
}

function notMetTests(context: ProbeContext, { carried }: Pick<Decision, 'carried'>, like: number): Tests<NotMetSignal> {
  const { survey, criterion } = context;
  const { crawl } = survey.site;
  const wanted = wantedOf(criterion);
  const documents = crawl.pages.filter(({ text }) => text.media !== 'html');
  return {
    'nothing-seen': () => carried.length === 0,
    'near-miss': () => survey.units.some((unit) => nearMiss(context, unit, wanted, [])),
    'weak-name': () =>
      tellingLinks(survey).some(({ reading }) => namedWeakly(reading, wanted)) ||
      survey.units.some(({ own, lookalike }) => own !== undefined && !lookalike && namedWeakly(own, wanted)),
    'promise-unread': () =>
      tellingLinks(survey).some(
        ({ ref, reading }) =>
          ref.link.url !== null &&
          wanted.some((id) => namesSurely(reading.classes, id)) &&
          survey.site.targetOf(ref.link).kind !== 'page',
      ),
    unread: () => crawl.gaps.some((gap) => !gap.fetch?.dead && gapFit(context, gap) === 'other'),
    'left-unvisited': () =>
      crawl.stopped === 'budget' ||
      crawl.stopped === 'interrupted' ||
      crawl.pending.some(({ ratings }) => (ratings[criterion.id] ?? 0) >= promising),
    'few-pages': () => crawl.pages.length <= 2,
    'no-documents': () => documents.length === 0,
    'damaged-text': () => crawl.pages.some(damaged),
    ocr: () => crawl.pages.some(({ text }) => text.source === 'ocr'),
    'partly-read': () => documents.some(partlyRead),
    'no-plan': () => survey.planLinks.length === 0,
    'unnamed-documents': () =>
      survey.units.some(
        ({ page, classes, own, lookalike }) =>
          page.text.media !== 'html' && classes.size === 0 && !lookalike && (own?.mentions.size ?? 0) === 0,
      ),
    'reads-like-it': () => like >= likeIt,
    'reads-much-like-it': () => like >= muchLikeIt,
    'reads-just-like-it': () => like >= justLikeIt,
  };
}

/** The piece of content that a piece of evidence was cut from. */
function unitOf({ survey }: ProbeContext, evidence: Evidence): Unit | undefined {
  const holds = survey.units.filter((unit) => standsIn(unit, evidence));
  return holds.find(({ classes }) => classes.size > 0) ?? holds[0];
}

/** Publications that could hold it, likeliest first, then what else the probes look into. */
function wantedOf(criterion: Criterion): readonly string[] {
  return [...new Set([...criterion.heldBy, ...probesOf(criterion).flatMap(({ probe }) => probe.classes)])];
}

/** The target of a link names itself, in more than weak words. */
function saysItself({ page, classes }: Unit, { finalUrl }: Evidence, wanted: readonly string[]): boolean {
  if (page.capture.finalUrl !== finalUrl) return false;
  return wanted.some((id) => classes.get(id)?.origin === 'own' && classes.get(id)?.grade !== 'weak');
}

/** Called what is asked for, of an accepted year, with content, and not among the proofs. */
function nearMiss(context: ProbeContext, unit: Unit, wanted: readonly string[], proofs: readonly Evidence[]): boolean {
  if (unit.lookalike || unit.segments.length === 0) return false;
  const primary = wanted[0];
  if (primary === undefined || !namesSurely(unit.classes, primary)) return false;
  if (unit.page.text.media === 'html' && unit.letters < 40 && unit.records.length === 0) return false;
  const gate = gateOf(context, unit);
  if (gate !== 'ok' && gate !== 'unclear') return false;
  return !proofs.some(({ sha256 }) => sha256 === unit.page.capture.sha256);
}

/** Links whose label names or mentions any publication: few of a site's many. */
function tellingLinks(survey: Survey): readonly LinkReading[] {
  let found = telling.get(survey);
  if (found === undefined) {
    found = survey.links.filter(({ reading }) => reading.classes.size > 0 || reading.mentions.size > 0);
    telling.set(survey, found);
  }
  return found;
}
const telling = new WeakMap<Survey, readonly LinkReading[]>();

function namedWeakly({ classes, mentions, lookalikes }: TitleReading, wanted: readonly string[]): boolean {
  if (lookalikes.length > 0 || wanted.some((id) => namesSurely(classes, id))) return false;
  return wanted.some((id) => classes.has(id) || mentions.has(id));
}

/** Letters of a page looked at: enough to tell, whatever its length. */
const sampled = 4_000;
/** Undamaged documents have up to 3.4 misplaced marks in a thousand letters (libraries of Thai PDFs). */
const damagedPerThousand = 5;
const known = new WeakMap<Page, boolean>();

/** Marks out of place or repaired in more than a few of a thousand letters. A page's answer never changes: it is kept. */
function damaged(page: Page): boolean {
  let answer = known.get(page);
  if (answer === undefined) {
    answer = damagedText(page);
    known.set(page, answer);
  }
  return answer;
}

function damagedText({ text }: Page): boolean {
  let sample = '';
  for (const segment of text.segments) {
    if (segment.kind === 'title') continue;
    sample += `${segment.text}\n`;
    if (sample.length >= sampled) break;
  }
  if (sample.length < 40) return false;
  const repaired = repairedText(sample);
  const { badMarksPerThousand, junkPerThousand, garbled: bad } = garbled(sample, repaired);
  const mended = (Math.abs(sample.length - repaired.length) * 1000) / sample.length;
  return bad || badMarksPerThousand + junkPerThousand + mended > damagedPerThousand;
}
