// Reads where a certificate says its issuer's certificate can be had (Authority Information Access), and what came from
// there. Pure; downloads nothing.

import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls';

/** The http address of the issuer of the last certificate the server sent, if it names one. */
export function issuerUrl(chain: DetailedPeerCertificate | PeerCertificate): string | undefined {
  let last = chain as DetailedPeerCertificate;
  for (let depth = 0; depth < 10; depth += 1) {
    const next = last.issuerCertificate;
    if (next === undefined || next === last || next.fingerprint256 === last.fingerprint256) break;
    last = next;
  }
  return last.raw === undefined ? undefined : urlOf(new X509Certificate(last.raw));
}

/** A downloaded issuer's certificate (DER or PEM) as PEM, with the address of its own issuer. Undefined when it is none. */
export function pemOfIssuer(body: Buffer): { readonly pem: string; readonly issuerUrl?: string } | undefined {
  try {
    const certificate = new X509Certificate(body);
    // Only an authority's certificate may complete a chain, and a root from the network proves nothing.
    if (!certificate.ca || certificate.subject === certificate.issuer) return undefined;
    const next = urlOf(certificate);
    const pem = certificate.toString();
    return next === undefined ? { pem } : { pem, issuerUrl: next };
  } catch {
    return undefined;
  }
}

/** Only http addresses: https would need a chain of its own to be checked first. */
function urlOf(certificate: X509Certificate): string | undefined {
  for (const line of (certificate.infoAccess ?? '').split('\n')) {
    const url = /^CA Issuers - URI:"?(http:\/\/[^"\s]+)"?$/i.exec(line.trim())?.[1];
    if (url !== undefined) return url;
  }
  return undefined;
}
