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
    intercept: 5.877,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.577,
      'named-by-label': -0.791,
      'year-by-label': -0.195,
      'target-silent': -0.267,
      'look-alike-around': -0.171,
      scant: -0.248,
      'damaged-text': -0.783,
      'off-site': -0.209,
      contradicted: -0.251,
      'no-plan': -0.408,
      'reads-unlike-it': -0.761,
      'reads-quite-unlike-it': -0.34,
    },
  },
  'not-met': {
    intercept: 3.594,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.434,
      'near-miss': -1.437,
      'weak-name': -0.24,
      unread: -1.008,
      'left-unvisited': -0.143,
      'damaged-text': -0.142,
      'unnamed-documents': -0.32,
      'reads-like-it': -1.342,
      'reads-much-like-it': -1.083,
      'reads-just-like-it': -0.777,
    },
  },
} as const;
