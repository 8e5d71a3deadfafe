import { once } from 'node:events';
import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer as createRawServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFetcher, type FetchOutcome } from '../../src/fetch/fetcher.ts';
import { parseHostsFile } from '../../src/fetch/hosts-file.ts';
import { defaultFetchSettings, type FetchSettings } from '../../src/fetch/settings.ts';
import { makeCertificate } from './certificates.ts';

const day = 86_400_000;
const root = makeCertificate({ name: 'Test Root', authority: true });
const intermediate = makeCertificate({ name: 'Test Intermediate', authority: true, issuer: root });
const upper = makeCertificate({ name: 'Upper', authority: true, issuer: root });
const lower = makeCertificate({
  name: 'Lower',
  authority: true,
  issuer: upper,
  issuerUrl: 'http://aia.test/upper.cer',
});
const stranger = makeCertificate({ name: 'Stranger Root', authority: true });
const past = { notBefore: new Date(Date.now() - 90 * day), notAfter: new Date(Date.now() - 30 * day) };
const leaf = (host: string, more: Partial<Parameters<typeof makeCertificate>[0]> = {}) =>
  makeCertificate({ name: host, dnsNames: [host], issuer: root, ...more });

/** Host → the certificate its server shows, and further server options. */
const sites: Record<
  string,
  { readonly certificate: ReturnType<typeof leaf>; readonly chain?: string; readonly options?: ServerOptions }
> = {
  'good.test': { certificate: leaf('good.test') },
  'chained.test': { certificate: leaf('chained.test', { issuer: intermediate }), chain: intermediate.pem },
  'expired.test': { certificate: leaf('expired.test', past) },
  'future.test': { certificate: leaf('future.test', { notBefore: new Date(Date.now() + day) }) },
  'self.test': { certificate: makeCertificate({ name: 'self.test', dnsNames: ['self.test'] }) },
  'stranger.test': { certificate: leaf('stranger.test', { issuer: stranger }) },
  'wrong.test': { certificate: leaf('other.test') },
  'worst.test': { certificate: makeCertificate({ name: 'x', dnsNames: ['other.test'], ...past }) },
  'incomplete.test': {
    certificate: leaf('incomplete.test', { issuer: intermediate, issuerUrl: 'http://aia.test/intermediate.cer' }),
  },
  'deep.test': { certificate: leaf('deep.test', { issuer: lower, issuerUrl: 'http://aia.test/lower.cer' }) },
  'lost.test': { certificate: leaf('lost.test', { issuer: intermediate }) },
  'aia-gone.test': {
    certificate: leaf('aia-gone.test', { issuer: intermediate, issuerUrl: 'http://aia.test/nothing.cer' }),
  },
  'aia-private.test': {
    certificate: leaf('aia-private.test', { issuer: intermediate, issuerUrl: 'http://10.0.0.1/i.cer' }),
  },
  'aia-liar.test': {
    certificate: leaf('aia-liar.test', { issuer: stranger, issuerUrl: 'http://aia.test/stranger.cer' }),
  },
  'incomplete-expired.test': {
    certificate: leaf('incomplete-expired.test', {
      issuer: intermediate,
      issuerUrl: 'http://aia.test/intermediate.cer',
      ...past,
    }),
  },
  'old.test': {
    certificate: leaf('old.test'),
    options: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' },
  },
};
const downloads: Record<string, Buffer | string> = {
  '/intermediate.cer': intermediate.der,
  '/lower.cer': lower.der,
  '/upper.cer': upper.pem,
  '/stranger.cer': stranger.der,
};

const servers: Server[] = [];
const lines: string[] = [];
let issuerDownloads: string[] = [];

async function listen(server: Server, host: string): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  lines.push(`127.0.0.1:${(server.address() as AddressInfo).port} ${host}`);
}

beforeAll(async () => {
  for (const [host, { certificate, chain = '', options = {} }] of Object.entries(sites)) {
    const server = createServer(
      { key: certificate.keyPem, cert: certificate.pem + chain, ...options },
      (request, response) => {
        if (request.url === '/to-good') response.writeHead(302, { location: 'https://good.test/' }).end();
        else
          response
            .writeHead(request.url === '/robots.txt' ? 404 : 200, { 'content-type': 'text/html' })
            .end(`<p>${request.headers.host}</p>`);
      },
    );
    await listen(server as unknown as Server, host);
  }
  const aia = createPlainServer((request, response) => {
    issuerDownloads.push(request.url ?? '');
    const body = downloads[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await listen(aia, 'aia.test');
  const mute = createRawServer((socket) => socket.on('error', () => {}));
  await listen(mute as unknown as Server, 'mute.test');
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function get(
  host: string,
  overrides: Partial<FetchSettings> = {},
  url = `https://${host}/`,
): Promise<FetchOutcome & { state: unknown }> {
  const fetcher = createFetcher({
    ...defaultFetchSettings,
    minDelayMs: 0,
    perAddress: 10,
    allowAddresses: ['127.0.0.1'],
    hosts: parseHostsFile(lines.join('\n'), 'tls'),
    extraRoots: [root.pem],
    ...overrides,
  });
  issuerDownloads = [];
  const outcome = await fetcher.fetch(url);
  const state = fetcher.tlsState(url);
  await fetcher.close();
  return { ...outcome, state };
}

const table: readonly (readonly [host: string, faults: readonly string[], strict: 'ok' | string])[] = [
  ['good.test', [], 'ok'],
  ['chained.test', [], 'ok'],
  ['expired.test', ['tls-expired'], 'tls-expired'],
  ['future.test', ['tls-expired'], 'tls-expired'],
  ['self.test', ['tls-self-signed'], 'tls-self-signed'],
  ['stranger.test', ['tls-untrusted'], 'tls-untrusted'],
  ['wrong.test', ['tls-wrong-host'], 'tls-wrong-host'],
  ['worst.test', ['tls-expired', 'tls-self-signed', 'tls-wrong-host'], 'tls-expired'],
  ['incomplete.test', ['tls-incomplete-chain'], 'ok'],
  ['deep.test', ['tls-incomplete-chain'], 'ok'],
  ['lost.test', ['tls-untrusted'], 'tls-untrusted'],
  ['aia-gone.test', ['tls-untrusted'], 'tls-untrusted'],
  ['aia-private.test', ['tls-untrusted'], 'tls-untrusted'],
  ['aia-liar.test', ['tls-untrusted'], 'tls-untrusted'],
  ['incomplete-expired.test', ['tls-expired'], 'tls-expired'],
  ['old.test', ['tls-protocol'], 'tls-protocol'],
];

describe('certificate faults', () => {
  test.each(table)('%s: the page is read, the faults are %j', async (host, faults) => {
    const outcome = await get(host);
    expect(outcome).toMatchObject({ ok: true, capture: { tlsFaults: faults, finalUrl: `https://${host}/` } });
    expect(outcome.ok && outcome.body.toString()).toBe(`<p>${host}</p>`);
  });

  test.each(table)('%s strictly', async (host, _faults, strict) => {
    const outcome = await get(host, { tls: 'strict' });
    expect(outcome.ok ? 'ok' : outcome.failure.code).toBe(strict);
  });

  test('without the extra root nothing of it is trusted', async () => {
    expect(await get('good.test', { extraRoots: [] })).toMatchObject({
      ok: true,
      capture: { tlsFaults: ['tls-untrusted'] },
    });
  });

  test('an issuer is downloaded once a fetcher, step by step', async () => {
    await get('incomplete.test');
    expect(issuerDownloads).toEqual(['/intermediate.cer']);
    await get('deep.test');
    expect(issuerDownloads).toEqual(['/lower.cer', '/upper.cer']);
  });

  test('the state names protocol, subject, issuer and end of validity', async () => {
    expect((await get('expired.test')).state).toMatchObject({
      protocol: 'TLSv1.3',
      faults: ['tls-expired'],
      subject: 'expired.test',
      issuer: 'Test Root',
      validTo: new Date(Math.floor(past.notAfter.getTime() / 1000) * 1000).toISOString(),
    });
    expect((await get('old.test')).state).toMatchObject({ protocol: 'TLSv1.1' });
  });

  test('faults met on the way of a redirect are kept', async () => {
    const outcome = await get('good.test', {}, 'https://expired.test/to-good');
    expect(outcome).toMatchObject({
      ok: true,
      capture: { finalUrl: 'https://good.test/', tlsFaults: ['tls-expired'] },
    });
  });

  test('a server that never shakes hands', async () => {
    expect(await get('mute.test', { connectTimeoutMs: 150 })).toMatchObject({
      ok: false,
      failure: { code: 'connect-timeout' },
    });
  });

  test('a plain HTTP server asked by https', async () => {
    expect(await get('aia.test')).toMatchObject({ ok: false, failure: { code: 'tls-protocol' } });
  });
});
