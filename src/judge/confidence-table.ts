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
      'other-wording': -0.045,
      'single-proof': -0.404,
      'named-by-label': -0.644,
      'year-by-label': -0.012,
      'target-silent': -0.393,
      'look-alike-around': -0.106,
      'damaged-text': -0.852,
      contradicted: -0.318,
      'no-plan': -0.153,
      'reads-unlike-it': -2.398,
      'reads-quite-unlike-it': -0.454,
    },
  },
  'not-met': {
    intercept: 3.617,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.514,
      'near-miss': -1.327,
      'weak-name': -0.441,
      unread: -1.203,
      'left-unvisited': -0.166,
      'unnamed-documents': -0.401,
      'reads-like-it': -1.419,
      'reads-much-like-it': -1.223,
      'reads-just-like-it': -1.133,
    },
  },
} as const;
