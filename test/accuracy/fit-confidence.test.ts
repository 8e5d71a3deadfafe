// The fit finds what was put in, never turns a doubt into a bonus, and reliability is counted as it is defined.
import { describe, expect, test } from 'vitest';
import { crossValidate, fitConfidence, predict, reliabilityOf, type Sample } from './fit-confidence.ts';

/** `count` cells with these signs, `wrong` of them wrong, spread over groups. */
const cells = (signals: readonly string[], count: number, wrong: number): Sample[] =>
  Array.from({ length: count }, (_, i) => ({ group: `g${i % 10}`, signals, right: i >= wrong, weight: 1 }));

describe('the fit', () => {
  const samples = [
    ...cells([], 1000, 10),
    ...cells(['doubt'], 200, 60),
    ...cells(['harmless'], 200, 0),
    ...cells(['doubt', 'harmless'], 100, 30),
  ];
  const fit = fitConfidence(samples, ['doubt', 'harmless'], 0.3);

  test('predicts the shares it was given', () => {
    expect(predict(fit, [])).toBeCloseTo(0.99, 1);
    expect(predict(fit, ['doubt'])).toBeCloseTo(0.7, 1);
  });

  test('gives no bonus for a sign that happens to go with right verdicts', () => {
    expect(fit.weights['harmless']).toBe(0);
    expect(fit.weights['doubt']).toBeLessThan(-2);
  });

  test('is never certain, even where nothing was ever wrong', () => {
    const sure = fitConfidence(cells([], 50, 0), [], 1);
    expect(predict(sure, [])).toBeLessThan(0.99);
    expect(predict(sure, [])).toBeGreaterThan(0.9);
  });

  test('keeps a group together when it is checked', () => {
    const lonely: Sample[] = [
      ...cells([], 100, 0),
      ...cells(['rare'], 5, 5).map((cell) => ({ ...cell, group: 'rare' })),
    ];
    const predicted = crossValidate(lonely, ['rare'], 0.1);
    // Without its own group nothing is known of the sign.
    expect(predicted.at(-1)).toBeGreaterThan(0.9);
    expect(predict(fitConfidence(lonely, ['rare'], 0.1), ['rare'])).toBeLessThan(0.5);
  });
});

test('reliability: predicted against observed by bin, Brier score, calibration error', () => {
  const outcomes = [
    ...Array.from({ length: 10 }, (_, i) => ({ predicted: 0.9, right: i > 0 })),
    ...Array.from({ length: 10 }, (_, i) => ({ predicted: 0.6, right: i < 4 })),
  ];
  const { bins, brier, ece, cells: count, wrong } = reliabilityOf(outcomes);
  expect([count, wrong]).toEqual([20, 7]);
  expect(bins.map(({ cells: held, wrong: bad }) => [held, bad])).toEqual([
    [10, 6],
    [10, 1],
  ]);
  expect(bins[1]).toMatchObject({ from: 0.9, to: 0.95 });
  expect(bins[1]!.observed).toBeCloseTo(0.9);
  expect(ece).toBeCloseTo(0.1);
  expect(brier).toBeCloseTo((9 * 0.01 + 0.81 + 6 * 0.36 + 4 * 0.16) / 20);
  expect(reliabilityOf([])).toEqual({ cells: 0, wrong: 0, bins: [], brier: 0, ece: 0 });
});
