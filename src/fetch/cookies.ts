// Cookies for cookie walls only: kept within one redirect chain, and for a host where they ended a redirect to itself.
// Pages are otherwise asked without cookies, so that no page's answer depends on the pages before it.

import { CookieJar } from 'tough-cookie';

export interface CookieWalls {
  /** A jar for one request chain. */
  chain(): CookieChain;
}

export interface CookieChain {
  /** Cookie header for the URL, '' when none. */
  header(url: URL): string;
  /** Takes the Set-Cookie headers of an answer. */
  take(url: URL, setCookies: readonly string[]): void;
  /** The chain ended well after a host sent a redirect to itself: keep that host's cookies for later requests. */
  keep(url: URL): void;
}

const options = { ignoreError: true, loose: true } as const;

/** Walls met so far, per host. */
export function createCookieWalls(): CookieWalls {
  const walls = new Map<string, CookieJar>();
  return {
    chain() {
      let own: CookieJar | undefined;
      return {
        header(url) {
          return (own ?? walls.get(url.hostname))?.getCookieStringSync(url.href) ?? '';
        },
        take(url, setCookies) {
          if (setCookies.length === 0) return;
          own ??= new CookieJar(undefined, { rejectPublicSuffixes: false, looseMode: true });
          for (const cookie of setCookies) own.setCookieSync(cookie, url.href, options);
        },
        keep(url) {
          if (own !== undefined) walls.set(url.hostname, own);
        },
      };
    },
  };
}
