// Streams the elements of an XML part of an Office document: no tree, no entity expansion, depth-limited.
import { Parser } from 'htmlparser2';

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** False when the nesting exceeds `maxDepth` (hostile) and reading stopped. */
export function readXml(xml: string, handler: XmlHandler, maxDepth: number): boolean {
  let depth = 0;
  let tooDeep = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > maxDepth) tooDeep = true;
        if (!tooDeep) handler.open(name, attributes);
      },
      onclosetag: (name) => {
        depth--;
        if (!tooDeep) handler.close(name);
      },
      ontext: (text) => {
        if (!tooDeep) handler.text(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  // In slices, so that a hostile part is given up early.
  for (let at = 0; at < xml.length && !tooDeep; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  if (!tooDeep) parser.end();
  return !tooDeep;
}

/** Deepest nesting of an XML text is within `maxDepth`. */
export function isShallow(xml: string, maxDepth: number): boolean {
  return readXml(xml, { open: () => {}, close: () => {}, text: () => {} }, maxDepth);
}
