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
  /** Nothing in it but links. */
  readonly linkOnly: boolean;
  /** Texts of its links, where it is a row of two or more links and nothing else; in step with `line.links`. */
  readonly apart?: readonly string[];
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

    /** Adds text; answers how many of its characters are no white space. */
    add(text: string, block: HtmlNode, bold: HtmlNode | null, linked: boolean): number {
      if (text === '') return 0;
      raw += text;
      const end = text.charCodeAt(text.length - 1);
      spaced = end <= 32 || end === 0xa0;
      let count = 0;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code > 32 && code !== 0xa0) count++;
      }
      if (count === 0) return 0;
      if (solids === 0) node = block;
      solids += count;
      if (bold !== null) {
        boldSolids += count;
        boldRoot ??= bold;
      }
      if (linked) linkSolids += count;
      return count;
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

    /** Ends the line. `open` is the link that goes on in the next one; `isHeading` decides on the line as taken. */
    take(
      open: LinkDraft | null,
      isHeading: (taken: Omit<TakenLine, 'line' | 'apart'>, text: string) => boolean,
    ): TakenLine | undefined {
      const text = collapse(raw);
      const source = raw;
      const mine = links;
      const facts = { allBold: solids > 0 && boldSolids === solids, boldRoot, linkOnly: linkSolids >= solids };
      raw = '';
      spaced = true;
      links = open === null ? [] : [open];
      solids = 0;
      boldSolids = 0;
      linkSolids = 0;
      boldRoot = null;
      if (text === '' && mine.length === 0) return undefined;
      const line: Line = { text, links: mine, node, heading: isHeading(facts, text), prev: last };
      last = line;
      place(line, source);
      const apart = mine.length > 1 ? linkTexts(line, source) : undefined;
      return apart === undefined ? { line, ...facts } : { line, ...facts, apart };
    },
  };
}

/** Two neighbouring links are not one phrase. */
function linkTexts({ links }: Line, source: string): string[] | undefined {
  const texts: string[] = [];
  let end = 0;
  for (const { start, end: stop } of links) {
    if (stop < start || start < end || wordy.test(source.slice(end, start))) return undefined;
    texts.push(collapse(source.slice(start, stop)));
    end = stop;
  }
  return wordy.test(source.slice(end)) ? undefined : texts;
}
const wordy = /[\p{L}\p{N}]/u;

/** Tells each link of a line what stands before it, back to the link before, and after it. */
function place(line: Line, source: string): void {
  let end = 0;
  line.links.forEach((draft, i) => {
    const next = line.links[i + 1];
    if (draft.line === undefined) {
      draft.line = line;
      draft.place = i;
      draft.before = collapse(source.slice(end, draft.start));
      if (draft.end >= 0)
        draft.after = collapse(source.slice(draft.end, next === undefined ? source.length : next.start));
    }
    end = Math.max(end, draft.end < 0 ? source.length : draft.end);
  });
}
