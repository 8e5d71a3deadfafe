// planaudit completion: prints a completion script for a shell. The commands and flags come in, so that help and
// completion cannot differ.
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { nearestName } from '../text/nearest-name.ts';
import type { Terminal } from './terminal.ts';

export interface CompletedCommand {
  /** One word, or group and command. */
  readonly name: string;
  readonly help: string;
  readonly flags: readonly CompletedFlag[];
}

interface CompletedFlag {
  /** Commander's form: `--lang <th|en>`. */
  readonly flag: string;
  readonly help: string;
  /** What a list with commas may hold. */
  readonly items?: readonly string[];
}

const shells: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

export async function completionCommand(
  shell: string,
  commands: readonly CompletedCommand[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (!script) {
    const known = Object.keys(shells);
    const suggestion = nearestName(shell, known);
    throw new UserError('shell-unknown', `there is no completion for the shell "${shell}"`, {
      hint: suggestion ? `Did you mean ${suggestion}?` : `There are: ${known.join(', ')}.`,
      th: { message: `ไม่มีสคริปต์สำหรับเชลล์ "${shell}"`, hint: `ที่มี: ${known.join(', ')}` },
    });
  }
  terminal.stdout.write(script(commands));
  return exitStatus.ok;
}

const longName = (flag: string) => flag.split(' ')[0]!;
/** Words in `<…>` that stand for something else, and those of them that are files. */
const kinds = new Set([
  'name',
  'path',
  'url',
  'email',
  'run',
  'file',
  'dir',
  'docx',
  'n',
  'date',
  'text',
  'id',
  'kind',
]);
const files = new Set(['path', 'file', 'file...', 'dir', 'docx']);
const wordsOf = (flag: string) => (/<([^>]+)>/.exec(flag)?.[1] ?? '').split('|');
/** Values between which a flag chooses: `--lang <th|en>`. */
const choicesOf = (flag: string) => {
  const words = wordsOf(flag);
  return words.length > 1 && !words.some((word) => kinds.has(word)) ? words : [];
};
const takesFile = (flag: string) => wordsOf(flag).some((word) => files.has(word));
/** Each flag of any command once. */
const flagsOf = (commands: readonly CompletedCommand[]) => [
  ...new Map(commands.flatMap(({ flags }) => flags.map((each) => [longName(each.flag), each] as const))),
];
const firstWords = (commands: readonly CompletedCommand[]) => [
  ...new Set(commands.map(({ name }) => name.split(' ')[0]!)),
];
const secondWords = (commands: readonly CompletedCommand[], group: string) =>
  commands.filter(({ name }) => name.startsWith(`${group} `)).map(({ name }) => name.split(' ')[1]!);

function bashScript(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(
    ({ name, flags }) => `    '${name}') words='${flags.map(({ flag }) => longName(flag)).join(' ')}' ;;`,
  );
  const groups = firstWords(commands)
    .filter((word) => secondWords(commands, word).length > 0)
    .map(
      (word) => `    ${word}) words='${secondWords(commands, word).join(' ')}'; command="${word} \${COMP_WORDS[2]}" ;;`,
    );
  const values = flagsOf(commands).flatMap(([name, { flag, items }]) => {
    if (items !== undefined) {
      const list = `compgen -P "$before" -W '${items.join(' ')}' -- "\${current##*,}"`;
      return [
        `    ${name}) local before=''; [[ "$current" == *,* ]] && before="\${current%,*},"; COMPREPLY=($(${list})); return ;;`,
      ];
    }
    const given = choicesOf(flag);
    if (given.length === 0) return [];
    return [`    ${name}) COMPREPLY=($(compgen -W '${given.join(' ')}' -- "$current")); return ;;`];
  });
  return `# bash completion of planaudit
_planaudit() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words='' command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${firstWords(commands).join(' ')} help --help --version' -- "$current"))
    return
  fi
  case "$previous" in
${values.join('\n')}
  esac
  case "$command" in
${groups.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 2 ] && [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  case "$command" in
${cases.join('\n')}
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  else
    # File names may hold blanks.
    local IFS=$'\\n'
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _planaudit planaudit
`;
}

function zshScript(commands: readonly CompletedCommand[]): string {
  const quote = (text: string) =>
    text.replaceAll("'", '’').replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', '\\:');
  const tops = firstWords(commands).map((word) => {
    const own = commands.find(({ name }) => name === word);
    return `    '${word}:${quote(own?.help ?? secondWords(commands, word).join(', '))}'`;
  });
  const cases = commands.map(({ name, flags }) => {
    const specs = flags.map(({ flag, help, items }) => {
      const action = items === undefined ? valueAction(flag) : `_sequence compadd - ${items.join(' ')}`;
      const argument = flag.includes('<') ? `:value:${action}` : '';
      return `'${longName(flag)}[${quote(help)}]${argument}'`;
    });
    return `    '${name}') _arguments ${specs.join(' ')} '*:file:_files' ;;`;
  });
  const groups = firstWords(commands)
    .filter((word) => secondWords(commands, word).length > 0)
    .map((word) => {
      const inner = secondWords(commands, word).join(' ');
      return `    ${word}) if (( CURRENT == 3 )); then compadd ${inner}; return; fi; command="${word} \${words[3]}"; shift words; (( CURRENT-- )) ;;`;
    });
  return `#compdef planaudit
# zsh completion of planaudit
_planaudit() {
  local -a tops
  tops=(
${tops.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command tops; return; fi
  local command="\${words[2]}"
  case "$command" in
${groups.join('\n')}
  esac
  shift words; (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
_planaudit "$@"
`;
}

function valueAction(flag: string): string {
  const choices = choicesOf(flag);
  if (choices.length > 0) return `(${choices.join(' ')})`;
  return takesFile(flag) ? '_files' : '';
}

function fishScript(commands: readonly CompletedCommand[]): string {
  const quote = (text: string) => `'${text.replaceAll("'", '’')}'`;
  const lines = ['# fish completion of planaudit'];
  for (const word of firstWords(commands)) {
    const own = commands.find(({ name }) => name === word);
    const inner = secondWords(commands, word);
    const help = own?.help ?? inner.join(', ');
    lines.push(`complete -c planaudit -f -n __fish_use_subcommand -a ${word} -d ${quote(help)}`);
    for (const second of inner) {
      const condition = `__fish_seen_subcommand_from ${word}; and not __fish_seen_subcommand_from ${inner.join(' ')}`;
      const about = commands.find(({ name }) => name === `${word} ${second}`)!.help;
      lines.push(`complete -c planaudit -f -n '${condition}' -a ${second} -d ${quote(about)}`);
    }
  }
  for (const { name, flags } of commands) {
    // `explain` is a command, and one of the group `packs`.
    const others = firstWords(commands).filter((word) => secondWords(commands, word).includes(name));
    const condition = [
      ...name.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`),
      ...(others.length > 0 ? [`not __fish_seen_subcommand_from ${others.join(' ')}`] : []),
    ].join('; and ');
    for (const { flag, help, items } of flags) {
      const choices = choicesOf(flag);
      const list = items === undefined ? '' : ` -x -a "(__fish_complete_list , 'printf \\%s\\\\n ${items.join(' ')}')"`;
      const one = choices.length > 0 ? ` -x -a '${choices.join(' ')}'` : flag.includes('<') ? ' -r' : '';
      const value = list === '' ? one : list;
      lines.push(`complete -c planaudit -n '${condition}' -l ${longName(flag).slice(2)}${value} -d ${quote(help)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function powershellScript(commands: readonly CompletedCommand[]): string {
  const list = (items: readonly string[]) => `@(${items.map((item) => `'${item}'`).join(', ')})`;
  const entries = commands.map(({ name, flags }) => `    '${name}' = ${list(flags.map(({ flag }) => longName(flag)))}`);
  const groups = firstWords(commands)
    .filter((word) => secondWords(commands, word).length > 0)
    .map((word) => `    '${word}' = ${list(secondWords(commands, word))}`);
  const values = flagsOf(commands).flatMap(([name, { flag, items }]) => {
    const given = items ?? choicesOf(flag);
    return given.length > 0 ? [`    '${name}' = ${list(given)}`] : [];
  });
  return `# PowerShell completion of planaudit
Register-ArgumentCompleter -Native -CommandName planaudit -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $flags = @{
${entries.join('\n')}
  }
  $groups = @{
${groups.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '' -and $words.Count -gt 0) { $words = @($words | Select-Object -First ($words.Count - 1)) }
  $plain = @($words | Where-Object { -not $_.StartsWith('-') })
  if ($words.Count -gt 0 -and $values.ContainsKey($words[-1])) { $offered = $values[$words[-1]] }
  elseif ($plain.Count -eq 0) { $offered = ${list(firstWords(commands))} }
  elseif ($plain.Count -eq 1 -and $groups.ContainsKey($plain[0])) { $offered = $groups[$plain[0]] }
  elseif ($flags.ContainsKey($plain[0])) { $offered = $flags[$plain[0]] }
  else { $offered = $flags[($plain[0..1] -join ' ')] }
  $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
