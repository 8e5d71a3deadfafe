// What a probe reports, and how a piece of evidence is cut out of a page. Pure.
import type { Gap, Page } from '../model/crawl.ts';
import type { Evidence, Reason } from '../model/result.ts';
import { cutQuote } from '../text/normal.ts';
import type { Grade } from './lexicon.ts';
import type { LinkRef } from './link-index.ts';
import { isRecognised } from './recognised.ts';
import type { Site } from './site.ts';
import type { Unit } from './unit.ts';

export interface Finding {
  readonly reason: Reason;
  readonly evidence: Evidence;
  /** Lower comes first. */
  readonly rank: number;
}

/** What stands between a criterion and `not-met`: something that could hold it and was not read. */
export interface Blocker {
  readonly reason: Reason;
  readonly evidence: Evidence;
  /** Failure or extraction code, `needs-browser`, `not-visited`. */
  readonly code: string;
  /** Lower comes first; in hundreds how near it is to the thing itself (`bandOf`). */
  readonly rank: number;
}

/** Of a blocker's rank: 0 it is named as this very thing, 1 it says nothing of itself, 2 it was not visited, 3 it did not answer. */
export const bandOf = (rank: number): number => Math.floor(rank / 100);

export interface ProbeResult {
  readonly proofs: readonly Finding[];
  readonly weak: readonly Finding[];
  readonly against: readonly Finding[];
}

export const gradeReason: Record<Grade, Reason> = {
  term: 'found',
  synonym: 'found-other-wording',
  weak: 'found-other-wording',
};

/** Evidence standing in a segment of a page; span within the segment's text, or the whole of it. */
export function segmentEvidence(
  unit: Pick<Unit, 'page'> & { readonly year?: Unit['year'] },
  index: number | undefined,
  section: ReadonlySet<number>,
  span?: readonly [number, number],
): Evidence {
  const { page } = unit;
  const segment = index === undefined ? undefined : page.text.segments[index];
  const text = segment?.text ?? page.text.title ?? page.path.at(-1)?.label ?? '';
  const [from, to] = span ?? [0, Math.min(text.length, 120)];
  return {
    ...base(page, section),
    locator: { ...(segment?.locator ?? {}) },
    quote: cutQuote(text, from, to),
    year: unit.year?.year ?? null,
    source: isRecognised(page, index) ? 'ocr' : 'text',
  };
}

function base(page: Page, section: ReadonlySet<number>) {
  return {
    url: page.via?.link.url ?? page.url,
    finalUrl: page.capture.finalUrl,
    sha256: page.capture.sha256,
    fetchedAt: page.capture.fetchedAt,
    path: page.path.map((step) => ({ ...step })),
    section: section.has(page.id),
    offSite: page.offSite,
  };
}

/** Evidence that is a link (or an unclickable label): the page that carries it, its label, where it leads. */
export function linkEvidence(ref: LinkRef, site: Site, section: ReadonlySet<number>, year: number | null): Evidence {
  const { page, link } = ref;
  const target = site.targetOf(link);
  const url = link.url ?? page.url;
  const finalUrl =
    target.kind === 'page' ? target.page.capture.finalUrl : target.kind === 'gap' ? finalUrlOf(target.gap) : url;
  const segment = link.segment === undefined ? undefined : page.text.segments[link.segment];
  return {
    url,
    finalUrl,
    sha256: page.capture.sha256,
    fetchedAt: page.capture.fetchedAt,
    locator: { ...(segment?.locator ?? {}) },
    quote: cutQuote(link.label || link.href, 0, Math.min((link.label || link.href).length, 160)),
    path: [...page.path.map((step) => ({ ...step })), ...(link.url ? [{ url: link.url, label: link.label }] : [])],
    section: section.has(page.id),
    offSite: link.url ? site.isOffSite(finalUrl) : false,
    year,
    source: 'label',
  };
}

/** Evidence of something known but not read. */
export function gapEvidence(gap: Gap, section: ReadonlySet<number>, year: number | null): Evidence {
  const label = gap.via?.link.label ?? gap.path.at(-1)?.label ?? '';
  return {
    url: gap.via?.link.url ?? gap.url,
    finalUrl: finalUrlOf(gap),
    sha256: gap.extract?.capture.sha256 ?? '',
    fetchedAt: gap.extract?.capture.fetchedAt ?? gap.fetch?.at ?? '',
    locator: {},
    quote: cutQuote(label, 0, Math.min(label.length, 160)),
    path: gap.path.map((step) => ({ ...step })),
    section: gap.via ? section.has(gap.via.pageId) : false,
    offSite: gap.offSite,
    year,
    source: 'label',
  };
}

function finalUrlOf(gap: Gap): string {
  return gap.extract?.capture.finalUrl ?? gap.fetch?.url ?? gap.url;
}

/** The quoted words stand in it. */
export function standsIn(unit: Unit, { sha256, quote }: Evidence): boolean {
  if (sha256 !== unit.page.capture.sha256) return false;
  const words = quote.replace(/^…|…$/gu, '').trim();
  const titled = unit.titleSegment === undefined ? '' : (unit.page.text.segments[unit.titleSegment]?.text ?? '');
  return titled.includes(words) || unit.segments.some(({ segment }) => segment.text.includes(words));
}
