// Tables: tells data from layout, and lays cells out on the grid that rowspan and colspan describe.
//
// `cells` of one table's rows are aligned by column: `cells[i]` stands under `cells[i]` of the header rows. A rowspan repeats
// its text in every row it spans, so that each row is complete. A header's colspan repeats its text over the columns it spans;
// a body cell's colspan gives its text once and '' for the rest, so that no amount is counted twice. A row of one cell that
// spans the whole table (a group's title) has that one cell. `text` joins the non-empty cells, each once.
import { type HtmlNode, has } from './html-node.ts';
import { textOf } from './html-text.ts';

export interface Cell {
  readonly node: HtmlNode;
  text: string;
  readonly head: boolean;
  readonly bold: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  column: number;
}

export interface GridRow {
  /** 1-based position among the table's rows. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly text: string;
  readonly header: boolean;
  /** Title of the group of rows this one belongs to. */
  readonly group: string;
  /** Texts of the rows above that the row's own empty first cells leave standing (a name written once for several rows). */
  readonly carried: readonly string[];
  /** Which columns hold links. */
  readonly linked: readonly boolean[];
  /** The row is itself such a title. */
  readonly title: boolean;
}

export interface Grid {
  readonly rows: readonly GridRow[];
  /** So many of the first rows are titles over its head, as a sheet has them: what a caption would say. */
  readonly captions: number;
  /** Header text of a column, top to bottom; '' if it has none. */
  header(column: number): string;
}

const maxColumns = 256;

/** The table's own rows, those of nested tables excluded. */
export function rowsOf(table: HtmlNode): HtmlNode[] {
  const rows: HtmlNode[] = [];
  for (let node = table.first; node !== null; node = node.next) {
    if (node.tag === 'tr') rows.push(node);
    else if (node.tag === 'tbody' || node.tag === 'thead' || node.tag === 'tfoot' || node.tag === 'form') {
      for (let row = node.first; row !== null; row = row.next) if (row.tag === 'tr') rows.push(row);
    }
  }
  return rows;
}

export function cellsOf(row: HtmlNode): HtmlNode[] {
  const cells: HtmlNode[] = [];
  for (let node = row.first; node !== null; node = node.next) {
    if (node.tag === 'td' || node.tag === 'th') cells.push(node);
  }
  return cells;
}

function span(value: string | undefined, most: number): number {
  const count = Number.parseInt(value ?? '1', 10);
  return Number.isNaN(count) || count < 1 ? (value?.trim() === '0' ? most : 1) : Math.min(count, most);
}

/** Whether a table holds data (its rows are rows) rather than laying out the page. */
export function isDataTable(table: HtmlNode): boolean {
  const rows = rowsOf(table);
  if (rows.length === 0) return false;
  const head = rows.some((row) => row.parent!.tag === 'thead' || cellsOf(row).some((cell) => cell.tag === 'th'));
  const role = table.attrs['role'];
  if ((role === 'presentation' || role === 'none') && !head) return false;
  let columns = 0;
  let cells = 0;
  let nested = 0;
  let holding = 0;
  let big = 0;
  let linked = 0;
  for (const row of rows) {
    const own = cellsOf(row);
    for (const cell of own) {
      if (cell.size > 0 || cell.links > 0) cells++;
      if (cell.links > 0) linked++;
      if ((cell.inside & has.table) !== 0) {
        nested++;
        if (cell.size > smallTable || cell.links > 0) holding++;
      } else if (isBig(cell)) big++;
    }
    columns = Math.max(columns, own.length);
  }
  // Cells one under the other, be they said to span others that are not there, lay out a page.
  if (columns <= 1 || cells === 0) return false;
  // A few figures set in a table of their own within each row, under column names.
  const parts = nested > 0 && holding === 0 && rows.length >= 3 && rows.slice(0, 2).some(namesColumns);
  if (nested > 0 && !parts && !(head && nested / rows.length < 0.3)) return false;
  if (head || namesColumns(rows[0]!)) return true;
  if (big > 0 && (rows.length <= 3 || big / cells > 0.3)) return false;
  if (rows.length <= 3 && rows.some(isPageRow)) return false;
  // one row of several links is a menu or a strip of pictures
  return !(rows.length === 1 && linked >= 2);
}

/** Letters of a table that is but a part of a cell. */
const smallTable = 160;

/** A first row of column names makes a table of data however long its cells are. */
function namesColumns(row: HtmlNode): boolean {
  const cells = cellsOf(row);
  if (cells.length < 2 || cells.some((cell) => cell.size > 120)) return false;
  return cells.filter((cell) => headerWord.test(textOf(cell, 60))).length >= Math.max(2, cells.length / 2);
}

function isBig(cell: HtmlNode): boolean {
  const { inside, size, links } = cell;
  if (links > 12) return true;
  if (size > 1500) return true;
  if (size > 600 && (inside & (has.block | has.list | has.heading)) !== 0) return true;
  return size > 200 && (inside & has.heading) !== 0 && (inside & (has.list | has.block)) !== 0;
}

/** A row that frames a page: a menu beside what is read, or a cell that is a page's piece under its own heading. */
function isPageRow(row: HtmlNode): boolean {
  const cells = cellsOf(row);
  if (cells.some(({ inside }) => (inside & has.heading) !== 0 && (inside & (has.list | has.block)) !== 0)) return true;
  return (
    cells.length >= 2 &&
    cells.some(({ links }) => links >= 4) &&
    cells.some(({ size, links }) => size > 120 && links < 4)
  );
}

const figures = /[0-9๐-๙][0-9๐-๙,]{3,}|[0-9๐-๙]\.[0-9๐-๙]{2}\b/;

/** Lays out the collected cells. `rows[i].cells` are the cells of the i-th `<tr>` in order. */
export function layOut(rows: readonly { readonly node: HtmlNode; readonly cells: readonly Cell[] }[]): Grid {
  // rowspans over colspans multiply: bound the grid as a whole
  const columns = Math.min(maxColumns, Math.max(8, Math.floor(1_000_000 / Math.max(1, rows.length))));
  const owners: (Cell | undefined)[][] = rows.map(() => []);
  let width = 0;
  rows.forEach((row, r) => {
    let c = 0;
    for (const cell of row.cells) {
      while (owners[r]![c] !== undefined) c++;
      if (c >= columns) break;
      cell.column = c;
      const last = Math.min(rows.length, r + cell.rowspan);
      const end = Math.min(columns, c + cell.colspan);
      for (let rr = r; rr < last; rr++) for (let cc = c; cc < end; cc++) owners[rr]![cc] ??= cell;
      c = end;
    }
    width = Math.max(width, owners[r]!.length);
  });
  const single = owners.map((line) => {
    const first = line.find((cell) => cell !== undefined);
    return first !== undefined && width > 1 && line.length === width && line.every((cell) => cell === first);
  });
  const captions = captionsOf(rows, single);
  for (let r = 0; r < captions; r++) single[r] = true;
  const headerRows = findHeader(rows, owners, single, captions > 0);
  repeatHeader(rows, headerRows);
  const grid: GridRow[] = [];
  let group = '';
  let standing: readonly string[] = [];
  owners.forEach((line, r) => {
    const header = headerRows.has(r);
    const title = single[r]!;
    const texts: string[] = [];
    const seen = new Set<Cell>();
    const cells: string[] = [];
    for (let c = 0; c < (title ? 1 : width); c++) {
      const cell = line[c];
      if (cell === undefined) {
        cells.push('');
        continue;
      }
      cells.push(header || cell.column === c ? cell.text : '');
      if (!seen.has(cell) && cell.text !== '') texts.push(cell.text);
      seen.add(cell);
    }
    const text = texts.join(' | ');
    const blank = header || title ? 0 : cells.findIndex((cell) => cell !== '');
    const carried = blank > 0 ? standing.slice(0, blank) : [];
    if (title || header) standing = [];
    else standing = cells.map((cell, c) => (c < blank ? (standing[c] ?? '') : cell));
    grid.push({
      number: r + 1,
      cells,
      text,
      header: header && !title,
      group: title ? '' : group,
      carried,
      linked: line.map((cell) => (cell?.node.links ?? 0) > 0),
      title,
    });
    if (title) group = text;
  });
  const headerLines = [...headerRows].sort((a, b) => a - b).filter((r) => !single[r]);
  const header = (column: number): string => {
    const parts: string[] = [];
    for (const r of headerLines) {
      const text = owners[r]![column]?.text ?? '';
      if (text !== '' && !parts.includes(text)) parts.push(text);
    }
    return parts.join(' ');
  };
  return { rows: grid, captions, header };
}

/** Rows that say one thing over rows of columns. A sheet's title stands in its first cell and runs on over the empty ones. */
function captionsOf(rows: readonly { readonly cells: readonly Cell[] }[], single: readonly boolean[]): number {
  let count = 0;
  for (const [r, { cells }] of rows.entries()) {
    const named = cells.filter(({ text }) => text !== '');
    if (named.length > 1) return labels(cells) ? count : 0;
    const [cell] = named;
    if (count === mostCaptions || (cell !== undefined && !isCaption(cell, single[r]!))) return 0;
    count++;
  }
  return 0;
}

/** A title, an office, a unit of money. */
const mostCaptions = 5;
/** In a cell of its own width, shorter words may be a column's. */
const [shortestCaption, longestCaption] = [12, 160];

const isCaption = ({ text, column, node }: Cell, whole: boolean): boolean =>
  text.length <= longestCaption && node.links === 0 && (whole || (column === 0 && text.length >= shortestCaption));

/** Indexes of header rows: `<thead>`, all `<th>`, or the first rows where they are set apart or say no figures. */
function findHeader(
  rows: readonly { readonly node: HtmlNode; readonly cells: readonly Cell[] }[],
  owners: readonly (readonly (Cell | undefined)[])[],
  single: readonly boolean[],
  /** Captions stand over it: what comes next is a head rather than data. */
  captioned: boolean,
): Set<number> {
  const found = new Set<number>();
  rows.forEach((row, r) => {
    const named = row.cells.filter((cell) => cell.text !== '');
    if (row.node.parent!.tag === 'thead' || (named.length > 0 && named.every((cell) => cell.node.tag === 'th')))
      found.add(r);
  });
  if (found.size > 0 && !isWhole(rows, found)) {
    // a header cell that spans down makes the rows it spans header rows where they hold nothing but short labels
    const spread = [...found];
    for (const r of spread) {
      const down = Math.max(1, ...rows[r]!.cells.filter((cell) => cell.head).map((cell) => cell.rowspan));
      for (let rr = r + 1; rr < Math.min(rows.length, r + down); rr++) if (labels(rows[rr]!.cells)) found.add(rr);
    }
    return new Set([...found].sort((a, b) => a - b));
  }
  found.clear();
  let first = 0;
  while (first < rows.length && (single[first] || owners[first]!.length === 0)) first++;
  const row = rows[first];
  if (row === undefined || rows.length - first < 2) return found;
  const named = row.cells.filter((cell) => cell.text !== '');
  if (named.length < 2 || !labels(row.cells)) return found;
  const spans = row.cells.some((cell) => cell.rowspan > 1) && row.cells.some((cell) => cell.colspan > 1);
  const apart =
    named.every((cell) => cell.bold) &&
    !rows.slice(first + 1).every((other) => other.cells.every((cell) => cell.bold || cell.text === ''));
  const wanted = named.filter((cell) => headerWord.test(cell.text)).length;
  if (!spans && !apart && wanted < (captioned ? 1 : Math.max(2, named.length / 2))) return found;
  const depth = spans ? Math.max(...row.cells.map((cell) => cell.rowspan)) : 1;
  for (let r = first; r < Math.min(rows.length, first + depth); r++) {
    if (r > first && !labels(rows[r]!.cells)) break;
    found.add(r);
  }
  return found;
}

/**
 * Markup that makes a header of the whole table tells nothing: pages set all in `<th>`, and Word documents that switch the
 * repeating of a row off, which is read as on.
 */
function isWhole(
  rows: readonly { readonly node: HtmlNode; readonly cells: readonly Cell[] }[],
  header: ReadonlySet<number>,
): boolean {
  let told = 0;
  let figured = false;
  for (const [r, { cells }] of rows.entries()) {
    if (cells.every(({ text }) => text === '')) continue;
    if (!header.has(r)) return false;
    told += 1;
    figured ||= !labels(cells);
  }
  return told >= 3 || figured;
}

/** A long table says its column names again under each group's title. */
function repeatHeader(rows: readonly { readonly cells: readonly Cell[] }[], header: Set<number>): void {
  const words = (cells: readonly Cell[]): string => cells.map((cell) => cell.text).join('|');
  const known = new Set([...header].map((r) => words(rows[r]!.cells)).filter((text) => /[^|]\|[^|]/.test(text)));
  if (known.size === 0) return;
  rows.forEach((row, r) => {
    if (known.has(words(row.cells))) header.add(r);
  });
}

/** Column names of Thai plan, budget and document tables, at their start. */
const headerWord =
  /^(?:ลำดับ|ที่$|เลขที่|รายการ|โครงการ|กิจกรรม|แผนงาน|ชื่อ|เรื่อง|หัวข้อ|เอกสาร|ไฟล์|ดาวน์โหลด|งบ|จำนวน|วงเงิน|ได้รับ|เบิก|ใช้|ผูกพัน|คงเหลือ|เหลือ|ร้อยละ|ผล|สถานะ|ความก้าวหน้า|หน่วย|ผู้รับผิดชอบ|ระยะเวลา|วันที่|เดือน|ปี|ไตรมาส|รอบ|ตัวชี้วัด|เป้าหมาย|เป้าประสงค์|ค่า|น้ำหนัก|คะแนน|หมายเหตุ|ปัญหา|ข้อเสนอแนะ|รายละเอียด|ข้อมูล|องค์ประกอบ|ข้อ$|(?:ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค)\.?\s*(?:[0-9๐-๙]{2,4})?$|q[1-4]$|ประเด็น|ยุทธศาสตร์|กลยุทธ์|วัตถุประสงค์|สถานที่|แหล่ง|ประเภท|หมวด|link|url|no\.?$|%$)/iu;

function labels(cells: readonly Cell[]): boolean {
  return cells.every(
    (cell) => cell.text.length <= 120 && !figures.test(cell.text.replace(/(?:25|๒๕)[0-9๐-๙]{2}/g, '')),
  );
}

/** A cell as met on the walk; its text comes later. */
export function newCell(node: HtmlNode, bold: boolean): Cell {
  const rows = span(node.attrs['rowspan'], 65_534);
  return {
    node,
    text: '',
    head: node.tag === 'th',
    bold,
    colspan: span(node.attrs['colspan'], maxColumns),
    rowspan: rows,
    column: 0,
  };
}
