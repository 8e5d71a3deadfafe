// Fits text into terminal columns: width by what a terminal draws (Thai marks take none), cuts between letters a reader
// sees, wraps between Thai words. Cleans foreign text of anything a terminal could obey.
import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });
const words = new Intl.Segmenter('th', { granularity: 'word' });

/** Text from websites and registries, safe to print: no control, escape or direction characters, one line. */
export function cleanText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Words and sentences of a report come back for every agency; beyond this many they are measured anew. */
const remembered = 20_000;
const widths = new Map<string, number>();

/** Columns that a terminal uses for the text (colour codes take none). */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  if (text.length > 60) return stringWidth(text);
  return remember(widths, text, stringWidth);
}

/** The value of a pure function, kept: only work is saved. */
function remember<Value>(known: Map<string, Value>, text: string, work: (text: string) => Value): Value {
  let value = known.get(text);
  if (value === undefined) {
    value = work(text);
    if (known.size >= remembered) known.clear();
    known.set(text, value);
  }
  return value;
}

/** The text in at most `width` columns, with `…` where it was cut. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const next = textWidth(segment);
    if (used + next > width - 1) break;
    kept += segment;
    used += next;
  }
  return `${kept}…`;
}

/** Exactly `width` columns: cut or filled with spaces on the right. */
export function padText(text: string, width: number): string {
  const cut = cutText(text, width);
  return cut + ' '.repeat(Math.max(0, width - textWidth(cut)));
}

/**
 * Lines of at most `width` columns, broken between words; a word that is longer than a line (a URL) is broken anywhere.
 * The text must hold no colour codes.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const push = (piece: string, size: number) => {
    line += piece;
    used += size;
  };
  const breakLine = () => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const piece of unbreakable(text)) {
    const size = textWidth(piece);
    if (used > 0 && used + textWidth(piece.trimEnd()) > width) breakLine();
    if (used === 0 && piece.trim() === '') continue;
    if (size <= width) {
      push(piece, size);
      continue;
    }
    for (const { segment } of graphemes.segment(piece)) {
      const next = textWidth(segment);
      if (used + next > width) breakLine();
      push(segment, next);
    }
  }
  if (line !== '') breakLine();
  return lines;
}

/** Pieces between which a line may break: words with the spaces and closing marks after them; a URL is one piece. */
function unbreakable(text: string): readonly string[] {
  return remember(wrapped, text, piecesOf);
}

const wrapped = new Map<string, readonly string[]>();

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const run of text.split(/(?<=\s)/u)) {
    if (/^[("'“]?[a-z]+:\/\//i.test(run)) {
      pieces.push(run);
      continue;
    }
    let glue = false;
    for (const { segment } of words.segment(run)) {
      // Opening marks stay with what follows; closing marks, hyphens, ๆ, ฯ and spaces with what went before.
      const closing = /^[\s\p{Pe}\p{Pf}\p{Pd}/.,:;!?%"'ๆฯ]+$/u.test(segment);
      if (pieces.length > 0 && (glue || (closing && !/\s$/u.test(pieces.at(-1)!)))) {
        pieces[pieces.length - 1] += segment;
      } else pieces.push(segment);
      glue = /^[\p{Ps}\p{Pi}"'“]$/u.test(segment) && /(?:^|\s)$/u.test(pieces.at(-1)!.slice(0, -segment.length));
    }
  }
  return pieces;
}
