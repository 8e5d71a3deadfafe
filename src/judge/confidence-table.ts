// What the signs of doubt weigh: written by `npm run calibrate`, never by hand. Data only.
//
// A logistic regression whose weights may only lower, over cells of known truth: sites of the sample province, of three
// readers and generated ones, and single real pages and documents, each as it is and perturbed (pages lost, text damaged, tables
// flattened, titles, labels or years lost, labels exchanged …), the perturbed ones weighing as much in sum as the others; and
// readers' sites as they were judged before anything was mended for them.
// Reliability on cells left out of the fit: docs/accuracy.md.
export const confidenceTable = {
  met: {
    intercept: 5.775,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.536,
      'named-by-label': -0.714,
      'year-by-label': -0.218,
      'target-silent': -0.195,
      'look-alike-around': -0.218,
      scant: -0.254,
      'damaged-text': -0.679,
      'off-site': -0.155,
      contradicted: -0.25,
      'no-plan': -0.354,
    },
  },
  'not-met': {
    intercept: 3.504,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.562,
      'near-miss': -2.235,
      'weak-name': -0.552,
      unread: -0.981,
      'left-unvisited': -0.218,
      'damaged-text': -0.267,
      'unnamed-documents': -0.349,
    },
  },
} as const;
