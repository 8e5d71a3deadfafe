// What a reader of one media kind is: its request, its answer, and how it says that it could not. No reader itself.
import type { Damage, DocumentText, ExtractFailure, MediaKind } from '../model/document.ts';
import type { DocumentLimits } from './limits.ts';
import type { SegmentBuilder } from './segment-builder.ts';

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

export function failed(
  media: MediaKind,
  code: ExtractFailure['code'],
  detail: string,
): Extract<ReadOutcome, { ok: false }> {
  return { ok: false, failure: { code, detail, media } };
}

/** One note of damage as a line. */
export const damageText = ({ entry, detail }: Damage): string => (entry === undefined ? detail : `${entry}: ${detail}`);

/** The text that a builder collected; says in its damage where the limit cut it. */
export function gathered(
  media: MediaKind,
  builder: SegmentBuilder,
  more: { readonly damage?: readonly Damage[] } & Partial<Pick<DocumentText, 'pageCount' | 'pagesRead'>> = {},
): ReadOutcome {
  const damage = [
    ...(more.damage ?? []),
    ...(builder.full() ? [{ kind: 'cut' as const, detail: 'text limit reached' }] : []),
  ];
  return {
    ok: true,
    text: { media, segments: builder.segments, links: builder.links, source: 'text', ...more, damage },
  };
}
