// Fits the second reader (src/judge/likeness.ts): logistic regression over runs of letters, one for each criterion. A label is of a
// whole site or document, so that only its likeliest passage counts, the one that the fit itself finds so (multiple-instance
// learning). Deterministic.
import { buckets, type LikenessWeights, scoreOf, share } from '../../src/judge/likeness.ts';

/** A labelled site or document. */
export interface Example {
  /** Of what reader or kind: sets are kept together when the fit is checked. */
  readonly set: string;
  /** Criterion id → whether it is shown. */
  readonly shown: Readonly<Record<string, boolean>>;
  readonly passages: readonly { readonly features: Uint16Array; readonly mayShow: ReadonlySet<string> }[];
}

const rounds = 8;
/** First step of AdaGrad, and what holds weights towards 0. */
const step = 0.15;
const decay = 1e-5;
const biasStep = 0.02;

export function fitLikeness(examples: readonly Example[], criterion: string): LikenessWeights {
  const bags = examples.flatMap(({ shown, passages }) => {
    const features = passages.filter(({ mayShow }) => mayShow.has(criterion)).map((passage) => passage.features);
    const truth = shown[criterion];
    return truth === undefined || features.length === 0 ? [] : [{ truth, features }];
  });
  const positive = bags.filter(({ truth }) => truth).length;
  // The rarer truth weighs more, but not so much that as many are claimed as not.
  const weightOfTrue = Math.sqrt((bags.length - positive) / Math.max(1, positive));
  const weights = new Float64Array(buckets);
  const squares = new Float64Array(buckets).fill(1e-6);
  const fit = { bias: 0, weights, scale: 1 };
  const random = sequence();
  for (let round = 0; round < rounds; round++) {
    for (const { truth, features } of shuffled(bags, random)) {
      const { passage, score } = likeliest(fit, features);
      const error = (share(score) - Number(truth)) * (truth ? weightOfTrue : 1);
      const each = error / Math.sqrt(passage.length + 1);
      for (const bucket of passage) {
        const slope = each + decay * weights[bucket]!;
        squares[bucket]! += slope * slope;
        weights[bucket]! -= (step / Math.sqrt(squares[bucket]!)) * slope;
      }
      fit.bias -= biasStep * error;
    }
  }
  return fit;
}

function likeliest(fit: LikenessWeights, passages: readonly Uint16Array[]): { passage: Uint16Array; score: number } {
  let [passage] = passages as [Uint16Array];
  let score = Number.NEGATIVE_INFINITY;
  for (const one of passages) {
    const found = scoreOf(fit, one);
    if (found <= score) continue;
    score = found;
    passage = one;
  }
  return { passage, score };
}

/** As a pack keeps it: a byte a bucket. */
export function packedWeights({ bias, weights }: LikenessWeights): { bias: number; scale: number; weights: string } {
  const all = Array.from(weights);
  // Few weights are large: cut to what all but one of a thousand have, so that the others keep their differences.
  const most = all.map(Math.abs).sort((a, b) => a - b)[Math.floor(all.length * 0.999)] || 1;
  const scale = Number((most / 127).toPrecision(6));
  const bytes = Int8Array.from(all, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  return { bias: Number(bias.toFixed(4)), scale, weights: Buffer.from(bytes.buffer).toString('base64') };
}

/** Numbers from 0 to 1, always the same (a linear congruential generator). */
function sequence(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

/** Fisher–Yates. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
