// Tells pasted requirement text from an agency's own words. Pure.

import type { Segment } from '../model/document.ts';
import type { NormalText } from '../text/normal.ts';
import { findPhrases } from '../text/phrase.ts';
import { type Lexicon, lettersOf, norm, runLength } from './lexicon.ts';

/**
 * Marks the segments (by index) that repeat a requirement's wording: an opener (แสดง…, อย่างน้อยประกอบด้วย …), the list that
 * follows it, and any longer text made of the requirement's own words. Many agencies paste it above an empty space.
 * A segment that holds a link (by index in `linked`) is the agency's: it names what it leads to.
 */
export function echoSegments(
  lexicon: Lexicon,
  segments: readonly Segment[],
  linked: ReadonlySet<number>,
): ReadonlySet<number> {
  const known = remembered.get(lexicon) ?? new WeakMap<readonly Segment[], ReadonlySet<number>>();
  remembered.set(lexicon, known);
  let echo = known.get(segments);
  if (echo === undefined) {
    echo = findEcho(lexicon, segments, linked);
    known.set(segments, echo);
  }
  return echo;
}

/** A page's segments and its links are of one text: a crawl's guide asks for them again after every page. */
const remembered = new WeakMap<Lexicon, WeakMap<readonly Segment[], ReadonlySet<number>>>();

function findEcho(lexicon: Lexicon, segments: readonly Segment[], linked: ReadonlySet<number>): Set<number> {
  const echo = new Set<number>();
  for (const index of namedOneByOne(lexicon, segments, linked)) echo.add(index);
  let listLeft = 0;
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'title') continue;
    if (echo.has(index)) {
      // The rest of a list whose items are a requirement's is one, too.
      if (segment.kind === 'item') listLeft = Math.max(listLeft, 4);
      continue;
    }
    if (linked.has(index)) {
      listLeft = 0;
      continue;
    }
    const n = norm(segment.text);
    const opener = segment.kind === 'row' ? asks(lexicon, segment) : findPhrases(lexicon.echoOpeners, n).length > 0;
    if (opener || (canCopy(segment) && !answersNone(lexicon, segment.text, n) && copied(lexicon, segment.text, n))) {
      echo.add(index);
      listLeft = opener ? 14 : Math.max(listLeft, 4);
      continue;
    }
    if (listLeft > 0) {
      if ((isListLine(segment) || demands.test(n.text)) && !hasFigures(segment.text)) {
        echo.add(index);
        listLeft--;
        continue;
      }
      listLeft = 0;
    }
  }
  return echo;
}

/** So many lines in a row, and letters in all, are no chance. */
const fewestNamed = 3;
const fewestLetters = 60;

/**
 * Indices of lines that name one by one what a requirement asks for, each a piece of its wording and nothing more (a list, headings with
 * nothing under them, rows of a table): pasted without an opener.
 */
function namedOneByOne(lexicon: Lexicon, segments: readonly Segment[], linked: ReadonlySet<number>): number[] {
  const found: number[] = [];
  let named: number[] = [];
  let letters = 0;
  const end = (): void => {
    if (named.length >= fewestNamed && letters >= fewestLetters) found.push(...named.filter((at) => !linked.has(at)));
    named = [];
    letters = 0;
  };
  for (const [index, segment] of segments.entries()) {
    // A table of what is asked for, with a link in the rows of what there is.
    const line = linked.has(index) && segment.kind !== 'row' ? '' : pieceOf(lexicon, segment);
    if (line === '') end();
    else {
      named.push(index);
      letters += line.length;
    }
  }
  end();
  return found;
}

/** Letters of a short line, or of a row's longest cell, that stand so in a requirement's text; else ''. */
function pieceOf({ echoLetters, echoRuns }: Lexicon, { kind, text, cells = [] }: Segment): string {
  if (kind === 'title' || text.length > longestPiece || hasFigures(text)) return '';
  const line =
    kind === 'row' ? cells.reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '') : text;
  const letters = lettersOf(norm(line).text);
  // Most begin as no requirement does.
  const begins = letters.length >= shortestPiece && echoRuns.has(letters.slice(0, runLength));
  return begins && echoLetters.includes(letters) ? letters : '';
}
const longestPiece = 160;
/** As long as the runs that are known, at least. */
const shortestPiece = runLength;

/** A cell of a row begins as requirements do, and is as long. */
const asks = (lexicon: Lexicon, { cells = [] }: Segment): boolean =>
  cells.some(
    (cell) => cell.length >= longCell && findPhrases(lexicon.echoOpeners, norm(cell)).some(({ start }) => start <= 3),
  );
const longCell = 60;

/** Short numbered, bulleted or bracketed line, as requirements list their elements. */
function isListLine(segment: Segment): boolean {
  if (segment.kind === 'row' || segment.text.length > 220) return false;
  return segment.kind === 'item' || /^\s*(?:[(*•·o○●▪\-–—]|[0-9๐-๙]{1,2}\s*[.)]|\([0-9๐-๙]{1,2}\))/u.test(segment.text);
}

/** Over the match form: what is to be shown, in a list whose marks were lost. */
const demands = /^\s*แสดง.{0,200}$/u;

/** Amounts or years: an agency's own facts, which a requirement's list does not have. */
function hasFigures(text: string): boolean {
  return /[0-9๐-๙]{1,3}(?:,[0-9๐-๙]{3})+|[0-9๐-๙]{4}/u.test(text);
}

/** Titles and rows are an agency's own; so is what names a year or an amount. */
function canCopy(segment: Segment): boolean {
  return segment.kind !== 'row' && segment.kind !== 'heading' && !hasFigures(segment.text);
}

/**
 * The answer that a requirement asks for where there is nothing to tell, in its own words (ปัญหา อุปสรรค และข้อเสนอแนะ : ไม่มีปัญหา …):
 * the agency's, unless the line still says when or where to write it.
 */
function answersNone(lexicon: Lexicon, text: string, n: NormalText): boolean {
  return text.length <= 160 && !instructs.test(n.text) && findPhrases(lexicon.none, n).length > 0;
}

/** Over the match form. */
const instructs = /หาก|กรณี|ถ้า|ให้(?:เขียน|ระบุ|ใส่|แจ้ง|หมายเหตุ|อธิบาย)|ไว้ใน|หรือไม่มี|["“”]/u;

/** Four fifths of a longer text's letter runs stand in the requirement's texts. */
function copied(lexicon: Lexicon, text: string, n: NormalText): boolean {
  if (text.length < 60 || text.length > 3000) return false;
  const letters = lettersOf(n.text);
  const runs = letters.length - runLength + 1;
  if (runs < 40) return false;
  let known = runs;
  for (let at = 0; at < runs; at++) {
    if (lexicon.echoRuns.has(letters.slice(at, at + runLength))) continue;
    known--;
    if (known / runs < 0.8) return false; // mostly soon
  }
  return true;
}
