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
    intercept: 5.892,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.598,
      'named-by-label': -0.77,
      'year-by-label': -0.171,
      'target-silent': -0.263,
      'look-alike-around': -0.076,
      scant: -0.116,
      'damaged-text': -0.68,
      'off-site': -0.214,
      contradicted: -0.231,
      'no-plan': -0.383,
      'reads-unlike-it': -1.981,
      'reads-quite-unlike-it': -0.614,
    },
  },
  'not-met': {
    intercept: 3.584,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.439,
      'near-miss': -1.438,
      'weak-name': -0.311,
      unread: -1.034,
      'left-unvisited': -0.147,
      'damaged-text': -0.083,
      'unnamed-documents': -0.312,
      'reads-like-it': -1.372,
      'reads-much-like-it': -0.743,
      'reads-just-like-it': -1.227,
    },
  },
} as const;
