// Fits the second reader and measures what each sign of doubt weighs, and writes the pack's likeness.json,
// src/judge/confidence-table.ts and test/accuracy/calibration.json (`npm run calibrate -- <manifest.jsonl>`). Labelled sites and items
// are judged as they are and perturbed; see perturb-crawl.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { metSignals, notMetSignals, type Signal } from '../../src/judge/confidence-signals.ts';
import type { Pack } from '../../src/judge/pack.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { cellsAtFirstSight, type FirstSight } from './first-sight.ts';
import { crossValidate, fitConfidence, type Reliability, reliabilityOf, type Sample } from './fit-confidence.ts';
import { labelledItems } from './labelled-items.ts';
import { generatedSites, type LabelledSite, provinceSites, readerSites, readers } from './labelled-sites.ts';
import { type JudgedExample, likenessExamples } from './likeness-examples.ts';
import { evaluateItem, labelNames } from './measure.ts';
import { perturbationIds, perturbCrawl } from './perturb-crawl.ts';
import { readManifest } from './read-manifest.ts';
import { fitSecondReader, type ShareBin } from './second-reader.ts';
import { type Cell, cellsOfSite } from './site-cells.ts';
import { writeFormatted } from './write-formatted.ts';

type Decided = Cell['verdict'];
const signalsBy = { met: metSignals, 'not-met': notMetSignals } as const;

/** Pseudo-cells that hold each weight towards 0: chosen by the likelihood of cells not fitted to. */
const ridges = [0.3, 1, 3, 10] as const;
/** Requests of the crawls that end too early; an audit makes ten to thirty. */
const fewRequests = 8;
const generated = 40;

/** test/accuracy/calibration.json: what the page on accuracy tells. */
export interface Calibration {
  readonly verdicts: Readonly<
    Record<
      Decided,
      {
        /** All cells, perturbed ones weighing as much in sum as the others; each predicted by a fit without its site or item. */
        readonly mixed: Reliability;
        /** Those that were not perturbed. */
        readonly asIs: Reliability;
        /** Those of sets judged before anything was mended for them. */
        readonly firstSight: Reliability;
        readonly ridge: number;
        /** Sign → cells it was seen in, those of them that were wrong, weight (log-odds). */
        readonly signals: Readonly<
          Record<string, { readonly cells: number; readonly wrong: number; readonly weight: number }>
        >;
      }
    >
  >;
  /** Cells and wrong ones by variant. */
  readonly variants: Readonly<Record<string, { readonly cells: number; readonly wrong: number }>>;
  readonly sites: number;
  readonly items: number;
  readonly secondReader: {
    /** Sites and documents that it was fitted to. */
    readonly examples: number;
    /** By fits that have not seen their set. */
    readonly shares: readonly ShareBin[];
  };
}

/** A labelled site and the set that it is of. */
interface SiteOfSet {
  readonly set: string;
  readonly site: LabelledSite;
}

async function cellsOfItems(pack: Pack, path: string): Promise<{ cells: Cell[]; items: number }> {
  const { items } = readManifest(path, labelNames);
  const cells: Cell[] = [];
  for await (const labelled of labelledItems(items)) {
    const { crawl, item } = labelled;
    for (const variant of ['as-is', ...perturbationIds] as const) {
      if (crawl === undefined || variant === 'mislabelled') continue;
      const seen = variant === 'as-is' ? crawl : perturbCrawl(crawl, variant, item.id);
      for (const { criterion, expected, decided, linked } of evaluateItem({ ...labelled, crawl: seen }, pack)) {
        const { verdict, signals } = decided;
        if (linked !== undefined || (verdict !== 'met' && verdict !== 'not-met')) continue;
        const right = (verdict === 'met') === expected;
        cells.push({ criterion, source: 'items', variant, group: `items/${item.id}`, verdict, signals, right });
      }
    }
  }
  return { cells, items: items.length };
}

/** Perturbed cells weigh as much together as the others together: half of what an office meets is not as tidy as the samples. */
function weighed(cells: readonly Cell[]): (Sample & Cell)[] {
  const isReal = ({ variant }: Cell): boolean => variant === 'as-is' || variant === 'first-sight';
  const real = cells.filter(isReal).length;
  const weight = real / Math.max(1, cells.length - real);
  return cells.map((cell) => ({ ...cell, weight: isReal(cell) ? 1 : weight }));
}

function surprise(samples: readonly Sample[], predicted: readonly number[]): number {
  return samples.reduce(
    (sum, { right, weight }, i) => sum - weight * Math.log(right ? predicted[i]! : 1 - predicted[i]!),
    0,
  );
}

function fitted(cells: readonly Cell[], verdict: Decided, groups: number) {
  const samples = weighed(cells.filter((cell) => cell.verdict === verdict));
  const names: readonly Signal[] = signalsBy[verdict];
  const tries = ridges.map((ridge) => ({ ridge, predicted: crossValidate(samples, names, ridge) }));
  const [best] = tries.toSorted((a, b) => surprise(samples, a.predicted) - surprise(samples, b.predicted));
  const { ridge, predicted } = best!;
  const { intercept, weights } = fitConfidence(samples, names, ridge);
  // Laplace over the sites and items: however many cells were right, surer than this is not known.
  const ceiling = Math.floor(((groups + 1) / (groups + 2)) * 100) / 100;
  const outcomes = samples.map(({ right, weight, variant }, i) => ({
    predicted: Math.min(predicted[i]!, ceiling),
    right,
    weight,
    variant,
  }));
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const kept = Object.entries(weights).filter(([, weight]) => round(weight) < 0);
  return {
    table: { intercept: round(intercept), ceiling, weights: Object.fromEntries(kept.map(([id, w]) => [id, round(w)])) },
    told: {
      mixed: reliabilityOf(outcomes),
      asIs: reliabilityOf(outcomes.filter(({ variant }) => variant === 'as-is')),
      firstSight: reliabilityOf(outcomes.filter(({ variant }) => variant === 'first-sight')),
      ridge,
      signals: Object.fromEntries(
        names.map((name) => {
          const held = samples.filter(({ signals }) => signals.includes(name));
          return [
            name,
            { cells: held.length, wrong: held.filter(({ right }) => !right).length, weight: round(weights[name] ?? 0) },
          ];
        }),
      ),
    },
  };
}

/** `maxRequests`: as in `provinceSites`. */
async function labelledSites(maxRequests?: number): Promise<SiteOfSet[]> {
  const sites = new Map([['province', await provinceSites(maxRequests)]]);
  for (const reader of readers) sites.set(reader, await readerSites(reader, maxRequests));
  sites.set('generated', await generatedSites(generated, maxRequests));
  return [...sites].flatMap(([set, ofSet]) => ofSet.map((site) => ({ set, site })));
}

async function calibrate(manifest: string): Promise<void> {
  const pack = loadPack('phuket-accountability');
  const examples: JudgedExample[] = [];
  for await (const example of likenessExamples(pack, manifest)) examples.push(example);
  process.stderr.write(`second reader: ${examples.length} sites and documents\n`);
  const second = fitSecondReader(pack, examples);
  const sites = await labelledSites();
  const hurried = await labelledSites(fewRequests);
  const cells: Cell[] = [];
  for (const variant of ['as-is', 'few-requests', ...perturbationIds] as const) {
    for (const { set, site } of variant === 'few-requests' ? hurried : sites)
      cells.push(...cellsOfSite(second.packFor(set), site, variant));
    process.stderr.write(`${variant}: ${cells.filter((cell) => cell.variant === variant).length} cells of sites\n`);
  }
  const ofItems = await cellsOfItems(second.packFor('items'), manifest);
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const sights = JSON.parse(readFileSync(here('./first-sight.json'), 'utf8')) as FirstSight[];
  cells.push(...ofItems.cells, ...sights.flatMap(cellsAtFirstSight));
  const groups = new Set(cells.map(({ group }) => group)).size;
  const [met, notMet] = [fitted(cells, 'met', groups), fitted(cells, 'not-met', groups)];
  const variants: Record<string, { cells: number; wrong: number }> = {};
  for (const { variant, right } of cells) {
    const count = variants[variant] ?? { cells: 0, wrong: 0 };
    variants[variant] = { cells: count.cells + 1, wrong: count.wrong + (right ? 0 : 1) };
  }
  const told: Calibration = {
    verdicts: { met: met.told, 'not-met': notMet.told },
    variants,
    sites: sites.length,
    items: ofItems.items,
    secondReader: { examples: examples.length, shares: second.shares },
  };
  writeFormatted(here('../../src/packs/phuket-accountability/likeness.json'), JSON.stringify(second.file));
  writeFileSync(here('./calibration.json'), `${JSON.stringify(told, null, 2)}\n`);
  const table = here('../../src/judge/confidence-table.ts');
  writeFormatted(table, tableText({ met: met.table, 'not-met': notMet.table }));
  process.stderr.write(readFileSync(table, 'utf8'));
}

function tableText(table: unknown): string {
  return `// What the signs of doubt weigh: written by \`npm run calibrate\`, never by hand. Data only.
//
// A logistic regression whose weights may only lower, over cells of known truth: sites of the sample province, of three
// readers and generated ones, and single real pages and documents, each as it is and perturbed (pages lost, text damaged, tables
// flattened, titles, labels or years lost, labels exchanged …), the perturbed ones weighing as much in sum as the others; and
// readers' sites as they were judged before anything was mended for them.
// Reliability on cells left out of the fit: docs/accuracy.md.
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: a measured weight is near a constant by chance.
export const confidenceTable = ${JSON.stringify(table, null, 2)} as const;
`;
}

const manifest = process.argv[2];
if (manifest === undefined) {
  process.stderr.write('usage: npm run calibrate -- <manifest.jsonl>\n');
  process.exitCode = 2;
} else await calibrate(manifest);
