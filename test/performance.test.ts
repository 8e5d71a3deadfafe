// The published page on performance is what the bench's committed results say.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type BenchResults, performancePage } from './bench/performance-page.ts';

const results = JSON.parse(readFileSync(new URL('./bench/results.json', import.meta.url), 'utf8')) as BenchResults;
const page = readFileSync(new URL('../docs/performance.md', import.meta.url), 'utf8');

test('docs/performance.md is what the committed results say (npm run bench -- --write)', () => {
  expect(page).toBe(performancePage(results));
});

test('every goal is told, met or not', () => {
  const goals = Object.values(results.parts).flatMap((part) => part.goals);
  expect(goals.length).toBeGreaterThan(5);
  for (const { goal, reached } of goals) expect(page).toContain(`| ${goal} | ${reached} |`);
});
