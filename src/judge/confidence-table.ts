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
    intercept: 5.637,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.005,
      'single-proof': -0.415,
      'named-by-label': -0.526,
      'year-by-label': -0.04,
      'target-silent': -0.396,
      'look-alike-around': -0.136,
      'damaged-text': -0.846,
      contradicted: -0.283,
      'no-plan': -0.214,
      'reads-unlike-it': -2.179,
      'reads-quite-unlike-it': -0.367,
    },
  },
  'not-met': {
    intercept: 3.629,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.545,
      'near-miss': -1.267,
      'weak-name': -0.394,
      unread: -1.208,
      'left-unvisited': -0.178,
      'unnamed-documents': -0.448,
      'reads-like-it': -1.476,
      'reads-much-like-it': -0.991,
      'reads-just-like-it': -1.188,
    },
  },
} as const;
