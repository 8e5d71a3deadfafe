// A text under repair with its way back to the original; the passes of repair.ts and normal.ts hand it on. Internal to text/.

/** A changed text and, for each of its code units (and its end), the index in the original it came from. */
export interface MappedText {
  readonly text: string;
  /** `offsets[i]` = index in the original of `text[i]`; `offsets[text.length]` = length of the original; never decreasing. */
  readonly offsets: Uint32Array;
  /** Number of repairs that show real damage (not white space, zero-width characters or canonical variants). */
  readonly damage: number;
}

export function identity(text: string): MappedText {
  const offsets = new Uint32Array(text.length + 1);
  for (let i = 0; i < offsets.length; i++) offsets[i] = i;
  return { text, offsets, damage: 0 };
}

/** Code units with offsets, appended one by one; never longer than the capacity given. */
export interface Tape {
  readonly codes: Uint16Array;
  readonly offsets: Uint32Array;
  length: number;
  damage: number;
  /** Length just after a mark was joined to its letter across white space; −1 before the first. */
  joinedAt: number;
}

export function emptyTape(capacity: number): Tape {
  const codes = new Uint16Array(capacity);
  return { codes, offsets: new Uint32Array(capacity + 1), length: 0, damage: 0, joinedAt: -1 };
}

let scratch = emptyTape(4096);

/**
 * An empty tape. All share one memory (allocating typed arrays a segment costs more than filling them): a tape must be cut
 * before the next one is begun.
 */
export function newTape(capacity: number): Tape {
  if (scratch.codes.length < capacity) {
    const size = Math.max(capacity, Math.min(scratch.codes.length * 2, 1 << 20));
    scratch = emptyTape(size);
  }
  scratch.length = 0;
  scratch.damage = 0;
  scratch.joinedAt = -1;
  return scratch;
}

/** The tape as text; `originalLength` closes the offsets. */
export function cutTape(tape: Tape, originalLength: number): MappedText {
  tape.offsets[tape.length] = originalLength;
  return {
    text: textOf(tape.codes, tape.length),
    offsets: tape.offsets.slice(0, tape.length + 1),
    damage: tape.damage,
  };
}

/** The first `length` code units as a string. */
export function textOf(codes: Uint16Array, length: number): string {
  if (!littleEndian) return byUnits(codes, length);
  // Decoded from memory: twice to nine times as fast as from a list of units, and nothing is left to collect.
  if (viewed.buffer !== codes.buffer) viewed = Buffer.from(codes.buffer, 0);
  return viewed.toString('utf16le', codes.byteOffset, codes.byteOffset + length * 2);
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
/** Of the last memory that was asked for: nearly always that of the shared tape. */
let viewed: Buffer = Buffer.alloc(0);

function byUnits(codes: Uint16Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 8192)
    text += String.fromCharCode.apply(null, codes.subarray(i, Math.min(length, i + 8192)) as unknown as number[]);
  return text;
}

/**
 * Replaces matches of a global expression. A replacement of the same length keeps each unit's own offset; another length
 * gives all of its units offsets of the match, nondecreasing. `replacement` returns undefined to leave a match.
 */
export function replaceMapped(
  m: MappedText,
  expression: RegExp,
  replacement: (match: RegExpMatchArray) => string | undefined,
  countsAsDamage: boolean,
): MappedText {
  const pieces: string[] = [];
  const offsets: number[] = [];
  let done = 0;
  let hits = 0;
  for (const match of m.text.matchAll(expression)) {
    const by = replacement(match);
    if (by === undefined || by === match[0]) continue;
    const start = match.index!;
    pieces.push(m.text.slice(done, start), by);
    for (let i = done; i < start; i++) offsets.push(m.offsets[i]!);
    for (let i = 0; i < by.length; i++) offsets.push(m.offsets[start + Math.min(i, match[0].length - 1)]!);
    done = start + match[0].length;
    hits++;
  }
  if (hits === 0) return m;
  pieces.push(m.text.slice(done));
  for (let i = done; i < m.offsets.length; i++) offsets.push(m.offsets[i]!);
  return {
    text: pieces.join(''),
    offsets: Uint32Array.from(offsets),
    damage: m.damage + (countsAsDamage ? hits : 0),
  };
}
