// Probes of links: that one of a class exists, and that it leads to something living. Pure.

import type { Reason } from '../model/result.ts';
import { type Finding, gradeReason, linkEvidence, type ProbeResult } from './finding.ts';
import { hollowTest } from './hollow-list.ts';
import { namesSurely } from './lexicon.ts';
import type { LinkRef } from './link-index.ts';
import { isFramed, isJump, type LinkReading } from './link-reading.ts';
import { best, type ProbeContext, type ProbeOf, tray } from './probe-context.ts';
import type { Survey } from './survey.ts';
import { readTitle, type TitleReading } from './title.ts';

export function probeLink({ survey, accepted }: ProbeContext, probe: ProbeOf<'link'>): ProbeResult {
  const found = tray();
  const named = linksOf(survey, probe.classes);
  const { hosts } = probe;
  const atHost = ({ ref }: LinkReading) => hosts === undefined || hosts.some((host) => onHost(ref.link.url, host));
  const others = hosts === undefined ? [] : underTitle(survey, probe.classes, survey.links.filter(atHost));
  for (const [order, entry] of [...named.filter(atHost), ...others].entries()) {
    const { ref, reading } = entry;
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

/**
 * Links with words of their own (เข้าร่วมตอบ) in content whose title is of these classes, or in a line or card that names one
 * (แบบสำรวจ… คลิกตอบ); for hosts that say the rest.
 */
function underTitle(survey: Survey, classes: readonly string[], links: readonly LinkReading[]): LinkReading[] {
  const names = (reading: Pick<TitleReading, 'classes'> | undefined) =>
    classes.some((id) => namesSurely(reading?.classes, id));
  if (links.length === 0) return [];
  const titled = Map.groupBy(
    survey.units.filter((unit) => !unit.lookalike && names(unit)),
    (unit) => unit.page,
  );
  return links.filter((entry) => {
    const { link, page } = entry.ref;
    if (link.region !== 'main' || isJump(entry.ref)) return false;
    if (entry.reading.classes.size > 0 || entry.reading.lookalikes.length > 0) return false;
    if (names(entry.context) || names(lineOf(survey, entry)) || framedBeside(survey, classes, entry)) return true;
    return (titled.get(page) ?? []).some(
      (unit) => unit.titleSegment === link.segment || unit.segments.some(({ index }) => index === link.segment),
    );
  });
}

/** What the line says that a link stands in, where it is short and names no look-alike. */
function lineOf({ lexicon, agency }: Survey, { ref }: LinkReading): TitleReading | undefined {
  const text = upToLink(ref);
  if (text === '' || text.length > longestLine) return undefined;
  const reading = readTitle(lexicon, text, agency);
  return reading.lookalikes.length > 0 ? undefined : reading;
}

/** The line up to the end of the link, from the end of the one before it in the same line (… (EIT) เข้าตอบ / … (IIT) เข้าตอบ). */
function upToLink({ link, page }: LinkRef): string {
  const line = link.segment === undefined ? '' : (page.text.segments[link.segment]?.text ?? '');
  // Most links are their whole line: a page of thousands must not be gone through for each.
  if (line === link.text) return line;
  const beside = page.text.links.filter(({ segment }) => segment !== undefined && segment === link.segment);
  if (beside.length < 2) return line;
  let from = 0;
  for (const other of beside) {
    const at = line.indexOf(other.text, from);
    if (at < 0 || other.text === '') return line;
    const to = at + other.text.length;
    if (other === link) return line.slice(from, to);
    from = to;
  }
  return line;
}

/** A form in a frame is what the words around it speak of (กรอกแบบสำรวจ…), if they name no look-alike. */
function framedBeside(
  { lexicon, agency }: Survey,
  classes: readonly string[],
  { ref: { link } }: LinkReading,
): boolean {
  if (!isFramed(link)) return false;
  return [link.label, ...link.context.map(({ text }) => text)].some((text) => {
    if (text.length > longestBeside) return false;
    const { mentions, lookalikes } = readTitle(lexicon, text, agency);
    return lookalikes.length === 0 && classes.some((id) => mentions.has(id));
  });
}

/** Longer ones speak of more than one thing. */
const longestLine = 240;
/** A card may go on to say what the form in it asks. */
const longestBeside = 600;

/** `host`, a subdomain of it, or any host so named (`forms.*`). */
function onHost(url: string | null, host: string): boolean {
  // Asked of every link of a site, again as it grows.
  if (url === null || !url.includes(host.endsWith('.*') ? host.slice(0, -1) : host)) return false;
  // Canonical.
  const name = /^https?:\/\/(?:[^/?#]*@)?([^/:?#]+)/u.exec(url)?.[1] ?? '';
  return host.endsWith('.*') ? name.startsWith(host.slice(0, -1)) : name === host || name.endsWith(`.${host}`);
}

export function probeResolves({ survey }: ProbeContext, probe: ProbeOf<'resolves'>): ProbeResult {
  const found = tray();
  const { site, section } = survey;
  const add = (list: Finding[], reason: Reason, entry: LinkReading, rank: number) =>
    list.push({ reason, evidence: linkEvidence(entry.ref, site, section, entry.reading.year?.year ?? null), rank });
  const isHollow = hollowTest(survey);
  for (const [order, entry] of linksOf(survey, probe.classes).entries()) {
    const rank = order / 1000;
    const grade = best(probe.classes.flatMap((id) => entry.reading.classes.get(id)?.grade ?? [])) ?? 'synonym';
    const target = site.targetOf(entry.ref.link);
    switch (target.kind) {
      case 'page':
        if (target.page.offSite) add(found.against, 'off-site', entry, rank);
        else if (isHollow(target.page)) add(found.against, 'broken-link', entry, rank + 1);
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
