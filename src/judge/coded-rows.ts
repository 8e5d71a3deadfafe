// Tables that tell of the same projects, in which only the first names them: the next ones go by their codes (money on the next slide, by
// ก1, ก2 …). The names are put where the codes stand. Pure.
import { type Lexicon, norm } from './lexicon.ts';
import type { IndexedSegment } from './records.ts';
import { columnIdsOf } from './table-head.ts';

/** Codes that two tables must share, and the share of those that the later one has. */
const [fewest, most] = [2, 0.8];

export function withNamesForCodes(lexicon: Lexicon, tables: readonly IndexedSegment[][]): readonly IndexedSegment[][] {
  if (tables.length < 2) return tables;
  const names = new Map<string, string>();
  return tables.map((rows) => {
    const head = (rows[0]?.segment.cells ?? []).map((cell) => cell.trim());
    const at = head.findIndex((cell) => ofCodes.test(norm(cell).text));
    if (at < 0) return rows;
    const named = head.findIndex((cell, place) => place !== at && columnIdsOf(lexicon, cell).has('project'));
    const codes = rows.slice(1).map(({ segment }) => segment.cells?.[at]?.trim() ?? '');
    if (named >= 0) {
      for (const [row, code] of codes.entries()) {
        const name = rows[row + 1]!.segment.cells?.[named]?.trim() ?? '';
        if (code !== '' && name !== '' && !names.has(code)) names.set(code, name);
      }
      return rows;
    }
    const known = codes.filter((code) => names.has(code));
    const filled = codes.filter((code) => code !== '' && !total.test(code));
    if (known.length < fewest || known.length < filled.length * most) return rows;
    return rows.map((part, row) => {
      const name = row === 0 ? 'โครงการ' : names.get(codes[row - 1]!);
      if (name === undefined) return part;
      const cells = part.segment.cells!.map((cell, place) => (place === at ? name : cell));
      const header = row === 0 || part.segment.header === true;
      return { ...part, segment: { ...part.segment, cells, text: cells.join(' | '), header } };
    });
  });
}

/** Over the match form. Numbers alone begin anew in each table. */
const ofCodes = /^(?:รหัส(?:โครงการ|งาน|กิจกรรม)?|(?:project)?code|id)$/u;
const total = /^(?:รวม|ทั้งสิ้น|total)/u;
