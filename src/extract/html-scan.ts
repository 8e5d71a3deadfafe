// Reads markup token by token as htmlparser2's tokenizer does (test/extract/html-scan.test.ts holds the two side by side),
// several times as fast: whole stretches are searched for their end instead of walking states letter by letter. Keeps nothing.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Told of tokens in order. `from` and `to` are places in the source. */
export interface MarkupReader {
  /** A stretch of text, entities decoded; several in a row are one text. */
  text(piece: string): void;
  /** A tag opens; its attributes follow, then `openEnd`. A tag that the page's end cuts off has no `openEnd`. */
  open(from: number, to: number): void;
  attribute(from: number, to: number, value: string): void;
  /** True when nothing more is to be read. */
  openEnd(selfClosed: boolean): boolean;
  close(from: number, to: number): void;
  /** A comment, declaration or the like: parts the text around it. */
  aside(): void;
  /** Inside SVG or MathML, where no element's content is raw and CDATA is text. */
  foreign(): boolean;
}

const gt = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const quote = 0x22;
const apostrophe = 0x27;

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c || code === 0x0d;
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** Elements whose content is no markup, and where it ends. */
const rawEnds: ReadonlyMap<string, RegExp> = new Map(
  ['iframe', 'noembed', 'noframes', 'script', 'style', 'title', 'textarea', 'xmp'].map((name) => [
    name,
    new RegExp(`</${name}(?=[ \\n\\t\\f\\r/>])`, 'gi'),
  ]),
);
const rawNames = [...rawEnds.keys(), 'plaintext'];
const mayBeRaw = new Set([...rawNames].map((name) => name.charCodeAt(0)));

/** Reads all of `html`, or as much as `reader` wants. */
export function scanMarkup(html: string, reader: MarkupReader): void {
  const end = html.length;
  let at = 0;
  while (at < end) {
    // a `<` that opens nothing is text, and what follows it
    const open = html.indexOf('<', at);
    if (open !== at) {
      reader.text(plain(open < 0 ? html.slice(at) : html.slice(at, open)));
      if (open < 0) return;
    }
    const code = html.charCodeAt(open + 1);
    if (isLetter(code)) at = readTag(html, open + 1, code, reader);
    else if (code === slash) at = readClosing(html, open, reader);
    else if (code === 0x21) at = readDeclaration(html, open + 2, reader);
    else if (code === 0x3f) at = skipAside(html, open + 2, reader);
    else {
      const next = html.indexOf('<', open + 1);
      reader.text(plain(next < 0 ? html.slice(open) : html.slice(open, next)));
      at = next < 0 ? end : next;
    }
  }
}

/** An opening tag, with the content of an element that holds no markup. Answers where to read on. */
function readTag(html: string, from: number, first: number, reader: MarkupReader): number {
  const end = html.length;
  let at = from + 1;
  for (; at < end; at++) {
    const code = html.charCodeAt(at);
    if (code === gt || code === slash || isSpace(code)) break;
  }
  const special = mayBeRaw.has(first | 0x20) && !reader.foreign();
  if (at === end) {
    const name = html.slice(from).toLowerCase();
    if (special && rawNames.some((raw) => raw.startsWith(name))) reader.text(html.slice(from));
    return end;
  }
  reader.open(from, at);
  const body = readAttributes(html, at, reader);
  if (body < 0) return end;
  if (!special) return body;
  const name = html.slice(from, at).toLowerCase();
  if (name === 'plaintext') {
    if (body < end) reader.text(html.slice(body));
    return end;
  }
  const ends = rawEnds.get(name);
  if (ends === undefined) return body;
  ends.lastIndex = body;
  const close = ends.exec(html)?.index ?? end;
  if (close > body) {
    const content = html.slice(body, close);
    reader.text(
      (name === 'title' || name === 'textarea') && content.includes('&') ? decoded(content, `<${name}>`) : content,
    );
  }
  return close === end ? end : readClosing(html, close, reader);
}

/** From behind a tag's name to behind its `>`; -1 when the page ends before, or nothing more is wanted. */
function readAttributes(html: string, from: number, reader: MarkupReader): number {
  const end = html.length;
  let at = from;
  for (;;) {
    let code = html.charCodeAt(at);
    while (isSpace(code)) code = html.charCodeAt(++at);
    if (code === gt) return reader.openEnd(false) ? -1 : at + 1;
    if (code === slash) {
      do code = html.charCodeAt(++at);
      while (isSpace(code));
      if (code === gt) return reader.openEnd(true) ? -1 : at + 1;
      if (at >= end) return -1;
      continue;
    }
    if (at >= end) return -1;
    const nameFrom = at;
    do code = html.charCodeAt(++at);
    while (at < end && code !== equals && code !== gt && code !== slash && !isSpace(code));
    const nameTo = at;
    while (isSpace(code)) code = html.charCodeAt(++at);
    if (at >= end) return -1;
    if (code !== equals) {
      reader.attribute(nameFrom, nameTo, '');
      continue;
    }
    do code = html.charCodeAt(++at);
    while (isSpace(code));
    if (at >= end) return -1;
    let valueFrom = at;
    let valueTo: number;
    if (code === quote || code === apostrophe) {
      valueFrom = at + 1;
      valueTo = html.indexOf(code === quote ? '"' : "'", valueFrom);
      if (valueTo < 0) return -1;
      at = valueTo + 1;
    } else {
      while (at < end && code !== gt && !isSpace(code)) code = html.charCodeAt(++at);
      if (at >= end) return -1;
      valueTo = at;
    }
    const value = html.slice(valueFrom, valueTo);
    reader.attribute(nameFrom, nameTo, value.includes('&') ? decodedValue(value) : value);
  }
}

/** From the `<` of a closing tag; answers where to read on. */
function readClosing(html: string, open: number, reader: MarkupReader): number {
  const end = html.length;
  const from = open + 2;
  if (from >= end) {
    reader.text(html.slice(open));
    return end;
  }
  const first = html.charCodeAt(from);
  if (first === gt) return from + 1;
  if (!isLetter(first)) return skipAside(html, from + 1, reader);
  let at = from + 1;
  let code = html.charCodeAt(at);
  while (at < end && code !== gt && code !== slash && !isSpace(code)) code = html.charCodeAt(++at);
  if (at === end) return end;
  reader.close(from, at);
  if (code === gt) return at + 1;
  const close = html.indexOf('>', at);
  return close < 0 ? end : close + 1;
}

/** From behind `<!`: a comment, CDATA, or anything up to the next `>`. */
function readDeclaration(html: string, from: number, reader: MarkupReader): number {
  if (html.startsWith('--', from)) return readComment(html, from + 2, reader);
  if (!html.startsWith('[CDATA[', from)) return skipAside(html, from, reader);
  const close = html.indexOf(']]>', from + 7);
  if (close < 0) {
    reader.aside();
    return html.length;
  }
  if (reader.foreign()) reader.text(html.slice(from + 7, close));
  return close + 3;
}

function readComment(html: string, from: number, reader: MarkupReader): number {
  reader.aside();
  if (html.charCodeAt(from) === gt) return from + 1;
  if (html.startsWith('->', from)) return from + 2;
  for (let at = html.indexOf('--', from); at >= 0; at = html.indexOf('--', at)) {
    at += 2;
    while (html.charCodeAt(at) === 0x2d) at++;
    if (html.charCodeAt(at) === gt) return at + 1;
    if (html.startsWith('!>', at)) return at + 2;
  }
  return html.length;
}

function skipAside(html: string, from: number, reader: MarkupReader): number {
  reader.aside();
  const close = html.indexOf('>', from);
  return close < 0 ? html.length : close + 1;
}

const plain = (text: string): string => (text.includes('&') ? decoded(text, '') : text);

// Entities are htmlparser2's business: it is given the one piece that has some.
let gathered = '';
const add = (text: string): void => {
  gathered += text;
};
let source = '';
const slice = (from: number, to: number): void => add(source.slice(from, to));
const codePoint = (code: number): void => add(String.fromCodePoint(code));
const nothing = (): void => {};
const callbacks: TokenizerCallbacks = {
  ontext: slice,
  ontextentity: codePoint,
  onattribdata: slice,
  onattribentity: codePoint,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
};
const tokenizer = new Tokenizer({}, callbacks);

function decoded(text: string, inside: string, after = ''): string {
  gathered = '';
  source = inside + text + after;
  tokenizer.reset();
  tokenizer.write(source);
  tokenizer.end();
  source = '';
  return gathered;
}

/** Whatever quotes the page wrote it in; no entity holds a quote. */
const decodedValue = (value: string): string =>
  value
    .split('"')
    .map((part) => (part.includes('&') ? decoded(part, '<a b="', '">') : part))
    .join('"');
