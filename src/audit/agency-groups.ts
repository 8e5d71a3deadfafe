// Which agencies must not be audited at once by two machines: those that share a registered host or a network address.
import { type AddressLookup, findAddresses } from '../fetch/find-addresses.ts';
import type { HostsMap } from '../fetch/hosts-file.ts';
import type { Agency } from '../model/registry.ts';
import { groupByKeys } from '../queue/group-by-keys.ts';

/** The group of each agency, in their order. An agency without a website is alone. */
export async function groupAgencies(
  agencies: readonly Agency[],
  hosts: HostsMap,
  lookup: AddressLookup,
): Promise<readonly string[]> {
  const places = agencies.map(registeredPlaces);
  const flat = places.flat();
  const addresses = await findAddresses(flat, hosts, lookup);
  let at = 0;
  const keys = places.map((own) => {
    const found = addresses.slice(at, at + own.length);
    at += own.length;
    return [...own.map(({ host }) => `host ${host}`), ...found.flat().map((address) => `address ${address}`)];
  });
  return groupByKeys(keys);
}

function registeredPlaces({ url, linkPage, extraHosts }: Agency): { host: string; port: number }[] {
  const urls = [url, linkPage, ...extraHosts.map((host) => `http://${host}/`)].flatMap((text) => {
    const parsed = text === undefined ? null : URL.parse(text);
    return parsed === null ? [] : [parsed];
  });
  return urls.map(({ hostname, port, protocol }) => ({
    host: hostname.replace(/\.$/, '').toLowerCase(),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  }));
}
