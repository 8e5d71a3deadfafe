// What the extractor needs of a cache for results: kept elsewhere, found by the body's hash and a version.
import type { DocumentText, ExtractFailure } from '../model/document.ts';

/** A failure is told from a text by its `code`. */
export interface ExtractionCache {
  /** `version` names everything but the bytes that the result depends on. */
  get(sha256: string, version: string): Promise<DocumentText | ExtractFailure | undefined>;
  put(sha256: string, version: string, result: DocumentText | ExtractFailure): Promise<void>;
}

export function isFailure(result: DocumentText | ExtractFailure): result is ExtractFailure {
  return 'code' in result;
}
