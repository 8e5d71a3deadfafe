// HTML by tagged templates: whatever is put in is escaped, so that text from websites can never become markup. Pure.
import { cleanText } from './fit-text.ts';

/** Markup that is safe as it stands. */
export interface Html {
  readonly html: string;
}

export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escaped for text and quoted attributes alike; control and direction characters are dropped. */
export function escapeHtml(text: string): string {
  return cleanKeepingEdges(text).replace(/[&<>"']/g, (char) => entities[char]!);
}

/** As `cleanText`, but a space at either end stays: pieces of a sentence are joined by it. */
function cleanKeepingEdges(text: string): string {
  const cleaned = cleanText(text);
  return `${/^\s/.test(text) ? ' ' : ''}${cleaned}${cleaned !== '' && /\s$/.test(text) ? ' ' : ''}`;
}

function textOf(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  if ('html' in value) return value.html;
  return value.map(textOf).join('');
}

/** html`<p>${anything}</p>`; values in attributes must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += textOf(value) + strings[index + 1]!;
  });
  return { html: text };
}

/** Markup of this program itself (styles, scripts, SVG): never of foreign text. */
export function trusted(markup: string): Html {
  return { html: markup };
}

/** An address that may stand in `href`: http and https only (`javascript:` is a script); undefined otherwise. */
export function safeHref(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}
