// What the signs of doubt weigh: written by `npm run calibrate`, never by hand. Data only.
//
// A logistic regression whose weights may only lower, over cells of known truth: sites of the sample province, of three
// readers and generated ones, and single real pages and documents, each as it is and perturbed (pages lost, text damaged, tables
// flattened, titles, labels or years lost, labels exchanged …), the perturbed ones weighing as much in sum as the others; and
// readers' sites as they were judged before anything was mended for them.
// Reliability on cells left out of the fit: docs/accuracy.md.
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: a measured weight is near a constant by chance.
export const confidenceTable = {
  met: {
    intercept: 5.68,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.038,
      'single-proof': -0.554,
      'named-by-label': -0.443,
      'target-silent': -0.51,
      'look-alike-around': -0.063,
      scant: -0.276,
      'damaged-text': -0.726,
      contradicted: -0.251,
      'no-plan': -0.176,
      'reads-unlike-it': -2.695,
      'reads-quite-unlike-it': -0.577,
    },
  },
  'not-met': {
    intercept: 3.566,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.5,
      'near-miss': -1.262,
      'weak-name': -0.342,
      unread: -1.108,
      'left-unvisited': -0.092,
      'unnamed-documents': -0.386,
      'reads-like-it': -1.305,
      'reads-much-like-it': -1.178,
      'reads-just-like-it': -1.217,
    },
  },
} as const;
