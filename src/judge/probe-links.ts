// Probes of links: that one of a class exists, and that it leads to something living. Pure.

import type { Reason } from '../model/result.ts';
import { type Finding, gradeReason, linkEvidence, type ProbeResult } from './finding.ts';
import { namesSurely } from './lexicon.ts';
import { isJump, type LinkReading } from './link-reading.ts';
import { best, type ProbeContext, type ProbeOf, tray } from './probe-context.ts';
import type { Survey } from './survey.ts';

export function probeLink({ survey, accepted }: ProbeContext, probe: ProbeOf<'link'>): ProbeResult {
  const found = tray();
  const named = linksOf(survey, probe.classes);
  for (const [order, entry] of (probe.hosts
    ? [...named, ...underTitle(survey, probe.classes, named)]
    : named
  ).entries()) {
    const { ref, reading } = entry;
    if (probe.hosts && !probe.hosts.some((host) => onHost(ref.link.url, host))) continue;
    const hits = probe.classes.flatMap((id) => reading.classes.get(id) ?? []);
    const grade = best(hits.map((hit) => hit.grade)) ?? 'synonym';
    const year = reading.year?.year ?? null;
    found.proofs.push({
      reason: gradeReason[grade],
      evidence: linkEvidence(ref, survey.site, survey.section, year),
      rank:
        (grade === 'term' ? 0 : 20) +
        (accepted !== 'any' || year === null ? 5 : survey.calendar.fiscalYear - year) +
        order / 1000,
    });
  }
  return found;
}

/** Real links of these classes; for the annual plan also those whose target turned out to be it. */
function linksOf(survey: Survey, classes: readonly string[]): readonly LinkReading[] {
  if (classes.includes('annual-plan')) return survey.planLinks;
  return survey.links.filter(
    ({ ref, reading }) =>
      ref.link.url !== null && !isJump(ref) && classes.some((id) => namesSurely(reading.classes, id)),
  );
}

/** Links with words of their own (เข้าร่วมตอบ) in content whose title is of these classes; for hosts that say the rest. */
function underTitle(survey: Survey, classes: readonly string[], named: readonly LinkReading[]): LinkReading[] {
  const known = new Set(named);
  const titled = Map.groupBy(
    survey.units.filter((unit) => !unit.lookalike && classes.some((id) => namesSurely(unit.classes, id))),
    (unit) => unit.page,
  );
  if (titled.size === 0) return [];
  return survey.links.filter((entry) => {
    const { link, page } = entry.ref;
    if (link.url === null || link.region !== 'main' || !titled.has(page) || known.has(entry) || isJump(entry.ref))
      return false;
    if (entry.reading.classes.size > 0 || entry.reading.lookalikes.length > 0) return false;
    return (titled.get(page) ?? []).some(
      (unit) => unit.titleSegment === link.segment || unit.segments.some(({ index }) => index === link.segment),
    );
  });
}

function onHost(url: string | null, host: string): boolean {
  if (url === null) return false;
  const name = new URL(url).hostname.toLowerCase();
  return name === host || name.endsWith(`.${host}`);
}

export function probeResolves({ survey }: ProbeContext, probe: ProbeOf<'resolves'>): ProbeResult {
  const found = tray();
  const { site, section } = survey;
  const add = (list: Finding[], reason: Reason, entry: LinkReading, rank: number) =>
    list.push({ reason, evidence: linkEvidence(entry.ref, site, section, entry.reading.year?.year ?? null), rank });
  for (const [order, entry] of linksOf(survey, probe.classes).entries()) {
    const rank = order / 1000;
    const grade = best(probe.classes.flatMap((id) => entry.reading.classes.get(id)?.grade ?? [])) ?? 'synonym';
    const target = site.targetOf(entry.ref.link);
    switch (target.kind) {
      case 'page':
        if (target.page.offSite) add(found.against, 'off-site', entry, rank);
        else add(found.proofs, gradeReason[grade], entry, rank + (target.page.text.needsScript ? 5 : 0));
        break;
      case 'gap': {
        const { gap } = target;
        if (gap.offSite) add(found.against, 'off-site', entry, rank);
        else if (gap.fetch?.dead || gap.fetch?.code === 'http-unauthorized' || gap.extract?.code === 'encrypted')
          add(found.against, 'broken-link', entry, rank);
        else if (gap.extract || gap.needsBrowser) add(found.proofs, gradeReason[grade], entry, rank + 10);
        break;
      }
      case 'pending':
      case 'unvisited':
        if (entry.ref.link.url && site.isOffSite(entry.ref.link.url)) add(found.against, 'off-site', entry, rank);
        break;
    }
  }
  return found;
}
