// planaudit check: one agency checks its own website, without a registry.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { folderUrl } from '../audit/folder-url.ts';
import { commandSettings, type Settings } from '../config.ts';
import { type ExitStatus, UserError } from '../errors.ts';
import type { Registry } from '../model/registry.ts';
import { readRegistry } from '../registry/read-registry.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { announce } from './announce.ts';
import type { AuditReplacements } from './audit.ts';
import { loadPacks } from './load-packs.ts';
import { logTerminal } from './log.ts';
import { runAndReport } from './run-and-report.ts';
import type { Terminal } from './terminal.ts';

export async function checkCommand(
  address: string,
  flags: Readonly<Record<string, unknown>>,
  given: Terminal,
  replacements: AuditReplacements = {},
): Promise<ExitStatus> {
  const { kind, name, linkPage, watch, ...rest } = flags;
  const { settings } = await commandSettings(rest, given.env);
  const terminal = logTerminal(given, settings);
  announce(settings, terminal);
  const packs = loadPacks(settings.pack);
  const folder = isFolder(address) ? address : undefined;
  if (watch === true && folder === undefined) {
    throw new UserError('watch-folder', `--watch needs a folder, and ${address} is none`, {
      hint: 'A website cannot tell that it changed; check the folder its pages are made in.',
      th: { message: `--watch ใช้กับโฟลเดอร์เท่านั้น ${address} ไม่ใช่โฟลเดอร์` },
    });
  }
  const about = { kind, name: name ?? (folder === undefined ? undefined : basename(resolve(folder))), linkPage };
  const read = await registryOf(folder === undefined ? address : folderUrl, about);
  const registry = folder === undefined ? read : { ...read, path: folder };
  const tools = folder === undefined ? {} : { tools: await folderTools(folder) };
  const check = async (): Promise<ExitStatus> => {
    const options = { registry, agencies: registry.agencies, packs, settings, terminal, ...tools, ...replacements };
    return (await runAndReport(options)).status;
  };
  return watch === true && folder !== undefined ? checkOnChange(folder, settings.lang, terminal, check) : check();
}

/** Checks now and after every change of the folder, until interrupted. The status is that of the last whole check. */
async function checkOnChange(
  folder: string,
  lang: Settings['lang'],
  terminal: Terminal,
  check: () => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const { watchFolder } = await import('../audit/watch-folder.ts');
  const abort = new AbortController();
  const undo = terminal.onInterrupt(() => abort.abort());
  try {
    // The watch stands before the first check, so that a change during it is not missed.
    const turns = watchFolder(folder, { signal: abort.signal });
    let next = turns.next();
    let status = await check();
    while (!abort.signal.aborted) {
      terminal.stderr.write(`${messagesOf(lang).progress.watching}\n`);
      if ((await next).done) break;
      next = turns.next();
      const now = await check();
      if (!abort.signal.aborted) status = now;
    }
    return status;
  } finally {
    abort.abort();
    undo();
  }
}

export function isFolder(address: string): boolean {
  return statSync(address, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The tools of any audit, with the folder's files in place of the network. */
export async function folderTools(folder: string): Promise<NonNullable<AuditReplacements['tools']>> {
  const [{ makeAuditTools }, { createFolderFetcher }] = await Promise.all([
    import('./audit-tools.ts'),
    import('../audit/folder-site.ts'),
  ]);
  return (settings, now, hosts) => {
    // A browser would ask for what the folder does not hold.
    const tools = makeAuditTools({ ...settings, browser: 'never' }, now, hosts);
    return { ...tools, deps: { ...tools.deps, fetcher: createFolderFetcher(folder, now) } };
  };
}

/** A registry of one, by the same rules as any registry. A missing scheme is taken as https. */
export async function registryOf(address: string, given: Readonly<Record<string, unknown>>): Promise<Registry> {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  const host = URL.canParse(url) ? new URL(url).hostname : 'site';
  const record = {
    id: host.replace(/^\[|\]$/g, '').replaceAll(':', '-') || 'site',
    name: given['name'] ?? host,
    kind: given['kind'] ?? 'other',
    url,
    ...(given['linkPage'] === undefined ? {} : { link_page: given['linkPage'] }),
  };
  try {
    const registry = await readRegistry('check.json', Buffer.from(JSON.stringify([record])));
    return { ...registry, path: url, sha256: createHash('sha256').update(url).digest('hex') };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError('check-invalid', `${address} cannot be checked`, {
      problems: error.problems.map(({ field, value, message, messageTh }) => ({
        field: field === 'url' ? '<url>' : `--${(field ?? '').replaceAll('_', '-')}`,
        ...(value === undefined ? {} : { value }),
        message,
        ...(messageTh === undefined ? {} : { messageTh }),
      })),
      th: { message: `ตรวจ ${address} ไม่ได้` },
    });
  }
}
