// What the signs of doubt weigh: written by `npm run calibrate`, never by hand. Data only.
//
// A logistic regression whose weights may only lower, over cells of known truth: sites of the sample province, of two
// readers and generated ones, and single real pages and documents, each as it is and perturbed (pages lost, text damaged, tables
// flattened, titles, labels or years lost, labels exchanged …), the perturbed ones weighing as much in sum as the others.
// Reliability on cells left out of the fit: docs/accuracy.md.
export const confidenceTable = {
  met: {
    intercept: 5.756,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.346,
      'named-by-label': -0.603,
      'year-by-label': -0.119,
      'target-silent': -0.177,
      'look-alike-around': -0.23,
      scant: -0.425,
      'damaged-text': -0.652,
      'off-site': -0.13,
      contradicted: -0.453,
      'no-plan': -0.306,
    },
  },
  'not-met': {
    intercept: 3.66,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.515,
      'near-miss': -2.517,
      'weak-name': -0.365,
      unread: -0.684,
      'left-unvisited': -0.35,
      'damaged-text': -0.485,
      'unnamed-documents': -0.543,
    },
  },
} as const;
