// Renders pages in the user's own Chrome, Edge or Chromium, for sites that show nothing without scripts. Every request of a
// page goes through the fetcher: same address guard, robots rules, pace and size caps; the browser itself reaches no network.
import { stripVTControlCharacters } from 'node:util';
import pLimit from 'p-limit';
import type { Browser, BrowserContext, Route } from 'playwright-core';
import type { Fetcher } from './fetcher.ts';

export interface RenderRequest {
  readonly signal?: AbortSignal;
  /** The page as already fetched: it is not asked for again. */
  readonly page?: { readonly body: Buffer; readonly contentType: string };
}

export type RenderOutcome =
  | {
      readonly ok: true;
      /** The document after its scripts ran. */
      readonly html: string;
      readonly finalUrl: string;
      /** Requests made through the fetcher. */
      readonly requests: number;
    }
  | { readonly ok: false; readonly detail: string; readonly requests: number };

export type RenderPage = (url: string, request?: RenderRequest) => Promise<RenderOutcome>;

export interface BrowserSettings {
  readonly executablePath: string;
  /** The browser's own sandbox. Off only where the system cannot provide one (containers run as root). Default true. */
  readonly sandbox?: boolean;
  /** Further command-line flags of the browser. */
  readonly args?: readonly string[];
  /** One page, from opening to taking its HTML. Default 40 000. */
  readonly timeoutMs?: number;
  /** Silence of the network after which a page counts as finished is the browser's (500 ms); the wait for it is at most this. Default 10 000. */
  readonly settleMs?: number;
  /** Requests of one page. Default 60. */
  readonly maxRequests?: number;
  /** Pages at once. Default 2. */
  readonly pages?: number;
}

export interface BrowserRenderer {
  readonly render: RenderPage;
  close(): Promise<void>;
}

/** What a page needs to show its text. Pictures, fonts and sounds are not asked for; forms are not sent. */
const neededTypes = new Set(['document', 'script', 'xhr', 'fetch']);
/** Of the body as sent, no longer true of the decoded one. */
const droppedHeaders = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie', 'connection']);

const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--dns-prefetch-disable',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--proxy-bypass-list=<-loopback>',
];

/** A renderer over one browser process, started when first needed. Close it. */
export function createBrowserRenderer(fetcher: Pick<Fetcher, 'fetch'>, settings: BrowserSettings): BrowserRenderer {
  const turn = pLimit(settings.pages ?? 2);
  let running: Promise<Browser> | undefined;
  let closed = false;

  function browser(): Promise<Browser> {
    running ??= launchBrowser(settings).then(
      (started) => {
        // A crashed browser is started anew for the next page.
        started.on('disconnected', () => {
          running = undefined;
        });
        return started;
      },
      (error: unknown) => {
        running = undefined;
        throw error;
      },
    );
    return running;
  }

  async function renderNow(url: string, request: RenderRequest): Promise<RenderOutcome> {
    let requests = 0;
    let context: BrowserContext | undefined;
    const { signal } = request;
    const stop = (): void => void context?.close().catch(() => undefined);
    try {
      if (closed || signal?.aborted) return { ok: false, detail: 'interrupted', requests };
      context = await (await browser()).newContext({
        acceptDownloads: false,
        serviceWorkers: 'block',
        locale: 'th-TH',
        timezoneId: 'Asia/Bangkok',
      });
      const deadline = setTimeout(stop, settings.timeoutMs ?? 40_000);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        const spare = settings.maxRequests ?? 60;
        await context.route('**/*', (route) => answer(route, url, request, fetcher, () => ++requests <= spare));
        await context.routeWebSocket('**/*', (socket) => void socket.close());
        const page = await context.newPage();
        // Windows opened by scripts are advertisements or greetings.
        context.on('page', (other) => void (other === page ? undefined : other.close().catch(() => undefined)));
        page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
        const settle = settings.settleMs ?? 10_000;
        await page.goto(url, { waitUntil: 'domcontentloaded', timeout: settings.timeoutMs ?? 40_000 });
        // A page that never falls silent is taken as it stands.
        await page.waitForLoadState('networkidle', { timeout: settle }).catch(() => undefined);
        const html = await page.content();
        return { ok: true, html, finalUrl: page.url(), requests: Math.min(requests, spare) };
      } finally {
        clearTimeout(deadline);
        signal?.removeEventListener('abort', stop);
      }
    } catch (error) {
      return { ok: false, detail: firstLine(error), requests };
    } finally {
      await context?.close().catch(() => undefined);
    }
  }

  return {
    render: (url, request = {}) => turn(() => renderNow(url, request)),
    async close() {
      closed = true;
      await (await running?.catch(() => undefined))?.close().catch(() => undefined);
    },
  };
}

/** Playwright's messages go on with a coloured log. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return stripVTControlCharacters(message).split('\n', 1)[0] ?? '';
}

/** The browser process, cut off from the network. */
export async function launchBrowser(settings: BrowserSettings): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: settings.executablePath,
    headless: true,
    chromiumSandbox: settings.sandbox ?? true,
    // Nothing listens there: whatever should slip past the routes ends here.
    proxy: { server: 'http://127.0.0.1:9' },
    args: [...flags, ...(settings.args ?? [])],
  });
}

/** Answers one request of a page from the fetcher, or not at all. */
async function answer(
  route: Route,
  pageUrl: string,
  request: RenderRequest,
  fetcher: Pick<Fetcher, 'fetch'>,
  allowed: () => boolean,
): Promise<void> {
  const asked = route.request();
  const { signal, page } = request;
  try {
    if (page !== undefined && asked.isNavigationRequest() && sameUrl(asked.url(), pageUrl)) {
      await route.fulfill({
        status: 200,
        headers: { 'content-type': page.contentType || 'text/html' },
        body: page.body,
      });
      return;
    }
    const wanted = neededTypes.has(asked.resourceType()) && asked.method() === 'GET' && /^https?:/.test(asked.url());
    if (!wanted || !allowed()) {
      await route.abort('blockedbyclient');
      return;
    }
    const outcome = await fetcher.fetch(asked.url(), signal === undefined ? {} : { signal });
    if (!outcome.ok) {
      const { status } = outcome.failure;
      await (status === undefined ? route.abort('failed') : route.fulfill({ status, body: '' }));
      return;
    }
    const headers = Object.fromEntries(
      Object.entries(outcome.capture.headers).filter(([name]) => !droppedHeaders.has(name)),
    );
    await route.fulfill({ status: outcome.capture.status, headers, body: outcome.body });
  } catch {
    // The page was closed meanwhile.
    await route.abort('aborted').catch(() => undefined);
  }
}

function sameUrl(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).href.split('#')[0] === new URL(b).href.split('#')[0];
}
