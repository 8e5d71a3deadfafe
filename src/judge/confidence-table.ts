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
    intercept: 5.642,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.017,
      'single-proof': -0.407,
      'named-by-label': -0.534,
      'year-by-label': -0.058,
      'target-silent': -0.394,
      'look-alike-around': -0.11,
      'damaged-text': -0.866,
      contradicted: -0.279,
      'no-plan': -0.26,
      'reads-unlike-it': -2.179,
      'reads-quite-unlike-it': -0.308,
    },
  },
  'not-met': {
    intercept: 3.573,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.496,
      'near-miss': -1.346,
      'weak-name': -0.378,
      unread: -1.221,
      'left-unvisited': -0.114,
      'unnamed-documents': -0.464,
      'reads-like-it': -1.339,
      'reads-much-like-it': -0.752,
      'reads-just-like-it': -1.459,
    },
  },
} as const;
