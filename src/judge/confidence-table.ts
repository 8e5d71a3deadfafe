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
    intercept: 5.66,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.037,
      'single-proof': -0.484,
      'named-by-label': -0.537,
      'year-by-label': -0.054,
      'target-silent': -0.368,
      'look-alike-around': -0.156,
      'damaged-text': -0.884,
      contradicted: -0.212,
      'no-plan': -0.25,
      'reads-unlike-it': -1.889,
      'reads-quite-unlike-it': -0.529,
    },
  },
  'not-met': {
    intercept: 3.652,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.571,
      'near-miss': -1.279,
      'weak-name': -0.4,
      unread: -1.139,
      'left-unvisited': -0.077,
      'unnamed-documents': -0.455,
      'reads-like-it': -1.508,
      'reads-much-like-it': -0.903,
      'reads-just-like-it': -1.358,
    },
  },
} as const;
