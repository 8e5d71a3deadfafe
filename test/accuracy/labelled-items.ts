// The items of a labelled set, read as an audit would read them and put before the judge as sites of one page. Several files are
// read at once; they come in the manifest's order.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import pLimit from 'p-limit';
import { createExtractor, type Extractor } from '../../src/extract/extractor.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import type { CrawlResult, Page } from '../../src/model/crawl.ts';
import type { DocumentText } from '../../src/model/document.ts';
import { type Agency, type AgencyKind, agencyKinds } from '../../src/model/registry.ts';
import type { ManifestItem } from './read-manifest.ts';

export interface LabelledItem {
  readonly item: ManifestItem;
  readonly agency: Agency;
  /** Absent where the text could not be read. */
  readonly crawl?: CrawlResult;
  /** Why it could not be read: an extraction failure's code, or what the file system said. */
  readonly unreadable?: string;
  /** Milliseconds from the beginning of reading to the text. */
  readonly ms: number;
}

/** Larger files are not loaded: no extractor would read them. */
const largestFile = 512 * 1024 * 1024;

/** With character recognition where it is installed. Holds threads, as many as an audit has or `workers`: close it. */
export const createItemExtractor = (workers?: number): Extractor =>
  createExtractor({ decode: decodeText, ...(workers === undefined ? {} : { workers }) });

/**
 * Yields the items in order while later ones are being read; at most a few texts are held at once.
 * @param shared used, and left open; its threads are started once for several sets.
 */
export async function* labelledItems(items: readonly ManifestItem[], shared?: Extractor): AsyncGenerator<LabelledItem> {
  const extractor = shared ?? createItemExtractor();
  const ahead = Math.max(2, availableParallelism()) * 2;
  const limit = pLimit(ahead);
  const reading: Promise<LabelledItem>[] = [];
  let next = 0;
  try {
    for (let at = 0; at < items.length; at++) {
      for (; next < items.length && next < at + ahead; next++) {
        const item = items[next]!;
        reading[next] = limit(() => readItem(item, (body, hints) => extractor.extract(body, hints)));
      }
      yield await reading[at]!;
      delete reading[at];
    }
  } finally {
    await Promise.allSettled(reading);
    if (shared === undefined) await extractor.close();
  }
}

type Extract = Extractor['extract'];

async function readItem(item: ManifestItem, extract: Extract): Promise<LabelledItem> {
  const started = performance.now();
  const agency: Agency = {
    id: item.id,
    name: '',
    kind: kindOf(item.agencyType),
    extraHosts: [],
    tags: [],
    exempt: [],
  };
  const done = (rest: Pick<LabelledItem, 'crawl' | 'unreadable'>): LabelledItem => ({
    item,
    agency,
    ms: performance.now() - started,
    ...rest,
  });
  if (item.size > largestFile) return done({ unreadable: 'too-large' });
  let body: Buffer;
  try {
    body = await readFile(item.file);
  } catch (error) {
    return done({ unreadable: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
  const sha256 = createHash('sha256').update(body).digest('hex');
  const url = `http://measured.test/${encodeURIComponent(basename(item.file))}`;
  const outcome = await extract(body, { url, contentType: '', sha256 });
  if (!outcome.ok) return done({ unreadable: outcome.failure.code });
  return done({ crawl: crawlOf(item.id, url, sha256, body.length, outcome.text) });
}

const kinds: Readonly<Record<string, AgencyKind>> = {
  'local-government': 'subdistrict',
  'vocational-college': 'college',
  'university-faculty': 'university',
  'ministry-provincial-office': 'provincial-office',
  'provincial-health-office': 'health-office',
  'district-office': 'health-office',
  'district-health': 'health-office',
  'independent-agency': 'department',
  ministry: 'department',
};

function kindOf(type: string | undefined): AgencyKind {
  if (type === undefined) return 'other';
  return kinds[type] ?? (agencyKinds.includes(type as AgencyKind) ? (type as AgencyKind) : 'other');
}

function crawlOf(agencyId: string, url: string, sha256: string, bytes: number, text: DocumentText): CrawlResult {
  const page: Page = {
    id: 0,
    url,
    capture: {
      url,
      finalUrl: url,
      status: 200,
      hops: [],
      headers: {},
      contentType: '',
      bytes,
      transferred: bytes,
      sha256,
      fetchedAt: '1970-01-01T00:00:00.000Z',
      tlsFaults: [],
    },
    text,
    path: [{ url, label: '' }],
    depth: 0,
    offSite: false,
    role: 'start',
  };
  return {
    agencyId,
    pages: [page],
    gaps: [],
    pending: [],
    requests: [],
    notices: [],
    ownHosts: ['measured.test'],
    stopped: 'exhausted',
    bytes,
  };
}
