// 213 single documents and pages by a third reader, labelled before they were measured. A floor, not a goal: what is found
// may not grow less, and what is claimed stays true.
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../src/packs/load-pack.ts';
import { labelNames, measure, scoresOf } from './measure.ts';
import { readManifest } from './read-manifest.ts';

const manifest = fileURLToPath(new URL('../../fixtures/third-reader-documents/manifest.jsonl', import.meta.url));

/** Least recall by label, as measured when the set was made or the judge last improved. */
const floors: Readonly<Record<string, number>> = {
  plan_link: 1,
  plans: 0.97,
  projects: 0.91,
  evaluation: 1,
  recommendations: 0.93,
  monitoring: 0.96,
  budget_progress: 0.75,
};

describe("the third reader's documents", () => {
  let scores: ReturnType<typeof scoresOf>;
  beforeAll(async () => {
    scores = scoresOf((await measure(readManifest(manifest, labelNames), loadPack('phuket-accountability'))).rows);
  }, 120_000);

  for (const [label, floor] of Object.entries(floors)) {
    test(`${label}: nothing claimed that is not shown, recall at least ${floor}`, () => {
      const { tp, fp, fn, abstain } = scores[label]!;
      expect(fp).toBe(0);
      expect(tp / (tp + fn)).toBeGreaterThanOrEqual(floor);
      expect(abstain).toBeLessThanOrEqual(8);
    });
  }
});
