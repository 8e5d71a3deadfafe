// Gathers what the comparison of two stored runs needs beside their verdicts: the old crawl judged by the new rules and date,
// the registry's rows, what each page showed. Only for agencies in which something changed.
import type { CrawlResult } from '../model/crawl.ts';
import type { AgencyVerdict, AuditRun } from '../model/result.ts';
import { changedFields } from '../registry/compare-registries.ts';
import type { AgencyFacts, PageState } from '../report/compare.ts';
import type { StoredRun, StoreReader } from '../store/store.ts';
import { rejudgeAgency, reviewBelowOf } from './recheck.ts';

export async function compareFacts(
  store: StoreReader,
  before: { readonly stored: StoredRun; readonly run: AuditRun },
  after: { readonly stored: StoredRun; readonly run: AuditRun },
): Promise<Map<string, AgencyFacts>> {
  const [oldPacks, newPacks] = await Promise.all([store.packs(before.stored.id), store.packs(after.stored.id)]);
  const [oldRows, newRows] = await Promise.all([
    store.registry(before.stored.registry.sha256),
    store.registry(after.stored.registry.sha256),
  ]);
  const asOf = after.stored.asOf;
  const samePacks =
    JSON.stringify(oldPacks.map(({ sha256 }) => sha256)) === JSON.stringify(newPacks.map(({ sha256 }) => sha256));
  const facts = new Map<string, AgencyFacts>();
  for (const id of changedAgencies(before.run, after.run)) {
    const onNewDate =
      before.stored.asOf === asOf
        ? undefined
        : await rejudgeAgency(store, before.stored, id, { packs: oldPacks, asOf });
    const reviewBelow = reviewBelowOf(after.stored);
    const otherRules =
      !samePacks ||
      before.stored.toolVersion !== after.stored.toolVersion ||
      reviewBelowOf(before.stored) !== reviewBelow;
    const underNewRules = otherRules
      ? await rejudgeAgency(store, before.stored, id, { packs: newPacks, asOf, reviewBelow })
      : undefined;
    const [oldRow, newRow] = [oldRows.find((row) => row.id === id), newRows.find((row) => row.id === id)];
    const [oldCrawl, newCrawl] = await Promise.all([
      store.crawl(before.stored.id, id),
      store.crawl(after.stored.id, id),
    ]);
    facts.set(id, {
      ...(onNewDate === undefined ? {} : { onNewDate }),
      ...(underNewRules === undefined ? {} : { underNewRules }),
      ...(oldRow === undefined || newRow === undefined ? {} : { fields: changedFields(oldRow, newRow) }),
      ...(oldCrawl === undefined ? {} : { pagesBefore: pagesOf(oldCrawl) }),
      ...(newCrawl === undefined ? {} : { pagesAfter: pagesOf(newCrawl) }),
    });
  }
  return facts;
}

function changedAgencies(before: AuditRun, after: AuditRun): string[] {
  const key = ({ criteria }: AgencyVerdict) =>
    JSON.stringify(criteria.map(({ id, verdict, reason }) => [id, verdict, reason]));
  const old = new Map(before.agencies.map((agency) => [agency.id, key(agency)]));
  return after.agencies
    .filter((agency) => old.has(agency.id) && old.get(agency.id) !== key(agency))
    .map(({ id }) => id);
}

function pagesOf(crawl: CrawlResult): Map<string, PageState> {
  const pages = new Map<string, PageState>();
  for (const gap of crawl.gaps) {
    const state: PageState | undefined =
      gap.fetch !== undefined
        ? { failure: gap.fetch.code }
        : gap.extract === undefined
          ? undefined
          : { sha256: gap.extract.capture.sha256 };
    if (state === undefined) continue;
    pages.set(gap.url, state);
    if (gap.fetch !== undefined) pages.set(gap.fetch.url, state);
  }
  if (crawl.unreachable !== undefined) pages.set(crawl.unreachable.url, { failure: crawl.unreachable.code });
  for (const page of crawl.pages) {
    pages.set(page.url, { sha256: page.capture.sha256 });
    pages.set(page.capture.finalUrl, { sha256: page.capture.sha256 });
  }
  return pages;
}
