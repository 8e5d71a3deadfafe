// What the signs of doubt weigh: written by `npm run calibrate`, never by hand. Data only.
//
// A logistic regression whose weights may only lower, over cells of known truth: sites of the sample province, of two
// readers and generated ones, and single real pages and documents, each as it is and perturbed (pages lost, text damaged, tables
// flattened, titles, labels or years lost, labels exchanged …), the perturbed ones weighing as much in sum as the others.
// Reliability on cells left out of the fit: docs/accuracy.md.
export const confidenceTable = {
  met: {
    intercept: 5.677,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.366,
      'named-by-label': -0.666,
      'year-by-label': -0.187,
      'target-silent': -0.142,
      'look-alike-around': -0.235,
      scant: -0.379,
      'damaged-text': -0.682,
      'off-site': -0.126,
      contradicted: -0.57,
      'no-plan': -0.252,
    },
  },
  'not-met': {
    intercept: 3.584,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.387,
      'near-miss': -2.509,
      'weak-name': -0.149,
      unread: -0.107,
      'left-unvisited': -0.4,
      'damaged-text': -0.49,
      'unnamed-documents': -0.569,
    },
  },
} as const;
