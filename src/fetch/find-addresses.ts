// Network addresses of many host names at once, for grouping what shares a server. Asks the name servers directly: the system's
// own lookup does a few at a time only, and a dead name server would hold up thousands. Contacts no website.
import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import pLimit from 'p-limit';
import { type HostsMap, hostTarget } from './hosts-file.ts';

/** IPv4 and IPv6 addresses of a name; empty when it has none or nobody answers. Never rejects. */
export type AddressLookup = (host: string) => Promise<readonly string[]>;

const lookupsAtOnce = 64;
const lookupMs = 3000;

/** Asks the name servers of the system, each question once more after three seconds. */
export function nameServerLookup(): AddressLookup {
  const resolver = new Resolver({ timeout: lookupMs, tries: 2 });
  return async (host) => {
    const answers = await Promise.all([
      resolver.resolve4(host).catch(() => []),
      resolver.resolve6(host).catch(() => []),
    ]);
    return answers.flat();
  };
}

/**
 * Where each `host:port` leads: addresses, with the port where the hosts map names one (another port is another server then).
 * `hosts` stands before the lookup.
 */
export async function findAddresses(
  places: readonly { readonly host: string; readonly port: number }[],
  hosts: HostsMap,
  lookup: AddressLookup,
): Promise<readonly (readonly string[])[]> {
  const turns = pLimit(lookupsAtOnce);
  const known = new Map<string, Promise<readonly string[]>>();
  return Promise.all(
    places.map(({ host, port }) => {
      const target = hostTarget(hosts, host, port);
      if (target !== undefined) {
        return [target.port === undefined ? target.address : `${target.address}:${target.port}`];
      }
      const literal = host.replace(/^\[|\]$/g, '');
      if (isIP(literal) !== 0) return [literal];
      let found = known.get(host);
      if (found === undefined) {
        found = turns(() => lookup(host));
        known.set(host, found);
      }
      return found;
    }),
  );
}
