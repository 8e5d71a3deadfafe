// Generated sites with known verdicts: however a site is worded, built and surrounded by look-alikes, what it publishes decides.
// The seeds are fixed; a new seed may only be added, never exchanged because a verdict was wrong.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GeneratedSite, generateSite } from '../../fixtures/build/random-site.ts';
import { randomTraits, type Traits } from '../../fixtures/build/random-traits.ts';
import { criteria, randomOf } from '../../fixtures/build/site-source.ts';
import { writeSite } from '../../fixtures/build/write-site.ts';
import type { Agency } from '../../src/model/registry.ts';
import type { AuditRun } from '../../src/model/result.ts';
import { auditFolder } from './audit-folder.ts';

const whole: Traits = {
  plan: 'current',
  evaluation: 'past',
  recommendations: 'list',
  monitoring: 'both',
  mechanism: 'order',
  disclosure: true,
  survey: 'report',
  decoys: [],
};

const mixed = Array.from({ length: 24 }, (_, i) => `mixed-${i + 1}`);
/** The same full publication in many wordings, styles and listings: all must come out the same. */
const alike = Array.from({ length: 10 }, (_, i) => `alike-${i + 1}`);
const everyDecoy = ['integrity', 'appraisal', 'procurement', 'long-plan', 'preparing', 'personnel'] as const;
/** Nothing but look-alikes: nothing may be met. */
const empty = Array.from({ length: 3 }, (_, i) => `empty-${i + 1}`);

const generated: readonly GeneratedSite[] = [
  ...mixed.map((seed) => generateSite(seed, randomTraits(randomOf(`${seed}/traits`)))),
  ...alike.map((seed, i) => generateSite(seed, { ...whole, decoys: i % 2 === 0 ? [] : everyDecoy })),
  ...empty.map((seed) =>
    generateSite(seed, {
      plan: 'news',
      evaluation: 'none',
      recommendations: 'absent',
      monitoring: 'none',
      mechanism: 'none',
      disclosure: false,
      survey: 'staff-only',
      decoys: everyDecoy,
    }),
  ),
];

let folder: string;
let run: AuditRun;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planaudit-random-'));
  for (const { agency } of generated) {
    writeSite(agency, (path, content) => {
      const file = join(folder, agency.id, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    });
  }
  const agencies = generated.map(
    ({ agency }): Agency => ({
      id: agency.id,
      name: agency.name,
      kind: agency.kind,
      url: `http://${agency.host}/`,
      extraHosts: [],
      tags: [],
      exempt: [],
    }),
  );
  run = await auditFolder(folder, { path: 'generated', sha256: '0'.repeat(64), agencies });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(generated.map((site) => [site.agency.id, site] as const))('%s', (id, { traits, expected }) => {
  test(`${traits.plan} plan, ${traits.evaluation} evaluation, ${traits.monitoring} monitoring`, () => {
    const verdicts = run.agencies.find((agency) => agency.id === id)!.criteria;
    const wrong: string[] = [];
    for (const criterion of criteria) {
      const wanted = expected[criterion];
      const { verdict, reason, explanation } = verdicts.find((one) => one.id === criterion)!;
      if (wanted === 'open') continue;
      if (verdict !== wanted[0] || !wanted[1].includes(reason)) {
        wrong.push(`${criterion}: ${verdict}/${reason}, not ${wanted[0]}/${wanted[1].join('|')}: ${explanation.en}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
