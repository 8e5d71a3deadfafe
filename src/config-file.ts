// Reads planaudit.config.yaml: the settings of a folder, by their names. Finds it in the working folder unless a path is
// given. Values are judged by config.ts like any other; only the shape of the file is judged here.
import { existsSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { UserError } from './errors.ts';
import { configFileName } from './settings-table.ts';

export interface ConfigFile {
  /** As the user would name it. */
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Line of each setting. */
  readonly lines: Readonly<Record<string, number>>;
}

/**
 * `given`: path of `--config`; without it, the file of the working folder, if there is one.
 * Throws UserError `config-file` when it cannot be read as settings.
 */
export function readConfigFile(given: string | undefined): ConfigFile | undefined {
  const path = given ?? configFileName;
  if (given === undefined && !existsSync(path)) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError('config-file', `the configuration ${path} cannot be read: ${(error as Error).message}`, {
      cause: error,
      hint: '`planaudit init` writes a commented one.',
      th: {
        message: `อ่านไฟล์ตั้งค่า ${path} ไม่ได้: ${(error as Error).message}`,
        hint: 'สร้างไฟล์ตัวอย่างได้ด้วย `planaudit init`',
      },
    });
  }
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: counter, prettyErrors: false });
  const problems = document.errors.map((error) => ({
    file: path,
    line: counter.linePos(error.pos[0]).line,
    message: error.message,
  }));
  const values: unknown = problems.length === 0 ? (document.toJS() ?? {}) : {};
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    problems.push({ file: path, line: 1, message: 'expected settings as `name: value` lines' });
  }
  if (problems.length > 0) {
    throw new UserError('config-file', `the configuration ${path} cannot be used`, {
      problems,
      th: { message: `ไฟล์ตั้งค่า ${path} ใช้ไม่ได้` },
    });
  }
  const lines: Record<string, number> = {};
  const contents = document.contents as {
    items?: { key?: { value?: unknown; range?: [number, number, number] } }[];
  } | null;
  for (const { key } of contents?.items ?? []) {
    if (key?.range) lines[String(key.value)] = counter.linePos(key.range[0]).line;
  }
  return { path, values: values as Record<string, unknown>, lines };
}
