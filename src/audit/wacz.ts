// Packs responses into a WACZ 1.1.1 bundle (WARC 1.1 inside), which replays in ReplayWeb.page. The same input gives the same
// bytes. Reads and writes no files.
import { hash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { gzipSync } from 'node:zlib';
import { getSurt, WARCRecord, WARCSerializer } from 'warcio';
import { ZipFile } from 'yazl';
import type { Capture } from '../model/crawl.ts';

export interface ArchivedResponse {
  readonly capture: Capture;
  readonly body: Buffer;
}

export interface WaczInput {
  readonly title: string;
  readonly description: string;
  /** `planaudit/0.1.0`. */
  readonly software: string;
  /** ISO 8601 UTC. */
  readonly created: string;
  /** Each URL once; the first of several wins. */
  readonly responses: readonly ArchivedResponse[];
  /** Entry pages to show, in order. */
  readonly pages: readonly { readonly url: string; readonly title: string; readonly at: string }[];
  /** Start page of the replay. */
  readonly mainUrl?: string;
  /** Further files, by path inside the bundle. */
  readonly files: readonly { readonly path: string; readonly bytes: Buffer }[];
}

interface IndexLine {
  readonly key: string;
  readonly timestamp: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Of the transfer, no longer true of the body as kept; and what a replay must not obey. */
const droppedHeaders = new Set([
  'content-encoding',
  'transfer-encoding',
  'content-length',
  'connection',
  'keep-alive',
  'set-cookie',
  'strict-transport-security',
]);
const archive = 'archive/data.warc.gz';

export async function buildWacz(input: WaczInput): Promise<Buffer> {
  const members: Buffer[] = [];
  const index: IndexLine[] = [];
  let offset = 0;
  const add = async (record: WARCRecord): Promise<{ offset: number; length: number }> => {
    // A member a record, so that one can be read without the others; no time in the header, so that bytes do not differ.
    const member = gzipSync(await WARCSerializer.serialize(record, { gzip: false }));
    const place = { offset, length: member.length };
    members.push(member);
    offset += member.length;
    return place;
  };
  await add(infoRecord(input));
  const seen = new Set<string>();
  for (const { capture, body } of input.responses) {
    const steps = [
      ...capture.hops.map(({ url, status, location }) => ({
        url,
        status,
        headers: { location },
        body: Buffer.alloc(0),
      })),
      { url: capture.finalUrl, status: capture.status, headers: keptHeaders(capture), body },
    ];
    for (const step of steps) {
      if (seen.has(step.url)) continue;
      seen.add(step.url);
      const digest = `sha256:${hash('sha256', step.body, 'hex')}`;
      const place = await add(responseRecord(step, capture.fetchedAt));
      index.push({
        key: getSurt(step.url),
        timestamp: capture.fetchedAt.replace(/\D/g, '').slice(0, 14),
        json: {
          url: step.url,
          mime: (step.headers as Record<string, string>)['content-type']?.split(';')[0]?.trim() ?? 'unk',
          status: String(step.status),
          digest,
          length: String(place.length),
          offset: String(place.offset),
          filename: 'data.warc.gz',
        },
      });
    }
  }
  const order = (line: IndexLine) => `${line.key} ${line.timestamp}`;
  index.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  const files = [
    { path: archive, bytes: Buffer.concat(members) },
    {
      path: 'indexes/index.cdxj',
      bytes: Buffer.from(index.map((line) => `${order(line)} ${JSON.stringify(line.json)}\n`).join('')),
    },
    { path: 'pages/pages.jsonl', bytes: pagesFile(input) },
    ...input.files,
  ];
  return zipOf([...files, ...packageFiles(input, files)], new Date(input.created));
}

function keptHeaders({ headers }: Capture): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !droppedHeaders.has(name)));
}

function infoRecord({ software, created, title, description }: WaczInput): WARCRecord {
  const options = { filename: 'data.warc.gz', date: created, warcVersion: 'WARC/1.1' as const };
  const id = recordId('warcinfo', created, title);
  return WARCRecord.createWARCInfo(
    { ...options, warcHeaders: { 'WARC-Record-ID': id } },
    { software, format: 'WARC File Format 1.1', description: `${title} – ${description}` },
  );
}

function responseRecord(
  step: { url: string; status: number; headers: Readonly<Record<string, string>>; body: Buffer },
  at: string,
): WARCRecord {
  return WARCRecord.create(
    {
      url: step.url,
      date: at,
      type: 'response',
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'WARC-Record-ID': recordId('response', at, step.url) },
      statusline: `HTTP/1.1 ${step.status} ${STATUS_CODES[step.status] ?? ''}`.trimEnd(),
      // Header values are Latin-1 bytes as they came; what else stands in them would break the record.
      httpHeaders: Object.entries(step.headers).map(([name, value]): [string, string] => [
        name,
        value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'),
      ]),
    },
    [step.body],
  );
}

/** Made from what the record is of, not by chance: the same input gives the same bytes. */
function recordId(...parts: readonly string[]): string {
  const hex = hash('sha256', parts.join('\n'), 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}>`;
}

function pagesFile({ pages }: WaczInput): Buffer {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'Pages' };
  const lines = pages.map(({ url, title, at }) => ({
    id: hash('sha256', `${url}\n${at}`, 'hex').slice(0, 20),
    url,
    ts: at,
    title,
  }));
  return Buffer.from([head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** The package's own description, and the digest that vouches for it. */
function packageFiles(
  input: WaczInput,
  files: readonly { readonly path: string; readonly bytes: Buffer }[],
): { path: string; bytes: Buffer }[] {
  const description = {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: input.title,
    description: input.description,
    software: input.software,
    created: input.created,
    ...(input.mainUrl === undefined ? {} : { mainPageUrl: input.mainUrl }),
    resources: files.map(({ path, bytes }) => ({
      name: path.split('/').at(-1),
      path,
      hash: `sha256:${hash('sha256', bytes, 'hex')}`,
      bytes: bytes.length,
    })),
  };
  const bytes = Buffer.from(`${JSON.stringify(description, null, 2)}\n`);
  const digest = { path: 'datapackage.json', hash: `sha256:${hash('sha256', bytes, 'hex')}` };
  return [
    { path: 'datapackage.json', bytes },
    { path: 'datapackage-digest.json', bytes: Buffer.from(`${JSON.stringify(digest, null, 2)}\n`) },
  ];
}

async function zipOf(
  files: readonly { readonly path: string; readonly bytes: Buffer }[],
  mtime: Date,
): Promise<Buffer> {
  const zip = new ZipFile();
  // Players read ranges out of the archive and index: those must not be compressed again.
  for (const { path, bytes } of files) {
    zip.addBuffer(bytes, path, {
      compress: !/^(?:archive|indexes|screenshots)\//.test(path),
      mtime,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
