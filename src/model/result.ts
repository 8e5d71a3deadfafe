// The closed lists of verdicts and the report value `AuditRun` (schema planaudit.run/1), as zod schemas,
// because stored runs come back in as data. Renderers are pure functions of this value.
import { z } from 'zod';
import { agencyKinds } from './registry.ts';

export const verdicts = ['met', 'not-met', 'review', 'unknown', 'not-applicable'] as const;
export type Verdict = (typeof verdicts)[number];

/** Reasons by verdict; where several fit, the first of a list is given (criteria.md). */
export const reasonsOf = {
  met: ['found', 'found-other-wording', 'stated-none'],
  'not-met': [
    'broken-link',
    'not-a-link',
    'off-site',
    'criteria-echo',
    'outdated',
    'incomplete',
    'wrong-plan',
    'absent',
  ],
  review: ['label-conflict', 'unclear-year', 'damaged-text', 'title-only'],
  unknown: [
    'site-unreachable',
    'blocked',
    'unreadable-document',
    'needs-browser',
    'robots-disallowed',
    'budget-spent',
    'tool-error',
  ],
  'not-applicable': ['kind', 'exempt'],
} as const satisfies Record<Verdict, readonly string[]>;
export type Reason = (typeof reasonsOf)[Verdict][number];
export const reasons: readonly Reason[] = Object.values(reasonsOf).flat();

export const levels = ['required', 'advisory'] as const;
export type Level = (typeof levels)[number];

export const agencyStatuses = ['compliant', 'non-compliant', 'undetermined'] as const;
export type AgencyStatus = (typeof agencyStatuses)[number];

const locator = z.strictObject({
  heading: z.string().optional(),
  page: z.int().min(1).optional(),
  slide: z.int().min(1).optional(),
  sheet: z.string().optional(),
  row: z.int().min(1).optional(),
  table: z.int().min(1).optional(),
  entry: z.string().optional(),
});

const pathStep = z.strictObject({ url: z.string(), label: z.string() });

/** One piece of proof: what was read where, and how a visitor gets there. */
export const evidenceSchema = z.strictObject({
  /** URL the link names. */
  url: z.string(),
  /** URL that answered. */
  finalUrl: z.string(),
  /** SHA-256 (hex) of the body judged; '' where nothing was received (dead link, unclickable label). */
  sha256: z.string(),
  /** ISO 8601 UTC; '' as above. */
  fetchedAt: z.string(),
  locator,
  /** Original text cut around the match. */
  quote: z.string(),
  path: z.array(pathStep),
  /** Reached through the plan link (criteria.md, "Where"). */
  section: z.boolean(),
  offSite: z.boolean(),
  /** Fiscal year (B.E.) the evidence is of, if one was found. */
  year: z.int().nullable(),
  source: z.enum(['text', 'ocr', 'label']).default('text'),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Text in both languages of the program. */
export const bilingual = z.strictObject({ th: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

/** A person's decision that stands in place of the program's verdict. */
export const appliedReviewSchema = z.strictObject({
  by: z.string(),
  /** Date of the decision, YYYY-MM-DD. */
  at: z.string(),
  reason: z.string(),
  /** Last day it counts, YYYY-MM-DD. */
  until: z.string().optional(),
  /** What the program said of the same evidence. */
  program: z.strictObject({ verdict: z.enum(verdicts), reason: z.enum(reasons as readonly [Reason, ...Reason[]]) }),
});

/** The verdict that a run's `reviewBelow` turned into `review`. */
export const doubtedSchema = z.strictObject({
  verdict: z.enum(['met', 'not-met']),
  reason: z.enum(reasons as readonly [Reason, ...Reason[]]),
  /** The threshold that its confidence did not reach. */
  below: z.number().min(0).max(1),
});

/** A decision that no longer counts: the cell is the program's again and wants another look. */
export const reopenedReviewSchema = z.strictObject({
  by: z.string(),
  at: z.string(),
  reason: z.string(),
  verdict: z.enum(['met', 'not-met']),
  because: z.enum(['evidence-changed', 'expired']),
});

/** A decision as recorded: bound to the bodies that it was made on. */
export const reviewDecisionSchema = z.strictObject({
  agency: z.string().min(1),
  criterion: z.string().min(1),
  verdict: z.enum(['met', 'not-met']),
  reason: z.string().trim().min(1),
  by: z.string().trim().min(1),
  at: z.iso.date(),
  until: z.iso.date().optional(),
  /** SHA-256 (hex) of the bodies cited when it was made, sorted, each once. */
  evidence: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type ReviewDecision = z.infer<typeof reviewDecisionSchema>;

export const criterionVerdictSchema = z.strictObject({
  id: z.string(),
  pack: z.string(),
  /** A draft pack's criteria are advisory beside those of a settled pack. */
  level: z.enum(levels),
  /** The criterion is of a draft pack and does not count, as another pack is given as well. */
  draft: z.literal(true).optional(),
  verdict: z.enum(verdicts),
  reason: z.enum(reasons as readonly [Reason, ...Reason[]]),
  /**
   * How sure the program is of its own `met` or `not-met` (in `doubted`, where that was turned into `review`): the measured share
   * of such verdicts that are right. Absent for other verdicts and in runs of older versions.
   */
  confidence: z.number().min(0).max(1).optional(),
  /** Set where `verdict` is `review` only because the confidence was below the run's threshold. */
  doubted: doubtedSchema.optional(),
  /** What was found (met, review) or what stands against it (not-met, unknown). */
  evidence: z.array(evidenceSchema),
  /**
   * Of the program's own `not-met`: a passage that was not found to show it and yet is much like what people call so. No evidence:
   * it is where a person looks first.
   */
  closest: evidenceSchema.optional(),
  /** One sentence: what decided, with names and years; for people. */
  explanation: bilingual,
  /** Steps to take; empty when met. */
  remediation: z.array(bilingual),
  /** Set where a person decided the cell: `verdict` is then the person's. */
  review: appliedReviewSchema.optional(),
  /** Set where a person's earlier decision no longer counts. */
  reviewReopened: reopenedReviewSchema.optional(),
});
export type CriterionVerdict = z.infer<typeof criterionVerdictSchema>;

export const gapSchema = z.strictObject({
  url: z.string(),
  label: z.string(),
  /** Failure code of fetch or extraction, `needs-browser`, or `not-visited` (budget). */
  code: z.string(),
  detail: z.string(),
  path: z.array(pathStep),
  offSite: z.boolean(),
});

export const noticeSchema = z.strictObject({ code: z.string(), url: z.string(), detail: z.string() });

export const agencyVerdictSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().optional(),
  kind: z.enum(agencyKinds),
  url: z.string().nullable(),
  province: z.string().optional(),
  tags: z.array(z.string()),
  /** System the website is made with, as its start page names it (`WordPress 6.7`). */
  generator: z.string().optional(),
  status: z.enum(agencyStatuses),
  criteria: z.array(criterionVerdictSchema),
  coverage: z.strictObject({
    requests: z.int(),
    pages: z.int(),
    documents: z.int(),
    bytes: z.int(),
    /** Nothing promising was left unvisited. */
    exhausted: z.boolean(),
    /** `failed`: the program itself broke off (`tool-error`). */
    stopped: z.enum(['proven', 'exhausted', 'budget', 'unreachable', 'interrupted', 'failed']),
    gaps: z.array(gapSchema),
  }),
  /** Beside the verdicts: certificate faults, fallbacks. */
  notices: z.array(noticeSchema),
});
export type AgencyVerdict = z.infer<typeof agencyVerdictSchema>;

/** What a renderer needs to name a criterion. */
export const criterionTitleSchema = z.strictObject({
  id: z.string(),
  title: bilingual,
  /** In this run. */
  level: z.enum(levels),
  /** Of a draft pack beside another: does not count. */
  draft: z.literal(true).optional(),
  /** Clause of the pack's act, as the act writes it (`๑.๒.๑`). */
  clause: z.string().optional(),
  /** Short code for narrow tables, from the pack. */
  code: z.string().max(4).optional(),
});
export type CriterionTitle = z.infer<typeof criterionTitleSchema>;

export const auditRunSchema = z.strictObject({
  schema: z.literal('planaudit.run/1'),
  tool: z.strictObject({ name: z.literal('planaudit'), version: z.string() }),
  run: z.strictObject({
    id: z.string(),
    /** Audit date, YYYY-MM-DD (Asia/Bangkok). */
    asOf: z.string(),
    /** Fiscal year in force on it (B.E.). */
    fiscalYear: z.int(),
    startedAt: z.string(),
    finishedAt: z.string(),
    /** False when the run was interrupted: agencies not reached are missing from `agencies` and counted here. */
    complete: z.boolean(),
    registry: z.strictObject({ path: z.string(), sha256: z.string(), agencies: z.int() }),
    packs: z.array(
      z.strictObject({
        name: z.string(),
        version: z.string(),
        sha256: z.string(),
        /** Not settled: beside another pack its criteria do not count. */
        draft: z.literal(true).optional(),
        /** Titles of the pack's criteria in pack order, so that a stored run can be rendered without its pack. */
        criteria: z.array(criterionTitleSchema).optional(),
      }),
    ),
    settings: z.record(z.string(), z.unknown()),
  }),
  summary: z.strictObject({
    agencies: z.int(),
    compliant: z.int(),
    nonCompliant: z.int(),
    undetermined: z.int(),
    /** criterion id → verdict → count. */
    criteria: z.record(z.string(), z.record(z.enum(verdicts), z.int())),
  }),
  agencies: z.array(agencyVerdictSchema),
});
export type AuditRun = z.infer<typeof auditRunSchema>;
