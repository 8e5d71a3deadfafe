// What a tree is told of a page's markup, token by token.
import { expect, test } from 'vitest';
import { scanMarkup } from '../../src/extract/html-scan.ts';

function tokensOf(html: string, foreign = false, enough = Number.POSITIVE_INFINITY): string[] {
  const tokens: string[] = [];
  let opened = 0;
  scanMarkup(html, {
    text: (piece) => tokens.push(`"${piece}"`),
    open: (from, to) => tokens.push(`<${html.slice(from, to)}`),
    attribute: (from, to, value) => tokens.push(`${html.slice(from, to)}=${value}`),
    openEnd: (selfClosed) => {
      tokens.push(selfClosed ? '/>' : '>');
      opened += 1;
      return opened >= enough;
    },
    close: (from, to) => tokens.push(`</${html.slice(from, to)}`),
    aside: () => tokens.push('|'),
    foreign: () => foreign,
  });
  return tokens;
}

test('names and values are as written, entities decoded', () => {
  expect(tokensOf(`<A HREF="?a=1&amp;b=2" title='แผน' checked x=&#3649;>`)).toEqual(
    ['<A', 'HREF=?a=1&b=2', 'title=แผน', 'checked=', 'x=แ', '>', '|'], // the end parts text, too
  );
  expect(tokensOf('ก&amp;ข<br/>').join(' ')).toBe('"ก" "&" "ข" <br /> |');
});

test('comments, declarations and instructions part the text around them', () => {
  expect(tokensOf('<!doctype html>a<!-- b -->c<?php d ?>e').join(' ')).toBe('| "a" | "c" | "e" |');
});

test('what a script or style holds is no markup', () => {
  expect(tokensOf('<script>if (a<b) "<p>"</script><p>').join('')).toBe('<script>"if (a<b) "<p>""</script<p>|');
});

test('CDATA is text inside SVG alone', () => {
  expect(tokensOf('<![CDATA[ก]]>', true)).toContain('"ก"');
  expect(tokensOf('<![CDATA[ก]]>')).not.toContain('"ก"');
});

test('a tag that the end cuts off is told without its end, and no letter twice', () => {
  expect(tokensOf('ก<a hr')).toEqual(['"ก"', '<a', '|']);
  expect(tokensOf('ก<title')).not.toContain('"e"');
});

test('it stops where the reader has enough', () => {
  expect(tokensOf('<a><b>text</b>', false, 2)).toEqual(['<a', '>', '<b', '>']);
});
