// What the workbook writer lacks: hyperlinks, filters and a width that fits the paper, put into the sheets' XML as ECMA-376
// orders its elements.
import type { Feature } from 'write-excel-file/universal';

export interface SheetLinks {
  /** Range of the filter with its heading row, such as `A1:F20`. */
  readonly filter?: string;
  /** Cell (`B7`) → address, or a place in this workbook as `#'sheet'!A5`. */
  readonly links: ReadonlyMap<string, string>;
}

/** Excel keeps at most so many links a sheet. */
const mostLinks = 65_000;
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `sheets` in the order of the workbook's sheets. */
export function linkFeature(sheets: readonly SheetLinks[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => withLinks(xml, sheets[sheetIndex]),
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) =>
            external(sheets[sheetIndex])
              .map(
                ([, url], index) =>
                  `<Relationship Id="rId-link-${index}" Type="${relation}/hyperlink" Target="${escapeXml(url)}" TargetMode="External"/>`,
              )
              .join(''),
        },
      },
    },
  };
}

function withLinks(xml: string, sheet: SheetLinks | undefined): string {
  if (sheet === undefined) return xml;
  const filter = sheet.filter === undefined ? '' : `<autoFilter ref="${sheet.filter}"/>`;
  const outside = external(sheet).map(
    ([cell], index) => `<hyperlink xmlns:r="${relation}" ref="${cell}" r:id="rId-link-${index}"/>`,
  );
  const inside = [...sheet.links]
    .filter(([, target]) => target.startsWith('#'))
    .slice(0, mostLinks)
    .map(([cell, target]) => `<hyperlink ref="${cell}" location="${escapeXml(target.slice(1))}"/>`);
  const links = [...outside, ...inside];
  const withFilter = onOnePage(xml).replace('</sheetData>', () => `</sheetData>${filter}`);
  if (links.length === 0) return withFilter;
  // After merged cells, formats and validations; before everything that tells of printing and drawings.
  const after =
    /<(?:printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing|tableParts|extLst)\b|<\/worksheet>/;
  const element = `<hyperlinks>${links.join('')}</hyperlinks>`;
  return withFilter.replace(after, (found) => element + found);
}

/** All columns of a sheet printed on one page across. */
function onOnePage(xml: string): string {
  if (!xml.includes('<pageSetup ') || xml.includes('<sheetPr')) return xml;
  return xml
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
    .replace(/<worksheet\b[^>]*>/, (open) => `${open}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`);
}

function external(sheet: SheetLinks | undefined): (readonly [cell: string, url: string])[] {
  const links = [...(sheet?.links ?? [])];
  // Excel refuses addresses of more than 2079 characters.
  return links.filter(([, url]) => /^https?:\/\//i.test(url) && url.length < 2000).slice(0, mostLinks);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!);
}

/** `A1` for row and column counted from 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
