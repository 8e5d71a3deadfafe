// Audits one agency: crawl, then judge. Every agency gets a verdict: what throws becomes `unknown` / `tool-error`, never a
// lost row and never a `not-met`.
import type { CrawlEvent, CrawlOptions } from '../crawl/crawl-options.ts';
import { crawlSite } from '../crawl/crawl-site.ts';
import { agencyVerdict } from '../judge/agency-verdict.ts';
import { levelIn } from '../judge/draft-pack.ts';
import { createGuide } from '../judge/guide.ts';
import { judgeAgency } from '../judge/judge.ts';
import type { Pack } from '../judge/pack.ts';
import type { Capture, CrawlGuide, CrawlResult } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import type { AgencyVerdict, CriterionVerdict } from '../model/result.ts';

export interface JudgeSettings {
  /** Audit date, YYYY-MM-DD. */
  readonly asOf: string;
  readonly strictSection: boolean;
  /** As in `JudgeOptions`. */
  readonly reviewBelow?: number;
}

/** What judges: the real judge by default, replaced in tests. */
export interface Judge {
  createGuide(packs: readonly Pack[], agency: Agency, settings: JudgeSettings): CrawlGuide;
  judgeAgency(packs: readonly Pack[], agency: Agency, crawl: CrawlResult, settings: JudgeSettings): AgencyVerdict;
}

export const packJudge: Judge = { createGuide, judgeAgency };

/** `crawl` options that are the same for every agency. */
export type CrawlSettings = Pick<
  CrawlOptions,
  'fetcher' | 'extractor' | 'render' | 'renderAll' | 'budget' | 'concurrency' | 'patience' | 'now'
>;

export interface AuditAgencyOptions {
  readonly packs: readonly Pack[];
  readonly settings: JudgeSettings;
  readonly crawl: CrawlSettings;
  readonly judge?: Judge;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: CrawlEvent) => void;
  /** An attempt begins: what an earlier one captured is not what will be judged. */
  readonly onStart?: () => void;
  readonly onCapture?: (capture: Capture, body: Buffer) => void;
  /** The finished crawl, before it is judged, for the store. */
  readonly onCrawl?: (crawl: CrawlResult) => void;
  /** Set on a second try: what the first failed with. */
  readonly failedBefore?: string;
}

export interface AgencyAudit {
  readonly verdict: AgencyVerdict;
  /** The site could not be reached for a reason that may pass: worth another try at the end of the run, with this cause. */
  readonly tryAgain?: string;
}

/** Audits one agency. Undefined only when interrupted before a verdict was due. Never rejects. */
export async function auditAgency(agency: Agency, options: AuditAgencyOptions): Promise<AgencyAudit | undefined> {
  const { packs, settings, signal, failedBefore } = options;
  const judge = options.judge ?? packJudge;
  try {
    options.onStart?.();
    let crawl =
      agency.url === undefined ? noWebsite(agency, options.crawl.now()) : await crawlOf(agency, judge, options);
    if (crawl.stopped === 'interrupted' || signal?.aborted) return undefined;
    if (failedBefore !== undefined && crawl.unreachable === undefined) {
      const notice = {
        code: 'second-pass-recovered' as const,
        url: agency.url ?? '',
        detail: `unreachable at first (${failedBefore})`,
      };
      crawl = { ...crawl, notices: [...crawl.notices, notice] };
    }
    options.onCrawl?.(crawl);
    const verdict = judge.judgeAgency(packs, agency, crawl, settings);
    return { verdict, ...(crawl.unreachable?.transient ? { tryAgain: crawl.unreachable.code } : {}) };
  } catch (error) {
    if (signal?.aborted) return undefined;
    return { verdict: toolErrorVerdict(agency, packs, error) };
  }
}

function crawlOf(agency: Agency, judge: Judge, options: AuditAgencyOptions): Promise<CrawlResult> {
  const { packs, settings, signal, onEvent, onCapture } = options;
  return crawlSite(agency, {
    ...options.crawl,
    guide: judge.createGuide(packs, agency, settings),
    ...(signal === undefined ? {} : { signal }),
    ...(onEvent === undefined ? {} : { onEvent }),
    ...(onCapture === undefined ? {} : { onCapture }),
  });
}

/** An agency without a registered address stays in the run with that as its cause. */
function noWebsite(agency: Agency, now: number): CrawlResult {
  return {
    agencyId: agency.id,
    unreachable: {
      code: 'no-website',
      url: '',
      detail: 'no website registered',
      hops: [],
      at: new Date(now).toISOString(),
      transient: false,
      dead: false,
    },
    pages: [],
    gaps: [],
    pending: [],
    requests: [],
    notices: [],
    ownHosts: [],
    stopped: 'unreachable',
    bytes: 0,
  };
}

/** The verdict of an agency that the program failed at: everything unknown, nobody blamed. */
export function toolErrorVerdict(agency: Agency, packs: readonly Pack[], error: unknown): AgencyVerdict {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const criteria = packs.flatMap((pack) =>
    pack.criteria.map(
      (criterion): CriterionVerdict => ({
        id: criterion.id,
        pack: pack.name,
        ...levelIn(criterion, pack, packs),
        verdict: 'unknown',
        reason: 'tool-error',
        evidence: [],
        explanation: {
          th: `โปรแกรมขัดข้องระหว่างตรวจหน่วยงานนี้ จึงยังตรวจไม่ได้ (${detail})`,
          en: `The program failed while checking this agency, so nothing could be checked (${detail}).`,
        },
        remediation: [
          {
            th: 'ตรวจหน่วยงานนี้อีกครั้ง หากยังขัดข้องให้แจ้งผู้ดูแลโปรแกรม หน่วยงานไม่ต้องดำเนินการใด ๆ',
            en: 'Check this agency again; if it fails again, report it to the maintainers. The agency need not do anything.',
          },
        ],
      }),
    ),
  );
  return agencyVerdict(agency, {
    criteria,
    coverage: {
      requests: 0,
      pages: 0,
      documents: 0,
      bytes: 0,
      exhausted: false,
      stopped: 'failed',
      gaps: [{ url: agency.url ?? '', label: '', code: 'internal', detail, path: [], offSite: false }],
    },
    notices: [],
  });
}
