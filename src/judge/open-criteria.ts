// Which criteria nothing proves yet, asked again and again while a site is crawled: only pages that changed are probed anew.
// Pure in effect: the answer is that of the probes over all pages at once.
import type { Page } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import { contextOf, type EvaluateOptions, scopeOf } from './evaluate.ts';
import type { Criterion, Probe } from './pack.ts';
import type { ProbeContext } from './probe-context.ts';
import { runProbe } from './probes.ts';
import type { Survey } from './survey.ts';
import type { SurveyMemory } from './survey-memory.ts';
import type { AuditCalendar } from './years.ts';

export interface OpenCriteria {
  /** `changed`: pages of which anything may now be said anew. */
  update(changed: ReadonlySet<Page>): void;
  isOpen(criterion: Criterion): boolean;
}

/** A probe, and the pages that prove it by themselves. */
interface Watched {
  readonly criterion: Criterion;
  readonly probe: Probe;
  readonly classes: readonly string[];
  readonly proving: Set<Page>;
  /** Pages at which it threw. */
  readonly failing: Set<Page>;
  /** Pages that show a part: two of them may prove it together. */
  readonly partial: Set<Page>;
  together: boolean;
}

const nowhere: ReadonlySet<number> = new Set();

export function createOpenCriteria(
  criteria: readonly Criterion[],
  agency: Agency,
  calendar: AuditCalendar,
  options: EvaluateOptions,
  memory: SurveyMemory,
): OpenCriteria {
  const inScope = criteria.filter((criterion) => !scopeOf(criterion, agency, calendar.asOf));
  const watched = new Map(inScope.map((criterion) => [criterion, watch(criterion)]));
  const probes = [...watched.values()].flat();
  /** Pages of which some probe holds something. */
  const holding = new Set<Page>();
  let section = nowhere;
  const order = new Map<Page, number>();

  /** Where evidence stands decides only where it must stand in the plan's section. */
  function moved(): readonly Page[] {
    if (!options.strictSection) return [];
    const before = section;
    section = memory.section();
    return [...order.keys()].filter(({ id }) => before.has(id) !== section.has(id));
  }

  const surveyOf = (pages: Iterable<Page>): Survey => memory.surveyOf(pages, section);

  function probe(entry: Watched, survey: Survey) {
    const context: ProbeContext = contextOf(survey, entry.criterion, options);
    return runProbe(context, entry.probe);
  }

  function probePage(entry: Watched, page: Page, survey: () => Survey): void {
    try {
      const { proofs, against } = probe(entry, survey());
      if (proofs.length > 0) entry.proving.add(page);
      else if (against.some(({ reason }) => reason === 'incomplete')) entry.partial.add(page);
    } catch {
      entry.failing.add(page); // Reported by evaluate().
    }
  }

  function probeTogether(entry: Watched): void {
    try {
      const inOrder = [...entry.partial].sort((a, b) => order.get(a)! - order.get(b)!);
      entry.together = entry.partial.size > 1 && probe(entry, surveyOf(inOrder)).proofs.length > 0;
    } catch {
      entry.together = false;
    }
  }

  return {
    update(changed) {
      for (const page of changed) if (!order.has(page)) order.set(page, order.size);
      const rejoin = new Set<Watched>();
      for (const page of new Set([...changed, ...moved()])) {
        const named = memory.classesOn(page);
        if (named.size === 0 && !holding.has(page)) continue;
        holding.delete(page);
        // The same for all probes; a page that no survey can be made of fails at each.
        let known: Survey | undefined;
        const survey = (): Survey => (known ??= surveyOf([page]));
        for (const entry of probes) {
          entry.proving.delete(page);
          entry.failing.delete(page);
          if (entry.partial.delete(page)) rejoin.add(entry);
          if (!entry.classes.some((id) => named.has(id))) continue;
          probePage(entry, page, survey);
          if (entry.partial.has(page)) rejoin.add(entry);
          if (entry.proving.has(page) || entry.failing.has(page) || entry.partial.has(page)) holding.add(page);
        }
      }
      for (const entry of rejoin) if (joins(entry.probe)) probeTogether(entry);
    },
    isOpen(criterion) {
      const own = watched.get(criterion);
      if (own === undefined) return false;
      if (own.some(({ failing }) => failing.size > 0)) return true;
      const shown = new Set(
        own.filter(({ proving, together }) => proving.size > 0 || together).map(({ probe }) => probe),
      );
      return !criterion.probes.any.some((entry) =>
        'all' in entry ? entry.all.every((probe) => shown.has(probe)) : shown.has(entry),
      );
    },
  };
}

const joins = (probe: Probe): boolean => probe.probe === 'rows' && probe.join === true;

function watch(criterion: Criterion): Watched[] {
  return criterion.probes.any
    .flatMap((entry): readonly Probe[] => ('all' in entry ? entry.all : [entry]))
    .map((probe) => ({
      criterion,
      probe,
      classes: [...probe.classes, ...('partly' in probe ? (probe.partly ?? []) : [])],
      proving: new Set(),
      failing: new Set(),
      partial: new Set(),
      together: false,
    }));
}
