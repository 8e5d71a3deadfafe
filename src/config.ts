// Gathers the settings of one command: flags before environment before config file before defaults. The only file that
// reads the environment. Every wrong value is reported at once.
import { existsSync, readFileSync } from 'node:fs';
import type { ConfigFile } from './config-file.ts';
import { type Problem, UserError } from './errors.ts';
import {
  configFileName,
  configVariable,
  type SettingDefinition,
  type SettingName,
  type Settings,
  settingNames,
  settingsTable,
} from './settings-table.ts';
import { nearestName } from './text/nearest-name.ts';

export { configFileName, type SettingName, type Settings, settingNames, settingsTable } from './settings-table.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
export type SettingSource = 'flag' | 'environment' | 'file' | 'default';

export interface SettingLayers {
  /** Values as the command line parser hands them over, by setting name. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Environment;
  /** Values of a config file, with the file's name for messages. */
  readonly file?: Pick<ConfigFile, 'path' | 'values'> & Partial<Pick<ConfigFile, 'lines'>>;
}

export interface ResolvedSettings {
  readonly settings: Settings;
  readonly sources: Readonly<Record<SettingName, SettingSource>>;
}

export function processEnvironment(): Environment {
  return process.env;
}

/**
 * The settings of a command: its flags (`config` among them names a config file), the environment, and the config file.
 * Throws UserError `settings-invalid` or `config-file`.
 */
export async function commandSettings(
  flags: Readonly<Record<string, unknown>>,
  env: Environment,
): Promise<ResolvedSettings & { readonly file: ConfigFile | undefined }> {
  const { config, ...rest } = flags;
  const given = config ?? env[configVariable];
  // yaml loads only where a file is named or there.
  const wanted = given !== undefined || existsSync(configFileName);
  const file = wanted
    ? (await import('./config-file.ts')).readConfigFile(given === undefined ? undefined : String(given))
    : undefined;
  return { ...(await resolveSettings({ flags: rest, env, ...(file === undefined ? {} : { file }) })), file };
}

/** Throws UserError `settings-invalid` with every wrong or unknown value. */
export async function resolveSettings(layers: SettingLayers): Promise<ResolvedSettings> {
  const { z } = await import('zod');
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  const sources: Record<string, SettingSource> = {};
  for (const name of settingNames) {
    const { value, source, field } = choose(name, layers);
    const definition: SettingDefinition = settingsTable[name];
    const parsed = definition.schema(z).safeParse(value);
    if (!parsed.success) {
      const shown = Array.isArray(value) ? value.join(', ') : String(value);
      problems.push({
        ...(source === 'file' ? placeInFile(layers, name) : {}),
        field,
        value: shown,
        message: `expected ${definition.expects.en}`,
        messageTh: `ต้องเป็น ${definition.expects.th}`,
      });
    }
    values[name] = parsed.data;
    sources[name] = source;
  }
  problems.push(...unknownNames(layers));
  if (problems.length > 0) {
    throw new UserError('settings-invalid', 'some settings cannot be used; nothing was audited', {
      problems,
      hint: '`planaudit audit --help` names every option with an example.',
      th: {
        message: 'ค่าที่ตั้งบางรายการใช้ไม่ได้ จึงยังไม่ได้ตรวจ',
        hint: 'ดูตัวเลือกทั้งหมดพร้อมตัวอย่างด้วย `planaudit audit --help`',
      },
    });
  }
  return { settings: values as Settings, sources: sources as Record<SettingName, SettingSource> };
}

function choose(name: SettingName, { flags, env, file }: SettingLayers) {
  const definition: SettingDefinition = settingsTable[name];
  const flag = flags[name];
  if (flag !== undefined) {
    return { value: flag, source: 'flag', field: definition.flag?.split(' ')[0] ?? name } as const;
  }
  const variable = env[definition.env];
  if (variable !== undefined && variable.trim() !== '') {
    return { value: variable, source: 'environment', field: definition.env } as const;
  }
  const fromFile = file?.values[name];
  if (fromFile !== undefined) return { value: fromFile, source: 'file', field: name } as const;
  return { value: definition.fallback, source: 'default', field: name } as const;
}

function placeInFile({ file }: Pick<SettingLayers, 'file'>, key: string): Partial<Problem> {
  const line = file?.lines?.[key];
  return file === undefined ? {} : { file: file.path, ...(line === undefined ? {} : { line }) };
}

/** A misspelt variable or key would be silently without effect. */
function unknownNames({ env, file }: SettingLayers): Problem[] {
  const variables = settingNames.map((name) => settingsTable[name].env as string);
  const inner = ['PLANAUDIT_HANDED_OVER', configVariable];
  const strange = Object.keys(env).filter(
    (name) => name.startsWith('PLANAUDIT_') && !variables.includes(name) && !inner.includes(name),
  );
  const keys = Object.keys(file?.values ?? {}).filter((key) => !(key in settingsTable));
  const problem = (field: string, known: readonly string[], place: Partial<Problem> = {}): Problem => {
    const suggestion = nearestName(field, known);
    return {
      ...place,
      field,
      message: `unknown setting${suggestion ? `; did you mean "${suggestion}"?` : ''}`,
      messageTh: `ไม่รู้จักค่าที่ตั้งนี้${suggestion ? ` หมายถึง "${suggestion}" หรือไม่` : ''}`,
    };
  };
  return [
    ...strange.map((name) => problem(name, variables)),
    ...keys.map((key) => problem(key, settingNames, placeInFile(file === undefined ? {} : { file }, key))),
  ];
}

/**
 * Colour support of an output: 0 none, 1 16 colours, 2 256, 3 16 million. NO_COLOR (no-color.org) and FORCE_COLOR are
 * heeded; a pipe gets none.
 */
export function colourLevel(env: Environment, isTerminal: boolean): 0 | 1 | 2 | 3 {
  const forced = env['FORCE_COLOR'];
  if (env['NO_COLOR']) return 0;
  if (forced !== undefined)
    return forced === '0' || forced === 'false' ? 0 : forced === '2' ? 2 : forced === '3' ? 3 : 1;
  if (!isTerminal || env['TERM'] === 'dumb') return 0;
  if (/truecolor|24bit/i.test(env['COLORTERM'] ?? '')) return 3;
  return /256/.test(env['TERM'] ?? '') ? 2 : 1;
}

/** Version of this program, from its package.json (beside src and dist). */
export function toolVersion(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
