// The report for the terminal: aligned whatever the letters, within its columns, complete, and safe to print.
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { auditRunSchema } from '../../src/model/result.ts';
import { messagesOf } from '../../src/report/catalogue/messages-of.ts';
import { renderText } from '../../src/report/text.ts';
import { sampleEvidence, sampleRun } from './sample-run.ts';

const plain = (lang: 'th' | 'en', columns = 80) => renderText(sampleRun, { lang, columns, colour: 0 });

it('the sample is a run', () => {
  auditRunSchema.parse(sampleRun);
});

describe('the matrix', () => {
  it('gives every agency a row and every criterion an aligned column', () => {
    const lines = plain('th', 60).split('\n');
    const head = lines.findIndex((line) => line.includes(' PL PJ SS'));
    const column = stringWidth(lines[head]!.slice(0, lines[head]!.indexOf('PL')));
    const rows = lines.slice(head + 1, head + 4);
    expect(rows.map((row) => row.slice(0, 1))).toEqual(['✓', '✗', '?']);
    const cells = rows.map((row) => row.slice(-7));
    expect(cells).toEqual(['✓  ✓  ~', '✓  ✗  -', '?  ?  ?'].map((text) => text.slice(-7)));
    for (const row of rows) expect(stringWidth(row)).toBe(column + 7);
  });

  it('uses what a wider terminal has room for', () => {
    const row = (columns: number) =>
      plain('th', columns)
        .split('\n')
        .find((line) => /^. องค์การบริหารส่วนตำบลน้ำใส/.test(line))!;
    expect(row(80)).not.toContain('www.');
    expect(row(160)).toMatch(/ 2\/2 {2}www\.namsai\.go\.th$/);
  });

  it('puts advisory criteria last, whatever the order of the pack', () => {
    expect(plain('en')).toMatch(/PL PJ SS {2}met\n/);
  });
});

describe.each(['th', 'en'] as const)('the report in %s', (lang) => {
  it.each([60, 80, 132])('stays within %i columns', (columns) => {
    for (const line of plain(lang, columns).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  });

  it('tells of every agency what was found, where, and what to do', () => {
    const text = plain(lang);
    const { reason, report, status, verdict } = messagesOf(lang);
    for (const name of ['found-other-wording', 'title-only', 'broken-link', 'site-unreachable', 'exempt'] as const) {
      expect(text).toContain(reason[name]);
    }
    for (const name of Object.values(verdict)) expect(text).toContain(name);
    for (const name of Object.values(status)) expect(text).toContain(name);
    expect(text).toContain('“โครงการปรับปรุงถนนสายน้ำใส งบประมาณ 500,000 บาท”');
    expect(text).toContain(`${report.startPage} › แผนการดำเนินงาน ประจำปี 2569`);
    expect(text).toContain(report.page(3));
    expect(text).toContain(report.remedy);
    expect(text).toContain(report.offSite);
    expect(text).toContain(messagesOf(lang).gap['image-only']);
    expect(text).toContain(messagesOf(lang).gap['tls-expired']);
    expect(text).toContain('later-code: https://www.khaosung.go.th/6');
    expect(text).toContain(report.moreGaps(2));
    expect(text.trimEnd().split('\n').at(-1)).toBe(report.totals(3, 1, 1, 1));
  });

  it('tells what was not counted and yet reads like it, where there is such, between evidence and remedy', () => {
    const { report } = messagesOf(lang);
    const closest = sampleEvidence({ quote: 'ป้าย\u001b[2J หน้าศาลา\u202e', locator: { page: 7 } });
    const [agency, second, third] = sampleRun.agencies;
    const criteria = second!.criteria.map((cell) => (cell.verdict === 'not-met' ? { ...cell, closest } : cell));
    const run = { ...sampleRun, agencies: [agency!, { ...second!, criteria }, third!] };
    const text = renderText(run, { lang, columns: 300, colour: 0 });
    const lines = text.split('\n').map((line) => line.trim());
    const at = lines.indexOf(`${report.closest}:`);
    expect(lines[at + 1]).toMatch(/“ป้าย.*หน้าศาลา.*”/);
    expect(lines[at + 2]).toContain(report.page(7));
    expect(lines.slice(at, at + 6).join('\n')).toContain('https://www.namsai.go.th/files/plan.pdf');
    expect(lines.slice(at, at + 7)).toContain(`${report.remedy}:`);
    expect(text.split(report.closest)).toHaveLength(2);
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(plain(lang, 300)).not.toContain(report.closest);
  });

  it('says the common cause of a dead site once', () => {
    const dead = plain(lang).split('\ndead · ')[1]!;
    expect(dead).toContain(`? ${messagesOf(lang).report.everyCriterion}\n`);
    expect(dead).not.toMatch(/ (PL|PJ|SS) /);
  });
});

it('dates are Buddhist Era in Thai and Common Era in English, times are Bangkok’s', () => {
  expect(plain('th')).toContain('15 มิถุนายน 2569');
  expect(plain('en')).toContain('15 June 2026');
  expect(messagesOf('th').instant('2026-12-31T18:05:00.000Z')).toBe('1 มกราคม 2570 01:05 น.');
});

it('prints nothing that a terminal would obey, and colours only when told to', () => {
  expect(plain('th')).not.toMatch(/[\u001b\u202e]/);
  const coloured = renderText(sampleRun, { lang: 'th', columns: 80, colour: 1 });
  expect(coloured).toContain('\u001b[');
  expect(stripVTControlCharacters(coloured)).toBe(plain('th'));
});

it('says when a run did not finish', () => {
  const run = {
    ...sampleRun,
    agencies: sampleRun.agencies.slice(0, 1),
    run: { ...sampleRun.run, complete: false },
  };
  expect(renderText(run, { lang: 'en', columns: 80, colour: 0 })).toContain('1 of 3 agencies were judged');
});

it('leaves the findings out when asked', () => {
  const text = renderText(sampleRun, { lang: 'en', columns: 80, colour: 0, findings: false });
  expect(text).toContain('By criterion');
  expect(text).not.toContain('Findings by agency');
});
