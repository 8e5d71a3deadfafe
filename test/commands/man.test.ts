import { expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { commandSpecs } from '../../src/command-specs.ts';
import { settingNames, settingsTable } from '../../src/config.ts';
import { fakeTerminal } from './fake-terminal.ts';

it('the manual page names every command, its flags, every variable and status, in lines that roff takes', async () => {
  const terminal = fakeTerminal();
  expect(await main(['man'], terminal)).toBe(0);
  const page = terminal.out();
  const text = page.replaceAll('\\-', '-');
  for (const { name } of commandSpecs) expect(text).toContain(`.SS "planaudit ${name}`);
  for (const name of settingNames) expect(text).toContain(`\\fB${settingsTable[name].env}\\fR`);
  expect(text).toContain('\\fB--as-of <date>\\fR');
  const requests = page.split('\n').filter((line) => /^[.']/.test(line));
  expect(requests.filter((line) => !/^\.(?:\\"|TH|SH|SS|B|I|TP|PP|nf|fi)(?: |$)/.test(line))).toEqual([]);
  // Whatever stands after a backslash is an escape that is meant.
  expect(page.match(/\\(?!f[BIR]|-|e|&|"|\(dq)./g) ?? []).toEqual([]);
});
