// Fits and checks the confidence of verdicts: logistic regression whose weights may only lower, and reliability tables. Pure and
// deterministic.

/** One judged cell of known truth. */
export interface Sample {
  /** Cells of one site or item are kept together when the fit is checked. */
  readonly group: string;
  readonly signals: readonly string[];
  readonly right: boolean;
  readonly weight: number;
}

export interface Fit {
  readonly intercept: number;
  /** Signal → what it adds to the log-odds; never above 0. */
  readonly weights: Readonly<Record<string, number>>;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export function predict({ intercept, weights }: Fit, signals: readonly string[]): number {
  return sigmoid(intercept + signals.reduce((sum, signal) => sum + (weights[signal] ?? 0), 0));
}

/**
 * Weighted logistic regression by projected gradient descent. Every signal is a reason for doubt: one that by chance goes with
 * right verdicts gets 0, not a bonus. `ridge` keeps weights of rare signals small.
 */
export function fitConfidence(samples: readonly Sample[], signals: readonly string[], ridge: number): Fit {
  const patterns = patternsOf(samples, signals);
  const total = patterns.reduce((sum, { right, wrong }) => sum + right + wrong, 0);
  let intercept = 2;
  const weights = signals.map(() => 0);
  // The gradient's slope is at most (1 + number of signals) / 4 of the total weight.
  const step = 4 / (1 + Math.max(...patterns.map(({ held }) => held.length), 1));
  for (let round = 0; round < 6_000; round++) {
    let slope = 0;
    const slopes = signals.map((_, i) => -ridge * weights[i]!);
    for (const { held, right, wrong } of patterns) {
      const p = sigmoid(held.reduce((sum, i) => sum + weights[i]!, intercept));
      const error = right - (right + wrong) * p;
      slope += error;
      for (const i of held) slopes[i]! += error;
    }
    intercept += (step * slope) / total;
    for (const [i, value] of slopes.entries()) weights[i] = Math.min(0, weights[i]! + (step * value) / total);
  }
  return { intercept, weights: Object.fromEntries(signals.map((signal, i) => [signal, weights[i]!])) };
}

interface Pattern {
  readonly held: readonly number[];
  right: number;
  wrong: number;
}

function patternsOf(samples: readonly Sample[], signals: readonly string[]): Pattern[] {
  const index = new Map(signals.map((signal, i) => [signal, i]));
  // One imagined cell of each kind without any sign of doubt (Laplace): nothing is ever certain.
  const patterns = new Map<string, Pattern>([['', { held: [], right: 1, wrong: 1 }]]);
  for (const { signals: held, right, weight } of samples) {
    const key = held.join(' ');
    const pattern = patterns.get(key) ?? { held: held.map((signal) => index.get(signal)!), right: 0, wrong: 0 };
    patterns.set(key, pattern);
    pattern[right ? 'right' : 'wrong'] += weight;
  }
  return [...patterns.values()];
}

/** Each sample's probability by a fit that has seen no cell of its group. */
export function crossValidate(
  samples: readonly Sample[],
  signals: readonly string[],
  ridge: number,
  folds = 5,
): number[] {
  const groups = [...new Set(samples.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]));
  const predicted = new Array<number>(samples.length).fill(0);
  for (let fold = 0; fold < folds; fold++) {
    const fit = fitConfidence(
      samples.filter(({ group }) => foldOf.get(group) !== fold),
      signals,
      ridge,
    );
    for (const [i, sample] of samples.entries())
      if (foldOf.get(sample.group) === fold) predicted[i] = predict(fit, sample.signals);
  }
  return predicted;
}

/** A prediction and what came of it. */
export interface Outcome {
  readonly predicted: number;
  readonly right: boolean;
  /** Default 1. */
  readonly weight?: number;
}

export interface ReliabilityBin {
  /** Bounds of the predictions in it; the upper one belongs to the next bin, but for 1. */
  readonly from: number;
  readonly to: number;
  /** Cells, unweighted. */
  readonly cells: number;
  readonly wrong: number;
  /** Weighted means. */
  readonly predicted: number;
  readonly observed: number;
}

export interface Reliability {
  readonly cells: number;
  readonly wrong: number;
  readonly bins: readonly ReliabilityBin[];
  /** Mean squared error of the predictions. */
  readonly brier: number;
  /** Expected calibration error: mean distance of predicted and observed over the bins. */
  readonly ece: number;
}

const bounds = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 1.01];

/** Empty bins are left out. */
export function reliabilityOf(outcomes: readonly Outcome[]): Reliability {
  const weightOf = ({ weight = 1 }: Outcome): number => weight;
  const total = outcomes.reduce((sum, outcome) => sum + weightOf(outcome), 0);
  let gap = 0;
  const bins: ReliabilityBin[] = [];
  for (const [i, from] of bounds.slice(0, -1).entries()) {
    const to = bounds[i + 1]!;
    const held = outcomes.filter(({ predicted }) => predicted >= from && predicted < to);
    if (held.length === 0) continue;
    const weight = held.reduce((sum, outcome) => sum + weightOf(outcome), 0);
    const mean = (value: (outcome: Outcome) => number): number =>
      held.reduce((sum, outcome) => sum + weightOf(outcome) * value(outcome), 0) / weight;
    const predicted = mean((outcome) => outcome.predicted);
    const observed = mean((outcome) => Number(outcome.right));
    gap += weight * Math.abs(predicted - observed);
    const wrong = held.filter(({ right }) => !right).length;
    bins.push({ from, to: Math.min(1, to), cells: held.length, wrong, predicted, observed });
  }
  const squares = outcomes.reduce(
    (sum, outcome) => sum + weightOf(outcome) * (outcome.predicted - Number(outcome.right)) ** 2,
    0,
  );
  return {
    cells: outcomes.length,
    wrong: outcomes.filter(({ right }) => !right).length,
    bins,
    brier: total === 0 ? 0 : squares / total,
    ece: total === 0 ? 0 : gap / total,
  };
}
