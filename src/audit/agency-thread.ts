// Entry of an agency thread: crawls and judges agencies, several at once, with the main thread's fetcher and document workers.
// Web pages, which are most of the work, are read here. Keeps nothing; ends when the main thread ends it.
import { parentPort, workerData } from 'node:worker_threads';
import type { BodyExtractor, SiteFetcher } from '../crawl/crawl-options.ts';
import { createExtractor } from '../extract/extractor.ts';
import { documentLimits } from '../extract/limits.ts';
import type { ReadOutcome } from '../extract/reader.ts';
import { sniffMedia } from '../extract/sniff.ts';
import type { RenderOutcome, RenderPage } from '../fetch/browser.ts';
import { decodeText } from '../fetch/decode.ts';
import type { FetchOutcome, RobotsInfo } from '../fetch/fetcher.ts';
import {
  bufferOf,
  type FromThread,
  ownBytes,
  type ThreadCall,
  type ThreadJob,
  type ThreadSetup,
  type ToThread,
} from './agency-thread-messages.ts';
import { type AgencyAudit, auditAgency, type Judge } from './audit-agency.ts';

const port = parentPort;
if (port === null) throw new Error('agency-thread runs in a worker thread');
const { packs, aheadMs, pulse, judge: judgeModule } = workerData as ThreadSetup;
const judge = judgeModule === undefined ? undefined : ((await import(judgeModule)) as { readonly judge: Judge }).judge;
const now = (): number => Date.now() + aheadMs;
const jobs = new Map<number, AbortController>();
const calls = new Map<number, PromiseWithResolvers<unknown>>();
let lastCall = 0;
const beats = new Int32Array(pulse);
Atomics.add(beats, 0, 1);
setInterval(() => Atomics.add(beats, 0, 1), 1000).unref();
const pages = createExtractor({ decode: decodeText, ocr: 'never', workers: 1 });

port.on('message', (message: ToThread) => {
  switch (message.kind) {
    case 'audit':
      void run(message.job, message.audit);
      return;
    case 'abort':
      jobs.get(message.job)?.abort();
      return;
    case 'answer':
      settled(message.call)?.resolve(message.value);
      return;
    case 'refusal':
      settled(message.call)?.reject(Object.assign(new Error(message.error.message), { name: message.error.name }));
      return;
  }
});

function settled(call: number): PromiseWithResolvers<unknown> | undefined {
  const waiting = calls.get(call);
  calls.delete(call);
  return waiting;
}

function send(message: FromThread, given: readonly ArrayBuffer[] = []): void {
  port!.postMessage(message, given);
}

function ask<Answer>(job: number, question: ThreadCall, given: readonly ArrayBuffer[] = []): Promise<Answer> {
  lastCall += 1;
  const waiting = Promise.withResolvers<unknown>();
  calls.set(lastCall, waiting);
  send({ kind: 'call', job, call: lastCall, ask: question }, given);
  return waiting.promise as Promise<Answer>;
}

async function run(job: number, audit: ThreadJob): Promise<void> {
  const abort = new AbortController();
  jobs.set(job, abort);
  try {
    const outcome = await auditHere(job, audit, abort.signal);
    send({ kind: 'done', job, ...(outcome === undefined ? {} : { outcome }) });
  } catch (error) {
    const { name, message } = error as Error;
    send({ kind: 'failed', job, error: { name, message } });
  } finally {
    jobs.delete(job);
  }
}

function auditHere(job: number, audit: ThreadJob, signal: AbortSignal): Promise<AgencyAudit | undefined> {
  const { agency, settings, limits, render, failedBefore, wants } = audit;
  return auditAgency(agency, {
    packs,
    settings,
    signal,
    crawl: {
      ...limits,
      fetcher: fetcherOf(job),
      extractor: extractorOf(job),
      now,
      ...(render ? { render: renderOf(job) } : {}),
    },
    ...(judge === undefined ? {} : { judge }),
    ...(failedBefore === undefined ? {} : { failedBefore }),
    ...(wants.events ? { onEvent: (event) => send({ kind: 'event', job, event }) } : {}),
    ...(wants.crawl ? { onCrawl: (crawl) => send({ kind: 'crawl', job, crawl }) } : {}),
    ...(wants.captures
      ? {
          onCapture: (capture, body) => {
            const bytes = ownBytes(body);
            send({ kind: 'capture', job, capture, body: bytes }, [bytes.buffer]);
          },
        }
      : {}),
  });
}

function fetcherOf(job: number): SiteFetcher {
  return {
    async fetch(url, { signal: _, ...request } = {}) {
      const outcome = await ask<FetchOutcome>(job, { what: 'fetch', url, request });
      return outcome.ok ? { ...outcome, body: bufferOf(outcome.body) } : outcome;
    },
    robots: (url) => ask<RobotsInfo>(job, { what: 'robots', url }),
  };
}

/** Web pages of usual length here; all else where the document workers and the store's memory of texts are. */
function extractorOf(job: number): BodyExtractor {
  return {
    extract(body, hints) {
      if (body.length <= documentLimits.inProcessHtml && sniffMedia(body, hints).kind === 'html')
        return pages.extract(body, hints);
      const bytes = ownBytes(body);
      return ask<ReadOutcome>(job, { what: 'extract', body: bytes, hints }, [bytes.buffer]);
    },
  };
}

function renderOf(job: number): RenderPage {
  return (url, request) => {
    const page = request?.page;
    if (page === undefined) return ask<RenderOutcome>(job, { what: 'render', url });
    const body = ownBytes(page.body);
    return ask<RenderOutcome>(job, { what: 'render', url, page: { body, contentType: page.contentType } }, [
      body.buffer,
    ]);
  };
}
