// Names of elements and attributes as pages write them, and what is to be known of each; remembered, for all pages write the same.
import { holds, kindOf } from './html-node.ts';
import { remembering } from './remembering.ts';

export interface Name {
  /** As a tag. */
  readonly element: string;
  /** Bits of `kind` of that. */
  readonly kind: number;
  readonly attribute: string;
  /** Bit of `holds`, or 0. */
  readonly holds: number;
  /** As an attribute it leads nowhere and opens nothing (`href` does only where it is a link's). */
  readonly idle: boolean;
}

const idle: ReadonlySet<string> = new Set(
  'class id style href title alt width height align valign border cellpadding cellspacing bgcolor color size face lang dir colspan rowspan scope target'.split(
    ' ',
  ),
);

function newName(written: string): Name {
  const name = written.toLowerCase();
  const element = name === 'image' ? 'img' : name;
  return {
    element,
    kind: kindOf(element),
    attribute: name,
    holds: Object.hasOwn(holds, name) ? holds[name as keyof typeof holds] : 0,
    idle: idle.has(name),
  };
}

/** What is to be known of a name as written. */
export const nameOf = remembering(newName);
export const noName = newName('');
