// Reads the `exempt` cell: `criterion: reason (until 2026-12-31)`, several separated by `;`. Dates C.E. or B.E.
import type { Exemption } from '../model/registry.ts';
import type { Bilingual } from '../model/result.ts';
import { nearestName } from '../text/nearest-name.ts';
import { parseDate } from '../text/parse-date.ts';
import { problemTexts } from './problem-texts.ts';
import type { RawCell } from './raw-registry.ts';

/** `criteria`: the ids that may be named; any when absent. */
export function parseExemptions(
  cell: RawCell,
  criteria: readonly string[] | undefined,
  report: (cell: RawCell, text: Bilingual, value?: string) => void,
): Exemption[] {
  const found: Exemption[] = [];
  for (const item of cell.items ?? splitItems(cell.text)) {
    const text = item.trim();
    if (text === '') continue;
    const match = /^([A-Za-z0-9-]+)\s*[:：]\s*(.+)$/su.exec(text);
    const criterion = match?.[1];
    if (!match || criterion === undefined) {
      report(cell, problemTexts.badExempt(), text);
      continue;
    }
    if (criteria && !criteria.includes(criterion)) {
      const suggestion = nearestName(criterion, criteria);
      report(cell, problemTexts.unknownCriterion(criterion, suggestion, criteria.join(', ')), text);
      continue;
    }
    if (found.some((exemption) => exemption.criterion === criterion)) {
      report(cell, problemTexts.duplicateExempt(criterion), text);
      continue;
    }
    const dated = /^(.*?)\s*\(\s*(?:until|till|to|ถึง|จนถึง|ถึงวันที่|จนถึงวันที่)\s*([^()]*?)\s*\)$/isu.exec(match[2]!);
    const reason = (dated ? dated[1]! : match[2]!).trim().replace(/\s+/g, ' ');
    const until = dated ? parseDate(dated[2]!) : undefined;
    if (reason === '') report(cell, problemTexts.badExempt(), text);
    else if (dated && until === undefined) report(cell, problemTexts.badExemptDate(dated[2]!), text);
    else found.push({ criterion, reason, ...(until === undefined ? {} : { until }) });
  }
  return found;
}

/** Splits at `;` and line breaks, but not inside brackets. */
function splitItems(text: string): string[] {
  return text.split(/[;\n](?![^(]*\))/u);
}
