// Tables drawn with boxes (`role=row`, `display:table`, rows of grid columns) are named as the tables they are, so that their
// rows are read as rows. Only plain cases; anything doubtful stays boxes.
import { look, style } from './html-looks.ts';
import { type HtmlNode, holds, kind, rename } from './html-node.ts';

const byRole: Readonly<Record<string, string>> = {
  table: 'table',
  grid: 'table',
  treegrid: 'table',
  rowgroup: 'tbody',
  row: 'tr',
  cell: 'td',
  gridcell: 'td',
  columnheader: 'th',
  rowheader: 'th',
};
const byDisplay: Readonly<Record<string, string>> = {
  table: 'table',
  'table-row-group': 'tbody',
  'table-header-group': 'thead',
  'table-row': 'tr',
  'table-cell': 'td',
};
/** What may stand right under what. */
const within: Readonly<Record<string, ReadonlySet<string>>> = {
  tbody: new Set(['table']),
  thead: new Set(['table']),
  tr: new Set(['table', 'tbody', 'thead']),
  td: new Set(['tr']),
  th: new Set(['tr']),
};

/** Renames boxes that make up tables, parents before children. */
export function nameBoxTables(nodes: readonly HtmlNode[]): void {
  for (const node of nodes) {
    if ((node.kind & kind.box) === 0) continue;
    let drawn: string | undefined = (node.holds & holds.role) === 0 ? undefined : byRole[node.attrs['role']!];
    if (drawn === undefined && (node.style & style.drawn) !== 0) {
      const display = /(?:^|;)\s*display\s*:\s*(table[a-z-]*)/i.exec(node.attrs['style']!)?.[1];
      drawn = display === undefined ? undefined : byDisplay[display.toLowerCase()];
    }
    if (drawn !== undefined) {
      const allowed = within[drawn];
      if (allowed === undefined ? holdsRows(node) : allowed.has(node.parent?.tag ?? '')) rename(node, drawn);
    } else if ((node.look.bits & look.row) !== 0) nameGridRows(node);
  }
}

/** A box called a table has at least two boxes called rows in it (a lone `display:table` only centres something). */
function holdsRows(table: HtmlNode): boolean {
  let rows = 0;
  const count = (parent: HtmlNode, depth: number): void => {
    for (let node = parent.first; node !== null && rows < 2; node = node.next) {
      const { role, style: css } = node.attrs;
      if (role === 'row' || (css !== undefined && /display\s*:\s*table-row\b(?!-)/i.test(css))) rows++;
      else if (depth < 1 && node.first !== null) count(node, depth + 1);
    }
  };
  count(table, 0);
  return rows >= 2;
}

const columnName =
  /^(?:ลำดับ|ที่$|รายการ|โครงการ|กิจกรรม|ชื่อ|งบ|จำนวน|เบิก|คงเหลือ|ร้อยละ|ผล|สถานะ|ความก้าวหน้า|ผู้รับผิดชอบ|ระยะเวลา|ตัวชี้วัด|เป้าหมาย|หมายเหตุ|เอกสาร|ไฟล์|ดาวน์โหลด|ปี|วันที่)/u;

/** Siblings that are rows of the same three or more columns under a row of column names. */
function nameGridRows(first: HtmlNode): void {
  const parent = first.parent;
  if (parent === null || parent.tag === 'table' || (parent.kind & kind.box) === 0) return;
  const rows: HtmlNode[] = [];
  for (let node = parent.first; node !== null; node = node.next) {
    if (node.tag === '#text') continue;
    if (node === first || rows.length > 0) rows.push(node);
    else return; // the rows begin the box
    if (rows.length > 2000) break;
  }
  const width = columns(first)?.length ?? 0;
  if (rows.length < 3 || width < 3) return;
  const cells: HtmlNode[][] = [];
  for (const row of rows) {
    const found = columns(row);
    if (found === undefined || found.length !== width) return;
    cells.push(found);
  }
  if (cells[0]!.filter((cell) => columnName.test(shortText(cell))).length < 2) return;
  rename(parent, 'table');
  rows.forEach((row, r) => {
    rename(row, 'tr');
    for (const cell of cells[r]!) rename(cell, r === 0 ? 'th' : 'td');
  });
}

function columns(row: HtmlNode): HtmlNode[] | undefined {
  if (row.tag !== 'div' || (row.look.bits & look.row) === 0) return undefined;
  const found: HtmlNode[] = [];
  for (let node = row.first; node !== null; node = node.next) {
    if (node.tag === '#text') continue;
    if ((node.look.bits & look.column) === 0) return undefined;
    found.push(node);
  }
  return found;
}

function shortText(cell: HtmlNode): string {
  let node: HtmlNode | null = cell.first;
  for (let steps = 0; node !== null && steps < 8; steps++) {
    if (node.tag === '#text' && node.text.trim() !== '') return node.text.trim();
    node = node.first ?? node.next ?? node.parent?.next ?? null;
  }
  return '';
}
