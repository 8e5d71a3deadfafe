// How a crawl treats links to file-sharing services: which form of a link holds the bytes, and when there are none to read.
// The table of services itself is extract/share-links.ts.
import { remembering } from '../extract/remembering.ts';
import { type DownloadForm, documentPath, downloadForm, viewedDocument } from '../extract/share-links.ts';
import { folderEntries, hasFlipBookMark, isViewerShell } from '../extract/viewer-shells.ts';
import type { Capture, FetchFailure } from '../model/crawl.ts';
import type { DocumentText, Link } from '../model/document.ts';

/** Addresses that give out a file by its number (`download.php?id=5`, `/getfile/12`): on an agency's parent, say. */
const downloadWord =
  '/(?:doc_?download|download_?file|download|dl|file_?download|get_?file|load_?file|open_?file|attachments?)';
const downloadPage = new RegExp(`${downloadWord}(?:\\.(?:php|aspx?|jsp|do))?/?$`, 'i');
const numberedDownload = new RegExp(`${downloadWord}/[\\w-]*\\d[\\w-]*/?$`, 'i');

function isDownload({ pathname, search }: URL): boolean {
  return numberedDownload.test(pathname) || (downloadPage.test(pathname) && /=[^&]/.test(search));
}

/** Asked at each step of a visit, and for the same links on every page. */
const formOf = remembering((url: string): DownloadForm | null => downloadForm(url) ?? null);

/** The URL that yields the file's bytes for a link to a sharing service; any other URL as it is. */
export function readableForm(url: string): string {
  return viewedDocument(new URL(url)) ?? formOf(url)?.url ?? url;
}

/** Posts on a social network are pages, though their words too come by script only. */
const socialHost = /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|fb\.watch)$/;

/**
 * Is this a document by its address: a file ending, a link of a sharing service, or a flip book and the like, which stands
 * for a document although only a browser shows it?
 */
export const looksLikeDocument = remembering((url: string): boolean => {
  const parsed = new URL(url);
  if (documentPath.test(parsed.pathname) || viewedDocument(parsed) !== undefined) return true;
  if (isShortLink(url) || isDownload(parsed)) return true;
  return formOf(url) !== null || (isViewerShell('', url) && !socialHost.test(parsed.hostname));
});

/** Services that only send on: what lies behind is learned by asking. Agencies shorten the links of shared files with them. */
const shortLinkHost =
  /^(?:www\.)?(?:bit\.ly|bit\.do|bitly\.ws|cutt\.ly|goo\.gl|is\.gd|lnk\.to|me-qr\.com|ow\.ly|qr\.ae|qrco\.de|qrgo\.page\.link|rb\.gy|rebrand\.ly|s\.id|short\.gy|shorturl\.(?:asia|at)|shorturl\.gg|t\.ly|tiny\.cc|tinyurl\.com|url\.in\.th|v\.gd)$/;

/** Is this a shortened link? It may stand for a document. */
export function isShortLink(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return shortLinkHost.test(hostname) && pathname.length > 1;
}

/** Is this a listing of shared files, whose entries are still one hop from the agency's page? */
export function isShareFolder(url: string): boolean {
  return formOf(url)?.kind === 'folder';
}

/** A shared file that only people with an account may open: the service answers 200 with its sign-in page. */
export function refusedByShare(url: string, capture: Capture): FetchFailure | undefined {
  if (formOf(url) === null) return undefined;
  const landed = new URL(capture.finalUrl);
  const signIn =
    landed.hostname === 'accounts.google.com' ||
    landed.hostname === 'login.live.com' ||
    landed.hostname === 'login.microsoftonline.com' ||
    (landed.hostname === 'www.dropbox.com' && landed.pathname.startsWith('/login'));
  if (!signIn) return undefined;
  return {
    code: 'http-unauthorized',
    url: capture.finalUrl,
    status: 401,
    detail: `the sharing service asks to sign in (${landed.hostname})`,
    hops: capture.hops,
    at: capture.fetchedAt,
    transient: false,
    dead: false,
  };
}

/** The entries of a shared folder as links of its page; undefined when the page does not carry them. */
export function readFolder(url: string, text: DocumentText, body: Buffer): DocumentText | undefined {
  const entries = folderEntries(body.toString('utf8'));
  if (entries.length === 0) return undefined;
  const links = entries.map(
    ({ url: target, name }): Link => ({
      href: target,
      url: URL.canParse(target, url) ? new URL(target, url).href : null,
      label: name,
      labelFrom: 'text',
      text: name,
      context: [],
      element: 'a',
      region: 'main',
    }),
  );
  const segments = entries.map(({ name }) => ({
    kind: 'item' as const,
    text: name,
    region: 'main' as const,
    locator: {},
  }));
  return { ...text, segments, links, needsScript: false };
}

/** Why an HTML answer is not the document asked for but a viewer's empty shell; undefined for a real page. */
export function shellReason(url: string, capture: Capture, body: Buffer): string | undefined {
  const { hostname } = new URL(capture.finalUrl);
  if (formOf(url)?.kind === 'file') return `${hostname} answered with a page, not with the file`;
  const head = body.subarray(0, 200_000);
  return isViewerShell(hasFlipBookMark(head) ? head.toString('utf8') : '', capture.finalUrl)
    ? `viewer page of ${hostname}, the document itself is not in it`
    : undefined;
}
