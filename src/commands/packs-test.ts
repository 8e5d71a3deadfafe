// planaudit packs test: runs the cases of rule packs. A pack whose cases fail is a pack error (status 2).
import { testPack } from '../audit/test-pack.ts';
import { colourLevel, commandSettings } from '../config.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { listPacks, loadPack, packSource } from '../packs/load-pack.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { cleanText, cutText } from '../report/fit-text.ts';
import { problemText } from './error-text.ts';
import type { Terminal } from './terminal.ts';

/** Without names, every pack that comes with the program. */
export async function packsTestCommand(
  names: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { Chalk } = await import('chalk');
  const { mutate, ...rest } = flags;
  const { settings } = await commandSettings(rest, terminal.env);
  const chalk = new Chalk({ level: colourLevel(terminal.env, terminal.stdout.isTTY ?? false) });
  const { cli } = messagesOf(settings.lang);
  const print = (line: string) => void terminal.stdout.write(`${line}\n`);
  let passed = 0;
  let failed = 0;
  for (const name of names.length > 0 ? names : listPacks()) {
    const result = testPack(loadPack(name), packSource(name).cases, { mutate: mutate === true });
    const { pack, version, checks, cases, examples, mutants, failures, gaps } = result;
    for (const { criterion, name: test, file, line, expected, got, evidence } of failures) {
      const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`} `;
      print(chalk.red(`✗ ${place}${criterion} – ${cleanText(test)}`));
      print(`    ${cli.expectedGot(cleanText(expected), cleanText(got))}`);
      for (const { url, quote } of evidence.slice(0, 3)) {
        print(`    ${cleanText(url)}: “${cutText(cleanText(quote), 160)}”`);
      }
    }
    for (const gap of gaps) print(chalk.yellow(`✗ ${problemText(gap, settings.lang)}`));
    const wrong = failures.length + gaps.length;
    const ran = [cli.packCases(cases, examples), ...(mutants > 0 ? [cli.packMutants(mutants)] : [])].join(', ');
    print(`${pack} ${version}: ${ran} – ${cli.packTests(checks - failures.length, wrong)}`);
    passed += checks - failures.length;
    failed += wrong;
  }
  // In English whatever the language: other programs read this line.
  print(`${passed} passed, ${failed} failed`);
  return failed > 0 ? exitStatus.usage : exitStatus.ok;
}
