// A stored run under review: which cells want a person, and how a decision gets into the file beside the registry and into
// the stored run. Nothing else is changed.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { UserError } from '../errors.ts';
import type { AgencyVerdict, CriterionVerdict, ReviewDecision } from '../model/result.ts';
import { parseReviews, reviewsPath, withDecision } from '../registry/read-reviews.ts';
import type { Store, StoredRun } from '../store/store.ts';
import { evidenceHashes, reviewedVerdict } from './apply-reviews.ts';
import { findRun } from './stored-run.ts';

/** A stored run under review, with the decisions as they stand now. */
export interface ReviewSession {
  readonly store: Store;
  readonly run: StoredRun;
  /** As judged by the program. */
  readonly verdicts: readonly AgencyVerdict[];
  /** The file of decisions. */
  readonly path: string;
  decisions: readonly ReviewDecision[];
}

export interface Cell {
  readonly agency: AgencyVerdict;
  /** As judged by the program. */
  readonly cell: CriterionVerdict;
  /** With the decisions as they stand now. */
  readonly reported: CriterionVerdict;
}

/**
 * `registry`: in place of the run's own path. Decisions stand in a file beside it.
 * @throws UserError `registry-missing`, `reviews-invalid`
 */
export async function openSession(
  store: Store,
  name: string | undefined,
  registry: string | undefined,
): Promise<ReviewSession> {
  const run = await findRun(store, name);
  const registryPath = registry ?? run.registry.path;
  if (!existsSync(registryPath)) {
    throw new UserError('registry-missing', `The registry ${registryPath} of run ${run.id} is not there.`, {
      hint: 'Start the command in the folder of the audit, or name the registry with --registry.',
      th: {
        message: `ไม่พบทะเบียน ${registryPath} ของการตรวจ ${run.id}`,
        hint: 'สั่งในโฟลเดอร์เดียวกับตอนตรวจ หรือระบุทะเบียนด้วย --registry',
      },
    });
  }
  const path = reviewsPath(registryPath);
  const decisions = existsSync(path) ? parseReviews(path, readFileSync(path, 'utf8')) : [];
  return { store, run, verdicts: await store.verdicts(run.id), path, decisions };
}

/** Cells that want a person: to be reviewed, reopened, and with `unknown` those whose documents could not be read. */
export function openCells(session: ReviewSession, unknown: boolean): Cell[] {
  return session.verdicts.flatMap((agency) => {
    const reported = reviewedVerdict(agency, session.decisions, session.run.asOf);
    return agency.criteria.flatMap((cell, index): Cell[] => {
      const now = reported.criteria[index] ?? cell;
      const open =
        now.verdict === 'review' ||
        now.reviewReopened !== undefined ||
        (unknown &&
          now.verdict === 'unknown' &&
          (now.reason === 'unreadable-document' || now.reason === 'needs-browser'));
      return open ? [{ agency, cell, reported: now }] : [];
    });
  });
}

/** Puts a decision into the file, whole or not at all, and into the stored run. */
export async function decide(session: ReviewSession, decision: ReviewDecision): Promise<void> {
  const { path, store, run, verdicts } = session;
  const text = withDecision(path, existsSync(path) ? readFileSync(path, 'utf8') : '', decision);
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
  session.decisions = parseReviews(path, text);
  const known = new Set(run.selection);
  const decisions = session.decisions.filter(({ agency }) => known.has(agency));
  const reported = verdicts.map((verdict) => reviewedVerdict(verdict, decisions, run.asOf));
  await store.setReviews(run.id, decisions, reported);
}

/** A decision on what the cell cites now, dated `at` (YYYY-MM-DD, Bangkok). */
export function newDecision(
  given: Pick<ReviewDecision, 'agency' | 'criterion' | 'verdict' | 'reason' | 'by'> & {
    readonly until?: string | undefined;
  },
  cell: CriterionVerdict,
  at: string,
): ReviewDecision {
  const { agency, criterion, verdict, reason, by, until } = given;
  return {
    agency,
    criterion,
    verdict,
    reason,
    by,
    at,
    ...(until === undefined ? {} : { until }),
    evidence: evidenceHashes(cell),
  };
}
