import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandSpecs } from '../src/command-specs.ts';
import { loadPack } from '../src/packs/load-pack.ts';
import { columnIds, columnOf } from '../src/registry/columns.ts';
import { settingsInReadme } from './readme-settings.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('the README lists every setting as it is (npm run readme)', () => {
  expect(readme).toContain('`PLANAUDIT_LANG`');
  expect(settingsInReadme(readme)).toBe(readme);
});

it('the README names every criterion with its code and clause', () => {
  const pack = loadPack('phuket-accountability');
  for (const { id, law } of pack.criteria) {
    expect(readme).toContain(`| ${pack.codes[id]} | \`${id}\` | ${law.clause} |`);
  }
});

it('the README names every column of a registry, with Thai headings that are understood', () => {
  for (const id of columnIds) {
    const thai = new RegExp(`^\\| \`${id}\` \\| ([^|]*) \\|`, 'm').exec(readme)?.[1];
    expect(thai, id).toBeDefined();
    for (const heading of thai!.split(', ')) expect(columnOf(heading), heading).toBe(id);
  }
});

it('every planaudit command in the README exists', () => {
  const names = commandSpecs.map(({ name }) => name);
  const used = [...readme.matchAll(/planaudit ((?:packs|registry|store|runs) [a-z]+|[a-z]+)(?= |`|$)/gm)].map(
    ([, name]) => name!,
  );
  expect(used.length).toBeGreaterThan(6);
  const prose = new Set(['run', 'checks']);
  expect(used.filter((name) => !names.includes(name) && !prose.has(name))).toEqual([]);
});
