// The fast scanner must tell the same tokens as htmlparser2's tokenizer, on any input.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { type MarkupReader, scanMarkup } from '../../src/extract/html-scan.ts';

type Token = readonly string[];

/** Joins texts in a row; drops a tag that the end cuts off. */
function collector() {
  const tokens: Token[] = [];
  let text = '';
  let tag: string[] | null = null;
  const flush = (): void => {
    if (text !== '') tokens.push(['text', text]);
    text = '';
  };
  return {
    tokens,
    text: (piece: string) => {
      text += piece;
    },
    open: (name: string) => {
      flush();
      tag = ['open', name];
    },
    attribute: (name: string, value: string) => tag?.push(name, value),
    openEnd: (selfClosed: boolean) => {
      tokens.push([...(tag ?? []), String(selfClosed)]);
      tag = null;
    },
    close: (name: string) => {
      flush();
      tokens.push(['close', name]);
    },
    flush,
  };
}

function fast(html: string, foreign: boolean): Token[] {
  const to = collector();
  const reader: MarkupReader = {
    text: to.text,
    open: (from, end) => to.open(html.slice(from, end)),
    attribute: (from, end, value) => to.attribute(html.slice(from, end), value),
    openEnd: (selfClosed) => {
      to.openEnd(selfClosed);
      return false;
    },
    close: (from, end) => to.close(html.slice(from, end)),
    aside: to.flush,
    foreign: () => foreign,
  };
  scanMarkup(html, reader);
  to.flush();
  return to.tokens;
}

function reference(html: string, foreign: boolean): Token[] {
  const to = collector();
  let name = '';
  let value = '';
  const callbacks: TokenizerCallbacks = {
    // at the end of a page cut off behind a tag's name it gives the last letter of the page once more: start is -1
    ontext: (from, end) => {
      if (from >= 0) to.text(html.slice(from, end));
    },
    ontextentity: (code) => to.text(String.fromCodePoint(code)),
    onopentagname: (from, end) => to.open(html.slice(from, end)),
    onattribname: (from, end) => {
      name = html.slice(from, end);
      value = '';
    },
    onattribdata: (from, end) => {
      value += html.slice(from, end);
    },
    onattribentity: (code) => {
      value += String.fromCodePoint(code);
    },
    onattribend: () => to.attribute(name, value),
    onopentagend: () => to.openEnd(false),
    onselfclosingtag: () => to.openEnd(true),
    onclosetag: (from, end) => to.close(html.slice(from, end)),
    oncomment: to.flush,
    oncdata: (from, end, offset) => {
      if (foreign) to.text(html.slice(from, end - offset));
    },
    ondeclaration: to.flush,
    onprocessinginstruction: to.flush,
    onend: to.flush,
    isInForeignContext: () => foreign,
  };
  const tokenizer = new Tokenizer({}, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  to.flush();
  return to.tokens;
}

const pieces = (
  '< > </ /> <! <!-- --> --!> -- - <!-> <![CDATA[ ]]> ] <? ?> <!doctype <!d & &amp; &amp &nbsp; &notin &not &# &#3588; &#xe01 &#x; ; = " \' / ' +
  '<a <a> </a> </a <p class= href="x" title=\'y\' alt=z&amp;q checked <script> </script> </script </SCRIPT > <scr <style> </style > <title> </title> ' +
  '<textarea> </textarea/ <plaintext> <svg> <iframe> </iframe> <xmp <noembed> </noframes> <s <st <T ก แผน x y1 é  '
)
  .split(' ')
  .concat([
    ' ',
    '\n',
    '\t',
    '  ',
    '<p a = "b" c>',
    "<p a='\"&lt;'>",
    '<br/>',
    '<img src=a/>',
    '<a b=&ampc d="&ampc&amp">',
  ]);

describe('scanMarkup', () => {
  test('tells what htmlparser2 tells, whatever the pieces', () => {
    let state = 12345;
    const random = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 8) % below;
    };
    for (let round = 0; round < 60_000; round += 1) {
      let html = '';
      for (let piece = random(9) + 1; piece > 0; piece -= 1) html += pieces[random(pieces.length)];
      const foreign = random(8) === 0;
      const [ours, theirs] = [fast(html, foreign), reference(html, foreign)];
      if (JSON.stringify(ours) !== JSON.stringify(theirs))
        expect({ html, foreign, tokens: ours }).toEqual({ html, foreign, tokens: theirs });
    }
  });

  test('stops where the reader has enough', () => {
    const seen: string[] = [];
    scanMarkup('<a><b>text</b>', {
      text: (piece) => seen.push(piece),
      open: () => seen.push('open'),
      attribute: () => {},
      openEnd: () => seen.filter((token) => token === 'open').length === 2,
      close: () => seen.push('close'),
      aside: () => {},
      foreign: () => false,
    });
    expect(seen).toEqual(['open', 'open']);
  });
});
