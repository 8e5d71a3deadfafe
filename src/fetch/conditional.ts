// Conditional requests: what is sent to learn whether a kept answer still holds, and the kept answer in place of "not modified".
import type { ExchangeResponse } from './exchange.ts';
import type { FetchRequest } from './fetcher.ts';
import type { KnownAnswer } from './settings.ts';

/** Errands and requests with conditions of their own are not touched. */
export function mayRevalidate({ purpose, headers }: FetchRequest): boolean {
  const content = purpose === undefined || purpose === 'page' || purpose === 'frame' || purpose === 'retry';
  return content && headers?.['if-none-match'] === undefined && headers?.['if-modified-since'] === undefined;
}

export function conditionsOf(known: KnownAnswer | undefined): Record<string, string> {
  return {
    ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known?.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
  };
}

/** Header fields that a 304 brings up to date (RFC 9111, 3.2); all others are as they were. */
const refreshed = ['date', 'etag', 'last-modified', 'expires', 'cache-control', 'age'];

/** The kept answer as if it had been sent again; undefined when its body is gone. */
export function notModified(
  answer: ExchangeResponse,
  known: KnownAnswer,
  body: Buffer | undefined,
): ExchangeResponse | undefined {
  if (body === undefined) return undefined;
  const headers: Record<string, string> = { ...known.headers };
  for (const name of refreshed) {
    const value = answer.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  return { ...answer, status: known.status, headers, body };
}
