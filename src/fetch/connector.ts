// Opens the sockets undici sends requests over: only to addresses the guard let through, with certificate faults recorded or
// refused, old TLS versions and missing intermediates tried once. Sends no HTTP itself.

import { constants, X509Certificate } from 'node:crypto';
import { isIP, Socket } from 'node:net';
import {
  checkServerIdentity,
  createSecureContext,
  getCACertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { buildConnector } from 'undici';
import type { FailureCode } from '../model/crawl.ts';
import { classifyError } from './classify-error.ts';
import { issuerUrl, pemOfIssuer } from './issuer-certificate.ts';
import type { Endpoint, Resolver } from './resolve.ts';
import type { FetchSettings } from './settings.ts';

/** What was seen of a TLS server, kept per `host:port`. */
export interface TlsState {
  readonly protocol: string;
  readonly faults: readonly FailureCode[];
  /** Subject and issuer common names and validity of the leaf, for reports. */
  readonly subject: string;
  readonly issuer: string;
  readonly validTo: string;
}

/** An error while connecting; the cause carries the code. */
export class ConnectError extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'ConnectError';
  }
}

/** A certificate fault under `tls: 'strict'`. */
class CertificateError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

type Variant = { readonly legacy: boolean; readonly intermediates: readonly string[] };

export interface ConnectorParts {
  readonly settings: Pick<FetchSettings, 'connectTimeoutMs' | 'tls' | 'extraRoots' | 'now'>;
  readonly resolver: Resolver;
  /** TLS findings per `host:port`, filled here. */
  readonly tlsStates: Map<string, TlsState>;
  /** Ways of connecting that worked, per `host:port`, so that a detour is made once. */
  readonly variants: Map<string, Variant>;
  /** Sockets that are being opened, so that closing need not wait for their time-outs. */
  readonly opening: Set<Socket>;
  /** Downloads an issuer's certificate (http URL), guarded and capped; undefined when it cannot be had. */
  readonly fetchIssuer: (url: string) => Promise<Buffer | undefined>;
}

/** Error codes after which the next address of the host is tried. */
const nextAddressCodes = new Set<FailureCode>(['connection-refused', 'connect-timeout', 'network-unreachable']);
/** Longest chain of missing intermediates that is followed. */
const maxIntermediates = 3;
const missingIssuer = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
const modern: Variant = { legacy: false, intermediates: [] };

/** A connector for undici's Agent. `timeoutFactor` multiplies the connection time-out. */
export function createConnector(parts: ConnectorParts, timeoutFactor: number): buildConnector.connector {
  const timeout = parts.settings.connectTimeoutMs * timeoutFactor;
  const plain = buildConnector({ timeout, allowH2: false });
  const contexts = new Map<string, SecureContext>();

  function secureContext(variant: Variant): SecureContext {
    const key = `${variant.legacy} ${variant.intermediates.join('')}`;
    let context = contexts.get(key);
    if (context === undefined) {
      const roots = [...parts.settings.extraRoots, ...variant.intermediates];
      context = createSecureContext({
        ...(roots.length > 0 ? { ca: [...getCACertificates('default'), ...roots] } : {}),
        ...(variant.legacy
          ? {
              minVersion: 'TLSv1' as const,
              ciphers: 'DEFAULT:@SECLEVEL=0',
              secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
            }
          : {}),
      });
      contexts.set(key, context);
    }
    return context;
  }

  function openTls(host: string, endpoint: Endpoint, variant: Variant): Promise<TLSSocket> {
    // Verification is switched off so that its result can be read, recorded and decided on below; never ignored.
    const connect = buildConnector({
      timeout,
      allowH2: false,
      maxCachedSessions: 0,
      rejectUnauthorized: false,
      secureContext: secureContext(variant),
    });
    return open(connect, parts.opening, 'https:', endpoint, isIP(host) === 0 ? host : undefined) as Promise<TLSSocket>;
  }

  async function connectTls(host: string, endpoint: Endpoint, key: string): Promise<TLSSocket> {
    let variant = parts.variants.get(key) ?? modern;
    let socket: TLSSocket;
    try {
      socket = await openTls(host, endpoint, variant);
    } catch (error) {
      const { code } = classifyError(error, 'connect');
      const worthLegacy = code === 'tls-protocol' || code === 'tls-other' || code === 'connection-reset';
      if (variant.legacy || !worthLegacy) throw error;
      variant = { ...variant, legacy: true };
      try {
        socket = await openTls(host, endpoint, variant);
      } catch {
        throw error;
      }
    }
    let incomplete = variant.intermediates.length > 0;
    if (!incomplete && missingIssuer.has(verifyCode(socket))) {
      const completed = await completeChain(host, endpoint, socket, variant);
      if (completed !== undefined) {
        socket = completed.socket;
        variant = completed.variant;
        incomplete = true;
      }
    }
    const certificate = peerCertificate(socket);
    const faults = faultsOf(host, socket, certificate, variant, parts.settings.now());
    if (incomplete) faults.push('tls-incomplete-chain');
    // A completed chain is a trusted one: browsers complete it the same way.
    const grave = faults.find((fault) => fault !== 'tls-incomplete-chain');
    if (parts.settings.tls === 'strict' && grave !== undefined) {
      socket.destroy();
      throw new CertificateError(strictCode(socket, grave), `certificate of ${host}: ${verifyCode(socket) || grave}`);
    }
    parts.variants.set(key, variant);
    parts.tlsStates.set(key, stateOf(socket, certificate, faults));
    return socket;
  }

  /** Follows the AIA addresses upwards and connects again with what they gave; undefined when the chain stays incomplete. */
  async function completeChain(
    host: string,
    endpoint: Endpoint,
    first: TLSSocket,
    variant: Variant,
  ): Promise<{ socket: TLSSocket; variant: Variant } | undefined> {
    const intermediates: string[] = [];
    let url = issuerUrl(first.getPeerCertificate(true));
    while (url !== undefined && intermediates.length < maxIntermediates) {
      const der = await parts.fetchIssuer(url);
      const issuer = der === undefined ? undefined : pemOfIssuer(der);
      if (issuer === undefined) return undefined;
      intermediates.push(issuer.pem);
      const tried: Variant = { ...variant, intermediates: [...intermediates] };
      const socket = await openTls(host, endpoint, tried).catch(() => undefined);
      if (socket !== undefined && !missingIssuer.has(verifyCode(socket))) {
        first.destroy();
        return { socket, variant: tried };
      }
      socket?.destroy();
      url = issuer.issuerUrl;
    }
    return undefined;
  }

  async function connect(options: buildConnector.Options): Promise<Socket | TLSSocket> {
    const secure = options.protocol === 'https:';
    const host = options.hostname.replace(/^\[|\]$/g, '');
    const port = Number(options.port) || (secure ? 443 : 80);
    const endpoints = await parts.resolver.resolve(options.hostname, port);
    let failure: unknown;
    for (const endpoint of endpoints.slice(0, 3)) {
      try {
        return secure
          ? await connectTls(host, endpoint, `${options.hostname}:${port}`)
          : await open(plain, parts.opening, 'http:', endpoint, undefined);
      } catch (error) {
        failure ??= error;
        if (!nextAddressCodes.has(classifyError(error, 'connect').code)) break;
      }
    }
    throw failure;
  }

  return (options, callback) => {
    connect(options).then(
      (socket) => callback(null, socket),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        callback(new ConnectError(message, error), null);
      },
    );
  };
}

/** Connects to exactly the endpoint's address; the host name only goes into the TLS handshake. */
function open(
  connect: buildConnector.connector,
  opening: Set<Socket>,
  protocol: string,
  endpoint: Endpoint,
  servername: string | undefined,
): Promise<Socket | TLSSocket> {
  return new Promise((resolve, reject) => {
    const options = { protocol, hostname: endpoint.address, host: endpoint.address, port: String(endpoint.port) };
    // undici's connectors return the socket, though their type does not say so.
    const started = connect(servername === undefined ? options : { ...options, servername }, (error, socket) => {
      if (started instanceof Socket) opening.delete(started);
      if (error !== null) reject(error);
      else resolve(socket as Socket);
    }) as unknown;
    if (started instanceof Socket) opening.add(started);
  });
}

function verifyCode(socket: TLSSocket): string {
  const error: unknown = socket.authorizationError;
  if (error === null || error === undefined) return '';
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
}

/** From the raw bytes: getPeerX509Certificate gives its certificate only once a connection. */
function peerCertificate(socket: TLSSocket): X509Certificate | undefined {
  const { raw } = socket.getPeerCertificate();
  return raw === undefined ? undefined : new X509Certificate(raw);
}

/** All faults of the certificate: OpenSSL names only the first. */
function faultsOf(
  host: string,
  socket: TLSSocket,
  certificate: X509Certificate | undefined,
  variant: Variant,
  now: number,
): FailureCode[] {
  const faults = new Set<FailureCode>();
  const code = verifyCode(socket);
  if (code !== '') {
    const found = classifyError({ code, message: code }, 'connect').code;
    faults.add(found.startsWith('tls-') ? found : 'tls-other');
  }
  if (certificate !== undefined) {
    if (Date.parse(certificate.validTo) < now || Date.parse(certificate.validFrom) > now) faults.add('tls-expired');
    // OpenSSL reports one fault only, and an expired date hides the missing trust.
    if (code !== '' && certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey))
      faults.add('tls-self-signed');
    if (checkServerIdentity(host, certificate.toLegacyObject()) !== undefined) faults.add('tls-wrong-host');
  }
  const protocol = socket.getProtocol();
  if (variant.legacy && (protocol === 'TLSv1' || protocol === 'TLSv1.1' || protocol === 'SSLv3'))
    faults.add('tls-protocol');
  else if (variant.legacy) faults.add('tls-other');
  return [...faults];
}

/** An error code that classifies as the given fault. */
function strictCode(socket: TLSSocket, fault: FailureCode): string {
  const code = verifyCode(socket);
  if (code !== '' && classifyError({ code, message: code }, 'connect').code === fault) return code;
  const codes: Partial<Record<FailureCode, string>> = {
    'tls-expired': 'CERT_HAS_EXPIRED',
    'tls-wrong-host': 'ERR_TLS_CERT_ALTNAME_INVALID',
    'tls-protocol': 'ERR_SSL_UNSUPPORTED_PROTOCOL',
  };
  return codes[fault] ?? 'ERR_SSL_OTHER';
}

function stateOf(
  socket: TLSSocket,
  certificate: X509Certificate | undefined,
  faults: readonly FailureCode[],
): TlsState {
  const commonName = (name: string | undefined) => /(?:^|\n)CN=([^\n]*)/.exec(name ?? '')?.[1] ?? '';
  return {
    protocol: socket.getProtocol() ?? '',
    faults,
    subject: commonName(certificate?.subject),
    issuer: commonName(certificate?.issuer),
    validTo: certificate === undefined ? '' : new Date(certificate.validTo).toISOString(),
  };
}
