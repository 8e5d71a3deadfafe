// What `npm run accuracy` prints for people: scores by label, reliability of the confidence, slow items, wrong rows. Pure.
import { type Outcome, type Reliability, reliabilityOf } from './fit-confidence.ts';
import { hardestRows, isWrong } from './hardest-rows.ts';
import { type Judged, type Measured, scoresOf } from './measure.ts';

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export interface MeasureFacts {
  readonly ms: number;
  readonly items: number;
  readonly skipped: number;
}

export function measureTable({ rows, times }: Measured, { ms, items, skipped }: MeasureFacts): string {
  const lines = ['label              tp   fp   tn   fn  abst  precision  recall     F1'];
  for (const [label, s] of Object.entries(scoresOf(rows))) {
    const f1 = share(2 * s.tp, 2 * s.tp + s.fp + s.fn);
    const figures = [s.tp, s.fp, s.tn, s.fn, s.abstain].map((figure) => String(figure).padStart(5)).join('');
    lines.push(
      `${label.padEnd(16)}${figures}${share(s.tp, s.tp + s.fp).padStart(11)}${share(s.tp, s.tp + s.fn).padStart(8)}${f1.padStart(7)}`,
    );
  }
  const readable = rows.filter((row) => row.readable);
  const abstained = readable.filter((row) => row.got === 'abstain').length;
  const slow = [...times].sort((a, b) => b[1] - a[1])[0];
  lines.push(
    `abstentions on readable items: ${abstained} of ${readable.length} (${share(abstained, readable.length)})`,
    `${items} items in ${seconds(ms)}${skipped > 0 ? `, ${skipped} rows left out` : ''}${slow === undefined ? '' : `; longest: ${slow[0]}, ${seconds(slow[1])} from its turn to read`}`,
    '',
    ...reliabilityLines(reliabilityOfRows(rows)),
    '',
  );
  for (const row of rows.filter(isWrong))
    lines.push(
      `${row.id}  ${row.label}  expected ${row.expected}  got ${row.got}${row.readable ? '' : ' (unreadable)'}  ${row.reason}`,
    );
  const hardest = hardestRows(rows, 10);
  if (hardest.length > 0) lines.push('', 'hardest items:');
  for (const { id, causes } of hardest) lines.push(id, ...causes.map((cause) => `  ${cause}`));
  return lines.join('\n');
}

/** Confidence against what came of it, of the cells that the judge itself decided. */
export function reliabilityOfRows(rows: readonly Judged[]): Reliability {
  return reliabilityOf(
    rows.flatMap((row): Outcome[] =>
      row.confidence === undefined ? [] : [{ predicted: row.confidence, right: !isWrong(row) }],
    ),
  );
}

function reliabilityLines({ cells, wrong, bins, brier, ece }: Reliability): string[] {
  if (cells === 0) return ['confidence: no cell was decided'];
  return [
    'confidence      cells  wrong  predicted  observed',
    ...bins.map(
      (bin) =>
        `${bin.from.toFixed(2)} – ${bin.to.toFixed(2)}${String(bin.cells).padStart(10)}${String(bin.wrong).padStart(7)}${bin.predicted.toFixed(3).padStart(11)}${bin.observed.toFixed(3).padStart(10)}`,
    ),
    `Brier score ${brier.toFixed(4)}, expected calibration error ${ece.toFixed(4)} over ${cells} cells (${wrong} wrong)`,
  ];
}
