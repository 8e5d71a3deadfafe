// What a single page promises by the labels of its documents: in a labelled set the targets may be missing, so that a label counts.
import { norm } from '../../src/judge/lexicon.ts';
import type { LinkRef } from '../../src/judge/link-index.ts';
import type { Criterion } from '../../src/judge/pack.ts';
import type { Survey } from '../../src/judge/survey.ts';
import type { Unit } from '../../src/judge/unit.ts';
import { findPhrases } from '../../src/text/phrase.ts';

/** A link to a file whose label says what the criterion's probes look for. */
export function linkedTitle(survey: Survey, criterion: Criterion): string | undefined {
  const classes = new Set(
    criterion.probes.any
      .flatMap((entry) => ('all' in entry ? entry.all : [entry]))
      .filter((probe) => probe.probe === 'document')
      .flatMap((probe) => probe.classes),
  );
  if (classes.size === 0) return linkedProject(survey, criterion);
  const found = survey.links.find(
    ({ ref, reading }) =>
      ref.link.url !== null &&
      isFile(ref.link.url) &&
      [...reading.classes.values()].some((hit) => classes.has(hit.id) && hit.grade !== 'weak'),
  );
  return found?.ref.link.label;
}

/** The plan is one of the files of the same list. */
function besides({ link, page }: LinkRef, unit: Unit): boolean {
  return (
    unit.page === page &&
    link.url !== null &&
    isFile(link.url) &&
    unit.segments.some(({ index }) => index === link.segment)
  );
}

/** Where projects are asked for: a document named after one, listed under or beside the plan. */
function linkedProject(survey: Survey, criterion: Criterion): string | undefined {
  const probe = criterion.probes.any.find((entry) => 'probe' in entry && entry.probe === 'rows');
  if (!probe || !('classes' in probe)) return undefined;
  const found = survey.links.find(({ ref: { link, page } }) => {
    if (link.url === null || !isFile(link.url) || link.segment === undefined) return false;
    const name = norm(link.label.replace(/^[\s\-–—•*()[\]0-9๐-๙.]+/u, ''));
    if (!findPhrases(survey.lexicon.projectLeads, name).some((match) => match.start === 0)) return false;
    return survey.units.some(
      (unit) =>
        unit.page === page &&
        unit.segments.some(({ index }) => index === link.segment) &&
        (probe.classes.some((id) => unit.classes.has(id)) || survey.planLinks.some((plan) => besides(plan.ref, unit))),
    );
  });
  return criterion.id === 'projects' ? found?.ref.link.label : undefined;
}

function isFile(url: string): boolean {
  if (/\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|zip|jpe?g|png)(?:[?#]|$)/i.test(url)) return true;
  return /(?:^|\.)(?:drive|docs)\.google\.com$|onedrive|1drv|dropbox/i.test(new URL(url).hostname);
}
