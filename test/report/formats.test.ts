// Every format over hostile and large runs: CI formats against their standards, spreadsheets read back by another library,
// nothing from a website able to act as markup or formula.
import { read, utils } from '@e965/xlsx';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import type { AuditRun } from '../../src/model/result.ts';
import { messagesOf } from '../../src/report/catalogue/messages-of.ts';
import { pageTextsOf } from '../../src/report/catalogue/page-texts.ts';
import { th } from '../../src/report/catalogue/th.ts';
import { withThaiDigits } from '../../src/report/catalogue/thai-digits.ts';
import {
  type FormatId,
  formatIds,
  formats,
  type RenderOptions,
  type ReportFile,
  type ReportFormat,
} from '../../src/report/formats.ts';
import { newFailuresOnly } from '../../src/report/known-failures.ts';
import { sharedFixes } from '../../src/report/shared-fixes.ts';
import { generatedRun, hostile } from './generated-run.ts';
import { sampleEvidence, sampleRun } from './sample-run.ts';

const plain: RenderOptions = { lang: 'th', columns: 100, colour: 0 };
const run = generatedRun(40);

async function render(id: FormatId, of: AuditRun, options: Partial<RenderOptions> = {}) {
  const definition: ReportFormat = formats[id];
  const rendered = await (await definition.load())(of, { ...plain, ...options });
  return typeof rendered === 'object' && 'pieces' in rendered ? [...rendered.pieces].join('') : rendered;
}
const renderText = async (id: FormatId, of: AuditRun, options: Partial<RenderOptions> = {}) =>
  String(await render(id, of, options));

const cells = (of: AuditRun) => of.agencies.flatMap((agency) => agency.criteria.map((cell) => ({ agency, cell })));

describe('every format', () => {
  const empty: AuditRun = { ...sampleRun, run: { ...sampleRun.run, complete: false }, agencies: [] };

  it.each(formatIds)('%s renders a sample, a large and an empty run in both languages', async (id) => {
    const large = id === 'letters' ? generatedRun(2) : run;
    for (const each of [sampleRun, large, empty]) {
      for (const lang of ['th', 'en'] as const) {
        const rendered = await render(id, each, {
          lang,
          thaiDigits: lang === 'th',
          history: [generatedRun(40, 14, '2026-05-15')],
        });
        const parts = typeof rendered === 'string' || rendered instanceof Uint8Array ? [rendered] : rendered;
        for (const part of parts) {
          if (typeof part === 'object' && 'path' in part) expect(part.path).toMatch(/^[\w./-]+$/);
        }
      }
    }
  });

  it.each(formatIds.filter((id) => !['xlsx', 'letters', 'letter-template'].includes(id)))(
    '%s gives the same bytes twice',
    async (id) => {
      expect(await render(id, run)).toEqual(await render(id, run));
    },
  );
});

describe('HTML', () => {
  it('shows foreign words as words', async () => {
    const html = await renderText('html', run);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/href="javascript/i);
    // The one script is the page's own; nothing is loaded from anywhere.
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(?:link|img|iframe)\b|@import|url\((?!data:)/);
  });

  it('links evidence to the page of its PDF and to the words of its page', async () => {
    const html = await renderText('html', sampleRun);
    expect(html).toContain('href="https://www.namsai.go.th/files/plan.pdf#page=3"');
  });

  it('tells of one fix for many agencies in the terminal and in Markdown too', async () => {
    const text = await renderText('text', run, { lang: 'en', columns: 80 });
    expect(text).toMatch(/^WordPress \(20\)\n {2}• one fix, \d+ agencies: Criterion \d+ \(agency-/m);
    expect(await renderText('markdown', run, { lang: 'en' })).toMatch(
      /<summary>Websites of one system: WordPress \(20\)<\/summary>\n\n- \*\*one fix, \d+ agencies\*\*: Criterion/,
    );
  });

  it('groups agencies of one system that lack the same thing', async () => {
    const first = sharedFixes(run).find(({ system }) => system === 'WordPress');
    const lacking = run.agencies.filter(
      ({ generator, criteria }) => generator === 'WordPress 6.7' && criteria[0]!.verdict === 'not-met',
    );
    const group = first!.failures.find(({ criterion }) => criterion === 'criterion-1');
    expect(group?.agencies.map(({ id }) => id)).toEqual(lacking.map(({ id }) => id));
    expect(sharedFixes(run).map(({ system }) => system)).toEqual(['Joomla!', 'WordPress']);
    expect(await renderText('html', run)).toContain(`แก้ครั้งเดียว ${first!.failures[0]!.agencies.length} หน่วยงาน`);
  });
});

describe('XLSX', () => {
  it('has its six sheets; a reader finds the matrix, its colours and links', async () => {
    const previous = generatedRun(40, 14, '2026-05-15');
    const book = read(await render('xlsx', run, { lang: 'en', history: [previous] }), {
      type: 'array',
      cellStyles: true,
    });
    expect(book.SheetNames).toEqual([
      'Summary',
      'Results by agency',
      'Findings',
      'Not looked at',
      'Changes',
      'Registry as audited',
    ]);
    const matrix = book.Sheets['Results by agency']!;
    const rows = utils.sheet_to_json<string[]>(matrix, { header: 1 });
    expect(rows).toHaveLength(41);
    expect(rows[0]!.slice(0, 6)).toEqual(['Id', 'Agency', 'Kind', 'Status', 'C1', 'C2']);
    expect(matrix['!autofilter']).toEqual({ ref: 'A1:R41' });
    expect(matrix['B3'].l.Target).toBe('https://www.agency-1.go.th/');
    expect(matrix['E3'].l.Target).toBe("#'Findings'!A16");
    const findings = utils.sheet_to_json<string[]>(book.Sheets['Findings']!, { header: 1 });
    expect(findings).toHaveLength(1 + 40 * 14);
    expect(findings[15]!.slice(0, 1)).toEqual(['agency-1']);
    expect(utils.sheet_to_json(book.Sheets['Changes']!)).toHaveLength(
      cells(run).filter(({ agency, cell }) => {
        const old = previous.agencies.find(({ id }) => id === agency.id)!.criteria.find(({ id }) => id === cell.id)!;
        return old.verdict !== cell.verdict;
      }).length,
    );
  });

  it('is well-formed in all its parts, and prints on one page across', async () => {
    const bytes = (await render('xlsx', run, { lang: 'th' })) as Uint8Array;
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    let fitted = 0;
    for await (const entry of zip.eachEntry()) {
      if (!/\.(?:xml|rels)$/.test(entry.fileName)) continue;
      const xml = Buffer.concat(await (await zip.openReadStreamPromise(entry)).toArray()).toString();
      expect(XMLValidator.validate(xml), entry.fileName).toBe(true);
      if (/<pageSetup (?=.*fitToWidth="1")(?=.*fitToHeight="0")(?=.*orientation="landscape")/.test(xml)) fitted += 1;
    }
    // All but the findings, which have too many columns to be read on paper.
    expect(fitted).toBe(5);
  });

  it('holds no formula and no link but http', async () => {
    const book = read(await render('xlsx', run), { type: 'array', cellFormula: true });
    const all = book.SheetNames.flatMap((name) =>
      Object.entries(book.Sheets[name]!).filter(([address]) => !address.startsWith('!')),
    );
    expect(all.filter(([, { f }]) => f !== undefined)).toEqual([]);
    expect(all.filter(([, { v }]) => typeof v === 'string' && /^[=+@-]/.test(v))).toEqual([]);
    expect(all.filter(([, { l }]) => l && !/^(?:https?:|#')/.test(l.Target))).toEqual([]);
    expect(all.filter(([, { l }]) => l).length).toBeGreaterThan(500);
  });
});

describe('CSV', () => {
  it('opens with a BOM, has a row a cell, and no field that is a formula', async () => {
    const csv = await renderText('csv', run);
    expect(csv.startsWith('\ufeffรหัส,')).toBe(true);
    const rows: string[][] = parseCsv(csv, { bom: true });
    expect(rows).toHaveLength(1 + cells(run).length);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    expect(rows.flat().filter((field) => /^[=+@\t\r]|^-./.test(field))).toEqual([]);
    expect(rows.flat()).toContain(hostile);
  });
});

describe.each(['th', 'en'] as const)('what was not counted and yet reads like it, in %s', (lang) => {
  const quote = '=ป้าย <b>หน้าศาลา</b> & บอร์ด';
  const closest = sampleEvidence({ quote, locator: { page: 7 }, finalUrl: 'https://www.namsai.go.th/board' });
  const told: AuditRun = {
    ...sampleRun,
    agencies: sampleRun.agencies.map((agency) => ({
      ...agency,
      criteria: agency.criteria.map((cell) => (cell.verdict === 'not-met' ? { ...cell, closest } : cell)),
    })),
  };
  const { report } = messagesOf(lang);
  const heading = pageTextsOf(lang).closest;
  const words = `“${quote}” · ${report.page(7)} · https://www.namsai.go.th/board`;
  /** Its column, and what stands in it by criterion and verdict. */
  const filled = (rows: readonly (readonly unknown[])[]) => {
    const [column, verdict] = [rows[0]!.indexOf(heading), rows[0]!.indexOf('verdict')];
    expect(column).toBeGreaterThan(0);
    return rows.slice(1).flatMap((row) => ((row[column] ?? '') === '' ? [] : [[row[verdict], row[column]]]));
  };

  it('stands in HTML as words, with its address, and only where there is such', async () => {
    const html = await renderText('html', told, { lang });
    const [before, after, ...more] = html.split('<div class="closest">');
    expect(more).toEqual([]);
    // Of the one cell that is not met.
    expect(before!.slice(before!.lastIndexOf('<article'))).toMatch(/^<article class="cell not-met" /);
    const block = after!.slice(0, after!.indexOf('</div>'));
    expect(block).toContain(`<b>${report.closest}</b>`);
    expect(block).toContain('=ป้าย &lt;b&gt;หน้าศาลา&lt;/b&gt; &amp; บอร์ด');
    expect(block).toContain('href="https://www.namsai.go.th/board');
    expect(html).not.toContain('<b>หน้าศาลา');
    expect(await renderText('html', sampleRun, { lang })).not.toContain('class="closest"');
  });

  it('has a column in CSV and in the workbook, empty elsewhere', async () => {
    const csv = async (of: AuditRun): Promise<string[][]> =>
      parseCsv(await renderText('csv', of, { lang }), { bom: true });
    expect(filled(await csv(told))).toEqual([['not-met', words]]);
    expect(filled(await csv(sampleRun))).toEqual([]);
    const sheet = async (of: AuditRun) => {
      const book = read(await render('xlsx', of, { lang }), { type: 'array' });
      return utils.sheet_to_json<unknown[]>(book.Sheets[pageTextsOf(lang).findings]!, { header: 1 });
    };
    expect(filled(await sheet(told))).toEqual([['not-met', words]]);
    expect(filled(await sheet(sampleRun))).toEqual([]);
  });
});

describe('JUnit', () => {
  /** Elements and attributes of the JUnit schema as Jenkins and GitLab read it; nothing else may appear. */
  const allowed: Readonly<Record<string, readonly string[]>> = {
    testsuites: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'],
    testsuite: ['name', 'timestamp', 'hostname', 'time', 'tests', 'failures', 'errors', 'skipped'],
    testcase: ['name', 'classname', 'time'],
    failure: ['message', 'type'],
    error: ['message', 'type'],
    skipped: ['message'],
  };
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => /^test(suite|case)$/.test(name),
  });

  it('is well formed, of the schema, and its numbers are those of its cases', async () => {
    const xml = await renderText('junit', run);
    expect(XMLValidator.validate(xml)).toBe(true);
    const walk = (name: string, node: unknown): void => {
      if (Array.isArray(node)) {
        for (const each of node) walk(name, each);
        return;
      }
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key.startsWith('@')) expect(allowed[name], name).toContain(key.slice(1));
        else if (key !== '#text') {
          expect(Object.keys(allowed)).toContain(key);
          walk(key, value);
        }
      }
    };
    const { testsuites } = parser.parse(xml);
    walk('testsuites', testsuites);
    const count = (verdict: string, level: string) =>
      cells(run).filter(({ cell }) => cell.verdict === verdict && cell.level === level).length;
    expect(testsuites.testsuite).toHaveLength(40);
    expect(Number(testsuites['@tests'])).toBe(40 * 14);
    expect(Number(testsuites['@failures'])).toBe(count('not-met', 'required'));
    const errors = cells(run).filter(({ cell }) => cell.reason === 'tool-error').length;
    expect(errors).toBeGreaterThan(0);
    expect(Number(testsuites['@errors'])).toBe(errors);
    const [suite] = testsuites.testsuite;
    expect(suite.testcase.filter((each: object) => 'failure' in each)).toHaveLength(Number(suite['@failures']));
    expect(suite.testcase.filter((each: object) => 'skipped' in each)).toHaveLength(Number(suite['@skipped']));
  });

  it('with a baseline fails for new failures only', async () => {
    const xml = await renderText('junit', run, { baseline: run });
    expect(xml).toContain('failures="0"');
    const older = generatedRun(40, 14, '2026-05-15');
    const { testsuites } = parser.parse(await renderText('junit', run, { baseline: older }));
    const fresh = newFailuresOnly(run, older);
    expect(Number(testsuites['@failures'])).toBe(
      cells(fresh).filter(({ cell }) => cell.verdict === 'not-met' && cell.level === 'required').length,
    );
  });
});

describe('SARIF', () => {
  // The standard's own schema, written in draft 04: its identifier has another name there, what it says is the same.
  const { $schema: _, id: __, ...schema } = sarifSchema;
  const check = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
    schema,
  );
  const uri = /^https?:\/\/[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]+$/;

  it('has a schema that finds mistakes', async () => {
    const log = JSON.parse(await renderText('sarif', run));
    log.runs[0].results[0].levle = 'error';
    delete log.runs[0].tool.driver.name;
    expect(check(log)).toBe(false);
    expect(check.errors).toHaveLength(2);
  });

  it.each([sampleRun, run])('is of the standard', async (each) => {
    const thai = structuredClone(each);
    thai.agencies[0]!.url = 'https://www.x.go.th/แผน ปี|2569';
    for (const baseline of [undefined, generatedRun(40, 14, '2026-05-15')]) {
      const log = JSON.parse(await renderText('sarif', thai, baseline ? { baseline } : {}));
      check(log);
      expect(check.errors ?? []).toEqual([]);
      const { results, tool } = log.runs[0];
      for (const { ruleId, ruleIndex, locations } of results) {
        expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
        for (const { physicalLocation } of locations) {
          if (physicalLocation) expect(physicalLocation.artifactLocation.uri).toMatch(uri);
        }
      }
      expect(results).toHaveLength(
        cells(thai).filter(({ cell }) => ['not-met', 'review', 'unknown'].includes(cell.verdict)).length,
      );
    }
  });
});

describe('Markdown and badges', () => {
  it('the table has a row an agency, and no markup of foreign make', async () => {
    const markdown = await renderText('markdown', run);
    const table = markdown.split('\n').filter((line) => line.startsWith('| ') && line.split(' | ').length === 16);
    expect(table).toHaveLength(2 + 40);
    expect(markdown).not.toContain('<script');
  });

  it('a badge is an SVG that says what the status is', async () => {
    const files = (await render('badges', run, { lang: 'en' })) as readonly ReportFile[];
    expect(files).toHaveLength(40);
    const [first] = files;
    expect(first!.path).toBe('badges/agency-0.svg');
    for (const { body } of files) expect(XMLValidator.validate(String(body))).toBe(true);
    expect(first!.body).toMatch(
      /aria-label="[^"]+: action plan (?:non-compliant|compliant|undetermined) \d+\/\d+, 15 June 2026"/,
    );
  });
});

describe('Thai digits', () => {
  it('stand in dates and counts, not in names of files', () => {
    const messages = withThaiDigits(th);
    expect(messages.date('2026-06-15')).toBe('๑๕ มิถุนายน ๒๕๖๙');
    expect(messages.report.totals(12, 3, 4, 5)).toContain('๑๒ หน่วยงาน');
    expect(messages.progress.wrote('run-1.json')).toContain('run-1.json');
    expect(messages.language).toBe('th');
  });
});
