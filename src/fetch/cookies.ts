// Cookies as far as reading a site needs them: a host's session from the first page of it that was read, and what ended a
// cookie wall. Later pages change nothing, so that a page's answer does not depend on the order of the pages before it.

import { CookieJar } from 'tough-cookie';

export interface CookieKeeper {
  /** A jar for one redirect chain, beginning with what is kept of each host. */
  chain(): CookieChain;
}

export interface CookieChain {
  /** Cookie header for the URL, '' when none. */
  header(url: URL): string;
  /** Takes the Set-Cookie headers of an answer within the chain. */
  take(url: URL, setCookies: readonly string[]): void;
  /** The chain ended well after a host sent a redirect to itself: keep that host's cookies for later requests. */
  keep(url: URL): void;
  /** A page was read: its host's session begins, if it has none yet. Cookies set earlier in the chain belong to it. */
  begin(url: URL, setCookies: readonly string[]): void;
}

const options = { ignoreError: true, loose: true } as const;

/** Keeps cookies in memory for the life of a fetcher, per host. */
export function createCookieKeeper(): CookieKeeper {
  const kept = new Map<string, CookieJar>();
  return {
    chain() {
      let own: CookieJar | undefined;
      const cookiesOf = (jar: CookieJar | undefined, url: URL) => jar?.getCookieStringSync(url.href) ?? '';
      const take = (url: URL, setCookies: readonly string[]) => {
        if (setCookies.length === 0) return;
        own ??=
          kept.get(url.hostname)?.cloneSync() ??
          new CookieJar(undefined, { rejectPublicSuffixes: false, looseMode: true });
        for (const cookie of setCookies) own.setCookieSync(cookie, url.href, options);
      };
      const keep = (url: URL) => {
        if (own !== undefined) kept.set(url.hostname, own);
      };
      return {
        header: (url) => cookiesOf(own, url) || cookiesOf(kept.get(url.hostname), url),
        take,
        keep,
        begin(url, setCookies) {
          if (kept.has(url.hostname)) return;
          take(url, setCookies);
          keep(url);
        },
      };
    },
  };
}
