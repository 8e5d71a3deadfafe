// A second reader: how much what was read is like what people labelled as showing what a criterion asks for, by runs of letters
// alone. A linear classifier, fitted to labelled sites and documents (test/accuracy/fit-likeness.ts). It proves nothing: it makes a
// `not-met` less sure, and says where a person should look first. Pure.
import type { Evidence } from '../model/result.ts';
import { segmentEvidence } from './finding.ts';
import { norm } from './lexicon.ts';
import type { Criterion } from './pack.ts';
import { gateOf, isAdmitted, type ProbeContext } from './probe-context.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';

/** The passage of a site that is most like what is asked for. */
export interface Likeness {
  /** 0 to 1, as fitted: the rarer truth weighs more there, so that it is no probability. What it comes to: confidence-table.ts. */
  readonly share: number;
  readonly evidence: Evidence;
}

/** Shares from which what was read is like it, much like it, and just like it. */
export const likeIt = 0.5;
export const muchLikeIt = 0.8;
export const justLikeIt = 0.9;
/** Shares below which what was found to show it is not like it, and not at all like it. */
export const unlikeIt = 0.2;
export const quiteUnlikeIt = 0.05;

/** Some lines of one unit and the buckets that their runs of letters fall into, each once. */
export interface Passage {
  readonly unit: Unit;
  /** Of `unit.segments`; `to` is not in it. */
  readonly from: number;
  readonly to: number;
  readonly features: Uint16Array;
}

/** Weights of one criterion as used. */
export interface LikenessWeights {
  readonly bias: number;
  /** One a bucket, to be multiplied by `scale`. */
  readonly weights: ArrayLike<number>;
  readonly scale: number;
}

/** Runs of letters are told apart by so many buckets (a power of two). */
const bucketBits = 15;
export const buckets = 1 << bucketBits;
const shortestRun = 3;
const longestRun = 4;
/** Letters of a passage, about: a table of some rows, a few paragraphs. */
const passageLetters = 900;
const fewestLetters = 60;
/** Of one unit, and of a site: what a document of hundreds of pages holds shows within these. */
const mostOfUnit = 200;
const mostOfSite = 1_500;

/** All passages of a site, in reading order. */
export const passagesOf = (survey: Survey): readonly Passage[] => passagesIn(survey.units);

function passagesIn(units: readonly Unit[]): Passage[] {
  const found: Passage[] = [];
  for (const unit of units) {
    if (found.length >= mostOfSite) break;
    let passages = cut.get(unit);
    if (passages === undefined) {
      passages = cutUnit(unit);
      cut.set(unit, passages);
    }
    found.push(...passages);
  }
  return found;
}

/** Made when first asked for. */
const cut = new WeakMap<Unit, readonly Passage[]>();

function cutUnit(unit: Unit): Passage[] {
  const title = unit.own === undefined ? '' : norm(unit.own.text).text;
  const lines = unit.segments.map(({ segment }) => norm(segment.text).text);
  const parts: { from: number; to: number; letters: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const last = parts.at(-1);
    // A few letters belong to what they stand beside.
    if (last !== undefined && (last.letters < fewestLetters || last.letters + line.length <= passageLetters)) {
      last.to = at + 1;
      last.letters += line.length;
    } else if (parts.length < mostOfUnit) parts.push({ from: at, to: at + 1, letters: line.length });
    else break;
  }
  const [before, rest] = parts.slice(-2);
  if (before !== undefined && rest !== undefined && rest.letters < fewestLetters) {
    before.to = rest.to;
    parts.pop();
  }
  // Of a title with hardly anything under it nothing can be seen.
  return parts
    .filter(({ letters }) => letters >= fewestLetters)
    .map(({ from, to }) => ({ unit, from, to, features: featuresOf([title, ...lines.slice(from, to)].join('\n')) }));
}

/** Whether a passage may show a criterion's content: of an accepted or unknown year, on pages that count. */
export const mayShow = (context: ProbeContext, { unit }: Pick<Passage, 'unit'>): boolean => {
  if (!isAdmitted(context, unit)) return false;
  const gate = gateOf(context, unit);
  return gate !== 'outdated' && gate !== 'other';
};

/**
 * What is most like it, of a site or of some units; nothing where the criterion has no weights or nothing was read.
 * @param units default all
 */
export function likenessOf(context: ProbeContext, units = context.survey.units): Likeness | undefined {
  const weights = weightsOf(context.criterion);
  if (weights === undefined) return undefined;
  let best: Passage | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const passage of passagesIn(units)) {
    const score = scoreOf(weights, passage.features);
    if (score <= most || !mayShow(context, passage)) continue;
    most = score;
    best = passage;
  }
  if (best === undefined) return undefined;
  const likeliest = best;
  return {
    share: share(most),
    // Cut only where it is shown: most that is read is like nothing.
    get evidence() {
      return evidenceOf(context, weights, likeliest);
    },
  };
}

/** Cut around the line that is most like it by itself. */
function evidenceOf({ survey }: ProbeContext, weights: LikenessWeights, { unit, from, to }: Passage): Evidence {
  const lines = unit.segments.slice(from, to).map(({ index, segment }) => ({
    index,
    score: scoreOf(weights, featuresOf(norm(segment.text).text)),
  }));
  const [first] = lines.toSorted((a, b) => b.score - a.score);
  return segmentEvidence(unit, first!.index, survey.section);
}

/** Log-odds. */
export function scoreOf({ bias, weights, scale }: LikenessWeights, features: Uint16Array): number {
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += weights[features[i]!]!;
  return bias + (sum * scale) / Math.sqrt(features.length + 1);
}

export const share = (score: number): number => 1 / (1 + Math.exp(-score));

const decoded = new WeakMap<Criterion, LikenessWeights>();

function weightsOf(criterion: Criterion): LikenessWeights | undefined {
  const { likeness } = criterion;
  if (likeness === undefined) return undefined;
  let weights = decoded.get(criterion);
  if (weights === undefined) {
    weights = unpackedWeights(likeness);
    decoded.set(criterion, weights);
  }
  // Of a version with other buckets, kept with an old run: it says nothing here.
  return weights.weights.length === buckets ? weights : undefined;
}

/** As a pack keeps them. */
export const unpackedWeights = (packed: NonNullable<Criterion['likeness']>): LikenessWeights => ({
  ...packed,
  weights: new Int8Array(Buffer.from(packed.weights, 'base64')),
});

/** When a bucket was last met: which are in a text is found without a set. */
const met = new Uint32Array(buckets);
let texts = 0;
/** The text at hand, folded, and its buckets; grown when a longer one comes. */
let folded = new Uint16Array(4096);
let found = new Uint16Array(8192);

/**
 * Buckets of all runs of three and four letters of a text in match form, each once. Figures count as one sign: what they are says
 * nothing.
 */
export function featuresOf(text: string): Uint16Array {
  const length = fold(text);
  let features = 0;
  texts += 1;
  for (let i = 0; i + shortestRun <= length; i++) {
    // FNV-1a, over the letters of the run.
    let hash = 0x811c9dc5;
    const end = Math.min(length, i + longestRun);
    for (let at = i; at < end; at++) {
      hash = Math.imul(hash ^ folded[at]!, 0x01000193);
      if (at - i + 1 < shortestRun) continue;
      const bucket = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - bucketBits);
      if (met[bucket] === texts) continue;
      met[bucket] = texts;
      found[features++] = bucket;
    }
  }
  return found.slice(0, features);
}

const [gap, number, comma, stop, low, ellipsis] = [...' #,._…'].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
];
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Letters as they are, each figure as one sign, rows of dots and white space as one gap, in `folded`; how many these are. */
function fold(text: string): number {
  if (folded.length < text.length + 2) {
    folded = new Uint16Array(text.length * 2);
    found = new Uint16Array(text.length * 4);
  }
  folded[0] = gap;
  let length = 1;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (isDigit(code)) {
      while (i + 1 < text.length && isOfFigure(text.charCodeAt(i + 1))) i += 1;
      code = number;
    } else if (isDot(code)) {
      const from = i;
      while (i + 1 < text.length && isDot(text.charCodeAt(i + 1))) i += 1;
      if (i > from) code = gap;
    } else if (code <= gap || code === 0xa0) code = gap;
    if (code !== gap || folded[length - 1] !== gap) folded[length++] = code;
  }
  if (folded[length - 1] !== gap) folded[length++] = gap;
  return length;
}

const isOfFigure = (code: number): boolean => isDigit(code) || code === comma || code === stop;
const isDot = (code: number): boolean => code === stop || code === low || code === ellipsis;
