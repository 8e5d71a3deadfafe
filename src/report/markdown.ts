// A summary in Markdown for a job's page or a merge request: totals, the matrix, what fails and what to do. Pure.
import type { AgencyStatus, AuditRun, Verdict } from '../model/result.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import { pageTextsOf } from './catalogue/page-texts.ts';
import { withThaiDigits } from './catalogue/thai-digits.ts';
import { cleanText, cutText } from './fit-text.ts';
import type { RenderOptions } from './formats.ts';
import { safeHref } from './html-text.ts';
import { knownFailures } from './known-failures.ts';
import { reviewedLegend, reviewedMark, reviewedSign, reviewNote } from './review-note.ts';
import { runCriteria, verdictCounts } from './run-criteria.ts';
import { sharedFixes } from './shared-fixes.ts';

const signs: Readonly<Record<Verdict, string>> = {
  met: '✅',
  'not-met': '❌',
  review: '👀',
  unknown: '❔',
  'not-applicable': '➖',
};
const statusSigns: Readonly<Record<AgencyStatus, string>> = {
  compliant: '✅',
  'non-compliant': '❌',
  undetermined: '❔',
};
/** Pages of job summaries are cut at a megabyte; so many agencies stay well below it. */
const mostAgencies = 300;

export function renderMarkdown(
  run: AuditRun,
  { lang, baseline, thaiDigits }: Pick<RenderOptions, 'lang' | 'baseline' | 'thaiDigits'>,
): string {
  const messages = thaiDigits ? withThaiDigits(messagesOf(lang)) : messagesOf(lang);
  const texts = pageTextsOf(lang);
  const { report } = messages;
  const criteria = runCriteria(run);
  const isKnown = knownFailures(baseline);
  const { agencies, compliant, nonCompliant, undetermined } = run.summary;
  const shown = run.agencies.slice(0, mostAgencies);
  const decided = reviewedLegend(run, messages);
  const fixes = sharedFixes(run);
  const lines = [
    `# ${report.title}`,
    '',
    report.asOf(messages.date(run.run.asOf), messages.year(run.run.fiscalYear)),
    '',
    ...(run.run.complete ? [] : [`> ⚠️ **${report.incomplete(run.agencies.length, run.run.registry.agencies)}**`, '']),
    `**${report.totals(agencies, compliant, nonCompliant, undetermined)}**`,
    '',
    `| ${report.agency} | ${texts.status} | ${criteria.map(({ code }) => cellText(code)).join(' | ')} |`,
    `| :-- | :-: | ${criteria.map(() => ':-:').join(' | ')} |`,
    ...shown.map((agency) => {
      const marks = criteria.map(({ id }) => {
        const cell = agency.criteria.find((each) => each.id === id);
        return cell ? reviewedMark(signs[cell.verdict], cell).replace(reviewedSign, `\\${reviewedSign}`) : '';
      });
      return `| ${linkText(agency.name, agency.url)} | ${statusSigns[agency.status]} | ${marks.join(' | ')} |`;
    }),
    ...(run.agencies.length > shown.length ? ['', `… +${run.agencies.length - shown.length}`] : []),
    '',
    [
      ...Object.entries(signs).map(([verdict, sign]) => `${sign} ${messages.verdict[verdict as Verdict]}`),
      ...(decided === undefined ? [] : [`\\${reviewedSign} ${decided}`]),
    ].join(' · '),
    '',
    `<details><summary>${report.criteria}</summary>`,
    '',
    `| ${texts.code} | ${texts.criterion} | ${texts.level} | ${signs.met} | ${signs['not-met']} | ${signs.review} | ${signs.unknown} |`,
    '| :-- | :-- | :-- | --: | --: | --: | --: |',
    ...criteria.map(({ id, code, title, level }) => {
      const counts = verdictCounts(run.agencies.flatMap((agency) => agency.criteria.filter((cell) => cell.id === id)));
      return `| ${cellText(code)} | ${cellText(title[lang])} | ${messages.level[level]} | ${counts.met} | ${counts['not-met']} | ${counts.review} | ${counts.unknown} |`;
    }),
    '',
    '</details>',
    '',
    ...fixes.flatMap(({ system, agencies: sharing, failures }) => [
      `<details><summary>${texts.vendors}: ${cellText(system)} (${sharing.length})</summary>`,
      '',
      ...failures.map(({ criterion, agencies: lacking }) => {
        const title = criteria.find(({ id }) => id === criterion)?.title[lang] ?? criterion;
        const names = lacking.map(({ name }) => cellText(name)).join(', ');
        return `- **${texts.oneFix(lacking.length)}**: ${cellText(title)} (${names})`;
      }),
      '',
      '</details>',
      '',
    ]),
    ...shown.flatMap((agency) => {
      const failing = criteria.flatMap(({ id, title, level }) => {
        const cell = agency.criteria.find((each) => each.id === id);
        return cell?.verdict === 'not-met' && level === 'required' && !isKnown(agency.id, cell)
          ? [{ cell, title }]
          : [];
      });
      const notes = criteria.flatMap(({ id, title }) => {
        const cell = agency.criteria.find((each) => each.id === id);
        const note = cell && reviewNote(cell, messages);
        return note === undefined
          ? []
          : [`- ${signs[cell!.verdict]}\\${reviewedSign} **${cellText(title[lang])}**: ${cellText(note)}`];
      });
      if (failing.length === 0 && notes.length === 0) return [];
      return [
        `<details><summary>${cellText(agency.name)} (${failing.length})</summary>`,
        '',
        ...notes,
        ...failing.map(({ cell, title }) => {
          const steps = cell.remediation.map((step) => cellText(step[lang])).join(' → ');
          return `- ❌ **${cellText(title[lang])}**: ${messages.reason[cell.reason]}${steps === '' ? '' : `. ${report.remedy}: ${steps}`}`;
        }),
        '',
        '</details>',
        '',
      ];
    }),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Text that stays text: no markup, no link, no table edge of its own. */
function cellText(text: string): string {
  return cutText(cleanText(text), 400)
    .replace(/[\\`*_[\]{}#|~!]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/\b(https?):\/\//gi, '$1:\u200b//');
}

function linkText(name: string, url: string | null): string {
  const href = url === null ? undefined : safeHref(url);
  return href === undefined
    ? cellText(name)
    : `[${cellText(name)}](<${href.replace(/[<>\\\s|]/g, encodeURIComponent)}>)`;
}
