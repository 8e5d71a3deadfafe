// What a reader of one media kind is: its request, its answer, and how it says that it could not. No reader itself.
import type { DocumentText, ExtractFailure, MediaKind } from '../model/document.ts';
import type { DocumentLimits } from './limits.ts';

export interface ReadRequest {
  readonly media: MediaKind;
  readonly body: Buffer;
  /** Decoded text, for text media. */
  readonly text?: string;
  readonly charset?: string;
  readonly url: string;
  readonly limits: DocumentLimits;
}

/** What a reader gives: text in segments, or why not. `corrupt` is also the answer to an exception. */
export type ReadOutcome =
  | { readonly ok: true; readonly text: DocumentText }
  | { readonly ok: false; readonly failure: ExtractFailure };

export type Reader = (request: ReadRequest) => Promise<ReadOutcome> | ReadOutcome;

export function failed(media: MediaKind, code: ExtractFailure['code'], detail: string): ReadOutcome {
  return { ok: false, failure: { code, detail, media } };
}
