// Real pages of agencies (../shared/corpus, read in place): the plan link is found with its words and address, dead ones are
// inert, and nothing is read out of comments.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const present = existsSync(new URL('manifest.jsonl', corpus));
const page = 'https://agency.go.th/dir/page.html';

interface Row {
  readonly id: string;
  readonly file: string;
  readonly encoding: string;
  readonly labels: {
    readonly plan_link: boolean | null;
    readonly plan_link_text: string | null;
    readonly plan_link_href: string | null;
  };
}

const manifest: readonly Row[] = present
  ? readFileSync(new URL('manifest.jsonl', corpus), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
      .filter((row) => row.file.endsWith('.html'))
  : [];

const read = (row: Row) =>
  extractHtml(
    new TextDecoder(row.encoding === 'windows-874' ? 'windows-874' : 'utf-8').decode(
      readFileSync(new URL(row.file, corpus)),
    ),
    page,
  );
const letters = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

describe.skipIf(!present)('corpus (needs ../shared/corpus beside the checkout)', () => {
  const linked = manifest.filter((row) => row.labels.plan_link_href !== null && row.labels.plan_link_href !== '#');
  test.each(linked)('$id: the plan link has its words and address', (row) => {
    const { links } = read(row);
    const url = new URL(row.labels.plan_link_href!, page).href;
    const found = links.filter((link) => link.url === url);
    expect(
      found
        .map((link) => letters(`${link.label} ${link.text}`))
        .filter((text) => text.includes(letters(row.labels.plan_link_text!))),
    ).not.toEqual([]);
    // a generic text never stays the label
    for (const link of found) expect(link.label).not.toMatch(/^ดาวน์โหลด/);
  });

  const dead = manifest.filter((row) => row.labels.plan_link_href === '#');
  test.each(dead)('$id: the named plan is not a link', (row) => {
    const named = read(row).links.filter((link) =>
      letters(`${link.label} ${link.text}`).includes(letters(row.labels.plan_link_text!)),
    );
    expect(named).not.toEqual([]);
    // the same words may also stand on a working menu item; whatever has href="#" here is dead
    expect(named.filter((link) => link.href === '#').map((link) => link.inert)).toEqual(
      named.filter((link) => link.href === '#').map(() => 'fragment'),
    );
    expect(named.some((link) => link.inert === 'fragment')).toBe(true);
  });

  test('pages that only a script fills are told', () => {
    const told = manifest.filter((row) => read(row).needsScript === true).map((row) => row.id);
    expect(told.sort()).toEqual(['report-kku-annual', 'report-kku-spending']);
  });

  test('blocks inside comments are not read', () => {
    const text = read(manifest.find((row) => row.id === 'oit-nongyai-commented')!);
    expect(text.segments.some((segment) => segment.text.includes('แผนปฏิบัติราชการประจำปี'))).toBe(false);
    expect(
      text.links.some((link) => link.element === 'frame' && link.url === 'https://agency.go.th/upload/ITA/EB1/1.7.pdf'),
    ).toBe(true);
  });

  test('a wide table of months keeps its columns', () => {
    const rows = read(manifest.find((row) => row.id === 'budget-elderly-r2')!).segments.filter(
      (segment) => segment.kind === 'row',
    );
    expect(new Set(rows.map((row) => row.cells!.length))).toEqual(new Set([39]));
    expect(rows.filter((row) => row.header)).toHaveLength(4);
    const budget = rows[3]!.cells!.indexOf('งบประมาณ');
    expect(rows[4]!.cells![budget]).toBe('5,400,000');
  });

  test("every label and context is made of the page's own words", () => {
    for (const row of manifest) {
      const { links, segments, damage } = read(row);
      expect(damage).toEqual([]);
      for (const link of links) {
        expect(link.url === null).toBe(link.inert !== undefined);
        if (link.segment !== undefined) expect(segments[link.segment]).toBeDefined();
        for (const { text } of link.context) expect(text.length).toBeLessThanOrEqual(300);
      }
    }
  });
});
