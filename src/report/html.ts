// The report as one HTML page that needs nothing else: fonts, styles, charts and filters are in it. Pure.
import type { AgencyVerdict, AuditRun } from '../model/result.ts';
import type { Messages } from './catalogue/messages.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import { type PageTexts, pageTextsOf } from './catalogue/page-texts.ts';
import { thaiDigits, withThaiDigits } from './catalogue/thai-digits.ts';
import type { RenderOptions } from './formats.ts';
import { type AgencyContext, agencyAnchor, agencyBody, agencyName, statusTag } from './html-agency.ts';
import { type ChartContext, statusChart, trendChart, verdictBars } from './html-charts.ts';
import { filterForm, legend, localHref, type MatrixContext, matrixTable } from './html-matrix.ts';
import { pageScript } from './html-script.ts';
import { fontFaces, pageStyle } from './html-style.ts';
import { type Html, html, trusted } from './html-text.ts';
import { pictureKey } from './picture-key.ts';
import { packNames, registryName, runCriteria, verdictCounts } from './run-criteria.ts';
import { sharedFixes } from './shared-fixes.ts';

/** What all parts of a page need. */
export type PageContext = ChartContext &
  AgencyContext &
  MatrixContext & {
    readonly thaiDigits: boolean;
    /** Folder of style.css and script.js, relative to the page; absent, they stand in the page itself. */
    readonly assets?: string;
  };

export type PageOptions = Pick<RenderOptions, 'lang' | 'history' | 'thaiDigits' | 'pictures'>;

/** `options.history`: earlier runs of the same registry, for trends and each agency's history. */
export function renderHtml(run: AuditRun, options: PageOptions): string {
  const context = pageContext(run, options);
  const { texts } = context;
  const sections = run.agencies.map((agency) => agencySection(context, agency));
  return pageDocument(
    context,
    context.messages.report.title,
    html`${overview(context)}
<section class="results" aria-labelledby="results"><h2 id="results">${texts.matrix}</h2><p class="help dim">${texts.matrixHelp}</p>
${filterForm(context)}${matrixTable(context)}${legend(context)}</section>
${vendorSection(context)}
<section aria-labelledby="details"><h2 id="details">${texts.agencies}</h2>
<p class="tools"><button type="button" data-open="yes" hidden>${texts.openAll}</button><button type="button" data-open="no" hidden>${texts.closeAll}</button></p>
${sections}</section>`,
  );
}

export function pageContext(
  run: AuditRun,
  { lang, history = [], thaiDigits: thai = false, pictures }: PageOptions,
): PageContext {
  const messages: Messages = thai ? withThaiDigits(messagesOf(lang)) : messagesOf(lang);
  const texts: PageTexts = pageTextsOf(lang);
  return {
    run,
    history: history.filter((each) => each.run.id !== run.run.id),
    criteria: runCriteria(run),
    messages,
    texts,
    number: (value) => (thai ? thaiDigits(String(value)) : String(value)),
    hrefOf: localHref,
    pictureOf: (agency, criterion) => {
      const picture = pictures?.get(pictureKey(agency, criterion));
      return picture === undefined ? undefined : `data:image/jpeg;base64,${base64(picture)}`;
    },
    thaiDigits: thai,
  };
}

/** Bytes as base64, in pieces that a call can take. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** Head, heading, footer; `main` between them. Scripts and styles may come from this page alone. */
export function pageDocument(
  { run, messages, texts, thaiDigits: thai, assets }: PageContext,
  title: string,
  main: Html,
): string {
  const { report } = messages;
  const packs = packNames(run, messages);
  const source = assets === undefined ? "'unsafe-inline'" : "'self'";
  const document = html`<!doctype html>
<html lang="${messages.language}"${thai ? trusted(' data-digits="thai"') : null}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
${trusted(`<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src ${source};script-src ${source};font-src data:;img-src ${assets === undefined ? 'data:' : "'self'"};base-uri 'none';form-action 'none'">`)}
<title>${title} · ${messages.date(run.run.asOf)}</title>
${assets === undefined ? html`<style>${trusted(styleSheet())}</style>` : html`<link rel="stylesheet" href="${assets}style.css">`}</head>
<body><a class="skip" href="#main">${texts.skip}</a>
<header><h1>${title}</h1><p>${report.asOf(messages.date(run.run.asOf), messages.year(run.run.fiscalYear))}</p>
<p class="dim">${report.packs(packs)} · ${report.registry(registryName(run), run.run.registry.agencies)}</p>${
    run.run.complete
      ? null
      : html`<p class="warning">${report.incomplete(run.agencies.length, run.run.registry.agencies)}</p>`
  }</header>
<main id="main">${main}</main>
<footer><p>${texts.made(`${run.tool.name} ${run.tool.version}`, messages.instant(run.run.finishedAt))}</p></footer>
${assets === undefined ? html`<script>${trusted(pageScript)}</script>` : html`<script src="${assets}script.js"></script>`}</body></html>
`;
  return document.html;
}

/** Fonts and style of every page. */
export function styleSheet(): string {
  return `${fontFaces()}\n${pageStyle}`;
}

/** Charts: agencies by status, cells by criterion and by kind, the trend. */
export function overview(context: PageContext): Html {
  const { run, criteria, messages, texts } = context;
  const kinds = [...new Set(run.agencies.map(({ kind }) => kind))];
  const byCriterion = criteria.map(({ id, code, title }) => ({
    name: html`<b>${code}</b> ${title[messages.language]}`,
    counts: verdictCounts(run.agencies.flatMap(({ criteria: cells }) => cells.filter((cell) => cell.id === id))),
  }));
  const byKind = kinds.map((kind) => ({
    name: messages.kind[kind],
    counts: verdictCounts(run.agencies.filter((agency) => agency.kind === kind).flatMap((agency) => agency.criteria)),
  }));
  const kindBars = verdictBars(context, texts.byKind, byKind);
  const trend = trendChart(context);
  // Beside the ring stands what is short; a first audit has no trend.
  return html`<section aria-labelledby="summary"><h2 id="summary">${texts.summary}</h2><div class="overview">${statusChart(context)}
<div>${trend ?? kindBars}</div></div>${verdictBars(context, messages.report.byCriterion, byCriterion)}${trend === null ? null : kindBars}</section>`;
}

/** Groups of agencies that one fix of their common system may serve; nothing where there is none. */
export function vendorSection({ run, criteria, messages, texts, number, hrefOf }: PageContext): Html | null {
  const fixes = sharedFixes(run);
  if (fixes.length === 0) return null;
  const titleOf = (id: string) => criteria.find((each) => each.id === id)?.title[messages.language] ?? id;
  return html`<section aria-labelledby="vendors"><h2 id="vendors">${texts.vendors}</h2><p>${texts.vendorIntro}</p>${fixes.map(
    ({ system, failures, agencies }) =>
      html`<h3>${system} <small>(${number(agencies.length)})</small></h3><ul class="vendors">${failures.map(
        ({ criterion, agencies: lacking }) =>
          html`<li><b>${texts.oneFix(lacking.length)}</b>: ${titleOf(criterion)}<br><span class="dim">${lacking.map(
            (agency, index) =>
              html`${index > 0 ? ', ' : null}<a href="${hrefOf(agency, criterion)}">${agencyName(agency, messages)}</a>`,
          )}</span></li>`,
      )}</ul>`,
  )}</section>`;
}

function agencySection(context: PageContext, agency: AgencyVerdict): Html {
  const { messages, texts } = context;
  return html`<section class="agency" data-id="${agency.id}"><details><summary><h3>${agencyName(agency, messages)}</h3> ${statusTag(agency, messages)} <small>${messages.report.counts(verdictCounts(agency.criteria))}</small></summary><div class="body" id="${agencyAnchor(agency.id)}">${agencyBody(context, agency)}<p class="back"><a href="#results">${texts.backToMatrix}</a></p></div></details></section>\n`;
}
