// RTF: own reader, because the libraries tried lose most Thai letters. Knows code pages by font, \uN, tables and the
// destinations that hold no content; everything else is ignored. Iterative: nesting cannot overflow anything.
import { failed, gathered, type Reader } from './reader.ts';
import { createSegmentBuilder, type SegmentBuilder } from './segment-builder.ts';
import type { SourceCell } from './table-cells.ts';

/** Destinations whose text is not content. `\*` marks all others that a reader may skip. */
const silent = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'listtable',
  'listoverridetable',
  'rsidtbl',
  'generator',
  'xmlnstbl',
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
  'fldinst',
  'bkmkstart',
  'bkmkend',
  'pntext',
  'nonshppict',
  'filetbl',
  'revtbl',
]);

/** `\fcharsetN` → code page. */
const charsets: Readonly<Record<number, string>> = {
  222: 'windows-874',
  0: 'windows-1252',
  128: 'shift_jis',
  134: 'gbk',
  204: 'windows-1251',
};

interface Group {
  readonly silent: boolean;
  readonly font: number;
  readonly bold: boolean;
  /** Characters to skip after \uN. */
  readonly fallback: number;
}

export const readRtf: Reader = ({ media, body, limits }) => {
  const source = body.toString('latin1');
  if (!/^\s*\{\\rtf/i.test(source.slice(0, 200).replace(/^\xef\xbb\xbf/, '')))
    return failed(media, 'corrupt', 'no RTF header');
  const builder = createSegmentBuilder(limits);
  const complete = putRtf(source, builder, limits.nesting);
  if (!complete) return failed(media, 'corrupt', 'groups nested too deeply');
  return gathered(media, builder);
};

const token = /\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|[\s\S]/gi;

function putRtf(source: string, builder: SegmentBuilder, maxDepth: number): boolean {
  const fonts = new Map<number, string>();
  let page = 'windows-874';
  let state: Group = { silent: false, font: -1, bold: false, fallback: 1 };
  const stack: Group[] = [];
  let inFontTable = 0;
  let definedFont = 0;
  let bytes: number[] = [];
  let text = '';
  let boldLetters = 0;
  let skip = 0;
  let star = false;
  let rows: RtfRow[] = [];
  let row: string[] = [];
  /** Where the cells of the row end, and whether each only goes on with the one above, or before. */
  let edges: number[] = [];
  let goesOn: boolean[] = [];
  let joins: boolean[] = [];
  let [merged, joined] = [false, false];
  let inTable = false;

  const flushBytes = () => {
    if (bytes.length === 0) return;
    add(decoder(fonts.get(state.font) ?? page).decode(Uint8Array.from(bytes)));
    bytes = [];
  };
  const add = (piece: string) => {
    text += piece;
    if (state.bold) boldLetters += piece.length;
  };
  const endTable = () => {
    if (rows.length > 0) builder.table(withSpans(rows));
    rows = [];
  };
  const endParagraph = () => {
    flushBytes();
    if (inTable) {
      text += '\n';
      return;
    }
    const clean = text.trim();
    if (row.length === 0 && clean !== '') endTable();
    const heading = clean.length > 0 && clean.length <= 120 && boldLetters >= clean.length * 0.9;
    builder.text(
      heading ? 'heading' : /^[-•▪●○*]\s|^[(]?[\d๐-๙]{1,3}[.)]\s/.test(clean) ? 'item' : 'paragraph',
      clean,
      6,
    );
    text = '';
    boldLetters = 0;
  };

  token.lastIndex = 0;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [, word, argument, hex, symbol, brace, plain] = match;
    if (brace === '{') {
      flushBytes();
      stack.push(state);
      if (stack.length > maxDepth) return false;
      continue;
    }
    if (brace === '}') {
      flushBytes();
      state = stack.pop() ?? state;
      if (stack.length < inFontTable) inFontTable = 0;
      continue;
    }
    if (symbol === '*') {
      star = true;
      continue;
    }
    if (word !== undefined) {
      const name = word.toLowerCase();
      const value = argument === undefined ? undefined : Number(argument);
      if (name === 'fonttbl') inFontTable = stack.length;
      if (silent.has(name) || (star && name !== 'shppict' && name !== 'shpinst' && name !== 'shptxt'))
        state = { ...state, silent: true };
      star = false;
      if (inFontTable > 0) {
        if (name === 'f') definedFont = value ?? 0;
        if (name === 'fcharset') fonts.set(definedFont, charsets[value ?? 0] ?? page);
        continue;
      }
      if (state.silent) continue;
      if (name !== 'u') flushBytes();
      switch (name) {
        case 'ansicpg':
          page = value === 1252 || value === undefined || value === 0 ? page : `windows-${value}`;
          break;
        case 'f':
          state = { ...state, font: value ?? 0 };
          break;
        case 'plain':
          state = { ...state, bold: false };
          break;
        case 'b':
          state = { ...state, bold: value !== 0 };
          break;
        case 'uc':
          state = { ...state, fallback: value ?? 1 };
          break;
        case 'u':
          flushBytes();
          add(String.fromCharCode(((value ?? 63) + 65_536) % 65_536));
          skip = state.fallback;
          break;
        case 'par':
        case 'sect':
        case 'page':
          endParagraph();
          break;
        case 'line':
        case 'tab':
          add(' ');
          break;
        case 'intbl':
          inTable = true;
          break;
        case 'pard':
          if (inTable && row.length === 0 && text.trim() === '') inTable = false;
          break;
        case 'trowd':
          if (!inTable) endParagraph();
          inTable = true;
          [edges, goesOn, joins, merged, joined] = [[], [], [], false, false];
          break;
        case 'clvmrg':
          merged = true;
          break;
        case 'clmrg':
          joined = true;
          break;
        case 'cellx':
          if (edges.length >= mostEdges) break;
          edges.push(value ?? 0);
          goesOn.push(merged);
          joins.push(joined);
          [merged, joined] = [false, false];
          break;
        case 'cell':
        case 'nestcell':
          row.push(text);
          text = '';
          boldLetters = 0;
          break;
        case 'row':
        case 'nestrow':
          rows.push({ cells: row, edges, goesOn, joins });
          row = [];
          inTable = false;
          break;
        case 'emdash':
        case 'endash':
          add('–');
          break;
        case 'bullet':
          add('•');
          break;
        case 'lquote':
        case 'rquote':
          add("'");
          break;
        case 'ldblquote':
        case 'rdblquote':
          add('"');
          break;
      }
      if (builder.full()) return true;
      continue;
    }
    star = false;
    if (state.silent) continue;
    if (hex !== undefined) {
      if (skip > 0) skip--;
      else bytes.push(Number.parseInt(hex, 16));
      continue;
    }
    if (symbol !== undefined) {
      if (symbol === '~') add(' ');
      else if (symbol === '_') add('-');
      else if (symbol === '{' || symbol === '}' || symbol === '\\') add(symbol);
      else if (symbol === '\n' || symbol === '\r') endParagraph();
      continue;
    }
    if (plain !== undefined) {
      const shown = plain.slice(Math.min(skip, plain.length));
      skip = Math.max(0, skip - plain.length);
      for (const char of shown) {
        const code = char.charCodeAt(0);
        if (code >= 0x80) bytes.push(code);
        else {
          flushBytes();
          add(char);
        }
      }
    }
  }
  flushBytes();
  inTable = false;
  endParagraph();
  endTable();
  return true;
}

interface RtfRow {
  readonly cells: readonly string[];
  /** Right edges of the cells, twips. */
  readonly edges: readonly number[];
  /** The cell belongs to the one above (`clvmrg`). */
  readonly goesOn: readonly boolean[];
  /** The cell belongs to the one before (`clmrg`). */
  readonly joins: readonly boolean[];
}

const mostEdges = 256;
/** Edges as near as this are one, twips: writers round. */
const sameEdge = 60;

/** Cells with the columns and rows that they span, by where those of all rows end. */
function withSpans(rows: readonly RtfRow[]): SourceCell[][] {
  const edges: number[] = [];
  for (const edge of rows.flatMap((row) => row.edges).sort((a, b) => a - b))
    if (edges.length === 0 || edge - edges.at(-1)! > sameEdge) edges.push(edge);
  const placed = rows.map(({ cells, edges: own, goesOn, joins }) => {
    // A writer may give a row fewer edges than cells: then nothing is known of its columns.
    const known = own.length >= cells.length;
    let from = 0;
    const all = cells.map((text, at) => {
      const to = known ? edges.findLastIndex((edge) => edge <= own[at]! + sameEdge) + 1 : from + 1;
      const cell = { text, from, columns: Math.max(1, to - from), goesOn: known && goesOn[at] === true };
      from = Math.max(from + 1, to);
      return cell;
    });
    return all.flatMap((cell, at) => {
      if (known && at > 0 && joins[at] === true) return [];
      const end = all.findIndex((_, other) => other > at && !(known && joins[other] === true));
      const parts = all.slice(at, end < 0 ? all.length : end);
      return [{ ...cell, columns: parts.reduce((sum, { columns }) => sum + columns, 0) }];
    });
  });
  return placed.map((row, index) =>
    row
      .filter(({ goesOn }) => !goesOn)
      .map(({ text, from, columns }) => {
        const below = placed.slice(index + 1);
        const end = below.findIndex((other) => !other.some((cell) => cell.goesOn && cell.from === from));
        return { text, columns, rows: 1 + (end < 0 ? below.length : end) };
      }),
  );
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoder(label: string): InstanceType<typeof TextDecoder> {
  let known = decoders.get(label);
  if (!known) {
    try {
      known = new TextDecoder(label);
    } catch {
      known = new TextDecoder('windows-874');
    }
    decoders.set(label, known);
  }
  return known;
}
