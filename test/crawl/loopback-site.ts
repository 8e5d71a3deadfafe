// Real parts over a real server on loopback: what crawl tests ask when the network itself is the point.
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createExtractor, type Extractor } from '../../src/extract/extractor.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import { createFetcher, type Fetcher } from '../../src/fetch/fetcher.ts';
import { defaultFetchSettings, type FetchSettings } from '../../src/fetch/settings.ts';

export interface LoopbackSite {
  readonly fetcher: Fetcher;
  readonly extractor: Extractor;
  /** `host/path` of every request, robots.txt left out, in order of arrival. */
  readonly asked: string[];
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse, path: string) => void;

/** Serves `handler` under every name of `hosts`; the fetcher's pace and limits are those of `settings`. */
export async function loopbackSite(
  hosts: readonly string[],
  handler: Handler,
  settings: Partial<FetchSettings> = {},
): Promise<LoopbackSite> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    const path = decodeURI(request.url ?? '/');
    if (path === '/robots.txt') return void response.writeHead(404).end();
    asked.push(`${request.headers.host}${path}`);
    handler(request, response, path);
  };
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const fetcher = createFetcher({
    ...defaultFetchSettings,
    allowAddresses: ['127.0.0.1/32'],
    hosts: new Map(hosts.map((host) => [host, { address: '127.0.0.1', port }])),
    minDelayMs: 0,
    ...settings,
  });
  const extractor = createExtractor({ decode: decodeText, ocr: 'never', workers: 1 });
  return {
    fetcher,
    extractor,
    asked,
    async close() {
      await Promise.all([fetcher.close(), extractor.close()]);
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

/** A handler over fixed pages: HTML as string or bytes, sent without a charset. */
export const pagesHandler =
  (pages: Readonly<Record<string, string | Buffer>>): Handler =>
  (_, response, path) => {
    const body = pages[path];
    if (body === undefined) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>');
    response.writeHead(200, { 'content-type': 'text/html' }).end(body);
  };
