// HTML in a worker: for pages too large for the main thread.
import { extractHtml } from './html.ts';
import type { Reader } from './read-document.ts';

export const readHtml: Reader = ({ text = '', url }) => ({ ok: true, text: extractHtml(text, url) });
