// Reads a hosts file: names to contact at a fixed address instead of asking the DNS, for staging servers and tests.
// Form of /etc/hosts, and more: `address[:port] name[:port] …`. May not relax the address guard.

import { isIP } from 'node:net';
import { type Problem, UserError } from '../errors.ts';

/** Where a mapped host is contacted. Without `port` the URL's own port is used. */
export interface HostTarget {
  readonly address: string;
  readonly port?: number;
}

/** Key: `host`, or `host:port` for one port of the host only; lower case. */
export type HostsMap = ReadonlyMap<string, HostTarget>;

/**
 * Parses a hosts file. Lines: `127.0.0.1 a.go.th`, `127.0.0.1:8080 a.go.th b.go.th` (both http and https of the names go
 * to port 8080), `[::1]:8443 a.go.th:443` (only port 443 of a.go.th). `#` starts a comment. The first entry of a name wins.
 * @throws UserError naming every bad line.
 */
export function parseHostsFile(text: string, path: string): HostsMap {
  const hosts = new Map<string, HostTarget>();
  const problems: Problem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [index, raw] of lines.entries()) {
    const words = raw
      .replace(/#.*$/, '')
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '');
    const [first, ...names] = words;
    if (first === undefined) continue;
    const problem = (value: string, message: string) => problems.push({ file: path, line: index + 1, value, message });
    const target = parseTarget(first);
    if (target === undefined) {
      problem(first, 'Expected an IPv4 or IPv6 address, with an optional port (127.0.0.1:8080, [::1]:8080).');
      continue;
    }
    if (names.length === 0) problem(first, 'Expected at least one host name after the address.');
    for (const name of names) {
      const key = parseName(name);
      if (key === undefined) problem(name, 'Expected a host name, with an optional port.');
      else if (!hosts.has(key)) hosts.set(key, target);
    }
  }
  if (problems.length > 0) {
    throw new UserError('hosts-file', `The hosts file ${path} cannot be used.`, {
      problems,
      hint: 'Each line: an address, then host names, as in /etc/hosts.',
    });
  }
  return hosts;
}

/** The target of a URL's host and port in the map, if any. */
export function hostTarget(hosts: HostsMap, host: string, port: number): HostTarget | undefined {
  const name = host.replace(/\.$/, '').toLowerCase();
  return hosts.get(`${name}:${port}`) ?? hosts.get(name);
}

function parseTarget(word: string): HostTarget | undefined {
  if (isIP(word) !== 0) return { address: word };
  const match = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5})$/.exec(word);
  const address = match?.[1] ?? match?.[2];
  if (address === undefined) {
    const bare = /^\[([^\]]+)\]$/.exec(word)?.[1];
    return bare !== undefined && isIP(bare) === 6 ? { address: bare } : undefined;
  }
  const port = Number(match?.[3]);
  if (isIP(address) === 0 || port < 1 || port > 65_535) return undefined;
  return { address, port };
}

function parseName(word: string): string | undefined {
  const match = /^([^\s:/?#@[\]]+)(?::(\d{1,5}))?$/.exec(word);
  if (match?.[1] === undefined) return undefined;
  const port = match[2] === undefined ? undefined : Number(match[2]);
  if (port !== undefined && (port < 1 || port > 65_535)) return undefined;
  let host: string;
  try {
    // The URL algorithm turns Thai names into the punycode that requests carry.
    host = new URL(`http://${match[1]}/`).hostname.replace(/\.$/, '');
  } catch {
    return undefined;
  }
  return port === undefined ? host : `${host}:${port}`;
}
