// Every command once: name, arguments, settings it takes, examples, and the module that runs it, loaded when called.
import type { Terminal } from './commands/terminal.ts';
import type { SettingName } from './config.ts';
import type { ExitStatus } from './errors.ts';
import type { Bilingual } from './model/result.ts';
import { type SettingDefinition, settingsTable } from './settings-table.ts';

export interface CommandSpec {
  /** One word, or group and command. */
  readonly name: string;
  readonly summary: Bilingual;
  /** Commander's form (`<required>`, `[optional]`) and help. */
  readonly arguments?: readonly (readonly [name: string, help: string])[];
  /** Settings offered as flags. */
  readonly settings: readonly SettingName[];
  /** False where planaudit.config.yaml and `--config` have no say. */
  readonly configFile?: false;
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

/** Of commands that give reports. */
const reportFlags: readonly SettingName[] = [
  'format',
  'out',
  'failOn',
  'baseline',
  'lang',
  'thaiDigits',
  'template',
  'letterForm',
  'letterEmblem',
  'pager',
  'quiet',
  'logFormat',
];

const crawlSettings: readonly SettingName[] = [
  'pack',
  'asOf',
  'strictSection',
  'reviewBelow',
  ...reportFlags,
  'hosts',
  'allowAddress',
  'maxRequests',
  'contact',
  'browser',
  'ocr',
];

const auditSettings: readonly SettingName[] = [
  'select',
  ...crawlSettings,
  'screenshots',
  'concurrency',
  'threads',
  'data',
  'store',
  'resume',
];

export const commandSpecs: readonly CommandSpec[] = [
  {
    name: 'audit',
    summary: { en: 'audit the agencies of a registry', th: 'ตรวจหน่วยงานทั้งหมดในทะเบียน' },
    arguments: [['<registry>', 'registry of agencies: CSV, XLSX, YAML or JSON']],
    settings: auditSettings,
    options: [
      ['--accept-registry-change', 'audit although the registry lost more than a fifth of its agencies'],
      ['--enqueue-only', 'with --store: leave the work to `planaudit worker` and end at once'],
      ['--no-work', 'with --store: leave the work to `planaudit worker`, but follow it and report'],
    ],
    examples: [
      'planaudit audit agencies.csv',
      'planaudit audit agencies.csv --resume',
      'planaudit audit agencies.xlsx --out report --format text,json',
      'planaudit audit agencies.csv --select kind=hospital --select tag=pilot --lang en',
      'planaudit audit agencies.csv --as-of 2026-06-15 --fail-on not-met,unknown',
      'planaudit audit agencies.csv --baseline previous --format junit,html --out report',
      'planaudit audit agencies.csv --store postgres://planaudit@db.example.go.th/planaudit',
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
      ['--watch', 'check a folder again whenever a file in it changes'],
    ],
    examples: [
      'planaudit check https://www.example.go.th --kind เทศบาลตำบล',
      'planaudit check ./public --kind โรงเรียน --name โรงเรียนตัวอย่าง --watch',
      'planaudit check http://staging.example.go.th --hosts hosts.txt --allow-address 10.0.0.0/8',
    ],
    run: async ([url], flags, terminal) => (await import('./commands/check.ts')).checkCommand(url!, flags, terminal),
  },
  {
    name: 'worker',
    summary: {
      en: 'take agencies of audits that many machines share, until told to stop',
      th: 'ช่วยตรวจหน่วยงานจากคิวที่หลายเครื่องใช้ร่วมกัน จนกว่าจะสั่งหยุด',
    },
    settings: ['store', 'pack', 'concurrency', 'threads', 'hosts', 'contact', 'lang', 'quiet', 'logFormat'],
    options: [
      ['--metrics <port>', 'serve Prometheus metrics at this port of 127.0.0.1, or at address:port'],
      ['--until-idle', 'end when no run is under way'],
    ],
    examples: [
      'planaudit worker --store postgres://planaudit@db.example.go.th/planaudit',
      'planaudit worker --store postgres://planaudit@db.example.go.th/planaudit --concurrency 16 --metrics 9464',
    ],
    run: async (_, flags, terminal) => (await import('./commands/worker.ts')).workerCommand(flags, terminal),
  },
  {
    name: 'runs list',
    summary: {
      en: 'list the runs that many machines share: progress, workers, what was given up and why',
      th: 'แสดงการตรวจที่ใช้หลายเครื่อง ความคืบหน้า เครื่องที่ช่วยตรวจ และหน่วยงานที่ตรวจไม่ได้',
    },
    settings: ['store', 'lang'],
    options: [['--json', 'as one JSON document']],
    examples: ['planaudit runs list --store postgres://planaudit@db.example.go.th/planaudit'],
    run: async (_, flags, terminal) => (await import('./commands/runs.ts')).runsListCommand(flags, terminal),
  },
  {
    name: 'runs cancel',
    summary: {
      en: 'end a run that many machines share; what was judged is kept',
      th: 'ยกเลิกการตรวจที่ใช้หลายเครื่อง ผลที่ตรวจแล้วยังอยู่',
    },
    arguments: [['[run]', 'a run of `planaudit runs list` (default: the one under way)']],
    settings: ['store', 'lang'],
    examples: ['planaudit runs cancel --store postgres://planaudit@db.example.go.th/planaudit'],
    run: async ([run], flags, terminal) => (await import('./commands/runs.ts')).runsCancelCommand(run, flags, terminal),
  },
  {
    name: 'recheck',
    summary: {
      en: 'judge a stored crawl again under the present rules, without the network',
      th: 'ตัดสินข้อมูลที่เก็บไว้ใหม่ด้วยเกณฑ์ปัจจุบัน โดยไม่เข้าเว็บไซต์',
    },
    arguments: [['[run]', 'a run of `planaudit history`: id, its beginning, latest or previous (default: latest)']],
    settings: ['data', 'store', 'pack', 'reviewBelow', ...reportFlags, 'screenshots'],
    examples: ['planaudit recheck', 'planaudit recheck previous --pack ./my-pack', 'planaudit recheck --format json'],
    run: async ([run], flags, terminal) => (await import('./commands/recheck.ts')).recheckCommand(run, flags, terminal),
  },
  {
    name: 'compare',
    summary: {
      en: 'say what changed between two stored runs, and because of what',
      th: 'เทียบการตรวจสองครั้ง พร้อมสาเหตุของทุกผลที่เปลี่ยน',
    },
    arguments: [
      ['[old]', 'a run of `planaudit history` (default: the one before, over the same registry)'],
      ['[new]', 'another (default: latest)'],
    ],
    settings: ['data', 'store', 'lang', 'pager'],
    options: [['--json', 'as one JSON document']],
    examples: ['planaudit compare', 'planaudit compare 20260915 20261015 --lang en', 'planaudit compare --json'],
    run: async ([before, after], flags, terminal) =>
      (await import('./commands/compare.ts')).compareCommand(before, after, flags, terminal),
  },
  {
    name: 'history',
    summary: { en: 'list the stored runs, trends and disk use', th: 'แสดงการตรวจที่เก็บไว้ แนวโน้ม และเนื้อที่ที่ใช้' },
    settings: ['data', 'store', 'lang', 'pager'],
    options: [
      ['--agency <id>', 'one agency, run by run'],
      ['--json', 'as one JSON document'],
    ],
    examples: ['planaudit history', 'planaudit history --agency namsai', 'planaudit history --json'],
    run: async (_, flags, terminal) => (await import('./commands/history.ts')).historyCommand(flags, terminal),
  },
  {
    name: 'review',
    summary: {
      en: 'record a person’s decision on a cell, or walk through those that wait for one',
      th: 'บันทึกผลการพิจารณาของผู้ตรวจ หรือพิจารณาทีละข้อที่รออยู่',
    },
    arguments: [['[run]', 'a run of `planaudit history` (default: latest)']],
    settings: ['data', 'store', 'lang'],
    options: [
      ['--list', 'only list what waits for a decision'],
      ['--unknown', 'also what could not be read'],
      ['--agency <id>', 'the agency decided on'],
      ['--criterion <id>', 'the criterion decided on'],
      ['--verdict <met|not-met>', 'the decision'],
      ['--reason <text>', 'why, for those who read the report'],
      ['--by <name>', 'who decides'],
      ['--until <date>', 'last day on which the decision counts'],
      ['--registry <file>', 'the registry beside which decisions are kept (default: that of the run)'],
    ],
    examples: [
      'planaudit review',
      'planaudit review --list',
      'planaudit review --agency namsai --criterion plan-current --verdict met --reason "ตรวจเล่มแผนแล้ว เป็นปี 2569" --by "สมหญิง ใจดี"',
    ],
    run: async ([run], flags, terminal) => (await import('./commands/review.ts')).reviewCommand(run, flags, terminal),
  },
  {
    name: 'evidence',
    summary: {
      en: 'write an agency’s evidence as a bundle that replays in a browser, or check one',
      th: 'บันทึกหลักฐานของหน่วยงานเป็นไฟล์ที่เปิดดูซ้ำได้ หรือตรวจว่าไฟล์ไม่ถูกแก้ไข',
    },
    arguments: [['[run]', 'a run of `planaudit history` (default: latest)']],
    settings: ['data', 'store', 'browser', 'lang'],
    options: [
      ['--agency <id>', 'the agency'],
      ['--out <file>', 'the file to write (default: <id>.wacz)'],
      ['--verify <file>', 'check a bundle against its digests instead'],
    ],
    examples: ['planaudit evidence --agency namsai --out namsai.wacz', 'planaudit evidence --verify namsai.wacz'],
    run: async ([run], flags, terminal) =>
      (await import('./commands/evidence.ts')).evidenceCommand(run, flags, terminal),
  },
  {
    name: 'prune',
    summary: {
      en: 'remove the captures of old runs; verdicts stay',
      th: 'ลบข้อมูลที่เก็บจากเว็บไซต์ของการตรวจเก่า ผลการตรวจยังอยู่',
    },
    settings: ['data', 'store', 'lang'],
    options: [['--keep <n>', 'runs that keep their captures, counted from the newest']],
    examples: ['planaudit prune --keep 24'],
    run: async (_, flags, terminal) => (await import('./commands/prune.ts')).pruneCommand(flags, terminal),
  },
  {
    name: 'store copy',
    summary: { en: 'copy everything stored to another database', th: 'คัดลอกข้อมูลทั้งหมดไปยังฐานข้อมูลอื่น' },
    arguments: [
      ['<from>', 'a data folder, or postgres://…'],
      ['<to>', 'a new folder, or an empty postgres://… database'],
    ],
    settings: ['lang', 'quiet'],
    examples: ['planaudit store copy planaudit-data postgres://planaudit@db.example.go.th/planaudit'],
    run: async ([from, to], flags, terminal) =>
      (await import('./commands/store-copy.ts')).storeCopyCommand(from!, to!, flags, terminal),
  },
  {
    name: 'explain',
    summary: {
      en: 'show the full reasoning behind one verdict, or what is read in one file',
      th: 'แสดงเหตุผลทั้งหมดของผลการตรวจหนึ่งข้อ หรือสิ่งที่โปรแกรมอ่านได้จากไฟล์หนึ่งไฟล์',
    },
    arguments: [
      ['[agency]', 'id of an agency of a stored run or of --registry; or the address or folder of a website'],
      ['[criterion]', 'id or code of a criterion'],
    ],
    settings: [
      'pack',
      'asOf',
      'strictSection',
      'reviewBelow',
      'data',
      'store',
      'lang',
      'pager',
      'hosts',
      'allowAddress',
      'maxRequests',
      'contact',
      'browser',
      'ocr',
      'quiet',
    ],
    options: [
      ['--run <run>', 'a run of `planaudit history` (default: latest)'],
      ['--registry <file>', 'visit the agency of this registry now, instead of reading a stored run'],
      ['--kind <kind>', 'kind of agency, for an address or folder (default: other)'],
      ['--name <name>', 'name of the agency, for an address or folder'],
      ['--link-page <url>', 'the page that carries the link to the plan, for an address'],
      ['--document <file>', 'show what is read in this file'],
      ['--all', 'show every entry of every list'],
      ['--json', 'print the reasoning as JSON'],
    ],
    examples: [
      'planaudit explain namsai plan-current',
      'planaudit explain namsai BP --registry agencies.csv --lang en',
      'planaudit explain https://www.example.go.th plan-link --kind เทศบาลตำบล',
      'planaudit explain --document แผน2569.pdf',
    ],
    run: async ([agency, criterion], flags, terminal) =>
      (await import('./commands/explain.ts')).explainCommand(agency, criterion, flags, terminal),
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
    settings: ['lang', 'pager'],
    examples: ['planaudit packs explain', 'planaudit packs explain phuket-accountability budget-progress --lang en'],
    run: async ([pack, criterion], flags, terminal) =>
      (await import('./commands/packs.ts')).packsExplainCommand(pack, criterion, flags, terminal),
  },
  {
    name: 'packs test',
    summary: { en: 'run the cases of rule packs', th: 'ทดสอบชุดเกณฑ์ด้วยกรณีตัวอย่าง' },
    arguments: [['[packs...]', 'names or paths of rule packs (default: all that come with the program)']],
    settings: ['lang'],
    options: [
      ['--mutate', 'run each case again with its text changed as careless tools change it: verdicts must stay'],
    ],
    examples: ['planaudit packs test', 'planaudit packs test ./my-pack --mutate --lang en'],
    run: async (packs, flags, terminal) => {
      const names = packs.filter((name) => name !== undefined);
      return (await import('./commands/packs-test.ts')).packsTestCommand(names, flags, terminal);
    },
  },
  {
    name: 'report',
    summary: {
      en: 'render a stored run, or a JSON file of one, in any format',
      th: 'สร้างรายงานจากผลที่เก็บไว้ หรือจากไฟล์ JSON ในรูปแบบใดก็ได้',
    },
    arguments: [['[run]', 'id of a stored run, latest, previous or -1 (default: latest)']],
    settings: [...reportFlags, 'screenshots', 'browser', 'data', 'store'],
    options: [
      [
        '--from <file...>',
        'JSON files of runs instead of stored ones: the newest is reported, the others are its history',
      ],
    ],
    examples: [
      'planaudit report --format html,xlsx --out report',
      'planaudit report previous --format letters --letter-form memo --out letters',
      'planaudit report --from june/planaudit.json may/planaudit.json --format html --out report',
      'planaudit report --format junit,sarif --out ci --baseline previous --fail-on not-met',
      'planaudit report --format site --out public',
    ],
    run: async ([run], flags, terminal) => (await import('./commands/report.ts')).reportCommand(run, flags, terminal),
  },
  {
    name: 'demo',
    summary: {
      en: 'serve the sample province on this machine and audit it',
      th: 'เปิดเว็บไซต์ของจังหวัดตัวอย่างในเครื่องนี้ แล้วตรวจให้ดู',
    },
    settings: ['select', 'asOf', 'format', 'out', 'lang', 'thaiDigits', 'concurrency', 'pager', 'quiet', 'logFormat'],
    configFile: false,
    options: [['--findings', 'print each agency’s findings too']],
    examples: ['planaudit demo', 'planaudit demo --lang en --findings', 'planaudit demo --format json > province.json'],
    run: async (_, flags, terminal) => (await import('./commands/demo.ts')).demoCommand(flags, terminal),
  },
  {
    name: 'init',
    summary: {
      en: 'write a commented configuration and a sample registry to start from',
      th: 'สร้างไฟล์ตั้งค่าพร้อมคำอธิบาย และทะเบียนตัวอย่างสำหรับเริ่มต้น',
    },
    arguments: [['[folder]', 'where to write them (default: this folder)']],
    settings: ['lang'],
    configFile: false,
    options: [['--force', 'replace files that are there']],
    examples: ['planaudit init', 'planaudit init audit-2569 --lang en'],
    run: async ([folder], flags, terminal) =>
      (await import('./commands/init.ts')).initCommand(folder ?? '.', flags, terminal),
  },
  {
    name: 'config',
    summary: { en: 'show every setting, its value and where it comes from', th: 'แสดงค่าที่ตั้งทั้งหมดและที่มาของแต่ละค่า' },
    settings: auditSettings,
    examples: ['planaudit config', 'PLANAUDIT_LANG=en planaudit config --max-requests 50'],
    run: async (_, flags, terminal) => (await import('./commands/config.ts')).configCommand(flags, terminal),
  },
  {
    name: 'doctor',
    summary: { en: 'say what this machine offers: Node.js, browser, OCR, data folder', th: 'ตรวจความพร้อมของเครื่องนี้' },
    settings: ['data', 'lang', 'browser', 'ocr'],
    examples: ['planaudit doctor', 'planaudit doctor --lang en'],
    run: async (_, flags, terminal) => (await import('./commands/doctor.ts')).doctorCommand(flags, terminal),
  },
  {
    name: 'completion',
    summary: { en: 'print a shell’s completion script', th: 'แสดงสคริปต์เติมคำสั่งอัตโนมัติของเชลล์' },
    arguments: [['<shell>', 'bash, zsh, fish or powershell']],
    settings: [],
    examples: [
      'planaudit completion bash > ~/.local/share/bash-completion/completions/planaudit',
      'planaudit completion zsh > ~/.zfunc/_planaudit',
      'planaudit completion fish > ~/.config/fish/completions/planaudit.fish',
      'planaudit completion powershell >> $PROFILE',
    ],
    run: async ([shell], _, terminal) =>
      (await import('./commands/completion.ts')).completionCommand(shell!, commandSpecs.map(flagsOf), terminal),
  },
  {
    name: 'man',
    summary: { en: 'print the manual page', th: 'แสดงคู่มือคำสั่ง (man page)' },
    settings: [],
    examples: ['planaudit man > ~/.local/share/man/man1/planaudit.1', 'planaudit man | man -l -'],
    run: async (_, __, terminal) => {
      const [{ manCommand }, { toolVersion }] = await Promise.all([import('./commands/man.ts'), import('./config.ts')]);
      const commands = commandSpecs.map((spec) => ({
        name: spec.name,
        summary: spec.summary.en,
        arguments: spec.arguments ?? [],
        flags: flagsOf(spec).flags,
        examples: spec.examples,
      }));
      const settings = Object.entries(settingsTable).map(([name, { env, help }]) => ({ name, env, help }));
      return manCommand(commands, settings, toolVersion(), terminal);
    },
  },
];

/** What there is to complete after a command's name. */
function flagsOf({ name, summary, settings, options = [], configFile }: CommandSpec) {
  const fromSettings = settings.map((setting) => {
    const { flag, help, items }: SettingDefinition = settingsTable[setting];
    return { flag: flag ?? '', help, ...(items === undefined ? {} : { items }) };
  });
  const own = options.map(([flag, help]) => ({ flag, help }));
  const config =
    settings.length > 0 && configFile !== false ? [{ flag: '--config <file>', help: 'settings file' }] : [];
  const all = [...fromSettings, ...own, ...config, { flag: '--help', help: 'show the help of the command' }];
  return { name, help: summary.en, flags: all.filter(({ flag }) => flag !== '') };
}
