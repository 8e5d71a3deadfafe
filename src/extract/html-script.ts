// What inline scripts and event handlers say plainly: markup they write and URLs they go to. String literals only; nothing is
// run, and whatever depends on a variable is left out. Linear in the script's length.

/** Stands for a part of a string that only running the script would tell. */
export const unknownPart = '\ufffc';

interface Expression {
  readonly text: string;
  readonly end: number;
  /** Made of literals alone. */
  readonly plain: boolean;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '', v: '', '0': '', '\n': '' };

/** Reads the literal that opens at `at` (a quote or backtick). */
function readLiteral(source: string, at: number): Expression {
  const quote = source[at]!;
  let text = '';
  let plain = true;
  let from = at + 1;
  let i = from;
  for (; i < source.length; i++) {
    const c = source[i]!;
    if (c === quote) break;
    if (c === '\n' && quote !== '`') break; // not closed on its line
    if (c === '\\') {
      text += source.slice(from, i);
      const next = source[i + 1] ?? '';
      const width = next === 'u' ? 4 : next === 'x' ? 2 : 0;
      const code = width === 0 ? Number.NaN : Number.parseInt(source.slice(i + 2, i + 2 + width), 16);
      text += Number.isNaN(code) ? (escapes[next] ?? next) : String.fromCharCode(code);
      i += Number.isNaN(code) ? 1 : 1 + width;
      from = i + 1;
    } else if (c === '$' && quote === '`' && source[i + 1] === '{') {
      text += source.slice(from, i) + unknownPart;
      plain = false;
      let depth = 1;
      for (i += 2; i < source.length && depth > 0; i++) {
        if (source[i] === '{') depth++;
        else if (source[i] === '}') depth--;
      }
      from = i;
      i--;
    }
  }
  text += source.slice(from, i);
  return { text, end: i + 1, plain };
}

/** Reads `'a' + b + 'c'` from `at`: parts that are no literal become `unknownPart`. */
function readExpression(source: string, at: number): Expression {
  let text = '';
  let plain = true;
  let i = at;
  for (;;) {
    while (i < source.length && /\s/.test(source[i]!)) i++;
    const c = source[i];
    if (c === '"' || c === "'" || c === '`') {
      const literal = readLiteral(source, i);
      text += literal.text;
      plain &&= literal.plain;
      i = literal.end;
    } else {
      let depth = 0;
      const start = i;
      for (; i < source.length; i++) {
        const d = source[i]!;
        if (depth === 0 && (d === '+' || d === ',' || d === ';' || d === ')' || d === '}')) break;
        if (d === '(' || d === '[' || d === '{') depth++;
        else if (d === ')' || d === ']' || d === '}') depth--;
        else if (d === '"' || d === "'" || d === '`') i = readLiteral(source, i).end - 1;
        else if (d === '\n' && depth === 0 && i > start) break;
      }
      if (i > start) {
        text += unknownPart;
        plain = false;
      }
    }
    while (i < source.length && /\s/.test(source[i]!)) i++;
    if (source[i] !== '+') return { text, end: i, plain };
    i++;
    if (source[i] === '=' || source[i] === '+') return { text, end: i, plain };
  }
}

const writers =
  /\bdocument\s*\.\s*write(?:ln)?\s*\(|\.\s*(?:inner|outer)HTML\s*\+?=|\.\s*insertAdjacentHTML\s*\(\s*['"]\w+['"]\s*,|\.\s*(?:html|append|prepend|after|before)\s*\(\s*(?=['"`]\s*<)/g;

function withoutComments(script: string): string {
  const noBlocks = script.includes('/*') ? script.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, '') : script;
  return noBlocks.includes('//') ? noBlocks.replace(/^[ \t]*\/\/.*$/gm, '') : noBlocks;
}

/** Markup that a script's `document.write`, `innerHTML =` and the like spell out, joined; '' if none. */
export function writtenMarkup(script: string): string {
  if (!/write|HTML|\.(?:html|append|prepend|after|before)\b/.test(script)) return '';
  const source = withoutComments(script);
  const pieces: string[] = [];
  writers.lastIndex = 0;
  for (let found = writers.exec(source); found !== null; found = writers.exec(source)) {
    const expression = readExpression(source, writers.lastIndex);
    writers.lastIndex = Math.max(expression.end, writers.lastIndex);
    if (expression.text.includes('<') || expression.text.trim().length > 1) pieces.push(expression.text);
  }
  // one `document.write` a line may open what the next one closes
  const markup = pieces.join('');
  return markup.includes('<') ? markup : '';
}

const goingTo =
  /(?:\blocation(?:\s*\.\s*href)?\s*=(?!=)|\blocation\s*\.\s*(?:assign|replace)\s*\(|\bwindow\s*\.\s*open\s*\(|(?:^|[^.\w$])open\s*\()/g;

/** URLs that a script goes to by `location = '…'` and the like, literals only, in order. */
export function navigations(script: string): string[] {
  if (!/location|open/.test(script)) return [];
  const source = withoutComments(script);
  const urls: string[] = [];
  goingTo.lastIndex = 0;
  for (let found = goingTo.exec(source); found !== null; found = goingTo.exec(source)) {
    const expression = readExpression(source, goingTo.lastIndex);
    goingTo.lastIndex = Math.max(expression.end, goingTo.lastIndex);
    if (expression.plain && expression.text.trim() !== '') urls.push(expression.text.trim());
  }
  return urls;
}

const fileLike =
  /^(?:https?:\/\/|\/\/|\.{0,2}\/)\S|^[^\s'"<>(){}]+\.(?:php\d?|s?html?|aspx?|jspx?|do|cgi|pdf|docx?|xlsx?|pptx?|zip|rar|od[tsp]|csv|txt)(?:[?#].*)?$/i;
const picture = /\.(?:gif|png|jpe?g|svg|webp|bmp|ico|css|js)(?:[?#].*)?$/i;

/** Whether a string found in an attribute or an argument is meant as an address to go to. */
export function looksLikeUrl(value: string): boolean {
  const text = value.trim();
  if (text === '' || text.length > 2000 || text.includes(unknownPart)) return false;
  return (fileLike.test(text) || /^\?[\w%-]+=/.test(text)) && !picture.test(text);
}

/** URL an event handler goes to: `location.href='x'`, `window.open('x')`, `showPdf('x.pdf')`; undefined if it names none. */
export function handlerUrl(code: string): string | undefined {
  if (code.length > 20_000) return undefined;
  const plain = navigations(code)[0];
  if (plain !== undefined) return plain;
  for (const call of code.matchAll(/[\w$]\s*\(\s*(?=['"])/g)) {
    const literal = readLiteral(code, call.index + call[0].length);
    if (looksLikeUrl(literal.text)) return literal.text.trim();
  }
  return undefined;
}

const viewers =
  /PDFObject\s*\.\s*embed\s*\(\s*|getDocument\s*\(\s*(?:\{\s*url\s*:\s*)?|\b(?:pdfUrl|pdfURL|pdf_url|pdfFile|pdfPath|pdfSrc)['"]?\s*[:=]\s*/g;

/** Documents that a script puts into a viewer on the page: `PDFObject.embed('x.pdf')`, `pdfUrl: 'x.pdf'`; at most 20. */
export function embeddedDocuments(script: string): string[] {
  if (!/pdf|getDocument/i.test(script)) return [];
  const source = withoutComments(script);
  const urls: string[] = [];
  viewers.lastIndex = 0;
  for (let found = viewers.exec(source); found !== null && urls.length < 20; found = viewers.exec(source)) {
    const at = viewers.lastIndex;
    if (!/["'`]/.test(source[at] ?? '')) continue;
    const expression = readExpression(source, at);
    viewers.lastIndex = Math.max(expression.end, at);
    if (expression.plain && looksLikeUrl(expression.text)) urls.push(expression.text.trim());
  }
  return urls;
}
