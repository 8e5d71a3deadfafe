// planaudit demo: serves the sample province on loopback and audits it as of a fixed date. Needs no network.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { resolveSettings } from '../config.ts';
import { serveSites } from '../demo/serve-sites.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { parseHostsFile } from '../fetch/hosts-file.ts';
import { readRegistry } from '../registry/read-registry.ts';
import { selectAgencies } from '../registry/select-agencies.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { announce } from './announce.ts';
import type { AuditReplacements } from './audit.ts';
import { loadPacks } from './load-packs.ts';
import { logTerminal } from './log.ts';
import { runAndReport } from './run-and-report.ts';
import type { Terminal } from './terminal.ts';

/** The sample is a picture of one day: its documents are of the fiscal years around it. */
const sampleDate = '2026-06-15';
/** Beside src and dist alike. */
const province = new URL('../../fixtures/province/', import.meta.url);
const sites = new URL('../../fixtures/sites/', import.meta.url);

/** Status 0 unless the tool itself fails: what the sample lacks is meant to lack. `--all` prints the findings too. */
export async function demoCommand(
  flags: Readonly<Record<string, unknown>>,
  given: Terminal,
  replacements: AuditReplacements = {},
): Promise<ExitStatus> {
  const { findings, ...rest } = flags;
  const { settings } = await resolveSettings({
    // On loopback no server has to be spared; and the matrix is the same on every machine, whatever it has installed.
    flags: { asOf: sampleDate, minDelay: 0, allowAddress: ['127.0.0.0/8'], ocr: 'never', browser: 'never', ...rest },
    env: given.env,
  });
  const terminal = logTerminal(given, settings);
  const file = new URL('registry.csv', province);
  if (!existsSync(file) || !existsSync(sites)) {
    throw new UserError('demo-missing', 'the sample province is not part of this installation', {
      hint: 'Run the demo from a checkout of planaudit or from the published package.',
      th: { message: 'ไม่มีจังหวัดตัวอย่างในโปรแกรมที่ติดตั้งนี้' },
    });
  }
  announce(settings, terminal);
  const packs = loadPacks(settings.pack);
  const read = await readRegistry(fileURLToPath(file), await readFile(file));
  const registry = { ...read, path: 'fixtures/province/registry.csv' };
  const agencies = selectAgencies(registry, settings.select);
  const { cli, date } = messagesOf(settings.lang);
  if (!settings.quiet) terminal.stderr.write(`${cli.demoIntro(agencies.length, date(settings.asOf ?? sampleDate))}\n`);
  const served = await serveSites(fileURLToPath(sites));
  try {
    const lines = [...served.hosts].map(([host, address]) => `${address} ${host}`);
    const { run } = await runAndReport({
      registry,
      agencies,
      packs,
      settings,
      terminal,
      hosts: parseHostsFile(lines.join('\n'), 'demo'),
      findings: findings === true,
      ...replacements,
    });
    if (!settings.quiet) terminal.stderr.write(`${cli.demoOutro}\n`);
    if (!run.run.complete) return exitStatus.unfinished;
    const broken = run.agencies.some(({ criteria }) => criteria.some(({ reason }) => reason === 'tool-error'));
    return broken ? exitStatus.unfinished : exitStatus.ok;
  } finally {
    await served.close();
  }
}
