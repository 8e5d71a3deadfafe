// Builds lines out of clusters: where words part, where a line ends, where a cell edge lies. Pure; knows one block of text.
import type { Cluster } from './pdf-clusters.ts';

export interface Word {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** A space stood before it. */
  readonly space: boolean;
}

/** A stretch of text on one baseline without a cell edge in it. */
export interface Piece {
  readonly text: string;
  /** Its words (stretches without a visible gap), for telling columns apart. */
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** Prevailing font size. */
  readonly size: number;
  readonly bold: boolean;
  readonly turn: number;
  /** Position in content order, of its first cluster. */
  readonly order: number;
  /** Positions of all pieces it was merged from. */
  readonly orders: readonly number[];
  /** It ended with a real space: the next piece of the paragraph is another word. */
  readonly spaceAfter: boolean;
}

/** Pieces on one baseline, in content order. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly turn: number;
  readonly order: number;
}

export interface NumberedCluster {
  readonly cluster: Cluster;
  readonly order: number;
}

/** A gap wider than this, in units of the font size, is a cell edge. */
export const cellGap = 1.2;

/** How a page parts its words. */
export interface Spacing {
  /** It draws its spaces, so wide gaps alone part words. */
  readonly drawn: boolean;
  /** Its letters stand side by side: a gap between two of them is a space that the file lost, not the setting's. */
  readonly tight: boolean;
}

/** Lines in content order (the flow view). */
export function buildLines(content: readonly NumberedCluster[], spacing: Spacing): Line[] {
  const clusters = asTheyStand(content);
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let piece: PieceBuilder | undefined;
  const endPiece = () => {
    const done = piece?.finish();
    if (done) pieces.push(done);
    piece = undefined;
  };
  const endLine = () => {
    endPiece();
    if (pieces.length > 0) lines.push(lineOf(pieces));
    pieces = [];
  };
  for (const { cluster, order } of clusters) {
    if (piece) {
      const last = piece.last;
      const size = Math.max(last.size, cluster.size);
      const gap = cluster.x0 - last.x1;
      if (
        cluster.turn !== last.turn ||
        Math.abs(cluster.y - last.y) > size * 0.4 ||
        cluster.x0 < last.x0 - size * 0.5
      ) {
        endLine();
      } else if (gap > size * cellGap || (piece.spaces >= 3 && piece.spaceWidth + gap > size * cellGap)) {
        endPiece();
      } else if (gap > size * wordGap(last.text, cluster.text, spacing)) {
        piece.space();
      }
    }
    piece ??= new PieceBuilder(order);
    piece.add(cluster);
  }
  endLine();
  return lines;
}

function wordGap(before: string, after: string, { drawn, tight }: Spacing): number {
  const edge = isDigit(before.at(-1)) !== isDigit(after[0]);
  if (drawn) return edge || tight ? 0.3 : 0.6;
  return 0.22;
}

/**
 * Characters of one font are drawn before the letters of another where letters are borrowed (a font without Thai): on a
 * baseline, what stands among the characters drawn before is put where it stands.
 */
function asTheyStand(clusters: readonly NumberedCluster[]): readonly NumberedCluster[] {
  const standing: NumberedCluster[] = [];
  for (let from = 0; from < clusters.length; ) {
    const { y, turn, size } = clusters[from]!.cluster;
    const stretches: { least: number; most: number }[] = [];
    let [to, level] = [from, true];
    for (; to < clusters.length; to++) {
      const { cluster } = clusters[to]!;
      const off = Math.abs(cluster.y - y);
      if (cluster.turn !== turn || off > size * 0.4) break;
      level &&= off <= size * 0.15;
      const stretch = stretches.at(-1);
      if (stretch === undefined || cluster.x0 < stretch.most - size * 0.1) {
        if (!blank(clusters[to]!) || stretch !== undefined) stretches.push({ least: cluster.x0, most: cluster.x0 });
      } else stretch.most = Math.max(stretch.most, cluster.x0);
    }
    const run = clusters.slice(from, to);
    const sorted = level && interlock(stretches) ? run.toSorted((a, b) => a.cluster.x0 - b.cluster.x0) : run;
    standing.push(...(sorted !== run && sideBySide(sorted) ? sorted : run));
    from = to;
  }
  return standing;
}

/** One of the stretches, each drawn from left to right, reaches into another: columns stand side by side. */
function interlock(stretches: readonly { readonly least: number; readonly most: number }[]): boolean {
  return stretches.some(({ least, most }, at) =>
    stretches.slice(0, at).some((other) => least < other.most && most > other.least),
  );
}

/** No character stands over another: they are one line, whatever the order they were drawn in. */
function sideBySide(clusters: readonly NumberedCluster[]): boolean {
  return clusters.every(({ cluster }, at) => {
    const before = clusters[at - 1]?.cluster;
    // Sara am begins over the letter that it follows.
    const over = cluster.text.includes('ำ') ? 0.8 : 0.25;
    return before === undefined || cluster.x0 > before.x1 - cluster.size * over;
  });
}

const blank = ({ cluster }: NumberedCluster): boolean => cluster.text.trim() === '';

function isDigit(char: string | undefined): boolean {
  return char !== undefined && /[0-9๐-๙]/.test(char);
}

/** Collects clusters of one piece; leading and trailing spaces fall away. */
class PieceBuilder {
  readonly order: number;
  last!: Cluster;
  /** Trailing spaces so far, and their width. */
  spaces = 0;
  spaceWidth = 0;
  #text = '';
  readonly #words: { text: string; x0: number; x1: number; space: boolean }[] = [];
  #x0 = Infinity;
  #x1 = -Infinity;
  #letters = 0;
  #bold = 0;
  readonly #sizes = new Map<number, number>();
  #first: Cluster | undefined;

  constructor(order: number) {
    this.order = order;
  }

  add(cluster: Cluster): void {
    this.last = cluster;
    if (cluster.text.trim() === '') {
      this.spaces++;
      this.spaceWidth += cluster.x1 - cluster.x0;
      if (this.#text !== '') this.space();
      return;
    }
    this.spaces = 0;
    this.spaceWidth = 0;
    this.#first ??= cluster;
    const word = this.#words.at(-1);
    const space = this.#text.endsWith(' ');
    if (word && !space && cluster.x0 - word.x1 < cluster.size * 0.25) {
      word.text += cluster.text;
      word.x1 = Math.max(word.x1, cluster.x1);
    } else this.#words.push({ text: cluster.text, x0: cluster.x0, x1: cluster.x1, space });
    this.#text += cluster.text;
    this.#x0 = Math.min(this.#x0, cluster.x0);
    this.#x1 = Math.max(this.#x1, cluster.x1);
    this.#letters += cluster.text.length;
    if (cluster.bold) this.#bold += cluster.text.length;
    const size = Math.round(cluster.size * 2) / 2;
    this.#sizes.set(size, (this.#sizes.get(size) ?? 0) + cluster.text.length);
  }

  space(): void {
    if (!this.#text.endsWith(' ')) this.#text += ' ';
  }

  finish(): Piece | undefined {
    const first = this.#first;
    if (!first) return undefined;
    return {
      text: this.#text.replace(/\s+/g, ' ').trim(),
      words: this.#words,
      x0: this.#x0,
      x1: this.#x1,
      y: first.y,
      size: prevailing(this.#sizes),
      bold: this.#bold > this.#letters * 0.8,
      turn: first.turn,
      order: this.order,
      orders: [this.order],
      spaceAfter: this.#text.endsWith(' '),
    };
  }
}

export function prevailing(counts: ReadonlyMap<number, number>): number {
  let best = 0;
  let most = -1;
  for (const [value, count] of counts) {
    if (count > most || (count === most && value > best)) [best, most] = [value, count];
  }
  return best;
}

export function lineOf(pieces: readonly Piece[]): Line {
  const first = pieces[0]!;
  const sizes = new Map<number, number>();
  for (const piece of pieces) sizes.set(piece.size, (sizes.get(piece.size) ?? 0) + piece.text.length);
  return {
    pieces,
    x0: Math.min(...pieces.map((piece) => piece.x0)),
    x1: Math.max(...pieces.map((piece) => piece.x1)),
    y: first.y,
    size: prevailing(sizes),
    bold: pieces.every((piece) => piece.bold),
    turn: first.turn,
    order: Math.min(...pieces.map((piece) => piece.order)),
  };
}

/** The rows view: pieces of all lines sorted into visual lines, top to bottom, left to right. */
export function visualLines(lines: readonly Line[]): Line[] {
  const pieces = lines.flatMap((line) => line.pieces).sort((a, b) => a.turn - b.turn || a.y - b.y || a.x0 - b.x0);
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows[rows.length - 1];
    const head = row?.[0];
    if (row && head && head.turn === piece.turn && piece.y - head.y <= Math.max(head.size, piece.size) * 0.4)
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => lineOf(mergeClose(row.sort((a, b) => a.x0 - b.x0 || a.order - b.order))));
}

/** Pieces drawn one by one on a baseline (a word each) belong together where no cell edge parts them. */
function mergeClose(row: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of row) {
    const last = merged[merged.length - 1];
    const size = last ? Math.max(last.size, piece.size) : 0;
    if (last && piece.x0 - last.x1 <= size * cellGap && piece.x0 > last.x1 - size * 0.5) {
      const space = last.spaceAfter || piece.x0 - last.x1 > size * 0.25;
      merged[merged.length - 1] = {
        ...last,
        text: space ? `${last.text} ${piece.text}` : last.text + piece.text,
        words: [...last.words, ...piece.words.map((word, index) => (index === 0 && space ? { ...word, space } : word))],
        x1: Math.max(last.x1, piece.x1),
        bold: last.bold && piece.bold,
        order: Math.min(last.order, piece.order),
        orders: [...last.orders, ...piece.orders],
        spaceAfter: piece.spaceAfter,
      };
    } else merged.push(piece);
  }
  return merged;
}

/** Its pieces as one text. */
export const lineText = ({ pieces }: Line): string => pieces.map((piece) => piece.text).join(' ');

/** Width of what a line begins with, up to the first gap: what the line above had no room for, where it wraps. */
export function firstWidth({ pieces }: Line): number {
  const [word] = pieces[0]!.words;
  return word === undefined ? Number.POSITIVE_INFINITY : word.x1 - word.x0;
}

/** Joins wrapped lines: nothing between Thai letters, a space elsewhere and where the line ended with one. */
export function joinWrapped(parts: readonly { readonly text: string; readonly spaceAfter: boolean }[]): string {
  let result = '';
  let space = false;
  for (const { text, spaceAfter } of parts) {
    if (text === '') continue;
    const glue = result === '' || (!space && isThai(result.at(-1)) && isThai(text[0]));
    result += glue ? text : ` ${text}`;
    space = spaceAfter;
  }
  return result;
}

function isThai(char: string | undefined): boolean {
  return char !== undefined && char >= '\u0e01' && char <= '\u0e4e';
}
