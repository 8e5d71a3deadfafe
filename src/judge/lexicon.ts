// A vocabulary and its criteria's phrases, compiled once. Nothing here reads a page.

import { type NormalText, normalise } from '../text/normal.ts';
import { compilePhrases, type PhraseSet } from '../text/phrase.ts';
import { newPhraseIndex, type PhraseIndex } from '../text/phrase-index.ts';
import type { ColumnId, Criterion, Lookalike, Pack, Vocabulary } from './pack.ts';

export type Grade = 'term' | 'synonym' | 'weak';

/** What a phrase of the title set stands for. */
export type TitleMeaning =
  | { readonly kind: 'class'; readonly id: string; readonly grade: Grade; readonly bare: boolean }
  | { readonly kind: 'lookalike'; readonly entry: Lookalike };

/** A publication that a title names. */
export interface ClassHit {
  readonly id: string;
  readonly grade: Grade;
  /** Span in the original title. */
  readonly from: number;
  readonly to: number;
  /** Only the consonant skeleton matched. */
  readonly damaged: boolean;
}

/** The class is among them, and in more than weak words. */
export const namesSurely = (classes: ReadonlyMap<string, Pick<ClassHit, 'grade'>> | undefined, id: string): boolean =>
  (classes?.get(id)?.grade ?? 'weak') !== 'weak';

export interface Lexicon {
  readonly vocabulary: Vocabulary;
  readonly titles: PhraseSet<TitleMeaning>;
  readonly leads: readonly string[];
  readonly tails: PhraseSet<true>;
  readonly bodies: readonly string[];
  readonly planMenus: PhraseSet<true>;
  readonly hubs: PhraseSet<number>;
  readonly idle: PhraseSet<true>;
  readonly postings: PhraseSet<true>;
  readonly columns: PhraseSet<ColumnId>;
  readonly states: PhraseSet<true>;
  readonly projectLeads: PhraseSet<true>;
  readonly notProjects: PhraseSet<true>;
  readonly spentWords: PhraseSet<true>;
  readonly composed: {
    /** Class of report by word for reporting. */
    readonly heads: PhraseSet<string>;
    readonly subjects: PhraseSet<true>;
    readonly lists: PhraseSet<true>;
    readonly rounds: PhraseSet<true>;
    readonly not: PhraseSet<true>;
    /** Match forms. */
    readonly nouns: ReadonlySet<string>;
  };
  readonly generic: PhraseSet<true>;
  readonly none: PhraseSet<true>;
  readonly placeholders: PhraseSet<true>;
  readonly echoOpeners: PhraseSet<true>;
  /** Runs of five letters (match form) of the requirement's own texts. */
  readonly echoRuns: ReadonlySet<string>;
  /** Letters (match form) of those texts, a bar between them. */
  readonly echoLetters: string;
}

const lexicons = new WeakMap<Vocabulary, Lexicon>();

let open = newPhraseIndex(true);

/** What is compiled before a text is looked at, is looked up in one walk. */
function openIndex(): PhraseIndex {
  if (open.tables !== undefined) open = newPhraseIndex(true);
  return open;
}

export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = lexicons.get(vocabulary);
  if (known) return known;
  const titles: { phrase: string; value: TitleMeaning }[] = [];
  for (const [id, entry] of Object.entries(vocabulary.classes)) {
    for (const phrase of entry.term) titles.push({ phrase, value: { kind: 'class', id, grade: 'term', bare: false } });
    for (const phrase of entry.synonym)
      titles.push({ phrase, value: { kind: 'class', id, grade: 'synonym', bare: false } });
    for (const phrase of entry.bareTerm)
      titles.push({ phrase, value: { kind: 'class', id, grade: 'term', bare: true } });
    for (const phrase of entry.bare)
      titles.push({ phrase, value: { kind: 'class', id, grade: 'synonym', bare: true } });
    for (const phrase of entry.weak) titles.push({ phrase, value: { kind: 'class', id, grade: 'weak', bare: false } });
  }
  for (const entry of vocabulary.lookalikes)
    for (const phrase of entry.phrases) titles.push({ phrase, value: { kind: 'lookalike', entry } });
  const columns: { phrase: string; value: ColumnId }[] = [];
  for (const [id, phrases] of Object.entries(vocabulary.columns))
    for (const phrase of phrases ?? []) columns.push({ phrase, value: id as ColumnId });
  const lexicon: Lexicon = {
    vocabulary,
    titles: compilePhrases(titles, openIndex()),
    // Longest first: รวมรูปเล่ม before เล่ม.
    leads: vocabulary.leads.map((lead) => normalise(lead).text).sort((a, b) => b.length - a.length),
    tails: jointFlags(vocabulary.tails),
    bodies: vocabulary.bodies.map((body) => normalise(body).text),
    planMenus: jointFlags(vocabulary.planMenus),
    hubs: compilePhrases(
      vocabulary.hubs.map((hub) => ({ phrase: hub.phrase, value: hub.weight })),
      openIndex(),
    ),
    idle: jointFlags(vocabulary.idle),
    postings: jointFlags(vocabulary.postings),
    columns: compilePhrases(columns, openIndex()),
    states: jointFlags(vocabulary.states),
    projectLeads: jointFlags(vocabulary.projectLeads),
    notProjects: jointFlags(vocabulary.notProjects),
    spentWords: jointFlags(vocabulary.spentWords),
    composed: {
      heads: compilePhrases(
        Object.entries(vocabulary.composed.heads).flatMap(([id, phrases]) =>
          phrases.map((phrase) => ({ phrase, value: id })),
        ),
        openIndex(),
      ),
      subjects: jointFlags(vocabulary.composed.subjects),
      lists: jointFlags(vocabulary.composed.lists),
      rounds: jointFlags(vocabulary.composed.rounds),
      not: jointFlags(vocabulary.composed.not),
      nouns: new Set(vocabulary.composed.nouns.map((noun) => normalise(noun).text)),
    },
    generic: jointFlags(vocabulary.generic),
    none: jointFlags(vocabulary.none),
    placeholders: jointFlags(vocabulary.placeholders),
    // An index of their own: in most paragraphs nothing else is ever looked for.
    echoOpeners: flags(vocabulary.echo.openers, newPhraseIndex(true)),
    echoRuns: new Set(vocabulary.echo.texts.flatMap((text) => runsOf(normalise(text).text))),
    echoLetters: vocabulary.echo.texts.map((text) => lettersOf(normalise(text).text)).join('|'),
  };
  lexicons.set(vocabulary, lexicon);
  return lexicon;
}

export function flags(phrases: readonly string[], index?: PhraseIndex): PhraseSet<true> {
  return compilePhrases(
    phrases.map((phrase) => ({ phrase, value: true as const })),
    index,
  );
}

const jointFlags = (phrases: readonly string[]): PhraseSet<true> => flags(phrases, openIndex());

export const runLength = 5;

/** A text's letters and marks. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}]+/gu, '');

/** Overlapping runs of a text's letters. */
function runsOf(text: string): string[] {
  const letters = lettersOf(text);
  const found: string[] = [];
  for (let i = 0; i + runLength <= letters.length; i++) found.push(letters.slice(i, i + runLength));
  return found;
}

/** A criterion's own phrases, compiled. */
export interface CriterionLexicon {
  readonly ignore: PhraseSet<true>;
  readonly follow: PhraseSet<number>;
  readonly echo: PhraseSet<true>;
  /** By index of the probe in the flattened probe list. */
  readonly probes: ReadonlyMap<object, ProbeLexicon>;
}

export interface ProbeLexicon {
  readonly shows?: PhraseSet<true>;
  readonly mentions?: PhraseSet<true>;
  readonly says?: PhraseSet<true>;
  readonly passages?: PhraseSet<Grade>;
  readonly terms?: PhraseSet<true>;
}

const criterionLexicons = new WeakMap<Criterion, CriterionLexicon>();

export function criterionLexiconOf(criterion: Criterion): CriterionLexicon {
  const known = criterionLexicons.get(criterion);
  if (known) return known;
  const probes = new Map<object, ProbeLexicon>();
  for (const entry of criterion.probes.any) {
    for (const probe of 'all' in entry ? entry.all : [entry]) {
      if (probe.probe === 'document') {
        const { shows, mentions } = probe;
        probes.set(probe, {
          ...(shows ? { shows: jointFlags(shows) } : {}),
          ...(mentions ? { mentions: jointFlags(mentions) } : {}),
        });
      } else if (probe.probe === 'passage') {
        const passages: { phrase: string; value: Grade }[] = [
          ...probe.term.map((phrase) => ({ phrase, value: 'term' as const })),
          ...probe.synonym.map((phrase) => ({ phrase, value: 'synonym' as const })),
        ];
        probes.set(probe, {
          passages: compilePhrases(passages, openIndex()),
          ...(probe.says ? { says: jointFlags(probe.says) } : {}),
        });
      } else if (probe.probe === 'rows' && probe.term) probes.set(probe, { terms: jointFlags(probe.term) });
      else probes.set(probe, {});
    }
  }
  const lexicon: CriterionLexicon = {
    ignore: jointFlags(criterion.ignore.map((entry) => entry.phrase)),
    follow: compilePhrases(
      criterion.follow.map((entry) => ({ phrase: entry.phrase, value: entry.weight })),
      openIndex(),
    ),
    echo: jointFlags(criterion.echo),
    probes,
  };
  criterionLexicons.set(criterion, lexicon);
  return lexicon;
}

/** Two generations: what is asked for again moves from the old one to the young; a full young one becomes the old. */
let young = new Map<string, NormalText>();
let old: ReadonlyMap<string, NormalText> = new Map();
let youngLength = 0;
const mostTexts = 12_000;
const mostLength = 1_200_000;
/** Longer ones are too few to be worth their room. */
const longestKept = 6000;

/**
 * Match form of a text, kept while it recurs (a menu is on every page, a paragraph is read for every criterion), so that it
 * is normalised and looked through once. Pure in effect: the cache only saves work.
 */
export function norm(text: string): NormalText {
  const known = young.get(text);
  if (known) return known;
  const value = old.get(text) ?? normalise(text);
  if (text.length > longestKept) return value;
  youngLength += text.length;
  if (young.size >= mostTexts || youngLength > mostLength) {
    old = young;
    young = new Map();
    youngLength = text.length;
  }
  young.set(text, value);
  return value;
}

/** The packs' criteria in order, with their pack. Compiles all of them, so that they share an index. */
export function criteriaOf(packs: readonly Pack[]): { readonly pack: Pack; readonly criterion: Criterion }[] {
  for (const { vocabulary, criteria } of packs) {
    lexiconOf(vocabulary);
    for (const criterion of criteria) criterionLexiconOf(criterion);
  }
  return packs.flatMap((pack) => pack.criteria.map((criterion) => ({ pack, criterion })));
}
