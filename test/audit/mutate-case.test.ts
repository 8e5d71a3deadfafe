import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type MutationId, mutateCase, mutationIds } from '../../src/audit/mutate-case.ts';
import { type PackCase, readCases } from '../../src/audit/pack-cases.ts';
import { testPack } from '../../src/audit/test-pack.ts';
import { loadPack, packSource } from '../../src/packs/load-pack.ts';

const root = mkdtempSync(join(tmpdir(), 'planaudit-mutate-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function casesFile(text: string): Map<string, string> {
  const path = join(root, 'plan-link.cases.yaml');
  writeFileSync(path, text);
  return new Map([['plan-link', path]]);
}

const yaml = `criterion: plan-link
cases:
  - name: a plan
    kind: not-met
    pages:
      - url: /
        html: >-
          <p title="ประจำปี"><a href="/ประจำปี2569.pdf" class="a1">แผนดำเนินงานประจำปี 2569 pdf</a><!-- ประจำปี --></p>
      - url: /ประจำปี2569.pdf
        document: |
          # แผนปฏิบัติการประจำปี 2569
          --- page 2
          จัดทำโครงการ 12 โครงการ มีผู้รับผิดชอบและตัวชี้วัดทุกโครงการ
    expect: { verdict: not-met, reason: absent }
`;
const [file] = readCases(casesFile(yaml));
const original = file!.cases[0]!;
const mutate = (id: MutationId): PackCase | undefined => mutateCase(original, id);
const htmlOf = (test: PackCase | undefined): string => test?.pages[0]?.html ?? '';
const documentOf = (test: PackCase | undefined): string => test?.pages[1]?.document ?? '';

describe('a mutation', () => {
  test.each<[MutationId, string]>([
    ['sara-am-decomposed', 'แผนดําเนินงานประจําปี 2569'],
    ['nikhahit-lost', 'แผนดาเนินงานประจาปี 2569'],
    ['nikhahit-late', 'แผนดาํ เนินงานประจาํ ปี 2569'],
    ['thai-digits', 'แผนดำเนินงานประจำปี ๒๕๖๙'],
    ['entities', '&#3649;&#3612;&#3609;'],
    ['split-spans', '<span style="color:#333">'],
    ['zero-width', '\u200b'],
    ['upper-case', '2569 PDF'],
  ])('%s changes what a reader sees', (id, words) => {
    expect(htmlOf(mutate(id))).toContain(words);
  });

  test('leaves addresses, tags and comments alone', () => {
    for (const id of mutationIds) {
      const html = htmlOf(mutate(id) ?? original);
      expect(html, id).toContain('href="/ประจำปี2569.pdf" class="a1"');
      expect(html, id).toContain('<!-- ประจำปี -->');
    }
  });

  test('reaches attributes that are read', () => {
    expect(htmlOf(mutate('sara-am-decomposed'))).toContain('title="ประจําปี"');
  });

  test('reaches documents, not their page marks', () => {
    expect(documentOf(mutate('thai-digits'))).toContain('--- page 2');
    expect(documentOf(mutate('thai-digits'))).toContain('โครงการ ๑๒ โครงการ');
    expect(documentOf(mutate('wrong-letter'))).toContain('แผนปฎิบัติการ');
    expect(documentOf(mutate('spaced-marks'))).toMatch(/ [\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/);
  });

  test('that changes nothing is none', () => {
    const english = { ...original, pages: [{ ...original.pages[0]!, html: '<p>plan</p>' }] };
    expect(mutateCase(english, 'nikhahit-lost')).toBeUndefined();
  });
});

test('a verdict that does not hold is told once for each mutation, by name', () => {
  const { failures, mutants } = testPack(loadPack('phuket-accountability'), casesFile(yaml), { mutate: true });
  const names = failures.filter(({ criterion }) => criterion === 'plan-link').map(({ name }) => name);
  expect(mutants).toBeGreaterThanOrEqual(8);
  expect(names).toHaveLength(mutants + 1);
  expect(names).toContain('a plan');
  expect(names).toContain('a plan [entities]');
});

test('the second pack holds under every mutation (CI runs both)', () => {
  const { failures, mutants } = testPack(loadPack('ita-oit'), packSource('ita-oit').cases, { mutate: true });
  expect(failures).toEqual([]);
  expect(mutants).toBeGreaterThan(100);
});
