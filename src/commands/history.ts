// planaudit history: the stored runs, what they take up, and how verdicts develop over them.
import { commandSettings } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { Verdict } from '../model/result.ts';
import { historyTexts } from '../report/catalogue/history-texts.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { cutText, padText, textWidth } from '../report/fit-text.ts';
import { createTrend, type TrendCell, type TrendLine } from '../report/trends.ts';
import { verdictMarks } from '../report/verdict-marks.ts';
import type { StoredRun, StoreUsage } from '../store/store.ts';
import { byteSize, withStore } from './open-stored.ts';
import { showText } from './show-text.ts';
import type { Terminal } from './terminal.ts';

/** Runs whose columns fit a page. */
const shownRuns = 12;

export async function historyCommand(
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { json, agency, ...rest } = flags;
  const { settings } = await commandSettings(rest, terminal.env);
  return withStore(settings, terminal, async (store) => {
    const [runs, usage] = await Promise.all([store.runs(), store.usage()]);
    const chosen = agency === undefined ? [] : await store.cells({ agencyId: String(agency) });
    if (agency !== undefined && chosen.length === 0) {
      throw new UserError('agency-unknown', `No stored run holds the agency ${String(agency)}.`, {
        th: { message: `ไม่มีการตรวจที่เก็บไว้ของหน่วยงาน ${String(agency)}` },
      });
    }
    const ids = runs.map(({ id }) => id);
    const criteria = createTrend(({ criterionId }) => criterionId);
    const kinds = createTrend(({ level, kind }) => (level === 'required' ? kind : undefined));
    const agencies = createTrend(({ level, agencyId }) => (level === 'required' ? agencyId : undefined));
    const counts = new Map<string, StatusCounts>();
    // Run by run: two years of a whole country do not fit into memory at once.
    for (const { id } of runs) {
      const cells = await store.cells({ runId: id });
      counts.set(id, statusCounts(cells));
      const shown = agency === undefined ? cells : cells.filter(({ agencyId }) => agencyId === agency);
      for (const trend of [criteria, kinds, agencies]) trend.add(shown);
    }
    const trends = { criteria: criteria.lines(ids), kinds: kinds.lines(ids), agencies: agencies.lines(ids) };
    if (json === true) {
      const rows = runs.map(({ reviews, identity, selection, ...run }) => ({
        ...run,
        agencies: selection.length,
        ...counts.get(run.id)!,
      }));
      const value = { schema: 'planaudit.history/1', runs: rows, trends, usage };
      terminal.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
      return exitStatus.ok;
    }
    const words = historyTexts(settings.lang);
    const lines = runs.length === 0 ? [words.noRuns] : runTable(runs, counts, usage, settings.lang);
    const recent = runs.slice(-shownRuns);
    const heads = recent.map(({ asOf }) => shortDate(asOf, settings.lang));
    const last = runs.at(-1);
    const packs = last === undefined ? [] : await store.packs(last.id);
    const titles = new Map(
      packs.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title[settings.lang]])),
    );
    if (agency !== undefined) {
      lines.push('', words.ofAgency(String(agency)), ...agencyTable(chosen, recent, heads));
    } else if (runs.length > 0) {
      const from = runs.length - recent.length;
      lines.push(
        '',
        words.byCriterion,
        ...trendTable(
          trends.criteria.map((line) => ({ ...line, id: titles.get(line.id) ?? line.id })),
          heads,
          from,
        ),
      );
      const { kind } = messagesOf(settings.lang);
      const kinds = trends.kinds.map((line) => ({ ...line, id: kind[line.id as keyof typeof kind] ?? line.id }));
      lines.push('', words.byKind, ...trendTable(kinds, heads, from));
    }
    lines.push('', words.disk(byteSize(usage.totalBytes), usage.bodies.count, byteSize(usage.bodies.bytes)));
    await showText(`${lines.join('\n')}\n`, settings.pager, terminal);
    return exitStatus.ok;
  });
}

type StatusCounts = Readonly<Record<'compliant' | 'nonCompliant' | 'undetermined', number>>;

/** Day and month and the year's last two digits, of the era that the language counts by: 15/06/69, 26-06-15. */
function shortDate(iso: string, lang: 'th' | 'en'): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const two = (value: number) => String(value % 100).padStart(2, '0');
  return lang === 'th' ? `${two(day)}/${two(month)}/${two(year + 543)}` : iso.slice(2);
}

/** An agency's status by its stored cells, as the audit counts it. */
function statusCounts(cells: readonly TrendCell[]): StatusCounts {
  const byAgency = new Map<string, Set<string>>();
  for (const cell of cells) {
    if (cell.level !== 'required') continue;
    const seen = byAgency.get(cell.agencyId) ?? new Set();
    byAgency.set(cell.agencyId, seen.add(cell.verdict));
  }
  const counts = { compliant: 0, nonCompliant: 0, undetermined: 0 };
  for (const seen of byAgency.values()) {
    if ([...seen].every((verdict) => verdict === 'met' || verdict === 'not-applicable')) counts.compliant += 1;
    else if (seen.has('not-met')) counts.nonCompliant += 1;
    else counts.undetermined += 1;
  }
  return counts;
}

function runTable(
  runs: readonly StoredRun[],
  counted: ReadonlyMap<string, StatusCounts>,
  usage: StoreUsage,
  lang: 'th' | 'en',
): string[] {
  const words = historyTexts(lang);
  const { columns } = words;
  let pruned = false;
  const rows = runs.map((run) => {
    const counts = counted.get(run.id)!;
    const used = usage.runs.find(({ runId }) => runId === run.id);
    const gone = used !== undefined && used.agencies > 0 && !used.replayable;
    pruned ||= gone;
    return [
      `${run.id}${gone ? ' *' : ''}`,
      lang === 'th' ? shortDate(run.asOf, lang) : run.asOf,
      `${used?.agencies ?? 0}/${run.selection.length}`,
      String(counts.compliant),
      String(counts.nonCompliant),
      String(counts.undetermined),
      byteSize(used?.newBodyBytes ?? 0),
      words.state[run.state],
    ];
  });
  const head = [
    columns.run,
    columns.asOf,
    columns.agencies,
    columns.compliant,
    columns.nonCompliant,
    columns.undetermined,
    columns.disk,
    columns.state,
  ];
  return [...table([head, ...rows]), ...(pruned ? [words.replayable] : [])];
}

function trendTable(trend: readonly TrendLine[], heads: readonly string[], from: number): string[] {
  const rows = trend.map(({ id, percent }) => [
    cutText(id, 36),
    ...percent.slice(from).map((value) => (value === null ? '–' : String(value))),
  ]);
  return table([['', ...heads], ...rows]);
}

function agencyTable(cells: readonly TrendCell[], runs: readonly StoredRun[], heads: readonly string[]): string[] {
  const criteria = [...new Set(cells.map(({ criterionId }) => criterionId))];
  const rows = criteria.map((criterion) => [
    criterion,
    ...runs.map(({ id }) => {
      const cell = cells.find((entry) => entry.runId === id && entry.criterionId === criterion);
      return cell === undefined ? ' ' : verdictMarks[cell.verdict as Verdict].sign;
    }),
  ]);
  return table([['', ...heads], ...rows]);
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => textWidth(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => padText(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
