// One spelling for every URL that means the same request. Pure: no network, no state.
// It may not change what a server would answer: anything doubtful goes into `urlKey` only, never into the URL asked for.

/** Parameters that name a visit or a campaign, never content (names compared in lower case). */
const droppedParameters = new Set([
  'phpsessid',
  'jsessionid',
  'aspsessionid',
  'cfid',
  'cftoken',
  'fbclid',
  'gclid',
  'dclid',
  'msclkid',
  'yclid',
  'igshid',
  'mc_cid',
  'mc_eid',
  '_ga',
  '_gl',
]);
/** Session parameters by other common names: dropped only when the value looks like a token, as `sid=12` may be a section. */
const tokenParameters = new Set([
  'sid',
  's_id',
  'sess',
  'session',
  'sessionid',
  'session_id',
  'osclid',
  'oscsid',
  'zenid',
]);
const tokenValue = /^(?=.*\d)(?=.*[a-z])[a-z0-9-]{16,}$/i;

/** `;jsessionid=…` and the like at the end of a path segment. */
const pathSession = /;(?:jsessionid|phpsessid|sid)=[^/;?#]*/gi;
/** ASP.NET cookieless session segment: `/(S(lit3py55t21z5v55vlm25s55))/`. */
const aspSession = /\/\((?:[A-Z]\([a-z0-9_-]{8,}\))+\)(?=\/|$)/gi;

/** Percent triplets in one spelling: upper-case hex, unreserved characters decoded. TIS-620 bytes stay bytes. */
function normalPercent(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(char) ? char : `%${hex.toUpperCase()}`;
  });
}

function keepParameter(pair: string): boolean {
  if (pair === '') return false;
  const at = pair.indexOf('=');
  const name = (at < 0 ? pair : pair.slice(0, at)).toLowerCase();
  const value = at < 0 ? '' : pair.slice(at + 1);
  if (name.startsWith('utm_') || droppedParameters.has(name) || name.startsWith('aspsessionid')) return false;
  return !(tokenParameters.has(name) && tokenValue.test(value));
}

/**
 * The URL to ask for: WHATWG form, without fragment, credentials, default port, session ids and tracking parameters.
 * Order of parameters, case of the path and trailing slashes stay, as servers may tell them apart.
 * Returns null for anything that is not an absolute (or, with `base`, resolvable) http or https URL.
 */
export function canonicalUrl(input: string, base?: string): string | null {
  let url: URL;
  try {
    url = new URL(input, base);
  } catch {
    return null;
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return null;
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  let path = url.pathname;
  if (path.includes(';')) path = path.replace(pathSession, '');
  if (path.includes('/(')) path = path.replace(aspSession, '');
  path = normalPercent(path);
  const { search } = url;
  const query = search === '' ? '' : search.slice(1).split('&').filter(keepParameter).map(normalPercent).join('&');
  return `${url.protocol}//${url.host}${path === '' ? '/' : path}${query === '' ? '' : `?${query}`}`;
}

/**
 * The key under which two URLs count as one page: without scheme and `www.`, parameters sorted, slashes at the end and
 * doubled ones removed. For comparing only, never for asking. Input must be canonical or at least parseable; null otherwise.
 */
export function urlKey(input: string): string | null {
  const canonical = canonicalUrl(input);
  return canonical === null ? null : keyOf(canonical);
}

function keyOf(canonical: string): string {
  // what dropping a session left of a path may be dots, which mean other folders
  const url = canonical.includes('/.') ? new URL(canonical).href : canonical;
  const from = url.indexOf('//') + 2;
  const slash = url.indexOf('/', from);
  const ask = url.indexOf('?', slash);
  const host = url.slice(url.startsWith('www.', from) ? from + 4 : from, slash);
  let path = url.slice(slash, ask < 0 ? undefined : ask);
  if (path.includes('//')) path = path.replace(/\/{2,}/g, '/');
  if (path.endsWith('/')) path = path.slice(0, -1);
  const query =
    ask < 0
      ? ''
      : url
          .slice(ask + 1)
          .split('&')
          .filter(Boolean)
          .sort()
          .join('&');
  return `${host}${path}${query === '' ? '' : `?${query}`}`;
}

export interface CanonicalUrl {
  readonly url: string;
  readonly key: string;
}

/** Both forms of a URL; null as `canonicalUrl`. */
export type ReadUrl = (input: string) => CanonicalUrl | null;

/** Both forms of URLs, remembered: a site's menu stands on all its pages. */
export function rememberUrls(): ReadUrl {
  const known = new Map<string, CanonicalUrl | null>();
  return (input) => {
    let found = known.get(input);
    if (found === undefined) {
      const url = canonicalUrl(input);
      found = url === null ? null : { url, key: keyOf(url) };
      known.set(input, found);
    }
    return found;
  };
}
