// Decides which network addresses may be contacted: public ones, and the ranges the user named. Pure; resolves nothing.

import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { UserError } from '../errors.ts';

export interface AddressGuard {
  /** Why the address may not be contacted (name of its range), or undefined when it may. */
  refusal(address: string): string | undefined;
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

/**
 * Guard that lets public unicast addresses and the given ranges through.
 * @param allow CIDR ranges or single addresses (`10.0.0.0/8`, `127.0.0.1`, `::1`).
 * @throws UserError on a bad range.
 */
export function createAddressGuard(allow: readonly string[]): AddressGuard {
  const ranges = allow.map(parseRange);
  return {
    refusal(address) {
      const parsed = parse(address);
      if (parsed === undefined) return 'not an address';
      if (ranges.some((range) => inRange(parsed, range))) return undefined;
      return refusedRange(parsed);
    },
  };
}

/** An IPv4-mapped IPv6 address as its IPv4 address; any other unchanged. Scope ids are kept. */
export function unmapAddress(address: string): string {
  const parsed = parse(address);
  return parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() ? parsed.toIPv4Address().toString() : address;
}

function refusedRange(address: Address): string | undefined {
  if (address instanceof ipaddr.IPv4) {
    const range = address.range();
    return range === 'unicast' ? undefined : range;
  }
  const embedded = embeddedIpv4(address);
  if (embedded !== undefined) return refusedRange(embedded);
  // Only 2000::/3 is assigned for global unicast; ipaddr.js calls any unlisted range unicast.
  const range = address.range();
  if (range !== 'unicast') return range;
  return (address.parts[0]! & 0xe000) === 0x2000 ? undefined : 'reserved';
}

/** The IPv4 address behind a translated IPv6 one: mapped, NAT64 (RFC 6052, RFC 8215), SIIT. 6to4 and Teredo are refused as such. */
function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const range = address.range();
  const parts = address.parts;
  const localNat64 = parts[0] === 0x64 && parts[1] === 0xff9b && parts[2] === 1;
  if (range !== 'ipv4Mapped' && range !== 'rfc6145' && range !== 'rfc6052' && !localNat64) return undefined;
  const [high, low] = [parts[6]!, parts[7]!];
  return new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff]);
}

function inRange(address: Address, [network, bits]: Range): boolean {
  if (address instanceof ipaddr.IPv6 && network instanceof ipaddr.IPv4) {
    const embedded = embeddedIpv4(address);
    return embedded?.match(network, bits) ?? false;
  }
  return address.kind() === network.kind() && address.match([network, bits] as never);
}

function parseRange(text: string): Range {
  try {
    // The library also takes short forms such as 10.1, which mean something else to most people.
    if (isIP(text.trim().replace(/\/.*$/, '')) === 0) throw new Error('not an address');
    if (text.includes('/')) return ipaddr.parseCIDR(text.trim());
    const address = ipaddr.parse(text.trim());
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    throw new UserError('address-range', `“${text}” is not an address range.`, {
      hint: 'Give an address or a CIDR range, such as 127.0.0.1, 10.0.0.0/8 or fd00::/8.',
      problems: [{ field: '--allow-address', value: text, message: 'Expected an IPv4 or IPv6 address or CIDR range.' }],
    });
  }
}

function parse(address: string): Address | undefined {
  return ipaddr.isValid(address) ? ipaddr.parse(address.replace(/%.*$/, '')) : undefined;
}
