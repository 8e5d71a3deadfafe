// What every probe works with: the survey, the criterion's words, the accepted years, and a tray for what it finds. Pure.
import { findPhrases, maskPhrases, type PhraseSet } from '../text/phrase.ts';
import { type Finding, gradeReason } from './finding.ts';
import { type CriterionLexicon, type Grade, norm } from './lexicon.ts';
import type { Criterion, Probe } from './pack.ts';
import type { Survey } from './survey.ts';
import type { Unit } from './unit.ts';

export interface ProbeContext {
  readonly survey: Survey;
  readonly criterion: Criterion;
  readonly words: CriterionLexicon;
  readonly accepted: ReadonlySet<number> | 'any';
  readonly strictSection: boolean;
}

export type ProbeOf<K extends Probe['probe']> = Extract<Probe, { probe: K }>;

export interface Tray {
  readonly proofs: Finding[];
  readonly weak: Finding[];
  readonly against: Finding[];
}
export const tray = (): Tray => ({ proofs: [], weak: [], against: [] });

/** Whether the year of a piece of content is accepted; `other`: a year to come. */
export type YearGate = 'ok' | 'unclear' | 'conflict' | 'outdated' | 'other';

export function gateOf({ accepted, survey }: ProbeContext, unit: Unit): YearGate {
  if (accepted === 'any') return 'ok';
  const { own, label, year } = unit.year;
  if (unit.year.conflict) {
    const ownFits = own.some((entry) => accepted.has(entry));
    const labelFits = label.some((entry) => accepted.has(entry));
    if (ownFits && labelFits) return 'ok';
    if (ownFits || labelFits) return 'conflict';
  }
  if (year === undefined) return 'unclear';
  if (accepted.has(year)) return 'ok';
  return year < survey.calendar.fiscalYear ? 'outdated' : 'other';
}

/** Units that are of these classes, best grade first; look-alikes left out. */
export function unitsOfClasses(
  context: ProbeContext,
  classes: readonly string[],
): { unit: Unit; grade: Grade; own: boolean }[] {
  const found: { unit: Unit; grade: Grade; own: boolean }[] = [];
  for (const unit of context.survey.units) {
    if (unit.classes.size === 0 || unit.lookalike || !isAdmitted(context, unit)) continue;
    const hits = classes.flatMap((id) => unit.classes.get(id) ?? []).filter((hit) => hit.grade !== 'weak');
    if (hits.length === 0) continue;
    found.push({
      unit,
      grade: best(hits.map((hit) => hit.grade)) ?? 'weak',
      own: hits.some((hit) => hit.origin === 'own'),
    });
  }
  return found;
}

/** Pages of hosts that are not the agency's do not count; documents do. */
export function isAdmitted({ strictSection, survey }: ProbeContext, unit: Unit): boolean {
  if (unit.page.offSite && unit.page.text.media === 'html' && !isShared(unit)) return false;
  return !strictSection || survey.section.has(unit.page.id);
}

/** A document of a share service that is served as HTML (a published sheet or text). */
function isShared(unit: Unit): boolean {
  return /(?:^|\.)(?:docs|drive|sheets)\.google\.com$/.test(new URL(unit.page.capture.finalUrl).hostname);
}

/** A finding goes to the list that its year allows. */
export function place(found: Tray, gate: YearGate, finding: Omit<Finding, 'reason'>, grade: Grade): void {
  if (gate === 'ok') found.proofs.push({ ...finding, reason: gradeReason[grade] });
  else if (gate === 'unclear') found.weak.push({ ...finding, reason: 'unclear-year' });
  else if (gate === 'conflict') found.weak.push({ ...finding, reason: 'label-conflict' });
  else if (gate === 'outdated') found.against.push({ ...finding, reason: 'outdated' });
}

/**
 * Takes findings as `place` does, save that those in reports on one project alone wait until as many are told of as make a plan's
 * work: `settle` places them then, and else says that there is too little.
 */
export function placing(found: Tray, fewest = 2) {
  const waiting: { readonly key: string; readonly gate: YearGate; readonly put: () => void }[] = [];
  const alone: Omit<Finding, 'reason'>[] = [];
  return {
    put(unit: Unit, gate: YearGate, finding: Omit<Finding, 'reason'>, put: () => void): void {
      if (unit.oneProject === undefined) {
        put();
        return;
      }
      waiting.push({ key: unit.oneProject, gate, put });
      if (gate === 'ok' || gate === 'unclear') alone.push(finding);
    },
    settle(): void {
      const told = new Set(waiting.filter(({ gate }) => gate === 'ok').map(({ key }) => key));
      if (told.size >= fewest) for (const { put } of waiting) put();
      else for (const finding of alone) found.against.push({ ...finding, reason: 'incomplete' });
    },
  };
}

/** Sections of the plan first, the agency's own site first, newer years first, then in page order. */
export function rankOf(context: ProbeContext, unit: Unit, grade: Grade): number {
  const year = unit.year.year ?? context.survey.calendar.fiscalYear - 9;
  return (
    (context.survey.section.has(unit.page.id) ? 0 : 100) +
    (unit.page.offSite ? 50 : 0) +
    (unit.page.text.source === 'ocr' ? 200 : 0) +
    Math.abs(context.survey.calendar.fiscalYear - year) * 10 +
    (grade === 'term' ? 0 : grade === 'synonym' ? 2 : 5) +
    unit.page.id / 1000
  );
}

/** Letters of any script. */
export const count = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Phrases of a set in a text, with the criterion's ignored phrases masked. */
export function matches<T>(context: ProbeContext, text: string, set: PhraseSet<T> | undefined) {
  if (!set) return [];
  const { text: masked } = maskPhrases(context.words.ignore, norm(text));
  return findPhrases(set, masked);
}

export function best(grades: readonly Grade[]): Grade | undefined {
  return grades.includes('term') ? 'term' : grades.includes('synonym') ? 'synonym' : grades[0];
}
