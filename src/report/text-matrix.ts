// The matrix agencies × criteria, its legend and the summary by criterion, for a terminal. Fits the columns it is given
// (80 with the usual codes). Pure.
import type { ChalkInstance } from 'chalk';
import { type AuditRun, type Verdict, verdicts } from '../model/result.ts';
import type { Messages } from './catalogue/messages.ts';
import { cleanText, cutText, padText, textWidth } from './fit-text.ts';
import { reviewedLegend, reviewedMark, reviewedSign } from './review-note.ts';
import { criterionNotes, type RunCriterion, verdictCounts } from './run-criteria.ts';
import { statusMarks, verdictMarks } from './verdict-marks.ts';

/** What the parts of the text report share. */
export interface TextContext {
  readonly run: AuditRun;
  readonly criteria: readonly RunCriterion[];
  readonly messages: Messages;
  readonly chalk: ChalkInstance;
  /** Columns of the terminal. */
  readonly columns: number;
}

const shortestName = 16;
const longestName = 60;
const shortestSite = 14;
const longestSite = 40;

/** Host and path without what every address has. */
function siteName(url: string | null): string {
  return cleanText(url ?? '')
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
}

export function matrixLines({ run, criteria, messages, chalk, columns }: TextContext): string[] {
  const cellWidth = Math.max(1, ...criteria.map(({ code }) => textWidth(code))) + 1;
  const names = run.agencies.map((agency) => cleanText(agency.name));
  const room = columns - 2 - criteria.length * cellWidth;
  const widest = Math.max(textWidth(messages.report.agency), ...names.map(textWidth));
  const nameWidth = Math.max(shortestName, Math.min(room, widest, longestName));
  const last = criteria.length - 1;
  const head = criteria.map(({ code, level }, index) => {
    const cell = index === last ? code : padText(code, cellWidth);
    return level === 'advisory' ? chalk.dim(cell) : chalk.bold(cell);
  });
  // What a wider terminal has room for: the required criteria met, and the website.
  const shares = run.agencies.map(({ criteria: judged }) => {
    const required = judged.filter(({ level, verdict }) => level === 'required' && verdict !== 'not-applicable');
    return `${verdictCounts(required).met}/${required.length}`;
  });
  const shareWidth = Math.max(textWidth(messages.verdict.met), ...shares.map(textWidth));
  const spare = columns - 2 - nameWidth - 1 - criteria.length * cellWidth + (cellWidth - 1);
  const withShare = criteria.length > 0 && spare >= shareWidth + 2;
  const siteWidth = Math.min(longestSite, spare - shareWidth - 4);
  const more = (share: string, site: string) => {
    if (!withShare) return '';
    const beside = `  ${' '.repeat(shareWidth - textWidth(share))}${share}`;
    return siteWidth < shortestSite || site === '' ? beside : `${beside}  ${cutText(site, siteWidth)}`;
  };
  const headMore = more(messages.verdict.met, messages.report.website);
  const lines = [
    `  ${chalk.bold(padText(messages.report.agency, nameWidth))} ${head.join('')}${chalk.bold(headMore)}`.trimEnd(),
  ];
  run.agencies.forEach((agency, index) => {
    const status = statusMarks[agency.status];
    const cellOf = new Map(agency.criteria.map((cell) => [cell.id, cell]));
    const cells = criteria.map(({ id }, column) => {
      const cell = cellOf.get(id);
      const mark = cell && verdictMarks[cell.verdict];
      const sign = mark === undefined || cell === undefined ? ' ' : reviewedMark(mark.sign, cell);
      // The code above the last column is as wide as any.
      const width = column === last ? (withShare ? textWidth(criteria[column]!.code) : 0) : cellWidth;
      const padding = ' '.repeat(Math.max(0, width - textWidth(sign)));
      return (mark ? mark.colour(chalk)(sign) : sign) + padding;
    });
    const name = padText(names[index]!, nameWidth);
    const rest = more(shares[index]!, siteName(agency.url));
    lines.push(`${status.colour(chalk)(status.sign)} ${name} ${cells.join('')}${chalk.dim(rest)}`.trimEnd());
  });
  return lines;
}

export function legendLines({ run, criteria, messages, chalk, columns }: TextContext): string[] {
  const decided = reviewedLegend(run, messages);
  const marks = [
    ...verdicts.map(
      (verdict) => `${verdictMarks[verdict].colour(chalk)(verdictMarks[verdict].sign)} ${messages.verdict[verdict]}`,
    ),
    ...(decided === undefined ? [] : [`${reviewedSign} ${decided}`]),
  ];
  const codeWidth = Math.max(1, ...criteria.map(({ code }) => textWidth(code)));
  const rows = criteria.map((criterion) => {
    const { code, id, title } = criterion;
    const note = criterionNotes(messages, criterion);
    const text = `${title[messages.language]}${note === '' ? '' : ` (${note})`}`;
    const rest = cutText(cleanText(text), columns - codeWidth - 26);
    return `  ${chalk.bold(padText(code, codeWidth))} ${padText(id, 21)} ${rest}`;
  });
  return [...markLines(messages.report.legend, marks, columns), ...rows];
}

/** `Legend: mark  mark …`, going on in a further line where the columns do not suffice. */
function markLines(name: string, marks: readonly string[], columns: number): string[] {
  const lines = [`${name}:`];
  for (const mark of marks) {
    const longer = `${lines.at(-1)} ${mark}${mark === marks.at(-1) ? '' : ' '}`;
    if (textWidth(longer.trimEnd()) <= columns) lines[lines.length - 1] = longer;
    else lines.push(`${' '.repeat(textWidth(name) + 1)} ${mark} `);
  }
  return lines.map((line) => line.trimEnd());
}

/** One bar a criterion: the shares of each verdict in that order, and their counts. */
export function criterionBars({ run, criteria, messages, chalk, columns }: TextContext): string[] {
  const counts = criteria.map(({ id }) =>
    verdictCounts(run.agencies.flatMap((agency) => agency.criteria.filter((criterion) => criterion.id === id))),
  );
  const digits = String(run.agencies.length).length;
  const shown = verdicts.filter(
    (verdict) => verdict !== 'not-applicable' || counts.some((count) => count['not-applicable'] > 0),
  );
  const countsWidth = shown.length * (digits + 3) - 1;
  const codeWidth = Math.max(1, ...criteria.map(({ code }) => textWidth(code)));
  const room = columns - countsWidth - codeWidth - 3;
  const titles = criteria.map(({ title }) => cleanText(title[messages.language]));
  const widest = Math.max(8, ...titles.map(textWidth));
  // Half for the titles at least, and no more than they need; the bars take what is left, up to a readable length.
  const titleWidth = Math.min(widest, Math.max(24, room - 40));
  const barWidth = Math.max(8, Math.min(60, room - titleWidth));
  return criteria.map(({ code }, index) => {
    const count = counts[index]!;
    const numbers = shown.map((verdict) => {
      const text = `${verdictMarks[verdict].sign}${String(count[verdict]).padStart(digits + 1)}`;
      return count[verdict] === 0 ? chalk.dim(text) : verdictMarks[verdict].colour(chalk)(text);
    });
    const name = padText(titles[index]!, titleWidth);
    return `${chalk.bold(padText(code, codeWidth))} ${name} ${bar(count, barWidth, chalk)} ${numbers.join(' ')}`.trimEnd();
  });
}

/** Cells shared out by largest remainder, so that they always add up; a verdict that occurs gets at least one. */
function bar(counts: Readonly<Record<Verdict, number>>, width: number, chalk: ChalkInstance): string {
  const total = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  if (total === 0) return ' '.repeat(width);
  const exact = verdicts.map((verdict) => (counts[verdict] * width) / total);
  const cells = exact.map((share) => (share > 0 ? Math.max(1, Math.floor(share)) : 0));
  const byNeed = verdicts.map((_, index) => index).sort((a, b) => exact[b]! - cells[b]! - (exact[a]! - cells[a]!));
  let left = width - cells.reduce((sum, cell) => sum + cell, 0);
  for (let turn = 0; left > 0; turn += 1, left -= 1) {
    const index = byNeed[turn % byNeed.length]!;
    if (exact[index]! > 0) cells[index]! += 1;
    else left += 1;
  }
  for (; left < 0; left += 1) {
    const widest = cells.indexOf(Math.max(...cells));
    cells[widest]! -= 1;
  }
  return verdicts
    .map((verdict, index) => verdictMarks[verdict].colour(chalk)(verdictMarks[verdict].fill.repeat(cells[index]!)))
    .join('');
}
