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
  packFileSchema,
  type Vocabulary,
  vocabularySchema,
} from '../judge/pack.ts';
import { checkPhrase } from '../text/phrase.ts';
import { checkCriterion, checkPack, idOf } from './check-pack.ts';
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
  const known = loaded.get(directory);
  if (known !== undefined && isAsItWas(directory, known)) return known.pack;
  const read = readPack(nameOrPath, directory);
  loaded.set(directory, read);
  return read.pack;
}

interface Loaded {
  readonly pack: Pack;
  readonly vocabularyPath: string;
}

/** By folder: a pack whose files are as they were is not read anew. */
const loaded = new Map<string, Loaded>();

function isAsItWas(directory: string, { pack, vocabularyPath }: Loaded): boolean {
  try {
    return hashFiles(filesOf(directory, vocabularyPath)) === pack.sha256;
  } catch {
    // One of them is gone: reading the pack says which.
    return false;
  }
}

/** What a pack consists of, its cases aside. */
function filesOf(directory: string, vocabularyPath: string): string[] {
  const likenessPath = join(directory, likenessFile);
  return [
    join(directory, 'pack.yaml'),
    vocabularyPath,
    ...criterionFiles(directory),
    ...(existsSync(likenessPath) ? [likenessPath] : []),
  ];
}
const likenessFile = 'likeness.json';

function readPack(nameOrPath: string, directory: string): Loaded {
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
  const criteriaRead: {
    criterion: Criterion;
    path: string;
    lineOf: (path: readonly PropertyKey[]) => number | undefined;
  }[] = [];
  for (const { path, yaml } of criteria) {
    if (!yaml?.value) continue;
    const criterion = mapCriterion(yaml.value, phraseChecker(macros, shown(path), yaml.lineOf, problems));
    criteriaRead.push({ criterion, path, lineOf: yaml.lineOf });
  }
  const likenessPath = join(directory, likenessFile);
  const likeness = existsSync(likenessPath)
    ? (soundLikeness(likenessPath) ?? read(likenessPath, likenessFileSchema))
    : undefined;
  for (const { criterion, path, lineOf } of criteriaRead)
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

  const byId = new Map(criteriaRead.map(({ criterion }) => [criterion.id, withLikeness(criterion, likeness?.value)]));
  const pack: Pack = {
    name: file.name,
    version: file.version,
    title: file.title,
    issuer: file.issuer,
    draft: file.draft,
    sha256: hashFiles(filesOf(directory, vocabularyPath)),
    vocabulary,
    criteria: file.criteria.map((id) => byId.get(id)!),
    codes: file.codes,
  };
  return { pack, vocabularyPath };
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

/** Expands a phrase's macros and checks it; faults go to `problems`. */
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
      checkPhrase(expanded);
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
    return expanded;
  };
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
