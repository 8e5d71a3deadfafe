// Files of many makers, set forms, and what offices file.
import { testSets } from './reader-documents.ts';

testSets({
  // Files of many makers, half of them look-alikes. Mid-year progress without results is labelled an evaluation.
  'fourteenth-reader-documents': {
    recall: { plans: 1, projects: 1, evaluation: 0.76, recommendations: 1, monitoring: 1, budget_progress: 1 },
  },
  // Every kind of file that offices hand out, in ordinary wording.
  'fifteenth-reader-documents': {
    recall: { plans: 1, projects: 1, evaluation: 0.96, recommendations: 1, monitoring: 1, budget_progress: 1 },
  },
  // Reports in prose, minutes and forms beside their look-alikes.
  'sixteenth-reader-documents': {
    recall: { plans: 0.83, projects: 1, evaluation: 1, recommendations: 0.93, monitoring: 0.94, budget_progress: 0.94 },
    // Labels of links count here for what they lead to.
    argued: ['d5-056 plans', 'd5-056 evaluation', 'd5-056 monitoring'],
  },
  // Forms that the state prescribes, filled in and not.
  'seventeenth-reader-documents': {
    recall: { plans: 1, projects: 0.96, evaluation: 0.84, recommendations: 0.87, monitoring: 1, budget_progress: 0.87 },
    // As above.
    argued: ['d7-055 plans', 'd7-055 evaluation', 'd7-055 monitoring'],
  },
  // Half of them free forms, half the same words and looks over nothing of the kind.
  'eighteenth-reader-documents': {
    recall: { projects: 0.72, evaluation: 0.64, recommendations: 0.53, monitoring: 0.93, budget_progress: 0.91 },
  },
  // What ordinary agencies of all kinds publish, in their own layouts.
  'nineteenth-reader-documents': {
    recall: { plans: 1, projects: 0.94, evaluation: 0.85, recommendations: 0.92, monitoring: 1, budget_progress: 0.92 },
    // As above.
    argued: ['d9-064 plans', 'd9-064 evaluation', 'd9-064 monitoring'],
  },
  // Results and recommendations told in the most various ways, and their doubles.
  'twentieth-reader-documents': {
    recall: { projects: 0.66, evaluation: 0.5, recommendations: 0.55, budget_progress: 0.92 },
  },
  // Documents that an office files: plan books, trackings by quarter, evidence files, and as many doubles.
  'twenty-first-reader-documents': {
    recall: {
      plans: 0.93,
      projects: 0.95,
      evaluation: 0.9,
      recommendations: 0.96,
      monitoring: 0.95,
      budget_progress: 0.95,
    },
  },
  // As above, in words that offices use among themselves: memos, minutes, registers, closing sheets.
  'twenty-second-reader-documents': {
    recall: { plans: 0.8, projects: 0.95, evaluation: 0.7, recommendations: 0.85, monitoring: 1, budget_progress: 1 },
  },
});
