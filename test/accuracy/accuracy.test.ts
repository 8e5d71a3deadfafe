// The measuring itself, on items made here.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../src/packs/load-pack.ts';
import { hardestRows } from './hardest-rows.ts';
import { type Judged, labelNames, measure, scoresOf } from './measure.ts';
import { readManifest } from './read-manifest.ts';

const root = mkdtempSync(join(tmpdir(), 'planaudit-accuracy-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a labelled set', () => {
  const page = (body: string) => `<!doctype html><meta charset="utf-8"><body><main>${body}</main></body>`;
  const items = [
    {
      id: 'plan',
      html: page(
        '<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2564</h1><table><tr><th>โครงการ</th><th>งบประมาณ</th></tr><tr><td>โครงการส่งเสริมอาชีพ</td><td>120,000</td></tr><tr><td>โครงการหมู่บ้านสะอาด</td><td>45,000</td></tr></table>',
      ),
      labels: { plans: true, projects: true, evaluation: false, monitoring: null },
    },
    {
      id: 'linked',
      html: page('<a href="p.pdf">แผนปฏิบัติราชการประจำปี 2569</a>'),
      labels: { plan_link: true, plans: true, projects: false },
    },
    {
      id: 'mislabelled',
      html: page('<a href="p.pdf">แผนปฏิบัติการป้องกันการทุจริต ประจำปี 2569</a>'),
      labels: { plan_link: true, plans: false },
    },
  ];
  const manifest = join(root, 'manifest.jsonl');
  for (const { id, html } of items) writeFileSync(join(root, `${id}.html`), html);
  writeFileSync(
    manifest,
    items.map(({ id, labels }) => JSON.stringify({ id, file: `${id}.html`, kind: 'html', labels })).join('\n'),
  );

  test('is judged item by item; what a reader would argue about is left out', async () => {
    const judged = (await measure(readManifest(manifest, labelNames), loadPack('phuket-accountability'))).rows;
    const got = judged.map(({ id, label, got: answer }) => `${id} ${label} ${answer}`);
    expect(got).toEqual([
      'plan plans positive',
      'plan projects positive',
      'plan evaluation negative',
      'linked plan_link positive',
      'linked plans positive',
      'linked projects negative',
      'mislabelled plan_link negative',
      'mislabelled plans negative',
    ]);
    const scores = scoresOf(judged);
    expect(scores['plan_link']).toEqual({ tp: 1, fp: 0, tn: 0, fn: 1, abstain: 0 });
    expect(scores['plans']).toEqual({ tp: 2, fp: 0, tn: 1, fn: 0, abstain: 0 });
    expect(hardestRows(judged, 10).map(({ id, worst }) => `${id} ${worst}`)).toEqual(['mislabelled wrong']);
  });
});

test('hardest first: wrong answers, then refusals, then what cannot be read; many labels before one', () => {
  const row = (id: string, label: string, got: Judged['got'], readable = true): Judged => ({
    id,
    label,
    expected: true,
    got,
    reason: '',
    readable,
  });
  const rows = [
    row('picture', 'plans', 'abstain', false),
    row('shy', 'plans', 'abstain'),
    row('once', 'plans', 'negative'),
    row('twice', 'plans', 'negative'),
    row('twice', 'projects', 'negative'),
    row('right', 'plans', 'positive'),
  ];
  expect(hardestRows(rows, 10).map(({ id }) => id)).toEqual(['twice', 'once', 'shy', 'picture']);
  expect(hardestRows(rows, 2)).toHaveLength(2);
});
