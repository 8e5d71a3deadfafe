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
    intercept: 5.752,
    ceiling: 0.99,
    weights: {
      'single-proof': -0.774,
      'named-by-label': -0.444,
      'target-silent': -0.511,
      'look-alike-around': -0.324,
      scant: -0.172,
      'damaged-text': -0.571,
      'off-site': -0.113,
      contradicted: -0.325,
      'no-plan': -0.438,
      'reads-unlike-it': -2.451,
      'reads-quite-unlike-it': -0.506,
    },
  },
  'not-met': {
    intercept: 3.628,
    ceiling: 0.99,
    weights: {
      'nothing-seen': -0.854,
      'near-miss': -1.307,
      'weak-name': -0.242,
      unread: -0.925,
      'no-plan': -0.215,
      'unnamed-documents': -0.799,
      'reads-like-it': -1.613,
      'reads-much-like-it': -0.815,
      'reads-just-like-it': -1.449,
    },
  },
} as const;
