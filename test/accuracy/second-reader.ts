// The second reader of a pack as fitted to all labelled sets, and to all but those of a fold: what it says of a set may be believed
// only where it has not seen the set.
import { type LikenessWeights, scoreOf, share, unpackedWeights } from '../../src/judge/likeness.ts';
import type { LikenessFile, Pack } from '../../src/judge/pack.ts';
import { type Example, fitLikeness, packedWeights } from './fit-likeness.ts';
import { hasContent, type JudgedExample } from './likeness-examples.ts';

const folds = 5;

export interface SecondReader {
  /** For the pack's `likeness.json`. */
  readonly file: LikenessFile;
  /** The pack with a second reader that has not seen the set; one that saw all, for a set that is none of those fitted to. */
  packFor(set: string): Pack;
  /** Of the judge's `not-met` where nothing of the sort was read: how many were wrong, by how much the likeliest passage is like it. */
  readonly shares: readonly ShareBin[];
}

export interface ShareBin {
  /** Bounds of the share; the upper one belongs to the next bin. */
  readonly from: number;
  readonly to: number;
  readonly cells: number;
  readonly wrong: number;
}

export function fitSecondReader(pack: Pack, examples: readonly JudgedExample[]): SecondReader {
  const sets = [...new Set(examples.map(({ set }) => set))].sort();
  const foldOf = (set: string): number => sets.indexOf(set) % folds;
  const file = fileOf(pack, examples);
  const files = Array.from({ length: folds }, (_, fold) =>
    fileOf(
      pack,
      examples.filter(({ set }) => foldOf(set) !== fold),
    ),
  );
  const packs = files.map((weights) => withReader(pack, weights));
  const unpacked = files.map((weights) =>
    Object.fromEntries(Object.entries(weights).map(([id, packed]) => [id, unpackedWeights(packed)])),
  );
  const whole = withReader(pack, file);
  return {
    file,
    packFor: (set) => packs[foldOf(set)] ?? whole,
    shares: sharesOf(examples, (set) => unpacked[foldOf(set)]!),
  };
}

function fileOf(pack: Pack, examples: readonly Example[]): LikenessFile {
  const asked = pack.criteria.filter(hasContent);
  return Object.fromEntries(asked.map(({ id }) => [id, packedWeights(fitLikeness(examples, id))]));
}

const withReader = (pack: Pack, file: LikenessFile): Pack => ({
  ...pack,
  criteria: pack.criteria.map(({ likeness: _, ...criterion }) => {
    const likeness = file[criterion.id];
    return likeness === undefined ? criterion : { ...criterion, likeness };
  }),
});

const bounds = [0, 0.3, 0.5, 0.8, 0.9, 1.01];

function sharesOf(
  examples: readonly JudgedExample[],
  weightsFor: (set: string) => Readonly<Record<string, LikenessWeights>>,
): ShareBin[] {
  const bins = bounds.slice(0, -1).map((from, at) => ({ from, to: Math.min(1, bounds[at + 1]!), cells: 0, wrong: 0 }));
  for (const { set, shown, missed, passages } of examples) {
    for (const criterion of missed) {
      const weights = weightsFor(set)[criterion];
      if (weights === undefined) continue;
      const scores = passages.flatMap(({ mayShow, features }) =>
        mayShow.has(criterion) ? [scoreOf(weights, features)] : [],
      );
      const most = scores.length === 0 ? 0 : share(Math.max(...scores));
      const bin = bins.findLast(({ from }) => most >= from)!;
      bin.cells += 1;
      if (shown[criterion]) bin.wrong += 1;
    }
  }
  return bins;
}
