// The report as a static website for any host: overview, a page an agency, trends over all runs, JSON beside each. Addresses
// stay the same from month to month. Pure.
import type { AgencyVerdict, AuditRun } from '../model/result.ts';
import { trendPoints } from './changed-cells.ts';
import type { RenderOptions, ReportFile } from './formats.ts';
import { overview, type PageContext, pageContext, pageDocument, styleSheet, vendorSection } from './html.ts';
import { agencyBody, agencyName, cellAnchor, statusTag } from './html-agency.ts';
import { trendChart } from './html-charts.ts';
import { filterForm, legend, matrixTable } from './html-matrix.ts';
import { pageScript } from './html-script.ts';
import { type Html, html } from './html-text.ts';
import { renderJson } from './json.ts';
import { pictureKey } from './picture-key.ts';
import { verdictCounts } from './run-criteria.ts';

export function renderSite(
  run: AuditRun,
  options: Pick<RenderOptions, 'lang' | 'history' | 'thaiDigits' | 'pictures'>,
): readonly ReportFile[] {
  const { pictures = new Map<string, Uint8Array>(), ...rest } = options;
  const base = pageContext(run, rest);
  const top: PageContext = {
    ...base,
    assets: 'assets/',
    hrefOf: ({ id }, criterion) =>
      `agencies/${id}.html${criterion === undefined ? '' : `#${cellAnchor(id, criterion)}`}`,
  };
  const inner: PageContext = {
    ...base,
    assets: '../assets/',
    pictureOf: (agency, criterion) =>
      pictures.has(pictureKey(agency, criterion)) ? pictureFile(agency, criterion) : undefined,
  };
  return [
    { path: 'assets/style.css', body: styleSheet() },
    { path: 'assets/script.js', body: `${pageScript}\n` },
    { path: 'index.html', body: indexPage(top) },
    { path: 'planaudit.json', body: renderJson(run) },
    { path: 'trends.html', body: trendsPage(top) },
    { path: 'trends.json', body: jsonText(trendData(top)) },
    ...run.agencies.flatMap((agency) => [
      { path: `agencies/${agency.id}.html`, body: agencyPage(inner, agency) },
      { path: `agencies/${agency.id}.json`, body: jsonText(agencyData(run, agency)) },
      ...agency.criteria.flatMap(({ id }) => {
        const body = pictures.get(pictureKey(agency.id, id));
        return body === undefined ? [] : [{ path: `agencies/${pictureFile(agency.id, id)}`, body }];
      }),
    ]),
  ];
}

/** Beside the agency's page. */
const pictureFile = (agency: string, criterion: string) => `${agency}--${criterion}.jpg`;

function indexPage(context: PageContext): string {
  const { messages, texts } = context;
  const main = html`<nav class="crumbs"><a href="trends.html">${texts.trend}</a> · <a href="planaudit.json">${texts.data}</a></nav>
${overview(context)}
<section class="results" aria-labelledby="results"><h2 id="results">${texts.matrix}</h2><p class="help dim">${texts.matrixHelp}</p>
${filterForm(context)}${matrixTable(context)}${legend(context)}</section>${vendorSection(context)}`;
  return pageDocument(context, messages.report.title, main);
}

function agencyPage(context: PageContext, agency: AgencyVerdict): string {
  const { messages, texts } = context;
  const main = html`<nav class="crumbs"><a href="../index.html">${texts.home}</a> · <a href="${agency.id}.json">${texts.data}</a></nav>
<h2>${messages.report.findings} ${statusTag(agency, messages)}</h2>
<p>${messages.report.counts(verdictCounts(agency.criteria))}</p>${agencyBody(context, agency)}`;
  return pageDocument(context, agencyName(agency, messages), main);
}

/** How many agencies met each criterion in each run. */
function trendsPage(context: PageContext): string {
  const { run, history, criteria, messages, texts, number } = context;
  const points = trendPoints([...history, run]);
  const head = points.map((point) => html`<th scope="col" class="number">${messages.date(point.run.run.asOf)}</th>`);
  const rows: Html[] = criteria.map(({ id, code, title }) => {
    const counts = points.map(({ run: { summary } }) => {
      const met = summary.criteria[id]?.met;
      return html`<td class="number">${met === undefined ? '–' : number(met)}</td>`;
    });
    return html`<tr><th scope="row"><b>${code}</b> ${title[messages.language]}</th>${counts}</tr>\n`;
  });
  const main = html`<nav class="crumbs"><a href="index.html">${texts.home}</a> · <a href="trends.json">${texts.data}</a></nav>
${trendChart(context)}<h2 id="criteria">${messages.report.byCriterion} (${messages.verdict.met})</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="criteria"><table><thead><tr><th scope="col">${texts.criterion}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
  return pageDocument(context, texts.trend, main);
}

function trendData({ run, history }: PageContext) {
  return {
    schema: 'planaudit.trends/1',
    runs: trendPoints([...history, run]).map(({ run: each }) => ({
      id: each.run.id,
      asOf: each.run.asOf,
      summary: each.summary,
    })),
  };
}

function agencyData({ schema, tool, run }: AuditRun, agency: AgencyVerdict) {
  const { id, asOf, fiscalYear, finishedAt } = run;
  return { schema, tool, run: { id, asOf, fiscalYear, finishedAt }, agencies: [agency] };
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
