// What the signs of doubt weigh: written by `npm run calibrate`, never by hand. Data only.
//
// A logistic regression whose weights may only lower, over cells of known truth: sites of the sample province, of a second
// reader and generated ones, and single real pages and documents, each as it is and perturbed (pages lost, text damaged, tables
// flattened, titles, labels or years lost, labels exchanged …), the perturbed ones weighing as much in sum as the others.
// Reliability on cells left out of the fit: docs/accuracy.md.
export const confidenceTable = {
  met: {
    intercept: 5.422,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.183,
      'named-by-label': -0.344,
      'year-by-label': -0.182,
      'look-alike-around': -0.172,
      scant: -0.38,
      'damaged-text': -0.37,
      'partly-read': -0.007,
      'off-site': -0.074,
      'outside-section': -0.08,
      contradicted: -0.07,
      'no-plan': -0.073,
    },
  },
  'not-met': {
    intercept: 3.751,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.262,
      'near-miss': -2.394,
      'weak-name': -0.631,
      'damaged-text': -0.384,
    },
  },
} as const;
