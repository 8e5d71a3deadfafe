// Serves a folder of recorded sites on loopback, one virtual host per Host header, as their site.json says.
// Never leaves 127.0.0.1, never writes, and answers the same bytes every time (no dates, no latency).
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';

const headers = z.record(z.string(), z.string());

/** What `site.json` of a site folder may hold. */
const siteSchema = z.strictObject({
  /** Host names without port, lower case. */
  hosts: z.array(z.string().min(1)).min(1),
  /** The hosts point at a port where nothing listens. */
  closed: z.boolean().default(false),
  /** Content-Type of HTML pages; without a charset parameter where the site states none. */
  contentType: z.string().default('text/html; charset=utf-8'),
  /** Page frame for `*.body.html` files; holds the marks `<!--#title-->` and `<!--#body-->`. */
  layout: z.string().optional(),
  /** Sent with every response. */
  headers: headers.default({}),
  /** Answers every request with this, whatever was asked. */
  firewall: z.strictObject({ status: z.int(), file: z.string(), headers: headers.default({}) }).optional(),
  /** What an unknown address answers; status 200 makes a soft 404. */
  notFound: z
    .strictObject({ status: z.int(), file: z.string().optional(), redirect: z.string().optional() })
    .default({ status: 404 }),
  /** Addresses that are not simply files; the first that fits wins. `query` must be a subset of the request's. */
  routes: z
    .array(
      z.strictObject({
        path: z.string().startsWith('/'),
        query: headers.optional(),
        status: z.int().default(200),
        file: z.string().optional(),
        redirect: z.string().optional(),
        contentType: z.string().optional(),
        headers: headers.default({}),
      }),
    )
    .default([]),
});
type SiteConfig = z.infer<typeof siteSchema>;

interface Site {
  readonly folder: string;
  readonly config: SiteConfig;
}

export interface ServedSites {
  /** Host name → `127.0.0.1:port`. Sites marked `closed` have a port where nothing listens. */
  readonly hosts: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.css': 'text/css',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv',
  '.zip': 'application/zip',
};

/**
 * Serves every subfolder of `root` that has a `site.json`. Host names must be unique.
 * @throws UserError when the folder or a site.json is not as expected.
 */
export async function serveSites(root: string): Promise<ServedSites> {
  const sites = await readSites(root);
  const byHost = new Map<string, Site>();
  for (const site of sites) {
    for (const host of site.config.hosts) {
      if (byHost.has(host)) throw siteError(site.folder, `host ${host} is served by another site already`);
      byHost.set(host, site);
    }
  }
  const server = createServer((request, response) => {
    try {
      answer(byHost, request, response);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    }
  });
  const port = await listen(server);
  const closedPort = await closedPortOf();
  const hosts = new Map<string, string>();
  for (const [host, site] of [...byHost].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hosts.set(host, `127.0.0.1:${site.config.closed ? closedPort : port}`);
  }
  return {
    hosts,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function readSites(root: string): Promise<Site[]> {
  let names: string[];
  try {
    names = (await readdir(root)).sort();
  } catch (cause) {
    throw new UserError('sites-folder', `The folder of sites ${root} cannot be read`, { cause });
  }
  const sites: Site[] = [];
  for (const name of names) {
    const folder = join(root, name);
    const text = await readFile(join(folder, 'site.json'), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const parsed = siteSchema.safeParse(JSON.parse(text));
    if (!parsed.success) throw siteError(folder, z.prettifyError(parsed.error));
    sites.push({ folder, config: parsed.data });
  }
  if (sites.length === 0) throw new UserError('sites-folder', `The folder ${root} holds no site (no */site.json)`);
  return sites;
}

function siteError(folder: string, message: string): UserError {
  return new UserError('site-json', `${join(folder, 'site.json')}: ${message}`);
}

function answer(byHost: ReadonlyMap<string, Site>, request: IncomingMessage, response: ServerResponse): void {
  // The Date header would make two captures of the same site differ.
  response.sendDate = false;
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const site = byHost.get(host);
  if (site === undefined || site.config.closed) {
    response.writeHead(421, { 'content-type': 'text/plain' }).end(`no site ${host}`);
    return;
  }
  const reply = replyOf(site, request.url ?? '/');
  const etag = reply.status === 200 ? { etag: `"${hash('sha256', reply.body, 'hex').slice(0, 32)}"` } : {};
  if (etag.etag !== undefined && request.headers['if-none-match'] === etag.etag) {
    response.writeHead(304, etag).end();
    return;
  }
  response.writeHead(reply.status, {
    ...site.config.headers,
    'content-type': reply.contentType,
    'content-length': String(reply.body.length),
    ...etag,
    ...reply.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : reply.body);
}

interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

function replyOf(site: Site, target: string): Reply {
  const { config } = site;
  if (config.firewall) {
    const { status, file, headers } = config.firewall;
    return { status, headers, contentType: config.contentType, body: readFileSync(join(site.folder, file)) };
  }
  const url = new URL(target, 'http://site.invalid');
  for (const route of config.routes) {
    if (route.path !== decoded(url.pathname)) continue;
    const wanted = Object.entries(route.query ?? {});
    if (wanted.some(([name, value]) => url.searchParams.get(name) !== value)) continue;
    const headers = route.redirect === undefined ? route.headers : { ...route.headers, location: route.redirect };
    const content = route.file === undefined ? undefined : fileReply(site, route.file);
    return {
      status: route.redirect !== undefined && route.status === 200 ? 302 : route.status,
      contentType: route.contentType ?? content?.contentType ?? config.contentType,
      headers,
      body: content?.body ?? Buffer.alloc(0),
    };
  }
  for (const candidate of candidates(decoded(url.pathname))) {
    const content = fileReply(site, candidate);
    if (content) return { status: 200, headers: {}, ...content };
  }
  return notFound(site);
}

function notFound(site: Site): Reply {
  const { status, file, redirect } = site.config.notFound;
  const content = file === undefined ? undefined : fileReply(site, file);
  return {
    status,
    contentType: content?.contentType ?? 'text/html',
    headers: redirect === undefined ? {} : { location: redirect },
    body: content?.body ?? Buffer.from('<html><head><title>404 Not Found</title></head><h1>Not Found</h1></html>'),
  };
}

/** Files an address may stand for, in order of preference. */
function candidates(path: string): string[] {
  if (path.endsWith('/')) return [`${path}index.html`, `${path}index.body.html`];
  return [path, path.replace(/\.html$/, '.body.html'), `${path}.html`, `${path}.body.html`, `${path}/index.body.html`];
}

/** Read at once: for small files on a disk near by, handing the work to other threads takes longer than the work. */
function fileReply(site: Site, path: string): { contentType: string; body: Buffer } | undefined {
  const full = normalize(join(site.folder, path));
  // Neither above the site's folder nor at its own configuration.
  if (!full.startsWith(site.folder + sep) || full === join(site.folder, 'site.json')) return undefined;
  if (!statSync(full, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = readFileSync(full);
  const extension = extname(full).toLowerCase();
  const contentType = mediaTypes[extension] ?? (extension === '.html' ? site.config.contentType : 'text/html');
  return { contentType, body: full.endsWith('.body.html') ? framed(site, bytes) : bytes };
}

/**
 * Puts a page's body into the site's layout. Works on bytes (as Latin-1), so that any character set survives.
 * The body's first line is `<!-- title -->`.
 */
function framed(site: Site, bytes: Buffer): Buffer {
  if (site.config.layout === undefined) return bytes;
  const layout = readFileSync(join(site.folder, site.config.layout)).toString('latin1');
  const source = bytes.toString('latin1');
  const first = source.match(/^<!-- (.*?) -->\r?\n/);
  const title = first?.[1] ?? '';
  const body = source.slice(first?.[0].length ?? 0);
  return Buffer.from(
    layout.replaceAll('<!--#title-->', () => title).replace('<!--#body-->', () => body),
    'latin1',
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A windows-874 percent encoding, say: no file has such a name.
    return path;
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** A loopback port on which nothing listens: 1 where that is so (the same in every run), else one taken and given back. */
async function closedPortOf(): Promise<number> {
  const refused = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: 1 }, () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
  return refused ? 1 : unusedPort();
}

function unusedPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createTcpServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close((error) => (error ? reject(error) : resolve(port)));
    });
  });
}
