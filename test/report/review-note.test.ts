// A person's decision is marked in every format, and a decision that no longer counts is told.
import { read } from '@e965/xlsx';
import { parse as parseCsv } from 'csv-parse/sync';
import { extractRawText } from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { AuditRun, CriterionVerdict } from '../../src/model/result.ts';
import { csvInPieces } from '../../src/report/csv.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { renderLetters } from '../../src/report/letters.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderText } from '../../src/report/text.ts';
import { renderXlsx } from '../../src/report/xlsx.ts';
import { generatedRun } from './generated-run.ts';

const base = generatedRun(2);
const [first, second] = base.agencies;
const decided = first!.criteria.find(({ verdict }) => verdict === 'review')!;
const refused = first!.criteria.find(({ verdict }) => verdict === 'not-met')!;
const opened = first!.criteria.find(({ verdict }) => verdict === 'met')!;
const review = { by: 'สมหญิง <ใจดี>', at: '2026-06-20', reason: 'ตรวจเล่มจริงแล้ว' };

const cellOf = (cell: CriterionVerdict): CriterionVerdict => {
  switch (cell.id) {
    case decided.id:
      return {
        ...cell,
        verdict: 'met',
        reason: 'found',
        review: { ...review, until: '2026-12-31', program: { verdict: 'not-met', reason: 'absent' } },
      };
    case refused.id:
      return { ...cell, review: { ...review, program: { verdict: 'review', reason: 'title-only' } } };
    case opened.id:
      return { ...cell, reviewReopened: { ...review, verdict: 'met', because: 'evidence-changed' } };
    default:
      return cell;
  }
};
const run: AuditRun = { ...base, agencies: [{ ...first!, criteria: first!.criteria.map(cellOf) }, second!] };
const legend = 'decided by a person';
const note = 'decided by สมหญิง <ใจดี>, 20 June 2026: ตรวจเล่มจริงแล้ว (until 31 December 2026, the program says: not met)';
const reopened = 'to be decided again: the evidence has changed (was met by สมหญิง <ใจดี>, 20 June 2026): ตรวจเล่มจริงแล้ว';
const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const code = (cell: CriterionVerdict) => cell.id.replace('criterion-', 'C');

describe('a decision of a person is marked', () => {
  it('in the terminal: in the matrix, the legend and the finding', () => {
    const text = renderText(run, { lang: 'en', columns: 300, colour: 0 });
    expect(text.split('\n').find((line) => line.includes('องค์การบริหารส่วนตำบลที่ 0'))).toMatch(/✓\* .*✗\* |✗\* .*✓\* /);
    for (const words of [`* ${legend}`, `* ${note}`, `* ${reopened}`]) expect(text).toContain(words);
    expect(renderText(base, { lang: 'en', columns: 300, colour: 0 })).not.toContain(legend);
  });

  it('in HTML: in the matrix for eyes and ears, the legend and the finding', () => {
    const page = renderHtml(run, { lang: 'en' });
    expect(page).toContain(`aria-label="met, ${legend}">✓*</a>`);
    expect(page).toContain(`<p class="decision">* ${escaped(note)}</p>`);
    expect(page).toContain(escaped(reopened));
    expect(page).toMatch(/<li><span class="v" aria-hidden="true">\*<\/span> decided by a person<\/li>/);
  });

  it('in the workbook and the CSV', async () => {
    const book = read(await renderXlsx(run, { lang: 'en' }));
    const matrix = Object.entries(book.Sheets['Results by agency']!);
    expect(matrix.filter(([, cell]) => /\*$/.test(String(cell?.v))).map(([, { v }]) => v)).toHaveLength(2);
    expect(Object.values(book.Sheets['Summary']!).map((cell) => cell?.v)).toContain(legend);
    const [head, ...rows] = parseCsv([...csvInPieces(run, { lang: 'en' }).pieces].join(''), {
      bom: true,
    }) as string[][];
    const column = head!.indexOf('Decision of a person');
    expect(column).toBeGreaterThan(0);
    expect(rows.map((row) => row[column]).filter((text) => text !== '')).toHaveLength(3);
    expect(rows.map((row) => row[column])).toContain(note);
  });

  it('in Markdown', () => {
    const markdown = renderMarkdown(run, { lang: 'en' });
    expect(markdown).toContain('✅\\*');
    expect(markdown).toContain(`\\* ${legend}`);
    expect(markdown).toContain('decided by สมหญิง &lt;ใจดี&gt;');
  });

  it('in JUnit: as output of the case', () => {
    const xml = renderJunit(run, { lang: 'en' });
    const cases = xml.split('<testcase ');
    const of = (cell: CriterionVerdict) =>
      cases.find((each) => each.startsWith(`name="${code(cell)} `) && each.includes('classname="agency-0"'))!;
    expect(of(decided)).toContain(`><system-out>${escaped(note)}</system-out></testcase>`);
    expect(of(refused)).toMatch(/<\/failure><system-out>|<skipped [^>]*\/><system-out>/);
    expect(of(opened)).toContain(escaped(reopened));
  });

  it('in SARIF: what a person accepted is suppressed, what a person refused names who', () => {
    const { results } = JSON.parse(renderSarif(run, { lang: 'en' })).runs[0];
    const of = (cell: CriterionVerdict) =>
      results.find(
        (each: { ruleId: string; properties: { agency: string } }) =>
          each.ruleId === cell.id && each.properties.agency === 'agency-0',
      );
    expect(of(decided)).toMatchObject({
      kind: 'fail',
      suppressions: [{ kind: 'external', status: 'accepted', justification: note }],
    });
    expect(of(refused)).toMatchObject({ kind: 'fail', properties: { decidedBy: review.by, decidedAt: review.at } });
    expect(of(refused).suppressions).toBeUndefined();
  });

  it('in letters', async () => {
    const [letter] = await renderLetters(run, { lang: 'en' });
    const { value } = await extractRawText({ buffer: Buffer.from(letter!.body) });
    expect(value).toContain(note);
    expect(value).toContain(reopened);
  });
});
