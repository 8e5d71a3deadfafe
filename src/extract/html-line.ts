// The line being read: its text, the links in it, how much of it is bold or linked. Taken whole at each block edge or break.
import type { Line, LinkDraft } from './html-draft.ts';
import type { HtmlNode } from './html-node.ts';
import { collapse } from './html-text.ts';

/** A line as taken, before it is known what it becomes. */
export interface TakenLine {
  readonly line: Line;
  /** All of its text is bold or large. */
  readonly allBold: boolean;
  /** Element that made its first bold text bold. */
  readonly boldRoot: HtmlNode | null;
  /** Set apart as a title: short, bold throughout, words of its own. */
  readonly titled: boolean;
  /** Texts of its links, where it is a row of two or more links and nothing else; in step with `line.links`. */
  readonly apart?: readonly string[];
}

/** Where a line ends: `free` becomes a segment of its own, `heading` is part of a heading, `inner` of a cell or an item. */
export type LinePlace = 'free' | 'heading' | 'inner';

const wordy = /[\p{L}\p{N}]/u;
/** Whether a text has a letter or digit: no mere ornament. */
export function isWordy(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0xe01 && code <= 0xe2e) || (code >= 0xe50 && code <= 0xe59) || (code >= 0x30 && code <= 0x39))
      return true;
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return true;
    if (code >= 0x80) return wordy.test(text);
  }
  return false;
}

/** Collects one line after another. `start` is the block that is read first. */
export function createLineReader(start: HtmlNode) {
  let raw = '';
  let spaced = true; // raw is empty or ends in a space; asked apart, for looking would flatten it each time
  let links: LinkDraft[] = [];
  let node = start;
  let solids = 0;
  let boldSolids = 0;
  let linkSolids = 0;
  let boldRoot: HtmlNode | null = null;
  let last: Line | null = null;

  return {
    /** Length of the text so far: where a link begins or ends. */
    position: (): number => raw.length,
    isEmpty: (): boolean => raw === '' && links.length === 0,
    hasText: (): boolean => raw !== '',
    lastLine: (): Line | null => last,

    /** Adds text of which `count` characters are no white space. */
    add(text: string, count: number, block: HtmlNode, bold: HtmlNode | null, linked: boolean): void {
      if (text === '') return;
      raw = raw === '' ? text : raw + text;
      const end = text.charCodeAt(text.length - 1);
      spaced = end <= 32 || end === 0xa0;
      if (count === 0) return;
      if (solids === 0) node = block;
      solids += count;
      if (bold !== null) {
        boldSolids += count;
        boldRoot ??= bold;
      }
      if (linked) linkSolids += count;
    },

    /** Parts what follows from the text so far. */
    part(): void {
      if (raw === '' || spaced) return;
      raw += ' ';
      spaced = true;
    },

    enter(block: HtmlNode): void {
      node = block;
    },

    addLink(draft: LinkDraft, block: HtmlNode): void {
      links.push(draft);
      node = block;
    },

    /** Ends the line. `open` is the link that goes on in the next one; `lastBold` made the line before bold. */
    take(open: LinkDraft | null, where: LinePlace, lastBold: HtmlNode | null): TakenLine | undefined {
      const text = collapse(raw);
      const source = raw;
      const mine = links;
      const allBold = solids > 0 && boldSolids === solids;
      const root = boldRoot;
      const linkOnly = linkSolids >= solids;
      raw = '';
      spaced = true;
      if (open !== null) links = [open];
      else if (mine.length > 0) links = [];
      solids = 0;
      boldSolids = 0;
      linkSolids = 0;
      boldRoot = null;
      if (text === '' && mine.length === 0) return undefined;
      const titled =
        allBold &&
        where === 'free' &&
        !linkOnly &&
        root !== lastBold &&
        text.length >= 4 &&
        text.length <= 150 &&
        /\p{L}{2}/u.test(text) &&
        !figure.test(text);
      const kept = mine.length > 0 ? mine : noLinks;
      const line: Line = {
        text,
        links: kept,
        node,
        heading: titled || where === 'heading',
        prev: last,
        generic: undefined,
      };
      last = line;
      if (mine.length === 0) return { line, allBold, boldRoot: root, titled };
      place(line, source);
      const apart = mine.length > 1 ? linkTexts(line, source) : undefined;
      return apart === undefined
        ? { line, allBold, boldRoot: root, titled }
        : { line, allBold, boldRoot: root, titled, apart };
    },
  };
}

/** What a card says large of what is named beside it (72 โครงการ, 9.33 ล้านบาท): a number and what it counts, and no name. */
const figure =
  /^[^\p{L}\p{Nd}]*\p{Nd}(?:[\p{Nd},/]|\.(?=\p{Nd}))*\s*%?\s*(?:พัน|หมื่น|แสน|ล้าน)?\s*(?:บาท|โครงการ|กิจกรรม|แผนงาน|รายการ|ตัวชี้วัด|เรื่อง|ราย|คน|แห่ง|ครั้ง|หมู่บ้าน|baht|projects?|activities|items?)?[^\p{L}\p{Nd}]*$/iu;

export type LineReader = ReturnType<typeof createLineReader>;

const noLinks: readonly LinkDraft[] = [];

/** Two neighbouring links are not one phrase. */
function linkTexts({ links }: Line, source: string): string[] | undefined {
  const texts: string[] = [];
  let end = 0;
  for (const { start, end: stop } of links) {
    if (stop < start || start < end || isWordy(source.slice(end, start))) return undefined;
    texts.push(collapse(source.slice(start, stop)));
    end = stop;
  }
  return isWordy(source.slice(end)) ? undefined : texts;
}

/** Tells each link of a line what stands before it, back to the link before, and after it. */
function place(line: Line, source: string): void {
  let end = 0;
  for (let i = 0; i < line.links.length; i += 1) {
    const draft = line.links[i]!;
    if (draft.line === undefined) {
      const next = line.links[i + 1];
      draft.line = line;
      draft.place = i;
      draft.before = collapse(source.slice(end, draft.start));
      if (draft.end >= 0)
        draft.after = collapse(source.slice(draft.end, next === undefined ? source.length : next.start));
    }
    end = Math.max(end, draft.end < 0 ? source.length : draft.end);
  }
}
