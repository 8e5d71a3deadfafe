// Writes docs/accuracy.md from test/accuracy/results.json (`npm run accuracy:docs`). Given a manifest, it measures first and keeps
// the results.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { loadPack } from '../../src/packs/load-pack.ts';
import { accuracyPage, type Results } from './accuracy-page.ts';
import type { Calibration } from './calibrate.ts';
import type { FirstSight } from './first-sight.ts';
import { labelNames, measure, scoresOf } from './measure.ts';
import { readManifest } from './read-manifest.ts';

const resultsFile = new URL('./results.json', import.meta.url);
const page = new URL('../../docs/accuracy.md', import.meta.url);

const manifest = process.argv[2];
if (manifest !== undefined) writeFileSync(resultsFile, `${JSON.stringify(await resultsOf(manifest), null, 2)}\n`);
mkdirSync(new URL('.', page), { recursive: true });
const read = (file: URL): unknown => JSON.parse(readFileSync(file, 'utf8'));
const calibration = read(new URL('./calibration.json', import.meta.url)) as Calibration;
const sights = read(new URL('./first-sight.json', import.meta.url)) as FirstSight[];
writeFileSync(page, accuracyPage(read(resultsFile) as Results, calibration, sights));

async function resultsOf(path: string): Promise<Results> {
  const known = readManifest(path, labelNames);
  for (const { line, message } of known.faults) process.stderr.write(`${path}:${line}: ${message}\n`);
  const kinds: Record<string, number> = {};
  for (const { kind } of known.items) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const pack = loadPack('phuket-accountability');
  const { rows } = await measure(known, pack);
  return {
    measuredOn: new Date().toISOString().slice(0, 10),
    set: {
      name: basename(dirname(resolve(path))),
      sha256: createHash('sha256').update(known.text).digest('hex'),
      items: known.items.length,
    },
    pack: { name: pack.name, version: pack.version, sha256: pack.sha256 },
    kinds,
    labels: scoresOf(rows),
    rows,
  };
}
