// The matrix agencies × criteria in HTML, with its filters; works as a plain table where scripts do not run. Pure.
import { agencyKinds } from '../model/registry.ts';
import { type AgencyVerdict, type AuditRun, agencyStatuses, verdicts } from '../model/result.ts';
import type { Messages } from './catalogue/messages.ts';
import type { PageTexts } from './catalogue/page-texts.ts';
import { agencyAnchor, agencyName, cellAnchor, statusTag } from './html-agency.ts';
import { type Html, html } from './html-text.ts';
import { reviewedLegend, reviewedMark, reviewedSign } from './review-note.ts';
import { criterionNotes, type RunCriterion } from './run-criteria.ts';
import { verdictMarks } from './verdict-marks.ts';

export interface MatrixContext {
  readonly run: AuditRun;
  readonly criteria: readonly RunCriterion[];
  readonly messages: Messages;
  readonly texts: PageTexts;
  /** Where a mark leads: to the agency's section, or to its page in the static site. */
  readonly hrefOf: (agency: AgencyVerdict, criterion?: string) => string;
}

/** Anchors within the same page. */
export function localHref({ id }: AgencyVerdict, criterion?: string): string {
  return `#${criterion === undefined ? agencyAnchor(id) : cellAnchor(id, criterion)}`;
}

export function filterForm({ run, criteria, messages, texts }: MatrixContext): Html {
  const kinds = agencyKinds.filter((kind) => run.agencies.some((agency) => agency.kind === kind));
  const select = (name: string, label: string, options: readonly (readonly [value: string, text: string])[]) =>
    html`<label>${label}<select name="${name}"><option value="">${texts.all}</option>${options.map(
      ([value, text]) => html`<option value="${value}">${text}</option>`,
    )}</select></label>`;
  return html`<form class="filters" id="filters" hidden>
<label class="wide">${texts.search}<input type="search" name="text" placeholder="${texts.searchHint}" autocomplete="off"></label>
${select(
  'kind',
  texts.kind,
  kinds.map((kind) => [kind, messages.kind[kind]]),
)}${select(
  'status',
  texts.status,
  agencyStatuses.map((status) => [status, messages.status[status]]),
)}${select(
  'verdict',
  texts.verdict,
  verdicts.map((verdict) => [verdict, messages.verdict[verdict]]),
)}${select(
  'criterion',
  texts.criterion,
  criteria.map(({ id, code, title }) => [id, `${code} ${title[messages.language]}`]),
)}<button type="reset">${texts.clear}</button>
<p class="shown" role="status" id="shown" data-text="${texts.shown}"></p></form>`;
}

export function matrixTable({ run, criteria, messages, texts, hrefOf }: MatrixContext): Html {
  const { language } = messages;
  const decided = reviewedLegend(run, messages);
  const head = criteria.map(
    ({ id, code, title, level }) =>
      html`<th scope="col" class="criterion ${level}" data-sort="${id}"><abbr title="${title[language]}">${code}</abbr></th>`,
  );
  const rows = run.agencies.map((agency, index) => {
    const cells = new Map(agency.criteria.map((cell) => [cell.id, cell]));
    const name = agencyName(agency, messages);
    const search = [agency.id, agency.name, agency.nameEn, agency.url, agency.province, ...agency.tags].join(' ');
    const marks = criteria.map(({ id }) => {
      const cell = cells.get(id);
      if (cell === undefined) return html`<td></td>`;
      return html`<td class="v ${cell.verdict}"><a href="${hrefOf(agency, id)}" aria-label="${messages.verdict[cell.verdict]}${cell.review && decided ? `, ${decided}` : ''}">${reviewedMark(verdictMarks[cell.verdict].sign, cell)}</a></td>`;
    });
    const verdictList = criteria.map(({ id }) => cells.get(id)?.verdict ?? '').join(' ');
    return html`<tr data-id="${agency.id}" data-at="${index}" data-kind="${agency.kind}" data-status="${agency.status}" data-v="${verdictList}" data-text="${search}"><th scope="row"><a href="${hrefOf(agency)}">${name}</a><small>${messages.kind[agency.kind]}</small></th><td class="s">${statusTag(agency, messages)}</td>${marks}</tr>\n`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${texts.matrix}"><table class="matrix" id="matrix" data-criteria="${criteria.map(({ id }) => id).join(' ')}"><colgroup><col class="name"><col class="state"><col class="mark" span="${criteria.length}"></colgroup><thead><tr><th scope="col" data-sort="name">${messages.report.agency}</th><th scope="col" data-sort="status">${texts.status}</th>${head}</tr></thead><tbody>
${rows}</tbody></table></div>`;
}

/** What codes and signs stand for. */
export function legend({ run, criteria, messages }: MatrixContext): Html {
  const decided = reviewedLegend(run, messages);
  return html`<ul class="legend">${verdicts.map(
    (verdict) =>
      html`<li><span class="v ${verdict}" aria-hidden="true">${verdictMarks[verdict].sign}</span> ${messages.verdict[verdict]}</li>`,
  )}${decided === undefined ? null : html`<li><span class="v" aria-hidden="true">${reviewedSign}</span> ${decided}</li>`}</ul><dl class="codes">${criteria.map(
    (criterion) =>
      html`<div><dt>${criterion.code}</dt><dd>${criterion.title[messages.language]}${bracketed(criterionNotes(messages, criterion))}</dd></div>`,
  )}</dl>`;
}

const bracketed = (notes: string): Html | null => (notes === '' ? null : html` <small>(${notes})</small>`);
