// The first readers: pages, forms and reports after real ones, free forms among them.
import { testSets } from './reader-documents.ts';

testSets({
  'third-reader-documents': {
    recall: {
      plan_link: 1,
      plans: 0.97,
      projects: 0.98,
      evaluation: 1,
      recommendations: 0.96,
      monitoring: 1,
      budget_progress: 0.96,
    },
  },
  'fourth-reader-documents': {
    recall: { plans: 1, projects: 1, evaluation: 1, recommendations: 1, monitoring: 1, budget_progress: 1 },
    // A plan and its progress in one serves as a mid-year report by the criteria; the label says too little.
    argued: ['b-o8 evaluation'],
  },
  'fifth-reader-documents': {
    recall: { plans: 1, projects: 1, evaluation: 1, recommendations: 1, monitoring: 1, budget_progress: 1 },
  },
  'sixth-reader-documents': {
    recall: { plans: 1, projects: 1, evaluation: 1, recommendations: 1, monitoring: 1, budget_progress: 1 },
  },
  // More look-alikes than finds.
  'seventh-reader-documents': {
    recall: { plans: 1, projects: 1, recommendations: 1, monitoring: 1, budget_progress: 1 },
  },
  // Written after real pages; `plans` is not labelled.
  'eighth-reader-documents': {
    recall: {
      plan_link: 0.9,
      projects: 0.95,
      evaluation: 0.77,
      recommendations: 1,
      monitoring: 0.84,
      budget_progress: 1,
    },
  },
  // As above, in many forms.
  'ninth-reader-documents': {
    recall: {
      plan_link: 1,
      projects: 0.68,
      evaluation: 0.78,
      recommendations: 0.6,
      monitoring: 0.71,
      budget_progress: 0.66,
    },
  },
  // Three look-alikes for each that is true.
  'tenth-reader-documents': {
    recall: { plan_link: 1, projects: 1, evaluation: 0.8, recommendations: 0.88, monitoring: 1, budget_progress: 1 },
  },
  // Told in free forms: memos, minutes, cards, infographics turned to text.
  'eleventh-reader-documents': {
    recall: {
      plan_link: 1,
      projects: 0.6,
      evaluation: 0.56,
      recommendations: 0.58,
      monitoring: 0.64,
      budget_progress: 0.66,
    },
  },
  // As above, with more look-alikes than finds.
  'twelfth-reader-documents': {
    recall: {
      plan_link: 0.9,
      projects: 0.63,
      evaluation: 0.59,
      recommendations: 0.57,
      monitoring: 0.73,
      budget_progress: 0.77,
    },
  },
  // Whole documents with tables.
  'thirteenth-reader-documents': {
    recall: { projects: 1, evaluation: 1, recommendations: 0.94, monitoring: 1, budget_progress: 1 },
  },
});
