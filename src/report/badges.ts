// A badge an agency (and one for the whole run) as SVG, to be shown on the agency's own website. Pure.
import type { AgencyStatus, AuditRun } from '../model/result.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import { withThaiDigits } from './catalogue/thai-digits.ts';
import { requiredCells } from './changed-cells.ts';
import { textWidth } from './fit-text.ts';
import type { RenderOptions, ReportFile } from './formats.ts';
import { html } from './html-text.ts';
import { verdictCounts } from './run-criteria.ts';

/** White words on these have a contrast of 4.5 to 1 and more. */
const colours: Readonly<Record<AgencyStatus, string>> = {
  compliant: '#1f7a3a',
  'non-compliant': '#b3261e',
  undetermined: '#5b4a91',
};

export function renderBadges(
  run: AuditRun,
  { lang, thaiDigits }: Pick<RenderOptions, 'lang' | 'thaiDigits'>,
): readonly ReportFile[] {
  const messages = thaiDigits ? withThaiDigits(messagesOf(lang)) : messagesOf(lang);
  const label = { th: 'แผนปฏิบัติราชการ', en: 'action plan' }[lang];
  const date = messages.date(run.run.asOf);
  return run.agencies.map((agency) => {
    const cells = requiredCells(agency).filter(({ verdict }) => verdict !== 'not-applicable');
    const share = `${verdictCounts(cells).met}/${cells.length}`;
    const text = `${messages.status[agency.status]} ${share}`;
    return {
      path: `badges/${agency.id}.svg`,
      body: badge(label, text, colours[agency.status], `${agency.name}: ${label} ${text}, ${date}`),
    };
  });
}

function badge(label: string, text: string, colour: string, title: string): string {
  // Seven units a column is what Thai and Latin letters of 11 pixels need at most; textLength makes it exact.
  const left = textWidth(label) * 7 + 12;
  const right = textWidth(text) * 7 + 12;
  const words = (x: number, width: number, content: string) =>
    html`<text x="${x + 6}" y="15" textLength="${width - 12}" lengthAdjust="spacingAndGlyphs">${content}</text>`;
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="22" role="img" aria-label="${title}"><title>${title}</title><rect width="${left + right}" height="22" rx="4" fill="#3c434a"/><path d="M${left} 0h${right - 4}a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H${left}z" fill="${colour}"/><g fill="#fff" font-family="Sarabun,Tahoma,Verdana,sans-serif" font-size="12">${words(0, left, label)}${words(left, right, text)}</g></svg>`;
  return `${svg.html}\n`;
}
