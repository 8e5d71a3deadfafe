// What the signs of doubt weigh: written by `npm run calibrate`, never by hand. Data only.
//
// A logistic regression whose weights may only lower, over cells of known truth: sites of the sample province, of a second
// reader and generated ones, and single real pages and documents, each as it is and perturbed (pages lost, text damaged, tables
// flattened, titles, labels or years lost, labels exchanged …), the perturbed ones weighing as much in sum as the others.
// Reliability on cells left out of the fit: docs/accuracy.md.
export const confidenceTable = {
  met: {
    intercept: 5.6,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.023,
      'single-proof': -0.216,
      'named-by-label': -0.814,
      'year-by-label': -0.18,
      'target-silent': -0.128,
      'look-alike-around': -0.403,
      scant: -0.547,
      'damaged-text': -0.656,
      'off-site': -0.088,
      'outside-section': -0.1,
      contradicted: -0.174,
      'no-plan': -0.138,
    },
  },
  'not-met': {
    intercept: 3.782,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.267,
      'near-miss': -2.335,
      'weak-name': -0.727,
      'damaged-text': -0.537,
    },
  },
} as const;
