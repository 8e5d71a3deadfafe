// Single documents and pages by several readers, labelled before they were measured. A floor, not a goal: what is found may not
// grow less, and what is claimed stays true.
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../src/packs/load-pack.ts';
import { labelNames, measure, scoresOf } from './measure.ts';
import { readManifest } from './read-manifest.ts';

interface Floors {
  /** Least recall by label, as measured when the judge last improved. A label that no item shows has none. */
  readonly recall: Readonly<Record<string, number>>;
  /** Cells in which label and judge differ for a reason (`id label`). */
  readonly argued?: readonly string[];
}

const sets: Readonly<Record<string, Floors>> = {
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
  // Seen on real sites, written and mended for in one go.
  'published-forms-documents': {
    recall: { plans: 1, projects: 1, evaluation: 1, recommendations: 0.87, monitoring: 1, budget_progress: 1 },
  },
};

describe.each(Object.entries(sets))('%s', (set, { recall, argued = [] }) => {
  let scores: ReturnType<typeof scoresOf>;
  beforeAll(async () => {
    const manifest = fileURLToPath(new URL(`../../fixtures/${set}/manifest.jsonl`, import.meta.url));
    const { rows } = await measure(readManifest(manifest, labelNames), loadPack('phuket-accountability'));
    scores = scoresOf(rows.filter(({ id, label }) => !argued.includes(`${id} ${label}`)));
  }, 120_000);

  for (const [label, floor] of Object.entries(recall)) {
    test(`${label}: nothing claimed that is not shown, recall at least ${floor}`, () => {
      const { tp, fp, fn, abstain } = scores[label]!;
      expect(fp).toBe(0);
      expect(tp / (tp + fn)).toBeGreaterThanOrEqual(floor);
      expect(abstain).toBeLessThanOrEqual(8);
    });
  }
});
