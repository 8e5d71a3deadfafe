// Writes a file of this repository in the form that its formatter gives it.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export function writeFormatted(path: string, text: string): void {
  writeFileSync(path, text);
  spawnSync(fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url)), ['format', '--write', path]);
}
