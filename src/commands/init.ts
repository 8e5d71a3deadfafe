// planaudit init: writes a commented configuration and a sample registry. Replaces nothing unless told to.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { configFileName, resolveSettings, settingNames, settingsTable } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { Language } from '../report/catalogue/messages.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { csvText } from '../report/csv-text.ts';
import type { SettingDefinition } from '../settings-table.ts';
import type { Terminal } from './terminal.ts';

export async function initCommand(
  folder: string,
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { force, ...rest } = flags;
  // The file that is about to be written has no say in how.
  const { settings } = await resolveSettings({ flags: rest, env: terminal.env });
  const words = initTexts[settings.lang];
  const files = [
    { path: join(folder, configFileName), text: configText(settings.lang) },
    { path: join(folder, words.registryFile), text: csvText(words.registry) },
  ];
  const there = files.filter(({ path }) => existsSync(path)).map(({ path }) => path);
  if (there.length > 0 && force !== true) {
    throw new UserError('init-exists', `there already is ${there.join(' and ')}; nothing was written`, {
      hint: 'Use --force to replace it, or name another folder: planaudit init FOLDER.',
      th: {
        message: `มี ${there.join(' และ ')} อยู่แล้ว จึงไม่ได้เขียนไฟล์ใด`,
        hint: 'ใช้ --force เพื่อเขียนทับ หรือระบุโฟลเดอร์อื่น: planaudit init โฟลเดอร์',
      },
    });
  }
  await mkdir(folder, { recursive: true });
  for (const { path, text } of files) {
    await writeFile(path, text);
    terminal.stderr.write(`${messagesOf(settings.lang).progress.wrote(path)}\n`);
  }
  terminal.stdout.write(`${words.next(join(folder, words.registryFile))}\n`);
  return exitStatus.ok;
}

/** Every setting with its help, commented out at its default. */
function configText(lang: Language): string {
  const settings = settingNames.map((name) => {
    const { help, helpTh, fallback, env, flag }: SettingDefinition = settingsTable[name];
    const names = [flag?.split(' ')[0], env].filter((part) => part !== undefined).join(', ');
    const line = stringify({ [name]: fallback }, { flowCollectionPadding: false, collectionStyle: 'flow' }).trim();
    const value = line.startsWith('{') ? line.slice(1, -1) : line;
    return `# ${lang === 'th' ? helpTh : help}\n# (${names})\n# ${value}\n`;
  });
  return `${initTexts[lang].head}\n${settings.join('\n')}`;
}

interface InitTexts {
  readonly head: string;
  readonly registryFile: string;
  readonly registry: readonly (readonly string[])[];
  readonly next: (registry: string) => string;
}

const initTexts: Readonly<Record<Language, InitTexts>> = {
  th: {
    head: `# ค่าที่ตั้งของ planaudit ในโฟลเดอร์นี้ ลบ "# " หน้าบรรทัดที่ต้องการใช้แล้วแก้ค่า
# ตัวเลือกในคำสั่งมาก่อนตัวแปรแวดล้อม ตัวแปรแวดล้อมมาก่อนไฟล์นี้ ดูค่าที่ใช้จริงได้ด้วย: planaudit config
`,
    registryFile: 'ทะเบียน.csv',
    registry: [
      ['รหัส', 'ชื่อหน่วยงาน', 'ประเภท', 'เว็บไซต์', 'หน้าแผน', 'โดเมนเพิ่มเติม', 'แท็ก', 'ยกเว้น', 'หมายเหตุ'],
      ['namsai', 'องค์การบริหารส่วนตำบลตัวอย่าง', 'อบต.', 'https://www.example.go.th/', '', '', 'นำร่อง', '', 'ลบแถวตัวอย่างนี้'],
      ['hosp-1', 'โรงพยาบาลตัวอย่าง', 'โรงพยาบาล', 'https://www.example.or.th/', '', '', '', '', 'ลบแถวตัวอย่างนี้'],
    ],
    next: (registry) => `ต่อไป: กรอกทะเบียน แล้วสั่ง  planaudit registry check ${registry}`,
  },
  en: {
    head: `# Settings of planaudit in this folder. Remove "# " before a line to use it, and change the value.
# Flags come before environment variables, those before this file. What is in force: planaudit config
`,
    registryFile: 'agencies.csv',
    registry: [
      ['id', 'name', 'kind', 'url', 'link_page', 'extra_hosts', 'tags', 'exempt', 'notes'],
      [
        'namsai',
        'องค์การบริหารส่วนตำบลตัวอย่าง',
        'subdistrict',
        'https://www.example.go.th/',
        '',
        '',
        'pilot',
        '',
        'a sample row: remove',
      ],
      ['hosp-1', 'โรงพยาบาลตัวอย่าง', 'hospital', 'https://www.example.or.th/', '', '', '', '', 'a sample row: remove'],
    ],
    next: (registry) => `Next: fill in the registry, then  planaudit registry check ${registry}`,
  },
};
