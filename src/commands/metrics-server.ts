// Serves a worker's metrics over HTTP: GET /metrics, and /healthz for those who only ask whether it lives.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../errors.ts';

export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * `at`: a port, then for this machine only, or `address:port`. Port 0 takes a free one.
 * @throws UserError `metrics-address`
 */
export async function serveMetrics(at: string, text: () => Promise<string>): Promise<MetricsServer> {
  const match = /^(?:(.+):)?(\d{1,5})$/.exec(at);
  const port = Number(match?.[2]);
  if (match === null || port > 65_535) throw badAddress(at, 'expected a port or address:port');
  const host = match[1]?.replace(/^\[|\]$/g, '') ?? '127.0.0.1';
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/healthz') return void response.writeHead(200, { 'content-type': 'text/plain' }).end('ok\n');
    if (path !== '/metrics') return void response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    text().then(
      (body) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(body),
      (error: unknown) => response.writeHead(500, { 'content-type': 'text/plain' }).end(`${String(error)}\n`),
    );
  });
  await listen(server, port, host, at);
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string, at: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(badAddress(at, error.message)));
    server.listen(port, host, resolve);
  });
}

function badAddress(at: string, why: string): UserError {
  return new UserError('metrics-address', `metrics cannot be served at ${at}: ${why}`, {
    hint: '--metrics 9464, or --metrics 0.0.0.0:9464 for other machines',
    th: { message: `เปิดตัวชี้วัดที่ ${at} ไม่ได้: ${why}`, hint: '--metrics 9464 หรือ --metrics 0.0.0.0:9464' },
  });
}
