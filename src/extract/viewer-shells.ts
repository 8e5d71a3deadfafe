// Recognises pages that show a document by script only (Drive's viewer, flip books, Canva): their HTML is a shell whose
// words are never the document's. And the entries of a shared folder, where its page carries them. Pure.

/** Pages of these hosts are viewers whatever their HTML says; `except` are their readable forms. */
const viewerHosts: readonly { readonly host: RegExp; readonly except?: RegExp }[] = [
  { host: /^drive\.google\.com$/, except: /embeddedfolderview/ },
  { host: /^docs\.google\.com$/, except: /\/(?:pub|pubhtml|mobilebasic|htmlview|viewform|formResponse)\b|\/forms\// },
  { host: /(?:^|\.)canva\.(?:com|site)$/ },
  {
    host: /(?:^|\.)(?:anyflip|pubhtml5|heyzine|fliphtml5|flipbuilder|flipsnack|flippingbook|flipbookpdf|publuu|simplebooklet|paperturn-view)\.(?:com|net)$/,
  },
  { host: /(?:^|\.)(?:issuu|yumpu|calameo|scribd|slideshare|prezi|docdroid|4shared)\.(?:com|net)$/ },
  { host: /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|fb\.watch)$/ },
  { host: /^(?:onedrive\.live\.com|1drv\.ms)$|\.sharepoint\.com$/ },
  { host: /^view\.officeapps\.live\.com$/ },
  { host: /(?:^|\.)(?:dropbox|box)\.com$/ },
  { host: /(?:^|\.)lookerstudio\.google\.com$|^datastudio\.google\.com$|(?:^|\.)powerbi\.com$/ },
];

/** Marks of flip-book programs whose output agencies put on their own servers. */
const flipBookMarks =
  /flipbuilder|fliphtml5|flip[-_ ]?pdf|anyflip|pubhtml5|heyzine|bookConfig\s*=|mobile\/javascript\/config\.js|flippingbook|real3d-?flipbook|dflip|turn(?:\.min)?\.js|3d-?flip-?book|wowbook|df-element/i;

/** Parts of those marks, one in each: ASCII, so that bytes tell. */
const markParts = /flip|pubhtml5|heyzine|bookConfig|javascript\/config\.js|turn(?:\.min)?\.js|wowbook|df-element/i;

/** Whether a page may have a mark of a flip-book program: cheaper than decoding it to find none. */
export const hasFlipBookMark = (html: Buffer): boolean => markParts.test(html.toString('latin1'));

/** Visible characters below which a page with a flip-book mark has nothing else to say. */
const littleText = 400;

/** Whether an HTML answer is only a viewer around a document. `html` may be the head of the page. */
export function isViewerShell(html: string, url: string): boolean {
  const parsed = URL.parse(url);
  if (!parsed) return false;
  const address = parsed.pathname + parsed.search;
  for (const { host, except } of viewerHosts) {
    if (host.test(parsed.hostname)) return !except?.test(address);
  }
  return flipBookMarks.test(html) && visibleLength(html) < littleText;
}

function visibleLength(html: string): number {
  const text = html
    .replace(/<(script|style|noscript|template)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<title\b[^>]*>[\s\S]*?<\/title\s*>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#\d]+;/gi, ' ');
  return text.replace(/\s+/g, '').length;
}

export interface FolderEntry {
  readonly url: string;
  readonly name: string;
  readonly folder: boolean;
}

/**
 * Files a Drive folder's page names: of its embeddable list, or of the data its script starts from. Empty when the page
 * carries none (it then needs a browser).
 */
export function folderEntries(html: string): FolderEntry[] {
  const entries = new Map<string, FolderEntry>();
  for (const [, href, title] of html.matchAll(
    /<div class="flip-entry"[^>]*>[\s\S]{0,400}?<a href="([^"]+)"[\s\S]{0,2000}?class="flip-entry-title">([^<]*)</g,
  )) {
    const url = href!.replaceAll('&amp;', '&');
    entries.set(url, { url, name: decodeEntities(title!), folder: url.includes('/folders/') });
  }
  const data = /_DRIVE_ivd'?\]?\s*=\s*'((?:[^'\\]|\\.)*)'/.exec(html)?.[1];
  if (data && entries.size === 0) {
    const json = data
      .replace(/\\x([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replaceAll('\\/', '/')
      .replace(/\\\\/g, '\\');
    for (const [, key, name, type] of json.matchAll(
      /\["([\w-]{20,})",\["[\w-]{10,}"\],"((?:[^"\\]|\\.)*)","([^"]+)"/g,
    )) {
      const folder = type === 'application/vnd.google-apps.folder';
      const url = folder
        ? `https://drive.google.com/drive/folders/${key}`
        : `https://drive.google.com/file/d/${key}/view`;
      entries.set(url, { url, name: unquote(name!), folder });
    }
  }
  return [...entries.values()];
}

function unquote(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}

function decodeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
  return text.replace(/&(#?\w+);/g, (whole, name: string) => named[name] ?? whole);
}
