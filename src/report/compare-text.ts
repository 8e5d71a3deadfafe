// The comparison of two runs for a terminal or a text file. Pure.

import { historyTexts } from './catalogue/history-texts.ts';
import type { Language } from './catalogue/messages.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import type { CellChange, CellState, Comparison } from './compare.ts';
import { changeCauses } from './compare.ts';
import { cleanText, cutText, wrapText } from './fit-text.ts';
import type { RunCriterion } from './run-criteria.ts';
import { verdictMarks } from './verdict-marks.ts';

const directionSigns = { better: '▲', worse: '▼', neutral: '•' } as const;
const quoteWidth = 160;

/** Ends with a line break. Agencies in the order of the new run, each with its changed cells. `criteria`: names for their ids. */
export function compareText(
  comparison: Comparison,
  lang: Language,
  columns: number,
  criteria: readonly RunCriterion[] = [],
): string {
  const words = historyTexts(lang);
  const { date } = messagesOf(lang);
  const { before, after, changes, added, removed, totals } = comparison;
  const name = (run: Comparison['before']) => `${run.id} (${date(run.asOf)})`;
  const lines = [words.compared(name(before), name(after))];
  for (const pack of after.packs) {
    const old = before.packs.find((entry) => entry.name === pack.name);
    if (old !== undefined && old.sha256 !== pack.sha256) {
      const version = (entry: typeof pack) => `${entry.version} (${entry.sha256.slice(0, 8)})`;
      lines.push(words.packChanged(pack.name, version(old), version(pack)));
    }
  }
  if (before.version !== after.version) lines.push(words.programChanged(before.version, after.version));
  lines.push('');
  const names = new Map(criteria.map(({ id, code, title }) => [id, `${code} ${cleanText(title[lang])}`]));
  let agency = '';
  for (const change of changes) {
    if (change.agency !== agency) lines.push(`${cleanText(change.name)} (${change.agency})`);
    agency = change.agency;
    lines.push(...changeLines(change, names.get(change.criterion) ?? change.criterion, lang, columns));
  }
  if (changes.length > 0) lines.push('');
  for (const [label, agencies] of [
    [words.added, added],
    [words.removed, removed],
  ] as const) {
    if (agencies.length > 0) {
      lines.push(
        ...wrapText(`${label}: ${agencies.map((entry) => `${entry.name} (${entry.id})`).join(', ')}`, columns),
      );
    }
  }
  if (changes.length === 0) lines.push(words.noChange(totals.unchanged));
  else {
    lines.push(words.totals(totals.better, totals.worse, totals.neutral, totals.unchanged));
    const causes = changeCauses.filter((cause) => totals.causes[cause] > 0);
    lines.push(
      `${words.causes}: ${causes.map((cause) => `${words.cause[cause]} ${totals.causes[cause]}`).join(' · ')}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function changeLines(change: CellChange, name: string, lang: Language, columns: number): string[] {
  const words = historyTexts(lang);
  const { verdict, reason } = messagesOf(lang);
  const shown = (state: CellState) => `${verdictMarks[state.verdict].sign} ${verdict[state.verdict]}`;
  const head = `${directionSigns[change.direction]} ${name}: ${shown(change.before)} → ${shown(change.after)} · ${words.cause[change.cause]}`;
  const [start = '', ...more] = wrapText(head, Math.max(20, columns - 4));
  const lines = [`  ${start}`, ...more.map((line) => `    ${line}`)];
  const { page, fields } = change;
  if (fields !== undefined && fields.length > 0) lines.push(`    ${words.fields}: ${fields.join(', ')}`);
  if (page !== undefined) {
    const failure = page.failure === undefined ? '' : ` (${gapText(page.failure, lang)})`;
    lines.push(`    ${words.page[page.change]}${failure}: ${page.url}`);
  }
  for (const [label, state] of [
    [words.before, change.before],
    [words.after, change.after],
  ] as const) {
    const quote =
      state.quote === undefined || state.quote === '' ? '' : ` – “${cutText(cleanText(state.quote), quoteWidth)}”`;
    const by = state.reviewedBy === undefined ? '' : ` (${words.decidedBy(state.reviewedBy)})`;
    const text = `${label}: ${reason[state.reason]}${by}${quote}`;
    const [first = '', ...rest] = wrapText(text, Math.max(20, columns - 6));
    lines.push(`    ${first}`, ...rest.map((line) => `      ${line}`));
  }
  return lines;
}

function gapText(code: string, lang: Language): string {
  const gaps: Readonly<Record<string, string>> = messagesOf(lang).gap;
  return gaps[code] ?? code;
}
