// Three months of the sample province through the command line: what changes between them is found and put down to the right
// cause; decisions, evidence of earlier months and the guard of the registry hold.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { type AuditReplacements, auditCommand } from '../../src/commands/audit.ts';
import { makeAuditTools } from '../../src/commands/audit-tools.ts';
import { serveSites } from '../../src/demo/serve-sites.ts';
import type { ExtractionCache } from '../../src/extract/extraction-cache.ts';
import type { AuditRun } from '../../src/model/result.ts';
import type { Comparison } from '../../src/report/compare.ts';
import { fakeTerminal } from './fake-terminal.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'planaudit-months-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const chosen = ['agri', 'hosp-phathong', 'culture', 'energy', 'tm-thongchai', 'transport'];
const sites = join(folder, 'sites');
const registryFile = join(folder, 'agencies.csv');
const packs = join(folder, 'packs');
/** The packs before the rule was tightened. */
const asItWas = join(folder, 'packs-of-june');
const days = { first: '2026-06-15', second: '2026-07-15', third: '2026-08-15' };

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function planaudit(args: readonly string[], now = Date.UTC(2026, 5, 15, 3)): Promise<Ended> {
  const env = { PLANAUDIT_DATA: join(folder, 'data'), PLANAUDIT_MIN_DELAY: '0', PLANAUDIT_LANG: 'en' };
  const terminal = fakeTerminal(env, now);
  const code = await main(args, terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

/** Documents read, and documents known from an earlier month, since the last audit began. */
const readings = { anew: 0, known: 0 };

/** The program's own tools, with an eye on what is read. */
const watchedTools: NonNullable<AuditReplacements['tools']> = (settings, now, hosts, memory) => {
  Object.assign(readings, { anew: 0, known: 0 });
  if (memory === undefined) throw new Error('an audit remembers earlier runs');
  const extractions: ExtractionCache = {
    async get(sha256, version) {
      const found = await memory.extractions.get(sha256, version);
      if (found !== undefined) readings.known += 1;
      return found;
    },
    put(sha256, version, result) {
      readings.anew += 1;
      return memory.extractions.put(sha256, version, result);
    },
  };
  return makeAuditTools(settings, now, hosts, { ...memory, extractions });
};

/** One month's audit of the sites as they stand. */
async function audit(day: string, extra: readonly string[] = []): Promise<Ended> {
  const served = await serveSites(sites);
  const hosts = join(folder, 'hosts');
  writeFileSync(hosts, [...served.hosts].map(([host, address]) => `${address} ${host}`).join('\n'));
  try {
    const args = ['audit', registryFile, '--hosts', hosts, '--allow-address', '127.0.0.0/8', '--as-of', day];
    const fixed = ['--browser', 'never', '--ocr', 'never', '--format', 'json'];
    return await planaudit([...args, ...fixed, ...extra], Date.parse(`${day}T03:00:00Z`));
  } finally {
    await served.close();
  }
}

function edit(path: string, change: (text: string) => string): void {
  const file = join(sites, path);
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  expect(changed, path).not.toBe(text);
  writeFileSync(file, changed);
}

function writeRegistry(change: (line: string) => string | undefined): void {
  const [head, ...lines] = readFileSync(join(root, 'fixtures/province/registry.csv'), 'utf8').trim().split('\n');
  const kept = lines.filter((line) => chosen.includes(line.split(',')[0]!)).flatMap((line) => change(line) ?? []);
  writeFileSync(registryFile, `${[head, ...kept].join('\n')}\n`);
}

const cellOf = (run: AuditRun, agency: string, criterion: string) =>
  run.agencies.find(({ id }) => id === agency)?.criteria.find(({ id }) => id === criterion);
const changesOf = async (before: string, after: string): Promise<Comparison> =>
  JSON.parse((await planaudit(['compare', before, after, '--json'])).out) as Comparison;
const causeOf = ({ changes }: Comparison, agency: string, criterion: string) =>
  changes.find((change) => change.agency === agency && change.criterion === criterion);

const runs: AuditRun[] = [];
const outputs: string[] = [];
let second: Comparison;
let third: Comparison;

beforeAll(async () => {
  for (const id of readdirSync(join(root, 'fixtures/sites'))) {
    if (chosen.includes(id)) cpSync(join(root, 'fixtures/sites', id), join(sites, id), { recursive: true });
  }
  cpSync(join(root, 'src/packs'), packs, { recursive: true });
  cpSync(join(root, 'src/packs'), asItWas, { recursive: true });
  const pack = ['--pack', join(packs, 'phuket-accountability')];
  const keep = ({ out, err }: Ended): void => {
    expect(out, err).not.toBe('');
    runs.push(JSON.parse(out) as AuditRun);
    outputs.push(out);
  };

  // June: the agricultural office has not yet published its plan.
  const layout = readFileSync(join(sites, 'agri/layout.html'), 'utf8');
  const link = /<a [^>]*href="[^"]*action-plan"[^>]*>[^<]*<\/a>/g;
  edit('agri/layout.html', (text) => text.replace(link, ''));
  writeRegistry((line) => line);
  keep(await audit(days.first, pack));

  // July: it has; the municipality's plan went back to an old year; the culture office's server died; the hospital got an
  // exemption.
  writeFileSync(join(sites, 'agri/layout.html'), layout);
  for (const file of readdirSync(join(sites, 'tm-thongchai'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const path = join(sites, 'tm-thongchai', file);
    const text = readFileSync(path, 'utf8');
    if (text.includes('2569')) writeFileSync(path, text.replaceAll('2569', '2566').replaceAll('๒๕๖๙', '๒๕๖๖'));
  }
  edit('culture/site.json', (text) => text.replace('{', '{ "closed": true,'));
  writeRegistry((line) =>
    line.startsWith('hosp-phathong,') ? line.replace(/,,$/, ',disclosure-order: อยู่ระหว่างออกคำสั่ง,') : line,
  );
  keep(await audit(days.second, pack));

  // A person looks at the energy office's plan in July.
  const reviewed = await planaudit(
    [
      'review',
      '--agency',
      'energy',
      '--criterion',
      'plan-current',
      '--verdict',
      'met',
      '--reason',
      'ตรวจเล่มจริงแล้ว',
      '--by',
      'สมหญิง',
    ],
    Date.parse(`${days.second}T04:00:00Z`),
  );
  expect(reviewed.code, reviewed.err).toBe(0);

  // August: the rule on orders asks for more text.
  const rule = join(packs, 'phuket-accountability/disclosure-order.yaml');
  writeFileSync(rule, readFileSync(rule, 'utf8').replace('letters: 60', 'rows: 90'));
  keep(await audit(days.third, pack));
  second = await changesOf('2026061', '2026071');
  third = await changesOf('2026071', '2026081');
}, 240_000);

describe('compare', () => {
  it('puts a plan that appeared down to the site, with page and quotes', () => {
    const change = causeOf(second, 'agri', 'plan-link');
    expect(change).toMatchObject({
      direction: 'better',
      cause: 'site',
      page: { change: expect.stringMatching(/appeared|changed/) },
    });
    expect(change?.after.quote).toContain('แผนปฏิบัติราชการ');
  });

  it('puts a plan that went stale down to the site', () => {
    const change = causeOf(second, 'tm-thongchai', 'plan-current');
    expect(change).toMatchObject({
      direction: 'worse',
      cause: 'site',
      before: { verdict: 'met' },
      after: { verdict: 'not-met' },
    });
  });

  it('puts a dead server down to the network, as neither better nor worse', () => {
    const changes = second.changes.filter(({ agency }) => agency === 'culture');
    expect(changes.length).toBeGreaterThan(5);
    expect(new Set(changes.map(({ cause, direction }) => `${cause} ${direction}`))).toEqual(
      new Set(['network neutral']),
    );
  });

  it('puts an exemption down to the registry', () => {
    expect(causeOf(second, 'hosp-phathong', 'disclosure-order')).toMatchObject({
      cause: 'registry',
      direction: 'neutral',
      fields: ['exempt'],
    });
  });

  it('puts a tightened rule down to the rule, and names the pack', async () => {
    expect(causeOf(third, 'agri', 'disclosure-order')).toMatchObject({
      cause: 'rule',
      before: { verdict: 'met' },
      after: { verdict: 'review' },
    });
    const text = (await planaudit(['compare'])).out;
    expect(text).toMatch(/pack phuket-accountability: .* → /);
    expect(text).toContain('the rule changed');
  });

  it('puts a decision down to the person, and takes nothing else for one', async () => {
    // July's run carries the decision since it was made, so the change shows against June.
    const change = causeOf(await changesOf('2026061', '2026071'), 'energy', 'plan-current');
    expect(change).toMatchObject({ cause: 'review', after: { verdict: 'met', reviewedBy: 'สมหญิง' } });
    expect(third.changes.filter(({ cause }) => cause === 'review')).toEqual([]);
    expect(cellOf(runs[2]!, 'energy', 'plan-current')?.review).toMatchObject({
      by: 'สมหญิง',
      program: { verdict: 'review', reason: 'label-conflict' },
    });
  });

  it('says when there is nothing to compare with', async () => {
    const alone = await planaudit(['compare', '--data', join(folder, 'nothing')]);
    expect(alone).toMatchObject({ code: 2, err: expect.stringContaining('Nothing is stored') });
    const first = await planaudit(['compare', '2026061', '2026061']);
    expect(first.out).toContain('nothing changed');
  });

  it('counts every cell once', () => {
    const { better, worse, neutral, unchanged, causes } = second.totals;
    expect(better + worse + neutral).toBe(second.changes.length);
    expect(Object.values(causes).reduce((sum, count) => sum + count, 0)).toBe(second.changes.length);
    expect(second.changes.length + unchanged).toBe(runs[1]!.agencies.flatMap(({ criteria }) => criteria).length);
  });
});

describe('recheck', () => {
  it('gives the stored run to the byte under the same rules, and the new verdict under new ones', async () => {
    const again = await planaudit([
      'recheck',
      '2026061',
      '--pack',
      join(asItWas, 'phuket-accountability'),
      '--format',
      'json',
    ]);
    expect(again.out).toBe(outputs[0]);
    const tightened = await planaudit([
      'recheck',
      '2026071',
      '--pack',
      join(packs, 'phuket-accountability'),
      '--format',
      'json',
    ]);
    expect(cellOf(JSON.parse(tightened.out) as AuditRun, 'agri', 'disclosure-order')?.verdict).toBe('review');
    expect(cellOf(runs[1]!, 'agri', 'disclosure-order')?.verdict).toBe('met');
  });
});

describe('an unchanged month', () => {
  it('transfers next to nothing, reads no document, keeps no body twice and gives the same verdicts', async () => {
    const before = (await planaudit(['history', '--json'])).out;
    const served = await serveSites(sites);
    const flags = {
      pack: [join(packs, 'phuket-accountability')],
      allowAddress: ['127.0.0.0/8'],
      asOf: '2026-08-16',
      browser: 'never',
      ocr: 'never',
      format: ['json'],
      hosts: join(folder, 'hosts'),
    };
    writeFileSync(flags.hosts, [...served.hosts].map(([host, address]) => `${address} ${host}`).join('\n'));
    const env = { PLANAUDIT_DATA: join(folder, 'data'), PLANAUDIT_MIN_DELAY: '0' };
    const terminal = fakeTerminal(env, Date.parse('2026-08-16T03:00:00Z'));
    await auditCommand(registryFile, flags, terminal, { tools: watchedTools });
    await served.close();
    const run = JSON.parse(terminal.out()) as AuditRun;
    expect(readings.anew).toBe(0);
    expect(readings.known).toBeGreaterThan(5);
    const bytes = (one: AuditRun) => one.agencies.reduce((sum, { coverage }) => sum + coverage.bytes, 0);
    expect(bytes(run)).toBeLessThan(bytes(runs[0]!) * 0.1);
    expect(run.summary).toEqual(runs[2]!.summary);
    const bodies = (out: string) => (JSON.parse(out) as { usage: { bodies: { count: number } } }).usage.bodies.count;
    expect(bodies((await planaudit(['history', '--json'])).out)).toBe(bodies(before));
  });
});

describe('report', () => {
  it('shows the three months in every format, from the store', async () => {
    const out = join(folder, 'reports');
    const formats = 'html,xlsx,csv,json,junit,sarif,markdown,badges,letters,letter-template,site,text';
    const { code, err } = await planaudit(['report', '20260815', '--format', formats, '--out', out, '--lang', 'th']);
    expect(code, err).toBe(0);
    const text = (file: string): string => readFileSync(join(out, file), 'utf8');
    for (const month of ['มิถุนายน', 'กรกฎาคม', 'สิงหาคม']) {
      expect(text('planaudit.html')).toContain(`<th scope="row">15 ${month} 2569</th>`);
    }
    const { runs: points } = JSON.parse(text('trends.json'));
    expect(points.map((point: { asOf: string }) => point.asOf)).toEqual(Object.values(days));
    const book = read(readFileSync(join(out, 'planaudit.xlsx')));
    const changed = utils.sheet_to_json<string[]>(book.Sheets['สิ่งที่เปลี่ยน']!, { header: 1 }).slice(1);
    expect(changed.map((row) => row[0])).toEqual(['agri']);
    // The person's decision of July is marked in August.
    for (const file of ['planaudit.html', 'planaudit.csv', 'planaudit.md', 'planaudit.junit.xml', 'planaudit.sarif']) {
      expect(text(file), file).toContain('ผู้ตรวจพิจารณาแล้ว (สมหญิง, 15 กรกฎาคม 2569): ตรวจเล่มจริงแล้ว');
    }
    expect(readdirSync(join(out, 'letters')).sort()).toEqual(chosen.map((id) => `${id}.docx`).sort());
  });

  it('counts only what failed anew since the month before', async () => {
    const fail = ['--fail-on', 'not-met', '--format', 'json'];
    const of = async (...args: string[]): Promise<[number, string]> => {
      const { code, err } = await planaudit([...args, ...fail]);
      return [code, err];
    };
    // In July the municipality's plan went stale; in August nothing required failed anew.
    expect(await of('report', '2026071', '--baseline', 'previous')).toEqual([
      1,
      expect.stringMatching(/: [1-9]\d* new/),
    ]);
    expect(await of('report', '20260815', '--baseline', 'previous')).toEqual([0, expect.stringContaining(': 0 new')]);
    expect(await of('recheck', '20260815', '--baseline', '2026071')).toEqual([0, expect.stringContaining(': 0 new')]);
    // The first month has none before it: every failure is new.
    expect(await of('report', '2026061', '--baseline', 'previous')).toEqual([
      1,
      expect.stringContaining('there is no earlier run'),
    ]);
    expect((await of('report', '--baseline', '2020'))[0]).toBe(2);
  });
});

describe('review', () => {
  it('is reopened when the page decided on changes', async () => {
    for (const file of readdirSync(join(sites, 'energy'), { recursive: true, encoding: 'utf8' })) {
      const path = join(sites, 'energy', file);
      if (file.endsWith('.html'))
        writeFileSync(path, readFileSync(path, 'utf8').replace('</body>', '<p>ปรับปรุงเว็บไซต์แล้ว</p></body>'));
      if (file.endsWith('.pdf')) writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('\n% revised\n')]));
    }
    const ended = await audit('2026-09-15', ['--select', 'id=energy', '--baseline', 'previous']);
    const run = JSON.parse(ended.out) as AuditRun;
    // What fails in energy failed in August too.
    expect([ended.code, ended.err]).toEqual([0, expect.stringContaining(': 0 new failures')]);
    // The history of one agency's run is that of this agency alone.
    const site = join(folder, 'energy');
    expect((await planaudit(['report', '--format', 'site', '--out', site])).code).toBe(0);
    const { runs: points } = JSON.parse(readFileSync(join(site, 'trends.json'), 'utf8'));
    expect(points.map((point: { summary: { agencies: number } }) => point.summary.agencies)).toEqual([1, 1, 1, 1, 1]);
    const cell = cellOf(run, 'energy', 'plan-current');
    expect(cell).toMatchObject({ verdict: 'review', reviewReopened: { by: 'สมหญิง', because: 'evidence-changed' } });
    expect((await planaudit(['review', '--list'])).out).toContain('energy plan-current');
  });

  it('reports every missing part of a decision and records nothing', async () => {
    const file = join(folder, 'agencies.reviews.yaml');
    const before = readFileSync(file, 'utf8');
    const failed = await planaudit(['review', '--agency', 'energy', '--criterion', 'plan-curent', '--verdict', 'yes']);
    expect(failed.code).toBe(2);
    for (const flag of ['--verdict', '--reason', '--by']) expect(failed.err).toContain(flag);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

describe('the registry', () => {
  it('that lost more than a fifth of its agencies is refused unless that is meant', async () => {
    writeRegistry((line) => (/^(?:agri|culture|transport),/.test(line) ? undefined : line));
    const refused = await audit('2026-09-16', ['--select', 'id=energy']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('lost 3 of its 6 agencies');
    expect(refused.err).toContain('agri, culture, transport');
    const accepted = await audit('2026-09-16', ['--select', 'id=energy', '--accept-registry-change']);
    expect(accepted.code, accepted.err).not.toBe(2);
    expect(accepted.err).toContain('registry: agencies removed');
  });
});

describe('prune', () => {
  it('keeps verdicts and trends, says what cannot be judged again', async () => {
    expect((await planaudit(['prune', '--keep', '0'])).code).toBe(2);
    const pruned = await planaudit(['prune', '--keep', '2']);
    expect(pruned.out).toMatch(/removed the captures of \d+ runs/);
    const history = (await planaudit(['history'])).out;
    expect(history).toContain('its captures were removed');
    expect((await planaudit(['recheck', '2026061'])).err).toContain('no longer kept');
    expect((await planaudit(['compare', '2026061', '2026071'])).code).toBe(0);
    expect((await planaudit(['history', '--agency', 'agri'])).out).toContain('plan-link');
  });
});
