// The faults lab: one local server that misbehaves in every way the web does, a host name for each fault. The table says
// what each must come to. Used by the fetch tests and by test/bench/faults.ts; crawl tests may use its hosts, too.

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { type HostsMap, parseHostsFile } from '../../src/fetch/hosts-file.ts';
import type { FailureCode } from '../../src/model/crawl.ts';

/** One request as the lab saw it. */
export interface LabRequest {
  readonly path: string;
  readonly head: string;
}

export interface Fault {
  /** Host name label: the fault lives at `http://<name>.faults.test/`. */
  readonly name: string;
  /** Outcome of fetching the start page. */
  readonly expect: 'ok' | FailureCode;
  /** Requests the lab may see for it at most, robots.txt included. */
  readonly maxRequests?: number;
  /** Part of the body of an `ok` outcome. */
  readonly contains?: string;
  /** Answers everything but robots.txt. */
  readonly page: (socket: Socket, request: LabRequest) => void;
  /** Answers robots.txt; 404 when absent. */
  readonly robots?: (socket: Socket) => void;
}

export const labPage = '<!doctype html><html><head><title>ทดสอบ</title></head><body><p>แผนปฏิบัติราชการ</p></body></html>';

/** Head plus body with the right length, connection kept. */
function answer(socket: Socket, status: string, headers: readonly string[], body: string | Buffer = ''): void {
  const bytes = Buffer.from(body as string);
  const named = headers.some((line) => /^(?:content-length|transfer-encoding):/i.test(line));
  const lines = [`HTTP/1.1 ${status}`, ...headers, ...(named ? [] : [`Content-Length: ${bytes.length}`])];
  socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]));
}

const html = 'Content-Type: text/html; charset=utf-8';
const ok = (socket: Socket, headers: readonly string[] = [html], body: string | Buffer = labPage) =>
  answer(socket, '200 OK', headers, body);
const redirect = (socket: Socket, location: string, more: readonly string[] = []) =>
  answer(socket, '302 Found', [`Location: ${location}`, ...more]);

/** Writes chunks for as long as the other side reads. */
function pour(socket: Socket, chunk: Buffer, everyMs = 0): void {
  const more = () => {
    if (socket.destroyed) return;
    if (everyMs > 0) {
      socket.write(chunk);
      setTimeout(more, everyMs).unref();
    } else if (socket.write(chunk)) setImmediate(more);
    else socket.once('drain', more);
  };
  more();
}

const chunked = (bytes: Buffer | string) => {
  const data = Buffer.from(bytes as string);
  return Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')]);
};
const chunkedHead = `HTTP/1.1 200 OK\r\n${html}\r\nTransfer-Encoding: chunked\r\n\r\n`;
const megabyte = 1024 * 1024;
let bombs: { gzip: Buffer; double: Buffer; brotli: Buffer; zstd: Buffer } | undefined;
/** 64 MB of nothing in some tens of kilobytes; made once, on demand. */
function bomb() {
  if (bombs === undefined) {
    const nothing = Buffer.alloc(64 * megabyte);
    const gzip = gzipSync(nothing);
    bombs = {
      gzip,
      double: gzipSync(gzip),
      brotli: brotliCompressSync(nothing.subarray(0, 32 * megabyte), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 2 },
      }),
      zstd: zstdCompressSync(nothing),
    };
  }
  return bombs;
}
const tries = new Map<Socket | string, number>();
const times = (key: string) => {
  const seen = (tries.get(key) ?? 0) + 1;
  tries.set(key, seen);
  return seen;
};

export const faults: readonly Fault[] = [
  { name: 'none', expect: 'ok', contains: 'แผนปฏิบัติราชการ', page: (socket) => ok(socket) },
  // Slow and silent servers.
  { name: 'silent', expect: 'response-timeout', page: () => {} },
  {
    name: 'slow-header',
    expect: 'response-timeout',
    page: (socket) => pour(socket.write('HTTP/1.1 200 OK\r\nX: ') ? socket : socket, Buffer.from('a'), 40),
  },
  {
    name: 'endless-informational',
    expect: 'response-timeout',
    page: (socket) => pour(socket, Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'), 40),
  },
  {
    name: 'stalled-body',
    expect: 'body-timeout',
    page: (socket) => socket.write(chunkedHead + chunked('<html>').toString()),
  },
  {
    name: 'dribble',
    expect: 'body-timeout',
    page: (socket) => {
      socket.write(chunkedHead);
      pour(socket, chunked('<'), 40);
    },
  },
  // Connections that break.
  { name: 'reset', expect: 'connection-reset', maxRequests: 3, page: (socket) => socket.resetAndDestroy() },
  { name: 'closed', expect: 'connection-reset', maxRequests: 3, page: (socket) => socket.end() },
  {
    name: 'reset-mid-body',
    expect: 'truncated',
    page: (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: 5000\r\n\r\n<html><p>`);
      setTimeout(() => socket.resetAndDestroy(), 20);
    },
  },
  {
    name: 'chunks-cut',
    expect: 'truncated',
    page: (socket) => socket.end(Buffer.concat([Buffer.from(chunkedHead), chunked('<html><p>half')])),
  },
  // Lengths that lie.
  {
    name: 'length-too-long',
    expect: 'truncated',
    page: (socket) => socket.end(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: 9000\r\n\r\n<html><p>half`),
  },
  {
    name: 'length-too-long-whole',
    expect: 'ok',
    contains: 'แผนปฏิบัติราชการ',
    page: (socket) => socket.end(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: 9000\r\n\r\n${labPage}\n`),
  },
  { name: 'length-too-short', expect: 'ok', page: (socket) => ok(socket, [html, 'Content-Length: 60']) },
  {
    name: 'no-length',
    expect: 'ok',
    contains: '</html>',
    page: (socket) => socket.end(`HTTP/1.0 200 OK\r\n${html}\r\n\r\n${labPage}`),
  },
  // Content codings.
  {
    name: 'gzip',
    expect: 'ok',
    contains: '</html>',
    page: (socket) => ok(socket, [html, 'Content-Encoding: gzip'], gzipSync(labPage)),
  },
  {
    name: 'brotli',
    expect: 'ok',
    contains: '</html>',
    page: (socket) => ok(socket, [html, 'Content-Encoding: br'], brotliCompressSync(labPage)),
  },
  {
    name: 'zstd',
    expect: 'ok',
    contains: '</html>',
    page: (socket) => ok(socket, [html, 'Content-Encoding: zstd'], zstdCompressSync(labPage)),
  },
  {
    name: 'coding-unknown',
    expect: 'ok',
    contains: '</html>',
    page: (socket) => ok(socket, [html, 'Content-Encoding: utf-8']),
  },
  {
    name: 'gzip-truncated',
    expect: 'truncated',
    page: (socket) => ok(socket, [html, 'Content-Encoding: gzip'], gzipSync(labPage.repeat(50)).subarray(0, 120)),
  },
  {
    name: 'gzip-garbage',
    expect: 'bad-encoding',
    page: (socket) => ok(socket, [html, 'Content-Encoding: gzip'], labPage),
  },
  {
    name: 'brotli-garbage',
    expect: 'bad-encoding',
    page: (socket) => ok(socket, [html, 'Content-Encoding: br'], labPage.repeat(20)),
  },
  {
    name: 'codings-many',
    expect: 'bad-encoding',
    page: (socket) => ok(socket, [html, `Content-Encoding: ${'gzip, '.repeat(20)}gzip`]),
  },
  {
    name: 'gzip-bomb',
    expect: 'decompression-limit',
    page: (socket) => ok(socket, [html, 'Content-Encoding: gzip'], bomb().gzip),
  },
  {
    name: 'gzip-bomb-twice',
    expect: 'decompression-limit',
    page: (socket) => ok(socket, [html, 'Content-Encoding: gzip, gzip'], bomb().double),
  },
  {
    name: 'brotli-bomb',
    expect: 'decompression-limit',
    page: (socket) => ok(socket, [html, 'Content-Encoding: br'], bomb().brotli),
  },
  {
    name: 'zstd-bomb',
    expect: 'decompression-limit',
    page: (socket) => ok(socket, [html, 'Content-Encoding: zstd'], bomb().zstd),
  },
  // Sizes.
  {
    name: 'endless-body',
    expect: 'too-large',
    page: (socket) => {
      socket.write(chunkedHead);
      pour(socket, chunked(Buffer.alloc(256 * 1024, 0x20)));
    },
  },
  {
    name: 'html-50mb',
    expect: 'too-large',
    page: (socket) =>
      socket.write(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: ${50 * megabyte}\r\n\r\n`) &&
      pour(socket, Buffer.alloc(64 * 1024, 0x20)),
  },
  {
    name: 'endless-error-page',
    expect: 'http-server-error',
    page: (socket) => {
      socket.write(chunkedHead.replace('200 OK', '500 Error'));
      pour(socket, chunked(Buffer.alloc(256 * 1024, 0x20)));
    },
  },
  { name: 'empty', expect: 'empty-response', page: (socket) => ok(socket, [html], '') },
  { name: 'no-content', expect: 'empty-response', page: (socket) => answer(socket, '204 No Content', ['X-A: b']) },
  {
    name: 'nul-bytes',
    expect: 'ok',
    contains: '</html>',
    page: (socket) => ok(socket, [html], labPage.replaceAll('<p>', '<\0p>\0\0')),
  },
  {
    name: 'charset-malformed',
    expect: 'ok',
    contains: '</html>',
    page: (socket) => ok(socket, ['Content-Type: text/html; charset=";;x-nothing\xff']),
  },
  {
    name: 'nested-divs',
    expect: 'ok',
    page: (socket) => ok(socket, [html], `<html><body>${'<div>'.repeat(100_000)}แผน`),
  },
  {
    name: 'many-links',
    expect: 'ok',
    page: (socket) =>
      ok(
        socket,
        [html],
        `<html><body>${Array.from({ length: 300_000 }, (_, n) => `<a href="/p${n}">ก</a>`).join('')}</body></html>`,
      ),
  },
  // Redirects.
  {
    name: 'redirect-loop',
    expect: 'too-many-redirects',
    maxRequests: 4,
    page: (socket, { path }) => redirect(socket, path === '/' ? '/b' : '/'),
  },
  { name: 'redirect-self', expect: 'too-many-redirects', maxRequests: 2, page: (socket) => redirect(socket, '/') },
  {
    name: 'redirect-chain',
    expect: 'too-many-redirects',
    maxRequests: 12,
    page: (socket, { path }) => redirect(socket, `/n${path.length}${path}`),
  },
  { name: 'redirect-private', expect: 'address-refused', page: (socket) => redirect(socket, 'http://10.0.0.1/admin') },
  {
    name: 'redirect-metadata',
    expect: 'address-refused',
    page: (socket) => redirect(socket, 'http://169.254.169.254/latest/meta-data/'),
  },
  {
    name: 'redirect-decimal-address',
    expect: 'address-refused',
    page: (socket) => redirect(socket, 'http://167772161/'),
  },
  { name: 'redirect-file', expect: 'redirect-invalid', page: (socket) => redirect(socket, 'file:///etc/passwd') },
  { name: 'redirect-script', expect: 'redirect-invalid', page: (socket) => redirect(socket, 'javascript:alert(1)') },
  { name: 'redirect-bad', expect: 'redirect-invalid', page: (socket) => redirect(socket, 'http://[broken/') },
  { name: 'redirect-nowhere', expect: 'redirect-invalid', page: (socket) => answer(socket, '302 Found', []) },
  {
    name: 'redirect-raw-thai',
    expect: 'ok',
    contains: encodeURI('/แผน'),
    page: (socket, { path }) =>
      path === '/' ? redirect(socket, Buffer.from('/แผน').toString('latin1')) : ok(socket, [html], `<p>${path}</p>`),
  },
  {
    name: 'redirect-raw-tis620',
    expect: 'ok',
    contains: '/%BB%CF%D4',
    page: (socket, { path }) =>
      path === '/' ? redirect(socket, '/\xbb\xcf\xd4') : ok(socket, [html], `<p>${path}</p>`),
  },
  {
    name: 'redirect-refresh-header',
    expect: 'ok',
    contains: 'แผน',
    page: (socket, { path }) => (path === '/' ? ok(socket, [html, 'Refresh: 0; URL=/home'], ' ') : ok(socket)),
  },
  {
    name: 'not-modified-unasked',
    expect: 'redirect-invalid',
    page: (socket) => answer(socket, '304 Not Modified', []),
  },
  {
    name: 'session',
    expect: 'ok',
    page: (socket, { path, head }) => {
      if (path === '/' || /^cookie:.*seen=1/im.test(head))
        ok(socket, [html, `Set-Cookie: ${path === '/' ? 'seen=1' : 'seen=2'}; Path=/`]);
      else redirect(socket, '/');
    },
  },
  {
    name: 'cookie-wall',
    expect: 'ok',
    contains: '</html>',
    maxRequests: 3,
    page: (socket, { head }) =>
      /^cookie:.*pass=yes/im.test(head)
        ? ok(socket)
        : redirect(socket, '/', ['Set-Cookie: pass=yes; Path=/; HttpOnly']),
  },
  {
    name: 'cookie-wall-endless',
    expect: 'too-many-redirects',
    maxRequests: 12,
    page: (socket) => redirect(socket, '/', [`Set-Cookie: n=${times('cookie-wall-endless')}`]),
  },
  // Not HTTP.
  {
    name: 'garbage',
    expect: 'malformed-response',
    page: (socket) => socket.write('\x00\x01\x02 SSH-2.0-OpenSSH\r\n\r\n'),
  },
  { name: 'http-0.9', expect: 'malformed-response', page: (socket) => socket.end(labPage) },
  {
    name: 'header-flood',
    expect: 'malformed-response',
    page: (socket) =>
      socket.write('HTTP/1.1 200 OK\r\n') && pour(socket, Buffer.from(`X-Flood: ${'a'.repeat(2000)}\r\n`)),
  },
  {
    name: 'header-endless',
    expect: 'malformed-response',
    page: (socket) => socket.write('HTTP/1.1 200 OK\r\nX: ') && pour(socket, Buffer.alloc(8192, 0x61)),
  },
  {
    name: 'chunk-size-bad',
    expect: 'malformed-response',
    page: (socket) => socket.write(`${chunkedHead}zz\r\nabc\r\n`),
  },
  {
    name: 'switching',
    expect: 'connection-reset',
    page: (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
  },
  { name: 'header-control-character', expect: 'malformed-response', page: (socket) => ok(socket, [html, 'X: a\x01b']) },
  // Refusals.
  {
    name: 'forbidden',
    expect: 'http-forbidden',
    page: (socket) => answer(socket, '403 Forbidden', [html], '<h1>Forbidden</h1>'),
  },
  {
    name: 'challenge',
    expect: 'blocked',
    page: (socket) =>
      answer(socket, '403 Forbidden', [html, 'CF-Mitigated: challenge'], '<title>Just a moment...</title>'),
  },
  {
    name: 'challenge-200',
    expect: 'blocked',
    page: (socket) => ok(socket, [html], '<script src="/_Incapsula_Resource?SWJIYLWA=1"></script>'),
  },
  {
    name: 'block-gzip',
    expect: 'blocked',
    page: (socket) =>
      answer(socket, '406 Not Acceptable', [html, 'Content-Encoding: gzip'], gzipSync('generated by Mod_Security')),
  },
  {
    name: 'legal',
    expect: 'blocked',
    page: (socket) => answer(socket, '451 Unavailable For Legal Reasons', [html], 'no'),
  },
  {
    name: 'login',
    expect: 'http-unauthorized',
    page: (socket) => answer(socket, '401 Unauthorized', ['WWW-Authenticate: Basic'], 'no'),
  },
  { name: 'not-found', expect: 'http-not-found', page: (socket) => answer(socket, '404 Not Found', [html], labPage) },
  { name: 'gone', expect: 'http-gone', page: (socket) => answer(socket, '410 Gone', [html], labPage) },
  {
    name: 'teapot',
    expect: 'http-client-error',
    page: (socket) => answer(socket, "418 I'm a teapot", [html], labPage),
  },
  { name: 'status-999', expect: 'http-server-error', page: (socket) => answer(socket, '999 Denied', [html], 'x') },
  {
    name: 'busy-once',
    expect: 'ok',
    maxRequests: 3,
    page: (socket) =>
      times('busy-once') % 2 === 1
        ? answer(socket, '429 Too Many Requests', ['Retry-After: 0'], 'slow down')
        : ok(socket),
  },
  {
    name: 'busy',
    expect: 'http-too-many-requests',
    maxRequests: 2,
    page: (socket) => answer(socket, '429 Too Many Requests', ['Retry-After: 99999'], 'slow down'),
  },
  {
    name: 'busy-badly',
    expect: 'http-server-error',
    maxRequests: 2,
    page: (socket) => answer(socket, '503 Service Unavailable', ['Retry-After: soon'], 'x'),
  },
  // robots.txt.
  {
    name: 'robots-10mb',
    expect: 'ok',
    maxRequests: 2,
    page: (socket) => ok(socket),
    robots: (socket) => {
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ${10 * megabyte}\r\n\r\nUser-agent: *\nDisallow: /secret\n`,
      );
      pour(socket, Buffer.from(`# ${'x'.repeat(8000)}\n`));
    },
  },
  {
    name: 'robots-endless-rules',
    expect: 'robots-disallowed',
    page: (socket) => ok(socket),
    robots: (socket) =>
      socket.write(chunkedHead) &&
      pour(socket, chunked(`User-agent: *\nDisallow: /\n${'Disallow: /*a*b*c$\n'.repeat(500)}`)),
  },
  {
    name: 'robots-html',
    expect: 'ok',
    page: (socket) => ok(socket),
    robots: (socket) => ok(socket, [html], `${labPage}\nUser-agent: *\nDisallow: /`),
  },
  {
    name: 'robots-forbidden',
    expect: 'ok',
    page: (socket) => ok(socket),
    robots: (socket) => answer(socket, '403 Forbidden', [html], 'x'),
  },
  {
    name: 'robots-firewall',
    expect: 'ok',
    page: (socket) => ok(socket),
    robots: (socket) => answer(socket, '503 Service Unavailable', ['CF-Mitigated: challenge'], 'x'),
  },
  {
    name: 'robots-broken',
    expect: 'robots-unreachable',
    maxRequests: 1,
    page: (socket) => ok(socket),
    robots: (socket) => answer(socket, '500 Error', [], 'x'),
  },
  { name: 'robots-silent', expect: 'response-timeout', maxRequests: 1, page: (socket) => ok(socket), robots: () => {} },
  {
    name: 'robots-loop',
    expect: 'ok',
    page: (socket) => ok(socket),
    robots: (socket) => redirect(socket, '/robots.txt'),
  },
  {
    name: 'robots-empty',
    expect: 'ok',
    page: (socket) => ok(socket),
    robots: (socket) => ok(socket, ['Content-Type: text/plain'], ''),
  },
  {
    name: 'robots-bomb',
    expect: 'robots-unreachable',
    page: (socket) => ok(socket),
    robots: (socket) => ok(socket, ['Content-Type: text/plain', 'Content-Encoding: gzip'], bomb().gzip),
  },
  {
    name: 'robots-disallow',
    expect: 'robots-disallowed',
    maxRequests: 1,
    page: (socket) => ok(socket),
    robots: (socket) => ok(socket, ['Content-Type: text/plain'], 'User-agent: planaudit\nDisallow: /'),
  },
];

export interface FaultsLab {
  readonly port: number;
  /** Maps every fault's host name to the lab. */
  readonly hosts: HostsMap;
  /** Requests seen so far, by fault. */
  readonly seen: ReadonlyMap<string, readonly LabRequest[]>;
  close(): Promise<void>;
}

/** Start page of a fault. */
export const faultUrl = (fault: Pick<Fault, 'name'>): string => `http://${fault.name}.faults.test/`;

/** Hosts map for a lab on the port. */
export function labHosts(port: number): HostsMap {
  return parseHostsFile(faults.map(({ name }) => `127.0.0.1:${port} ${name}.faults.test`).join('\n'), 'lab');
}

/** Starts the lab on a free loopback port. */
export async function startFaultsLab(): Promise<FaultsLab> {
  const seen = new Map<string, LabRequest[]>();
  const sockets = new Set<Socket>();
  bomb(); // Made before anyone waits for it.
  const byName = new Map(faults.map((fault) => [fault.name, fault]));
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let buffered = '';
    socket.on('data', (data) => {
      buffered += data.toString('latin1');
      for (let end = buffered.indexOf('\r\n\r\n'); end >= 0; end = buffered.indexOf('\r\n\r\n')) {
        const head = buffered.slice(0, end);
        buffered = buffered.slice(end + 4);
        const path = /^GET (\S+)/.exec(head)?.[1] ?? '';
        const name = /^host: ([^.\r\n]+(?:\.9)?)\.faults\.test/im.exec(head)?.[1] ?? '';
        const fault = byName.get(name);
        seen.set(name, [...(seen.get(name) ?? []), { path, head }]);
        if (fault === undefined) answer(socket, '404 Not Found', [], 'no such fault');
        else if (path !== '/robots.txt') fault.page(socket, { path, head });
        else if (fault.robots !== undefined) fault.robots(socket);
        else answer(socket, '404 Not Found', [], 'none');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hosts: labHosts(port),
    seen,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
