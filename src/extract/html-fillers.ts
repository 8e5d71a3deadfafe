// What inline scripts tell of where they bring content to. Reads their source as text; runs nothing.

/** Asks a server for something, or starts a framework that does. */
export const fetches =
  /\b(?:fetch|axios|\$\.ajax|\$\.get|\$\.post|\$\.getJSON|getJSON|XMLHttpRequest|DataTable|dataTable|bootstrapTable|createApp|ReactDOM|new Vue|angular\.module|google\.script\.run|sheets\.googleapis|innerHTML)\b/;

const literal = String.raw`\s*(?:'[^'\\\n]*'|"[^"\\\n]*"|${'`[^`$]*`'})?\s*`;
/** Puts in something that is no plain literal: what a literal spells out is read anyway. */
const inserts = new RegExp(
  [
    String.raw`\.\s*(?:inner|outer)HTML\s*\+?=(?!${literal}(?:;|\n|$|\}))`,
    String.raw`\.\s*insertAdjacentHTML\s*\(`,
    String.raw`\.\s*(?:append|prepend|html|replaceWith)\s*\((?!${literal}\))`,
    String.raw`\.\s*(?:appendChild|replaceChildren|insertRow|insertBefore)\s*\(`,
    String.raw`\.\s*load\s*\(\s*['"${'`'}]`,
    String.raw`\.\s*(?:DataTable|dataTable|bootstrapTable|jsGrid|kendoGrid|jqGrid|mount|createRoot|render|template)\s*\(`,
    String.raw`\b(?:new\s+(?:Vue|Tabulator|Grid|List)|createApp|createRoot)\b`,
    String.raw`\.\s*(?:src|srcdoc)\s*=|\.\s*(?:attr|setAttribute|prop)\s*\(\s*['"](?:src|srcdoc)['"]`,
  ].join('|'),
);

/** Names a function that gets data: `loadDocuments()`, `showReportList()`. */
const callsForData =
  /\b(?:load|laod|fetch|get|render|show|list|display|draw)_?(?:all_?)?(?:data|doc|file|list|news|plan|report|table|content|item|post|article|page)\w*\s*\(/i;

/** How far from the name of an element a script fills it: a few statements. */
const near = { before: 200, after: 1200 } as const;

const partOfName = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45 || code === 95;

/** Names made of several parts are no words that scripts use for something else. */
const specific = /[-_\d]|[a-z][A-Z]/;
const quote = /["'`]/;

/** Where `name` stands in `script` as a selector, or as what an element is asked for by; at most 20 places. */
function mentions(script: string, name: string, mark: '#' | '.' | ''): number[] {
  const places: number[] = [];
  for (let at = script.indexOf(name); at >= 0 && places.length < 20; at = script.indexOf(name, at + name.length)) {
    if (partOfName(script.charCodeAt(at + name.length))) continue;
    if (isAsked(script, at, name, mark)) places.push(at);
  }
  return places;
}

function isAsked(script: string, at: number, name: string, mark: '#' | '.' | ''): boolean {
  const before = script[at - 1] ?? '';
  switch (mark) {
    case '#':
      if (before === '#') return true;
      return quote.test(before) && (specific.test(name) || /Id\(\s*$/.test(script.slice(Math.max(0, at - 6), at - 1)));
    case '.': // in a string, not a property
      if (before === '.') return /["'`\s,>]/.test(script[at - 2] ?? '');
      return quote.test(before) && /ClassName\(\s*$/.test(script.slice(Math.max(0, at - 13), at - 1));
    case '': // alone, or at the end of a selector (`#t tbody`)
      return (before === ' ' || quote.test(before)) && quote.test(script[at + name.length] ?? '');
  }
}

/**
 * Whether an inline script fills the element of this name. `mark` is what selectors write before it, nothing for a tag. With
 * `sure` the name itself speaks of data, so that the script need not fill it right where it names it.
 */
export function filledInline(scripts: readonly string[], name: string, mark: '#' | '.' | '', sure: boolean): boolean {
  for (const script of scripts) {
    const places = mentions(script, name, mark);
    if (places.length === 0) continue;
    if (sure && fetches.test(script)) return true;
    if (places.some((at) => inserts.test(script.slice(Math.max(0, at - near.before), at + near.after)))) return true;
  }
  return false;
}

const wholeBody =
  /\bdocument\.body\s*\.\s*(?:innerHTML\s*\+?=|insertAdjacentHTML\s*\()|\$\(\s*(?:document\.body|['"]body['"])\s*\)\s*\.\s*(?:html|load)\s*\(/;
const asks = /\b(?:fetch|axios|ajax|getJSON|XMLHttpRequest|google\.script\.run)\b|\$\.(?:get|post)\s*\(|\.load\s*\(/;

/** An inline script that fetches something and makes it the page's body. (Widgets only append to it.) */
export const fillsBody = (script: string): boolean => wholeBody.test(script) && asks.test(script);

/** Code that calls a function named after getting data. */
export const asksForData = (code: string): boolean => callsForData.test(code);
