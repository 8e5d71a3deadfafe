// What a part of the bench hands back: tables to print and to publish, and goals with what was reached.

export interface BenchTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface BenchGoal {
  readonly goal: string;
  readonly reached: string;
  readonly met: boolean;
}

export interface BenchSection {
  readonly tables: readonly BenchTable[];
  readonly goals: readonly BenchGoal[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
  /** As a script printed it. */
  readonly printed?: { readonly title: string; readonly text: string };
}

export interface BenchOptions {
  /** Smaller sizes, fewer rounds. */
  readonly quick: boolean;
  /** Rounds, where the part has any; default the part's own. */
  readonly rounds?: number;
  /** Peers to run, by name, where the part has any; default all. The program and the bare limit always run. */
  readonly clients?: readonly string[];
  /** Told of every measurement. */
  readonly progress?: (line: string) => void;
}

/** A table as aligned text. */
export function textTable({ title, columns, rows }: BenchTable): string {
  const lines = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const set = (line: readonly string[]): string =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ');
  return [title, ...lines.map((line) => `  ${set(line)}`.trimEnd())].join('\n');
}
