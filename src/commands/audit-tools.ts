// Makes what an audit works with – fetcher, extractor, bounds – from the settings, and closes it again.
import { readFileSync, statSync } from 'node:fs';
import { boundMemory } from '../audit/bound-memory.ts';
import type { CrawlDeps } from '../audit/run-audit.ts';
import type { RunMemory } from '../audit/store-memory.ts';
import { processEnvironment, type Settings, toolVersion } from '../config.ts';
import { UserError } from '../errors.ts';
import { createExtractor } from '../extract/extractor.ts';
import { createBrowserRenderer } from '../fetch/browser.ts';
import { decodeText } from '../fetch/decode.ts';
import { createFetcher, type Fetcher } from '../fetch/fetcher.ts';
import { findBrowser } from '../fetch/find-browser.ts';
import { type HostsMap, parseHostsFile } from '../fetch/hosts-file.ts';
import { defaultFetchSettings, userAgentFor } from '../fetch/settings.ts';

export interface AuditTools {
  readonly deps: CrawlDeps;
  close(): Promise<void>;
}

/** The fetcher of the settings. `hosts` stands before the file they name (demo). Throws UserError for a bad hosts file or range. */
export function makeFetcher(
  settings: Settings,
  now: () => number,
  hosts?: HostsMap,
  memory?: Pick<RunMemory, 'revalidate'>,
): Fetcher {
  return createFetcher({
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
    ...(memory === undefined ? {} : { revalidate: memory.revalidate }),
  });
}

/** `memory`: of earlier runs. Throws UserError as makeFetcher does, and for a browser that is wanted and not there. */
export function makeAuditTools(
  settings: Settings,
  now: () => number,
  hosts?: HostsMap,
  memory?: RunMemory,
): AuditTools {
  boundMemory(process.versions.node);
  const fetcher = makeFetcher(settings, now, hosts, memory);
  const extractor = createExtractor({
    decode: decodeText,
    ocr: settings.ocr,
    ...(memory === undefined ? {} : { cache: memory.extractions }),
  });
  const executablePath = browserOf(settings);
  // Nothing starts before a page needs it.
  const browser =
    executablePath === undefined
      ? undefined
      : createBrowserRenderer(fetcher, { executablePath, sandbox: settings.browserSandbox });
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
      ...(browser === undefined ? {} : { render: browser.render, renderAll: settings.browser === 'always' }),
    },
    close: async () => {
      await browser?.close();
      await Promise.all([fetcher.close(), extractor.close()]);
    },
  };
}

/** The browser's program, if one is wanted and there is one. */
export function browserOf(settings: Settings): string | undefined {
  if (settings.browser === 'never') return undefined;
  const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  const { browserPath } = settings;
  const found = browserPath ?? findBrowser({ platform: process.platform, env: processEnvironment(), isFile });
  if (browserPath !== null && !isFile(browserPath)) {
    throw new UserError('browser-path', `there is no program at ${browserPath}`, {
      hint: 'Set PLANAUDIT_BROWSER_PATH to the program of Chrome, Edge or Chromium.',
      th: { message: `ไม่พบโปรแกรมที่ ${browserPath}` },
    });
  }
  if (found === undefined && settings.browser === 'always') {
    throw new UserError('no-browser', 'no Chrome, Edge or Chromium was found', {
      hint: 'Install one, or set PLANAUDIT_BROWSER_PATH to its program.',
      th: { message: 'ไม่พบ Chrome, Edge หรือ Chromium ในเครื่องนี้' },
    });
  }
  return found;
}

export function readHosts(path: string): HostsMap {
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
