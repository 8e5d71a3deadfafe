import { describe, expect, it } from 'vitest';
import { compareRegistries, shrankTooMuch } from '../../src/registry/compare-registries.ts';
import { agency } from '../crawl/fake-site.ts';

const rows = Array.from({ length: 10 }, (_, at) => agency(`http://a${at}.go.th/`, { id: `a${at}` }));

describe('two readings of a registry', () => {
  it('every row is added, removed, changed or the same', () => {
    const after = [
      ...rows.slice(2, 9),
      { ...rows[9]!, url: 'http://b.go.th/' },
      agency('http://n.go.th/', { id: 'n' }),
    ];
    const changes = compareRegistries(rows, after);
    expect(changes.added.map(({ id }) => id)).toEqual(['n']);
    expect(changes.removed.map(({ id }) => id)).toEqual(['a0', 'a1']);
    expect(changes.changed).toMatchObject([{ after: { id: 'a9' }, fields: ['url'] }]);
    expect(rows.length - changes.removed.length + changes.added.length).toBe(after.length);
  });

  it.each([
    [2, false],
    [3, true],
  ])('%i of 10 gone is too much: %s', (gone, tooMuch) => {
    expect(shrankTooMuch(rows, compareRegistries(rows, rows.slice(gone)))).toBe(tooMuch);
  });

  it('renamed ids count as gone', () => {
    const renamed = rows.map((row) => ({ ...row, id: `x-${row.id}` }));
    expect(shrankTooMuch(rows, compareRegistries(rows, renamed))).toBe(true);
  });
});
