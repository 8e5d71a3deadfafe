// What every reader of a registry file yields before its values are judged: texts with their places.
import type { Problem } from '../errors.ts';
import type { ColumnId } from './columns.ts';

export interface RawCell {
  /** Trimmed text; '' when empty. */
  readonly text: string;
  /** 1-based line or spreadsheet row. */
  readonly line?: number | undefined;
  /** Heading or key as the file writes it. */
  readonly field: string;
  /** The entries, where the file has a real list (YAML, JSON); otherwise `text` is split at `;`. */
  readonly items?: readonly string[];
}

export interface RawRecord {
  readonly line?: number | undefined;
  readonly cells: ReadonlyMap<ColumnId, RawCell>;
}

export interface RawRegistry {
  readonly records: readonly RawRecord[];
  readonly problems: readonly Problem[];
  /** Columns that the heading row lacks: said once there, not again in every row. */
  readonly missing?: ReadonlySet<ColumnId>;
}
