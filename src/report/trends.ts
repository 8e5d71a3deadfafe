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

/** Counts cells as they come: those of many runs need not be in memory together. */
export interface Trend {
  add(cells: readonly TrendCell[]): void;
  /** `runIds` in order. */
  lines(runIds: readonly string[]): TrendLine[];
}

/** `by`: what a line stands for; undefined = the cell does not count. */
export function createTrend(by: (cell: TrendCell) => string | undefined): Trend {
  const lines = new Map<string, Map<string, { met: number; decided: number }>>();
  function count(cell: TrendCell): void {
    const id = by(cell);
    if (id === undefined) return;
    const line = lines.get(id) ?? new Map<string, { met: number; decided: number }>();
    lines.set(id, line);
    const point = line.get(cell.runId) ?? { met: 0, decided: 0 };
    line.set(cell.runId, point);
    if (cell.verdict === 'met') point.met += 1;
    if (cell.verdict === 'met' || cell.verdict === 'not-met') point.decided += 1;
  }
  return {
    add: (cells) => cells.forEach(count),
    lines: (runIds) =>
      [...lines].map(([id, points]) => ({
        id,
        percent: runIds.map((runId) => {
          const point = points.get(runId);
          return point === undefined || point.decided === 0 ? null : Math.round((100 * point.met) / point.decided);
        }),
      })),
  };
}
