// The published page on accuracy is what the committed results say.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accuracyPage, type Results } from './accuracy-page.ts';
import type { Calibration } from './calibrate.ts';
import type { FirstSight } from './first-sight.ts';
import { scoresOf } from './measure.ts';

const results = JSON.parse(readFileSync(new URL('./results.json', import.meta.url), 'utf8')) as Results;
const calibration = JSON.parse(readFileSync(new URL('./calibration.json', import.meta.url), 'utf8')) as Calibration;
const sights = JSON.parse(readFileSync(new URL('./first-sight.json', import.meta.url), 'utf8')) as FirstSight[];

describe('docs/accuracy.md', () => {
  test('is what the committed results say (npm run accuracy:docs)', () => {
    expect(readFileSync(new URL('../../docs/accuracy.md', import.meta.url), 'utf8')).toBe(
      accuracyPage(results, calibration, sights),
    );
  });

  test('the results add up', () => {
    expect(scoresOf(results.rows)).toEqual(results.labels);
    expect(Object.values(results.kinds).reduce((sum, count) => sum + count, 0)).toBe(results.set.items);
    expect(results.rows.length).toBeGreaterThan(100);
  });

  test('precision stays at what is promised wherever something is claimed', () => {
    for (const [label, { tp, fp }] of Object.entries(results.labels))
      if (tp + fp >= 5) expect(tp / (tp + fp), label).toBeGreaterThanOrEqual(0.97);
  });
});
