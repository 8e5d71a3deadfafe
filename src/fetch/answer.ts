// What an answer means: a redirect and where to, a refusal and why, or a capture. Pure; sends no requests.

import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import type { Capture, FailureCode, FetchFailure, Hop } from '../model/crawl.ts';
import { decodeFileName } from './decode.ts';
import type { ExchangeResponse } from './exchange.ts';
import { firewallOf, proofHeaders } from './firewalls.ts';

const redirectStatuses = new Set([300, 301, 302, 303, 307, 308]);

/** The Location of a redirect; or the target of a Refresh header on an answer without content, which browsers follow alike. */
export function redirectTarget({ status, headers, body }: ExchangeResponse): string | undefined {
  if (redirectStatuses.has(status)) return headers['location'];
  if (status !== 200 || body.length > 512 || body.toString('latin1').trim() !== '') return undefined;
  return /^\s*\d+\s*[;,]\s*url\s*=\s*["']?([^"']+)/i.exec(headers['refresh'] ?? '')?.[1];
}

export type FailureParts = Pick<FetchFailure, 'code' | 'detail' | 'status' | 'headers' | 'fingerprint'>;

const statusCodes: Readonly<Record<number, FailureCode>> = {
  401: 'http-unauthorized',
  403: 'http-forbidden',
  404: 'http-not-found',
  407: 'http-unauthorized',
  410: 'http-gone',
  429: 'http-too-many-requests',
  451: 'blocked',
};

/** Why an answer is no content of the site, or undefined when it is. */
export function refusalOf(answer: ExchangeResponse, conditional: boolean): FailureParts | undefined {
  const { status, headers, body } = answer;
  const firewall = firewallOf(status, headers, body) ?? (status === 451 ? 'http-451' : undefined);
  if (firewall !== undefined) {
    return {
      code: 'blocked',
      detail: `HTTP ${status}, mark of ${firewall}`,
      status,
      fingerprint: firewall,
      ...withProof(headers),
    };
  }
  if (status === 304 && conditional) return undefined;
  if (status >= 200 && status < 300) {
    return body.length === 0
      ? { code: 'empty-response', detail: `HTTP ${status} without content`, status, ...withProof(headers) }
      : undefined;
  }
  if (status >= 300 && status < 400)
    return { code: 'redirect-invalid', detail: `HTTP ${status} without Location`, status };
  const code = statusCodes[status] ?? (status >= 500 ? 'http-server-error' : 'http-client-error');
  return { code, detail: `HTTP ${status}`, status, ...withProof(headers) };
}

export function withProof(headers: Readonly<Record<string, string>> | undefined): { headers?: Record<string, string> } {
  return headers === undefined ? {} : { headers: proofHeaders(headers) };
}

/** Resolves a Location value whose raw bytes came as Latin-1 characters: UTF-8 is read as such, other bytes are escaped. */
export function locationUrl(location: string, base: URL): URL | undefined {
  const bytes = Buffer.from(location, 'latin1');
  const text = isUtf8(bytes)
    ? bytes.toString('utf8')
    : location.replace(/[\u0080-\u00FF]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  return URL.parse(text.trim(), base.href) ?? undefined;
}

export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

export function captureOf(
  asked: string,
  finalUrl: string,
  hops: readonly Hop[],
  answer: ExchangeResponse,
  tlsFaults: readonly FailureCode[],
  now: number,
): Capture {
  const headers: Record<string, string> = { ...answer.headers };
  delete headers['set-cookie'];
  const disposition = headers['content-disposition'];
  const fileName = disposition === undefined ? undefined : decodeFileName(disposition);
  return {
    url: asked,
    finalUrl,
    status: answer.status,
    hops,
    headers,
    contentType: (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase(),
    ...(fileName === undefined ? {} : { fileName }),
    bytes: answer.body.length,
    transferred: answer.transferred,
    sha256: hash('sha256', answer.body, 'hex'),
    fetchedAt: new Date(now).toISOString(),
    tlsFaults,
  };
}
