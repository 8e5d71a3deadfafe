// The bench: one command, `npm run bench -- [part …] [--quick] [--rounds N] [--clients NAME,…] [--write]`. Prints tables; each figure is a ratio, or
// stands beside its peers of the same run. `--write` keeps the parts that were measured in results.json and writes
// docs/performance.md from it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BenchResults, performancePage } from './performance-page.ts';
import { benchScript, scripts } from './script.ts';
import { type BenchOptions, type BenchSection, textTable } from './section.ts';

type Part = (options: BenchOptions) => BenchSection | Promise<BenchSection>;
const parts: Readonly<Record<string, Part>> = {
  crawl: async (options) => (await import('./crawl.ts')).benchCrawl(options),
  requests: async (options) => (await import('./requests.ts')).benchRequests(options),
  agencies: async (options) => (await import('./agencies.ts')).benchAgencies(options),
  startup: async (options) => (await import('./startup.ts')).benchStartup(options),
  national: async (options) => (await import('./national.ts')).benchNational(options),
  ...Object.fromEntries(
    (Object.keys(scripts) as (keyof typeof scripts)[]).map((name): [string, Part] => [name, () => benchScript(name)]),
  ),
};

/** Takes an hour or more. */
const onlyWhenNamed: ReadonlySet<string> = new Set(['national']);

const resultsFile = new URL('./results.json', import.meta.url);
const pageFile = new URL('../../docs/performance.md', import.meta.url);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    clients: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(parts).filter((name) => !onlyWhenNamed.has(name));
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const folder = fileURLToPath(new URL('.', import.meta.url));
if (wanted.includes('crawl') && !existsSync(`${folder}node_modules`)) {
  console.log('installing the peers (npm ci in test/bench)');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, stdio: 'inherit' });
}

const measured: Record<string, BenchResults['parts'][string]> = {};
for (const name of wanted) {
  const section = await parts[name]!({
    quick: values.quick,
    progress: (line) => process.stderr.write(`${line}\n`),
    ...(values.rounds ? { rounds: Number(values.rounds) } : {}),
    ...(values.clients ? { clients: values.clients.split(',') } : {}),
  });
  print(section);
  measured[name] = { ...section, on: new Date().toISOString().slice(0, 10), quick: values.quick, load: loadavg()[1]! };
}
if (values.write) {
  const before = existsSync(resultsFile)
    ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as BenchResults)
    : { machine: '', parts: {} };
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.versions.node}`;
  const merged = { ...before.parts, ...measured };
  const results: BenchResults = {
    machine,
    parts: Object.fromEntries(Object.keys(parts).flatMap((name) => (merged[name] ? [[name, merged[name]]] : []))),
  };
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(pageFile, performancePage(results));
}

function print({ tables, goals, notes, printed }: BenchSection): void {
  for (const table of tables) console.log(`\n${textTable(table)}`);
  if (printed !== undefined) console.log(`\n${printed.title}\n${printed.text}`);
  if (goals.length > 0) console.log('');
  for (const { goal, reached, met } of goals) console.log(`  ${met ? 'met    ' : 'not met'}  ${goal}: ${reached}`);
  for (const note of notes) console.log(`  ${note}`);
}
