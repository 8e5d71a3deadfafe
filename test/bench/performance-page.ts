// docs/performance.md from the bench's committed results: goals, met and not met, then the tables.
import type { BenchSection, BenchTable } from './section.ts';

export interface BenchResults {
  readonly machine: string;
  readonly parts: Readonly<
    Record<
      string,
      BenchSection & {
        /** Day it was measured. */
        readonly on: string;
        readonly quick: boolean;
        /** Processes that wanted to run on the machine meanwhile (load over five minutes). */
        readonly load: number;
      }
    >
  >;
}

export function performancePage({ machine, parts }: BenchResults): string {
  const sections = Object.entries(parts);
  const goals = sections.flatMap(([, { goals: own }]) => own);
  const lines = [
    '# Performance',
    '',
    'Written by `npm run bench -- --write`; do not edit. `npm run bench` measures everything, `npm run bench -- crawl --quick` one',
    'part in a smaller size. Sites and servers are generated and on loopback; every client is a process of its own; rounds are',
    'interleaved and medians taken, so ratios hold where single figures depend on the machine and on what else it does.',
    '',
    `Machine: ${machine}.`,
    '',
    '## Goals',
    '',
    ...markdown({
      title: '',
      columns: ['goal', 'reached', ''],
      rows: goals.map(({ goal, reached, met }) => [goal, reached, met ? 'met' : '**not met**']),
    }),
  ];
  for (const [name, { tables, notes, printed, on, quick, load }] of sections) {
    const size = quick ? ', small sizes' : '';
    lines.push('', `## ${name}`, '', `Measured on ${on}${size}, load ${load.toFixed(1)}.`);
    for (const table of tables) lines.push('', `**${table.title}**`, '', ...markdown(table));
    if (printed !== undefined) lines.push('', `**${printed.title}**`, '', '```', printed.text, '```');
    if (notes.length > 0) lines.push('', ...notes.map((note) => `- ${note}`));
  }
  return `${lines.join('\n')}\n`;
}

function markdown({ columns, rows }: BenchTable): string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(columns), line(rule), ...rows.map(line)];
}
