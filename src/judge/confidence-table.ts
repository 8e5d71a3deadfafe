// What the signs of doubt weigh: written by `npm run calibrate`, never by hand. Data only.
//
// A logistic regression whose weights may only lower, over cells of known truth: sites of the sample province, of a second
// reader and generated ones, and single real pages and documents, each as it is and perturbed (pages lost, text damaged, tables
// flattened, titles, labels or years lost, labels exchanged …), the perturbed ones weighing as much in sum as the others.
// Reliability on cells left out of the fit: docs/accuracy.md.
export const confidenceTable = {
  met: {
    intercept: 5.3,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.019,
      'single-proof': -0.091,
      'named-by-label': -0.069,
      'year-by-label': -0.01,
      'target-silent': -0.009,
      'look-alike-around': -0.05,
      scant: -0.166,
      'damaged-text': -0.132,
      'partly-read': -0.006,
      'off-site': -0.018,
      'outside-section': -0.122,
      'no-plan': -0.071,
    },
  },
  'not-met': {
    intercept: 3.804,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.242,
      'near-miss': -2.027,
      'weak-name': -0.914,
      'damaged-text': -0.736,
    },
  },
} as const;
