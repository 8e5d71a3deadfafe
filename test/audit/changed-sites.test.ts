// A set of sites as other systems would serve them, and as less of them can be seen. What is only served otherwise is judged the
// same; what was not seen is never called absent where it was found before, but for the few cells that labels of another sort explain.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { auditFolder, createTestExtractor } from './audit-folder.ts';
import {
  asDrawings,
  asEditorsLeaveIt,
  asPictures,
  byScript,
  isOneOf,
  overCounter,
  type SiteChange,
} from './changed-site.ts';
import { readerAgency } from './reader-agency.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const folder = `${fixtures}/eighteenth-reader-sites`;
/** Every other agency: each is audited seven times. */
const rows = (parse(readFileSync(`${folder}/expected.csv`), { columns: true }) as Record<string, string>[]).filter(
  (_, at) => at % 2 === 0,
);
const extractor = createTestExtractor();

/** `agency criterion` → `verdict/reason`. */
async function judged(change?: SiteChange): Promise<Map<string, string>> {
  const cells = new Map<string, string>();
  for (const asOf of new Set(rows.map(({ as_of }) => as_of!))) {
    const agencies = rows
      .filter(({ as_of }) => as_of === asOf)
      .map(({ agency, name, kind, url }) => readerAgency(agency!, name!, kind!, url!));
    const registry = { path: folder, sha256: '0'.repeat(64), agencies };
    const changed = change === undefined ? {} : { change };
    const run = await auditFolder(folder, registry, agencies, undefined, asOf, { extractor, ...changed });
    for (const { id, criteria } of run.agencies)
      for (const { id: criterion, verdict, reason } of criteria)
        cells.set(`${id} ${criterion}`, `${verdict}/${reason}`);
  }
  return cells;
}

let plain: Map<string, string>;
beforeAll(async () => {
  plain = await judged();
}, 60_000);

const isMet = (said: string | undefined): boolean => said?.startsWith('met/') ?? false;

test('the set shows enough to be changed', () => {
  expect([...plain.values()].filter(isMet).length).toBeGreaterThan(60);
});

test.each([
  ['as editors leave it, in the old code page, said nowhere', { page: asEditorsLeaveIt, oldCodePage: true }],
  ['with a counter of clicks between all pages', { page: overCounter }],
] satisfies [string, SiteChange][])(
  'served otherwise, a site is judged the same: %s',
  async (_, change) => {
    const changed = await judged(change);
    const moved = [...plain].flatMap(([cell, said]) =>
      changed.get(cell) === said ? [] : [`${cell}: ${said} → ${changed.get(cell)}`],
    );
    expect(moved).toEqual([]);
  },
  60_000,
);

const picture = readFileSync(`${fixtures}/documents/scan-150.jpg`);

test.each([
  ['pages that a script fills', { page: byScript }, []],
  // Under labels that say that they are something else.
  ['pages that are pictures', { page: asPictures, picture }, ['u03 stakeholder-survey']],
  ['documents drawn as curves, under a printed line', { document: asDrawings() }, ['u13 budget-progress']],
  [
    'documents that are refused',
    { fails: (_url, document) => (document ? 'http-forbidden' : undefined) },
    ['u13 budget-progress'],
  ],
  [
    'a server that fails for every other page',
    { fails: (url, _document, start) => (!start && isOneOf(url, 0.5) ? 'http-server-error' : undefined) },
    [],
  ],
] satisfies [string, SiteChange, string[]][])(
  'not seen is not absent: %s',
  async (_, change, known) => {
    const changed = await judged(change);
    const lost = [...plain].flatMap(([cell, said]) =>
      isMet(said) && changed.get(cell)!.startsWith('not-met/') ? [cell] : [],
    );
    const unsure = [...plain].filter(([cell, said]) => isMet(said) && /^(?:unknown|review)\//.test(changed.get(cell)!));
    expect(lost.filter((cell) => !(known as readonly string[]).includes(cell))).toEqual([]);
    expect(unsure.length).toBeGreaterThan(20);
  },
  60_000,
);
