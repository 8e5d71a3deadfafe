// One extractor for a test file, with the real decoder, and the fixtures it reads.
import { afterAll, expect } from 'vitest';
import { createExtractor, type ExtractSettings } from '../../src/extract/extractor.ts';
import { damageText } from '../../src/extract/reader.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import type { DocumentText, ExtractFailure, Segment } from '../../src/model/document.ts';
import { fixtureBytes } from './fixture-bytes.ts';

export interface TestExtractor {
  /** Text of a document that must be readable. */
  read(body: Buffer, fileName?: string): Promise<DocumentText>;
  /** Failure of a document that must not be. */
  fail(body: Buffer, fileName?: string): Promise<ExtractFailure>;
}

export function extractorForTest(settings: Partial<ExtractSettings> = {}): TestExtractor {
  const extractor = createExtractor({ decode: decodeText, ocr: 'never', workers: 1, ...settings });
  afterAll(() => extractor.close());
  const extract = (body: Buffer, fileName?: string) =>
    extractor.extract(body, { url: 'http://agency.example/file', contentType: '', ...(fileName ? { fileName } : {}) });
  return {
    read: async (body, fileName) => {
      const outcome = await extract(body, fileName);
      if (!outcome.ok) expect.fail(JSON.stringify(outcome.failure));
      return outcome.text;
    },
    fail: async (body, fileName) => {
      const outcome = await extract(body, fileName);
      if (outcome.ok) expect.fail(`read ${outcome.text.segments.length} segments`);
      return outcome.failure;
    },
  };
}

export const fixture = fixtureBytes;

/** Text of all segments but the title, cells apart, a line each. */
export function textOf(document: DocumentText): string {
  return document.segments
    .filter(({ kind }) => kind !== 'title')
    .map(({ cells, text }) => cells?.join(' ') ?? text)
    .join('\n');
}

/** What was lost or guessed, a line each. */
export const notesOf = ({ damage }: DocumentText): string => damage.map(damageText).join('\n');

export function rowsOf(segments: readonly Segment[]): (readonly string[])[] {
  return segments.flatMap(({ cells }) => (cells ? [cells] : []));
}
