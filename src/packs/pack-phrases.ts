// Where the phrases of a vocabulary and of a criterion stand, so that all of them can be expanded and tried. Pure.
import type { Criterion, Vocabulary } from '../judge/pack.ts';

type Path = readonly PropertyKey[];

/** Gives a phrase's replacement. */
export type PhraseMap = (phrase: string, path: Path) => string;

/** The vocabulary with every phrase replaced; plain texts (leads, bodies, requirement texts) are left alone. */
export function mapVocabulary(vocabulary: Vocabulary, map: PhraseMap): Vocabulary {
  const each = (phrases: readonly string[], ...path: PropertyKey[]) =>
    phrases.map((phrase, index) => map(phrase, [...path, index]));
  const classes = Object.entries(vocabulary.classes).map(
    ([id, entry]) =>
      [
        id,
        {
          ...entry,
          term: each(entry.term, 'classes', id, 'term'),
          synonym: each(entry.synonym, 'classes', id, 'synonym'),
          bare: each(entry.bare, 'classes', id, 'bare'),
          bareTerm: each(entry.bareTerm, 'classes', id, 'bareTerm'),
          weak: each(entry.weak, 'classes', id, 'weak'),
        },
      ] as const,
  );
  const columns = Object.entries(vocabulary.columns).map(
    ([id, phrases]) => [id, each(phrases, 'columns', id)] as const,
  );
  return {
    ...vocabulary,
    classes: Object.fromEntries(classes),
    lookalikes: vocabulary.lookalikes.map((entry, index) => ({
      ...entry,
      phrases: each(entry.phrases, 'lookalikes', index, 'phrases'),
    })),
    tails: each(vocabulary.tails, 'tails'),
    planMenus: each(vocabulary.planMenus, 'planMenus'),
    hubs: vocabulary.hubs.map((hub, index) => ({ ...hub, phrase: map(hub.phrase, ['hubs', index, 'phrase']) })),
    idle: each(vocabulary.idle, 'idle'),
    postings: each(vocabulary.postings, 'postings'),
    columns: Object.fromEntries(columns) as Vocabulary['columns'],
    states: each(vocabulary.states, 'states'),
    projectLeads: each(vocabulary.projectLeads, 'projectLeads'),
    notProjects: each(vocabulary.notProjects, 'notProjects'),
    spentWords: each(vocabulary.spentWords, 'spentWords'),
    composed: {
      ...vocabulary.composed,
      heads: Object.fromEntries(
        Object.entries(vocabulary.composed.heads).map(([id, phrases]) => [id, each(phrases, 'composed', 'heads', id)]),
      ),
      subjects: each(vocabulary.composed.subjects, 'composed', 'subjects'),
      lists: each(vocabulary.composed.lists, 'composed', 'lists'),
      rounds: each(vocabulary.composed.rounds, 'composed', 'rounds'),
      not: each(vocabulary.composed.not, 'composed', 'not'),
    },
    generic: each(vocabulary.generic, 'generic'),
    echo: { ...vocabulary.echo, openers: each(vocabulary.echo.openers, 'echo', 'openers') },
    none: each(vocabulary.none, 'none'),
    placeholders: each(vocabulary.placeholders, 'placeholders'),
  };
}

/** The criterion with every phrase replaced. */
export function mapCriterion(criterion: Criterion, map: PhraseMap): Criterion {
  const each = (phrases: readonly string[], ...path: PropertyKey[]) =>
    phrases.map((phrase, index) => map(phrase, [...path, index]));
  type Entry = Criterion['probes']['any'][number];
  type Probe = Exclude<Entry, { all: unknown }>;
  const probe = (entry: Probe, ...path: PropertyKey[]): Probe => {
    switch (entry.probe) {
      case 'document':
        return entry.shows ? { ...entry, shows: each(entry.shows, ...path, 'shows') } : entry;
      case 'passage':
        return {
          ...entry,
          term: each(entry.term, ...path, 'term'),
          synonym: each(entry.synonym, ...path, 'synonym'),
        };
      case 'rows':
        return entry.term ? { ...entry, term: each(entry.term, ...path, 'term') } : entry;
      case 'link':
      case 'resolves':
        return entry;
    }
  };
  return {
    ...criterion,
    follow: criterion.follow.map((entry, index) => ({
      ...entry,
      phrase: map(entry.phrase, ['follow', index, 'phrase']),
    })),
    probes: {
      any: criterion.probes.any.map(
        (entry, index): Entry =>
          'all' in entry
            ? { all: entry.all.map((part, at) => probe(part, 'probes', 'any', index, 'all', at)) }
            : probe(entry, 'probes', 'any', index),
      ),
    },
    ignore: criterion.ignore.map((entry, index) => ({
      ...entry,
      phrase: map(entry.phrase, ['ignore', index, 'phrase']),
    })),
    echo: each(criterion.echo, 'echo'),
  };
}
