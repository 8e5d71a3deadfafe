// Audits a folder of sites and compares each cell with what a reader expects of it (expected.csv, written by the criteria
// alone, before any site was audited). A cell is never changed to please the judge: what it gets wrong is listed as known.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Extractor } from '../../src/extract/extractor.ts';
import type { AgencyVerdict } from '../../src/model/result.ts';
import { auditFolder, createTestExtractor } from './audit-folder.ts';
import { readerAgency } from './reader-agency.ts';

/** One for all sets that a process of the tests reads, so that its threads start once; they end with the process. */
let extractor: Extractor | undefined;

/**
 * Declares a test for each cell of `fixtures/<reader>/expected.csv`.
 * @param known criteria by agency in which the judge errs; these cells are todos.
 */
export function describeReader(reader: string, known: Readonly<Record<string, readonly string[]>>): void {
  const folder = fileURLToPath(new URL(`../../fixtures/${reader}`, import.meta.url));
  const rows = parse(readFileSync(join(folder, 'expected.csv')), { columns: true }) as Record<string, string>[];
  const criteria = Object.keys(rows[0]!).slice(5);
  const verdicts = new Map<string, AgencyVerdict>();

  beforeAll(async () => {
    extractor ??= createTestExtractor();
    for (const asOf of new Set(rows.map((row) => row.as_of!))) {
      const agencies = rows
        .filter((row) => row.as_of === asOf)
        .map(({ agency, name, kind, url }) => readerAgency(agency!, name!, kind!, url!));
      const registry = { path: reader, sha256: '0'.repeat(64), agencies };
      for (const verdict of (await auditFolder(folder, registry, agencies, undefined, asOf, { extractor })).agencies)
        verdicts.set(verdict.id, verdict);
    }
  }, 120_000);

  describe.each(rows.map((row) => [row.agency!, row] as const))('%s', (id, row) => {
    for (const criterion of criteria) {
      const wanted = row[criterion]!;
      // The reader could not decide.
      if (wanted === 'open') continue;
      if (known[id]?.includes(criterion)) {
        test.todo(`${criterion} is ${wanted}`);
        continue;
      }
      test(`${criterion} is ${wanted}`, () => {
        const { verdict, reason, explanation } = verdicts.get(id)!.criteria.find((one) => one.id === criterion)!;
        const agrees = wanted.split('|').some((one) => one === verdict || one === `${verdict}/${reason}`);
        expect(agrees ? wanted : `${verdict}/${reason}`, explanation.en).toBe(wanted);
      });
    }
  });
}
