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
    intercept: 5.648,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.047,
      'single-proof': -0.402,
      'named-by-label': -0.646,
      'year-by-label': -0.013,
      'target-silent': -0.393,
      'look-alike-around': -0.104,
      'damaged-text': -0.845,
      contradicted: -0.325,
      'no-plan': -0.203,
      'reads-unlike-it': -2.396,
      'reads-quite-unlike-it': -0.453,
    },
  },
  'not-met': {
    intercept: 3.602,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.515,
      'near-miss': -1.411,
      'weak-name': -0.424,
      unread: -1.193,
      'left-unvisited': -0.163,
      'unnamed-documents': -0.382,
      'reads-like-it': -1.398,
      'reads-much-like-it': -1.226,
      'reads-just-like-it': -1.134,
    },
  },
} as const;
