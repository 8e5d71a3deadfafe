// One run of the real program (the audit command, its store, its reports) over the generated country, in a process of its
// own, so that time and memory are the program's alone. Only the fetcher's times are divided by the scale.
// Run by national.ts: fork with a JSON of AuditTask; sends one AuditFigures. A worker works until it is sent `stop`.

import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AuditTools, makeAuditTools } from '../../src/commands/audit-tools.ts';
import type { Terminal } from '../../src/commands/terminal.ts';
import type { FetchSettings } from '../../src/fetch/settings.ts';

/** The program as it is installed: loading sources would cost time and memory that no user pays. */
const built = <Module>(path: string): Promise<Module> => import(new URL(`../../dist/${path}.js`, import.meta.url).href);
const { auditCommand } = await built<typeof import('../../src/commands/audit.ts')>('commands/audit');
const { workerCommand } = await built<typeof import('../../src/commands/worker.ts')>('commands/worker');
const { boundMemory } = await built<typeof import('../../src/audit/bound-memory.ts')>('audit/bound-memory');
const { createExtractor } = await built<typeof import('../../src/extract/extractor.ts')>('extract/extractor');
const { decodeText } = await built<typeof import('../../src/fetch/decode.ts')>('fetch/decode');
const { createFetcher } = await built<typeof import('../../src/fetch/fetcher.ts')>('fetch/fetcher');
const { parseHostsFile } = await built<typeof import('../../src/fetch/hosts-file.ts')>('fetch/hosts-file');
const { defaultFetchSettings, userAgentFor } =
  await built<typeof import('../../src/fetch/settings.ts')>('fetch/settings');

export interface AuditTask {
  readonly command: 'audit' | 'worker';
  readonly registry: string;
  readonly hosts: string;
  /** Flags of the command. */
  readonly flags: Readonly<Record<string, unknown>>;
  /** Times of the fetcher are divided by this. */
  readonly scale: number;
}

export interface AuditFigures {
  readonly status: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakRssMb: number;
  /** Memory as the run went on: share of agencies done, live heap after a collection, resident memory (MB). */
  readonly memory: readonly (readonly [done: number, heapMb: number, rssMb: number])[];
}

const task = JSON.parse(process.argv[2]!) as AuditTask;
const memory: [number, number, number][] = [];
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const terminal: Terminal = {
  stdout: { write: () => true },
  stderr: {
    write: (text: string) => {
      const [, done, total] = /^\[(\d+)\/(\d+)\]/.exec(text) ?? [];
      const share = Number(done) / Number(total);
      if (done === undefined) return process.stderr.write(text);
      if (share >= (memory.at(-1)?.[0] ?? 0) + 0.05) {
        const rss = process.memoryUsage.rss() / 2 ** 20;
        collect();
        memory.push([share, process.memoryUsage().heapUsed / 2 ** 20, rss]);
      }
      return true;
    },
  },
  env: {},
  now: () => Date.now(),
  onInterrupt: (stop) => {
    process.on('message', stop);
    return () => void process.off('message', stop);
  },
};

const tools = (...[settings, now, , store]: Parameters<typeof makeAuditTools>): AuditTools => {
  boundMemory(process.versions.node);
  const fetcher = createFetcher({
    ...scaled(defaultFetchSettings, task.scale),
    userAgent: userAgentFor('0.0.0'),
    now,
    ...(store === undefined ? {} : { revalidate: store.revalidate }),
  });
  const extractor = createExtractor({
    decode: decodeText,
    ocr: 'never',
    ...(store === undefined ? {} : { cache: store.extractions }),
  });
  return {
    deps: { fetcher, extractor, now, budget: { requests: settings.maxRequests } },
    close: async () => {
      await Promise.all([fetcher.close(), extractor.close()]);
    },
  };
};

/** The program's own settings, every time divided by the scale: a country audited in fast motion. */
function scaled(d: FetchSettings, scale: number): FetchSettings {
  return {
    ...d,
    connectTimeoutMs: Math.round(d.connectTimeoutMs / scale),
    headersTimeoutMs: Math.round(d.headersTimeoutMs / scale),
    idleTimeoutMs: Math.round(d.idleTimeoutMs / scale),
    totalTimeoutMs: Math.round(d.totalTimeoutMs / scale),
    minDelayMs: Math.round(d.minDelayMs / scale),
    maxDelayMs: Math.round(d.maxDelayMs / scale),
    maxCrawlDelayMs: Math.round(d.maxCrawlDelayMs / scale),
    maxRetryAfterMs: Math.round(d.maxRetryAfterMs / scale),
    allowAddresses: ['127.0.0.0/8'],
    hosts: parseHostsFile(readFileSync(task.hosts, 'utf8'), task.hosts),
    lookup: (host) => Promise.reject(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })),
  };
}

const began = performance.now();
const status =
  task.command === 'audit'
    ? await auditCommand(task.registry, task.flags, terminal, { tools })
    : await workerCommand(task.flags, terminal, { tools });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const figures: AuditFigures = {
  status,
  wallMs: performance.now() - began,
  cpuMs: (userCPUTime + systemCPUTime) / 1000,
  peakRssMb: maxRSS / 1024,
  memory,
};
process.send?.(figures);
process.disconnect?.();
