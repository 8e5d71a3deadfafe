// Where a click on an evidence leads: to the page of a PDF, to the quoted words of an HTML page, else to the address.
import type { Evidence } from '../model/result.ts';

/** Address with a fragment that viewers of PDF (`#page=`) and browsers (text fragments) understand. */
export function evidenceLink({ url, finalUrl, locator, quote, source }: Evidence): string {
  const address = finalUrl === '' ? url : finalUrl;
  if (address.includes('#')) return address;
  // Inside an archive the page number is not that of the address.
  if (locator.entry !== undefined) return address;
  if (locator.page !== undefined) return `${address}#page=${locator.page}`;
  const document = locator.sheet !== undefined || locator.slide !== undefined;
  const fileLike = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|rar|csv|txt|jpe?g|png)(?:$|\?)/i.test(address);
  if (document || fileLike || source === 'label') return address;
  const words = quotedWords(quote);
  return words === '' ? address : `${address}#:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;
}

/** The longest unbroken piece of a quote: cut marks and cell edges do not stand on the page. */
function quotedWords(quote: string): string {
  const pieces = quote.split(/…| \| |\n/).map((piece) => piece.trim());
  const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  if (longest.length <= 80) return longest;
  const cut = longest.slice(0, 80);
  const space = cut.lastIndexOf(' ');
  return space > 20 ? cut.slice(0, space) : '';
}
