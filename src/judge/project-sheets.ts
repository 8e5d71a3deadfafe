// A workbook that keeps a sheet for each project: its name and what it was given at the top, a ledger of what was paid for it, and a
// line on how far it is. Together they tell what one table of all projects does. Pure.
import { isFilled, isMoney } from './cell-value.ts';
import type { Lexicon } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { isProjectName } from './project-name.ts';
import type { IndexedSegment, ProjectRecord, TableReading } from './records.ts';
import { columnIdsOf } from './table-head.ts';
import { tellsOfWork } from './work-told.ts';

/** Sheets from which they are kept so, and words that each of them has. */
const [fewest, fewestLabels] = [2, 2];

interface Sheet {
  readonly record: ProjectRecord;
  readonly labels: ReadonlySet<string>;
}

/** The projects of all such sheets, and segments that stand on them. */
export function projectSheets(
  lexicon: Lexicon,
  segments: readonly IndexedSegment[],
): { readonly table: TableReading; readonly used: ReadonlySet<number> } | undefined {
  const bySheet = Map.groupBy(
    segments.filter(({ segment }) => segment.locator.sheet !== undefined),
    ({ segment }) => segment.locator.sheet!,
  );
  if (bySheet.size < fewest) return undefined;
  const sheets = [...bySheet.values()].flatMap((rows) => {
    const sheet = readSheet(lexicon, rows);
    return sheet === undefined ? [] : [{ ...sheet, rows }];
  });
  const shared = [...(sheets[0]?.labels ?? [])].filter((label) => sheets.every(({ labels }) => labels.has(label)));
  const names = new Set(sheets.map(({ record }) => record.name));
  if (names.size < fewest || names.size < sheets.length || shared.length < fewestLabels) return undefined;
  const records = sheets.map(({ record }) => record);
  const columns = new Set(records.flatMap(({ fields }) => [...fields.keys()]));
  const told = records.filter(({ fields }) => fields.has('progress') || fields.has('result')).length;
  return {
    table: { records, cells: [], columns, told, foreign: false, first: records[0]!.segment },
    used: new Set(sheets.flatMap(({ rows }) => rows.map(({ index }) => index))),
  };
}

function readSheet(lexicon: Lexicon, parts: readonly IndexedSegment[]): Sheet | undefined {
  const fields = new Map<ColumnId, string>();
  const labels = new Set<string>();
  let at: number | undefined;
  let ledger: ReadonlyMap<number, ReadonlySet<ColumnId>> | undefined;
  for (const { index, segment } of parts) {
    const cells = (segment.cells ?? []).map((cell) => cell.trim());
    const filled = cells.filter((cell) => cell !== '');
    const [label = '', value = ''] = segment.kind === 'row' ? filled : pairIn(segment.text);
    const pair = filled.length === 2 || segment.kind !== 'row';
    if (pair && at === undefined && ofName.test(label) && isProjectName(lexicon, value)) {
      fields.set('project', value);
      at = index;
    } else if (pair && value !== '' && columnIdsOf(lexicon, label).size > 0) {
      labels.add(label);
      for (const id of columnIdsOf(lexicon, label)) if (isFilled(id, value) && !fields.has(id)) fields.set(id, value);
    } else if (filled.length > 2) {
      const heads = new Map([...cells.entries()].map(([place, cell]) => [place, columnIdsOf(lexicon, cell)]));
      if ([...heads.values()].some((ids) => ids.has('spent'))) {
        ledger = heads;
        labels.add(filled.join('|'));
      } else addPaid(fields, ledger, cells);
    } else if (segment.kind !== 'row' && !fields.has('progress') && tellsOfWork(lexicon, segment.text)) {
      fields.set('progress', segment.text);
    }
  }
  const name = fields.get('project');
  return name === undefined || at === undefined ? undefined : { record: { name, fields, segment: at }, labels };
}

/** A line of the ledger: that something was paid, and what of it all that was. */
function addPaid(
  fields: Map<ColumnId, string>,
  ledger: ReadonlyMap<number, ReadonlySet<ColumnId>> | undefined,
  cells: readonly string[],
): void {
  for (const [place, ids] of ledger ?? [])
    if (ids.has('spent') && isMoney(cells[place] ?? '') && !fields.has('spent')) fields.set('spent', cells[place]!);
}

/** The word before a colon, and what it says. */
const pairIn = (text: string): string[] => /^([^:：\n]{2,40}?)\s*[:：]\s*(\S.*)$/u.exec(text)?.slice(1) ?? [];
const ofName = /^(?:ชื่อ)?(?:โครงการ|กิจกรรม|งาน|เรื่อง)?\s*[:：]?$/u;
