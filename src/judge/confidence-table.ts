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
    intercept: 5.957,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.644,
      'named-by-label': -0.906,
      'year-by-label': -0.148,
      'target-silent': -0.281,
      'look-alike-around': -0.292,
      'damaged-text': -0.588,
      'off-site': -0.231,
      contradicted: -0.264,
      'no-plan': -0.304,
      'reads-unlike-it': -1.883,
      'reads-quite-unlike-it': -0.532,
    },
  },
  'not-met': {
    intercept: 3.565,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.45,
      'near-miss': -1.478,
      'weak-name': -0.291,
      unread: -0.954,
      'left-unvisited': -0.159,
      'damaged-text': -0.055,
      'unnamed-documents': -0.301,
      'reads-like-it': -1.285,
      'reads-much-like-it': -0.916,
      'reads-just-like-it': -1.046,
    },
  },
} as const;
