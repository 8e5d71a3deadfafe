import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { createAddressGuard, unmapAddress } from '../../src/fetch/address-guard.ts';
import { hostTarget, parseHostsFile } from '../../src/fetch/hosts-file.ts';
import { AddressRefusedError, createResolver } from '../../src/fetch/resolve.ts';
import { defaultFetchSettings } from '../../src/fetch/settings.ts';

describe('createAddressGuard', () => {
  const guard = createAddressGuard([]);
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.1.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    '100::1',
    '::127.0.0.1',
    '4000::1',
    'not-an-address',
    '',
  ])('%s is refused', (address) => {
    expect(guard.refusal(address)).toBeTypeOf('string');
  });
  test.each([
    '8.8.8.8',
    '122.154.141.226',
    '2001:4860:4860::8888',
    '2405:9800::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is let through', (address) => {
    expect(guard.refusal(address)).toBeUndefined();
  });

  test('named ranges are let through, and only they', () => {
    const some = createAddressGuard(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
    expect(some.refusal('127.0.0.1')).toBeUndefined();
    expect(some.refusal('::ffff:10.2.3.4')).toBeUndefined();
    expect(some.refusal('fd12::1')).toBeUndefined();
    expect(some.refusal('127.0.0.2')).toBe('loopback');
    expect(some.refusal('192.168.0.1')).toBe('private');
    expect(some.refusal('::1')).toBe('loopback');
  });

  test.each(['10.0.0.0/33', 'localhost', '', '10.0.0', 'x/8'])('bad range %j is the user’s mistake', (range) => {
    expect(() => createAddressGuard([range])).toThrow(UserError);
  });

  test('mapped addresses are contacted by their IPv4 form', () => {
    expect(unmapAddress('::ffff:8.8.8.8')).toBe('8.8.8.8');
    expect(unmapAddress('2001:db8::1')).toBe('2001:db8::1');
  });
});

describe('parseHostsFile', () => {
  test('reads /etc/hosts lines, ports, comments and Thai names', () => {
    const hosts = parseHostsFile(
      '\uFEFF# staging\n127.0.0.1 a.go.th A2.go.th # two\n\n127.0.0.1:8080\tb.go.th\n[::1]:8443 c.go.th:443\n::1 d.go.th\n10.0.0.1 ไทย.ไทย\n9.9.9.9 a.go.th\n',
      'hosts',
    );
    expect(hostTarget(hosts, 'A.go.th', 80)).toEqual({ address: '127.0.0.1' });
    expect(hostTarget(hosts, 'a2.go.th.', 80)).toEqual({ address: '127.0.0.1' });
    expect(hostTarget(hosts, 'b.go.th', 443)).toEqual({ address: '127.0.0.1', port: 8080 });
    expect(hostTarget(hosts, 'c.go.th', 443)).toEqual({ address: '::1', port: 8443 });
    expect(hostTarget(hosts, 'c.go.th', 80)).toBeUndefined();
    expect(hostTarget(hosts, 'd.go.th', 80)).toEqual({ address: '::1' });
    expect(hostTarget(hosts, new URL('http://ไทย.ไทย/').hostname, 80)).toEqual({ address: '10.0.0.1' });
    expect(hostTarget(hosts, 'sub.a.go.th', 80)).toBeUndefined();
  });

  test('all bad lines are named with their numbers', () => {
    try {
      parseHostsFile('127.0.0.1 a\nlocalhost b\n127.0.0.1\n127.0.0.1:99999 c\n127.0.0.1 d:0 http://e/\n', 'my-hosts');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      const { problems } = error as UserError;
      expect(problems.map(({ file, line, value }) => [file, line, value])).toEqual([
        ['my-hosts', 2, 'localhost'],
        ['my-hosts', 3, '127.0.0.1'],
        ['my-hosts', 4, '127.0.0.1:99999'],
        ['my-hosts', 5, 'd:0'],
        ['my-hosts', 5, 'http://e/'],
      ]);
    }
  });
});

describe('createResolver', () => {
  const resolver = (addresses: string[][], allow: string[] = []) => {
    let calls = 0;
    const lookup = async () => {
      const found = addresses[Math.min(calls, addresses.length - 1)]!;
      calls += 1;
      return found.map((address) => ({ address, family: address.includes(':') ? (6 as const) : (4 as const) }));
    };
    return { ...createResolver({ ...defaultFetchSettings, lookup }, createAddressGuard(allow)), calls: () => calls };
  };

  test('keeps only allowed addresses, IPv4 first', async () => {
    const { resolve } = resolver([['2001:4860:4860::8888', '10.0.0.1', '8.8.8.8']]);
    expect(await resolve('a.go.th', 80)).toEqual([
      { address: '8.8.8.8', family: 4, port: 80 },
      { address: '2001:4860:4860::8888', family: 6, port: 80 },
    ]);
  });

  test('a second answer with a private address is never seen: the first is kept', async () => {
    const rebinding = resolver([['8.8.8.8'], ['127.0.0.1']]);
    const first = await rebinding.resolve('evil.example', 80);
    expect(await rebinding.resolve('evil.example', 80)).toEqual(first);
    expect(rebinding.calls()).toBe(1);
  });

  test.each(['127.0.0.1', '[::1]', '[::ffff:7f00:1]', '169.254.169.254'])('literal %s is refused', async (host) => {
    await expect(resolver([[]]).resolve(host, 80)).rejects.toBeInstanceOf(AddressRefusedError);
  });

  test('a name with private addresses only is refused; one without any is not found', async () => {
    await expect(resolver([['10.0.0.1', '::1']]).resolve('a', 80)).rejects.toBeInstanceOf(AddressRefusedError);
    await expect(resolver([[]]).resolve('a', 80)).rejects.toMatchObject({ code: 'ENODATA' });
  });
});
