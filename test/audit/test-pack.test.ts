import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { testPack } from '../../src/audit/test-pack.ts';
import { UserError } from '../../src/errors.ts';
import { loadPack, packSource } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const root = mkdtempSync(join(tmpdir(), 'planaudit-cases-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let files = 0;
function casesFile(id: string, text: string): Map<string, string> {
  const path = join(root, `${files++}-${id}.cases.yaml`);
  writeFileSync(path, text);
  return new Map([[id, path]]);
}

test('the built-in pack passes its cases, its look-alikes and its coverage', () => {
  const result = testPack(pack, packSource('phuket-accountability').cases);
  expect(result.failures).toEqual([]);
  expect(result.gaps).toEqual([]);
  expect(result.passed).toBe(true);
  expect(result.cases).toBeGreaterThanOrEqual(14 * 6);
  expect(result.examples).toBeGreaterThan(80);
});

describe('a case that does not hold', () => {
  test('is told with file, line, expected, got and evidence', () => {
    const result = testPack(
      pack,
      casesFile(
        'plan-link',
        `criterion: plan-link
cases:
  - name: expected nothing, found a plan
    kind: not-met
    pages:
      - url: /
        html: <p><a href="/p.pdf">แผนปฏิบัติราชการประจำปี 2569</a></p>
    expect: { verdict: not-met, reason: absent }
`,
      ),
    );
    const failure = result.failures.find((entry) => entry.criterion === 'plan-link');
    expect(failure).toMatchObject({
      name: 'expected nothing, found a plan',
      line: 3,
      expected: 'not-met/absent',
      got: 'met/found',
    });
    expect(failure?.evidence[0]?.quote).toContain('แผนปฏิบัติราชการประจำปี 2569');
    expect(result.passed).toBe(false);
  });

  test('a page nothing leads to is a fault of the case', () => {
    const result = testPack(
      pack,
      casesFile(
        'plan-link',
        `criterion: plan-link
cases:
  - name: an island
    kind: not-met
    pages:
      - { url: /, html: <p>ยินดีต้อนรับ</p> }
      - { url: /island, html: <p>เกาะ</p> }
    expect: { verdict: not-met, reason: absent }
`,
      ),
    );
    expect(result.failures[0]?.got).toBe('nothing leads to https://www.agency.example/island');
  });
});

describe('coverage', () => {
  test('a verdict without a case, an ignore without a trap and a criterion without cases are gaps', () => {
    const messages = testPack(
      pack,
      casesFile(
        'disclosure-order',
        `criterion: disclosure-order
cases:
  - name: nothing there
    kind: not-met
    pages: [{ url: /, html: <p>ยินดีต้อนรับ</p> }]
    expect: { verdict: not-met, reason: absent }
`,
      ),
    ).gaps.map((gap) => `${gap.file}: ${gap.message} ${gap.value ?? ''}`);
    expect(messages).toContain('disclosure-order.cases.yaml: no case expects "met" ');
    expect(messages).toContain('disclosure-order.cases.yaml: no case expects "unknown" ');
    expect(messages.some((text) => text.includes('ignore[0]') && text.includes('ผู้ปลดประกาศ'))).toBe(true);
    expect(messages.some((text) => text.startsWith('projects.cases.yaml: there is no such file'))).toBe(true);
  });
});

test('an example of a look-alike that proves something fails', () => {
  const vocabulary = {
    ...pack.vocabulary,
    lookalikes: [
      {
        id: 'wrong-guess',
        because: 'not so',
        kind: 'plan' as const,
        phrases: ['แผนอวกาศ'],
        examples: ['แผนปฏิบัติราชการประจำปี 2569'],
      },
    ],
  };
  const result = testPack({ ...pack, vocabulary }, new Map());
  expect(result.failures.map((failure) => failure.criterion)).toContain('plan-link');
  expect(result.failures[0]?.name).toContain('wrong-guess');
});

describe('a faulty case file', () => {
  test.each([
    ['a reason of another verdict', 'reason: absent', 'reason: found', 'expect.reason'],
    ['an unknown key', 'kind: not-met', 'kind: not-met\n    colour: red', 'colour'],
    ['a kind that differs from the expectation', 'kind: not-met', 'kind: met', 'kind'],
    ['a page with neither text', 'html: <p>x</p>', 'title: x', 'pages[0]'],
  ])('%s', (_name, from, to, field) => {
    const text = `criterion: plan-link
cases:
  - name: one
    kind: not-met
    pages:
      - url: /
        html: <p>x</p>
    expect: { verdict: not-met, reason: absent }
`;
    expect(text).toContain(from);
    try {
      testPack(pack, casesFile('plan-link', text.replace(from, to)));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      const problem = (error as UserError).problems.find((entry) => entry.field?.includes(field));
      expect(problem?.line).toBeGreaterThan(1);
    }
  });
});

test('a user’s own pack, edited beside the built-in one, is tested the same way', () => {
  const folder = join(root, 'own');
  const source = new URL('../../src/packs/', import.meta.url).pathname;
  cpSync(join(source, 'phuket-accountability'), join(folder, 'phuket-accountability'), { recursive: true });
  cpSync(join(source, 'vocabulary.yaml'), join(folder, 'vocabulary.yaml'));
  const path = join(folder, 'phuket-accountability', 'plan-link.cases.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('reason: wrong-plan }', 'reason: absent }'));
  const own = join(folder, 'phuket-accountability');
  const cases = packSource(own).cases;
  const result = testPack(loadPack(own), new Map([['plan-link', cases.get('plan-link')!]]));
  expect(result.failures.map((failure) => failure.name)).toEqual(['only the five-year plan']);
});

test('click paths and depths are the shortest, off-site by host', () => {
  const { crawl, faults } = buildCaseSite({
    agency: { name: 'หน่วยงาน', kind: 'other' },
    extraHosts: ['files.agency.example'],
    pages: [
      { url: '/', html: '<a href="/a">ก</a>', media: 'html', source: 'text' },
      { url: '/b', html: '<p>ข</p>', media: 'html', source: 'text' },
      {
        url: '/a',
        html: '<a href="/b">ไปข</a><a href="https://files.agency.example/x.pdf">ไฟล์</a><a href="https://drive.google.com/y">ไดรฟ์</a>',
        media: 'html',
        source: 'text',
      },
      { url: 'https://files.agency.example/x.pdf', document: '# x', media: 'pdf', source: 'text' },
    ],
    gaps: [{ url: 'https://drive.google.com/y', fetch: 'http-not-found' }],
    notVisited: [],
    unreachable: undefined,
  });
  expect(faults).toEqual([]);
  expect(crawl.pages.map((page) => page.depth)).toEqual([0, 2, 1, 2]);
  expect(crawl.pages[1]?.path.map((step) => step.label)).toEqual(['', 'ก', 'ไปข']);
  expect(crawl.pages[3]?.offSite).toBe(false);
  expect(crawl.gaps[0]).toMatchObject({ offSite: true, fetch: { dead: true, transient: false } });
});
