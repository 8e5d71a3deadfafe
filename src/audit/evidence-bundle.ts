// Gathers what an agency's verdicts rest on – the pages of the click paths, the documents cited, what was looked at in vain –
// and packs it into one bundle.
import { UserError } from '../errors.ts';
import { canonicalUrl } from '../model/canonical-url.ts';
import type { Capture, CrawlResult } from '../model/crawl.ts';
import type { AgencyVerdict } from '../model/result.ts';
import type { StoredRun, StoreReader } from '../store/store.ts';
import { reviewedVerdict } from './apply-reviews.ts';
import { citedPictures, type TakePicture } from './cited-pictures.ts';
import { type ArchivedResponse, buildWacz } from './wacz.ts';

export interface EvidenceOptions {
  readonly version: string;
  /** Takes pictures of cited HTML pages; undefined where there is no browser. */
  readonly picture?: TakePicture;
}

export interface EvidenceBundle {
  readonly bytes: Buffer;
  readonly responses: number;
  readonly pictures: number;
  /** Cited bodies that are no longer kept. */
  readonly missing: readonly string[];
}

/** @throws UserError `agency-unknown`, `run-pruned` */
export async function evidenceBundle(
  store: StoreReader,
  run: StoredRun,
  agencyId: string,
  options: EvidenceOptions,
): Promise<EvidenceBundle> {
  const judged = (await store.verdicts(run.id)).find(({ id }) => id === agencyId);
  if (judged === undefined) {
    throw new UserError('agency-unknown', `Run ${run.id} holds no agency ${agencyId}.`, {
      hint: `Agencies of the run: ${run.selection.slice(0, 30).join(', ')}${run.selection.length > 30 ? ' …' : ''}`,
      th: { message: `การตรวจ ${run.id} ไม่มีหน่วยงาน ${agencyId}` },
    });
  }
  const verdict = reviewedVerdict(judged, run.reviews, run.asOf);
  const [crawl, captures] = await Promise.all([store.crawl(run.id, agencyId), store.captures(run.id, agencyId)]);
  if (captures.length === 0 && crawl === undefined && verdict.coverage.requests > 0) {
    throw new UserError('run-pruned', `What run ${run.id} was judged on is no longer kept.`, {
      th: { message: `ข้อมูลที่ใช้ตัดสินการตรวจ ${run.id} ถูกลบไปแล้ว` },
    });
  }
  const wanted = citedCaptures(verdict, crawl, captures);
  const responses: ArchivedResponse[] = [];
  const missing: string[] = [];
  for (const capture of wanted) {
    const body = await store.body(capture.sha256);
    if (body === undefined) missing.push(capture.finalUrl);
    else responses.push({ capture, body });
  }
  const byHash = new Map(responses.map((response) => [response.capture.sha256, response]));
  const pictures =
    options.picture === undefined ? [] : await citedPictures(verdict, (sha256) => byHash.get(sha256), options.picture);
  const titles = new Map(crawl?.pages.map((page) => [page.capture.finalUrl, page.text.title ?? '']) ?? []);
  const [main] = responses;
  const bytes = await buildWacz({
    title: `${verdict.name} (${verdict.id})`,
    description: `Evidence of run ${run.id}, audit date ${run.asOf}`,
    software: `planaudit/${options.version}`,
    created: run.finishedAt ?? run.startedAt,
    responses,
    pages: responses.map(({ capture }) => ({
      url: capture.finalUrl,
      title: titles.get(capture.finalUrl) || (capture.fileName ?? capture.finalUrl),
      at: capture.fetchedAt,
    })),
    ...(main === undefined ? {} : { mainUrl: main.capture.finalUrl }),
    files: [
      { path: 'planaudit/verdict.json', bytes: Buffer.from(`${JSON.stringify(verdict, null, 2)}\n`) },
      ...pictures.map(({ criterion, picture }, index) => ({
        path: `screenshots/${String(index + 1).padStart(2, '0')}-${criterion}.png`,
        bytes: picture,
      })),
    ],
  });
  return { bytes, responses: responses.length, pictures: pictures.length, missing };
}

/**
 * In the order of arrival: cited by hash, or a step of a click path; what only reads like it included. Nothing cited: everything that
 * was looked at.
 */
function citedCaptures(
  verdict: AgencyVerdict,
  crawl: CrawlResult | undefined,
  captures: readonly Capture[],
): Capture[] {
  const evidence = verdict.criteria.flatMap((cell) => [...cell.evidence, ...(cell.closest ? [cell.closest] : [])]);
  const hashes = new Set(evidence.map(({ sha256 }) => sha256));
  const urls = new Set(
    evidence.flatMap(({ path, url, finalUrl }) =>
      [...path.map((step) => step.url), url, finalUrl].map((address) => canonicalUrl(address) ?? address),
    ),
  );
  const frames = new Set(
    crawl?.pages.filter(({ role }) => role === 'start' || role === 'frame').map((page) => page.capture.sha256),
  );
  const cited = captures.filter(
    (capture) =>
      hashes.has(capture.sha256) ||
      frames.has(capture.sha256) ||
      urls.has(capture.url) ||
      urls.has(canonicalUrl(capture.finalUrl) ?? capture.finalUrl),
  );
  return evidence.length === 0 ? [...captures] : cited;
}
