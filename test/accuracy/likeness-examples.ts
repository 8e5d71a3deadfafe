// All labelled sets as examples for the second reader: what of each site or document may show what, whether it does, and what the
// judge says of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contextOf, type EvaluateOptions, evaluate, mayBeMissed } from '../../src/judge/evaluate.ts';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { mayShow, passagesOf } from '../../src/judge/likeness.ts';
import type { Criterion, Pack } from '../../src/judge/pack.ts';
import { surveyOf } from '../../src/judge/survey.ts';
import { calendarOf } from '../../src/judge/years.ts';
import type { CrawlResult } from '../../src/model/crawl.ts';
import type { Agency } from '../../src/model/registry.ts';
import type { Example } from './fit-likeness.ts';
import { labelledItems } from './labelled-items.ts';
import { type LabelledSite, provinceSites, sitesOf } from './labelled-sites.ts';
import { criterionOf, labelNames, measuredAsOf } from './measure.ts';
import { readManifest } from './read-manifest.ts';

export interface JudgedExample extends Example {
  /** Criteria of which the judge found nothing that shows them. */
  readonly missed: ReadonlySet<string>;
}

/** Criteria whose content has words of its own; whether a link is there, letters do not tell. */
export const hasContent = ({ probes }: Criterion): boolean =>
  probes.any.some((entry) =>
    ('all' in entry ? entry.all : [entry]).some(({ probe }) => probe !== 'link' && probe !== 'resolves'),
  );

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** @param manifest a further set of items, called `items`. */
export async function* likenessExamples(pack: Pack, manifest: string): AsyncGenerator<JudgedExample> {
  for (const set of readdirSync(fixtures).sort()) {
    const folder = join(fixtures, set);
    if (isSetOfSites(folder)) for (const site of await sitesOf(folder)) yield* exampleOfSite(pack, set, site);
    const items = join(folder, 'manifest.jsonl');
    if (existsSync(items)) yield* examplesOfItems(pack, set, items);
  }
  for (const site of await provinceSites()) yield* exampleOfSite(pack, 'province', site);
  yield* examplesOfItems(pack, 'items', manifest);
}

function isSetOfSites(folder: string): boolean {
  const file = join(folder, 'expected.csv');
  return existsSync(file) && readFileSync(file, 'utf8').split('\n', 1)[0]!.split(',').includes('as_of');
}

function* exampleOfSite(pack: Pack, set: string, { agency, crawl, asOf, shown }: LabelledSite) {
  if (crawl.unreachable === undefined)
    yield exampleOf(pack, set, agency, crawl, { shown, asOf, options: { strictSection: false } });
}

async function* examplesOfItems(pack: Pack, set: string, manifest: string): AsyncGenerator<JudgedExample> {
  for await (const { item, agency, crawl } of labelledItems(readManifest(manifest, labelNames).items)) {
    if (crawl === undefined) continue;
    const shown = Object.fromEntries(
      Object.entries(item.labels).map(([label, truth]) => [criterionOf[label]!, truth] as const),
    );
    yield exampleOf(pack, set, agency, crawl, {
      shown,
      asOf: measuredAsOf,
      options: { strictSection: false, anyYear: true },
    });
  }
}

function exampleOf(
  pack: Pack,
  set: string,
  agency: Agency,
  crawl: CrawlResult,
  known: { shown: Readonly<Record<string, boolean>>; asOf: string; options: EvaluateOptions },
): JudgedExample {
  const { shown, asOf, options } = known;
  const survey = surveyOf(lexiconOf(pack.vocabulary), agency, crawl, calendarOf(asOf));
  const asked = pack.criteria.filter((criterion) => shown[criterion.id] !== undefined && hasContent(criterion));
  const contexts = asked.map((criterion) => contextOf(survey, criterion, options));
  const missed = asked.filter((criterion) => mayBeMissed(evaluate(survey, criterion, options)));
  return {
    set,
    shown,
    passages: passagesOf(survey).map((passage) => ({
      features: passage.features,
      mayShow: new Set(contexts.filter((context) => mayShow(context, passage)).map(({ criterion }) => criterion.id)),
    })),
    missed: new Set(missed.map(({ id }) => id)),
  };
}
