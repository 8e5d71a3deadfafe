// What the styles of an OpenDocument text say of its paragraphs: which are headings, and which are bold throughout. Pure.
import { readXml } from './xml-events.ts';

/** A style, with what it takes over from its parent resolved. */
interface OdfStyle {
  readonly bold: boolean | undefined;
  /** 1–10 for headings. */
  readonly outline: number | undefined;
}

export type OdfStyles = ReadonlyMap<string, OdfStyle>;

/** Level of a line that is a heading by its weight alone. */
export const boldLevel = 6;
/** Longer bold lines are emphasis. */
const longestHeading = 120;
const mostParents = 20;

/** Styles of `styles.xml` and `content.xml`, the latter ones over the former. */
export function readOdfStyles(parts: readonly string[], maxDepth: number): OdfStyles {
  const own = new Map<string, { parent: string; bold?: boolean; outline?: number }>();
  for (const xml of parts) {
    let at: { parent: string; bold?: boolean; outline?: number } | undefined;
    readXml(
      xml,
      {
        open: (name, attributes) => {
          if (name === 'style:style') {
            const outline = Number(
              attributes['style:default-outline-level'] ?? headingName(attributes['style:name'] ?? ''),
            );
            at = { parent: attributes['style:parent-style-name'] ?? '', ...(outline >= 1 ? { outline } : {}) };
            own.set(attributes['style:name'] ?? '', at);
          } else if (name === 'style:text-properties' && at !== undefined) {
            const weight = attributes['style:font-weight-complex'] ?? attributes['fo:font-weight'];
            if (weight !== undefined) at.bold = weight === 'bold' || Number(weight) >= 600;
          }
        },
        close: (name) => {
          if (name === 'style:style') at = undefined;
        },
        text: () => {},
      },
      maxDepth,
    );
  }
  const styles = new Map<string, OdfStyle>();
  for (const name of own.keys()) {
    let [bold, outline]: [boolean | undefined, number | undefined] = [undefined, undefined];
    for (let [at, steps] = [name, 0]; own.has(at) && steps < mostParents; steps++) {
      const style = own.get(at)!;
      bold ??= style.bold;
      outline ??= style.outline;
      at = style.parent;
    }
    styles.set(name, { bold, outline });
  }
  return styles;
}

/** Styles that know headings by their names alone. */
export const withoutWeight = (styles: OdfStyles): OdfStyles =>
  new Map([...styles].map(([name, { outline }]) => [name, { bold: undefined, outline }]));

/** `Heading_20_2`, `Title`: built-in names, whose levels need not be written out. */
function headingName(name: string): number {
  const level = /^Heading_20_([1-9])$/u.exec(name)?.[1];
  if (level !== undefined) return Number(level);
  return name === 'Title' ? 1 : name === 'Subtitle' ? 2 : 0;
}

/** Follows a paragraph's runs and says whether it is bold throughout. */
export function createWeight(styles: OdfStyles): {
  /** A heading by the paragraph's style. */
  readonly outline: number | undefined;
  begin(style: string): void;
  end(): void;
  open(style: string): void;
  close(): void;
  text(content: string): void;
  /** It is a line of its own, bold from end to end, that heads what follows. */
  headsAlone(text: string): boolean;
} {
  /** Paragraphs within paragraphs: a text box or a note in the middle of a line. */
  const paragraphs: { style: OdfStyle | undefined; runs: boolean[]; bold: number; plain: number }[] = [];
  return {
    get outline() {
      const outline = paragraphs.at(-1)?.style?.outline;
      return outline === undefined ? undefined : Math.min(outline, 6);
    },
    begin(name) {
      const style = styles.get(name) ?? headOf(name);
      paragraphs.push({ style, runs: [style?.bold ?? false], bold: 0, plain: 0 });
    },
    end() {
      paragraphs.pop();
    },
    open(style) {
      const runs = paragraphs.at(-1)?.runs;
      runs?.push(styles.get(style)?.bold ?? runs.at(-1) ?? false);
    },
    close() {
      paragraphs.at(-1)?.runs.pop();
    },
    text(content) {
      const paragraph = paragraphs.at(-1);
      if (paragraph === undefined) return;
      const letters = content.trim().length;
      if (paragraph.runs.at(-1)) paragraph.bold += letters;
      else paragraph.plain += letters;
    },
    headsAlone(text) {
      const { bold = 0, plain = 0 } = paragraphs.at(-1) ?? {};
      return bold > 0 && plain === 0 && text.trim().length <= longestHeading && /\p{L}/u.test(text);
    },
  };
}

/** A built-in style that the file does not define. */
function headOf(name: string): OdfStyle | undefined {
  const outline = headingName(name);
  return outline > 0 ? { bold: true, outline } : undefined;
}
