// What the signs of doubt weigh: written by `npm run calibrate`, never by hand. Data only.
//
// A logistic regression whose weights may only lower, over cells of known truth: sites of the sample province, of a second
// reader and generated ones, and single real pages and documents, each as it is and perturbed (pages lost, text damaged, tables
// flattened, titles, labels or years lost, labels exchanged …), the perturbed ones weighing as much in sum as the others.
// Reliability on cells left out of the fit: docs/accuracy.md.
export const confidenceTable = {
  met: {
    intercept: 5.465,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.023,
      'single-proof': -0.184,
      'named-by-label': -0.313,
      'target-silent': -0.062,
      'look-alike-around': -0.162,
      scant: -0.342,
      'damaged-text': -0.389,
      'partly-read': -0.013,
      'off-site': -0.052,
      'outside-section': -0.161,
      'no-plan': -0.032,
    },
  },
  'not-met': {
    intercept: 3.812,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.236,
      'near-miss': -2,
      'weak-name': -0.922,
      'damaged-text': -0.744,
    },
  },
} as const;
