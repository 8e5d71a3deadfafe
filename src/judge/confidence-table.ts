// What the signs of doubt weigh: written by `npm run calibrate`, never by hand. Data only.
//
// A logistic regression whose weights may only lower, over cells of known truth: sites of the sample province, of a second
// reader and generated ones, and single real pages and documents, each as it is and perturbed (pages lost, text damaged, tables
// flattened, titles, labels or years lost, labels exchanged …), the perturbed ones weighing as much in sum as the others.
// Reliability on cells left out of the fit: docs/accuracy.md.
export const confidenceTable = {
  met: {
    intercept: 5.438,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.041,
      'single-proof': -0.158,
      'named-by-label': -0.334,
      'target-silent': -0.06,
      'look-alike-around': -0.154,
      scant: -0.326,
      'damaged-text': -0.427,
      'partly-read': -0.01,
      'off-site': -0.05,
      'outside-section': -0.158,
      'no-plan': -0.058,
    },
  },
  'not-met': {
    intercept: 3.81,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.277,
      'near-miss': -2.069,
      'weak-name': -0.867,
      'damaged-text': -0.62,
    },
  },
} as const;
