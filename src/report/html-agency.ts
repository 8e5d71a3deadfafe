// One agency in the HTML report: what was found and how a visitor gets there, what was not and what to do, what could not
// be looked at, and earlier audits. Pure; foreign text is escaped by html``.
import type { AgencyVerdict, AuditRun, CriterionVerdict, Evidence } from '../model/result.ts';
import type { Messages } from './catalogue/messages.ts';
import type { PageTexts } from './catalogue/page-texts.ts';
import { changedCells, requiredCells, trendPoints } from './changed-cells.ts';
import { evidenceLink } from './evidence-link.ts';
import { cutText } from './fit-text.ts';
import { type Html, html, safeHref } from './html-text.ts';
import { reviewedMark, reviewedSign, reviewNote } from './review-note.ts';
import { criterionNotes, type RunCriterion, verdictCounts } from './run-criteria.ts';
import { codeText, placeText, sizeText } from './text-findings.ts';
import { statusMarks, verdictMarks } from './verdict-marks.ts';

export interface AgencyContext {
  readonly criteria: readonly RunCriterion[];
  readonly history: readonly AuditRun[];
  readonly messages: Messages;
  readonly texts: PageTexts;
  readonly number: (value: number) => string;
  /** Address of a cell's picture (a data URL, or a file beside the page), where there is one. */
  readonly pictureOf: (agency: string, criterion: string) => string | undefined;
}

const shownEvidence = 3;
const shownGaps = 12;
const longestQuote = 600;

/** Anchor of an agency and of a cell, from ids that the registry and packs keep to letters, digits and `._-`. */
export const agencyAnchor = (agency: string) => `a-${agency}`;
export const cellAnchor = (agency: string, criterion: string) => `c-${agency}--${criterion}`;

export function agencyName({ name, nameEn }: AgencyVerdict, { language }: Messages): string {
  return language === 'en' && nameEn ? nameEn : name;
}

/** What stands inside an agency's section: everything but its heading. */
export function agencyBody(context: AgencyContext, agency: AgencyVerdict): Html {
  const { criteria, messages, texts } = context;
  const { report } = messages;
  const { coverage } = agency;
  const order = new Map(criteria.map(({ id }, index) => [id, index]));
  const judged = [...agency.criteria].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const looked = report.coverage(coverage.requests, coverage.pages, coverage.documents, sizeText(coverage.bytes));
  return html`<dl class="facts"><div><dt>${texts.kind}</dt><dd>${messages.kind[agency.kind]}${agency.province ? html` · ${agency.province}` : null}</dd></div>
<div><dt>${texts.website}</dt><dd>${agency.url === null ? report.noUrl : link(agency.url, agency.url)}</dd></div>
<div><dt>${texts.lookedAt}</dt><dd>${looked} · ${messages.stopped[coverage.stopped]}</dd></div>${
    agency.generator ? html`<div><dt>${texts.vendor}</dt><dd>${agency.generator}</dd></div>` : null
  }</dl>
${judged.map((cell) => criterionBlock(context, agency, cell))}
${gapList(context, agency)}${noticeList(context, agency)}${historyTable(context, agency)}`;
}

export function statusTag({ status }: Pick<AgencyVerdict, 'status'>, messages: Messages): Html {
  return html`<span class="tag ${status}"><span aria-hidden="true">${statusMarks[status].sign}</span> ${messages.status[status]}</span>`;
}

function criterionBlock(
  { criteria, messages, texts, pictureOf }: AgencyContext,
  agency: AgencyVerdict,
  cell: CriterionVerdict,
): Html {
  const criterion = criteria.find(({ id }) => id === cell.id);
  const { language } = messages;
  const mark = verdictMarks[cell.verdict];
  const note = criterionNotes(messages, { ...cell, ...criterion });
  const decision = reviewNote(cell, messages);
  const more = cell.evidence.length - shownEvidence;
  const picture = pictureOf(agency.id, cell.id);
  return html`<article class="cell ${cell.verdict}" id="${cellAnchor(agency.id, cell.id)}">
<h4><span class="tag ${cell.verdict}"><span aria-hidden="true">${reviewedMark(mark.sign, cell)}</span> ${messages.verdict[cell.verdict]}</span> ${criterion?.title[language] ?? cell.id}${note === '' ? null : html` <small>(${note})</small>`}</h4>
<p><b>${messages.reason[cell.reason]}</b>${cell.explanation[language] === '' ? null : html` – ${cell.explanation[language]}`}${cell.confidence === undefined ? null : html` <small>(${messages.report.confidence(cell.confidence.toFixed(2))})</small>`}</p>${
    decision === undefined ? null : html`<p class="decision">${reviewedSign} ${decision}</p>`
  }${
    cell.evidence.length === 0
      ? null
      : html`<ul class="evidence">${cell.evidence.slice(0, shownEvidence).map((evidence) => evidenceItem(messages, texts, evidence))}</ul>`
  }${
    picture === undefined
      ? null
      : html`<figure class="picture"><img src="${picture}" alt="${texts.pictureOf(cutText(cell.evidence[0]?.quote ?? '', 120))}" width="960" height="420" loading="lazy" decoding="async"><figcaption>${texts.picture}</figcaption></figure>`
  }${more > 0 ? html`<p class="more">${texts.moreEvidence(more)}</p>` : null}${
    cell.closest === undefined
      ? null
      : html`<div class="closest"><b>${messages.report.closest}</b><ul class="evidence">${evidenceItem(messages, texts, cell.closest)}</ul></div>`
  }${
    cell.remediation.length === 0
      ? null
      : html`<div class="remedy"><b>${messages.report.remedy}</b><ol>${cell.remediation.map((step) => html`<li>${step[language]}</li>`)}</ol></div>`
  }</article>`;
}

function evidenceItem(messages: Messages, texts: PageTexts, evidence: Evidence): Html {
  const { report } = messages;
  const marks = [
    placeText(messages, evidence),
    evidence.year === null ? '' : report.ofYear(messages.year(evidence.year)),
    evidence.source === 'ocr' ? report.ocr : evidence.source === 'label' ? report.label : '',
    evidence.offSite ? report.offSite : '',
    evidence.section ? '' : report.elsewhere,
    evidence.fetchedAt === '' ? '' : `${report.readAt} ${messages.instant(evidence.fetchedAt)}`,
  ].filter((mark) => mark !== '');
  const address = evidence.finalUrl === '' ? evidence.url : evidence.finalUrl;
  const path = evidence.path.map(({ url, label }, index) => {
    const name = label.trim() === '' ? (index === 0 ? report.startPage : url) : label;
    return html`<li>${link(url, cutText(name, 80))}</li>`;
  });
  return html`<li>${evidence.quote === '' ? null : html`<blockquote lang="th">${cutText(evidence.quote, longestQuote)}</blockquote>`}<p class="place">${marks.join(' · ')}</p>${
    path.length === 0 ? null : html`<ol class="path" aria-label="${report.path}">${path}</ol>`
  }<p class="source">${link(evidenceLink(evidence), texts.openSource)} <span class="url">${address}</span></p></li>`;
}

function gapList({ messages }: AgencyContext, { coverage: { gaps } }: AgencyVerdict): Html | null {
  if (gaps.length === 0) return null;
  const rest = gaps.length - shownGaps;
  return html`<h4>${messages.report.gaps(gaps.length)}</h4><ul class="gaps">${gaps
    .slice(0, shownGaps)
    .map(
      ({ url, label, code }) =>
        html`<li>${codeText(messages, code)}: ${link(url, label.trim() === '' ? url : cutText(label, 120))}</li>`,
    )}${rest > 0 ? html`<li>${messages.report.moreGaps(rest)}</li>` : null}</ul>`;
}

function noticeList({ messages }: AgencyContext, { notices }: AgencyVerdict): Html | null {
  if (notices.length === 0) return null;
  return html`<h4>${messages.report.notices}</h4><ul class="gaps">${notices.map(
    ({ code, url }) => html`<li>${codeText(messages, code)}: ${link(url, url)}</li>`,
  )}</ul>`;
}

/** Earlier audits of this agency, newest first, with what changed from one to the next. */
function historyTable(
  { criteria, history, messages, texts, number }: AgencyContext,
  { id }: AgencyVerdict,
): Html | null {
  const runs = trendPoints(history)
    .map(({ run }) => ({ run, agency: run.agencies.find((each) => each.id === id) }))
    .filter((each): each is { run: AuditRun; agency: AgencyVerdict } => each.agency !== undefined);
  if (runs.length === 0) return null;
  const rows = runs.map(({ run, agency }, index) => {
    const before = runs[index - 1]?.run;
    const changes = before
      ? changedCells({ ...run, agencies: [agency] }, before).map(({ criterion, before: old }) => {
          const code = criteria.find((each) => each.id === criterion.id)?.code ?? criterion.id;
          return `${code} ${old ? verdictMarks[old.verdict].sign : '·'}→${verdictMarks[criterion.verdict].sign}`;
        })
      : [texts.firstSeen];
    const cells = requiredCells(agency);
    return html`<tr><th scope="row">${messages.date(run.run.asOf)}</th><td>${statusTag(agency, messages)}</td><td class="number">${number(verdictCounts(cells).met)}/${number(cells.length)}</td><td>${changes.join(', ') || '–'}</td></tr>`;
  });
  return html`<h4>${texts.history}</h4><table class="numbers"><thead><tr><th scope="col">${texts.date}</th><th scope="col">${texts.status}</th><th scope="col" class="number">${texts.metOfRequired}</th><th scope="col">${texts.changed}</th></tr></thead><tbody>${rows.reverse()}</tbody></table>`;
}

/** A link where the address may be one; else the words alone. */
export function link(url: string, words: string): Html {
  const href = safeHref(url);
  return href === undefined
    ? html`<span>${words}</span>`
    : html`<a href="${href}" rel="noreferrer noopener" target="_blank">${words}</a>`;
}
