import { expect, it } from 'vitest';
import { groupByKeys } from '../../src/queue/group-by-keys.ts';

it('what shares a key, directly or through another, is one group, named after its first member', () => {
  const keys = [['a.go.th'], ['b.go.th', '192.0.2.1'], ['c.go.th'], ['192.0.2.1', 'd.go.th'], ['d.go.th', 'a.go.th']];
  expect(groupByKeys(keys)).toEqual(['a.go.th', 'a.go.th', 'c.go.th', 'a.go.th', 'a.go.th']);
});

it('what has no key is a group of its own', () => {
  expect(new Set(groupByKeys([[], ['x'], []])).size).toBe(3);
});

it('the order of an item’s keys changes no grouping', () => {
  const keys = [['x', 'y'], ['z'], ['y', 'z']];
  const turned = keys.map((each) => [...each].reverse());
  expect(new Set(groupByKeys(keys)).size).toBe(1);
  expect(new Set(groupByKeys(turned)).size).toBe(1);
});
