// What a criterion passed over, and why: look-alikes, mere mentions, weak names, pasted requirements, menus, masked words,
// pages of other hosts. Pure; for explanations, decides nothing.
import { findPhrases } from '../text/phrase.ts';
import { learnBoilerplate } from './boilerplate.ts';
import { flags, namesSurely, norm } from './lexicon.ts';
import type { ProbeContext } from './probe-context.ts';
import { isLookalike, readTitle, type TitleReading } from './title.ts';
import type { Unit } from './unit.ts';

export interface Reject {
  readonly kind:
    | 'look-alike'
    | 'mention'
    | 'weak'
    | 'criteria-echo'
    | 'boilerplate'
    | 'ignored'
    | 'off-site-page'
    | 'outside-section';
  readonly where: 'title' | 'link' | 'text';
  /** Original words. */
  readonly text: string;
  readonly url: string;
  /** Id of the look-alike or class, where one decided. */
  readonly id: string | null;
  /** The pack's own words for why, if it has any. */
  readonly because: string | null;
}

const longest = 200;

/** In reading order; the same words of the same kind once. */
export function rejectsOf(context: ProbeContext, wanted: readonly string[]): Reject[] {
  const found = [
    ...titleRejects(context, wanted),
    ...linkRejects(context, wanted),
    ...echoRejects(context),
    ...boilerplateRejects(context, wanted),
    ...ignoredRejects(context, wanted),
  ];
  const seen = new Set<string>();
  return found.filter(({ kind, text, id }) => {
    const key = `${kind}\u0000${id}\u0000${text}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** Why a title's words do not name it, or undefined where they do or have nothing to do with it. */
function readingRejects(reading: TitleReading, wanted: readonly string[]): Pick<Reject, 'kind' | 'id' | 'because'>[] {
  if (wanted.some((id) => namesSurely(reading.classes, id))) return [];
  if (isLookalike(reading)) return reading.lookalikes.map(({ id, because }) => ({ kind: 'look-alike', id, because }));
  const weak = wanted.find((id) => reading.classes.has(id));
  if (weak !== undefined) return [{ kind: 'weak', id: weak, because: null }];
  const mention = wanted.find((id) => reading.mentions.has(id));
  return mention === undefined ? [] : [{ kind: 'mention', id: mention, because: null }];
}

function titleRejects(context: ProbeContext, wanted: readonly string[]): Reject[] {
  const { survey } = context;
  const found: Reject[] = [];
  for (const unit of survey.units) {
    const url = unit.page.capture.finalUrl;
    const reading = unit.lookalike ?? unit.own;
    if (reading) {
      const text = reading.text.slice(0, longest);
      for (const reject of readingRejects(reading, wanted)) found.push({ ...reject, where: 'title', text, url });
    }
    const named = wanted.find((id) => namesSurely(unit.classes, id));
    if (named === undefined || unit.lookalike) continue;
    const place = { where: 'title', text: titleOf(unit), url, id: named, because: null } as const;
    if (unit.page.offSite && unit.page.text.media === 'html') found.push({ kind: 'off-site-page', ...place });
    else if (context.strictSection && !survey.section.has(unit.page.id))
      found.push({ kind: 'outside-section', ...place });
  }
  return found;
}

function titleOf({ own, page }: Unit): string {
  return (own?.text ?? page.text.title ?? page.path.at(-1)?.label ?? '').slice(0, longest);
}

function linkRejects({ survey }: ProbeContext, wanted: readonly string[]): Reject[] {
  return survey.links.flatMap(({ ref, reading }) =>
    readingRejects(reading, wanted).map(
      (reject): Reject => ({
        ...reject,
        where: 'link',
        text: ref.link.label.slice(0, longest),
        url: ref.link.url ?? ref.page.capture.finalUrl,
      }),
    ),
  );
}

/** Pasted requirement text in which the criterion's element is named. */
function echoRejects({ survey, words }: ProbeContext): Reject[] {
  return survey.echoes.flatMap(({ unit, text }): Reject[] => {
    if (findPhrases(words.echo, norm(text)).length === 0) return [];
    const url = unit.page.capture.finalUrl;
    return [{ kind: 'criteria-echo', where: 'text', text: text.slice(0, longest), url, id: null, because: null }];
  });
}

/** Menus, headers and footers that name it: their links are links, their words prove nothing. */
function boilerplateRejects({ survey }: ProbeContext, wanted: readonly string[]): Reject[] {
  const { pages } = survey.site.crawl;
  const boilerplate = learnBoilerplate(pages);
  const found: Reject[] = [];
  for (const page of pages) {
    for (const [index, segment] of page.text.segments.entries()) {
      if (segment.kind === 'title' || segment.text.length > longest || !boilerplate.has(page, index)) continue;
      const { classes } = readTitle(survey.lexicon, segment.text, survey.agency);
      const id = wanted.find((entry) => namesSurely(classes, entry));
      if (id === undefined) continue;
      const url = page.capture.finalUrl;
      found.push({ kind: 'boilerplate', where: 'text', text: segment.text, url, id, because: null });
    }
  }
  return found;
}

/** The criterion's `ignore` phrases where they masked something in content that could hold it. */
function ignoredRejects({ survey, criterion }: ProbeContext, wanted: readonly string[]): Reject[] {
  // Each by itself, as the reason is wanted too.
  const ignored = criterion.ignore.map(({ phrase, because }) => ({ set: flags([phrase]), because }));
  const found: Reject[] = [];
  for (const unit of survey.units) {
    if (ignored.length === 0 || !wanted.some((id) => unit.classes.has(id))) continue;
    const url = unit.page.capture.finalUrl;
    for (const { segment } of unit.segments) {
      for (const { set, because } of ignored) {
        const [match] = findPhrases(set, norm(segment.text));
        if (!match) continue;
        const text = segment.text.slice(match.from, match.to).slice(0, longest);
        found.push({ kind: 'ignored', where: 'text', text, url, id: null, because });
      }
    }
  }
  return found;
}
