// Loads rule packs from their YAML files: strictly, telling every fault at once with file and line. A pack is data; no code
// of a pack is ever run.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Problem, UserError } from '../errors.ts';
import {
  type Criterion,
  criterionSchema,
  type LikenessFile,
  likenessFileSchema,
  type Pack,
  type PackFile,
  packFileSchema,
  type Vocabulary,
  vocabularySchema,
} from '../judge/pack.ts';
import { compilePhrases } from '../text/phrase.ts';
import { expandMacros } from './expand-macros.ts';
import { mapCriterion, mapVocabulary, type PhraseMap } from './pack-phrases.ts';
import { fieldOf, problem, readYaml, type YamlFile } from './read-yaml.ts';

/** Folder of the packs that come with the program: beside this file, in src and in dist. */
const builtIn = dirname(fileURLToPath(import.meta.url));

/** A pack and the files it came from. */
export interface PackSource {
  /** Folder of the pack. */
  readonly directory: string;
  /** `<id>.cases.yaml` of each criterion that has one, by id. */
  readonly cases: ReadonlyMap<string, string>;
}

/** Names of the packs that come with the program. */
export function listPacks(): string[] {
  return readdirSync(builtIn, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(builtIn, entry.name, 'pack.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Loads a pack by the name of a built-in one, or by the path of a folder with a `pack.yaml` (or of that file).
 * @throws UserError 'pack' with every fault of every file
 */
export function loadPack(nameOrPath: string): Pack {
  const directory = packDirectory(nameOrPath);
  const problems: Problem[] = [];
  const read = fileReader(directory, problems);
  const packYaml = read(join(directory, 'pack.yaml'), packFileSchema);
  const file = packYaml?.value;
  const vocabularyPath = file === undefined ? '' : vocabularyPathOf(directory, file.vocabulary);
  const vocabularyYaml = file && read(vocabularyPath, vocabularySchema);
  const criteria = criterionFiles(directory).map((path) => ({ path, yaml: read(path, criterionSchema) }));
  if (!file || !vocabularyYaml?.value) throw fail(nameOrPath, problems);

  const macros = vocabularyYaml.value.macros;
  const shown = (path: string) => shownName(directory, path);
  const vocabulary = sharedVocabulary(
    mapVocabulary(vocabularyYaml.value, phraseChecker(macros, shown(vocabularyPath), vocabularyYaml.lineOf, problems)),
  );
  const loaded: { criterion: Criterion; path: string; lineOf: (path: readonly PropertyKey[]) => number | undefined }[] =
    [];
  for (const { path, yaml } of criteria) {
    if (!yaml?.value) continue;
    const criterion = mapCriterion(yaml.value, phraseChecker(macros, shown(path), yaml.lineOf, problems));
    loaded.push({ criterion, path, lineOf: yaml.lineOf });
  }
  const likenessPath = join(directory, 'likeness.json');
  const likeness = existsSync(likenessPath)
    ? (soundLikeness(likenessPath) ?? read(likenessPath, likenessFileSchema))
    : undefined;
  for (const { criterion, path, lineOf } of loaded)
    problems.push(...checkCriterion(criterion, shown(path), lineOf, file, vocabulary));
  problems.push(
    ...checkPack(
      file,
      shown(join(directory, 'pack.yaml')),
      packYaml.lineOf,
      criteria.map(({ path }) => idOf(path)),
      directory,
    ),
  );
  for (const id of Object.keys(likeness?.value ?? {}))
    if (!file.criteria.includes(id))
      problems.push(problem(shown(likenessPath), likeness!.lineOf([id]), id, 'is no criterion of this pack'));
  if (problems.length > 0) throw fail(nameOrPath, problems);

  const byId = new Map(loaded.map(({ criterion }) => [criterion.id, withLikeness(criterion, likeness?.value)]));
  return {
    name: file.name,
    version: file.version,
    title: file.title,
    issuer: file.issuer,
    draft: file.draft,
    sha256: hashFiles([
      join(directory, 'pack.yaml'),
      vocabularyPath,
      ...loaded.map((entry) => entry.path),
      ...(likeness === undefined ? [] : [likenessPath]),
    ]),
    vocabulary,
    criteria: file.criteria.map((id) => byId.get(id)!),
    codes: file.codes,
  };
}

/** The file where nothing is wrong with it. Reading it with lines, to tell what is, takes much longer. */
function soundLikeness(path: string): YamlFile<LikenessFile> | undefined {
  try {
    const { success, data } = likenessFileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return success ? { value: data, problems: [], lineOf: () => 1 } : undefined;
  } catch {
    return undefined;
  }
}

function withLikeness(criterion: Criterion, file: LikenessFile | undefined): Criterion {
  const likeness = file?.[criterion.id];
  return likeness === undefined ? criterion : { ...criterion, likeness };
}

const vocabularies = new Map<string, Vocabulary>();

/** Packs with the same words get the same value, so that one reading of a site serves them all. */
function sharedVocabulary(vocabulary: Vocabulary): Vocabulary {
  const key = JSON.stringify(vocabulary);
  const known = vocabularies.get(key) ?? vocabulary;
  vocabularies.set(key, known);
  return known;
}

/** Where a pack's files lie, cases included. */
export function packSource(nameOrPath: string): PackSource {
  const directory = packDirectory(nameOrPath);
  const cases = new Map<string, string>();
  for (const name of readdirSync(directory).sort())
    if (name.endsWith('.cases.yaml')) cases.set(name.slice(0, -'.cases.yaml'.length), join(directory, name));
  return { directory, cases };
}

function packDirectory(nameOrPath: string): string {
  if (/^[a-z0-9-]+$/.test(nameOrPath) && existsSync(join(builtIn, nameOrPath, 'pack.yaml')))
    return join(builtIn, nameOrPath);
  const path = resolve(nameOrPath);
  if (existsSync(path)) {
    const directory = statSync(path).isDirectory() ? path : dirname(path);
    if (existsSync(join(directory, 'pack.yaml'))) return directory;
    throw new UserError('pack', `No pack.yaml in ${nameOrPath}`, {
      hint: 'A pack is a folder with a pack.yaml and one <criterion>.yaml per criterion.',
      th: { message: `ไม่พบ pack.yaml ใน ${nameOrPath}` },
    });
  }
  throw new UserError('pack', `There is no rule pack "${nameOrPath}"`, {
    hint: `Built-in packs: ${listPacks().join(', ')}. Or give the path of a pack's folder.`,
    th: { message: `ไม่พบชุดเกณฑ์ “${nameOrPath}”`, hint: `ชุดเกณฑ์ที่มากับโปรแกรม: ${listPacks().join(', ')}` },
  });
}

/** The vocabulary that comes with the program goes by its name; any other by its path from the pack's folder. */
function vocabularyPathOf(directory: string, vocabulary: string): string {
  return vocabulary === 'thai-public-sector' ? join(builtIn, 'vocabulary.yaml') : resolve(directory, vocabulary);
}

function criterionFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.yaml') && name !== 'pack.yaml' && !name.endsWith('.cases.yaml'))
    .filter((name) => !isVocabulary(join(directory, name)))
    .sort()
    .map((name) => join(directory, name));
}

/** A pack of one's own may keep its vocabulary in its folder. */
function isVocabulary(path: string): boolean {
  return /^(?:classes|lookalikes):/m.test(readFileSync(path, 'utf8'));
}

const idOf = (path: string): string => basename(path, '.yaml');

function shownName(directory: string, path: string): string {
  const name = relative(dirname(directory), path);
  return name.startsWith('..') ? path : name;
}

function fileReader(directory: string, problems: Problem[]) {
  return <T>(path: string, schema: Parameters<typeof readYaml<T>>[2]) => {
    const name = shownName(directory, path);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      const cause = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : 'it cannot be read';
      const vocabulary = schema === (vocabularySchema as unknown);
      problems.push(
        problem(
          name,
          undefined,
          undefined,
          vocabulary ? `${cause} (the built-in vocabulary is "thai-public-sector")` : cause,
        ),
      );
      return undefined;
    }
    const yaml = readYaml(name, text, schema);
    problems.push(...yaml.problems);
    return yaml;
  };
}

/** Expands a phrase's macros and tries to compile it; faults go to `problems`. */
function phraseChecker(
  macros: Vocabulary['macros'],
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
  problems: Problem[],
): PhraseMap {
  return (phrase, path) => {
    const { phrase: expanded, fault } = expandMacros(macros, phrase);
    const complain = (message: string) => problems.push(problem(file, lineOf(path), fieldOf(path), message, phrase));
    if (fault !== undefined) {
      complain(fault);
      return phrase;
    }
    try {
      compilePhrases([{ phrase: expanded, value: true }]);
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
    return expanded;
  };
}

function checkCriterion(
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

function checkPack(
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

/** Contents and names, in name order, so that the same files give the same hash wherever they lie. */
function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.toSorted((a, b) => (basename(a) < basename(b) ? -1 : 1))) {
    const bytes = readFileSync(path);
    hash.update(`${basename(path)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function fail(name: string, problems: readonly Problem[]): UserError {
  const count = problems.length === 1 ? 'a fault' : `${problems.length} faults`;
  return new UserError('pack', `The rule pack "${name}" has ${count}`, {
    problems,
    hint: 'See README, "Writing a rule pack", for what each key means.',
    th: { message: `ชุดเกณฑ์ “${name}” มีข้อผิดพลาด ${problems.length} แห่ง` },
  });
}
