// A folder of files seen as a website, so that an agency can check its pages before they are published. Reads inside the
// folder only, never the network.
import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import type { SiteFetcher } from '../crawl/crawl-options.ts';
import type { FetchOutcome } from '../fetch/fetcher.ts';
import type { FailureCode } from '../model/crawl.ts';
import { folderUrl } from './folder-url.ts';

const indexNames = ['index.html', 'index.htm', 'index.php', 'default.html', 'default.htm', 'home.html'];

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.php': 'text/html',
  '.asp': 'text/html',
  '.aspx': 'text/html',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/** Files listed when a folder has no start page. */
const maxListed = 5000;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/**
 * A fetcher over the folder `root`. `/` is its start page (index.html and the like) or, without one, a list of its files.
 * A path finds the file of that name, with `.html` or an index added where needed; a query finds the file a mirroring
 * program wrote for it (`page.php?id=3`, `page.php@id=3`). Everything else is 404.
 */
export function createFolderFetcher(root: string, now: () => number): SiteFetcher {
  const top = resolve(root);

  /** Real path of a file inside the folder; links that leave it lead nowhere. */
  async function inside(path: string): Promise<string | undefined> {
    const full = resolve(top, path);
    if (full !== top && !full.startsWith(top + sep)) return undefined;
    if (!(await isFile(full))) return undefined;
    const [real, realTop] = await Promise.all([realpath(full), realpath(top)]);
    return real.startsWith(realTop + sep) ? real : undefined;
  }

  async function find(url: URL): Promise<string | undefined> {
    let path: string;
    try {
      path = decodeURIComponent(url.pathname).slice(1);
    } catch {
      path = url.pathname.slice(1);
    }
    if (path.includes('\0')) return undefined;
    const query =
      url.search === '' ? [] : [`?${safeDecode(url.search.slice(1))}`, `@${safeDecode(url.search.slice(1))}`];
    const names = [
      ...query.flatMap((suffix) => [`${path}${suffix}`, `${path}${suffix}.html`]),
      path,
      `${path}.html`,
      ...indexNames.map((index) => join(path, index)),
    ];
    for (const name of names) {
      const found = name === '' ? undefined : await inside(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async function listing(): Promise<Buffer> {
    const entries = await readdir(top, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
      .map((entry) => relative(top, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort()
      .slice(0, maxListed);
    const items = files.map((file) => {
      const href = file.split('/').map(encodeURIComponent).join('/');
      // The folder often says what the file name does not: แผน/2569.pdf.
      const label = file.replace(/\.\w+$/, '').replaceAll('/', ' ');
      return `<li><a href="/${href}">${escapeHtml(label)}</a></li>`;
    });
    return Buffer.from(`<!doctype html><meta charset="utf-8"><ul>${items.join('')}</ul>`);
  }

  function failed(url: string, code: FailureCode, detail: string, dead: boolean): FetchOutcome {
    const at = new Date(now()).toISOString();
    return { ok: false, failure: { code, url, detail, hops: [], at, transient: false, dead } };
  }

  return {
    async fetch(asked, request) {
      if (request?.signal?.aborted) return failed(asked, 'aborted', 'interrupted', false);
      const url = URL.parse(asked);
      if (url === null) return failed(asked, 'invalid-url', 'not a URL', false);
      if (url.host !== new URL(folderUrl).host) {
        return failed(asked, 'address-refused', 'only the files of the folder are read', false);
      }
      try {
        const path = await find(url);
        if (path === undefined && url.pathname !== '/') {
          return failed(asked, 'http-not-found', 'no such file in the folder', true);
        }
        const body = path === undefined ? await listing() : await readFile(path);
        if (body.length === 0) return failed(asked, 'empty-response', 'the file is empty', false);
        const extension =
          path === undefined
            ? '.html'
            : extname(path)
                .toLowerCase()
                .replace(/[?@].*$/, '');
        const contentType = contentTypes[extension] ?? '';
        return {
          ok: true,
          body,
          capture: {
            url: asked,
            finalUrl: url.href,
            status: 200,
            hops: [],
            headers: contentType === '' ? {} : { 'content-type': contentType },
            contentType,
            bytes: body.length,
            transferred: body.length,
            sha256: createHash('sha256').update(body).digest('hex'),
            fetchedAt: new Date(now()).toISOString(),
            tlsFaults: [],
          },
        };
      } catch (error) {
        return failed(asked, 'internal', error instanceof Error ? error.message : String(error), false);
      }
    },
    async robots(url) {
      return { url: new URL('/robots.txt', url).href, state: 'none', sitemaps: [], bytes: 0 };
    },
  };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
