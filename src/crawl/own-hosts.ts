// Which hosts are the agency's own. Decides by the registry and host names alone; it asks nobody.
import { getDomain, getPublicSuffix } from 'tldts';
import type { Agency } from '../model/registry.ts';

/**
 * Hosts on which unrelated people have sites side by side: there only the agency's own folder is its own.
 * Value: how many path segments name the site.
 */
const sharedHosts: Readonly<Record<string, number>> = {
  'sites.google.com': 2,
  'facebook.com': 1,
  'm.facebook.com': 1,
  'web.facebook.com': 1,
  'youtube.com': 1,
  'drive.google.com': 3,
  'docs.google.com': 3,
  'line.me': 2,
  'linktr.ee': 1,
  'canva.com': 3,
};

export interface OwnHosts {
  /** Is this URL on the agency's website? */
  isOwn(url: string): boolean;
  /** Takes a host that answered for the registered address as the agency's own (moved site). */
  adopt(url: string): void;
  /** Could that host be adopted: is it a site of its own, not a platform everybody shares? */
  adoptable(url: string): boolean;
  /** Do both URLs lie under one registrable domain (`plan.x.go.th`, `www.x.go.th`)? */
  sameSite(a: string, b: string): boolean;
  /** `host` or `host:port`, in the order they were learned. */
  list(): readonly string[];
}

interface Rule {
  readonly host: string;
  readonly port?: string;
  readonly folder?: string;
  readonly subdomains: boolean;
}

/** Without its `www`. */
export const bareHost = (host: string): string => host.replace(/^www\d?\./, '');
const isAddress = (host: string): boolean => host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

function folderOf(url: URL): string | undefined {
  const segments = sharedHosts[bareHost(url.hostname)];
  if (segments === undefined) return undefined;
  return url.pathname
    .split('/')
    .slice(0, segments + 1)
    .join('/')
    .toLowerCase();
}

function ruleOf(url: URL): Rule {
  const host = bareHost(url.hostname);
  const folder = folderOf(url);
  if (folder !== undefined) return { host, folder, subdomains: false };
  // A bare address names a machine, and each port of it may be somebody else's.
  if (isAddress(url.hostname)) return { host, port: url.port, subdomains: false };
  // A public suffix (go.th, blogspot.com) as host is nobody's: its subdomains are other people's sites.
  const suffix = getPublicSuffix(host, { allowPrivateDomains: true });
  return { host, subdomains: suffix !== host };
}

/**
 * The agency's own hosts: that of `url` and of `linkPage` with and without `www`, their subdomains, and the registry's
 * `extraHosts` (a listed `host:port` only on that port). A sibling under a shared parent (`b.moph.go.th` for `a.moph.go.th`)
 * is not own: it may be another agency's, and only the registry can tell.
 */
export function createOwnHosts(agency: Agency): OwnHosts {
  const rules: Rule[] = [];
  const names: string[] = [];

  function add(rule: Rule, name: string): void {
    rules.push(rule);
    if (!names.includes(name)) names.push(name);
  }
  function addUrl(text: string): void {
    const url = parse(text);
    if (url !== null) add(ruleOf(url), url.host);
  }

  if (agency.url !== undefined) addUrl(agency.url);
  if (agency.linkPage !== undefined) addUrl(agency.linkPage);
  for (const entry of agency.extraHosts) {
    const url = parse(`http://${entry}/`);
    if (url === null) continue;
    const listedPort = /:(\d+)$/.exec(entry)?.[1];
    const rule =
      listedPort === undefined ? { host: bareHost(url.hostname), subdomains: ruleOf(url).subdomains } : undefined;
    add(rule ?? { host: bareHost(url.hostname), port: url.port, subdomains: false }, entry.toLowerCase());
  }

  /** Answers so far: a site's menu asks the same on every page. */
  const known = new Map<string, boolean>();
  function decide(text: string): boolean {
    const url = parse(text);
    if (url === null) return false;
    const host = bareHost(url.hostname);
    return rules.some((rule) => {
      if (rule.port !== undefined && rule.port !== url.port) return false;
      if (rule.folder !== undefined) {
        const path = `${url.pathname.toLowerCase()}/`;
        return host === rule.host && path.startsWith(rule.folder.endsWith('/') ? rule.folder : `${rule.folder}/`);
      }
      return host === rule.host || (rule.subdomains && host.endsWith(`.${rule.host}`));
    });
  }

  return {
    isOwn(text) {
      let own = known.get(text);
      if (own === undefined) {
        own = decide(text);
        known.set(text, own);
      }
      return own;
    },
    adopt(text) {
      addUrl(text);
      known.clear();
    },
    adoptable(text) {
      const url = parse(text);
      return url !== null && folderOf(url) === undefined;
    },
    sameSite(a, b) {
      const domain = getDomain(a, { allowPrivateDomains: true });
      return domain !== null && domain === getDomain(b, { allowPrivateDomains: true });
    },
    list: () => names,
  };
}
