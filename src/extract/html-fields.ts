// Which elements of a page a visitor fills in: the fields of a form, but not of a search box or a way in. Pure.
import type { HtmlNode } from './html-node.ts';

/** An `<input>`, `<select>` or `<textarea>` for an answer. */
export function isField({ tag, attrs, parent }: HtmlNode): boolean {
  if (tag !== 'input' && tag !== 'select' && tag !== 'textarea') return false;
  const type = tag === 'input' ? (attrs['type']?.trim().toLowerCase() ?? 'text') : tag;
  if (noAnswer.has(type)) return false;
  if (type === 'text' && ofSearchOrLogin.test(attrs['name']?.trim() ?? '')) return false;
  let form = parent;
  while (form !== null && form.tag !== 'form') form = form.parent;
  if (form === null) return true;
  return form.attrs['role'] !== 'search' && !/search|login|sign-?in/i.test(form.attrs['action'] ?? '');
}

const noAnswer: ReadonlySet<string> = new Set(['hidden', 'submit', 'button', 'image', 'reset', 'search', 'password']);

const ofSearchOrLogin = /^(?:q|s|kw|keywords?|search\w*|txtsearch|user(?:name)?|login|captcha)$/i;
