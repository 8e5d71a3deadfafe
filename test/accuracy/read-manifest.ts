// Reads the manifest of a labelled set: one JSON object a line. What cannot be used is told with its line, never passed over.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** An item that can be measured. */
export interface ManifestItem {
  readonly id: string;
  /** Absolute path. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** As the manifest says; decides nothing. '' where it says nothing. */
  readonly kind: string;
  readonly agencyType: string | undefined;
  /** Label → whether it is shown; undecided labels are left out. */
  readonly labels: Readonly<Record<string, boolean>>;
}

/** A row or label that is left out, and why. */
export interface ManifestFault {
  /** 1-based. */
  readonly line: number;
  readonly id: string | undefined;
  /** The whole row is left out, not only a label. */
  readonly whole: boolean;
  readonly message: string;
}

export interface Manifest {
  readonly items: readonly ManifestItem[];
  readonly faults: readonly ManifestFault[];
  /** The manifest's text. */
  readonly text: string;
}

/** A manifest that cannot be read at all: the message says why. */
export class ManifestError extends Error {}

/**
 * `known`: the labels that are measured. UTF-8 or UTF-16, with or without BOM, any line ends, blank lines; also one JSON array.
 * Files are relative to the manifest's folder or absolute.
 * @throws ManifestError
 */
export function readManifest(path: string, known: readonly string[]): Manifest {
  const text = readText(path);
  const folder = dirname(resolve(path));
  const faults: ManifestFault[] = [];
  const items: ManifestItem[] = [];
  const strange = new Map<string, number>();
  const ids = new Set<string>();
  for (const { line, value, fault } of rowsOf(text)) {
    const skip = (message: string, id?: string) => void faults.push({ line, id, whole: true, message });
    if (fault !== undefined) {
      skip(fault);
      continue;
    }
    if (!isRecord(value)) {
      skip('is not a JSON object');
      continue;
    }
    const named = value['id'];
    const file = value['file'];
    const id = typeof named === 'string' && named !== '' ? named : typeof file === 'string' ? file : undefined;
    if (id === undefined) {
      skip('has neither "id" nor "file"');
      continue;
    }
    if (typeof file !== 'string' || file === '' || file.includes('\0')) {
      skip('"file" must be the path of a file', id);
      continue;
    }
    if (ids.has(id)) {
      skip('this id stands in an earlier row', id);
      continue;
    }
    if (!isRecord(value['labels'])) {
      skip('"labels" must be an object', id);
      continue;
    }
    const found = findFile(folder, file);
    if (typeof found === 'string') {
      skip(found, id);
      continue;
    }
    const labels: Record<string, boolean> = {};
    for (const [label, shown] of Object.entries(value['labels'])) {
      // Texts and years beside the labels are notes of the set.
      if (!known.includes(label)) {
        if (typeof shown === 'boolean') strange.set(label, strange.get(label) ?? line);
      } else if (typeof shown === 'boolean') labels[label] = shown;
      else if (shown !== null)
        faults.push({
          line,
          id,
          whole: false,
          message: `label ${label}: ${JSON.stringify(shown)} is not true, false or null`,
        });
    }
    ids.add(id);
    const kind = typeof value['kind'] === 'string' ? value['kind'] : '';
    const type = value['agency_type'];
    items.push({ id, ...found, kind, agencyType: typeof type === 'string' ? type : undefined, labels });
  }
  for (const [label, line] of strange)
    faults.push({
      line,
      id: undefined,
      whole: false,
      message: `label ${label} is none of ${known.join(', ')}; left out`,
    });
  if (items.length === 0 && faults.length === 0) throw new ManifestError(`${path} holds no rows`);
  return { items, faults: faults.sort((a, b) => a.line - b.line), text };
}

function readText(path: string): string {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about === undefined) throw new ManifestError(`there is no ${path}`);
  if (about.isDirectory()) throw new ManifestError(`${path} is a folder; name its manifest.jsonl`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new ManifestError(`${path} cannot be read: ${(error as Error).message}`);
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

interface RawRow {
  readonly line: number;
  readonly value?: unknown;
  readonly fault?: string;
}

function rowsOf(text: string): RawRow[] {
  if (text.trimStart().startsWith('[')) {
    try {
      const whole: unknown = JSON.parse(text);
      if (Array.isArray(whole)) return whole.map((value: unknown, i) => ({ line: i + 1, value }));
    } catch {
      // Then it is read line by line.
    }
  }
  return text.split(/\r\n|\n|\r/).flatMap((content, i): RawRow[] => {
    if (content.trim() === '') return [];
    try {
      return [{ line: i + 1, value: JSON.parse(content) as unknown }];
    } catch (error) {
      return [{ line: i + 1, fault: `is not JSON: ${(error as Error).message}` }];
    }
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Path and size, or why there is none. A set's files often stand under `raw/`. */
function findFile(folder: string, file: string): { file: string; size: number } | string {
  const path = [resolve(folder, file), resolve(folder, 'raw', file)].find((candidate) => existsSync(candidate));
  if (path === undefined) return `there is no file ${file}`;
  const about = statSync(path);
  return about.isFile() ? { file: path, size: about.size } : `${file} is not a file`;
}
