// What one crawl of one agency yields, and what steers it. JSON-safe, so that a crawl can be stored and judged again.

import type { DocumentText, ExtractFailureCode, Link } from './document.ts';

/** Closed list of ways a request can fail; texts, fault and remedy of each are in fetch/failures.ts. */
export const failureCodes = [
  'no-website',
  'invalid-url',
  'unsupported-scheme',
  'dns-not-found',
  'dns-temporary',
  'connection-refused',
  'connection-reset',
  'network-unreachable',
  'connect-timeout',
  'response-timeout',
  'body-timeout',
  'tls-expired',
  'tls-self-signed',
  'tls-untrusted',
  'tls-wrong-host',
  'tls-incomplete-chain', // intermediate missing, chain completed through the certificate's AIA address
  'tls-protocol',
  'tls-other',
  'http-unauthorized', // 401, 407
  'http-forbidden', // 403 without a firewall's mark
  'http-not-found', // 404
  'http-gone', // 410
  'http-too-many-requests', // 429
  'http-client-error', // other 4xx
  'http-server-error', // 5xx
  'soft-404',
  'placeholder-page', // start page is the host's default, a parked domain, or a closed-for-works sign
  'empty-response', // 200 with no content
  'blocked', // firewall or challenge page
  'robots-disallowed',
  'robots-unreachable', // robots.txt answered with a server error: complete disallow by RFC 9309, cause in `detail`
  'address-refused', // private, loopback … address without --allow-address
  'too-large',
  'decompression-limit',
  'bad-encoding', // broken Content-Encoding
  'truncated', // shorter than announced, or reset in the middle
  'too-many-redirects',
  'redirect-invalid',
  'malformed-response', // not HTTP
  'aborted',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** One redirect hop: the URL asked, and what it answered. */
export interface Hop {
  readonly url: string;
  readonly status: number;
  readonly location: string;
}

export interface FetchFailure {
  readonly code: FailureCode;
  /** URL the failure happened on (after redirects). */
  readonly url: string;
  readonly status?: number;
  /** System or library error code and message in English, for logs and proof. */
  readonly detail: string;
  readonly hops: readonly Hop[];
  /** Response headers kept as proof, lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Firewall fingerprint id, for `blocked`. */
  readonly fingerprint?: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Worth another try later: the cause is not a statement of the server about this resource. */
  readonly transient: boolean;
  /** The server says definitely that this is not there (404, 410, soft 404). */
  readonly dead: boolean;
}

/** A successful response as kept for evidence. Bodies are kept elsewhere by `sha256`. */
export interface Capture {
  /** URL asked for. */
  readonly url: string;
  /** URL that answered, after redirects. */
  readonly finalUrl: string;
  readonly status: number;
  readonly hops: readonly Hop[];
  /** Lower-case names; `set-cookie` is dropped. */
  readonly headers: Readonly<Record<string, string>>;
  /** Media type by the header, lower case, without parameters; '' if absent. */
  readonly contentType: string;
  /** File name from Content-Disposition, decoded, if any. */
  readonly fileName?: string;
  /** Bytes of the body, decoded from Content-Encoding. */
  readonly bytes: number;
  /** Bytes as transferred. */
  readonly transferred: number;
  /** SHA-256 (hex) of the decoded body. */
  readonly sha256: string;
  /** ISO 8601 UTC. */
  readonly fetchedAt: string;
  /** Certificate faults seen and tolerated on the way, e.g. `tls-expired`. */
  readonly tlsFaults: readonly FailureCode[];
}

/** One step of a click path: the URL reached and the label clicked to reach it ('' for the start page). */
export interface PathStep {
  readonly url: string;
  readonly label: string;
}

/** A page or document that was fetched and read. */
export interface Page {
  /** 0-based, in the order of decisions; stable for the same site. */
  readonly id: number;
  /** Canonical URL asked for. */
  readonly url: string;
  readonly capture: Capture;
  readonly text: DocumentText;
  /** From the start page to here, both included. */
  readonly path: readonly PathStep[];
  /** Clicks from the start page; sitemap finds have the depth of their own. */
  readonly depth: number;
  /** The link that led here first; absent for entrances. */
  readonly via?: { readonly pageId: number; readonly link: Link };
  /** On a host that is neither the agency's nor listed for it. */
  readonly offSite: boolean;
  /** How it became known. `frame` pages are part of the page that frames them. */
  readonly role: 'start' | 'entrance' | 'link' | 'frame' | 'sitemap';
  /** Id of an earlier page with the same bytes: another address of the same content. */
  readonly duplicateOf?: number;
}

/** Something that could not be looked at or read: it may hold anything its labels allow. */
export interface Gap {
  readonly url: string;
  readonly path: readonly PathStep[];
  readonly via?: { readonly pageId: number; readonly link: Link };
  readonly offSite: boolean;
  /** Exactly one of the two. `fetch.code` `robots-disallowed`, `blocked` … `extract` when bytes came but could not be read. */
  readonly fetch?: FetchFailure;
  readonly extract?: UnreadableBody;
  /** The page needs a script to show its content and no browser was available. */
  readonly needsBrowser?: boolean;
}

/** An extraction failure with the capture it happened on (the target lives, its text is not readable). */
export interface UnreadableBody {
  readonly code: ExtractFailureCode;
  readonly detail: string;
  readonly capture: Capture;
  readonly media: string;
}

/** A candidate left in the frontier when the crawl stopped. */
export interface PendingLink {
  readonly url: string;
  readonly via: { readonly pageId: number; readonly link: Link };
  /** criterion id → rating 0–100 at the end. */
  readonly ratings: Readonly<Record<string, number>>;
  /** Not taken because it looks like a crawler trap. */
  readonly trap?: string;
}

export interface RequestRecord {
  readonly url: string;
  readonly finalUrl: string;
  readonly purpose: 'page' | 'robots' | 'sitemap' | 'control' | 'frame' | 'retry';
  readonly status?: number;
  readonly failure?: FailureCode;
  readonly bytes: number;
  /** Rating that made it the next one, and the criterion it was for. */
  readonly rating?: number;
  readonly criterion?: string;
}

/** Something about the site that stands beside the verdicts: certificate faults, scheme or host fallbacks, … */
export interface SiteNotice {
  readonly code:
    | FailureCode
    | 'http-only'
    | 'host-fallback'
    | 'scheme-fallback'
    | 'moved-host'
    | 'second-pass-recovered';
  readonly url: string;
  readonly detail: string;
}

export interface CrawlResult {
  readonly agencyId: string;
  /** Set when the start page itself could not be fetched: every criterion is `unknown` with this cause. */
  readonly unreachable?: FetchFailure;
  readonly pages: readonly Page[];
  readonly gaps: readonly Gap[];
  /** Unvisited candidates, best first (only those rated above 0 or refused as traps). */
  readonly pending: readonly PendingLink[];
  readonly requests: readonly RequestRecord[];
  readonly notices: readonly SiteNotice[];
  /** Host names (`host` or `host:port`) treated as the agency's own. */
  readonly ownHosts: readonly string[];
  /**
   * - `proven`: every criterion was proven;
   * - `exhausted`: nothing promising was left;
   * - `budget`: requests, bytes, time or depth spent (see `budget`);
   * - `unreachable`; `interrupted`: by the user.
   */
  readonly stopped: 'proven' | 'exhausted' | 'budget' | 'unreachable' | 'interrupted';
  readonly budget?: 'requests' | 'bytes' | 'time' | 'depth';
  /** Sum of transferred bytes. */
  readonly bytes: number;
}

/** How promising a link is, per criterion id, 0–100. 0 or absent = not promising for it. */
export type LinkRatings = Readonly<Record<string, number>>;

/** At or above this, a link could hold what a criterion wants and is followed while that criterion is open. */
export const promising = 20;

/**
 * - `plain`: nobody knows;
 * - `list`: news and other postings, where whatever is published may stand;
 * - `idle`: a page of the kind that every site has and that holds nothing wanted (contacts, staff, pictures).
 */
export type LookKind = 'plain' | 'list' | 'idle';

/** How far to look around. */
export type LookWidth = 'widely' | 'briefly';

/** What steers a crawl: implemented by judge/ over the packs, faked in crawl tests. Pure and deterministic. */
export interface CrawlGuide {
  /** Tells of a page read; may change `wanted`. Called in page id order. */
  observe(page: Page): void;
  /** Tells of a gap (something known but unreadable). */
  observeGap(gap: Gap): void;
  /** Criterion ids not yet proven, in pack order. Empty = stop. */
  wanted(): readonly string[];
  /**
   * How far the crawl has to look around, beyond what is promising, before what is wanted may be called absent: widely for
   * something required, else briefly. Without it, not at all.
   */
  looks?(): LookWidth | undefined;
  /** What a label that speaks for nothing wanted may lead to. */
  look?(link: Link): LookKind;
  /** Rates a link of a page that was observed. */
  rate(link: Link, from: Page): LinkRatings;
  /** Rates a bare URL (from a sitemap) without label. */
  rateUrl(url: string): LinkRatings;
}
