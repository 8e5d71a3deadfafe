// planaudit registry check: says whether a registry can be audited, and what is worth a look in it. Contacts no website.
import { colourLevel, commandSettings } from '../config.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import type { Agency, Registry } from '../model/registry.ts';
import { readRegistry } from '../registry/read-registry.ts';
import { registryWarnings } from '../registry/registry-warnings.ts';
import { selectAgencies } from '../registry/select-agencies.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { cleanText, cutText, padText, textWidth, wrapText } from '../report/fit-text.ts';
import { auditDate } from './audit-date.ts';
import { loadPacks } from './load-packs.ts';
import { readUserFile } from './read-user-file.ts';
import { columnsOf, type Terminal } from './terminal.ts';

export async function registryCheckCommand(
  path: string,
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { Chalk } = await import('chalk');
  const { settings } = await commandSettings(flags, terminal.env);
  const criteria = loadPacks(settings.pack).flatMap((pack) => pack.criteria.map(({ id }) => id));
  const read = await readRegistry(path, await readUserFile(path, { en: 'registry', th: 'ทะเบียน' }), { criteria });
  const registry: Registry = { ...read, agencies: selectAgencies(read, settings.select) };
  const { cli, kind } = messagesOf(settings.lang);
  const chalk = new Chalk({ level: colourLevel(terminal.env, terminal.stdout.isTTY ?? false) });
  const columns = columnsOf(terminal.stdout);
  const lines = [...agencyTable(registry.agencies, kind, columns), ''];
  const warnings = registryWarnings(registry, auditDate(settings, terminal.now()));
  if (warnings.length > 0) lines.push(chalk.yellow(`${cli.warnings(warnings.length)}:`));
  for (const { text, agencies } of warnings) {
    const [first = '', ...more] = wrapText(`${text[settings.lang]}: ${agencies.join(', ')}`, columns - 4);
    lines.push(`  • ${first}`, ...more.map((line) => `    ${line}`));
  }
  if (warnings.length === 0) lines.push(cli.noWarnings);
  const withUrl = registry.agencies.filter(({ url }) => url !== undefined).length;
  const summary = `${cli.registryGood(path, registry.agencies.length)} · ${cli.withWebsite(withUrl)}`;
  terminal.stdout.write(`${[...lines, chalk.green(summary)].join('\n')}\n`);
  return exitStatus.ok;
}

function agencyTable(
  agencies: readonly Agency[],
  kinds: Readonly<Record<Agency['kind'], string>>,
  columns: number,
): string[] {
  const width = (cells: readonly string[], most: number) => Math.min(most, Math.max(...cells.map(textWidth)));
  const names = agencies.map(({ name }) => cleanText(name));
  const idWidth = width(
    agencies.map(({ id }) => id),
    20,
  );
  const kindWidth = width(
    agencies.map(({ kind }) => kinds[kind]),
    24,
  );
  const nameWidth = width(names, Math.max(12, Math.floor((columns - idWidth - kindWidth) / 2)));
  const urlWidth = Math.max(10, columns - idWidth - kindWidth - nameWidth - 6);
  return agencies.map(({ id, kind, url }, index) =>
    [
      padText(id, idWidth),
      padText(names[index]!, nameWidth),
      padText(kinds[kind], kindWidth),
      cutText(url ?? '–', urlWidth),
    ].join('  '),
  );
}
