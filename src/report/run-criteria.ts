// The criteria of a run with their titles and codes, in pack order. Pure over an AuditRun; invents a code where the
// run carries none (a run stored by an older version).
import type { AuditRun, CriterionTitle, CriterionVerdict, Verdict } from '../model/result.ts';
import { verdicts } from '../model/result.ts';
import type { Messages } from './catalogue/messages.ts';

export interface RunCriterion extends CriterionTitle {
  /** At most four columns, unique in the run. */
  readonly code: string;
}

/** Required criteria first, each group in pack order. */
export function runCriteria(run: AuditRun): RunCriterion[] {
  const titles = new Map<string, CriterionTitle>();
  for (const pack of run.run.packs) {
    for (const title of pack.criteria ?? []) if (!titles.has(title.id)) titles.set(title.id, title);
  }
  for (const { criteria } of run.agencies) {
    for (const { id, level } of criteria) {
      if (!titles.has(id)) titles.set(id, { id, level, title: { th: id, en: id } });
    }
  }
  const codes = new Set<string>();
  const all = [...titles.values()].map((title) => {
    const code = freeCode(title, codes);
    codes.add(code);
    return { ...title, code };
  });
  return [...all.filter(({ level }) => level === 'required'), ...all.filter(({ level }) => level === 'advisory')];
}

function freeCode(title: CriterionTitle, taken: ReadonlySet<string>): string {
  const initials = title.id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 3);
  const candidates = [title.code, initials, title.id.slice(0, 2).toUpperCase()].filter((code) => code !== undefined);
  const free = candidates.find((code) => code !== '' && !taken.has(code));
  if (free !== undefined) return free;
  let number = 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
}

/** Verdict counts of a list of judged criteria. */
export function verdictCounts(criteria: readonly Pick<CriterionVerdict, 'verdict'>[]): Record<Verdict, number> {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of criteria) counts[verdict] += 1;
  return counts;
}

/** The registry's file without its folders: a report that is handed on says nothing of the machine it was made on. */
export function registryName({ run }: AuditRun): string {
  return run.registry.path.split(/[\\/]/).at(-1) || run.registry.path;
}

/** What is told beside a criterion: its clause, and that it is advisory or of a draft; '' where there is nothing to tell. */
export function criterionNotes(
  { level: words, report }: Messages,
  { level, draft, clause }: Pick<CriterionTitle, 'level' | 'draft' | 'clause'>,
): string {
  return [clause ?? '', draft ? report.draft : level === 'advisory' ? words.advisory : '']
    .filter((note) => note !== '')
    .join(', ');
}

/** The packs of a run with their versions, drafts named as such. */
export function packNames({ run }: AuditRun, { report }: Messages): string {
  return run.packs
    .map(({ name, version, draft }) => `${name} ${version}${draft ? ` (${report.draft})` : ''}`)
    .join(', ');
}
