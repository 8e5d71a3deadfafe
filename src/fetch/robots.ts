// Reads robots.txt as RFC 9309 says and tells whether a URL may be fetched. Pure. Own code because robots-parser breaks on
// the published cases: other lines split its groups, and it does not normalise percent-encoding on both sides.

/** One robots.txt, read for one product token. */
export interface RobotsRules {
  /** Whether the URL (absolute) may be fetched. */
  allows(url: string): boolean;
  readonly sitemaps: readonly string[];
  /** Seconds as written; undefined when absent or not a number. */
  readonly crawlDelaySeconds?: number;
}

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  delay?: number;
}

/** RFC 9309 2.5: at least 500 KiB are read; what follows is ignored. */
export const maxRobotsBytes = 500 * 1024;

/**
 * Parses a robots.txt body.
 * @param body decoded text; a byte order mark is ignored.
 * @param token product token of this crawler, compared without case.
 * @param base URL of the robots.txt, for relative Sitemap lines.
 */
export function parseRobots(body: string, token: string, base: string): RobotsRules {
  const { groups, sitemaps } = parseLines(body, base);
  const wanted = token.toLowerCase();
  const own = groups.filter((group) => group.agents.includes(wanted));
  // All groups naming the token count as one; only when there is none, those of `*` do.
  const chosen = own.length > 0 ? own : groups.filter((group) => group.agents.includes('*'));
  const rules = chosen.flatMap((group) => group.rules).filter((rule) => rule.pattern !== '');
  const delay = chosen.map((group) => group.delay).find((value) => value !== undefined);
  return {
    allows(url) {
      const { pathname, search } = new URL(url);
      if (pathname === '/robots.txt') return true;
      return decide(rules, normalisePath(pathname + search));
    },
    sitemaps,
    ...(delay === undefined ? {} : { crawlDelaySeconds: delay }),
  };
}

/** Whether an answer to /robots.txt is no robots file at all but a web page (a catch-all server's home or error page). */
export function isNotRobots(body: string): boolean {
  return /^\uFEFF?\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype|html|head|body|meta|script|\?xml|\?php|title|div|p|h1)\b/i.test(
    body.slice(0, 4096),
  );
}

/** The longest matching pattern decides; allow wins among equally long ones; no match allows. */
function decide(rules: readonly Rule[], path: string): boolean {
  let length = -1;
  let allow = true;
  for (const rule of rules) {
    if (rule.pattern.length < length || (rule.pattern.length === length && (allow || !rule.allow))) continue;
    if (!matches(rule.pattern, path)) continue;
    length = rule.pattern.length;
    allow = rule.allow;
  }
  return allow;
}

/**
 * `*` stands for any characters, `$` at the end for the end. Works piece by piece (greedy leftmost search is exact for
 * patterns whose only wildcard is `*`), so hostile patterns cost no more than pattern × path.
 */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = pieces[0]!;
  if (!path.startsWith(first)) return false;
  if (pieces.length === 1) return !anchored || path.length === first.length;
  let at = first.length;
  const last = pieces.length - 1;
  for (let index = 1; index < last; index += 1) {
    const found = path.indexOf(pieces[index]!, at);
    if (found < 0) return false;
    at = found + pieces[index]!.length;
  }
  const tail = pieces[last]!;
  if (anchored) return path.length - tail.length >= at && path.endsWith(tail);
  return path.indexOf(tail, at) >= 0;
}

function parseLines(body: string, base: string): { groups: Group[]; sitemaps: string[] } {
  const groups: Group[] = [];
  const sitemaps = new Set<string>();
  let group: Group | undefined;
  let collecting = false;
  for (const line of body
    .slice(0, maxRobotsBytes)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)) {
    const field = parseField(line);
    if (field === undefined) continue;
    const [key, value] = field;
    switch (key) {
      case 'user-agent': {
        if (group === undefined || !collecting) {
          group = { agents: [], rules: [] };
          groups.push(group);
          collecting = true;
        }
        const agent = agentToken(value);
        if (agent !== '') group.agents.push(agent);
        break;
      }
      case 'allow':
      case 'disallow':
        // Rules before any user-agent line belong to nobody.
        group?.rules.push({ allow: key === 'allow', pattern: normalisePath(value) });
        collecting = false;
        break;
      case 'crawl-delay': {
        const seconds = Number(value.replace(',', '.'));
        if (group !== undefined && value !== '' && Number.isFinite(seconds) && seconds >= 0) group.delay ??= seconds;
        collecting = false;
        break;
      }
      case 'sitemap': {
        // Independent of groups: it neither ends nor starts one.
        const url = URL.parse(value, base);
        if (url !== null && value !== '' && /^https?:$/.test(url.protocol)) sitemaps.add(url.href);
        break;
      }
      default:
        break;
    }
  }
  return { groups, sitemaps: [...sitemaps] };
}

function parseField(line: string): readonly [key: string, value: string] | undefined {
  const text = line.replace(/#.*$/, '');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  return [text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim()];
}

/** `*`, or the leading product token of the value (`Planaudit/1.0 (x)` → `planaudit`). */
function agentToken(value: string): string {
  if (/^\*(?:\s|$)/.test(value)) return '*';
  return (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase();
}

const unreserved = /[A-Za-z0-9\-._~]/;

/**
 * One spelling for both sides (RFC 9309 2.2.2): non-ASCII octets percent-encoded as UTF-8, escapes of unreserved characters
 * undone, the other escapes in upper case. `*` and `$` stay as they are; their escapes `%2A`, `%24` stay escapes, so that
 * they match literally.
 */
function normalisePath(path: string): string {
  return path.toWellFormed().replace(/%[0-9a-fA-F]{2}|[^\x21-\x7e]/gu, (found) => {
    if (found.length === 3 && found.startsWith('%')) {
      const character = String.fromCharCode(Number.parseInt(found.slice(1), 16));
      return unreserved.test(character) ? character : found.toUpperCase();
    }
    return encodeURIComponent(found);
  });
}
