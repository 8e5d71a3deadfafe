// The audit of an agency with a span for itself, for every fetch and extraction, and for its judgement. The audit itself
// knows nothing of it, and its verdicts are the same.
import type { Agency } from '../model/registry.ts';
import {
  type AgencyAudit,
  type AuditAgencyOptions,
  auditAgency,
  type CrawlSettings,
  type Judge,
  packJudge,
} from './audit-agency.ts';
import type { Tracing } from './tracing.ts';

/**
 * As `auditAgency`; traced where there is something that traces. Untraced, `audit` may stand for it (agency threads): a trace
 * tells of every step, and so the steps stay in this thread.
 */
export function tracedAgency(
  agency: Agency,
  options: AuditAgencyOptions,
  tracing: Tracing | undefined,
  audit: typeof auditAgency = auditAgency,
): Promise<AgencyAudit | undefined> {
  if (tracing === undefined) return audit(agency, options);
  const about = {
    'planaudit.agency.id': agency.id,
    'planaudit.agency.kind': agency.kind,
    ...(agency.url === undefined ? {} : { 'url.full': agency.url }),
    'planaudit.pass': options.failedBefore === undefined ? 1 : 2,
  };
  return tracing.span('planaudit.agency', about, async (span) => {
    const outcome = await auditAgency(agency, {
      ...options,
      crawl: tracedCrawl(options.crawl, span.inside),
      judge: tracedJudge(options.judge ?? packJudge, span.inside),
    });
    if (outcome === undefined) {
      span.fail('interrupted');
      return outcome;
    }
    const { status, coverage, criteria } = outcome.verdict;
    span.set({ 'planaudit.status': status, 'planaudit.requests': coverage.requests });
    if (outcome.tryAgain !== undefined) span.fail(outcome.tryAgain);
    if (criteria.some(({ reason }) => reason === 'tool-error')) span.fail('tool-error');
    return outcome;
  });
}

function tracedCrawl(crawl: CrawlSettings, tracing: Tracing): CrawlSettings {
  const { fetcher, extractor } = crawl;
  return {
    ...crawl,
    fetcher: {
      fetch(url, options) {
        const about = { 'url.full': url, 'planaudit.purpose': options?.purpose ?? 'page' };
        return tracing.span('planaudit.fetch', about, async (span) => {
          const outcome = await fetcher.fetch(url, options);
          if (outcome.ok) {
            const { status, transferred, contentType, hops } = outcome.capture;
            span.set({
              'http.response.status_code': status,
              'http.response.body.size': transferred,
              'planaudit.content_type': contentType,
              'planaudit.redirects': hops.length,
            });
          } else {
            const { code, status } = outcome.failure;
            span.set({ 'error.type': code, ...(status === undefined ? {} : { 'http.response.status_code': status }) });
            span.fail(code);
          }
          return outcome;
        });
      },
      robots(url) {
        const about = { 'url.full': url, 'planaudit.purpose': 'robots' };
        return tracing.span('planaudit.fetch', about, async (span) => {
          const info = await fetcher.robots(url);
          span.set({ 'planaudit.robots': info.state });
          return info;
        });
      },
    },
    extractor: {
      extract(body, hints) {
        const about = { 'url.full': hints.url, 'planaudit.bytes': body.length };
        return tracing.span('planaudit.extract', about, async (span) => {
          const outcome = await extractor.extract(body, hints);
          if (outcome.ok) {
            const { media, segments } = outcome.text;
            span.set({ 'planaudit.media': media, 'planaudit.segments': segments.length });
          } else {
            span.set({ 'error.type': outcome.failure.code });
            span.fail(outcome.failure.code);
          }
          return outcome;
        });
      },
    },
  };
}

/** The judgement alone has a span; the guide is asked thousands of times in between. */
function tracedJudge(judge: Judge, tracing: Tracing): Judge {
  return {
    createGuide: (...args) => judge.createGuide(...args),
    judgeAgency: (packs, agency, crawl, settings) =>
      tracing.spanSync('planaudit.judge', { 'planaudit.pages': crawl.pages.length }, (span) => {
        const verdict = judge.judgeAgency(packs, agency, crawl, settings);
        span.set({ 'planaudit.status': verdict.status });
        return verdict;
      }),
  };
}
