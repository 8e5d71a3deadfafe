// Turns a host into the addresses that may be contacted: hosts file, literal or DNS, checked by the address guard and kept
// for a while, so that what was checked is exactly what is connected to. Opens no connections.

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import pLimit from 'p-limit';
import { type AddressGuard, unmapAddress } from './address-guard.ts';
import { hostTarget } from './hosts-file.ts';
import type { FetchSettings, LookupAddress } from './settings.ts';

/** A checked place to connect to. */
export interface Endpoint {
  readonly address: string;
  readonly family: 4 | 6;
  readonly port: number;
}

/**
 * Names looked up at once. The system's lookup runs on half of Node's few worker threads; more would queue there unseen, and
 * a handful of dead name servers would time out the lookups of living names behind them.
 */
const lookupsAtOnce = 2;

/** All addresses of the host were refused by the guard. */
export class AddressRefusedError extends Error {
  readonly code = 'ADDRESS_REFUSED';
}

export interface Resolver {
  /** Endpoints in the order to try; at least one. Rejects with AddressRefusedError or the lookup's error. */
  resolve(host: string, port: number): Promise<readonly Endpoint[]>;
}

/** Resolver over the settings' hosts map and lookup. `host` is a URL hostname (IPv6 literals in brackets). */
export function createResolver(
  settings: Pick<FetchSettings, 'hosts' | 'lookup' | 'monotonic' | 'addressTtlMs' | 'connectTimeoutMs'>,
  guard: AddressGuard,
): Resolver {
  const turns = pLimit(lookupsAtOnce);
  const cache = new Map<string, { readonly until: number; readonly addresses: Promise<readonly LookupAddress[]> }>();

  function lookupCached(host: string): Promise<readonly LookupAddress[]> {
    const known = cache.get(host);
    if (known !== undefined && known.until > settings.monotonic()) return known.addresses;
    const addresses = lookupInTurn(host);
    // A failed lookup is not kept: the second pass must be able to succeed.
    addresses.catch(() => cache.delete(host));
    cache.set(host, { until: settings.monotonic() + settings.addressTtlMs, addresses });
    return addresses;
  }

  /** The time-out starts with the lookup, and its place is held until the system has truly ended it. */
  function lookupInTurn(host: string): Promise<readonly LookupAddress[]> {
    return new Promise((resolve, reject) => {
      void turns(() => {
        const found = settings.lookup(host);
        withTimeout(found, settings.connectTimeoutMs).then(resolve, reject);
        return found.catch(() => []);
      });
    });
  }

  return {
    async resolve(host, port) {
      const target = hostTarget(settings.hosts, host, port);
      const literal = target?.address ?? host.replace(/^\[|\]$/g, '');
      const addresses =
        isIP(literal) === 0 ? await lookupCached(host) : [{ address: literal, family: familyOf(literal) }];
      const endpoints: Endpoint[] = [];
      const refused: string[] = [];
      for (const found of addresses) {
        const address = unmapAddress(found.address);
        const reason = guard.refusal(address);
        if (reason === undefined) endpoints.push({ address, family: familyOf(address), port: target?.port ?? port });
        else refused.push(`${found.address} (${reason})`);
      }
      if (endpoints.length > 0) {
        // IPv4 first: every Thai agency has it, and a machine without IPv6 must not lose time.
        return endpoints.sort((a, b) => a.family - b.family);
      }
      if (refused.length > 0) throw new AddressRefusedError(`${host} is ${refused.join(', ')}`);
      throw Object.assign(new Error(`${host} has no address`), { code: 'ENODATA' });
    },
  };
}

/** The operating system's name lookup. */
export async function systemLookup(host: string): Promise<readonly LookupAddress[]> {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

const familyOf = (address: string): 4 | 6 => (isIP(address) === 6 ? 6 : 4);

function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(Object.assign(new Error(`name lookup took longer than ${ms} ms`), { code: 'EDNSTIMEOUT' }));
    }, ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
