// Rule packs from their files: the built-in ones, their hash, and every fault told with file and line.
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { listPacks, loadPack, packSource } from '../../src/packs/load-pack.ts';

const source = new URL('../../src/packs/', import.meta.url).pathname;
const announcement = readAnnouncement();
const root = mkdtempSync(join(tmpdir(), 'planaudit-packs-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The law text ships in the pack's own quotes; the announcement itself is read where the checkout has it. */
function readAnnouncement(): string | undefined {
  try {
    return readFileSync(new URL('../../../shared/announcement.th.txt', import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}

let copies = 0;
/** A copy of the built-in pack with one file edited. */
function edited(file: string, edit: (text: string) => string): string {
  const folder = join(root, String(copies++));
  mkdirSync(folder);
  cpSync(join(source, 'vocabulary.yaml'), join(folder, 'vocabulary.yaml'));
  cpSync(join(source, 'phuket-accountability'), join(folder, 'phuket-accountability'), { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
  return join(folder, 'phuket-accountability');
}

function problemsOf(path: string) {
  try {
    loadPack(path);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

describe('the built-in pack', () => {
  test('is listed and loads with fourteen criteria in the order of pack.yaml', () => {
    expect(listPacks()).toContain('phuket-accountability');
    const pack = loadPack('phuket-accountability');
    expect(pack.criteria).toHaveLength(14);
    expect(pack.criteria[0]?.id).toBe('plan-link');
    expect(pack.criteria.filter((entry) => entry.level === 'advisory').map((entry) => entry.id)).toEqual([
      'disclosure-order',
      'stakeholder-survey',
      'progress-presentation',
    ]);
    expect(Object.keys(pack.codes).sort()).toEqual(pack.criteria.map((entry) => entry.id).sort());
    expect(pack.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('leaves no macro unexpanded', () => {
    expect(JSON.stringify(loadPack('phuket-accountability').vocabulary.classes)).not.toMatch(/<[a-z-]+>/);
  });

  test.skipIf(announcement === undefined)('quotes the announcement as it stands', () => {
    for (const criterion of loadPack('phuket-accountability').criteria)
      expect(announcement).toContain(criterion.law.quote);
  });

  test('gives each clause and level its Thai and English words', () => {
    for (const criterion of loadPack('phuket-accountability').criteria) {
      expect(criterion.title.th).toMatch(/[ก-ฮ]/);
      expect(criterion.question.en).toMatch(/\?$/);
      for (const step of criterion.remediation) {
        expect(step.th).toMatch(/[ก-ฮ]/);
        expect(step.en).toMatch(/[a-z]/);
      }
    }
  });

  test('has the due windows of the table', () => {
    const windows = Object.fromEntries(
      loadPack('phuket-accountability').criteria.map((entry) => [entry.id, entry.year]),
    );
    const past = [{ offset: -1 }, { offset: -2, through: '12-31' }];
    const current = [{ offset: 0 }, { offset: -1, through: '04-30' }];
    expect(windows).toEqual({
      'plan-link': 'any',
      'plan-link-resolves': 'any',
      'plan-current': [{ offset: 0 }],
      'work-programmes': [{ offset: 0 }, { offset: -1 }],
      projects: [{ offset: 0 }, { offset: -1 }],
      'evaluation-results': [...past, { offset: 0 }],
      recommendations: [...past, { offset: 0 }],
      'monitoring-results': current,
      'budget-progress': current,
      'past-year-evaluation': past,
      'monitoring-mechanism': 'any',
      'disclosure-order': 'any',
      'stakeholder-survey': 'any',
      'progress-presentation': [{ offset: 0 }, { offset: -1 }],
    });
  });

  test('has cases for every criterion', () => {
    const ids = loadPack('phuket-accountability').criteria.map((entry) => entry.id);
    expect([...packSource('phuket-accountability').cases.keys()].sort()).toEqual([...ids].sort());
  });
});

describe('the hash', () => {
  test('is the same wherever the files lie, and another after any edit', () => {
    const here = loadPack('phuket-accountability').sha256;
    expect(loadPack(edited('vocabulary.yaml', (text) => text)).sha256).toBe(here);
    expect(loadPack(edited('vocabulary.yaml', (text) => `${text}\n# a remark\n`)).sha256).not.toBe(here);
    expect(loadPack(edited('phuket-accountability/projects.yaml', (text) => `${text}\n# a remark\n`)).sha256).not.toBe(
      here,
    );
  });
});

describe('a pack that was loaded before', () => {
  test('is the same one while its files are as they were, and read anew once one of them changes, comes or goes', () => {
    const directory = edited('phuket-accountability/projects.yaml', (text) => text);
    const first = loadPack(directory);
    expect(loadPack(directory)).toBe(first);

    appendFileSync(join(directory, 'projects.yaml'), '# a remark\n');
    const second = loadPack(directory);
    expect(second.sha256).not.toBe(first.sha256);
    expect(loadPack(directory)).toBe(second);

    writeFileSync(join(directory, 'stray.yaml'), 'id: stray\n');
    expect(() => loadPack(directory)).toThrow(UserError);
    rmSync(join(directory, 'stray.yaml'));
    expect(loadPack(directory)).toBe(second);
    rmSync(join(directory, 'projects.yaml'));
    expect(() => loadPack(directory)).toThrow(UserError);
  });
});

describe('the second reader’s weights', () => {
  const file = 'phuket-accountability/likeness.json';
  const weights = { bias: -1.5, scale: 0.01, weights: Buffer.from([1, 2, 255]).toString('base64') };
  const withWeights = (text: string) => edited(file, () => text);
  const likenessOf = (path: string) =>
    loadPack(path).criteria.flatMap(({ id, likeness }) => (likeness === undefined ? [] : [[id, likeness]]));

  test('go to their criteria; a pack without them loads', () => {
    expect(likenessOf(withWeights(JSON.stringify({ projects: weights })))).toEqual([['projects', weights]]);
    const without = edited(file, (text) => text);
    rmSync(join(without, 'likeness.json'));
    expect(loadPack(without).criteria).toHaveLength(14);
    expect(likenessOf(without)).toEqual([]);
  });

  test('are part of the hash', () => {
    const without = edited(file, (text) => text);
    rmSync(join(without, 'likeness.json'));
    const texts = [{ projects: weights }, { projects: { ...weights, bias: -1.6 } }, {}];
    const hashes = texts.map((value) => loadPack(withWeights(JSON.stringify(value))).sha256);
    expect(new Set([...hashes, loadPack(without).sha256]).size).toBe(4);
    expect(loadPack(withWeights(JSON.stringify(texts[0]))).sha256).toBe(hashes[0]);
  });

  test.each([
    ['of an unknown criterion', JSON.stringify({ projcts: weights }), { field: 'projcts', line: 1 }, 'no criterion of'],
    [
      'that are no base64',
      JSON.stringify({ projects: { ...weights, weights: '%%%' } }, null, 1),
      { field: 'projects.weights', line: 5 },
      'base64',
    ],
    [
      'of an unknown key',
      JSON.stringify({ projects: { ...weights, wieghts: '' } }, null, 1),
      { field: 'projects.wieghts', line: 6 },
      'unknown key',
    ],
    ['that are no JSON', '{\n "projects": {', { line: 2 }, ''],
  ])('%s are told with file and line', (_name, text, place, message) => {
    const problems = problemsOf(withWeights(text));
    expect(problems[0]).toMatchObject({ ...place, file: join('phuket-accountability', 'likeness.json') });
    expect(problems[0]?.message).toContain(message);
  });
});

describe('faults are told with file and line', () => {
  const lineOf = (path: string, file: string, needle: string) =>
    readFileSync(join(path, file), 'utf8')
      .slice(0, readFileSync(join(path, file), 'utf8').indexOf(needle))
      .split('\n').length;

  test('a misspelt key', () => {
    const path = edited('phuket-accountability/projects.yaml', (text) => text.replace('heldBy:', 'heldby:'));
    const problems = problemsOf(path);
    expect(problems.some((entry) => entry.field === 'heldby' && entry.message.includes('unknown key'))).toBe(true);
    expect(problems.find((entry) => entry.field === 'heldby')?.line).toBe(lineOf(path, 'projects.yaml', 'heldby:'));
    expect(problems[0]?.file).toBe(join('phuket-accountability', 'projects.yaml'));
  });

  test('a key given twice', () => {
    const problems = problemsOf(edited('phuket-accountability/projects.yaml', (text) => `${text}\nlevel: advisory\n`));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/unique/i);
    expect(problems[0]?.line).toBeGreaterThan(5);
  });

  test('YAML that does not parse', () => {
    const problems = problemsOf(edited('phuket-accountability/pack.yaml', (text) => `${text}\n  - : [`));
    expect(problems[0]?.file).toBe(join('phuket-accountability', 'pack.yaml'));
    expect(problems[0]?.line).toBeGreaterThan(10);
  });

  test.each([
    ['a class unknown to the vocabulary', 'heldBy: [annual-plan, ', 'heldBy: [anual-plan, ', 'heldBy[0]', 'anual-plan'],
    ['an id that is not the file name', 'id: projects', 'id: project', 'id', 'project'],
    ['a due window that is no date', '- { offset: -1 }', '- { offset: -1, through: 13-40 }', 'year', undefined],
    ['an unknown probe', 'probe: rows', 'probe: row', 'probes.any[0].probe', undefined],
    ['an unknown column', 'fields: [[project]]', 'fields: [[projects]]', 'probes.any[0].fields[0][0]', undefined],
  ])('%s', (_name, from, to, field, value) => {
    const path = edited('phuket-accountability/projects.yaml', (text) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    });
    const problem = problemsOf(path).find((entry) => entry.field?.startsWith(field));
    expect(problem?.line).toBe(lineOf(path, 'projects.yaml', to));
    if (value !== undefined) expect(problem?.value).toBe(value);
  });

  test('a dependsOn that is no criterion, and one that comes later', () => {
    const unknown = edited('phuket-accountability/plan-link-resolves.yaml', (text) =>
      text.replace('dependsOn: plan-link', 'dependsOn: plan-lnk'),
    );
    expect(problemsOf(unknown)[0]?.message).toContain('no criterion of this pack');
    const later = edited('phuket-accountability/plan-link-resolves.yaml', (text) =>
      text.replace('dependsOn: plan-link', 'dependsOn: projects'),
    );
    expect(problemsOf(later)[0]?.message).toContain('earlier');
  });

  test('a criterion listed without its file, and a file not listed', () => {
    const path = edited('phuket-accountability/pack.yaml', (text) =>
      text.replace('  - projects\n', '  - project-list\n'),
    );
    const messages = problemsOf(path).map((entry) => `${entry.file} ${entry.message}`);
    expect(messages.some((text) => text.includes('there is no project-list.yaml'))).toBe(true);
    expect(messages.some((text) => text.includes('projects.yaml is not listed'))).toBe(true);
  });

  test('two criteria with one code', () => {
    const path = edited('phuket-accountability/pack.yaml', (text) => text.replace(/projects: PJ/, 'projects: PL'));
    expect(problemsOf(path)[0]).toMatchObject({ field: 'codes.projects', value: 'PL' });
  });

  test('a malformed phrase, an unknown macro, a macro within itself: all at once', () => {
    const path = edited('vocabulary.yaml', (text) =>
      text
        .replace(/^leads:/m, 'tailz: []\nleads:')
        .replace(/^tailz: \[\]\n/m, '')
        .replace(/( +synonym:\n)( +)- /, '$1$2- แผน{ก|ข\n$2- "<nowhere>แผน"\n$2- ')
        .replace(/^macros:\n/m, 'macros:\n  loop: ["<loop>ก"]\n')
        .replace(/( +bare:\n)( +)- /, '$1$2- "<loop>"\n$2- '),
    );
    const problems = problemsOf(path);
    expect(problems.map((entry) => entry.message).join('\n')).toMatch(/never closed/);
    expect(problems.map((entry) => entry.message).join('\n')).toMatch(/unknown macro <nowhere>/);
    expect(problems.map((entry) => entry.message).join('\n')).toMatch(/contains itself \(<loop> → <loop>\)/);
    expect(problems.every((entry) => entry.line !== undefined && entry.file === 'vocabulary.yaml')).toBe(true);
  });

  test('a pack that does not exist names those that do', () => {
    expect(() => loadPack('no-such-pack')).toThrow(UserError);
    try {
      loadPack('no-such-pack');
    } catch (error) {
      expect((error as UserError).hint).toContain('phuket-accountability');
      expect((error as UserError).th?.message).toContain('no-such-pack');
    }
  });

  test('a vocabulary that is not there, and the built-in one by name', () => {
    const missing = edited('phuket-accountability/pack.yaml', (text) =>
      text.replace('vocabulary: ../vocabulary.yaml', 'vocabulary: ../words.yaml'),
    );
    expect(problemsOf(missing)[0]?.message).toBe(
      'there is no such file (the built-in vocabulary is "thai-public-sector")',
    );
    const named = edited('phuket-accountability/pack.yaml', (text) =>
      text.replace('vocabulary: ../vocabulary.yaml', 'vocabulary: thai-public-sector'),
    );
    rmSync(join(named, '..', 'vocabulary.yaml'));
    expect(loadPack(named).vocabulary).toEqual(loadPack('phuket-accountability').vocabulary);
  });

  test('a folder without pack.yaml', () => {
    mkdirSync(join(root, 'empty'));
    expect(() => loadPack(join(root, 'empty'))).toThrow(/No pack.yaml/);
  });
});
