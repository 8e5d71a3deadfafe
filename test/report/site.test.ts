// The static site: every link within it leads to a file and an anchor that are there; addresses stay from run to run.
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderSite } from '../../src/report/site.ts';
import { generatedRun } from './generated-run.ts';

const history = [generatedRun(12, 14, '2026-04-15'), generatedRun(12, 14, '2026-05-15')];
const files = new Map(
  renderSite(generatedRun(12), { lang: 'th', history }).map(({ path, body }) => [path, String(body)]),
);

describe('the static site', () => {
  it('has a page and data for each agency, overview, trends, and one copy of style and script', () => {
    expect([...files.keys()].filter((path) => !path.startsWith('agencies/')).sort()).toEqual([
      'assets/script.js',
      'assets/style.css',
      'index.html',
      'planaudit.json',
      'trends.html',
      'trends.json',
    ]);
    expect([...files.keys()].filter((path) => path.startsWith('agencies/'))).toHaveLength(24);
    expect(JSON.parse(files.get('agencies/agency-3.json')!)).toMatchObject({ agencies: [{ id: 'agency-3' }] });
    expect(JSON.parse(files.get('trends.json')!).runs.map(({ asOf }: { asOf: string }) => asOf)).toEqual([
      '2026-04-15',
      '2026-05-15',
      '2026-06-15',
    ]);
  });

  it('holds no link to nowhere', () => {
    const dead = [...files].flatMap(([path, body]) => {
      if (!path.endsWith('.html')) return [];
      const targets = [...body.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target!);
      return targets
        .filter((target) => !/^https?:/.test(target))
        .filter((target) => {
          const [file, anchor] = target.split('#');
          const named = file === '' ? path : posix.join(posix.dirname(path), file!);
          const content = files.get(named);
          return content === undefined || (anchor !== undefined && !content.includes(`id="${anchor}"`));
        })
        .map((target) => `${path} → ${target}`);
    });
    expect(dead).toEqual([]);
  });

  it('keeps its addresses from month to month', () => {
    const before = renderSite(history[0]!, { lang: 'th' }).map(({ path }) => path);
    expect([...files.keys()]).toEqual(before);
  });

  it('shows each agency’s earlier audits', () => {
    expect(files.get('agencies/agency-3.html')).toContain('15 เมษายน 2569');
  });
});
