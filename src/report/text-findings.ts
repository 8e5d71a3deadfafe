// One agency's findings in words: verdict and reason, what was seen where and how to get there, what to do, and what
// could not be looked at. Pure; foreign text is cleaned before it is printed.
import type { AgencyVerdict, CriterionVerdict, Evidence } from '../model/result.ts';
import type { Messages } from './catalogue/messages.ts';
import { cleanText, cutText, padText, wrapText } from './fit-text.ts';
import { reviewedSign, reviewNote } from './review-note.ts';
import { verdictCounts } from './run-criteria.ts';
import type { TextContext } from './text-matrix.ts';
import { statusMarks, verdictMarks } from './verdict-marks.ts';

const shownGaps = 8;
const longestQuote = 240;

export function agencyLines(context: TextContext, agency: AgencyVerdict): string[] {
  const { messages, chalk, columns, criteria } = context;
  const { report } = messages;
  const status = statusMarks[agency.status];
  const name = messages.language === 'en' && agency.nameEn ? `${agency.nameEn} · ${agency.name}` : agency.name;
  const { coverage } = agency;
  const lines = [
    chalk.bold(cutText(cleanText(`${agency.id} · ${name}`), columns)),
    ...wrapText(cleanText(`${messages.kind[agency.kind]} · ${agency.url ?? report.noUrl}`), columns),
    status.colour(chalk)(`${status.sign} ${messages.status[agency.status]}`),
    ...wrapText(report.counts(verdictCounts(agency.criteria)), columns),
    ...wrapText(
      `${report.coverage(coverage.requests, coverage.pages, coverage.documents, sizeText(coverage.bytes))} · ` +
        messages.stopped[coverage.stopped],
      columns,
    ),
    '',
  ];
  const order = new Map(criteria.map(({ id }, index) => [id, index]));
  const judged = [...agency.criteria].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const common = commonCause(judged);
  if (common) lines.push(...criterionLines(context, common, report.everyCriterion));
  else for (const verdict of judged) lines.push(...criterionLines(context, verdict));
  lines.push(...gapLines(context, agency));
  if (agency.notices.length > 0) {
    lines.push(`  ${report.notices}`);
    for (const { code, url } of agency.notices) {
      lines.push(...indented(`• ${codeText(messages, code)}: ${cleanText(url)}`, 4, columns));
    }
  }
  return lines;
}

/** The one verdict that stands for all: a site that could not be looked at says the same of every criterion. */
function commonCause(judged: readonly CriterionVerdict[]): CriterionVerdict | undefined {
  const [first, ...others] = judged;
  if (!first || others.length === 0 || first.verdict !== 'unknown') return undefined;
  const same = others.every(({ verdict, reason, evidence }) => {
    return verdict === 'unknown' && reason === first.reason && evidence.length === 0;
  });
  return same && first.evidence.length === 0 ? first : undefined;
}

function criterionLines(
  { criteria, messages, chalk, columns }: TextContext,
  verdict: CriterionVerdict,
  name?: string,
): string[] {
  const { report } = messages;
  const criterion = name === undefined ? criteria.find(({ id }) => id === verdict.id) : undefined;
  const mark = verdictMarks[verdict.verdict];
  const title = cleanText(criterion?.title[messages.language] ?? verdict.id);
  const head = name ?? `${padText(criterion?.code ?? '', 3)}${title}`;
  const lines = [
    `  ${mark.colour(chalk)(mark.sign)} ${chalk.bold(cutText(head, columns - 4))}`,
    ...indented(`${messages.verdict[verdict.verdict]} – ${messages.reason[verdict.reason]}`, 7, columns),
  ];
  const explanation = cleanText(verdict.explanation[messages.language]);
  if (explanation !== '') lines.push(...indented(explanation, 7, columns).map((line) => chalk.dim(line)));
  const note = reviewNote(verdict, messages);
  if (note !== undefined) lines.push(...indented(`${reviewedSign} ${note}`, 7, columns));
  const [first, ...others] = verdict.evidence;
  if (first) lines.push(...evidenceLines(messages, first, columns));
  if (others.length > 0) lines.push(...indented(report.more(others.length), 7, columns).map((line) => chalk.dim(line)));
  if (verdict.closest) {
    lines.push(...indented(`${report.closest}:`, 7, columns));
    lines.push(...evidenceLines(messages, verdict.closest, columns, 9));
  }
  if (verdict.remediation.length > 0) {
    const numbered = verdict.remediation.length > 1;
    lines.push(`       ${chalk.cyan(`${report.remedy}:`)}`);
    verdict.remediation.forEach((step, index) => {
      lines.push(...indented(`${numbered ? `${index + 1}. ` : ''}${cleanText(step[messages.language])}`, 9, columns));
    });
  }
  return lines;
}

function evidenceLines(messages: Messages, evidence: Evidence, columns: number, indent = 7): string[] {
  const { report } = messages;
  const lines: string[] = [];
  const field = (name: string, text: string) => {
    if (text !== '') lines.push(...indented(`${name}: ${text}`, indent, columns));
  };
  const quote = cleanText(evidence.quote);
  field(report.quoted, quote === '' ? '' : `“${cutText(quote, longestQuote)}”`);
  const marks = [
    placeText(messages, evidence),
    evidence.year === null ? '' : report.ofYear(messages.year(evidence.year)),
    evidence.source === 'ocr' ? report.ocr : evidence.source === 'label' ? report.label : '',
    evidence.offSite ? report.offSite : '',
    evidence.section ? '' : report.elsewhere,
  ];
  field(report.place, marks.filter((mark) => mark !== '').join(' · '));
  field(report.path, pathText(messages, evidence));
  const moved = evidence.finalUrl !== '' && evidence.finalUrl !== evidence.url;
  field(
    report.address,
    cleanText(evidence.url) + (moved ? ` (${report.redirected} ${cleanText(evidence.finalUrl)})` : ''),
  );
  return lines;
}

/** Sheet, page, heading, table and row of an evidence, in words. */
export function placeText({ report }: Messages, { locator }: Pick<Evidence, 'locator'>): string {
  const parts = [
    locator.entry === undefined ? '' : report.entry(cleanText(locator.entry)),
    locator.page === undefined ? '' : report.page(locator.page),
    locator.slide === undefined ? '' : report.slide(locator.slide),
    locator.sheet === undefined ? '' : report.sheet(cleanText(locator.sheet)),
    locator.heading === undefined ? '' : report.heading(cutText(cleanText(locator.heading), 80)),
    locator.table === undefined ? '' : report.table(locator.table),
    locator.row === undefined ? '' : report.row(locator.row),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** `start page › menu › document`: what a visitor clicks. */
function pathText({ report }: Messages, { path }: Evidence): string {
  return path
    .map(({ label, url }, index) => {
      const text = cleanText(label);
      return text !== '' ? cutText(text, 60) : index === 0 ? report.startPage : cutText(cleanText(url), 60);
    })
    .join(' › ');
}

function gapLines({ messages, columns, chalk }: TextContext, agency: AgencyVerdict): string[] {
  const { gaps } = agency.coverage;
  if (gaps.length === 0) return [];
  const lines = [`  ${messages.report.gaps(gaps.length)}`];
  for (const gap of gaps.slice(0, shownGaps)) {
    const label = cleanText(gap.label);
    const name = label === '' ? '' : `${cutText(label, 60)} `;
    lines.push(...indented(`• ${codeText(messages, gap.code)}: ${name}${cleanText(gap.url)}`, 4, columns));
  }
  const rest = gaps.length - shownGaps;
  if (rest > 0) lines.push(chalk.dim(`    ${messages.report.moreGaps(rest)}`));
  return lines;
}

/** Words of a gap's or notice's code; an unknown code (a run of a later version) stands as it is. */
export function codeText(messages: Messages, code: string): string {
  const texts: Readonly<Record<string, string>> = { ...messages.gap, ...messages.notice };
  return texts[code] ?? code;
}

/** Bytes as a person reads them; powers of 1024 like file managers show. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kibi = bytes / 1024;
  return kibi < 1024 ? `${kibi.toFixed(kibi < 10 ? 1 : 0)} KB` : `${(kibi / 1024).toFixed(1)} MB`;
}

function indented(text: string, indent: number, columns: number): string[] {
  const width = Math.max(20, columns - indent);
  return wrapText(text, width).map((line) => ' '.repeat(indent) + line);
}
