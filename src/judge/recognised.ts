// Which parts of a document were recognised from pictures: their words may be read, their figures and years not be trusted. Pure.
import type { Page } from '../model/crawl.ts';

/** `index` is a segment of the page; undefined asks for the document as a whole. */
export function isRecognised({ text }: Pick<Page, 'text'>, index: number | undefined): boolean {
  const segment = index === undefined ? undefined : text.segments[index];
  return (segment?.source ?? text.source) === 'ocr';
}
