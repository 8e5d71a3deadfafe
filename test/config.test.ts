import { describe, expect, it } from 'vitest';
import { colourLevel, resolveSettings } from '../src/config.ts';
import { type SettingDefinition, settingNames, settingsTable } from '../src/settings-table.ts';

describe('resolveSettings', () => {
  it('gives every default, and each default is a good value', async () => {
    const { settings, sources } = await resolveSettings({ flags: {}, env: {} });
    for (const name of settingNames) {
      expect(settings[name]).toEqual(settingsTable[name].fallback);
      expect(sources[name]).toBe('default');
    }
  });

  it('puts flags before environment before file', async () => {
    const layers = {
      flags: { lang: 'en' },
      env: { PLANAUDIT_LANG: 'th', PLANAUDIT_CONCURRENCY: '3' },
      file: { path: 'c.yaml', values: { lang: 'th', concurrency: 4, maxRequests: 50 } },
    };
    const { settings, sources } = await resolveSettings(layers);
    expect([settings.lang, settings.concurrency, settings.maxRequests]).toEqual(['en', 3, 50]);
    expect([sources.lang, sources.concurrency, sources.maxRequests]).toEqual(['flag', 'environment', 'file']);
  });

  it('reads lists, dates of both eras and yes or no in every layer', async () => {
    const { settings } = await resolveSettings({
      flags: { format: ['text,json'], select: ['kind=a,b', 'tag=c'], asOf: '15/06/2569' },
      env: { PLANAUDIT_FAIL_ON: 'not-met, unknown', PLANAUDIT_STRICT_SECTION: 'yes' },
      file: { path: 'c.yaml', values: { allowAddress: ['10.0.0.0/8'], quiet: true } },
    });
    expect(settings).toMatchObject({
      format: ['text', 'json'],
      select: ['kind=a,b', 'tag=c'],
      asOf: '2026-06-15',
      failOn: ['not-met', 'unknown'],
      strictSection: true,
      allowAddress: ['10.0.0.0/8'],
      quiet: true,
    });
  });

  it('reports every wrong and unknown value at once, and where it stands', async () => {
    const layers = {
      flags: { maxRequests: '0', asOf: '31/02/2569', format: ['text,pdf'] },
      env: { PLANAUDIT_LNAG: 'en', PLANAUDIT_TLS: 'maybe' },
      file: { path: 'c.yaml', values: { perHost: 99, cocurrency: 2 } },
    };
    const failure = await resolveSettings(layers).catch((error) => error);
    expect(failure.code).toBe('settings-invalid');
    const found = failure.problems.map(({ file, field, value }: Record<string, string>) => [file, field, value]);
    expect(found).toEqual([
      [undefined, '--as-of', '31/02/2569'],
      [undefined, '--format', 'text,pdf'],
      [undefined, '--max-requests', '0'],
      ['c.yaml', 'perHost', '99'],
      [undefined, 'PLANAUDIT_TLS', 'maybe'],
      [undefined, 'PLANAUDIT_LNAG', undefined],
      ['c.yaml', 'cocurrency', undefined],
    ]);
    expect(failure.problems.at(-2).message).toContain('"PLANAUDIT_LANG"');
    expect(failure.problems.at(-1).message).toContain('"concurrency"');
  });

  it('has one environment variable and one flag a setting', () => {
    const envs = settingNames.map((name) => settingsTable[name].env);
    expect(new Set(envs).size).toBe(envs.length);
    for (const name of settingNames) {
      const definition: SettingDefinition = settingsTable[name];
      const long = definition.flag
        ?.split(' ')[0]
        ?.replace(/^--(?:no-)?/, '')
        .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      if (long !== undefined) expect(long).toBe(name);
    }
  });
});

describe('colourLevel', () => {
  it.each([
    [{}, false, 0],
    [{ TERM: 'xterm' }, true, 1],
    [{ TERM: 'xterm-256color' }, true, 2],
    [{ COLORTERM: 'truecolor' }, true, 3],
    [{ TERM: 'dumb' }, true, 0],
    [{ NO_COLOR: '1', FORCE_COLOR: '3' }, true, 0],
    [{ FORCE_COLOR: '2' }, false, 2],
    [{ FORCE_COLOR: '0', TERM: 'xterm' }, true, 0],
  ] as const)('%j on a terminal: %s gives %i', (env, isTerminal, level) => {
    expect(colourLevel(env, isTerminal)).toBe(level);
  });
});
