// Reads a registry of agencies from a file's bytes. Strict: throws one UserError that names every fault in the file;
// never leaves an agency out and never guesses a value.
import { createHash } from 'node:crypto';
import { type Problem, UserError } from '../errors.ts';
import type { Agency, Registry } from '../model/registry.ts';
import { parseAgency } from './parse-agency.ts';
import { problemAt, problemTexts } from './problem-texts.ts';
import type { RawRegistry } from './raw-registry.ts';
import { readCsv } from './read-csv.ts';

export interface ReadRegistryOptions {
  /** Criterion ids that `exempt` may name; any when absent. */
  readonly criteria?: readonly string[];
}

/** File name endings and their readers, loaded when needed. */
const readers: Readonly<Record<string, (file: string, bytes: Uint8Array) => RawRegistry | Promise<RawRegistry>>> = {
  csv: readCsv,
  tsv: readCsv,
  txt: readCsv,
  xlsx: async (file, bytes) => (await import('./read-sheet.ts')).readSheet(file, bytes),
  xlsm: async (file, bytes) => (await import('./read-sheet.ts')).readSheet(file, bytes),
  xls: async (file, bytes) => (await import('./read-sheet.ts')).readSheet(file, bytes),
  ods: async (file, bytes) => (await import('./read-sheet.ts')).readSheet(file, bytes),
  yaml: async (file, bytes) => (await import('./read-tree.ts')).readTree(file, bytes, 'yaml'),
  yml: async (file, bytes) => (await import('./read-tree.ts')).readTree(file, bytes, 'yaml'),
  json: async (file, bytes) => (await import('./read-tree.ts')).readTree(file, bytes, 'json'),
};

/**
 * `path` is the file as the user named it (its ending chooses the reader), `bytes` its content.
 * Throws UserError `registry-invalid` with all problems, or `registry-format` for an unknown ending.
 */
export async function readRegistry(
  path: string,
  bytes: Uint8Array,
  options: ReadRegistryOptions = {},
): Promise<Registry> {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const reader = readers[ending];
  if (!reader) throw unknownFormat(path, ending);
  const raw = await reader(path, bytes);
  const problems: Problem[] = [...raw.problems];
  const agencies: Agency[] = [];
  const ids = new Map<string, { line: number | undefined; id: string }>();
  for (const record of raw.records) {
    const agency = parseAgency(path, record, { criteria: options.criteria, missing: raw.missing }, problems);
    const cell = record.cells.get('id');
    const id = cell?.text ?? '';
    // Ids become file names, and some systems do not tell cases apart.
    const first = id === '' ? undefined : ids.get(id.toLowerCase());
    if (first && cell) {
      const place = { file: path, line: cell.line ?? record.line, field: cell.field, value: id };
      problems.push(problemAt(place, problemTexts.duplicateId(first.line, first.id)));
    } else {
      ids.set(id.toLowerCase(), { line: cell?.line ?? record.line, id });
      if (agency) agencies.push(agency);
    }
  }
  if (raw.records.length === 0 && problems.length === 0) problems.push(problemAt({ file: path }, problemTexts.empty()));
  if (problems.length > 0) throw invalid(path, problems);
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), agencies };
}

function invalid(path: string, problems: readonly Problem[]): UserError {
  const count = problems.length;
  return new UserError(
    'registry-invalid',
    `the registry ${path} has ${count} ${count === 1 ? 'problem' : 'problems'}; nothing was audited`,
    {
      problems: [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
      hint: 'Mend the rows named above and run again. `planaudit registry check` tests a registry without auditing.',
      th: {
        message: `ทะเบียน ${path} มีข้อผิดพลาด ${count} รายการ จึงยังไม่ได้ตรวจ`,
        hint: 'แก้แถวที่ระบุข้างต้นแล้วสั่งใหม่ ใช้ `planaudit registry check` ตรวจทะเบียนโดยไม่ตรวจเว็บไซต์ได้',
      },
    },
  );
}

function unknownFormat(path: string, ending: string): UserError {
  const known = Object.keys(readers).join(', ');
  return new UserError('registry-format', `${path}: "${ending}" is no registry format; expected one of ${known}`, {
    hint: 'Save the registry as CSV (UTF-8) or XLSX.',
    th: {
      message: `${path}: ไม่รู้จักชนิดไฟล์ "${ending}" ต้องเป็นอย่างใดอย่างหนึ่งใน ${known}`,
      hint: 'บันทึกทะเบียนเป็น CSV (UTF-8) หรือ XLSX',
    },
  });
}
