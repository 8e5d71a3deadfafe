// Recognises URLs that lead a crawler round in circles. Says why; never fetches. A trap is left in `pending`, not forgotten.
import { remembering } from '../extract/remembering.ts';
import { labelKind } from '../text/page-turn.ts';

/** Why a URL is not followed although a label may look promising. */
export type Trap =
  | 'account'
  | 'search'
  | 'print-or-share'
  | 'feed'
  | 'cart'
  | 'calendar'
  | 'language'
  | 'sort-order'
  | 'not-readable'
  | 'repeating-path'
  | 'overlong'
  | 'parameter-explosion'
  | 'endless-chain'
  | 'near-duplicates'
  /** A host that is not the agency's and answers with pages of its own. */
  | 'foreign-pages';

interface StaticRule {
  readonly trap: Trap;
  readonly path?: RegExp;
  readonly query?: RegExp;
  /** Path and query together. */
  readonly whole?: RegExp;
}

// Paths and queries are lower case when tested; a query is tested with its '?'.
const staticRules: readonly StaticRule[] = [
  {
    trap: 'account',
    path: /\/(?:wp-login\.php|wp-admin|administrator|log-?in|log-?out|sign-?in|sign-?out|sign-?up|register|lost-?password|forgot-?password|user\/(?:login|register|password))(?:\.\w+)?(?:\/|$)/,
    query: /[?&](?:action=(?:login|logout|register)|view=(?:login|registration|remind|reset)|option=com_users)\b/,
  },
  {
    trap: 'search',
    path: /\/(?:search|search-results?|tags?\/search|ค้นหา)(?:\.\w+)?\/?$/,
    // Not `?q=node/12`, which is how Drupal names a page; nor `?s=3`, which may be a section.
    query:
      /[?&](?:(?:searchword|search_query|keywords?)=|option=com_(?:search|finder)\b|q=(?![^&]*(?:\/|%2f))(?:&|$|[^&]*(?:%20|\+|%e0%b[89])))/,
    whole: /^\/(?:index\.php)?\?(?:.*&)?s=(?!\d+(?:&|$))/,
  },
  {
    trap: 'print-or-share',
    path: /\/(?:print|printer-friendly|sharer?(?:\.php)?|intent\/tweet|mailto)(?:\/|$)/,
    query: /[?&](?:print=(?:1|true|y)|format=pdf\b|share=|replytocom=|option=com_mailto|sharearticle)/,
  },
  {
    trap: 'feed',
    path: /\/(?:feed|rss2?|atom)(?:\.xml|\.php)?\/?$|\/(?:wp-json|xmlrpc\.php|oembed)(?:\/|$)/,
    query: /[?&](?:feed=|format=feed|rest_route=|type=(?:rss|atom))/,
  },
  { trap: 'cart', path: /\/(?:cart|checkout|basket|wishlist|my-account)(?:\/|$)/, query: /[?&]add-to-cart=/ },
  {
    trap: 'calendar',
    // WordPress archives at the root, and dates below an event list; `/plan/2569/6` is a plan.
    path: /^(?:\/index\.php)?\/(?:19|20|25)\d\d\/(?:0?[1-9]|1[0-2])(?:\/(?:0?[1-9]|[12]\d|3[01]))?\/?$|\/(?:events?|calendar|ปฏิทิน\S*|archives?|day|month|date)\/(?:\w+\/)?(?:19|20|25)\d\d(?:[-/](?:0?[1-9]|1[0-2]))(?:[-/]\d\d?)?\/?$|\/(?:ical|icalrepeat\.\w+)(?:\/|$)/,
    query:
      /[?&](?:date|day|caldate|selecteddate|start_?date|ym|tribe-bar-date)=\d{1,4}[-/.%]|[?&]m=(?:19|20|25)\d{2}(?:0[1-9]|1[0-2])(?:&|$)|[?&](?:ical|outlook-ical)=/,
  },
  // A month alone may choose a monthly report; in a calendar it leads on for ever.
  {
    trap: 'calendar',
    whole: /(?:calendar|[/_-]cal|events?)\b.*[?&](?:month|mon|mm)=\d|[?&](?:month|mon|mm)=\d.*calendar/,
  },
  {
    trap: 'language',
    query: /[?&](?:lang|language|locale|hl)=(?:en|eng|english|en[-_]\w\w|zh|cn|ja|jp|de|fr|ru|my|lo|km)(?:&|$)/,
  },
  // `order=12` may well be an order (คำสั่ง): only what sorts counts.
  {
    trap: 'sort-order',
    query:
      /[?&](?:(?:sort|sort_?by|order_?by|order|orderdir|orderby|filter_order)=[^&]*(?:asc|desc|name|title|date|hits|size|ordering|price|popular|newest|oldest)|per_?page=)/,
  },
];

/** Files that hold no text at all, by extension. */
const notReadable =
  /\.(?:css|js|mjs|json|map|xml|ico|svg|webm|mp4|m4v|avi|mov|wmv|flv|mpe?g|mp3|m4a|wav|ogg|wma|exe|msi|apk|dmg|iso|woff2?|ttf|otf|eot|swf)$/;

const fileEnd = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|txt|zip|rar|7z|jpe?g|png|tiff?)$/;

function repeats(path: string): boolean {
  const segments = path.split('/').filter(Boolean);
  if (segments.length > 15) return true;
  const counts = new Map<string, number>();
  for (const segment of segments) {
    const count = (counts.get(segment) ?? 0) + 1;
    if (count >= 3) return true;
    counts.set(segment, count);
  }
  // a/b/a/b: a relative link that keeps adding its own folder.
  for (let length = 2; length * 2 <= segments.length; length += 1) {
    const tail = segments.slice(-length).join('/');
    if (segments.slice(-2 * length, -length).join('/') === tail) return true;
  }
  return false;
}

/** The trap a URL shows by its own look, if any. `url` must be canonical. */
export function staticTrap(url: string): Trap | undefined {
  if (url.length > 2000) return 'overlong';
  const parsed = new URL(url);
  const path = safeDecode(parsed.pathname).toLowerCase();
  const query = parsed.search.toLowerCase();
  for (const rule of staticRules) {
    if (rule.path?.test(path) || (query !== '' && rule.query?.test(query))) return rule.trap;
    if (rule.whole?.test(path + query)) return rule.trap;
  }
  if (notReadable.test(path)) return 'not-readable';
  // A file is an end, however its folders are nested.
  return !fileEnd.test(path) && repeats(path) ? 'repeating-path' : undefined;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // TIS-620 bytes
  }
}

/** URLs that differ only in numbers, and in the values of parameters, are of one pattern. */
export function urlPattern(url: string): string {
  return shapeOf(url).pattern;
}

interface UrlShape {
  readonly pattern: string;
  readonly path: string;
  /** Of its parameters, sorted. */
  readonly names: string;
}

/** Asked several times for each page, its links and the way to it. */
const shapeOf = remembering((url: string): UrlShape => {
  const parsed = new URL(url);
  const folder = `${parsed.host}${parsed.pathname}`;
  const path = parsed.pathname.replace(/%[0-9A-F]{2}/g, 'x').replace(/\d+/g, '0');
  if (parsed.search === '') return { pattern: `${parsed.host}${path}?`, path: folder, names: '' };
  const names = [...new Set([...parsed.searchParams.keys()])].sort().map((name) => {
    // Routing parameters choose the page itself (`index.php?option=com_x&view=y`, `?r=site/plan`): their words stay.
    const value = parsed.searchParams.get(name) ?? '';
    return /^[a-z_/-]+$/i.test(value) ? `${name}=${value}` : name;
  });
  return {
    pattern: `${parsed.host}${path}?${names.join('&')}`,
    path: folder,
    names: [...parsed.searchParams.keys()].sort().join('&'),
  };
});

/** The menu's labels come back on every page. */
export const kindOfLabel = remembering(labelKind);

/** One step to a page: where, and what was clicked. */
export interface TrapStep {
  readonly url: string;
  readonly label: string;
}

export interface TrapWatch {
  /** Counts a URL that was asked for. */
  visited(url: string): void;
  /** Tells whether the page showed anything that earlier pages of its kind had not shown. */
  shown(step: TrapStep, anythingNew: boolean): void;
  /** The trap this candidate would be now; `chain` holds the steps from the start page to the link's page. */
  trapOf(step: TrapStep, chain: readonly TrapStep[]): Trap | undefined;
}

/** Same path, more different sets of parameter names than a person's site has. */
const maxParameterSets = 12;
/** Pages of one kind with nothing new in them, for each that had something, after which the rest is taken for the same. */
const maxNearDuplicates = 3;
/** Pages of one kind linked each from the last: next month, next month, next month … */
const maxChain = 4;

export function createTrapWatch(): TrapWatch {
  const parameterSets = new Map<string, Set<string>>();
  const shows = new Map<string, { fresh: number; same: number }>();

  // One script serves all pages of many a site (`page.php?id=12`): the address alone does not make two pages of a kind,
  // a plan's link has a label of its own.
  const kindOf = ({ url, label }: TrapStep): string => `${urlPattern(url)}\n${kindOfLabel(label)}`;
  return {
    visited(url) {
      const { path, names } = shapeOf(url);
      const sets = parameterSets.get(path) ?? new Set();
      parameterSets.set(path, sets.add(names));
    },
    shown(step, anythingNew) {
      const kind = kindOf(step);
      const counts = shows.get(kind) ?? { fresh: 0, same: 0 };
      if (anythingNew) counts.fresh += 1;
      else counts.same += 1;
      shows.set(kind, counts);
    },
    trapOf(step, chain) {
      const fixed = staticTrap(step.url);
      if (fixed !== undefined) return fixed;
      const { path, names } = shapeOf(step.url);
      const sets = parameterSets.get(path);
      if (sets !== undefined && sets.size >= maxParameterSets && !sets.has(names)) return 'parameter-explosion';
      const kind = kindOf(step);
      const counts = shows.get(kind);
      if (counts !== undefined && counts.same >= maxNearDuplicates * Math.max(1, counts.fresh))
        return 'near-duplicates';
      if (chain.length >= maxChain && chain.slice(-maxChain).every((earlier) => kindOf(earlier) === kind)) {
        return 'endless-chain';
      }
      return undefined;
    },
  };
}
