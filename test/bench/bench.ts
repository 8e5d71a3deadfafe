// The bench: one command, `npm run bench -- [part …] [--quick] [--rounds N] [--write]`. Prints tables; each figure is a ratio or
// stands beside its peers of the same run. `--write` keeps what was measured in results.json and writes docs/performance.md.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BenchOptions, type BenchSection, textTable } from './section.ts';

const parts: Readonly<Record<string, (options: BenchOptions) => Promise<BenchSection>>> = {
  crawl: async (options) => (await import('./crawl.ts')).benchCrawl(options),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string' }, write: { type: 'boolean' } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const folder = fileURLToPath(new URL('.', import.meta.url));
if (wanted.includes('crawl') && !existsSync(`${folder}node_modules`)) {
  console.log('installing the peers (npm ci in test/bench)');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
}
for (const name of wanted) {
  const section = await parts[name]!({
    quick: values.quick,
    progress: (line) => process.stderr.write(`${line}\n`),
    ...(values.rounds ? { rounds: Number(values.rounds) } : {}),
  });
  for (const table of section.tables) console.log(`\n${textTable(table)}`);
  for (const { goal, reached, met } of section.goals)
    console.log(`  ${met ? 'met    ' : 'not met'}  ${goal}: ${reached}`);
  for (const note of section.notes) console.log(`  ${note}`);
}
