// Every command once: name, arguments, settings it takes, examples, and the module that runs it, loaded when called.
import type { Terminal } from './commands/terminal.ts';
import type { SettingName } from './config.ts';
import type { ExitStatus } from './errors.ts';
import type { Bilingual } from './model/result.ts';

export interface CommandSpec {
  /** One word, or group and command. */
  readonly name: string;
  readonly summary: Bilingual;
  /** Commander's form (`<required>`, `[optional]`) and help. */
  readonly arguments?: readonly (readonly [name: string, help: string])[];
  /** Settings offered as flags. */
  readonly settings: readonly SettingName[];
  /** Flags of this command alone. */
  readonly options?: readonly (readonly [flag: string, help: string])[];
  readonly examples: readonly string[];
  /** `args` in the order of `arguments`; a `[variadic...]` one is spread. */
  readonly run: (
    args: readonly (string | undefined)[],
    flags: Readonly<Record<string, unknown>>,
    terminal: Terminal,
  ) => Promise<ExitStatus>;
}

const crawlSettings: readonly SettingName[] = [
  'pack',
  'asOf',
  'strictSection',
  'format',
  'out',
  'failOn',
  'lang',
  'hosts',
  'allowAddress',
  'maxRequests',
  'contact',
  'browser',
  'ocr',
  'quiet',
];

export const commandSpecs: readonly CommandSpec[] = [
  {
    name: 'audit',
    summary: { en: 'audit the agencies of a registry', th: 'ตรวจหน่วยงานทั้งหมดในทะเบียน' },
    arguments: [['<registry>', 'registry of agencies: CSV, XLSX, YAML or JSON']],
    settings: ['select', ...crawlSettings, 'concurrency', 'data', 'resume'],
    examples: [
      'planaudit audit agencies.csv',
      'planaudit audit agencies.csv --resume',
      'planaudit audit agencies.xlsx --out report --format text,json',
      'planaudit audit agencies.csv --select kind=hospital --select tag=pilot --lang en',
      'planaudit audit agencies.csv --as-of 2026-06-15 --fail-on not-met,unknown',
    ],
    run: async ([registry], flags, terminal) =>
      (await import('./commands/audit.ts')).auditCommand(registry!, flags, terminal),
  },
  {
    name: 'check',
    summary: { en: 'check one website, without a registry', th: 'ตรวจเว็บไซต์เดียว ไม่ต้องมีทะเบียน' },
    arguments: [['<url>', 'start page of the agency’s website, or a folder of its files']],
    settings: crawlSettings,
    options: [
      [
        '--kind <kind>',
        'kind of agency, such as subdistrict or อบต.: some words count for some kinds only (default: other)',
      ],
      ['--name <name>', 'name of the agency, as its documents write it'],
      ['--link-page <url>', 'the page that carries the link to the plan'],
    ],
    examples: [
      'planaudit check https://www.example.go.th --kind เทศบาลตำบล',
      'planaudit check ./public --kind โรงเรียน --name โรงเรียนตัวอย่าง',
      'planaudit check http://staging.example.go.th --hosts hosts.txt --allow-address 10.0.0.0/8',
    ],
    run: async ([url], flags, terminal) => (await import('./commands/check.ts')).checkCommand(url!, flags, terminal),
  },
  {
    name: 'registry check',
    summary: { en: 'test a registry without contacting any website', th: 'ตรวจความถูกต้องของทะเบียนโดยไม่เข้าเว็บไซต์ใด' },
    arguments: [['<registry>', 'registry of agencies: CSV, XLSX, YAML or JSON']],
    settings: ['select', 'pack', 'asOf', 'lang'],
    examples: ['planaudit registry check agencies.csv', 'planaudit registry check ทะเบียน.xlsx --lang en'],
    run: async ([registry], flags, terminal) =>
      (await import('./commands/registry-check.ts')).registryCheckCommand(registry!, flags, terminal),
  },
  {
    name: 'registry probe',
    summary: {
      en: 'ask every registered website once: does it live, where does it lead',
      th: 'ลองเปิดเว็บไซต์ทุกแห่งในทะเบียนหนึ่งครั้ง ดูว่าเปิดได้หรือไม่ และนำไปที่ใด',
    },
    arguments: [['<registry>', 'registry of agencies: CSV, XLSX, YAML or JSON']],
    settings: ['select', 'out', 'lang', 'hosts', 'allowAddress', 'concurrency', 'contact', 'quiet'],
    examples: ['planaudit registry probe agencies.csv', 'planaudit registry probe agencies.xlsx --out report'],
    run: async ([registry], flags, terminal) =>
      (await import('./commands/registry-probe.ts')).registryProbeCommand(registry!, flags, terminal),
  },
  {
    name: 'packs list',
    summary: { en: 'list the rule packs that come with the program', th: 'แสดงชุดเกณฑ์ที่มากับโปรแกรม' },
    settings: ['lang'],
    examples: ['planaudit packs list'],
    run: async (_, flags, terminal) => (await import('./commands/packs.ts')).packsListCommand(flags, terminal),
  },
  {
    name: 'packs explain',
    summary: { en: 'say what a pack or a criterion demands, and why', th: 'อธิบายชุดเกณฑ์หรือเกณฑ์หนึ่งข้อ' },
    arguments: [
      ['[pack]', 'name or path of a rule pack (default: phuket-accountability)'],
      ['[criterion]', 'id or code of a criterion'],
    ],
    settings: ['lang'],
    examples: ['planaudit packs explain', 'planaudit packs explain phuket-accountability budget-progress --lang en'],
    run: async ([pack, criterion], flags, terminal) =>
      (await import('./commands/packs.ts')).packsExplainCommand(pack, criterion, flags, terminal),
  },
  {
    name: 'packs test',
    summary: { en: 'run the cases of rule packs', th: 'ทดสอบชุดเกณฑ์ด้วยกรณีตัวอย่าง' },
    arguments: [['[packs...]', 'names or paths of rule packs (default: all that come with the program)']],
    settings: ['lang'],
    examples: ['planaudit packs test', 'planaudit packs test ./my-pack --lang en'],
    run: async (packs, flags, terminal) => {
      const names = packs.filter((name) => name !== undefined);
      return (await import('./commands/packs-test.ts')).packsTestCommand(names, flags, terminal);
    },
  },
  {
    name: 'demo',
    summary: {
      en: 'serve the sample province on this machine and audit it',
      th: 'เปิดเว็บไซต์ของจังหวัดตัวอย่างในเครื่องนี้ แล้วตรวจให้ดู',
    },
    settings: ['select', 'asOf', 'format', 'out', 'lang', 'concurrency', 'quiet'],
    options: [['--findings', 'print each agency’s findings too']],
    examples: ['planaudit demo', 'planaudit demo --lang en --findings', 'planaudit demo --format json > province.json'],
    run: async (_, flags, terminal) => (await import('./commands/demo.ts')).demoCommand(flags, terminal),
  },
];
