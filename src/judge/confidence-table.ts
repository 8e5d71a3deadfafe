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
    intercept: 5.956,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.643,
      'named-by-label': -0.873,
      'year-by-label': -0.084,
      'target-silent': -0.263,
      'look-alike-around': -0.185,
      scant: -0.148,
      'damaged-text': -0.644,
      'off-site': -0.219,
      contradicted: -0.258,
      'no-plan': -0.404,
      'reads-unlike-it': -2.234,
      'reads-quite-unlike-it': -0.531,
    },
  },
  'not-met': {
    intercept: 3.672,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.508,
      'near-miss': -1.557,
      'weak-name': -0.368,
      unread: -1.068,
      'left-unvisited': -0.242,
      'damaged-text': -0.023,
      'unnamed-documents': -0.274,
      'reads-like-it': -1.46,
      'reads-much-like-it': -0.635,
      'reads-just-like-it': -1.421,
    },
  },
} as const;
