// Reads markup token by token, by htmlparser2's tokenizer, as the calls that a tree is built from. Keeps nothing.
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

/** Reads all of `html`, or as much as `reader` wants. */
export function scanMarkup(html: string, reader: MarkupReader): void {
  let nameFrom = 0;
  let nameTo = 0;
  let value = '';
  const openEnd = (selfClosed: boolean): void => {
    if (reader.openEnd(selfClosed)) tokenizer.pause();
  };
  const aside = (): void => reader.aside();
  const callbacks: TokenizerCallbacks = {
    ontext: (from, to) => {
      // Where the end cuts a tag off behind its name the last letter is told once more, as from −1.
      if (from >= 0) reader.text(html.slice(from, to));
    },
    ontextentity: (code) => reader.text(String.fromCodePoint(code)),
    onopentagname: (from, to) => reader.open(from, to),
    onattribname: (from, to) => {
      nameFrom = from;
      nameTo = to;
      value = '';
    },
    onattribdata: (from, to) => {
      value = value === '' ? html.slice(from, to) : value + html.slice(from, to);
    },
    onattribentity: (code) => {
      value += String.fromCodePoint(code);
    },
    onattribend: () => reader.attribute(nameFrom, nameTo, value),
    onopentagend: () => openEnd(false),
    onselfclosingtag: () => openEnd(true),
    onclosetag: (from, to) => reader.close(from, to),
    oncomment: aside,
    oncdata: (from, to, offset) => {
      if (reader.foreign()) reader.text(html.slice(from, to - offset));
    },
    ondeclaration: aside,
    onprocessinginstruction: aside,
    onend: aside,
    isInForeignContext: () => reader.foreign(),
  };
  const tokenizer = new Tokenizer({}, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}
