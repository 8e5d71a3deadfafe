// The tables of the store as Kysely sees them: the same in SQLite and PostgreSQL. Times are ISO 8601 UTC texts, JSON is text,
// long things are compressed bytes. Types only.
import type { Selectable } from 'kysely';

/** Compressed content: `zstd`, or `raw` where compressing gains nothing (PDF, images). */
export interface PackedColumns {
  codec: 'zstd' | 'raw';
  /** Bytes before compressing. */
  bytes: number;
  data: Uint8Array;
}

/** Things kept once by the SHA-256 (hex) of their content: response bodies, texts of documents, crawls. */
interface BlobTable extends PackedColumns {
  sha256: string;
}

interface RunTable {
  id: string;
  /** Everything that verdicts depend on beside the web; equal for two attempts at one run. */
  identity: string;
  state: 'running' | 'complete' | 'interrupted';
  started_at: string;
  finished_at: string | null;
  as_of: string;
  fiscal_year: number;
  tool_version: string;
  registry_path: string;
  registry_sha256: string;
  /** Agencies selected for the run, in order (JSON list of ids). */
  selection: string;
  /** JSON. */
  settings: string;
  strict_section: number;
  /** JSON list of review decisions that count for this run. */
  reviews: string;
}

interface RegistryTable {
  sha256: string;
  /** `Agency[]` as read (JSON). */
  agencies: string;
}

interface PackTable {
  sha256: string;
  name: string;
  version: string;
  /** `Pack` as loaded (JSON, packed). */
  codec: PackedColumns['codec'];
  bytes: number;
  data: Uint8Array;
}

interface RunPackTable {
  run_id: string;
  position: number;
  pack_sha256: string;
}

interface VerdictTable {
  run_id: string;
  agency_id: string;
  /** `AgencyVerdict` of the program, without reviews (JSON, packed). */
  codec: PackedColumns['codec'];
  bytes: number;
  data: Uint8Array;
  recorded_at: string;
  /** Blob of the crawl; null when there was none or it was pruned. */
  crawl_sha256: string | null;
}

/** One line a cell, for trends; verdicts with reviews. */
interface CellTable {
  run_id: string;
  agency_id: string;
  criterion_id: string;
  kind: string;
  level: string;
  verdict: string;
  reason: string;
}

interface CaptureTable {
  run_id: string;
  agency_id: string;
  /** In the order of arrival within the agency. */
  position: number;
  /** URL that answered: where a later request is made conditional. */
  final_url: string;
  sha256: string;
  fetched_at: string;
  etag: string | null;
  last_modified: string | null;
  /** `Capture` (JSON). */
  capture: string;
}

/** Texts that a kept crawl refers to. */
interface CrawlTextTable {
  crawl_sha256: string;
  text_sha256: string;
}

interface ExtractionTable {
  sha256: string;
  version: string;
  /** Hash of the text's blob, or of the failure's. */
  text_sha256: string;
}

/** A run that several machines work on. Of no use in a copy. */
interface SharedRunTable {
  run_id: string;
  /** JSON entries of the hosts map. */
  hosts: string;
  contact: string | null;
  /** When all agencies were in the queue; null before. */
  queued_at: string | null;
  cancelled_at: string | null;
}

export interface Tables {
  schema_migration: { version: number; name: string; applied_at: string };
  body: BlobTable;
  text: BlobTable;
  crawl: BlobTable;
  run: RunTable;
  registry: RegistryTable;
  pack: PackTable;
  run_pack: RunPackTable;
  verdict: VerdictTable;
  cell: CellTable;
  capture: CaptureTable;
  crawl_text: CrawlTextTable;
  extraction: ExtractionTable;
  shared_run: SharedRunTable;
}

export type RunRow = Selectable<RunTable>;

/** All tables to copy, those referred to before those that refer: the order to copy in. */
export const tableNames = [
  'body',
  'text',
  'crawl',
  'registry',
  'pack',
  'run',
  'run_pack',
  'verdict',
  'cell',
  'capture',
  'crawl_text',
  'extraction',
] as const satisfies readonly (keyof Tables)[];
