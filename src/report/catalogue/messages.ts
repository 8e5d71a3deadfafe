// What a language of the program must be able to say. Both catalogues implement this type, so no key can be missing.
import type { FailureCode } from '../../model/crawl.ts';
import type { ExtractFailureCode } from '../../model/document.ts';
import type { AgencyKind } from '../../model/registry.ts';
import type { AgencyStatus, AgencyVerdict, Level, Reason, Verdict } from '../../model/result.ts';

export type Language = 'th' | 'en';

/** Codes a gap can carry: fetch, extraction, and what was not tried. */
export type GapCode = FailureCode | ExtractFailureCode | 'needs-browser' | 'not-visited';
/** Codes that only a notice can carry. */
export type NoticeCode = 'http-only' | 'host-fallback' | 'scheme-fallback' | 'moved-host' | 'second-pass-recovered';

type Stopped = AgencyVerdict['coverage']['stopped'];

export interface Messages {
  readonly language: Language;
  /** One or two words, for legends and tables. */
  readonly verdict: Readonly<Record<Verdict, string>>;
  /** The reason in words, as a sentence without a full stop. */
  readonly reason: Readonly<Record<Reason, string>>;
  readonly status: Readonly<Record<AgencyStatus, string>>;
  readonly level: Readonly<Record<Level, string>>;
  readonly kind: Readonly<Record<AgencyKind, string>>;
  readonly gap: Readonly<Record<GapCode, string>>;
  readonly notice: Readonly<Record<NoticeCode, string>>;
  readonly stopped: Readonly<Record<Stopped, string>>;
  /** Calendar date of an ISO date (YYYY-MM-DD). */
  readonly date: (iso: string) => string;
  /** Date and time in Bangkok of an ISO instant. */
  readonly instant: (iso: string) => string;
  readonly year: (buddhistEra: number) => string;
  readonly report: {
    readonly title: string;
    readonly asOf: (date: string, year: string) => string;
    readonly packs: (names: string) => string;
    readonly registry: (path: string, agencies: number) => string;
    readonly incomplete: (done: number, total: number) => string;
    readonly agency: string;
    readonly legend: string;
    readonly criteria: string;
    readonly byCriterion: string;
    readonly findings: string;
    readonly totals: (agencies: number, compliant: number, nonCompliant: number, undetermined: number) => string;
    readonly website: string;
    readonly noUrl: string;
    readonly counts: (counts: Readonly<Record<Verdict, number>>) => string;
    readonly coverage: (requests: number, pages: number, documents: number, size: string) => string;
    readonly quoted: string;
    readonly place: string;
    readonly path: string;
    readonly startPage: string;
    readonly address: string;
    readonly redirected: string;
    readonly readAt: string;
    readonly more: (count: number) => string;
    /** Over a passage that proves nothing and yet is like what was not found. */
    readonly closest: string;
    readonly remedy: string;
    readonly gaps: (count: number) => string;
    readonly moreGaps: (count: number) => string;
    /** Stands for all criteria when one cause decided every one of them. */
    readonly everyCriterion: string;
    readonly notices: string;
    readonly offSite: string;
    readonly elsewhere: string;
    readonly ocr: string;
    readonly label: string;
    /** Share, two decimals. */
    readonly confidence: (share: string) => string;
    /** Of a pack or criterion that does not count. */
    readonly draft: string;
    readonly ofYear: (year: string) => string;
    readonly heading: (text: string) => string;
    readonly page: (number: number) => string;
    readonly slide: (number: number) => string;
    readonly sheet: (name: string) => string;
    readonly table: (number: number) => string;
    readonly row: (number: number) => string;
    readonly entry: (path: string) => string;
  };
  readonly progress: {
    readonly preparing: string;
    readonly starting: (agencies: number) => string;
    readonly done: (done: number, total: number) => string;
    readonly rate: (perMinute: string) => string;
    readonly left: (time: string) => string;
    readonly busy: (name: string, requests: number) => string;
    readonly finished: (name: string, counts: string, requests: number) => string;
    readonly wrote: (file: string) => string;
    readonly stopping: string;
    readonly resume: string;
    readonly watching: string;
    readonly seconds: (count: number) => string;
    readonly minutes: (count: number) => string;
    readonly hours: (count: number) => string;
  };
  readonly cli: {
    readonly error: string;
    readonly hint: string;
    readonly row: (line: number) => string;
    readonly registryGood: (path: string, agencies: number) => string;
    readonly warnings: (count: number) => string;
    readonly withWebsite: (count: number) => string;
    readonly noWarnings: string;
    readonly packTests: (passed: number, failed: number) => string;
    readonly packCases: (cases: number, examples: number) => string;
    /** Cases run again with their text changed. */
    readonly packMutants: (count: number) => string;
    readonly expectedGot: (expected: string, got: string) => string;
    readonly demoIntro: (agencies: number, date: string) => string;
    readonly demoOutro: string;
    readonly internal: string;
  };
}
