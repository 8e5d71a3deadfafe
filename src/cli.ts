// The command line: names commands and options, loads a command when it is called, turns user errors into status 2.
// Knows nothing of auditing. `main` never rejects for a user's mistake and never ends the process.
import { Command, CommanderError, Option } from 'commander';
import { commandSpecs } from './command-specs.ts';
import type { Terminal } from './commands/terminal.ts';
import { configFileName, settingsTable, toolVersion } from './config.ts';
import { type ExitStatus, exitStatus, UserError } from './errors.ts';

export { processTerminal } from './commands/terminal.ts';

/** Runs one command line (without node and script). Resolves to the exit status. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.ok;
  const program = buildProgram(terminal, (result) => {
    status = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.ok : exitStatus.usage;
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

function buildProgram(terminal: Terminal, finish: (status: ExitStatus) => void): Command {
  const program = new Command('planaudit')
    .description(
      'Checks whether Thai government agencies publish their annual action plan, with evidence.\n' +
        'ตรวจการเผยแพร่แผนปฏิบัติราชการประจำปีบนเว็บไซต์ของหน่วยงาน พร้อมหลักฐาน',
    )
    .version(toolVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help, or the help of a command')
    .helpCommand('help [command]', 'show the help of a command')
    .showHelpAfterError('(planaudit --help shows the commands and options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
      getOutHelpWidth: () => (terminal.stdout.isTTY && terminal.stdout.columns) || 100,
    })
    .addHelpText('after', generalHelp);
  const groups = new Map<string, Command>();
  for (const spec of commandSpecs) {
    const words = spec.name.split(' ');
    const parent = words.length === 1 ? program : groupOf(program, groups, words[0]!);
    const command = parent
      .command(words.at(-1)!)
      .summary(spec.summary.en)
      .description(`${spec.summary.en}\n${spec.summary.th}`);
    for (const [name, help] of spec.arguments ?? []) command.argument(name, help);
    for (const name of spec.settings) command.addOption(optionOf(name));
    if (spec.settings.length > 0 && spec.configFile !== false) {
      command.option('--config <file>', `settings file (default: ${configFileName} of this folder, if there is one)`);
    }
    for (const [flag, help] of spec.options ?? []) command.option(flag, help);
    command.addHelpText('after', `\nExamples:\n${spec.examples.map((example) => `  ${example}`).join('\n')}\n`);
    command.action(async (...args: unknown[]) => {
      const values = args.slice(0, spec.arguments?.length ?? 0).flat() as (string | undefined)[];
      // A default of the command line's own (`--no-…`) must not stand before the environment and the file.
      const given = Object.entries(command.opts()).filter(([key]) => command.getOptionValueSource(key) !== 'default');
      finish(await spec.run(values, Object.fromEntries(given), terminal));
    });
  }
  return program;
}

function groupOf(program: Command, groups: Map<string, Command>, name: string): Command {
  const known = groups.get(name);
  if (known) return known;
  const { en, th } = groupTexts[name] ?? { en: name, th: name };
  const group = program.command(name).summary(en).description(`${en}\n${th}`);
  groups.set(name, group);
  return group;
}

const groupTexts: Readonly<Record<string, { en: string; th: string }>> = {
  packs: { en: 'list, explain and test the rule packs', th: 'แสดง อธิบาย และทดสอบชุดเกณฑ์' },
  store: { en: 'work on what is stored', th: 'จัดการข้อมูลที่เก็บไว้' },
  registry: { en: 'check and probe a registry of agencies', th: 'ตรวจทะเบียนหน่วยงาน และลองเปิดเว็บไซต์' },
};

function optionOf(name: keyof typeof settingsTable): Option {
  const definition: { flag?: string; help: string; repeat?: boolean; fallback: unknown } = settingsTable[name];
  const shown = Array.isArray(definition.fallback) ? definition.fallback.join(',') : definition.fallback;
  const note = shown === null || shown === '' || typeof shown === 'boolean' ? '' : ` (default: ${shown})`;
  const option = new Option(definition.flag!, definition.help + note);
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

const generalHelp = `
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
`;
