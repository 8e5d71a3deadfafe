// Every setting of the program once: what it accepts, its default, environment variable, flag and help. Data only;
// config.ts gathers the values. Those about reports stand in report-settings.ts.
import type { z as zod } from 'zod';
import { reportSettings } from './report-settings.ts';
import {
  integer,
  isoDate,
  listOf,
  onOff,
  type SettingDefinition,
  share,
  text,
  wholeList,
} from './setting-definition.ts';

export type { SettingDefinition } from './setting-definition.ts';

/** Read from the working folder without being named. */
export const configFileName = 'planaudit.config.yaml';
/** Names another config file, like `--config`. */
export const configVariable = 'PLANAUDIT_CONFIG';

/** Keys are the names in code and in the config file; a flag's long name gives the same key in camel case. */
export const settingsTable = {
  select: {
    schema: (z) => wholeList(z),
    fallback: [],
    env: 'PLANAUDIT_SELECT',
    flag: '--select <key=value>',
    repeat: true,
    help: 'audit only these agencies: id, kind, tag, province, host or name; values may hold * (repeatable)',
    helpTh: 'ตรวจเฉพาะหน่วยงานที่เลือก: id kind tag province host หรือ name ใช้ * ได้',
    expects: { en: 'KEY=VALUE, such as kind=hospital', th: 'KEY=VALUE เช่น kind=hospital' },
  },
  pack: {
    schema: (z) => listOf(z, text(z)),
    fallback: ['phuket-accountability'],
    env: 'PLANAUDIT_PACK',
    flag: '--pack <name|path>',
    repeat: true,
    help: 'rule pack: a name from `packs list` or the path of a folder (repeatable)',
    helpTh: 'ชุดเกณฑ์: ชื่อจาก packs list หรือโฟลเดอร์',
    expects: { en: 'the name or path of a rule pack', th: 'ชื่อหรือที่อยู่ของชุดเกณฑ์' },
  },
  asOf: {
    schema: (z) => isoDate(z),
    fallback: null,
    env: 'PLANAUDIT_AS_OF',
    flag: '--as-of <date>',
    help: 'audit date, 2026-06-15 or 15/06/2569; it fixes the fiscal year in force (default: today in Bangkok)',
    helpTh: 'วันที่ตรวจ ซึ่งกำหนดปีงบประมาณที่ใช้ (ปกติคือวันนี้)',
    expects: { en: 'a date such as 2026-06-15 or 15/06/2569', th: 'วันที่ เช่น 15/06/2569 หรือ 2026-06-15' },
  },
  ...reportSettings,
  strictSection: {
    schema: (z) => onOff(z),
    fallback: false,
    env: 'PLANAUDIT_STRICT_SECTION',
    flag: '--strict-section',
    help: 'accept only evidence that is reached through the plan link',
    helpTh: 'รับเฉพาะหลักฐานที่อยู่ใต้ลิงก์แผน',
    expects: { en: 'true or false', th: 'true หรือ false' },
  },
  reviewBelow: {
    schema: (z) => share(z),
    fallback: 0.5,
    env: 'PLANAUDIT_REVIEW_BELOW',
    flag: '--review-below <confidence>',
    help: 'leave to a person every met or not-met whose confidence (0 to 1) is below this; 0 leaves none, 0.5 those more likely wrong than right',
    helpTh: 'ให้คนตรวจผลที่มีความเชื่อมั่นต่ำกว่าค่านี้ (0 ถึง 1) 0 คือไม่มี 0.5 คือผลที่น่าจะผิดมากกว่าถูก',
    expects: { en: 'a number from 0 to 1, such as 0.8', th: 'จำนวนตั้งแต่ 0 ถึง 1 เช่น 0.8' },
  },
  allowAddress: {
    schema: (z) => listOf(z, text(z)),
    fallback: [],
    env: 'PLANAUDIT_ALLOW_ADDRESS',
    flag: '--allow-address <cidr>',
    repeat: true,
    help: 'let this private or loopback range be contacted, such as 127.0.0.0/8 (repeatable)',
    helpTh: 'ช่วงที่อยู่เครือข่ายภายในที่ยอมให้เข้าถึง',
    expects: { en: 'an address or range such as 10.0.0.0/8', th: 'ที่อยู่หรือช่วงที่อยู่เครือข่าย เช่น 10.0.0.0/8' },
  },
  hosts: {
    schema: (z) => text(z).nullable(),
    fallback: null,
    env: 'PLANAUDIT_HOSTS',
    flag: '--hosts <file>',
    help: 'file that maps host names to addresses, in the form of /etc/hosts, ports allowed',
    helpTh: 'ไฟล์จับคู่ชื่อโฮสต์กับที่อยู่เครือข่าย',
    expects: { en: 'a file', th: 'ไฟล์' },
  },
  maxRequests: {
    schema: (z) => integer(z, 1, 100_000),
    fallback: 120,
    env: 'PLANAUDIT_MAX_REQUESTS',
    flag: '--max-requests <n>',
    help: 'requests an agency at most',
    helpTh: 'จำนวนคำขอสูงสุดต่อหน่วยงาน',
    expects: { en: 'a whole number from 1 to 100000', th: 'จำนวนเต็ม 1 ถึง 100000' },
  },
  concurrency: {
    schema: (z) => integer(z, 1, 256),
    fallback: 8,
    env: 'PLANAUDIT_CONCURRENCY',
    flag: '--concurrency <n>',
    help: 'agencies at once; each host is still asked gently',
    helpTh: 'จำนวนหน่วยงานที่ตรวจพร้อมกัน',
    expects: { en: 'a whole number from 1 to 256', th: 'จำนวนเต็ม 1 ถึง 256' },
  },
  threads: {
    schema: (z) => integer(z, 0, 64).nullable(),
    fallback: null,
    env: 'PLANAUDIT_THREADS',
    flag: '--threads <n>',
    help: 'threads that read and judge agencies in long runs (default: one a processor, at most 4); 0 does without',
    helpTh: 'จำนวนเธรดที่อ่านและตัดสินเมื่อตรวจหลายหน่วยงาน (ปกติเท่าจำนวนหน่วยประมวลผล ไม่เกิน 4) 0 คือไม่ใช้',
    expects: { en: 'a whole number from 0 to 64', th: 'จำนวนเต็ม 0 ถึง 64' },
  },
  contact: {
    schema: (z) =>
      text(z)
        .max(200)
        .regex(/^[\x21-\x7e]+$/)
        .nullable(),
    fallback: null,
    env: 'PLANAUDIT_CONTACT',
    flag: '--contact <url|email>',
    help: 'who runs this audit; sent to the websites in the user agent',
    helpTh: 'อีเมลหรือเว็บไซต์ของผู้ตรวจ แจ้งให้เว็บไซต์ที่ถูกตรวจทราบ',
    expects: { en: 'a URL or e-mail address without spaces', th: 'ที่อยู่เว็บหรืออีเมลที่ไม่มีช่องว่าง' },
  },
  data: {
    schema: (z) => text(z),
    fallback: 'planaudit-data',
    env: 'PLANAUDIT_DATA',
    flag: '--data <dir>',
    help: 'folder in which runs are kept: verdicts, evidence, history',
    helpTh: 'โฟลเดอร์เก็บผลการตรวจ หลักฐาน และประวัติ',
    expects: { en: 'a folder', th: 'โฟลเดอร์' },
  },
  store: {
    schema: (z) =>
      text(z)
        .regex(/^postgres(?:ql)?:\/\//)
        .nullable(),
    fallback: null,
    env: 'PLANAUDIT_STORE',
    flag: '--store <url>',
    help: 'keep runs in this PostgreSQL database, which many machines may share (needs pg and pg-boss)',
    helpTh: 'เก็บผลในฐานข้อมูล PostgreSQL แทนโฟลเดอร์ ใช้ร่วมกันได้หลายเครื่อง',
    expects: {
      en: 'an address such as postgres://user:password@host/database',
      th: 'ที่อยู่ เช่น postgres://user:password@host/database',
    },
  },
  resume: {
    schema: (z) => onOff(z),
    fallback: false,
    env: 'PLANAUDIT_RESUME',
    flag: '--resume',
    help: 'go on with the unfinished run: agencies already judged are not audited again',
    helpTh: 'ตรวจต่อจากครั้งที่ยังไม่จบ',
    expects: { en: 'yes or no', th: 'yes หรือ no' },
  },
  browser: {
    schema: (z) => z.enum(['auto', 'never', 'always']),
    fallback: 'auto',
    env: 'PLANAUDIT_BROWSER',
    flag: '--browser <auto|never|always>',
    help: 'render pages that show nothing without scripts in the installed Chrome, Edge or Chromium (needs playwright-core)',
    helpTh: 'ใช้เบราว์เซอร์เปิดหน้าที่ต้องใช้สคริปต์: auto never หรือ always',
    expects: { en: 'auto, never or always', th: 'auto, never หรือ always' },
  },
  browserPath: {
    schema: (z) => text(z).nullable(),
    fallback: null,
    env: 'PLANAUDIT_BROWSER_PATH',
    help: 'the browser’s program, where it is not found by itself',
    helpTh: 'ที่อยู่ของโปรแกรมเบราว์เซอร์',
    expects: { en: 'the path of a program', th: 'ที่อยู่ของโปรแกรม' },
  },
  browserSandbox: {
    schema: (z) => onOff(z),
    fallback: true,
    env: 'PLANAUDIT_BROWSER_SANDBOX',
    help: 'the browser’s own sandbox; off only in a container that cannot provide one',
    helpTh: 'กลไกป้องกันของเบราว์เซอร์ ปิดเฉพาะในคอนเทนเนอร์ที่ใช้ไม่ได้',
    expects: { en: 'yes or no', th: 'yes หรือ no' },
  },
  ocr: {
    schema: (z) => z.enum(['auto', 'never', 'always']),
    fallback: 'auto',
    env: 'PLANAUDIT_OCR',
    flag: '--ocr <auto|never|always>',
    help: 'recognise the text of scanned documents (needs tesseract.js or the tesseract program)',
    helpTh: 'อ่านตัวอักษรจากเอกสารสแกน: auto never หรือ always',
    expects: { en: 'auto, never or always', th: 'auto, never หรือ always' },
  },
  maxMegabytes: {
    schema: (z) => integer(z, 1, 100_000),
    fallback: 300,
    env: 'PLANAUDIT_MAX_MEGABYTES',
    help: 'megabytes transferred from one agency at most',
    helpTh: 'ปริมาณข้อมูลสูงสุดต่อหน่วยงาน (เมกะไบต์)',
    expects: { en: 'a whole number from 1 to 100000', th: 'จำนวนเต็ม 1 ถึง 100000' },
  },
  maxMinutes: {
    schema: (z) => integer(z, 1, 1440),
    fallback: 10,
    env: 'PLANAUDIT_MAX_MINUTES',
    help: 'minutes spent on one agency at most',
    helpTh: 'เวลาสูงสุดต่อหน่วยงาน (นาที)',
    expects: { en: 'a whole number from 1 to 1440', th: 'จำนวนเต็ม 1 ถึง 1440' },
  },
  maxDepth: {
    schema: (z) => integer(z, 1, 50),
    fallback: 6,
    env: 'PLANAUDIT_MAX_DEPTH',
    help: 'clicks from an entrance at most',
    helpTh: 'จำนวนคลิกสูงสุดจากหน้าแรก',
    expects: { en: 'a whole number from 1 to 50', th: 'จำนวนเต็ม 1 ถึง 50' },
  },
  perHost: {
    schema: (z) => integer(z, 1, 16),
    fallback: 2,
    env: 'PLANAUDIT_PER_HOST',
    help: 'requests at once to one host or address',
    helpTh: 'จำนวนคำขอพร้อมกันต่อเครื่องแม่ข่าย',
    expects: { en: 'a whole number from 1 to 16', th: 'จำนวนเต็ม 1 ถึง 16' },
  },
  minDelay: {
    schema: (z) => integer(z, 0, 60_000),
    fallback: 250,
    env: 'PLANAUDIT_MIN_DELAY',
    help: 'milliseconds between requests to one host or address; grows for slow servers, 0 switches it off',
    helpTh: 'เวลาพักระหว่างคำขอ (มิลลิวินาที)',
    expects: { en: 'milliseconds from 0 to 60000', th: 'มิลลิวินาที 0 ถึง 60000' },
  },
  timeout: {
    schema: (z) => integer(z, 1, 3600),
    fallback: 60,
    env: 'PLANAUDIT_TIMEOUT',
    help: 'seconds that one request may take',
    helpTh: 'เวลาสูงสุดของคำขอหนึ่งครั้ง (วินาที)',
    expects: { en: 'seconds from 1 to 3600', th: 'วินาที 1 ถึง 3600' },
  },
  robots: {
    schema: (z) => z.enum(['obey', 'ignore']),
    fallback: 'obey',
    env: 'PLANAUDIT_ROBOTS',
    help: 'obey robots.txt, or ignore it (only for your own sites)',
    helpTh: 'ทำตาม robots.txt (obey) หรือไม่ (ignore เฉพาะเว็บไซต์ของตนเอง)',
    expects: { en: 'obey or ignore', th: 'obey หรือ ignore' },
  },
  tls: {
    schema: (z) => z.enum(['record', 'strict']),
    fallback: 'record',
    env: 'PLANAUDIT_TLS',
    help: 'record certificate faults and read on, or treat them as failures',
    helpTh: 'ใบรับรองผิดพลาด: record บันทึกแล้วอ่านต่อ หรือ strict ถือว่าเข้าไม่ได้',
    expects: { en: 'record or strict', th: 'record หรือ strict' },
  },
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof settingsTable;
export const settingNames = Object.keys(settingsTable) as SettingName[];

/** The value of each setting after its schema. */
export type Settings = {
  readonly [Name in SettingName]: zod.output<ReturnType<(typeof settingsTable)[Name]['schema']>>;
};
