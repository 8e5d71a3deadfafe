// The command line: names commands and options, loads a command when it is called, turns user errors into status 2.
// Knows nothing of auditing. `main` never rejects for a user's mistake and never ends the process.
import { Command, CommanderError, Option } from 'commander';
import { commandSpecs } from './command-specs.ts';
import type { Terminal } from './commands/terminal.ts';
import { configFileName, settingsTable, toolVersion } from './config.ts';
import { type ExitStatus, exitStatus, UserError } from './errors.ts';
import type { Bilingual } from './model/result.ts';
import type { Language } from './report/catalogue/messages.ts';

export { processTerminal } from './commands/terminal.ts';

/** Runs one command line (without node and script). Resolves to the exit status. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.ok;
  const words = await helpWords(argv, terminal);
  const program = buildProgram(terminal, words, (result) => {
    status = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitStatus.ok;
      if (choiceOf(argv, terminal, 'lang') !== 'en')
        terminal.stderr.write((await import('./report/catalogue/usage-errors-thai.ts')).usageErrorThai(error.message));
      return exitStatus.usage;
    }
    if (error instanceof UserError) {
      if (choiceOf(argv, terminal, 'logFormat') === 'json') {
        (await import('./commands/log.ts')).logError(terminal, error);
        return error.status;
      }
      const { errorText } = await import('./commands/error-text.ts');
      terminal.stderr.write(errorText(error, choiceOf(argv, terminal, 'lang') === 'en' ? 'en' : 'th'));
      return error.status;
    }
    throw error;
  }
}

/** What the help is written in: Thai where it is asked for or the machine speaks Thai, else English with Thai summaries. */
interface HelpWords {
  readonly lang: Language;
  /** The help text in that language. */
  readonly say: (english: string) => string;
  /** What a command is about: English help tells it in Thai too. */
  readonly about: (text: Bilingual) => string;
}

async function helpWords(argv: readonly string[], terminal: Terminal): Promise<HelpWords> {
  const { env } = terminal;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const given = choiceOf(argv, terminal, 'lang');
  const thai = given === 'th' || (!given && /^th(?:$|[_.-])/i.test(locale));
  if (!thai) return { lang: 'en', say: (english) => english, about: ({ en, th }) => `${en}\n${th}` };
  return { lang: 'th', say: (await import('./report/catalogue/help-thai.ts')).thaiHelp, about: ({ th }) => th };
}

function buildProgram(terminal: Terminal, words: HelpWords, finish: (status: ExitStatus) => void): Command {
  const { lang, say, about } = words;
  const program = new Command('planaudit')
    .configureHelp({ styleTitle: say })
    .description(about(programText))
    .version(toolVersion(), '-V, --version', say('print the version'))
    .helpOption('-h, --help', say('show this help, or the help of a command'))
    .helpCommand('help [command]', say('show the help of a command'))
    .showHelpAfterError('(planaudit --help shows the commands and options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
      getOutHelpWidth: () => (terminal.stdout.isTTY && terminal.stdout.columns) || 100,
    })
    .addHelpText('after', generalHelp[lang]);
  const groups = new Map<string, Command>();
  for (const spec of commandSpecs) {
    const path = spec.name.split(' ');
    const parent = path.length === 1 ? program : groupOf(program, groups, path[0]!, words);
    const command = parent.command(path.at(-1)!).summary(spec.summary[lang]).description(about(spec.summary));
    for (const [name, help] of spec.arguments ?? []) command.argument(name, say(help));
    for (const name of spec.settings) command.addOption(optionOf(name, words));
    if (spec.settings.length > 0 && spec.configFile !== false) {
      command.option('--config <file>', say(configHelp));
    }
    for (const [flag, help] of spec.options ?? []) command.option(flag, say(help));
    command.addHelpText(
      'after',
      `\n${say('Examples:')}\n${spec.examples.map((example) => `  ${example}`).join('\n')}\n`,
    );
    command.action(async (...args: unknown[]) => {
      const values = args.slice(0, spec.arguments?.length ?? 0).flat() as (string | undefined)[];
      // A default of the command line's own (`--no-…`) must not stand before the environment and the file.
      const given = Object.entries(command.opts()).filter(([key]) => command.getOptionValueSource(key) !== 'default');
      finish(await spec.run(values, Object.fromEntries(given), terminal));
    });
  }
  return program;
}

function groupOf(program: Command, groups: Map<string, Command>, name: string, { lang, about }: HelpWords): Command {
  const known = groups.get(name);
  if (known) return known;
  const text = groupTexts[name] ?? { en: name, th: name };
  const group = program.command(name).summary(text[lang]).description(about(text));
  groups.set(name, group);
  return group;
}

const groupTexts: Readonly<Record<string, Bilingual>> = {
  packs: { en: 'list, explain and test the rule packs', th: 'แสดง อธิบาย และทดสอบชุดเกณฑ์' },
  runs: { en: 'list and cancel the audits that many machines share', th: 'ดูและยกเลิกการตรวจที่ใช้หลายเครื่อง' },
  store: { en: 'work on what is stored', th: 'จัดการข้อมูลที่เก็บไว้' },
  registry: { en: 'check and probe a registry of agencies', th: 'ตรวจทะเบียนหน่วยงาน และลองเปิดเว็บไซต์' },
};

function optionOf(name: keyof typeof settingsTable, { lang, say }: HelpWords): Option {
  const definition: { flag?: string; help: string; helpTh: string; repeat?: boolean; fallback: unknown } =
    settingsTable[name];
  const shown = Array.isArray(definition.fallback) ? definition.fallback.join(',') : definition.fallback;
  const note = shown === null || shown === '' || typeof shown === 'boolean' ? '' : ` (${say('default')}: ${shown})`;
  const option = new Option(definition.flag!, definition[lang === 'th' ? 'helpTh' : 'help'] + note);
  if (definition.repeat) {
    option.argParser((value: string, previous: string[] | undefined) => [...(previous ?? []), value]);
  }
  return option;
}

/** How errors are to be reported (they may come before the settings are known): the flag, else the environment. */
function choiceOf(argv: readonly string[], terminal: Terminal, name: 'lang' | 'logFormat'): string | undefined {
  const { flag, env } = settingsTable[name];
  const long = flag.split(' ')[0]!;
  const at = argv.findIndex((arg) => arg === long || arg.startsWith(`${long}=`));
  return at < 0 ? terminal.env[env] : (argv[at]!.split('=')[1] ?? argv[at + 1]);
}

const configHelp = `settings file (default: ${configFileName} of this folder, if there is one)`;

const programText: Bilingual = {
  en: 'Checks whether Thai government agencies publish their annual action plan, with evidence.',
  th: 'ตรวจการเผยแพร่แผนปฏิบัติราชการประจำปีบนเว็บไซต์ของหน่วยงาน พร้อมหลักฐาน',
};

const generalHelp: Bilingual = {
  en: `
Examples:
  planaudit demo                              audit the sample province on this machine, no network needed
  planaudit registry check agencies.csv       test a registry before auditing
  planaudit audit agencies.csv --out report   audit, and write the reports to a folder

Exit status:
  0  done, nothing matched --fail-on
  1  done, a required criterion is not met
  2  a mistake in the command, settings, registry or pack; nothing was audited
  3  the run did not finish
  4  done, nothing not met, but --fail-on names unknown or review and there is one

ภาษาไทย: planaudit --help --lang th
`,
  th: `
ตัวอย่าง:
  planaudit demo                              ตรวจจังหวัดตัวอย่างในเครื่องนี้ ไม่ใช้เครือข่าย
  planaudit registry check agencies.csv       ตรวจทะเบียนก่อนเริ่มตรวจเว็บไซต์
  planaudit audit agencies.csv --out report   ตรวจ แล้วเขียนรายงานลงโฟลเดอร์

สถานะจบ:
  0  เสร็จ ไม่มีผลที่ตรงกับ --fail-on
  1  เสร็จ มีเกณฑ์บังคับที่ไม่พบ
  2  คำสั่ง ค่าที่ตั้ง ทะเบียน หรือชุดเกณฑ์ผิด จึงยังไม่ได้ตรวจ
  3  การตรวจไม่เสร็จ
  4  เสร็จ ไม่มีข้อที่ไม่พบ แต่มี unknown หรือ review ที่ --fail-on ระบุไว้

English: planaudit --help --lang en
`,
};
