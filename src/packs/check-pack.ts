// What rule packs must hold beyond their schemas: names that lead somewhere, in the right order, once each. Pure.
import { basename } from 'node:path';
import type { Problem } from '../errors.ts';
import type { Criterion, PackFile, Vocabulary } from '../judge/pack.ts';
import { fieldOf, problem } from './read-yaml.ts';

/** Of a criterion's file: `<id>.yaml`. */
export const idOf = (path: string): string => basename(path, '.yaml');

/** Faults of one criterion, each with the line of its place. */
export function checkCriterion(
  criterion: Criterion,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
  pack: PackFile,
  vocabulary: Vocabulary,
): Problem[] {
  const problems: Problem[] = [];
  const complain = (path: readonly PropertyKey[], message: string, value?: string) =>
    problems.push(problem(file, lineOf(path), fieldOf(path), message, value));
  const expected = idOf(file);
  if (criterion.id !== expected) complain(['id'], `must equal the file's name, "${expected}"`, criterion.id);
  if (!pack.criteria.includes(criterion.id))
    complain(['id'], `is not listed under criteria of pack.yaml`, criterion.id);
  if (criterion.dependsOn !== undefined) {
    const at = pack.criteria.indexOf(criterion.dependsOn);
    if (at < 0) complain(['dependsOn'], 'is no criterion of this pack', criterion.dependsOn);
    else if (at >= pack.criteria.indexOf(criterion.id))
      complain(['dependsOn'], 'must come earlier in criteria of pack.yaml', criterion.dependsOn);
  }
  const knownClass = (path: readonly PropertyKey[], id: string) => {
    if (!Object.hasOwn(vocabulary.classes, id))
      complain(path, `no such class in the vocabulary; known: ${Object.keys(vocabulary.classes).join(', ')}`, id);
  };
  for (const [index, id] of criterion.heldBy.entries()) knownClass(['heldBy', index], id);
  for (const [index, id] of (criterion.promisedBy ?? []).entries()) knownClass(['promisedBy', index], id);
  for (const [index, entry] of criterion.probes.any.entries()) {
    const probes = 'all' in entry ? entry.all : [entry];
    for (const [at, probe] of probes.entries()) {
      const path = ['probes', 'any', index, ...('all' in entry ? ['all', at] : [])];
      for (const [i, id] of probe.classes.entries()) knownClass([...path, 'classes', i], id);
      if (probe.probe === 'rows')
        for (const [i, id] of (probe.partly ?? []).entries()) knownClass([...path, 'partly', i], id);
      if (probe.probe === 'document' && probe.rows === undefined && probe.letters === undefined)
        complain(path, 'a document probe needs rows or letters (what suffices as content)');
      const passage = probe.probe === 'passage' ? probe : undefined;
      if (passage && passage.term.length + passage.synonym.length === 0 && !passage.columns)
        if (!passage.advice && !passage.groups)
          complain(path, 'a passage probe needs term, synonym, columns, advice or groups');
    }
  }
  return problems;
}

/** Faults of the pack's own file. `present` are the criteria that have one. */
export function checkPack(
  pack: PackFile,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
  present: readonly string[],
  directory: string,
): Problem[] {
  const problems: Problem[] = [];
  const complain = (path: readonly PropertyKey[], message: string, value?: string) =>
    problems.push(problem(file, lineOf(path), fieldOf(path), message, value));
  if (pack.name !== basename(directory))
    complain(['name'], `must equal the folder's name, "${basename(directory)}"`, pack.name);
  const seen = new Set<string>();
  for (const [index, id] of pack.criteria.entries()) {
    if (seen.has(id)) complain(['criteria', index], 'listed twice', id);
    seen.add(id);
    if (!present.includes(id)) complain(['criteria', index], `there is no ${id}.yaml`, id);
    if (!Object.hasOwn(pack.codes, id)) complain(['codes'], `no code for ${id}`);
  }
  const codes = new Map<string, string>();
  for (const [id, code] of Object.entries(pack.codes)) {
    if (!seen.has(id)) complain(['codes', id], 'is no criterion of this pack', id);
    const other = codes.get(code);
    if (other !== undefined) complain(['codes', id], `${other} has the same code`, code);
    codes.set(code, id);
  }
  return problems;
}
