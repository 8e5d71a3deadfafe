// HTML in a worker: for pages too large for the main thread.
import { extractHtml } from './html.ts';
import type { Reader } from './reader.ts';

export const readHtml: Reader = ({ text = '', url, charset }) => ({
  ok: true,
  text: extractHtml(text, url, charset === undefined ? {} : { charset }),
});
