// Where a run's verdicts are written down as they fall, so that a killed run can go on. The interface only.
import type { AgencyVerdict } from '../model/result.ts';

export interface RunJournal {
  readonly runId: string;
  /** Start of the first attempt, ISO 8601 UTC. */
  readonly startedAt: string;
  /** The verdict of an agency judged in an earlier attempt. */
  finished(agencyId: string): AgencyVerdict | undefined;
  /** Keeps a verdict; it must be on disk when this resolves. */
  record(verdict: AgencyVerdict): void | Promise<void>;
}
