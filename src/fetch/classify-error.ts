// Chooses a failure code for an error by its error code properties (Node, undici, OpenSSL, zlib). Never looks at message
// texts: they change between versions and languages.

import type { FailureCode } from '../model/crawl.ts';

/** Where in the exchange an error came: it decides what a cut connection means. */
export type FetchPhase = 'connect' | 'headers' | 'body';

const byPhase = (connect: FailureCode, headers: FailureCode, body: FailureCode): Record<FetchPhase, FailureCode> => ({
  connect,
  headers,
  body,
});
const cut = byPhase('connection-reset', 'connection-reset', 'truncated');
const late = byPhase('connect-timeout', 'response-timeout', 'body-timeout');

/** Error code (Node, undici, OpenSSL) → failure code. */
const codeTable: Readonly<Record<string, FailureCode | Record<FetchPhase, FailureCode>>> = {
  // Name resolution.
  ENOTFOUND: 'dns-not-found',
  ENODATA: 'dns-not-found',
  EAI_NONAME: 'dns-not-found',
  EAI_NODATA: 'dns-not-found',
  EAI_AGAIN: 'dns-temporary',
  EAI_FAIL: 'dns-temporary',
  ESERVFAIL: 'dns-temporary',
  ETIMEOUT: 'dns-temporary',
  EDNSTIMEOUT: 'dns-temporary',
  // Sockets.
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: cut,
  ECONNABORTED: cut,
  EPIPE: cut,
  ENETUNREACH: 'network-unreachable',
  EHOSTUNREACH: 'network-unreachable',
  ENETDOWN: 'network-unreachable',
  EHOSTDOWN: 'network-unreachable',
  EADDRNOTAVAIL: 'network-unreachable',
  ETIMEDOUT: late,
  // undici.
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'response-timeout',
  UND_ERR_BODY_TIMEOUT: 'body-timeout',
  UND_ERR_HEADERS_OVERFLOW: 'malformed-response',
  UND_ERR_SOCKET: cut,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'truncated',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_ABORTED: 'aborted',
  UND_ERR_ABORT: 'aborted',
  UND_ERR_CLOSED: 'aborted',
  UND_ERR_DESTROYED: 'aborted',
  ABORT_ERR: 'aborted',
  // Certificates (OpenSSL verify results and Node's own).
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  CRL_HAS_EXPIRED: 'tls-expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-untrusted',
  CERT_UNTRUSTED: 'tls-untrusted',
  CERT_REVOKED: 'tls-untrusted',
  CERT_REJECTED: 'tls-untrusted',
  CERT_CHAIN_TOO_LONG: 'tls-untrusted',
  INVALID_CA: 'tls-untrusted',
  INVALID_PURPOSE: 'tls-untrusted',
  PATH_LENGTH_EXCEEDED: 'tls-untrusted',
  CERT_SIGNATURE_FAILURE: 'tls-untrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-host',
  ERR_TLS_CERT_ALTNAME_FORMAT: 'tls-wrong-host',
  HOSTNAME_MISMATCH: 'tls-wrong-host',
  // Handshakes that no shared protocol or cipher ends well.
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-protocol',
  ERR_SSL_NO_PROTOCOLS_AVAILABLE: 'tls-protocol',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-protocol',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls-protocol',
  ERR_SSL_VERSION_TOO_LOW: 'tls-protocol',
  ERR_SSL_UNKNOWN_PROTOCOL: 'tls-protocol',
  ERR_SSL_NO_CIPHERS_AVAILABLE: 'tls-protocol',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'tls-protocol',
  ERR_SSL_SSL_TLS_ALERT_HANDSHAKE_FAILURE: 'tls-protocol',
  ERR_SSL_TLS_ALERT_HANDSHAKE_FAILURE: 'tls-protocol',
  ERR_SSL_TLS_ALERT_PROTOCOL_VERSION: 'tls-protocol',
  ERR_SSL_DH_KEY_TOO_SMALL: 'tls-protocol',
  ERR_SSL_EE_KEY_TOO_SMALL: 'tls-protocol',
  ERR_SSL_CA_MD_TOO_WEAK: 'tls-protocol',
  ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED: 'tls-protocol',
  ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED: 'tls-protocol',
  ERR_SSL_WRONG_SIGNATURE_TYPE: 'tls-protocol',
  // Content coding (zlib).
  ERR_BUFFER_TOO_LARGE: 'decompression-limit',
  Z_BUF_ERROR: 'truncated',
  Z_DATA_ERROR: 'bad-encoding',
  Z_NEED_DICT: 'bad-encoding',
  Z_STREAM_ERROR: 'bad-encoding',
};

/** Prefixes of code families where any member means the same. */
const familyTable: readonly (readonly [prefix: string, code: FailureCode])[] = [
  ['HPE_', 'malformed-response'],
  ['ERR_SSL_', 'tls-other'],
  ['ERR_TLS_', 'tls-other'],
  ['ERR__ERROR_FORMAT', 'bad-encoding'],
  ['ERR_BROTLI', 'bad-encoding'],
  ['ERR_PADDING', 'bad-encoding'],
  ['ZSTD_', 'bad-encoding'],
];

/**
 * Chooses a failure code for an error by the `code` properties of it, its `cause` chain and its aggregated errors.
 * Unknown errors are `internal`. `detail` is English, for logs: the code and the first line of the message.
 */
export function classifyError(error: unknown, phase: FetchPhase = 'headers'): { code: FailureCode; detail: string } {
  let found: FailureCode | undefined;
  let systemCode = '';
  for (const candidate of errorChain(error)) {
    const name = codeOf(candidate);
    if (name === '') continue;
    if (systemCode === '') systemCode = name;
    const entry = codeTable[name];
    const code = entry === undefined ? familyTable.find(([prefix]) => name.startsWith(prefix))?.[1] : entry;
    if (code === undefined) continue;
    found = typeof code === 'string' ? code : code[phase];
    systemCode = name;
    break;
  }
  const message = error instanceof Error ? error.message : String(error);
  const line = (message.split('\n')[0] ?? '').replace(threadOfOpenSsl, '').slice(0, 300);
  return {
    code: found ?? 'internal',
    detail: systemCode === '' || line.includes(systemCode) ? line : `${systemCode}: ${line}`,
  };
}

/** Before OpenSSL's own message: another one in each process, and two runs over the same bytes say the same. */
const threadOfOpenSsl = /\b[0-9A-F]{8,16}:(?=error:)/u;

function codeOf(error: unknown): string {
  if (error === null || typeof error !== 'object') return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // undici's parser errors carry a code only for some faults; their class name is as stable.
  if ('name' in error && error.name === 'HTTPParserError') return 'HPE_';
  return 'name' in error && error.name === 'AbortError' ? 'ABORT_ERR' : '';
}

function errorChain(error: unknown): unknown[] {
  const chain: unknown[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && chain.length < 20) {
    const next = queue.shift();
    if (next === null || typeof next !== 'object' || chain.includes(next)) continue;
    chain.push(next);
    if ('cause' in next) queue.push(next.cause);
    if ('errors' in next && Array.isArray(next.errors)) queue.push(...next.errors);
  }
  return chain;
}
