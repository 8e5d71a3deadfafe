// The report as a workbook: summary, matrix, findings, what could not be looked at, changes, registry. Pure but for the
// date that the ZIP format puts on its entries.
import writeExcelFile, { type CellObject, type Sheet } from 'write-excel-file/universal';
import type { AuditRun, Verdict } from '../model/result.ts';
import { verdicts } from '../model/result.ts';
import type { Messages } from './catalogue/messages.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import { type PageTexts, pageTextsOf } from './catalogue/page-texts.ts';
import { withThaiDigits } from './catalogue/thai-digits.ts';
import { changedCells, trendPoints } from './changed-cells.ts';
import { harmlessText } from './csv-text.ts';
import { addressColumn, findingColumns, findingRows, verdictColumn } from './finding-rows.ts';
import { cleanText } from './fit-text.ts';
import type { RenderOptions } from './formats.ts';
import { reviewedLegend, reviewedMark, reviewedSign } from './review-note.ts';
import { packNames, registryName, runCriteria } from './run-criteria.ts';
import { codeText } from './text-findings.ts';
import { statusMarks, verdictMarks } from './verdict-marks.ts';
import { cellName, linkFeature, type SheetLinks } from './xlsx-links.ts';

interface Built {
  readonly sheet: Sheet<Blob>;
  readonly links: SheetLinks;
}

type Value = string | number | null;
type Cell = CellObject | null;

const colours: Readonly<Record<Verdict, Pick<CellObject, 'backgroundColor' | 'textColor'>>> = {
  met: { backgroundColor: '#d8f0dc', textColor: '#0b5a24' },
  'not-met': { backgroundColor: '#fbdad7', textColor: '#8f1a12' },
  review: { backgroundColor: '#fdebc2', textColor: '#634200' },
  unknown: { backgroundColor: '#e6e0f2', textColor: '#46317a' },
  'not-applicable': { backgroundColor: '#eceef0', textColor: '#4f565e' },
};
const statusColours = { compliant: 'met', 'non-compliant': 'not-met', undetermined: 'unknown' } as const;
const linkColour = { textColor: '#0b57a4' } as const;
/** Characters across that can still be read when printed on one page. */
const widestPrint = 240;
/** Excel takes no more characters in a cell. */
const longestCell = 32_000;

/** `options.history`: the newest earlier run is what changes are told against. */
export async function renderXlsx(
  run: AuditRun,
  { lang, history = [], thaiDigits }: Pick<RenderOptions, 'lang' | 'history' | 'thaiDigits'>,
): Promise<Uint8Array> {
  const messages = thaiDigits ? withThaiDigits(messagesOf(lang)) : messagesOf(lang);
  const texts = pageTextsOf(lang);
  const built = [
    summarySheet(run, messages, texts),
    matrixSheet(run, messages, texts),
    findingsSheet(run, messages, texts),
    failuresSheet(run, messages, texts),
    changesSheet(run, trendPoints(history).at(-1)?.run, messages, texts),
    registrySheet(run, messages, texts),
  ];
  const book = writeExcelFile(
    built.map(({ sheet }) => sheet),
    { fontFamily: 'Tahoma', fontSize: 10, features: [linkFeature(built.map(({ links }) => links))] },
  );
  const blob = await book.toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** A cell of text or number; text that begins like a formula is made harmless. */
function cell(value: Value, style: Omit<CellObject, 'value' | 'type'> = {}): Cell {
  if (value === null || value === '') return Object.keys(style).length > 0 ? { ...style } : null;
  if (typeof value === 'number') return { value, type: Number, ...style };
  return { value: harmlessText(cleanText(value)).slice(0, longestCell), type: String, ...style };
}

const headStyle = { fontWeight: 'bold', backgroundColor: '#eceef0', wrap: true, alignVertical: 'top' } as const;

/** A sheet that is a list: headings frozen, a filter over all columns. */
function listSheet(
  name: string,
  columns: readonly (readonly [heading: string, width: number])[],
  rows: readonly (readonly Cell[])[],
  links: ReadonlyMap<string, string> = new Map(),
  frozenColumns = 0,
): Built {
  const last = cellName(rows.length, columns.length - 1);
  const width = columns.reduce((sum, [, each]) => sum + each, 0);
  return {
    sheet: {
      sheet: name.slice(0, 31),
      data: [columns.map(([heading]) => cell(heading, headStyle)), ...rows.map((row) => [...row])],
      columns: columns.map(([, width]) => ({ width })),
      stickyRowsCount: 1,
      ...(width <= widestPrint ? { orientation: 'landscape' as const } : {}),
      ...(frozenColumns > 0 ? { stickyColumnsCount: frozenColumns } : {}),
    },
    links: { filter: `A1:${last}`, links },
  };
}

function summarySheet(run: AuditRun, messages: Messages, texts: PageTexts): Built {
  const { report, date, year, instant, status, verdict, language } = messages;
  const { summary, run: facts } = run;
  const decided = reviewedLegend(run, messages);
  const pair = (name: string, value: Value): Cell[] => [cell(name, { fontWeight: 'bold' }), cell(value)];
  const packs = packNames(run, messages);
  const data: Cell[][] = [
    [cell(report.title, { fontWeight: 'bold', fontSize: 14, height: 24 })],
    pair(texts.auditDate, date(facts.asOf)),
    pair(texts.fiscalYear, year(facts.fiscalYear)),
    pair(texts.pack, packs),
    pair(texts.registryFile, registryName(run)),
    pair(texts.finished, instant(facts.finishedAt)),
    ...(facts.complete
      ? []
      : [[cell(report.incomplete(run.agencies.length, facts.registry.agencies), colours.review)]]),
    [],
    pair(texts.total, summary.agencies),
    pair(status.compliant, summary.compliant),
    pair(status['non-compliant'], summary.nonCompliant),
    pair(status.undetermined, summary.undetermined),
    ...(decided === undefined ? [] : [pair(reviewedSign, decided)]),
    [],
    [texts.code, texts.criterion, ...verdicts.map((id) => verdict[id])].map((heading) => cell(heading, headStyle)),
    ...runCriteria(run).map(({ id, code, title }) => [
      cell(code, { fontWeight: 'bold' }),
      cell(title[language]),
      ...verdicts.map((each) => cell(summary.criteria[id]?.[each] ?? 0, colours[each])),
    ]),
  ];
  return {
    sheet: {
      sheet: texts.summary,
      data,
      columns: [{ width: 26 }, { width: 44 }, ...verdicts.map(() => ({ width: 14 }))],
      orientation: 'landscape',
    },
    links: { links: new Map() },
  };
}

function matrixSheet(run: AuditRun, messages: Messages, texts: PageTexts): Built {
  const criteria = runCriteria(run);
  const links = new Map<string, string>();
  // Where each cell stands in the sheet of findings, whose rows are in this order.
  const rowOf = new Map<string, number>();
  for (const agency of run.agencies) {
    const there = new Set(agency.criteria.map(({ id }) => id));
    for (const { id } of criteria) if (there.has(id)) rowOf.set(`${agency.id} ${id}`, rowOf.size + 2);
  }
  const rows = run.agencies.map((agency, index): Cell[] => {
    const row = index + 1;
    if (agency.url !== null) links.set(cellName(row, 1), agency.url);
    const marks = criteria.map(({ id }, column) => {
      const found = agency.criteria.find((each) => each.id === id);
      if (found === undefined) return null;
      // A mark leads to its row among the findings; that row leads on to the source.
      links.set(cellName(row, column + 4), `#'${texts.findings.slice(0, 31)}'!A${rowOf.get(`${agency.id} ${id}`)}`);
      return cell(reviewedMark(found.verdict === 'not-applicable' ? '–' : verdictMarks[found.verdict].sign, found), {
        ...colours[found.verdict],
        align: 'center',
        fontWeight: 'bold',
      });
    });
    return [
      cell(agency.id),
      cell(agency.name, agency.url === null ? {} : linkColour),
      cell(messages.kind[agency.kind]),
      cell(
        `${statusMarks[agency.status].sign} ${messages.status[agency.status]}`,
        colours[statusColours[agency.status]],
      ),
      ...marks,
    ];
  });
  const columns = [
    [texts.id, 14],
    [texts.name, 40],
    [texts.kind, 24],
    [texts.status, 16],
    ...criteria.map(({ code }) => [code, 6] as const),
  ] as const;
  return listSheet(texts.matrix, columns, rows, links, 2);
}

function findingsSheet(run: AuditRun, messages: Messages, texts: PageTexts): Built {
  const links = new Map<string, string>();
  const rows = findingRows(run, messages).map(({ values, cell: found, link }, index) => {
    if (link !== undefined) links.set(cellName(index + 1, addressColumn), link);
    return values.map((value, column) => {
      if (column === verdictColumn) return cell(value, { ...colours[found.verdict], fontWeight: 'bold' });
      return cell(value, column === addressColumn && link !== undefined ? linkColour : {});
    });
  });
  const columns = findingColumns.map(([heading, width]) => [heading(texts), width] as const);
  return listSheet(texts.findings, columns, rows, links, 2);
}

function failuresSheet(run: AuditRun, messages: Messages, texts: PageTexts): Built {
  const links = new Map<string, string>();
  const rows = run.agencies
    .flatMap((agency) => agency.coverage.gaps.map((gap) => ({ agency, gap })))
    .map(({ agency, gap }, index) => {
      links.set(cellName(index + 1, 4), gap.url);
      return [agency.id, agency.name, codeText(messages, gap.code), gap.label, gap.url, gap.detail, gap.code].map(
        (value) => cell(value),
      );
    });
  const columns = [
    [texts.id, 14],
    [texts.name, 36],
    [texts.cause, 34],
    [texts.label, 36],
    [texts.address, 50],
    [texts.detail, 44],
    ['code', 20],
  ] as const;
  return listSheet(texts.failures, columns, rows, links);
}

function changesSheet(run: AuditRun, previous: AuditRun | undefined, messages: Messages, texts: PageTexts): Built {
  const titles = new Map(runCriteria(run).map(({ id, title }) => [id, title[messages.language]]));
  const changes = previous === undefined ? [] : changedCells(run, previous);
  const rows = changes.map(({ agency, criterion, before }) => [
    cell(agency.id),
    cell(agency.name),
    cell(titles.get(criterion.id) ?? criterion.id),
    before ? cell(messages.verdict[before.verdict], colours[before.verdict]) : null,
    cell(messages.verdict[criterion.verdict], colours[criterion.verdict]),
    cell(messages.reason[criterion.reason]),
  ]);
  const none = [[cell(previous === undefined ? texts.noPrevious : texts.noChanges)]];
  const head = (name: string, from: AuditRun) => `${name} (${messages.date(from.run.asOf)})`;
  const columns = [
    [texts.id, 14],
    [texts.name, 36],
    [texts.criterion, 40],
    [previous === undefined ? texts.before : head(texts.before, previous), 26],
    [head(texts.now, run), 26],
    [texts.reason, 44],
  ] as const;
  return listSheet(texts.changes, columns, rows.length > 0 ? rows : none);
}

function registrySheet(run: AuditRun, messages: Messages, texts: PageTexts): Built {
  const links = new Map<string, string>();
  const rows = run.agencies.map((agency, index) => {
    if (agency.url !== null) links.set(cellName(index + 1, 4), agency.url);
    const { requests, pages, documents } = agency.coverage;
    const values = [
      agency.id,
      agency.name,
      messages.kind[agency.kind],
      agency.province ?? '',
      agency.url ?? '',
      agency.tags.join(', '),
      requests,
      pages,
      documents,
      messages.stopped[agency.coverage.stopped],
      agency.generator ?? '',
    ];
    return values.map((value) => cell(value));
  });
  const columns = [
    [texts.id, 14],
    [texts.name, 40],
    [texts.kind, 24],
    [texts.province, 14],
    [texts.website, 36],
    [texts.tags, 18],
    [texts.requests, 9],
    [texts.pages, 9],
    [texts.documents, 9],
    [texts.lookedAt, 36],
    [texts.vendor, 22],
  ] as const;
  return listSheet(texts.registry, columns, rows, links);
}
