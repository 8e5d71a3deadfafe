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
    intercept: 5.718,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.813,
      'named-by-label': -0.494,
      'target-silent': -0.521,
      'look-alike-around': -0.367,
      'damaged-text': -0.495,
      'off-site': -0.11,
      contradicted: -0.332,
      'no-plan': -0.426,
      'reads-unlike-it': -1.499,
      'reads-quite-unlike-it': -0.408,
    },
  },
  'not-met': {
    intercept: 3.581,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.754,
      'near-miss': -1.407,
      'weak-name': -0.078,
      unread: -1.056,
      'no-plan': -0.272,
      'unnamed-documents': -0.608,
      'reads-like-it': -1.562,
      'reads-much-like-it': -0.721,
      'reads-just-like-it': -1.195,
    },
  },
} as const;
