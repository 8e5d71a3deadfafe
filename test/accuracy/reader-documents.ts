// Single documents and pages by several readers, labelled before they were measured. A floor, not a goal: what is found may not
// grow less, and what is claimed stays true. The sets stand in several test files, so that they are read side by side.
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Extractor } from '../../src/extract/extractor.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { createItemExtractor } from './labelled-items.ts';
import { labelNames, measure, scoresOf } from './measure.ts';
import { readManifest } from './read-manifest.ts';

export interface Floors {
  /** Least recall by label, as measured when the judge last improved. A label that no item shows has none. */
  readonly recall: Readonly<Record<string, number>>;
  /** Cells in which label and judge differ for a reason (`id label`). */
  readonly argued?: readonly string[];
}

/** Read once by all sets of a test file. */
const pack = loadPack('phuket-accountability');
/** One for all sets that a process of the tests reads, beside those of other processes: its thread starts once, and ends with the process. */
let extractor: Extractor | undefined;

/** Tests that each set (a folder of fixtures) keeps its floors. */
export function testSets(sets: Readonly<Record<string, Floors>>): void {
  describe.each(Object.entries(sets))('%s', (set, { recall, argued = [] }) => {
    let scores: ReturnType<typeof scoresOf>;
    beforeAll(async () => {
      const manifest = fileURLToPath(new URL(`../../fixtures/${set}/manifest.jsonl`, import.meta.url));
      extractor ??= createItemExtractor(1);
      const { rows } = await measure(readManifest(manifest, labelNames), pack, extractor);
      scores = scoresOf(rows.filter(({ id, label }) => !argued.includes(`${id} ${label}`)));
    }, 120_000);

    for (const [label, floor] of Object.entries(recall)) {
      test(`${label}: nothing claimed that is not shown, recall at least ${floor}`, () => {
        const { tp, fp, fn, abstain } = scores[label]!;
        expect(fp).toBe(0);
        expect(tp / (tp + fn)).toBeGreaterThanOrEqual(floor);
        expect(abstain).toBeLessThanOrEqual(8);
      });
    }
  });
}
