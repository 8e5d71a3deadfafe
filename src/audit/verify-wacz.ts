// Checks an evidence bundle against its own digests: package, files, records. Says what is wrong; changes nothing.
import { hash } from 'node:crypto';
import { AsyncIterReader, WARCParser } from 'warcio';
import { fromBufferPromise } from 'yauzl';

export interface WaczCheck {
  readonly ok: boolean;
  readonly files: number;
  readonly records: number;
  /** In English, with the file or URL concerned. */
  readonly faults: readonly string[];
}

interface DataPackage {
  readonly resources?: readonly { readonly path: string; readonly hash: string; readonly bytes: number }[];
}

/** More would be no bundle of ours, and must not fill the memory. */
const largestBytes = 4_000_000_000;

export async function verifyWacz(bundle: Buffer): Promise<WaczCheck> {
  const faults: string[] = [];
  let files: Map<string, Buffer>;
  try {
    files = await unzip(bundle);
  } catch (error) {
    return { ok: false, files: 0, records: 0, faults: [`not a readable ZIP file: ${(error as Error).message}`] };
  }
  const description = files.get('datapackage.json');
  const digest = files.get('datapackage-digest.json');
  if (description === undefined || digest === undefined) {
    faults.push('datapackage.json or datapackage-digest.json is missing');
    return { ok: false, files: files.size, records: 0, faults };
  }
  const said = parse<{ hash?: string }>(digest)?.hash;
  if (said !== sha256(description)) faults.push('datapackage.json is not what datapackage-digest.json vouches for');
  const resources = parse<DataPackage>(description)?.resources ?? [];
  const listed = new Set(['datapackage.json', 'datapackage-digest.json', ...resources.map(({ path }) => path)]);
  for (const { path, hash: expected, bytes } of resources) {
    const content = files.get(path);
    if (content === undefined) faults.push(`${path} is missing`);
    else if (content.length !== bytes || sha256(content) !== expected) faults.push(`${path} was changed`);
  }
  for (const path of files.keys()) if (!listed.has(path)) faults.push(`${path} is not listed in datapackage.json`);
  let records = 0;
  for (const [path, content] of files) {
    if (!path.startsWith('archive/')) continue;
    try {
      for await (const record of WARCParser.iterRecords(new AsyncIterReader([content], 'gzip'))) {
        const payload = await record.readFully(false);
        records += 1;
        const expected = record.warcPayloadDigest;
        if (record.warcType === 'response' && expected !== sha256(Buffer.from(payload))) {
          faults.push(`${path}: the body of ${record.warcTargetURI ?? '?'} does not fit its digest`);
        }
      }
    } catch (error) {
      faults.push(`${path} cannot be read: ${(error as Error).message}`);
    }
  }
  if (records === 0) faults.push('the bundle holds no records');
  return { ok: faults.length === 0, files: files.size, records, faults };
}

async function unzip(bundle: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bundle, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    total += entry.uncompressedSize;
    if (total > largestBytes) throw new Error('larger than 4 GB');
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks));
  }
  return files;
}

function sha256(bytes: Buffer): string {
  return `sha256:${hash('sha256', bytes, 'hex')}`;
}

function parse<T>(bytes: Buffer): T | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as T;
  } catch {
    return undefined;
  }
}
