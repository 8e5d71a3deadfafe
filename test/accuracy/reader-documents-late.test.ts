// Words that offices use among themselves, set forms as published, and papers in other formats.
import { testSets } from './reader-documents.ts';

testSets({
  // As above, and doubles with the same columns and words.
  'twenty-third-reader-documents': {
    recall: { plans: 1, projects: 0.94, evaluation: 0.86, recommendations: 0.86, monitoring: 1, budget_progress: 0.9 },
  },
  // Letters, talk and everyday words, tables that lost their columns, and their doubles.
  'twenty-fourth-reader-documents': {
    recall: { plans: 0.87, projects: 0.97, evaluation: 1, recommendations: 1, monitoring: 1, budget_progress: 1 },
    // A dated list of the year's work that calls itself the year's plan is one by the criteria, strategies or not.
    argued: ['d14-025 plans'],
  },
  // Everyday heads, codes, memos and talk, and their doubles.
  'twenty-fifth-reader-documents': {
    recall: { plans: 1, projects: 0.94, evaluation: 0.92, recommendations: 0.95, monitoring: 1, budget_progress: 0.95 },
  },
  // Set forms of local government and schools; a link's title counts where its target is missing, which the labels do not.
  'twenty-sixth-reader-documents': {
    recall: { plans: 0.91, projects: 0.96, evaluation: 1, recommendations: 0.9, monitoring: 1, budget_progress: 0.85 },
    argued: ['fa-010 plans', 'fa-020 plans', 'fa-020 evaluation', 'fa-020 monitoring'],
  },
  // Of provinces, ministries, health, police, courts.
  'twenty-seventh-reader-documents': {
    recall: {
      plans: 0.81,
      projects: 0.96,
      evaluation: 0.87,
      recommendations: 0.9,
      monitoring: 0.95,
      budget_progress: 0.85,
    },
    argued: [
      'fb-063 plans',
      'fb-063 evaluation',
      'fb-063 monitoring',
      'fb-065 plans',
      'fb-065 evaluation',
      'fb-065 monitoring',
    ],
  },
  // As offices print and export them: PDF by word processors, sheets and browsers, boards, set forms, minutes.
  'twenty-eighth-reader-documents': {
    recall: {
      plan_link: 1,
      plans: 1,
      projects: 1,
      evaluation: 0.95,
      recommendations: 0.95,
      monitoring: 1,
      budget_progress: 0.95,
    },
    // Activities under key results are activities; a column of stages and results beside the plan is a mid-year report by the criteria.
    // A sheet whose pages are read side by side heads its column of stages as results (ผลงาน), as it would in one file with its cells.
    argued: ['gc-010 projects', 'gc-018 evaluation', 'gc-029 evaluation'],
  },
  // Seen on real sites, written and mended for in one go.
  'published-forms-documents': {
    recall: { plans: 1, projects: 1, evaluation: 1, recommendations: 0.87, monitoring: 1, budget_progress: 1 },
  },
  // Papers of the other sets in another format, in which nothing of them changes.
  'reprinted-documents': {
    recall: { plans: 1, projects: 1, evaluation: 1, recommendations: 1, monitoring: 1, budget_progress: 1 },
  },
  // Pairs of which one shows what its twin, a few words apart, does not.
  'thirty-first-reader-documents': {
    recall: {
      plan_link: 1,
      plans: 1,
      projects: 0.94,
      evaluation: 1,
      recommendations: 1,
      monitoring: 1,
      budget_progress: 1,
    },
  },
  // Pairs again, of other papers: councils, inspections, boards, forms of the budget, rounds of visits.
  'thirty-third-reader-documents': {
    recall: {
      plan_link: 1,
      plans: 1,
      projects: 1,
      evaluation: 1,
      recommendations: 1,
      monitoring: 1,
      budget_progress: 1,
    },
    // What each project had come to by mid-year, in words, beside the plan: a mid-year report serves by the criteria.
    argued: ['pq-001 evaluation', 'pq-002 evaluation'],
  },
  // Pairs once more: letters, newsletters, answers, captions, calendars, boards, workbooks of a sheet a project. A memo on handing in forms is
  // called the follow-up of the plan: that is for a person to look at (title-only), and no claim.
  'thirty-fourth-reader-documents': {
    recall: {
      plan_link: 1,
      plans: 1,
      projects: 1,
      evaluation: 1,
      recommendations: 1,
      monitoring: 1,
      budget_progress: 1,
    },
  },
  // Everything in forms and words of the office's own: talks, minutes, look-backs, boards, calendars, slides; and what is near to it. Links that
  // name the plan are counted for it, as the corpus counts them.
  'thirty-fifth-reader-documents': {
    recall: {
      plan_link: 0.66,
      plans: 1,
      projects: 1,
      evaluation: 1,
      recommendations: 1,
      monitoring: 0.93,
      budget_progress: 1,
    },
    argued: ['ts-029 plans', 'ts-034 plans'],
  },
  // As offices put them up, plain and dull. Lists whose links name a publication are counted for it, as the corpus counts them.
  'thirty-sixth-reader-documents': {
    recall: {
      plan_link: 1,
      plans: 1,
      projects: 1,
      evaluation: 1,
      recommendations: 1,
      monitoring: 1,
      budget_progress: 1,
    },
    argued: ['rd-029 plans', 'rd-029 evaluation', 'rd-029 monitoring', 'rd-031 plans', 'rd-034 plans', 'rd-037 plans'],
  },
  // Half of them honest, half of them half-true: the same title or columns on another matter, forms, drafts, others' papers.
  'thirty-seventh-reader-documents': {
    recall: {
      plan_link: 1,
      plans: 1,
      projects: 1,
      evaluation: 1,
      recommendations: 1,
      monitoring: 1,
      budget_progress: 1,
    },
    argued: ['d37-022 plans', 'd37-047 plans'],
  },
  // As attached or published, in many formats and layouts, and look-alikes of them. Lists whose links name a publication are counted for it.
  'thirty-eighth-reader-documents': {
    recall: {
      plan_link: 1,
      plans: 1,
      projects: 1,
      evaluation: 1,
      recommendations: 1,
      monitoring: 1,
      budget_progress: 1,
    },
    argued: ['z-005 plans', 'z-050 plans', 'z-050 evaluation', 'z-050 monitoring'],
  },
});
