// Makes what an audit works with – fetcher, extractor, bounds – from the settings, and closes it again.
import { readFileSync } from 'node:fs';
import type { AuditDeps } from '../audit/run-audit.ts';
import { type Settings, toolVersion } from '../config.ts';
import { UserError } from '../errors.ts';
import { createExtractor } from '../extract/extractor.ts';
import { decodeText } from '../fetch/decode.ts';
import { createFetcher } from '../fetch/fetcher.ts';
import { type HostsMap, parseHostsFile } from '../fetch/hosts-file.ts';
import { defaultFetchSettings, userAgentFor } from '../fetch/settings.ts';

export interface AuditTools {
  readonly deps: AuditDeps;
  close(): Promise<void>;
}

/** `hosts` stands before the file of the settings (demo). Throws UserError for a bad hosts file or address range. */
export function makeAuditTools(settings: Settings, now: () => number, hosts?: HostsMap): AuditTools {
  const fetcher = createFetcher({
    ...defaultFetchSettings,
    userAgent: userAgentFor(toolVersion(), settings.contact ?? undefined),
    totalTimeoutMs: settings.timeout * 1000,
    headersTimeoutMs: Math.min(defaultFetchSettings.headersTimeoutMs, settings.timeout * 1000),
    perHost: settings.perHost,
    perAddress: settings.perHost,
    minDelayMs: settings.minDelay,
    allowAddresses: settings.allowAddress,
    hosts: hosts ?? (settings.hosts === null ? new Map() : readHosts(settings.hosts)),
    tls: settings.tls,
    obeyRobots: settings.robots === 'obey',
    now,
  });
  const extractor = createExtractor({ decode: decodeText });
  return {
    deps: {
      fetcher,
      extractor,
      budget: {
        requests: settings.maxRequests,
        bytes: settings.maxMegabytes * 1024 * 1024,
        milliseconds: settings.maxMinutes * 60_000,
        depth: settings.maxDepth,
      },
      now,
    },
    close: async () => {
      await Promise.all([fetcher.close(), extractor.close()]);
    },
  };
}

function readHosts(path: string): HostsMap {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError('hosts-file', `the hosts file ${path} cannot be read: ${(error as Error).message}`, {
      cause: error,
      th: { message: `อ่านไฟล์ hosts ${path} ไม่ได้: ${(error as Error).message}` },
    });
  }
  return parseHostsFile(text, path);
}
