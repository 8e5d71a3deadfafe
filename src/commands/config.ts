// planaudit config: shows every setting, its value in force, and which layer it comes from.
import { commandSettings, type SettingSource, settingNames, settingsTable } from '../config.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Language } from '../report/catalogue/messages.ts';
import { cleanText, padText, textWidth } from '../report/fit-text.ts';
import type { Terminal } from './terminal.ts';

export async function configCommand(flags: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<ExitStatus> {
  const { settings, sources, file } = await commandSettings(flags, terminal.env);
  const words = sourceTexts[settings.lang];
  const rows = settingNames.map((name) => {
    const value = settings[name];
    const shown = value === null ? '–' : Array.isArray(value) ? value.join(', ') || '–' : String(value);
    const flag = 'flag' in settingsTable[name] ? (settingsTable[name].flag as string).split(' ')[0]! : name;
    const detail: Readonly<Record<SettingSource, string>> = {
      flag: `${words.flag} ${flag}`,
      environment: `${words.environment} ${settingsTable[name].env}`,
      file: `${words.file} ${file?.path ?? ''}`,
      default: words.default,
    };
    return [name, cleanText(shown), detail[sources[name]]] as const;
  });
  const nameWidth = Math.max(...rows.map(([name]) => textWidth(name)));
  const valueWidth = Math.min(40, Math.max(...rows.map(([, value]) => textWidth(value))));
  const lines = rows.map(([name, value, source]) => {
    const padded = textWidth(value) > valueWidth ? value : padText(value, valueWidth);
    return `${padText(name, nameWidth)}  ${padded}  ${source}`;
  });
  terminal.stdout.write(`${lines.join('\n')}\n${words.order}\n`);
  return exitStatus.ok;
}

const sourceTexts: Readonly<Record<Language, Readonly<Record<SettingSource | 'order', string>>>> = {
  th: {
    flag: 'ตัวเลือก',
    environment: 'ตัวแปรแวดล้อม',
    file: 'ไฟล์',
    default: 'ค่าเริ่มต้น',
    order: 'ลำดับ: ตัวเลือก > ตัวแปรแวดล้อม > ไฟล์ > ค่าเริ่มต้น',
  },
  en: {
    flag: 'flag',
    environment: 'environment',
    file: 'file',
    default: 'default',
    order: 'Order: flag > environment > file > default',
  },
};
