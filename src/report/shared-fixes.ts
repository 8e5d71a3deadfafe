// Agencies whose websites come from one system and lack the same things: one fix by its maintainer may serve them all.
import type { AgencyVerdict, AuditRun } from '../model/result.ts';
import { requiredCells } from './changed-cells.ts';

export interface SharedFix {
  /** Name of the system, without its version. */
  readonly system: string;
  /** At least two, in the order of the run. */
  readonly agencies: readonly AgencyVerdict[];
  /** Criterion id → agencies of the group that do not meet it; at least two each, most first. */
  readonly failures: readonly { readonly criterion: string; readonly agencies: readonly AgencyVerdict[] }[];
}

/** Largest groups first; groups that lack nothing in common are left out. */
export function sharedFixes(run: AuditRun): SharedFix[] {
  const groups = new Map<string, AgencyVerdict[]>();
  for (const agency of run.agencies) {
    const system = systemName(agency.generator ?? '');
    if (system !== '') groups.set(system, [...(groups.get(system) ?? []), agency]);
  }
  return [...groups]
    .flatMap(([system, agencies]) => {
      const byCriterion = new Map<string, AgencyVerdict[]>();
      for (const agency of agencies) {
        for (const { id, verdict } of requiredCells(agency)) {
          if (verdict === 'not-met') byCriterion.set(id, [...(byCriterion.get(id) ?? []), agency]);
        }
      }
      const failures = [...byCriterion]
        .filter(([, lacking]) => lacking.length > 1)
        .map(([criterion, lacking]) => ({ criterion, agencies: lacking }))
        .sort((a, b) => b.agencies.length - a.agencies.length);
      return agencies.length > 1 && failures.length > 0 ? [{ system, agencies, failures }] : [];
    })
    .sort((a, b) => b.agencies.length - a.agencies.length || (a.system < b.system ? -1 : 1));
}

/** `WordPress 6.7.1` and `WordPress 6.5` are one system; so are `Joomla! - Open Source …` of all years. */
function systemName(generator: string): string {
  return generator
    .split(/\s[-–;(]\s?|;/)[0]!
    .replace(/[\s/]v?\d[\w.]*$/i, '')
    .trim();
}
