// The runs before one, as its reports show them: trends, changes, each agency's history. Verdicts only; evidence is left out.
import type { AgencyVerdict, AuditRun } from '../model/result.ts';
import type { StoredRun, StoreReader } from '../store/store.ts';
import { loadRun } from './stored-run.ts';
import { summarizeRun } from './summarize-run.ts';

/** Two years of months. */
const mostRuns = 24;
/** So many rows of agencies fit the memory of an office's computer; a large registry shows fewer runs. */
const mostRows = 40_000;

/**
 * Whole runs over the same registry that looked at every agency of this one they knew, oldest first, each cut down to those
 * agencies: a trend compares like with like.
 */
export async function earlierRuns(store: StoreReader, run: StoredRun): Promise<AuditRun[]> {
  const all = await store.runs();
  const before = all
    .slice(
      0,
      all.findIndex(({ id }) => id === run.id),
    )
    .filter(({ state, registry }) => state === 'complete' && registry.path === run.registry.path);
  const wanted = new Set(run.selection);
  const most = Math.max(1, Math.min(mostRuns, Math.floor(mostRows / Math.max(1, wanted.size))));
  const found: AuditRun[] = [];
  for (const each of before.toReversed()) {
    if (found.length === most) break;
    const selected = new Set(each.selection);
    const known = await store.registry(each.registry.sha256);
    const partial = known.some(({ id }) => wanted.has(id) && !selected.has(id));
    if (!partial && each.selection.some((id) => wanted.has(id))) found.push(cutTo(wanted, await loadRun(store, each)));
  }
  return found.reverse();
}

function cutTo(wanted: ReadonlySet<string>, run: AuditRun): AuditRun {
  const agencies = run.agencies.filter(({ id }) => wanted.has(id)).map(withoutEvidence);
  return { ...run, agencies, summary: summarizeRun(agencies, Object.keys(run.summary.criteria)) };
}

function withoutEvidence(agency: AgencyVerdict): AgencyVerdict {
  return {
    ...agency,
    criteria: agency.criteria.map((cell) => ({ ...cell, evidence: [], remediation: [] })),
    coverage: { ...agency.coverage, gaps: [] },
    notices: [],
  };
}
