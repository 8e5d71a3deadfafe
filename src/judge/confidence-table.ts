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
    intercept: 5.977,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.643,
      'named-by-label': -0.851,
      'year-by-label': -0.098,
      'target-silent': -0.281,
      'look-alike-around': -0.159,
      scant: -0.138,
      'damaged-text': -0.613,
      'off-site': -0.23,
      contradicted: -0.244,
      'no-plan': -0.353,
      'reads-unlike-it': -2.425,
      'reads-quite-unlike-it': -0.683,
    },
  },
  'not-met': {
    intercept: 3.596,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.485,
      'near-miss': -1.461,
      'weak-name': -0.372,
      unread: -0.888,
      'left-unvisited': -0.18,
      'damaged-text': -0.024,
      'unnamed-documents': -0.134,
      'reads-like-it': -1.319,
      'reads-much-like-it': -1.072,
      'reads-just-like-it': -1.054,
    },
  },
} as const;
