// Pictures of the kept HTML pages that verdicts cite, with the quote marked. Reads what is kept; asks no website.
import type { Capture } from '../model/crawl.ts';
import type { AgencyVerdict } from '../model/result.ts';
import { pictureKey } from '../report/picture-key.ts';
import type { StoreReader } from '../store/store.ts';

export interface PageToPicture {
  readonly url: string;
  readonly html: Buffer;
  readonly contentType: string;
  readonly quote: string;
}

/** Takes a picture; undefined when the page cannot be shown. */
export type TakePicture = (page: PageToPicture) => Promise<Buffer | undefined>;

/** A picture of a cited page with the quote marked. */
export interface CitedPicture {
  readonly criterion: string;
  readonly url: string;
  readonly picture: Buffer;
}

interface Kept {
  readonly capture: Capture;
  readonly body: Buffer;
}

/** One picture a criterion whose first evidence is an HTML page that `find` still has. */
export async function citedPictures(
  verdict: AgencyVerdict,
  find: (sha256: string) => Kept | undefined | Promise<Kept | undefined>,
  take: TakePicture,
): Promise<CitedPicture[]> {
  const pictures: CitedPicture[] = [];
  for (const cell of verdict.criteria) {
    const [first] = cell.evidence;
    const kept = first === undefined || first.sha256 === '' ? undefined : await find(first.sha256);
    if (first === undefined || kept === undefined) continue;
    const contentType = kept.capture.headers['content-type'] ?? kept.capture.contentType;
    if (!/html/i.test(contentType)) continue;
    const url = kept.capture.finalUrl;
    const picture = await take({ url, html: kept.body, contentType, quote: first.quote });
    if (picture !== undefined) pictures.push({ criterion: cell.id, url, picture });
  }
  return pictures;
}

/** Pictures for the reports of a stored run, by `pictureKey`. Agencies whose captures were pruned have none. */
export async function runPictures(
  store: StoreReader,
  runId: string,
  agencies: readonly AgencyVerdict[],
  take: TakePicture,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const agency of agencies) {
    const captures = new Map((await store.captures(runId, agency.id)).map((each) => [each.sha256, each]));
    const find = async (sha256: string): Promise<Kept | undefined> => {
      const capture = captures.get(sha256);
      const body = capture === undefined ? undefined : await store.body(sha256);
      return capture === undefined || body === undefined ? undefined : { capture, body };
    };
    for (const { criterion, picture } of await citedPictures(agency, find, take)) {
      pictures.set(pictureKey(agency.id, criterion), picture);
    }
  }
  return pictures;
}
