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
    intercept: 5.704,
    ceiling: 0.99,
    weights: {
      'other-wording': -0.068,
      'single-proof': -0.691,
      'named-by-label': -0.425,
      'target-silent': -0.531,
      'look-alike-around': -0.283,
      scant: -0.122,
      'damaged-text': -0.57,
      'off-site': -0.112,
      contradicted: -0.255,
      'no-plan': -0.439,
      'reads-unlike-it': -2.168,
      'reads-quite-unlike-it': -0.55,
    },
  },
  'not-met': {
    intercept: 3.64,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.8,
      'near-miss': -1.392,
      'weak-name': -0.072,
      unread: -1.086,
      'no-plan': -0.295,
      'unnamed-documents': -0.616,
      'reads-like-it': -1.492,
      'reads-much-like-it': -0.957,
      'reads-just-like-it': -1.459,
    },
  },
} as const;
