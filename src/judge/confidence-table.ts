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
    intercept: 5.637,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.032,
      'single-proof': -0.417,
      'named-by-label': -0.487,
      'year-by-label': -0.013,
      'target-silent': -0.389,
      'look-alike-around': -0.12,
      'damaged-text': -0.855,
      contradicted: -0.269,
      'no-plan': -0.194,
      'reads-unlike-it': -2.416,
      'reads-quite-unlike-it': -0.554,
    },
  },
  'not-met': {
    intercept: 3.597,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.51,
      'near-miss': -1.295,
      'weak-name': -0.415,
      unread: -1.226,
      'left-unvisited': -0.182,
      'unnamed-documents': -0.434,
      'reads-like-it': -1.399,
      'reads-much-like-it': -1,
      'reads-just-like-it': -1.195,
    },
  },
} as const;
