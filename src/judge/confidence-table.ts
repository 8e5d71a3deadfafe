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
    intercept: 5.647,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.044,
      'single-proof': -0.409,
      'named-by-label': -0.488,
      'year-by-label': -0.028,
      'target-silent': -0.392,
      'look-alike-around': -0.116,
      'damaged-text': -0.86,
      contradicted: -0.274,
      'no-plan': -0.183,
      'reads-unlike-it': -2.435,
      'reads-quite-unlike-it': -0.5,
    },
  },
  'not-met': {
    intercept: 3.598,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.5,
      'near-miss': -1.326,
      'weak-name': -0.422,
      unread: -1.233,
      'left-unvisited': -0.18,
      'unnamed-documents': -0.442,
      'reads-like-it': -1.406,
      'reads-much-like-it': -1.146,
      'reads-just-like-it': -1.042,
    },
  },
} as const;
