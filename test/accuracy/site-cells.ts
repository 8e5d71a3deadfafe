// The cells of a labelled site as the judge decides them: what the confidence is fitted to and checked by.
import type { Signal } from '../../src/judge/confidence-signals.ts';
import { evaluate } from '../../src/judge/evaluate.ts';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import type { Pack } from '../../src/judge/pack.ts';
import { surveyOf } from '../../src/judge/survey.ts';
import { calendarOf } from '../../src/judge/years.ts';
import type { LabelledSite } from './labelled-sites.ts';
import { type PerturbationId, perturbCrawl } from './perturb-crawl.ts';

/** A judged cell of known truth, and under what it was judged. */
export interface Cell {
  readonly criterion: string;
  readonly source: LabelledSite['source'] | 'items';
  /** `first-sight`: by the judge as it stood before anything was mended for the site's set. */
  readonly variant: 'as-is' | 'first-sight' | 'few-requests' | PerturbationId;
  readonly group: string;
  readonly verdict: 'met' | 'not-met';
  readonly signals: readonly Signal[];
  readonly right: boolean;
}

export function cellsOfSite(pack: Pack, site: LabelledSite, variant: Cell['variant']): Cell[] {
  const perturbed = variant !== 'as-is' && variant !== 'first-sight' && variant !== 'few-requests';
  const crawl = perturbed ? perturbCrawl(site.crawl, variant, site.agency.id) : site.crawl;
  if (crawl.unreachable) return [];
  const survey = surveyOf(lexiconOf(pack.vocabulary), site.agency, crawl, calendarOf(site.asOf));
  return pack.criteria.flatMap((criterion): Cell[] => {
    const shown = site.shown[criterion.id];
    // A link so called now does exist there.
    if (shown === undefined || (variant === 'mislabelled' && criterion.id.startsWith('plan-link'))) return [];
    const { verdict, signals } = evaluate(survey, criterion, { strictSection: false });
    if (verdict !== 'met' && verdict !== 'not-met') return [];
    const { source, agency } = site;
    return [
      {
        criterion: criterion.id,
        source,
        variant,
        group: `${source}/${agency.id}`,
        verdict,
        signals,
        right: (verdict === 'met') === shown,
      },
    ];
  });
}
