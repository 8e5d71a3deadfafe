// JUnit XML for CI: a suite an agency, a case a criterion. Not met fails; what could not be looked at, waits for a person,
// does not apply or was known before is skipped with the reason; the program's own trouble is an error. Pure.
import type { AgencyVerdict, AuditRun, CriterionVerdict } from '../model/result.ts';
import type { Messages } from './catalogue/messages.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import { cleanText } from './fit-text.ts';
import type { RenderOptions } from './formats.ts';
import { type IsKnown, knownFailures } from './known-failures.ts';
import { reviewNote } from './review-note.ts';
import { type RunCriterion, runCriteria } from './run-criteria.ts';

type Outcome = 'passed' | 'failure' | 'skipped' | 'error';

/** Advisory criteria never fail: a shortfall is skipped with its reason. */
function outcomeOf(agency: string, cell: CriterionVerdict, isKnown: IsKnown): Outcome {
  switch (cell.verdict) {
    case 'met':
      return 'passed';
    case 'not-met':
      return cell.level === 'advisory' || isKnown(agency, cell) ? 'skipped' : 'failure';
    case 'unknown':
      return cell.reason === 'tool-error' ? 'error' : 'skipped';
    case 'review':
    case 'not-applicable':
      return 'skipped';
  }
}

export function renderJunit(run: AuditRun, { lang, baseline }: Pick<RenderOptions, 'lang' | 'baseline'>): string {
  const messages = messagesOf(lang);
  const criteria = runCriteria(run);
  const isKnown = knownFailures(baseline);
  const suites = run.agencies.map((agency) => suite(agency, criteria, messages, isKnown, run.run.startedAt));
  const sum = (key: 'tests' | 'failures' | 'errors' | 'skipped') =>
    suites.reduce((total, { counts }) => total + counts[key], 0);
  const head =
    `<testsuites name="planaudit" tests="${sum('tests')}" failures="${sum('failures')}" ` +
    `errors="${sum('errors')}" skipped="${sum('skipped')}" time="0">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`;
}

function suite(
  agency: AgencyVerdict,
  criteria: readonly RunCriterion[],
  messages: Messages,
  isKnown: IsKnown,
  startedAt: string,
) {
  const cases = criteria.flatMap((criterion) => {
    const cell = agency.criteria.find(({ id }) => id === criterion.id);
    return cell ? [{ criterion, cell, outcome: outcomeOf(agency.id, cell, isKnown) }] : [];
  });
  const count = (outcome: Outcome) => cases.filter((each) => each.outcome === outcome).length;
  const counts = {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
  const numbers = Object.entries(counts).map(([name, value]) => ` ${name}="${value}"`);
  const body = cases.map(({ criterion, cell, outcome }) => {
    const name = `${criterion.code} ${criterion.title[messages.language]}`;
    const open = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(agency.id)}" time="0"`;
    const known = isKnown(agency.id, cell) ? `${knownWords[messages.language]}: ` : '';
    const advisory = cell.level === 'advisory' ? `${messages.level.advisory}: ` : '';
    const message = escapeXml(`${known}${advisory}${messages.verdict[cell.verdict]} – ${messages.reason[cell.reason]}`);
    const note = reviewNote(cell, messages);
    const output = note === undefined ? '' : `<system-out>${escapeXml(note)}</system-out>`;
    return `${open}${closing(outcome, message, output, cell, messages)}\n`;
  });
  const time = startedAt.slice(0, 19);
  const open = `  <testsuite name="${escapeXml(`${agency.id} ${agency.name}`)}" timestamp="${time}" hostname="localhost" time="0"${numbers.join('')}>`;
  return { counts, xml: `${open}\n${body.join('')}  </testsuite>\n` };
}

/** `output`: a person's decision, which CI shows beside the case. */
function closing(
  outcome: Outcome,
  message: string,
  output: string,
  cell: CriterionVerdict,
  messages: Messages,
): string {
  switch (outcome) {
    case 'passed':
      return output === '' ? '/>' : `>${output}</testcase>`;
    case 'skipped':
      return `><skipped message="${message}"/>${output}</testcase>`;
    case 'failure':
    case 'error':
      return `><${outcome} message="${message}" type="${cell.reason}">${escapeXml(details(cell, messages))}</${outcome}>${output}</testcase>`;
  }
}

const knownWords = { th: 'ทราบแล้วจากครั้งก่อน', en: 'known from the baseline' } as const;

function details(cell: CriterionVerdict, { language, report }: Messages): string {
  const steps = cell.remediation.map((step, index) => `${index + 1}. ${step[language]}`);
  const urls = cell.evidence.map(({ url }) => url);
  return [cell.explanation[language], ...urls, `${report.remedy}:`, ...steps].join('\n');
}

/** For attributes and text; characters that XML 1.0 forbids are dropped, line breaks stay. */
function escapeXml(text: string): string {
  return text
    .split('\n')
    .map(cleanText)
    .join('\n')
    .replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!);
}
