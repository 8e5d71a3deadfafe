// Links to hosts that nobody listed, whose address does not say whether a document or somebody's page lies behind. Agencies
// keep files on services that no list knows. A link that names what is wanted is therefore asked, and a host that answers
// with pages is soon left alone. Fetches nothing.
import { looksLikeDocument } from './share-hosts.ts';

/** How surely a label must name something wanted, 0–100: what merely may lead on is no reason to ask a stranger. */
export const namedRating = 50;
/** Pages that one host, and all of them, may answer with. */
const maxPagesOfHost = 2;
const maxPages = 8;

/** Hosts whose pages are their own; documents are never behind their plain addresses. */
const platform =
  /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|youtube\.com|youtu\.be|line\.me|lin\.ee|twitter\.com|x\.com|instagram\.com|tiktok\.com|google\.(?:com|co\.th)|goo\.gl|wikipedia\.org|apple\.com)$/;

/** Is it unknown, by this address off the agency's site, what lies behind? */
export function isStranger(url: string): boolean {
  return !looksLikeDocument(url) && !platform.test(new URL(url).hostname);
}

export interface Strangers {
  /** Tells what a stranger's address turned out to be. */
  answered(url: string, what: 'page' | 'document'): void;
  /** Is this host, or are strangers as such, known to answer with pages? */
  refused(url: string): boolean;
}

export function createStrangers(): Strangers {
  const pages = new Map<string, number>();
  const givers = new Set<string>();
  let all = 0;
  return {
    answered(url, what) {
      const { host } = new URL(url);
      if (what === 'document') {
        givers.add(host);
        return;
      }
      pages.set(host, (pages.get(host) ?? 0) + 1);
      all += 1;
    },
    refused(url) {
      const { host } = new URL(url);
      return !givers.has(host) && (all >= maxPages || (pages.get(host) ?? 0) >= maxPagesOfHost);
    },
  };
}
