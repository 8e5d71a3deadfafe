// One HTTP request and its answer: address checked, turn waited for, body read and decoded under caps and time limits.
// Follows no redirects and knows no robots; never throws for what the network or a server does.

import { Agent, type Dispatcher } from 'undici';
import type { FailureCode } from '../model/crawl.ts';
import { retryAfterMs } from './answer.ts';
import { decodeContent, readBody } from './body.ts';
import { classifyError, type FetchPhase } from './classify-error.ts';
import { ConnectError, type ConnectorParts, createConnector } from './connector.ts';
import type { Pacing, TurnResult } from './pacing.ts';
import { AddressRefusedError, type Resolver } from './resolve.ts';
import type { FetchSettings } from './settings.ts';

export interface ExchangeRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
  readonly maxBytes?: number | undefined;
  /** Keep the first `maxBytes` of a longer body instead of failing (robots.txt). */
  readonly cut?: boolean;
  /** False for the fetcher's own small errands, which must not wait behind the request that needs them. */
  readonly paced?: boolean;
}

/** An answer of any status, its body decoded from the content coding. Bodies of refusals and redirects are cut short. */
export interface ExchangeResponse {
  readonly ok: true;
  readonly status: number;
  /** Lower-case names, several values joined by `, `; bytes as Latin-1 characters; includes set-cookie. */
  readonly headers: Readonly<Record<string, string>>;
  readonly setCookies: readonly string[];
  readonly body: Buffer;
  readonly transferred: number;
  readonly tlsFaults: readonly FailureCode[];
}

export interface ExchangeFailure {
  readonly ok: false;
  readonly code: FailureCode;
  readonly detail: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Exchanger {
  exchange(url: URL, request: ExchangeRequest): Promise<ExchangeResponse | ExchangeFailure>;
  /** Time from sending the last request to a host to its response head, in ms. */
  responseMs(hostname: string): number | undefined;
  close(): Promise<void>;
}

/** Bytes of an error page that are read, for a firewall's marks. */
const refusalBytes = 64 * 1024;

/** An exchanger over one pool of connections per origin. */
export function createExchanger(
  settings: FetchSettings,
  resolver: Resolver,
  pacing: Pacing,
  connectorParts: ConnectorParts,
): Exchanger {
  const agents = new Map<number, Agent>();
  const closing = new AbortController();
  const responseTimes = new Map<string, number>();

  function agentFor(patience: number): Agent {
    let agent = agents.get(patience);
    if (agent === undefined) {
      agent = new Agent({
        connect: createConnector(connectorParts, patience),
        connections: settings.perHost,
        pipelining: 1,
        allowH2: false,
        maxHeaderSize: settings.maxHeaderBytes,
        headersTimeout: settings.headersTimeoutMs * patience,
        bodyTimeout: settings.idleTimeoutMs * patience,
        keepAliveTimeout: 4000,
        keepAliveMaxTimeout: 10_000,
      });
      agents.set(patience, agent);
    }
    return agent;
  }

  async function send(url: URL, request: ExchangeRequest): Promise<ExchangeResponse | ExchangeFailure> {
    const port = portOf(url);
    let address: string;
    try {
      address = (await resolver.resolve(url.hostname, port))[0]!.address;
    } catch (error) {
      return failureOf(error, 'connect');
    }
    const outer = request.signal === undefined ? closing.signal : AbortSignal.any([closing.signal, request.signal]);
    let release: (result: TurnResult) => void = () => {};
    if (request.paced !== false) {
      try {
        const turn = await pacing.acquire(url.hostname, address, outer);
        release = (result) => turn.release(result);
      } catch {
        return { ok: false, code: 'aborted', detail: 'aborted while waiting for a turn' };
      }
    }
    const total = new AbortController();
    const limit = settings.totalTimeoutMs * request.patience;
    const timer = setTimeout(() => total.abort(), limit);
    const started = performance.now();
    let result: TurnResult = { outcome: 'failed' };
    try {
      const outcome = await perform(url, request, AbortSignal.any([outer, total.signal]), (ms) => {
        result = { outcome: 'failed', responseMs: ms };
        responseTimes.set(url.hostname, ms);
      });
      result = { ...result, outcome: turnOutcome(outcome) };
      // Before the turn ends: the next in line must not start in between.
      if (outcome.ok && (outcome.status === 429 || outcome.status === 503)) {
        const wait = retryAfterMs(outcome.headers['retry-after'], settings.now());
        if (wait !== undefined) pacing.pause(url.hostname, Math.min(wait, settings.maxRetryAfterMs));
      }
      if (outcome.ok) return { ...outcome, tlsFaults: tlsFaultsOf(url, port) };
      if (outer.aborted) return { ...outcome, code: 'aborted', detail: 'aborted by the caller' };
      if (!total.signal.aborted) return outcome;
      // Our own timer ended it: the phase says how far the server had come.
      const late = classifyError({ code: 'ETIMEDOUT' }, outcome.status !== undefined ? 'body' : 'headers').code;
      return { ...outcome, code: late, detail: `no end within ${Math.round(performance.now() - started)} ms` };
    } finally {
      clearTimeout(timer);
      release(result);
    }
  }

  async function perform(
    url: URL,
    request: ExchangeRequest,
    signal: AbortSignal,
    onHead: (ms: number) => void,
  ): Promise<Omit<ExchangeResponse, 'tlsFaults'> | ExchangeFailure> {
    const started = performance.now();
    let response: Dispatcher.ResponseData;
    try {
      response = await agentFor(request.patience).request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: request.headers,
        signal,
      });
    } catch (error) {
      return failureOf(error, error instanceof ConnectError ? 'connect' : 'headers');
    }
    onHead(performance.now() - started);
    const status = response.statusCode;
    const { headers, setCookies } = flatten(response.headers);
    const fail = (code: FailureCode, detail: string): ExchangeFailure => ({ ok: false, code, detail, status, headers });
    const fine = status >= 200 && status < 300;
    const cap = fine ? capOf(headers, request) : refusalBytes;
    const announced = Number(headers['content-length'] ?? Number.NaN);
    if (fine && announced > cap && request.cut !== true) {
      response.body.on('error', () => {}).destroy();
      return fail('too-large', `${announced} bytes announced, ${cap} allowed`);
    }
    const raw = await readBody(response.body, cap);
    if (!fine)
      return {
        ok: true,
        status,
        headers,
        setCookies,
        body: await lenient(raw.bytes, headers),
        transferred: raw.bytes.length,
      };
    if (raw.tooLarge && request.cut !== true) return fail('too-large', `more than ${cap} bytes`);
    const decoded = await decodeContent(raw.bytes, headers['content-encoding'] ?? '', {
      maxBytes: cap,
      maxRatio: settings.maxDecompressedRatio,
      partial: raw.error !== undefined || (request.cut === true && raw.tooLarge),
    });
    if (raw.error !== undefined) {
      const whole = decoded.ok && !signal.aborted && endsWhole(decoded.bytes);
      const { code, detail } = classifyError(raw.error, 'body');
      if (!whole) return fail(code === 'internal' ? 'truncated' : code, detail);
    }
    if (!decoded.ok) return fail(decoded.code, decoded.detail);
    return { ok: true, status, headers, setCookies, body: decoded.bytes, transferred: raw.bytes.length };
  }

  function capOf(headers: Readonly<Record<string, string>>, request: ExchangeRequest): number {
    if (request.maxBytes !== undefined) return request.maxBytes;
    const type = headers['content-type'] ?? '';
    const page = type === '' || /^\s*(?:text\/|application\/(?:xhtml|xml|json|javascript))/i.test(type);
    return (page ? settings.maxPageBytes : settings.maxDocumentBytes) * request.patience;
  }

  function tlsFaultsOf(url: URL, port: number): readonly FailureCode[] {
    return url.protocol === 'https:' ? (connectorParts.tlsStates.get(`${url.hostname}:${port}`)?.faults ?? []) : [];
  }

  return {
    async exchange(url, request) {
      const first = await send(url, request);
      // A kept-alive connection that the server closed meanwhile says nothing about the resource: ask once more.
      if (first.ok || first.code !== 'connection-reset' || request.signal?.aborted) return first;
      return send(url, request);
    },
    responseMs: (hostname) => responseTimes.get(hostname),
    async close() {
      closing.abort();
      pacing.close();
      for (const socket of connectorParts.opening) socket.destroy(new Error('closed'));
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
      agents.clear();
    },
  };
}

/** Port a URL is contacted on. */
export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

function failureOf(error: unknown, phase: FetchPhase): ExchangeFailure {
  if (error instanceof AddressRefusedError) return { ok: false, code: 'address-refused', detail: error.message };
  if (error instanceof ConnectError && error.cause instanceof AddressRefusedError) {
    return { ok: false, code: 'address-refused', detail: error.cause.message };
  }
  return { ok: false, ...classifyError(error, phase) };
}

function turnOutcome(outcome: Omit<ExchangeResponse, 'tlsFaults'> | ExchangeFailure): TurnResult['outcome'] {
  if (!outcome.ok) return outcome.code === 'too-large' || outcome.code === 'aborted' ? 'ok' : 'failed';
  if (outcome.status === 429 || outcome.status === 503) return 'refused';
  return outcome.status >= 500 ? 'failed' : 'ok';
}

/** An error page is only looked at for marks: whatever can be decoded of it is enough. */
async function lenient(bytes: Buffer, headers: Readonly<Record<string, string>>): Promise<Buffer> {
  const limits = { maxBytes: refusalBytes * 4, maxRatio: 100, partial: true };
  const decoded = await decodeContent(bytes, headers['content-encoding'] ?? '', limits);
  return decoded.ok ? decoded.bytes : Buffer.alloc(0);
}

/**
 * Whether a body that broke off by its announced length still has its own end mark: servers that announce a wrong length are
 * common, and every browser shows such pages whole.
 */
function endsWhole(bytes: Buffer): boolean {
  const tail = bytes.subarray(-1024).toString('latin1').trimEnd();
  return (
    /<\/html\s*>(?:\s*<!--[\s\S]*?-->)*$/i.test(tail) ||
    (bytes.subarray(0, 5).toString('latin1') === '%PDF-' && tail.endsWith('%%EOF'))
  );
}

function flatten(incoming: Dispatcher.ResponseData['headers']): {
  headers: Record<string, string>;
  setCookies: string[];
} {
  const headers: Record<string, string> = {};
  const setCookies: string[] = [];
  for (const [name, value] of Object.entries(incoming)) {
    if (value === undefined || name === '__proto__') continue;
    const values = Array.isArray(value) ? value : [value];
    headers[name.toLowerCase()] = values.join(', ').slice(0, 16_000);
    if (name.toLowerCase() === 'set-cookie') setCookies.push(...values.slice(0, 50));
  }
  return { headers, setCookies };
}
