// The report for a terminal: what was audited, the matrix with its legend, the summary by criterion, each agency's
// findings, and the totals as the last line. Pure: language, width and colour come in.
import { Chalk } from 'chalk';
import type { AuditRun } from '../model/result.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import { pageTextsOf } from './catalogue/page-texts.ts';
import { cleanText, wrapText } from './fit-text.ts';
import type { RenderOptions } from './formats.ts';
import { packNames, runCriteria } from './run-criteria.ts';
import { agencyLines } from './text-findings.ts';
import { criterionBars, legendLines, matrixLines, type TextContext } from './text-matrix.ts';
import { reviewSections } from './text-reviews.ts';
import { vendorLines } from './text-vendors.ts';

/** Ends with a line break. `options.findings: false` leaves the agencies' findings out (demo). */
export function renderText(run: AuditRun, options: RenderOptions): string {
  const messages = messagesOf(options.lang);
  const chalk = new Chalk({ level: options.colour });
  const columns = Math.max(60, options.columns);
  const context: TextContext = { run, criteria: runCriteria(run), messages, chalk, columns };
  const { report } = messages;
  const heading = (text: string) => [chalk.bold.underline(text), ''];
  const lines: string[] = [
    chalk.bold(report.title),
    ...wrapText(report.asOf(messages.date(run.run.asOf), messages.year(run.run.fiscalYear)), columns),
    ...wrapText(
      `${report.packs(packNames(run, messages))} · ` +
        `${report.registry(cleanText(run.run.registry.path), run.run.registry.agencies)} · ` +
        `${run.tool.name} ${run.tool.version}`,
      columns,
    ),
    '',
  ];
  if (!run.run.complete) {
    lines.push(chalk.yellow.bold(report.incomplete(run.agencies.length, run.run.registry.agencies)), '');
  }
  if (run.agencies.length > 0) {
    lines.push(...matrixLines(context), '', ...legendLines(context), '');
    lines.push(...heading(report.byCriterion), ...criterionBars(context), '');
    const vendors = vendorLines(context);
    if (vendors.length > 0) lines.push(...heading(pageTextsOf(options.lang).vendors), ...vendors, '');
    for (const section of reviewSections(run, messages, columns)) {
      lines.push(...heading(section.heading), ...section.lines, '');
    }
    if (options.findings !== false) {
      lines.push(...heading(report.findings));
      for (const agency of run.agencies) lines.push(...agencyLines(context, agency), '');
    }
  }
  const { agencies, compliant, nonCompliant, undetermined } = run.summary;
  lines.push(chalk.bold(report.totals(agencies, compliant, nonCompliant, undetermined)));
  return `${lines.join('\n')}\n`;
}
