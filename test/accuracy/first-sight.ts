// What the judge said of a reader's sites before anything was mended for them: the best measure of how it will do on others, and
// not to be had again afterwards. `node test/accuracy/first-sight.ts <name> <folder>` adds it to first-sight.json.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Signal } from '../../src/judge/confidence-signals.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { sitesOf } from './labelled-sites.ts';
import { type Cell, cellsOfSite } from './site-cells.ts';
import { writeFormatted } from './write-formatted.ts';

/** One set of test/accuracy/first-sight.json. */
export interface FirstSight {
  /** The folder under fixtures that the set became. */
  readonly set: string;
  /** YYYY-MM-DD. */
  readonly seenOn: string;
  readonly pack: string;
  /**
   * Decided cells by agency and criterion: `verdict` right or wrong, and its signs of doubt. `unnamed-1` …: of the first records, which
   * did not note the criterion, where it can no longer be told; these lack the signs of the second reader, too.
   */
  readonly agencies: Readonly<
    Record<string, Readonly<Record<string, readonly [Cell['verdict'], boolean, ...Signal[]]>>>
  >;
}

export function cellsAtFirstSight({ agencies }: FirstSight): Cell[] {
  return Object.entries(agencies).flatMap(([id, cells]) =>
    Object.entries(cells).map(
      ([criterion, [verdict, right, ...signals]]): Cell => ({
        criterion,
        source: 'reader',
        variant: 'first-sight',
        // As its cells are called after mending, if it is fitted to too.
        group: `reader/${id}`,
        verdict,
        right,
        signals,
      }),
    ),
  );
}

async function record(set: string, folder: string): Promise<void> {
  const file = fileURLToPath(new URL('./first-sight.json', import.meta.url));
  const known = JSON.parse(readFileSync(file, 'utf8')) as FirstSight[];
  if (known.some((one) => one.set === set)) throw new Error(`${set} was seen before: a second look is no first sight`);
  const pack = loadPack('phuket-accountability');
  const agencies: Record<string, FirstSight['agencies'][string]> = {};
  for (const site of await sitesOf(resolve(folder)))
    agencies[site.agency.id] = Object.fromEntries(
      cellsOfSite(pack, site, 'first-sight').map(
        ({ criterion, verdict, right, signals }) => [criterion, [verdict, right, ...signals]] as const,
      ),
    );
  const seen: FirstSight = { set, seenOn: new Date().toISOString().slice(0, 10), pack: pack.version, agencies };
  writeFormatted(file, JSON.stringify([...known, seen]));
}

if (import.meta.main) {
  const [set, folder] = process.argv.slice(2);
  if (set === undefined || folder === undefined) {
    process.stderr.write('usage: node test/accuracy/first-sight.ts <name of the set> <folder with expected.csv>\n');
    process.exitCode = 2;
  } else await record(set, folder);
}
