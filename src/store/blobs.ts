// Content kept once by its SHA-256: bodies, texts of documents, crawls. What is there is never written again.
import type { Kysely } from 'kysely';
import type { CrawlResult, Page } from '../model/crawl.ts';
import type { DocumentText } from '../model/document.ts';
import { packBytes, sha256Of, unpackBytes, unpackJson } from './pack-bytes.ts';
import type { PackedColumns, Tables } from './tables.ts';

export type BlobTableName = 'body' | 'text' | 'crawl';

/** Variables of one statement that every database accepts. */
const listLength = 500;

export async function hasBlob(db: Kysely<Tables>, table: BlobTableName, sha256: string): Promise<boolean> {
  const row = await db.selectFrom(table).select('sha256').where('sha256', '=', sha256).executeTakeFirst();
  return row !== undefined;
}

export async function putBlob(
  db: Kysely<Tables>,
  table: BlobTableName,
  sha256: string,
  packed: PackedColumns,
): Promise<void> {
  await db
    .insertInto(table)
    .values({ sha256, ...packed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Undefined when it is not (or no longer) there. */
export async function getBlob(
  db: Kysely<Tables>,
  table: BlobTableName,
  sha256: string,
): Promise<PackedColumns | undefined> {
  return await db.selectFrom(table).select(['codec', 'bytes', 'data']).where('sha256', '=', sha256).executeTakeFirst();
}

export async function getBody(db: Kysely<Tables>, sha256: string): Promise<Buffer | undefined> {
  const packed = await getBlob(db, 'body', sha256);
  return packed === undefined ? undefined : unpackBytes(packed);
}

/** A crawl ready to be stored: its pages name their texts by hash, so that an unchanged page is kept once for all months. */
export interface PackedCrawl {
  readonly sha256: string;
  readonly packed: PackedColumns;
  /** By hash, in the order of the hashes: two writers must not wait for each other crosswise. */
  readonly texts: ReadonlyMap<string, string>;
}

type StoredPage = Omit<Page, 'text'> & { readonly text: string };
type StoredCrawl = Omit<CrawlResult, 'pages'> & { readonly pages: readonly StoredPage[] };

export async function packCrawl(crawl: CrawlResult): Promise<PackedCrawl> {
  const texts = new Map<string, string>();
  const hashes = new Map<DocumentText, string>();
  const pages = crawl.pages.map((page): StoredPage => {
    let sha256 = hashes.get(page.text);
    if (sha256 === undefined) {
      const json = JSON.stringify(page.text);
      sha256 = sha256Of(json);
      hashes.set(page.text, sha256);
      texts.set(sha256, json);
    }
    return { ...page, text: sha256 };
  });
  const stored: StoredCrawl = { ...crawl, pages };
  const json = JSON.stringify(stored);
  return {
    sha256: sha256Of(json),
    packed: await packBytes(Buffer.from(json)),
    texts: new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

export async function packTexts(db: Kysely<Tables>, texts: ReadonlyMap<string, string>) {
  const known = new Set<string>();
  const all = [...texts.keys()];
  for (let at = 0; at < all.length; at += listLength) {
    const rows = await db
      .selectFrom('text')
      .select('sha256')
      .where('sha256', 'in', all.slice(at, at + listLength))
      .execute();
    for (const { sha256 } of rows) known.add(sha256);
  }
  const packed = new Map<string, PackedColumns>();
  for (const [sha256, json] of texts) if (!known.has(sha256)) packed.set(sha256, await packBytes(Buffer.from(json)));
  return packed;
}

export async function getCrawl(db: Kysely<Tables>, sha256: string): Promise<CrawlResult | undefined> {
  const packed = await getBlob(db, 'crawl', sha256);
  if (packed === undefined) return undefined;
  const stored = await unpackJson<StoredCrawl>(packed);
  const texts = new Map<string, DocumentText>();
  const pages: Page[] = [];
  for (const page of stored.pages) {
    let text = texts.get(page.text);
    if (text === undefined) {
      const blob = await getBlob(db, 'text', page.text);
      if (blob === undefined) throw new Error(`text ${page.text} of crawl ${sha256} is missing`);
      text = await unpackJson<DocumentText>(blob);
      texts.set(page.text, text);
    }
    pages.push({ ...page, text });
  }
  return { ...stored, pages };
}
