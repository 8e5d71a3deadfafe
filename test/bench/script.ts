// Runs one of the older bench scripts as it is and keeps what it prints.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchSection } from './section.ts';

/** The scripts, and what they need beside themselves. */
export const scripts = {
  html: { title: 'Reading of HTML', flags: [] },
  text: { title: 'Thai text', flags: [] },
  documents: { title: 'Reading of documents beside peers', flags: [] },
  hostile: { title: 'Hostile documents', flags: [] },
  faults: { title: 'Faults of the network', flags: ['--expose-gc'] },
} as const;

export function benchScript(name: keyof typeof scripts): BenchSection {
  const { title, flags } = scripts[name];
  const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, file], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${name} ended with status ${status}\n${stdout}\n${stderr}`);
  return { tables: [], goals: [], notes: [], printed: { title, text: stdout.trimEnd() } };
}
