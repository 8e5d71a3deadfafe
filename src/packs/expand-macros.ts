// Puts a vocabulary's macros into its phrases: `<name>` becomes `{a|b|…}`. Pure; faults are returned, not thrown.

export type Macros = Readonly<Record<string, readonly string[]>>;

export interface Expanded {
  readonly phrase: string;
  /** What is wrong with its macros, if anything. */
  readonly fault?: string;
}

const reference = /<([a-z-]+)>/g;

/** Expands every `<name>` of a phrase, macros within macros included. */
export function expandMacros(macros: Macros, phrase: string): Expanded {
  let fault: string | undefined;
  const expand = (text: string, open: readonly string[]): string =>
    text.replace(reference, (whole, name: string) => {
      if (open.includes(name)) {
        fault ??= `macro <${name}> contains itself (${[...open, name].map((entry) => `<${entry}>`).join(' → ')})`;
        return whole;
      }
      const alternatives = Object.hasOwn(macros, name) ? macros[name] : undefined;
      if (!alternatives) {
        fault ??= `unknown macro <${name}>; known: ${Object.keys(macros).sort().join(', ') || 'none'}`;
        return whole;
      }
      return `{${alternatives.map((entry) => expand(entry, [...open, name])).join('|')}}`;
    });
  const expanded = expand(phrase, []);
  return fault === undefined ? { phrase: expanded } : { phrase, fault };
}
