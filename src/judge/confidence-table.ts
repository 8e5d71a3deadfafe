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
    intercept: 5.699,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.038,
      'single-proof': -0.503,
      'named-by-label': -0.456,
      'target-silent': -0.343,
      'look-alike-around': -0.086,
      scant: -0.029,
      'damaged-text': -0.796,
      contradicted: -0.357,
      'no-plan': -0.175,
      'reads-unlike-it': -2.727,
      'reads-quite-unlike-it': -0.555,
    },
  },
  'not-met': {
    intercept: 3.64,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.564,
      'near-miss': -1.238,
      'weak-name': -0.388,
      unread: -1.158,
      'left-unvisited': -0.083,
      'unnamed-documents': -0.435,
      'reads-like-it': -1.483,
      'reads-much-like-it': -0.791,
      'reads-just-like-it': -1.42,
    },
  },
} as const;
