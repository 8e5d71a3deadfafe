// Plans whose rows say by a code alone of which programme they are (00310 | ถนน คสล. …), where another page of the site tells what the codes
// stand for (00310 | แผนงานอุตสาหกรรมและการโยธา): the programmes are put to the rows. Pure.
import { namesSurely, norm } from './lexicon.ts';
import type { TableCell } from './records.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';

/** Programmes that the codes must name, and the share of the plan's rows that must have one. */
const [fewest, most] = [2, 0.7];

export function codedProgrammes({ units }: Survey): Map<Unit, Unit> {
  const made = new Map<Unit, Unit>();
  let names: ReadonlyMap<string, string> | undefined;
  for (const unit of units) {
    const table = unit.tables[0];
    if (unit.lookalike || table === undefined || !namesSurely(unit.classes, 'annual-plan')) continue;
    if (unit.tables.some(({ columns }) => columns.has('programme')) || unit.records.length < fewest) continue;
    const coded = unit.records.flatMap(({ segment }) => {
      const first = unit.page.text.segments[segment]?.cells?.find((cell) => cell.trim() !== '')?.trim() ?? '';
      return isCode.test(first) ? [{ segment, code: first }] : [];
    });
    if (coded.length < unit.records.length * most) continue;
    names ??= meanings(units);
    const cells = coded.flatMap(({ segment, code }): TableCell[] => {
      const text = names!.get(code);
      return text === undefined ? [] : [{ column: 'programme', heading: 'แผนงาน', text, segment }];
    });
    if (cells.length < coded.length * most || new Set(cells.map(({ text }) => text)).size < fewest) continue;
    const columns = new Set(table.columns).add('programme');
    const tables = [{ ...table, columns, cells: [...table.cells, ...cells] }, ...unit.tables.slice(1)];
    made.set(unit, Object.create(unit, { tables: { value: tables, enumerable: true } }) as Unit);
  }
  return made;
}

/** Rows or lines of a code and the name of a programme. */
function meanings(units: readonly Unit[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { segments } of units)
    for (const { segment } of segments) {
      if (segment.text.length > longest) continue;
      const filled = segment.cells?.map((cell) => cell.trim()).filter((cell) => cell !== '');
      const [code, name] = filled?.length === 2 ? filled : (line.exec(segment.text)?.slice(1) ?? []);
      if (code !== undefined && name !== undefined && isCode.test(code) && programme.test(norm(name).text))
        names.set(code, name);
    }
  return names;
}
const longest = 160;
/** Longer than the number of a row. */
const isCode = /^(?=.{2,12}$)(?:[\p{L}]{1,4}[-./]?)?(?:[0-9๐-๙]{1,6}[-./]?){1,3}$/u;
const line = /^\s*([\p{L}]{0,4}[-./]?[0-9๐-๙]{1,6})\s*(?:=|:|คือ|หมายถึง|–|-)?\s*(\p{L}[^\n]{5,})$/u;
/** Over the match form. */
const programme = /^(?:แผนงาน|ยุทธศาสตร์|กลยุทธ์|ประเด็น(?:ยุทธศาสตร์|การพัฒนา)|พันธกิจ|ด้าน|ผลผลิต|เป้าประสงค์)(?!ไม่)[ก-๎\s]{4}/u;
