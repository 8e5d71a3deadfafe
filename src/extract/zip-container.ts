// Reads ZIP containers under limits on entries, sizes and ratio, counted on the bytes that really come out, not on what
// the directory claims. Nothing is written to disk.
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import type { Damage, ExtractFailureCode } from '../model/document.ts';
import type { DocumentLimits } from './limits.ts';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

export type ZipOutcome =
  | { readonly ok: true; readonly entries: readonly ZipEntry[]; readonly damage: readonly Damage[] }
  | { readonly ok: false; readonly code: ExtractFailureCode; readonly detail: string };

/** Inflates the entries that `wanted` names (all by default); an entry that cannot be read is damage, a bomb is a failure. */
export async function readZip(
  body: Buffer,
  limits: DocumentLimits,
  wanted: (name: string) => boolean = () => true,
): Promise<ZipOutcome> {
  let zip: ZipFile;
  try {
    zip = await openZip(body);
  } catch (error) {
    return { ok: false, code: 'corrupt', detail: messageOf(error) };
  }
  if (zip.entryCount > limits.zipEntries)
    return { ok: false, code: 'too-large', detail: `${zip.entryCount} entries in the container` };
  const entries: ZipEntry[] = [];
  const damage: Damage[] = [];
  let total = 0;
  let encrypted = 0;
  try {
    for (let count = 0; ; count++) {
      const entry = await nextEntry(zip);
      if (!entry) break;
      if (count >= limits.zipEntries)
        return { ok: false, code: 'too-large', detail: 'too many entries in the container' };
      const name = entryName(entry);
      if (name.endsWith('/') || !wanted(name)) continue;
      if ((entry.generalPurposeBitFlag & 1) !== 0) {
        encrypted++;
        continue;
      }
      const read = await inflate(zip, entry, limits, limits.zipTotalBytes - total);
      if (typeof read === 'string') {
        if (read === 'bomb') return { ok: false, code: 'too-large', detail: `entry ${name} expands beyond the limits` };
        damage.push({ kind: 'unread', detail: `entry ${name} could not be read: ${read}` });
        continue;
      }
      total += read.length;
      entries.push({ name, bytes: read });
    }
  } catch (error) {
    if (entries.length === 0) return { ok: false, code: 'corrupt', detail: messageOf(error) };
    damage.push({ kind: 'broken', detail: `container broken: ${messageOf(error)}` });
  } finally {
    zip.close();
  }
  if (encrypted > 0 && entries.length === 0)
    return { ok: false, code: 'encrypted', detail: `${encrypted} encrypted entries` };
  if (encrypted > 0) damage.push({ kind: 'unread', detail: `${encrypted} encrypted entries` });
  return { ok: true, entries, damage };
}

function openZip(body: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(body, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip!),
    );
  });
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (action: () => void) => {
      zip.removeListener('entry', onEntry);
      zip.removeListener('end', onEnd);
      zip.removeListener('error', onError);
      action();
    };
    const onEntry = (entry: Entry) => settle(() => resolve(entry));
    const onEnd = () => settle(() => resolve(undefined));
    const onError = (error: Error) => settle(() => reject(error));
    zip.on('entry', onEntry);
    zip.on('end', onEnd);
    zip.on('error', onError);
    zip.readEntry();
  });
}

function inflate(zip: ZipFile, entry: Entry, limits: DocumentLimits, room: number): Promise<Buffer | string> {
  const cap = Math.min(limits.zipEntryBytes, room);
  if (entry.uncompressedSize > cap) return Promise.resolve('bomb');
  return new Promise((resolve) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        resolve(messageOf(error));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        const ratio = size / Math.max(1, entry.compressedSize);
        if (size > cap || (size > limits.zipRatioFloor && ratio > limits.zipRatio)) {
          resolve('bomb');
          stream.destroy();
          return;
        }
        chunks.push(chunk);
      });
      stream.on('end', () => resolve(Buffer.concat(chunks)));
      stream.on('error', (failure: Error) => resolve(messageOf(failure)));
    });
  });
}

/** UTF-8 when flagged, or when it reads as Thai that way; else windows-874, which Thai Windows archivers write. */
function entryName(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  const flagged = (entry.generalPurposeBitFlag & 0x800) !== 0;
  let name: string | undefined;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    // Not UTF-8, whatever the flag says.
  }
  // Three windows-874 bytes can be one valid but meaningless UTF-8 letter.
  const likely = name !== undefined && (flagged || /^[\x20-\x7e]*$|[\u0e01-\u0e5b]/.test(name));
  return (likely ? name! : new TextDecoder('windows-874').decode(raw)).replaceAll('\\', '/');
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
