// The items of a labelled set that the judge understands worst, with what went wrong on each. Pure.
import type { Judged } from './measure.ts';

export interface HardRow {
  readonly id: string;
  /** One line per wrong label: `label: wanted … got …, why`. */
  readonly causes: readonly string[];
  /** Of any label of it: an answer that is wrong, an answer refused, or a text that could not be read. */
  readonly worst: 'wrong' | 'abstained' | 'unreadable';
}

const weight = { wrong: 100, abstained: 10, unreadable: 1 } as const;

export function isWrong(row: Judged): boolean {
  return row.got !== (row.expected ? 'positive' : 'negative');
}

/** Items with a wrong label, hardest first: wrong answers weigh more than refusals, these more than unreadable bytes. */
export function hardestRows(judged: readonly Judged[], count: number): HardRow[] {
  const items = new Map<string, Judged[]>();
  for (const row of judged) if (isWrong(row)) items.set(row.id, [...(items.get(row.id) ?? []), row]);
  const scored = [...items].map(([id, rows]) => {
    const faults = rows.map(faultOf);
    const score = faults.reduce((sum, fault) => sum + weight[fault], 0);
    const worst = (['wrong', 'abstained', 'unreadable'] as const).find((fault) => faults.includes(fault))!;
    return { score, row: { id, causes: rows.map(causeOf), worst } };
  });
  scored.sort((a, b) => b.score - a.score || (a.row.id < b.row.id ? -1 : 1));
  return scored.slice(0, count).map(({ row }) => row);
}

function faultOf(row: Judged): HardRow['worst'] {
  if (!row.readable) return 'unreadable';
  return row.got === 'abstain' ? 'abstained' : 'wrong';
}

function causeOf({ label, expected, got, reason }: Judged): string {
  const answer = { positive: 'shown', negative: 'not shown', abstain: 'no answer' }[got];
  return `${label}: ${expected ? 'shown' : 'not shown'} by the labels, judged ${answer} (${reason.replace(/:\s*$/, '')})`;
}
