// What a page's own style sheets say of its classes: pages made with editors set their titles in `.style1 { font-size: 18px;
// font-weight: bold }`. Sheets of other files are not asked for. Pure.
import { style, styleOf } from './html-looks.ts';

export interface PageSheet {
  /** Takes in the text of a `<style>` element. */
  read(css: string): void;
  /** Bits (`style` of html-looks) that the sheets set for a class attribute. */
  bitsOf(classes: string): number;
}

/** Rules taken in, and characters of a sheet read: builders' sheets are long, and say nothing of titles at their end. */
const [mostRules, longestSheet, longestSelector] = [2000, 200_000, 200];

export function createPageSheet(): PageSheet {
  const bits = new Map<string, number>();
  const asked = new Map<string, number>();
  return {
    read(css) {
      for (const part of css.slice(0, longestSheet).split('}')) {
        const at = part.lastIndexOf('{');
        const said = at < 0 ? 0 : styleOf(part.slice(at + 1)) & (style.bold | style.large);
        if (said === 0) continue;
        // What stands in a condition (@media … {) is told at its inner rule.
        const selectors = part.slice(0, at);
        for (const selector of selectors
          .slice(Math.max(selectors.lastIndexOf('{'), selectors.lastIndexOf(';')) + 1)
          .split(',')) {
          const name = selector.length > longestSelector ? undefined : alone.exec(selector)?.[1];
          if (name === undefined || bits.size >= mostRules) continue;
          bits.set(name, (bits.get(name) ?? 0) | said);
          asked.clear();
        }
      }
    },
    bitsOf(classes) {
      if (bits.size === 0) return 0;
      const known = asked.get(classes);
      if (known !== undefined) return known;
      let said = 0;
      for (const name of classes.split(/\s+/)) said |= bits.get(name) ?? 0;
      asked.set(classes, said);
      return said;
    },
  };
}

/** One class, of any element or of one, and nothing around it. */
const alone = /^(?:\s|<!--|\/\*.*?\*\/)*(?:[a-z][a-z0-9]*)?\.([\w-]+)\s*$/is;
