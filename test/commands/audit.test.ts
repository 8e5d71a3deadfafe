import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunAuditOptions } from '../../src/audit/run-audit.ts';
import { auditCommand } from '../../src/commands/audit.ts';
import { auditStatus } from '../../src/commands/audit-status.ts';
import type { AuditTools } from '../../src/commands/audit-tools.ts';
import { checkCommand } from '../../src/commands/check.ts';
import { registryCheckCommand } from '../../src/commands/registry-check.ts';
import type { AuditRun, Reason, Verdict } from '../../src/model/result.ts';
import { sampleRun } from '../report/sample-run.ts';
import { fakeTerminal } from './fake-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'planaudit-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

const registryFile = join(folder, 'agencies.csv');
writeFileSync(registryFile, 'id,name,kind,url,tags\na,อบต. ก,อบต.,https://a.go.th,x\nb,รพ. ข,รพ.,http://b.go.th,\n');

/** Tools that reach nothing; notes when they were closed. */
function fakeTools() {
  const state = { closed: 0 };
  const tools = () =>
    ({
      deps: {} as AuditTools['deps'],
      close: async () => {
        state.closed += 1;
      },
    }) satisfies AuditTools;
  return { state, tools };
}

/** A run whose only required verdicts are the given ones. */
function runWith(verdicts: readonly [Verdict, Reason][], complete = true): AuditRun {
  const [agency] = sampleRun.agencies;
  const template = agency!.criteria[0]!;
  const criteria = verdicts.map(([verdict, reason], index) => ({ ...template, id: `c${index}`, verdict, reason }));
  const advisory = {
    ...template,
    id: 'extra',
    level: 'advisory' as const,
    verdict: 'not-met' as const,
    reason: 'absent' as const,
  };
  return {
    ...sampleRun,
    run: { ...sampleRun.run, complete },
    agencies: [{ ...agency!, criteria: [...criteria, advisory] }],
  };
}

it.each([
  ['2', true],
  ['0', false],
  // Two agencies are soon read by one.
  [undefined, false],
] as const)(
  'audits in threads where they are asked for (--threads %s: %s), and does not record it',
  async (threads, used) => {
    const { tools } = fakeTools();
    let given: RunAuditOptions | undefined;
    const audit = async (options: RunAuditOptions) => {
      given = options;
      return sampleRun;
    };
    const flags = { data: join(folder, `threads-${threads}`), ...(threads === undefined ? {} : { threads }) };
    await auditCommand(registryFile, flags, fakeTerminal(), { tools, audit });
    expect(given?.deps.audit !== undefined).toBe(used);
    expect(given?.settings).not.toHaveProperty('threads');
  },
);

describe('the exit status', () => {
  const met: [Verdict, Reason] = ['met', 'found'];
  const absent: [Verdict, Reason] = ['not-met', 'absent'];
  const unknown: [Verdict, Reason] = ['unknown', 'blocked'];
  const review: [Verdict, Reason] = ['review', 'title-only'];
  it.each([
    [[met], ['not-met', 'unknown', 'review'], true, 0],
    [[met, absent], ['not-met'], true, 1],
    [[absent, unknown], ['not-met', 'unknown'], true, 1],
    [[absent], ['none'], true, 0],
    [[unknown, review], ['not-met'], true, 0],
    [[met, unknown], ['not-met', 'unknown'], true, 4],
    [[met, review], ['not-met', 'review'], true, 4],
    [[met, review], ['not-met', 'unknown'], true, 0],
    [[absent], ['not-met'], false, 3],
    [[met], ['none'], false, 3],
  ] as [[Verdict, Reason][], string[], boolean, number][])(
    'of %j with --fail-on %j, complete %s, is %i',
    (verdicts, failOn, complete, status) => {
      expect(auditStatus(runWith(verdicts, complete), failOn)).toBe(status);
    },
  );
});

describe('audit', () => {
  it('hands the selection, date, packs and settings to the audit and closes its tools', async () => {
    const { state, tools } = fakeTools();
    let given: RunAuditOptions | undefined;
    const audit = async (options: RunAuditOptions) => {
      given = options;
      return sampleRun;
    };
    const terminal = fakeTerminal({ PLANAUDIT_MAX_REQUESTS: '7' }, Date.UTC(2026, 5, 15, 20));
    const flags = { select: ['tag=x'], strictSection: true, lang: 'en', quiet: true, concurrency: '2' };
    expect(await auditCommand(registryFile, flags, terminal, { tools, audit })).toBe(1);
    expect(state.closed).toBe(1);
    expect(given?.agencies?.map(({ id }) => id)).toEqual(['a']);
    expect(given?.registry.agencies.length).toBe(2);
    expect(given?.packs.map(({ name }) => name)).toEqual(['phuket-accountability']);
    // 20:00 UTC is already the next day in Bangkok.
    expect(given).toMatchObject({ asOf: '2026-06-16', strictSection: true, concurrency: 2 });
    expect(given?.settings).toMatchObject({ maxRequests: 7, select: ['tag=x'] });
    expect(Object.keys(given?.settings ?? {})).not.toContain('out');
    expect(terminal.out()).toContain('3 agencies: 1 compliant');
    expect(terminal.err()).toBe('');
  });

  it('prints one JSON document and nothing else on standard output', async () => {
    const terminal = fakeTerminal();
    const { tools } = fakeTools();
    await auditCommand(registryFile, { format: ['json'] }, terminal, { tools, audit: async () => sampleRun });
    expect(JSON.parse(terminal.out())).toMatchObject({ schema: 'planaudit.run/1' });
  });

  it('writes each format to its file, whole, and leaves nothing else behind', async () => {
    const out = join(folder, 'deep', 'report');
    const terminal = fakeTerminal();
    const { tools } = fakeTools();
    const flags = { format: ['text', 'json'], out };
    await auditCommand(registryFile, flags, terminal, { tools, audit: async () => sampleRun });
    expect(readdirSync(out).sort()).toEqual(['planaudit.json', 'planaudit.txt']);
    expect(readFileSync(join(out, 'planaudit.txt'), 'utf8')).toContain('องค์การบริหารส่วนตำบลน้ำใส');
    expect(terminal.out()).toBe('');
    expect(terminal.err()).toContain('planaudit.json');
  });

  it('refuses a folder it cannot write to before it audits anything', async () => {
    let audited = false;
    const audit = async () => {
      audited = true;
      return sampleRun;
    };
    const { tools } = fakeTools();
    const failure = auditCommand(registryFile, { out: join(registryFile, 'x') }, fakeTerminal(), { tools, audit });
    await expect(failure).rejects.toMatchObject({ code: 'out-unwritable' });
    const both = auditCommand(registryFile, { format: ['text,json'] }, fakeTerminal(), { tools, audit });
    await expect(both).rejects.toMatchObject({ code: 'format-output' });
    expect(audited).toBe(false);
  });

  it('stops at Ctrl-C, prints what was judged and says that it is unfinished', async () => {
    const { state, tools } = fakeTools();
    const terminal = fakeTerminal();
    const audit = (options: RunAuditOptions) =>
      new Promise<AuditRun>((resolve) => {
        options.signal?.addEventListener('abort', () => {
          resolve({
            ...sampleRun,
            run: { ...sampleRun.run, complete: false },
            agencies: sampleRun.agencies.slice(0, 1),
          });
        });
        terminal.interrupt();
      });
    expect(await auditCommand(registryFile, { lang: 'en' }, terminal, { tools, audit })).toBe(3);
    expect(terminal.err()).toContain('stopping');
    expect(terminal.out()).toContain('1 of 3 agencies were judged');
    expect(state.closed).toBe(1);
  });

  it('shows a plain line for each agency when standard error is no terminal', async () => {
    const terminal = fakeTerminal();
    const { tools } = fakeTools();
    const audit = async ({ onProgress, agencies }: RunAuditOptions) => {
      const [agency] = agencies!;
      onProgress?.({ kind: 'run-started', runId: 'r', total: 3, done: 0 });
      onProgress?.({ kind: 'agency-started', agency: agency! });
      onProgress?.({ kind: 'agency-finished', verdict: sampleRun.agencies[1]!, done: 1, total: 3 });
      return sampleRun;
    };
    await auditCommand(registryFile, { lang: 'en', out: join(folder, 'p') }, terminal, { tools, audit });
    const [before, start, first] = terminal.err().split('\n');
    expect(before).toBe('reading the registry and the rule pack …');
    expect(start).toBe('auditing 3 agencies …');
    expect(first).toMatch(
      /^\[1\/3\] สำนักงานเกษตร.*: 1 met · 1 not met · 0 to review · 0 unknown · 1 not applicable \(1 requests\)$/,
    );
  });

  it('closes its tools when the audit fails', async () => {
    const { state, tools } = fakeTools();
    const audit = async () => {
      throw new Error('a bug');
    };
    await expect(auditCommand(registryFile, {}, fakeTerminal(), { tools, audit })).rejects.toThrow('a bug');
    expect(state.closed).toBe(1);
  });
});

describe('check', () => {
  it('makes a registry of one out of the address', async () => {
    const { tools } = fakeTools();
    let given: RunAuditOptions | undefined;
    const audit = async (options: RunAuditOptions) => {
      given = options;
      return sampleRun;
    };
    await checkCommand('www.Example.go.th/home', { kind: 'อบต.', name: 'อบต. ตัวอย่าง' }, fakeTerminal(), {
      tools,
      audit,
    });
    expect(given?.registry.agencies).toEqual([
      {
        id: 'www.example.go.th',
        name: 'อบต. ตัวอย่าง',
        kind: 'subdistrict',
        url: 'https://www.example.go.th/home',
        extraHosts: [],
        tags: [],
        exempt: [],
      },
    ]);
    expect(given?.registry.path).toBe('https://www.Example.go.th/home');
  });

  it.each([
    ['ftp://a.go.th', {}, '<url>'],
    ['nonsense', {}, '<url>'],
    ['https://a.go.th', { kind: 'castle' }, '--kind'],
    ['https://a.go.th', { linkPage: 'plan' }, '--link-page'],
  ])('refuses %s %j', async (address, flags, field) => {
    const failure = checkCommand(address, flags, fakeTerminal(), fakeTools());
    await expect(failure).rejects.toMatchObject({ problems: [{ field }] });
  });
});

describe('registry check', () => {
  it('lists the agencies, warns, and counts', async () => {
    const terminal = fakeTerminal();
    expect(await registryCheckCommand(registryFile, { lang: 'en' }, terminal)).toBe(0);
    expect(terminal.out()).toMatch(/^a\s+อบต\. ก\s+subdistrict administr\S*\s+https:\/\/a\.go\.th\/$/m);
    expect(terminal.out()).toContain('the address is http://');
    expect(terminal.out()).toContain(`The registry ${registryFile} is good: 2 agencies · 2 with a website`);
  });

  it('refuses an exemption from a criterion that the pack does not hold', async () => {
    const file = join(folder, 'exempt.csv');
    writeFileSync(file, 'id,name,kind,url,exempt\na,b,district,,plan-lnk: why\n');
    const failure = registryCheckCommand(file, {}, fakeTerminal());
    await expect(failure).rejects.toMatchObject({ problems: [{ line: 2, field: 'exempt' }] });
  });

  it.each(['missing.csv', '.'])('says why %s cannot be read', async (name) => {
    const failure = registryCheckCommand(join(folder, name), {}, fakeTerminal());
    await expect(failure).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(existsSync(folder)).toBe(true);
  });
});
