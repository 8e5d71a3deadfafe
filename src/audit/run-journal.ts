// Where a run's verdicts are written down as they fall, so that a killed run can go on. The interface only.
import type { AgencyVerdict } from '../model/result.ts';

export interface RunJournal {
  readonly runId: string;
  /** Start of the first attempt, ISO 8601 UTC. */
  readonly startedAt: string;
  /** Whether the agency was judged in an earlier attempt. */
  isFinished(agencyId: string): boolean;
  /** Keeps a verdict; it must be on disk when this resolves. */
  record(verdict: AgencyVerdict): void | Promise<void>;
  /** All that was recorded, by this attempt and earlier ones: while the run goes on nobody else holds it. */
  verdicts(): Promise<readonly AgencyVerdict[]>;
}
