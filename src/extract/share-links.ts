// One table of file-sharing services: which address yields the bytes of a share link. Pure; asks no network. A link the
// table does not know is returned as undefined and fetched as it is.

export interface DownloadForm {
  readonly url: string;
  /** `folder`: a listing of entries, not a file. `document`, `sheet`, `slides`: exported as an Office file. */
  readonly kind: 'file' | 'folder' | 'document' | 'sheet' | 'slides';
}

/** The public download form of a share link, or undefined when the URL is none. */
export function downloadForm(url: string): DownloadForm | undefined {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return undefined;
  for (const { host, form } of services) if (host.test(parsed.hostname)) return form(parsed);
  return undefined;
}

/** Endings of files that agencies publish; a link with one is a document wherever it lies. */
export const documentPath = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|txt|zip|rar|7z|jpe?g|png|tiff?|webp)$/i;

/**
 * The document inside a viewer's address: `…/viewer.html?file=/x.pdf`, `docs.google.com/viewer?url=…`,
 * `view.officeapps.live.com/op/view.aspx?src=…`.
 */
export function viewedDocument(url: URL): string | undefined {
  if (!/view|embed|reader|flip/i.test(url.pathname)) return undefined;
  for (const [name, value] of url.searchParams) {
    if (!/^(?:file|url|src|pdf|doc|document)$/i.test(name) || !URL.canParse(value, url.href)) continue;
    const inner = new URL(value, url);
    if (/^https?:$/.test(inner.protocol) && documentPath.test(inner.pathname)) return inner.href;
  }
  return undefined;
}

/** Services whose addresses only wrap another one: viewers of documents, and counters of the links that lead away. */
const wrapperHost =
  /^(?:docs\.google\.com|drive\.google\.com|view\.officeapps\.live\.com|lm?\.facebook\.com|www\.google\.(?:com|co\.th))$/;

/** The address that a link to such a service stands for (`docs.google.com/viewer?url=…`, `l.facebook.com/l.php?u=…`). */
export function unwrapped(url: URL): string | undefined {
  if (url.search === '' || !wrapperHost.test(url.hostname)) return undefined;
  if (/^\/(?:l\.php|url)$/.test(url.pathname)) {
    const inner = URL.parse(
      url.searchParams.get('u') ?? url.searchParams.get('q') ?? url.searchParams.get('url') ?? '',
    );
    return inner !== null && /^https?:$/.test(inner.protocol) ? inner.href : undefined;
  }
  return viewedDocument(url);
}

interface Service {
  readonly host: RegExp;
  readonly form: (url: URL) => DownloadForm | undefined;
}

const services: readonly Service[] = [
  { host: /^drive\.google\.com$/, form: driveForm },
  { host: /^drive\.usercontent\.google\.com$/, form: ({ href }) => ({ url: href, kind: 'file' }) },
  { host: /^docs\.google\.com$/, form: docsForm },
  { host: /^1drv\.ms$/, form: oneDriveForm },
  { host: /^(?:onedrive|photos\.onedrive)\.live\.com$|^onedrive\.com$/, form: oneDriveLiveForm },
  { host: /\.sharepoint\.com$/, form: sharePointForm },
  { host: /^(?:www\.)?dropbox\.com$/, form: dropboxForm },
  { host: /^(?:[\w-]+\.)?box\.com$/, form: boxForm },
];

/** Google identifiers are at least this long; shorter path parts are commands. */
const id = '([\\w-]{15,})';
/** `/a/domain/`, `/u/0/` before the path proper. */
const account = '^(?:/a/[^/]+)?(?:/drive)?(?:/u/\\d+)?';
const driveFile = new RegExp(`${account}/file/(?:u/\\d+/)?d/${id}`);
const driveFolder = new RegExp(`${account}/(?:mobile/)?folders/${id}`);

function driveForm(url: URL): DownloadForm | undefined {
  const inPath = driveFile.exec(url.pathname)?.[1];
  const inQuery = url.searchParams.get('id') ?? '';
  const folder =
    driveFolder.exec(url.pathname)?.[1] ?? (/\/(?:embedded)?folderview$/.test(url.pathname) ? inQuery : undefined);
  if (folder) return { url: `https://drive.google.com/embeddedfolderview?id=${folder}#list`, kind: 'folder' };
  const file = inPath ?? (/\/(?:open|uc|thumbnail|viewer)$/.test(url.pathname) ? inQuery : '');
  if (!new RegExp(`^${id}$`).test(file)) return undefined;
  const key = url.searchParams.get('resourcekey');
  const more = key ? `&resourcekey=${encodeURIComponent(key)}` : '';
  // `confirm` skips the page that warns of files too large to be scanned.
  return {
    url: `https://drive.usercontent.google.com/download?id=${file}&export=download&confirm=t${more}`,
    kind: 'file',
  };
}

const docsPath = new RegExp(`${account}/(document|spreadsheets|presentation|file)/(?:u/\\d+/)?d/(e/)?${id}`);

function docsForm(url: URL): DownloadForm | undefined {
  const match = docsPath.exec(url.pathname);
  if (!match) {
    // The old viewer and `open?id=` live here too; forms do not match and are pages.
    return /\/(?:open|uc)$/.test(url.pathname) ? driveForm(url) : undefined;
  }
  const [, type, published, key] = match;
  const at = `https://docs.google.com/${type}/d/${published ?? ''}${key}`;
  switch (type) {
    case 'document':
      return { url: published ? `${at}/pub` : `${at}/export?format=docx`, kind: 'document' };
    case 'spreadsheets':
      return { url: published ? `${at}/pub?output=xlsx` : `${at}/export?format=xlsx`, kind: 'sheet' };
    case 'presentation':
      return published ? undefined : { url: `${at}/export/pptx`, kind: 'slides' };
    default:
      return { url: `https://drive.usercontent.google.com/download?id=${key}&export=download&confirm=t`, kind: 'file' };
  }
}

/** Office kinds by the letter in Microsoft's share links (`/:x:/`, `/x/`). */
const microsoftKinds: Readonly<Record<string, DownloadForm['kind']>> = {
  f: 'folder',
  w: 'document',
  x: 'sheet',
  p: 'slides',
};

function oneDriveForm(url: URL): DownloadForm | undefined {
  const letter = /^\/(\w)\//.exec(url.pathname)?.[1] ?? '';
  if (url.pathname.length < 4) return undefined;
  const kind = microsoftKinds[letter] ?? 'file';
  if (kind === 'folder') return { url: url.href, kind };
  // Sharing API: `u!` and the link itself in URL-safe Base64.
  const token = Buffer.from(url.href).toString('base64url');
  return { url: `https://api.onedrive.com/v1.0/shares/u!${token}/root/content`, kind };
}

function oneDriveLiveForm(url: URL): DownloadForm | undefined {
  if (/^\/(?:embed|redir|view\.aspx|edit\.aspx|download)/i.test(url.pathname) && url.searchParams.has('resid')) {
    const target = new URL(url.href);
    target.pathname = '/download';
    return { url: target.href, kind: 'file' };
  }
  return url.searchParams.has('id') || url.searchParams.has('cid') ? { url: url.href, kind: 'folder' } : undefined;
}

function sharePointForm(url: URL): DownloadForm | undefined {
  const letter = /^\/:(\w):\//.exec(url.pathname)?.[1];
  if (letter) {
    const kind = microsoftKinds[letter] ?? 'file';
    if (kind === 'folder') return { url: url.href, kind };
    const target = new URL(url.href);
    target.searchParams.set('download', '1');
    return { url: target.href, kind };
  }
  const source = url.searchParams.get('sourcedoc');
  if (source && /\/_layouts\/15\/(?:doc|wopiframe)[^/]*\.aspx$/i.test(url.pathname)) {
    const folder = url.pathname.replace(/[^/]*$/, '');
    return {
      url: `${url.origin}${folder}download.aspx?UniqueId=${encodeURIComponent(source.replace(/[{}]/g, ''))}`,
      kind: 'file',
    };
  }
  return undefined;
}

function dropboxForm(url: URL): DownloadForm | undefined {
  // A folder's download is one ZIP: a file like any other.
  if (!/^\/(?:s|sh|scl\/fi|scl\/fo|t)\//.test(url.pathname)) return undefined;
  const target = new URL(url.href);
  target.searchParams.delete('raw');
  target.searchParams.set('dl', '1');
  return { url: target.href, kind: 'file' };
}

function boxForm(url: URL): DownloadForm | undefined {
  const key = /^\/(?:s|v)\/([\w-]+)/.exec(url.pathname)?.[1];
  return key ? { url: `${url.origin}/shared/static/${key}`, kind: 'file' } : undefined;
}
