// Audits agencies of a registry against a folder of sites served on loopback, as the demo does but without a terminal.
// Recognition of images is off: the matrix must not hang on what is installed.
import { type AuditDeps, runAudit } from '../../src/audit/run-audit.ts';
import { loadPacks } from '../../src/commands/load-packs.ts';
import { serveSites } from '../../src/demo/serve-sites.ts';
import { createExtractor, type Extractor } from '../../src/extract/extractor.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import { createFetcher } from '../../src/fetch/fetcher.ts';
import { parseHostsFile } from '../../src/fetch/hosts-file.ts';
import { defaultFetchSettings, userAgentFor } from '../../src/fetch/settings.ts';
import type { Agency, Registry } from '../../src/model/registry.ts';
import type { AuditRun } from '../../src/model/result.ts';
import { changedSite, type SiteChange } from './changed-site.ts';

/** Time stands still, so that two runs over the same bytes can be compared whole. */
const now = () => Date.UTC(2026, 5, 15, 3);

type Packs = ReturnType<typeof loadPacks>;
const loaded = new Map<string, Packs>();
/** Reading a pack and compiling its phrases takes longer than many a small audit: once for all that a test file audits. */
function packsNamed(names: readonly string[]): Packs {
  const key = names.join(' ');
  const packs = loaded.get(key) ?? loadPacks(names);
  loaded.set(key, packs);
  return packs;
}

export const createTestExtractor = (): Extractor => createExtractor({ decode: decodeText, ocr: 'never', workers: 1 });

/**
 * @param extra `extractor`: used, and left open; its threads are started once for several audits. `change`: what the sites answer
 * is changed so.
 */
export async function auditFolder(
  sites: string,
  registry: Registry,
  agencies?: readonly Agency[],
  packs: readonly string[] = ['phuket-accountability'],
  asOf = '2026-06-15',
  {
    extractor: shared,
    change,
    ...extra
  }: Pick<AuditDeps, 'onCrawl' | 'onCapture' | 'budget' | 'audit'> & {
    extractor?: Extractor;
    change?: SiteChange;
  } = {},
): Promise<AuditRun> {
  const served = await serveSites(sites);
  const lines = [...served.hosts].map(([host, address]) => `${address} ${host}`);
  const plain = createFetcher({
    ...defaultFetchSettings,
    userAgent: userAgentFor('0.0.0', undefined),
    minDelayMs: 0,
    allowAddresses: ['127.0.0.0/8'],
    hosts: parseHostsFile(lines.join('\n'), 'served'),
    now,
  });
  const fetcher = change === undefined ? plain : changedSite(plain, change, now);
  const extractor = shared ?? createTestExtractor();
  try {
    return await runAudit({
      registry,
      ...(agencies === undefined ? {} : { agencies }),
      packs: packsNamed(packs),
      asOf,
      settings: {},
      version: '0.0.0',
      deps: { fetcher, extractor, now, ...extra },
    });
  } finally {
    await Promise.all([fetcher.close(), ...(shared === undefined ? [extractor.close()] : []), served.close()]);
  }
}
