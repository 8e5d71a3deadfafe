// planaudit man: prints the manual page (roff) made from the same table as the help, so that the two cannot differ.
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Terminal } from './terminal.ts';

export interface ManualCommand {
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly (readonly [name: string, help: string])[];
  readonly flags: readonly { readonly flag: string; readonly help: string }[];
  readonly examples: readonly string[];
}

export interface ManualSetting {
  readonly name: string;
  readonly env: string;
  readonly help: string;
}

const statuses: readonly (readonly [number, string])[] = [
  [exitStatus.ok, 'Done; nothing matched --fail-on.'],
  [exitStatus.notMet, 'Done; a required criterion is not met.'],
  [exitStatus.usage, 'A mistake in the command, settings, registry or pack; nothing was audited.'],
  [exitStatus.unfinished, 'The run did not finish; what was judged is kept.'],
  [exitStatus.undetermined, 'Done, nothing not met, but --fail-on names unknown or review and there is one.'],
];

export async function manCommand(
  commands: readonly ManualCommand[],
  settings: readonly ManualSetting[],
  version: string,
  terminal: Terminal,
): Promise<ExitStatus> {
  const lines = [
    // Read by preconv, which man runs: there are Thai examples.
    '.\\" -*- coding: UTF-8 -*-',
    `.TH PLANAUDIT 1 "" "planaudit ${roff(version)}" "User Commands"`,
    '.SH NAME',
    'planaudit \\- checks whether Thai government agencies publish their annual action plan, with evidence',
    '.SH SYNOPSIS',
    '.B planaudit',
    '.I command',
    '[\\fIoptions\\fR]',
    '.SH COMMANDS',
    ...commands.flatMap(({ name, summary, arguments: given, flags, examples }) => [
      `.SS "planaudit ${roff(name)}${given.map(([argument]) => ` ${roff(argument)}`).join('')}"`,
      roff(summary),
      ...[...given, ...flags.map(({ flag, help }) => [flag, help] as const)].flatMap(([term, help]) => [
        '.TP',
        `\\fB${roff(term)}\\fR`,
        roff(help),
      ]),
      '.PP',
      'Examples:',
      '.nf',
      ...examples.map((example) => `  ${roff(example)}`),
      '.fi',
    ]),
    '.SH ENVIRONMENT',
    ...settings.flatMap(({ name, env, help }) => ['.TP', `\\fB${roff(env)}\\fR (${roff(name)})`, roff(help)]),
    '.SH "EXIT STATUS"',
    ...statuses.flatMap(([status, meaning]) => ['.TP', `\\fB${status}\\fR`, roff(meaning)]),
  ];
  terminal.stdout.write(`${lines.join('\n')}\n`);
  return exitStatus.ok;
}

/** Text that roff takes as text: no escapes, no request at the start of a line. */
function roff(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('"', '\\(dq').replace(/^[.']/, '\\&$&');
}
