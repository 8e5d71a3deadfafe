// Charts of a run as inline SVG and bars in tables: every figure also stands as a number beside its picture. Pure.
import { type AgencyStatus, type AuditRun, type Verdict, verdicts } from '../model/result.ts';
import type { Messages } from './catalogue/messages.ts';
import type { PageTexts } from './catalogue/page-texts.ts';
import { trendPoints } from './changed-cells.ts';
import { type Html, html } from './html-text.ts';
import type { RunCriterion } from './run-criteria.ts';

export interface ChartContext {
  readonly run: AuditRun;
  readonly history: readonly AuditRun[];
  readonly criteria: readonly RunCriterion[];
  readonly messages: Messages;
  readonly texts: PageTexts;
  /** Numbers as the reader writes them. */
  readonly number: (value: number) => string;
}

const statuses = ['compliant', 'non-compliant', 'undetermined'] as const satisfies readonly AgencyStatus[];

/** The share of agencies by status: a ring with its numbers. */
export function statusChart({ run, messages, number }: ChartContext): Html {
  const { agencies, compliant, nonCompliant, undetermined } = run.summary;
  const counts: Readonly<Record<AgencyStatus, number>> = { compliant, 'non-compliant': nonCompliant, undetermined };
  const total = Math.max(1, agencies);
  const circumference = 100;
  const radius = circumference / (2 * Math.PI);
  let start = 0;
  const arcs = statuses.map((status) => {
    const share = (circumference * counts[status]) / total;
    const arc = html`<circle class="arc ${status}" cx="21" cy="21" r="${radius.toFixed(3)}" stroke-dasharray="${share.toFixed(3)} ${(circumference - share).toFixed(3)}" stroke-dashoffset="${(25 - start).toFixed(3)}"/>`;
    start += share;
    return share > 0 ? arc : null;
  });
  const percent = number(Math.round((100 * compliant) / total));
  const label = messages.report.totals(agencies, compliant, nonCompliant, undetermined);
  return html`<figure class="ring"><svg viewBox="0 0 42 42" role="img" aria-label="${label}">${arcs}
<text x="21" y="22.5" class="share">${percent}%</text><text x="21" y="27" class="share-name">${messages.status.compliant}</text></svg>
<figcaption><ul class="plain">${statuses.map(
    (status) =>
      html`<li><span class="key ${status}" aria-hidden="true"></span>${messages.status[status]} <b>${number(counts[status])}</b></li>`,
  )}</ul></figcaption></figure>`;
}

/** Stacked bars, one a row: `rows` of a name and counts by verdict. */
export function verdictBars(
  { messages, number }: ChartContext,
  caption: string,
  rows: readonly { readonly name: Html | string; readonly counts: Readonly<Record<Verdict, number>> }[],
): Html {
  const shown = verdicts.filter(
    (verdict) => verdict !== 'not-applicable' || rows.some(({ counts }) => counts[verdict] > 0),
  );
  return html`<table class="bars"><caption>${caption}</caption><thead><tr><th scope="col"><span class="sr">${caption}</span></th><td aria-hidden="true"></td>${shown.map(
    (verdict) =>
      html`<th scope="col" class="number"><span class="key ${verdict}" aria-hidden="true"></span>${messages.verdict[verdict]}</th>`,
  )}</tr></thead><tbody>${rows.map(({ name, counts }) => {
    const total = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
    return html`<tr><th scope="row">${name}</th><td aria-hidden="true">${stackedBar(counts, total)}</td>${shown.map(
      (verdict) => html`<td class="number">${number(counts[verdict])}</td>`,
    )}</tr>\n`;
  })}</tbody></table>`;
}

function stackedBar(counts: Readonly<Record<Verdict, number>>, total: number): Html {
  let x = 0;
  const parts = verdicts.map((verdict) => {
    const width = total === 0 ? 0 : (200 * counts[verdict]) / total;
    const part = html`<rect class="bar ${verdict}" x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="12"/>`;
    x += width;
    return width > 0 ? part : null;
  });
  return html`<svg class="stack" viewBox="0 0 200 12" preserveAspectRatio="none" focusable="false">${parts}</svg>`;
}

/** Two lines over the runs' dates, and the same as a table; nothing with fewer than two runs. */
export function trendChart({ run, history, messages, texts, number }: ChartContext): Html | null {
  const points = trendPoints([...history, run]);
  if (points.length < 2) return null;
  const x = (index: number) => 34 + (index * 540) / (points.length - 1);
  const y = (percent: number) => 130 - 1.15 * percent;
  const line = (kind: 'compliant' | 'met') =>
    points.map((point, index) => `${x(index).toFixed(1)},${y(point[kind]).toFixed(1)}`).join(' ');
  const dots = (kind: 'compliant' | 'met') =>
    points.map(
      (point, index) =>
        html`<circle class="dot ${kind}" cx="${x(index).toFixed(1)}" cy="${y(point[kind]).toFixed(1)}" r="4"/>`,
    );
  const names = { compliant: messages.status.compliant, met: texts.metOfRequired };
  return html`<figure class="trend"><figcaption>${texts.trend}</figcaption>
<svg viewBox="0 0 600 140" aria-hidden="true" focusable="false">${[0, 50, 100].map(
    (percent) =>
      html`<line class="grid" x1="34" x2="574" y1="${y(percent)}" y2="${y(percent)}"/><text class="tick" x="28" y="${y(percent) + 3}">${number(percent)}%</text>`,
  )}<polyline class="line compliant" points="${line('compliant')}"/><polyline class="line met" points="${line('met')}"/>${dots('compliant')}${dots('met')}</svg>
<table class="numbers"><thead><tr><th scope="col">${texts.date}</th>${(['compliant', 'met'] as const).map(
    (kind) =>
      html`<th scope="col" class="number"><span class="key line-${kind}" aria-hidden="true"></span>${names[kind]}</th>`,
  )}</tr></thead><tbody>${points.map(
    (point) =>
      html`<tr><th scope="row">${messages.date(point.run.run.asOf)}</th><td class="number">${number(Math.round(point.compliant))}%</td><td class="number">${number(Math.round(point.met))}%</td></tr>`,
  )}</tbody></table></figure>`;
}
