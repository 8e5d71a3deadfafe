// Thirty-three sites by a second reader, who wrote them and their verdicts by criteria.md before any was audited: other
// wordings, systems, documents and traps than the sample province's. A cell is never changed to please the judge; where
// the judge is still wrong, `known` says so and the cell is a todo.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Agency, AgencyKind } from '../../src/model/registry.ts';
import type { AgencyVerdict } from '../../src/model/result.ts';
import { auditFolder } from './audit-folder.ts';

const folder = fileURLToPath(new URL('../../fixtures/second-reader', import.meta.url));
const rows = parse(readFileSync(join(folder, 'expected.csv')), { columns: true }) as Record<string, string>[];
const criteria = Object.keys(rows[0]!).slice(5);

/** Cells in which the judge errs, and why. */
const known: Readonly<Record<string, readonly string[]>> = {
  // A form's heading with dots to fill in is taken for a title.
  'hosp-words': ['progress-presentation'],
};

const verdicts = new Map<string, AgencyVerdict>();
beforeAll(async () => {
  for (const asOf of new Set(rows.map((row) => row.as_of!))) {
    const agencies = rows
      .filter((row) => row.as_of === asOf)
      .map(
        ({ agency, name, kind, url }): Agency => ({
          id: agency!,
          name: name!,
          kind: kind as AgencyKind,
          url: url!,
          extraHosts: [],
          tags: [],
          exempt: [],
        }),
      );
    const registry = { path: 'second-reader', sha256: '0'.repeat(64), agencies };
    for (const verdict of (await auditFolder(folder, registry, agencies, undefined, asOf)).agencies)
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
