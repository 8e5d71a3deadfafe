// Bytes of a committed document.
import { readFileSync } from 'node:fs';

export function fixtureBytes(name: string): Buffer {
  return readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url));
}
