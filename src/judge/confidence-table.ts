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
    intercept: 5.753,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.099,
      'single-proof': -0.625,
      'named-by-label': -0.384,
      'target-silent': -0.452,
      'look-alike-around': -0.335,
      scant: -0.135,
      'damaged-text': -0.609,
      contradicted: -0.315,
      'no-plan': -0.379,
      'reads-unlike-it': -2.825,
      'reads-quite-unlike-it': -0.368,
    },
  },
  'not-met': {
    intercept: 3.574,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.636,
      'near-miss': -1.312,
      'weak-name': -0.226,
      unread: -1.171,
      'left-unvisited': -0.063,
      'no-plan': -0.07,
      'unnamed-documents': -0.586,
      'reads-like-it': -1.415,
      'reads-much-like-it': -0.845,
      'reads-just-like-it': -1.483,
    },
  },
} as const;
