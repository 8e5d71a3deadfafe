// How verdicts develop over stored runs: per criterion, kind and agency. Pure; what could not be checked counts neither way.

export interface TrendCell {
  readonly runId: string;
  readonly agencyId: string;
  readonly criterionId: string;
  readonly kind: string;
  readonly level: string;
  readonly verdict: string;
}

/** One line of a trend table: percent met among `met` and `not-met`, run by run; null where nothing was decided. */
export interface TrendLine {
  readonly id: string;
  readonly percent: readonly (number | null)[];
}

/** `runIds` in order. `by`: what a line stands for. */
export function trendLines(
  cells: readonly TrendCell[],
  runIds: readonly string[],
  by: (cell: TrendCell) => string | undefined,
): TrendLine[] {
  const lines = new Map<string, Map<string, { met: number; decided: number }>>();
  for (const cell of cells) {
    const id = by(cell);
    if (id === undefined) continue;
    const line = lines.get(id) ?? new Map<string, { met: number; decided: number }>();
    lines.set(id, line);
    const point = line.get(cell.runId) ?? { met: 0, decided: 0 };
    line.set(cell.runId, point);
    if (cell.verdict === 'met') point.met += 1;
    if (cell.verdict === 'met' || cell.verdict === 'not-met') point.decided += 1;
  }
  return [...lines].map(([id, points]) => ({
    id,
    percent: runIds.map((runId) => {
      const point = points.get(runId);
      return point === undefined || point.decided === 0 ? null : Math.round((100 * point.met) / point.decided);
    }),
  }));
}
