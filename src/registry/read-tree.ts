// Reads a registry kept as YAML or JSON: a list of agencies, alone or under the key `agencies` / `หน่วยงาน`.
// Keeps scalars as written (`0012` stays `0012`) and the line of every value.
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Problem } from '../errors.ts';
import { nearestName } from '../text/nearest-name.ts';
import { allColumnNames, type ColumnId, columnIds, columnOf } from './columns.ts';
import { problemAt, problemTexts } from './problem-texts.ts';
import type { RawCell, RawRecord, RawRegistry } from './raw-registry.ts';
import { decodeOfficeText } from './read-csv.ts';

const listColumns: ReadonlySet<ColumnId> = new Set(['extra_hosts', 'tags', 'exempt']);

export function readTree(file: string, bytes: Uint8Array, form: 'yaml' | 'json'): RawRegistry {
  const decoded = decodeOfficeText(bytes);
  if (decoded === undefined) return failed(problemAt({ file }, problemTexts.encoding()));
  const text = decoded.replace(/^\ufeff/, '');
  const lines = new LineCounter();
  if (form === 'json') {
    const fault = jsonFault(text);
    if (fault) return failed(problemAt({ file, line: fault.line }, problemTexts.unreadable(fault.detail)));
  }
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      records: [],
      problems: document.errors.map((error) =>
        problemAt({ file, line: lines.linePos(error.pos[0]).line }, problemTexts.unreadable(error.message)),
      ),
    };
  }
  const lineOf = (node: unknown) => {
    const start = (node as Node | null)?.range?.[0];
    return start === undefined ? undefined : lines.linePos(start).line;
  };
  return readList(file, agencyList(document.contents), lineOf);
}

function failed(problem: Problem): RawRegistry {
  return { records: [], problems: [problem] };
}

/** YAML is a superset of JSON; a file named .json must be JSON proper. The line comes from the message's position. */
function jsonFault(text: string): { line: number | undefined; detail: string } | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(detail)?.[1];
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
    return { line, detail };
  }
}

function agencyList(contents: unknown): unknown {
  if (!isMap(contents)) return contents;
  const pair = contents.items.find((item) => ['agencies', 'registry', 'หน่วยงาน', 'ทะเบียน'].includes(keyOf(item)));
  return pair?.value ?? contents;
}

function readList(file: string, list: unknown, lineOf: (node: unknown) => number | undefined): RawRegistry {
  if (list === null || (isScalar(list) && list.value === null)) return { records: [], problems: [] };
  if (!isSeq(list)) return failed(problemAt({ file, line: lineOf(list) }, problemTexts.notARecord()));
  const problems: Problem[] = [];
  const records: RawRecord[] = [];
  for (const item of list.items) {
    if (isMap(item)) records.push(readAgency(file, item, lineOf, problems));
    else problems.push(problemAt({ file, line: lineOf(item) }, problemTexts.notARecord()));
  }
  return { records, problems };
}

function readAgency(
  file: string,
  map: YAMLMap,
  lineOf: (node: unknown) => number | undefined,
  problems: Problem[],
): RawRecord {
  const cells = new Map<ColumnId, RawCell>();
  for (const pair of map.items) {
    const field = keyOf(pair);
    const line = lineOf(pair.key);
    const column = columnOf(field);
    if (!column) {
      const suggestion = nearestName(field, allColumnNames());
      problems.push(problemAt({ file, line, field }, problemTexts.unknownColumn(suggestion, columnIds.join(', '))));
      continue;
    }
    const first = cells.get(column);
    if (first) {
      problems.push(problemAt({ file, line, field }, problemTexts.duplicateColumn(column, first.field)));
      continue;
    }
    const cell = readValue(pair.value, column, field, line);
    if (cell) cells.set(column, cell);
    else {
      const expected = listColumns.has(column) ? 'a list of texts' : 'a text';
      problems.push(problemAt({ file, line, field }, problemTexts.notAText(expected)));
    }
  }
  return { line: lineOf(map), cells };
}

function readValue(value: unknown, column: ColumnId, field: string, line: number | undefined): RawCell | undefined {
  if (value === null || isScalar(value)) return { text: scalarText(value), field, line };
  if (!listColumns.has(column)) return undefined;
  if (column === 'exempt' && isMap(value)) {
    // `exempt: {criterion: reason}`
    const items = value.items.map((pair) => `${keyOf(pair)}: ${scalarText(pair.value)}`);
    return { text: items.join('; '), items, field, line };
  }
  if (!isSeq(value)) return undefined;
  const items: string[] = [];
  for (const item of value.items) {
    if (isMap(item) && column === 'exempt') items.push(exemptText(item));
    else if (isScalar(item)) items.push(scalarText(item));
    else return undefined;
  }
  return { text: items.join('; '), items, field, line };
}

/** `{criterion, reason, until}` in the form that a table cell has. */
function exemptText(map: YAMLMap): string {
  const part = (key: string) => scalarText(map.items.find((pair) => keyOf(pair) === key)?.value ?? null);
  const until = part('until');
  return `${part('criterion')}: ${part('reason')}${until === '' ? '' : ` (until ${until})`}`;
}

function keyOf(pair: Pair): string {
  return scalarText(pair.key).trim();
}

function scalarText(node: unknown): string {
  if (!isScalar(node) || node.value === null) return '';
  // Numbers, dates and booleans as written: `0012` is an id, not twelve.
  const text = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  return text.trim();
}
