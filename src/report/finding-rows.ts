// The cells of a run as rows for spreadsheets: one a criterion and agency, in words and in codes. Pure.
import type { AgencyVerdict, AuditRun, CriterionVerdict, Evidence } from '../model/result.ts';
import type { Messages } from './catalogue/messages.ts';
import type { PageTexts } from './catalogue/page-texts.ts';
import { evidenceLink } from './evidence-link.ts';
import { cleanText } from './fit-text.ts';
import { reviewNote } from './review-note.ts';
import { runCriteria } from './run-criteria.ts';
import { placeText } from './text-findings.ts';

export interface FindingRow {
  readonly agency: AgencyVerdict;
  readonly cell: CriterionVerdict;
  /** As `findingColumns`. */
  readonly values: readonly (string | number | null)[];
  /** Where the first evidence is, if there is one. */
  readonly link: string | undefined;
}

type Column = readonly [heading: (texts: PageTexts) => string, width: number];

/** Headings and widths (characters) of `values`. */
export const findingColumns: readonly Column[] = [
  [(texts) => texts.id, 14],
  [(texts) => texts.name, 36],
  [(texts) => texts.kind, 22],
  [(texts) => texts.province, 12],
  [(texts) => texts.website, 28],
  [(texts) => texts.status, 14],
  [(texts) => texts.code, 8],
  [(texts) => texts.criterion, 34],
  [(texts) => texts.clause, 9],
  [(texts) => texts.level, 10],
  [(texts) => texts.verdict, 14],
  [(texts) => texts.reason, 34],
  [(texts) => texts.explanation, 50],
  [(texts) => texts.quote, 50],
  [(texts) => texts.place, 28],
  [(texts) => texts.year, 12],
  [(texts) => texts.clickPath, 44],
  [(texts) => texts.address, 40],
  [(texts) => texts.fetchedAt, 22],
  [(texts) => texts.remedy, 50],
  [() => 'criterion', 22],
  [() => 'verdict', 14],
  [() => 'reason', 20],
  [(texts) => texts.decision, 50],
  [() => 'confidence', 12],
  [(texts) => texts.closest, 50],
];
/** Index of the column that leads to the evidence. */
export const addressColumn = 17;
export const verdictColumn = 10;

export function findingRows(run: AuditRun, messages: Messages): FindingRow[] {
  return [...eachFinding(run, messages)];
}

/** The same rows one after another, made when asked for. */
export function* eachFinding(run: AuditRun, messages: Messages): Generator<FindingRow> {
  const criteria = runCriteria(run);
  for (const agency of run.agencies) yield* rowsOf(agency, criteria, messages);
}

/** Quote, place and address. */
function closestText(closest: Evidence, messages: Messages): string {
  const parts = [`“${cleanText(closest.quote)}”`, placeText(messages, closest), closest.finalUrl];
  return parts.filter((part) => part !== '').join(' · ');
}

function rowsOf(agency: AgencyVerdict, criteria: ReturnType<typeof runCriteria>, messages: Messages): FindingRow[] {
  const { language, report } = messages;
  return criteria.flatMap(({ id, code, title, clause, level }) => {
    const cell = agency.criteria.find((each) => each.id === id);
    if (cell === undefined) return [];
    const [evidence] = cell.evidence;
    const path = (evidence?.path ?? []).map(({ label, url }, index) =>
      label.trim() === '' ? (index === 0 ? report.startPage : url) : cleanText(label),
    );
    const values = [
      agency.id,
      cleanText(agency.name),
      messages.kind[agency.kind],
      agency.province ?? '',
      agency.url ?? '',
      messages.status[agency.status],
      code,
      title[language],
      clause ?? '',
      messages.level[level],
      messages.verdict[cell.verdict],
      messages.reason[cell.reason],
      cleanText(cell.explanation[language]),
      cleanText(evidence?.quote ?? ''),
      evidence ? placeText(messages, evidence) : '',
      evidence?.year ?? null,
      path.join(' › '),
      evidence ? evidence.finalUrl || evidence.url : '',
      evidence && evidence.fetchedAt !== '' ? messages.instant(evidence.fetchedAt) : '',
      cell.remediation.map((step) => cleanText(step[language])).join(' / '),
      id,
      cell.verdict,
      cell.reason,
      reviewNote(cell, messages) ?? '',
      cell.confidence ?? null,
      cell.closest === undefined ? '' : closestText(cell.closest, messages),
    ];
    return [{ agency, cell, values, link: evidence ? evidenceLink(evidence) : undefined }];
  });
}
