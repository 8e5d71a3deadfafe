// A vocabulary and its criteria's phrases, compiled once. Nothing here reads a page.

import { type NormalText, normalise } from '../text/normal.ts';
import { compilePhrases, type PhraseSet } from '../text/phrase.ts';
import type { ColumnId, Criterion, Lookalike, Pack, Vocabulary } from './pack.ts';

export type Grade = 'term' | 'synonym' | 'weak';

/** What a phrase of the title set stands for. */
export type TitleMeaning =
  | { readonly kind: 'class'; readonly id: string; readonly grade: Grade; readonly bare: boolean }
  | { readonly kind: 'lookalike'; readonly entry: Lookalike };

export interface Lexicon {
  readonly vocabulary: Vocabulary;
  readonly titles: PhraseSet<TitleMeaning>;
  readonly leads: readonly string[];
  readonly tails: PhraseSet<true>;
  readonly bodies: readonly string[];
  readonly planMenus: PhraseSet<true>;
  readonly hubs: PhraseSet<number>;
  readonly idle: PhraseSet<true>;
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
  /** 5-grams (match form) of the requirement's own texts. */
  readonly echoGrams: ReadonlySet<string>;
}

const lexicons = new WeakMap<Vocabulary, Lexicon>();

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
    titles: compilePhrases(titles),
    // Longest first: รวมรูปเล่ม before เล่ม.
    leads: vocabulary.leads.map((lead) => normalise(lead).text).sort((a, b) => b.length - a.length),
    tails: flags(vocabulary.tails),
    bodies: vocabulary.bodies.map((body) => normalise(body).text),
    planMenus: flags(vocabulary.planMenus),
    hubs: compilePhrases(vocabulary.hubs.map((hub) => ({ phrase: hub.phrase, value: hub.weight }))),
    idle: flags(vocabulary.idle),
    columns: compilePhrases(columns),
    states: flags(vocabulary.states),
    projectLeads: flags(vocabulary.projectLeads),
    notProjects: flags(vocabulary.notProjects),
    spentWords: flags(vocabulary.spentWords),
    composed: {
      heads: compilePhrases(
        Object.entries(vocabulary.composed.heads).flatMap(([id, phrases]) =>
          phrases.map((phrase) => ({ phrase, value: id })),
        ),
      ),
      subjects: flags(vocabulary.composed.subjects),
      lists: flags(vocabulary.composed.lists),
      rounds: flags(vocabulary.composed.rounds),
      not: flags(vocabulary.composed.not),
      nouns: new Set(vocabulary.composed.nouns.map((noun) => normalise(noun).text)),
    },
    generic: flags(vocabulary.generic),
    none: flags(vocabulary.none),
    placeholders: flags(vocabulary.placeholders),
    echoOpeners: flags(vocabulary.echo.openers),
    echoGrams: new Set(vocabulary.echo.texts.flatMap((text) => grams(normalise(text).text))),
  };
  lexicons.set(vocabulary, lexicon);
  return lexicon;
}

export function flags(phrases: readonly string[]): PhraseSet<true> {
  return compilePhrases(phrases.map((phrase) => ({ phrase, value: true as const })));
}

/** Overlapping runs of five letters of a text's letters. */
export function grams(text: string): string[] {
  const letters = text.replace(/[^\p{L}\p{M}]+/gu, '');
  const found: string[] = [];
  for (let i = 0; i + 5 <= letters.length; i++) found.push(letters.slice(i, i + 5));
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
      if (probe.probe === 'document' && probe.shows) probes.set(probe, { shows: flags(probe.shows) });
      else if (probe.probe === 'passage') {
        const passages: { phrase: string; value: Grade }[] = [
          ...probe.term.map((phrase) => ({ phrase, value: 'term' as const })),
          ...probe.synonym.map((phrase) => ({ phrase, value: 'synonym' as const })),
        ];
        probes.set(probe, {
          passages: compilePhrases(passages),
          ...(probe.says ? { says: flags(probe.says) } : {}),
        });
      } else if (probe.probe === 'rows' && probe.term) probes.set(probe, { terms: flags(probe.term) });
      else probes.set(probe, {});
    }
  }
  const lexicon: CriterionLexicon = {
    ignore: flags(criterion.ignore.map((entry) => entry.phrase)),
    follow: compilePhrases(criterion.follow.map((entry) => ({ phrase: entry.phrase, value: entry.weight }))),
    echo: flags(criterion.echo),
    probes,
  };
  criterionLexicons.set(criterion, lexicon);
  return lexicon;
}

const normals = new Map<string, NormalText>();

/**
 * Match form of a text, kept for texts short enough to recur (menus, labels, headings), so that a menu seen on
 * every page is normalised once. Pure in effect: the cache only saves work.
 */
export function norm(text: string): NormalText {
  if (text.length > 600) return normalise(text);
  const known = normals.get(text);
  if (known) return known;
  if (normals.size > 20_000) normals.clear();
  const value = normalise(text);
  normals.set(text, value);
  return value;
}

/** The packs' criteria in order, with their pack. */
export function criteriaOf(packs: readonly Pack[]): { readonly pack: Pack; readonly criterion: Criterion }[] {
  return packs.flatMap((pack) => pack.criteria.map((criterion) => ({ pack, criterion })));
}
