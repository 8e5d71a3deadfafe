// planaudit registry probe: asks every registered website once – does it live, where does it lead, how is its TLS and
// robots.txt – and names the address that would be better. Judges nothing.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { colourLevel, commandSettings } from '../config.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { failures } from '../fetch/failures.ts';
import { probeSite, type SiteProbe, type SuggestionReason } from '../fetch/probe.ts';
import type { Agency } from '../model/registry.ts';
import { runJobs } from '../queue/run-jobs.ts';
import { readRegistry } from '../registry/read-registry.ts';
import { selectAgencies } from '../registry/select-agencies.ts';
import type { Language } from '../report/catalogue/messages.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { csvText } from '../report/csv-text.ts';
import { cleanText, cutText, padText, textWidth, wrapText } from '../report/fit-text.ts';
import { makeFetcher } from './audit-tools.ts';
import { readUserFile } from './read-user-file.ts';
import { columnsOf, type Terminal } from './terminal.ts';

interface Row {
  readonly agency: Agency;
  readonly probe: SiteProbe | undefined;
}

/** Status 3 when interrupted; else 0, whatever lives. */
export async function registryProbeCommand(
  path: string,
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { Chalk } = await import('chalk');
  const { settings } = await commandSettings(flags, terminal.env);
  const registry = await readRegistry(path, await readUserFile(path, { en: 'registry', th: 'ทะเบียน' }));
  const agencies = selectAgencies(registry, settings.select);
  const words = probeTexts[settings.lang];
  const fetcher = makeFetcher(settings, terminal.now);
  const abort = new AbortController();
  const undo = terminal.onInterrupt(() => abort.abort());
  let done = 0;
  try {
    const probes = await runJobs(
      agencies,
      settings.concurrency,
      async ({ url, name }) => {
        const probe = url === undefined ? undefined : await probeSite(fetcher, url, abort.signal);
        done += 1;
        if (!settings.quiet) terminal.stderr.write(`[${done}/${agencies.length}] ${cleanText(name)}\n`);
        return probe;
      },
      abort.signal,
    );
    const rows = agencies.map((agency, index) => ({ agency, probe: probes[index] }));
    const chalk = new Chalk({ level: colourLevel(terminal.env, terminal.stdout.isTTY ?? false) });
    const columns = columnsOf(terminal.stdout);
    const idWidth = Math.min(24, Math.max(...agencies.map(({ id }) => textWidth(id))));
    for (const row of rows) {
      const alive = row.probe?.alive === true;
      const mark = alive ? chalk.green('✓') : chalk.red('✗');
      const [head = '', ...more] = wrapText(describe(row, settings.lang), columns - idWidth - 4);
      const indent = ' '.repeat(idWidth + 4);
      terminal.stdout.write(`${mark} ${padText(row.agency.id, idWidth)}  ${head}\n`);
      for (const line of more) terminal.stdout.write(`${indent}${line}\n`);
    }
    const living = rows.filter(({ probe }) => probe?.alive).length;
    terminal.stdout.write(`${chalk.bold(words.total(living, rows.length))}\n`);
    if (settings.out !== null) {
      const file = join(settings.out, 'probe.csv');
      await mkdir(settings.out, { recursive: true });
      await writeFile(`${file}.tmp`, probeCsv(rows, settings.lang));
      await rename(`${file}.tmp`, file);
      terminal.stderr.write(`${messagesOf(settings.lang).progress.wrote(file)}\n`);
    }
    return abort.signal.aborted ? exitStatus.unfinished : exitStatus.ok;
  } finally {
    undo();
    await fetcher.close();
  }
}

/** `200 · 340 ms · moved to https://… · certificate expired`. */
function describe({ agency, probe }: Row, lang: Language): string {
  const words = probeTexts[lang];
  const { report, gap } = messagesOf(lang);
  if (!probe) return agency.url === undefined ? report.noUrl : words.notAsked;
  const faults = probe.tls?.faults.map((fault) => gap[fault]) ?? [];
  const parts = [
    cutText(cleanText(probe.url), 70),
    probe.failure ? failures[probe.failure.code].cause[lang] : String(probe.status ?? ''),
    probe.responseMs === undefined ? '' : `${probe.responseMs} ms`,
    probe.finalUrl !== undefined && probe.finalUrl !== probe.url ? `→ ${cleanText(probe.finalUrl)}` : '',
    probe.tls === undefined ? '' : [probe.tls.protocol, ...faults].join(', '),
    probe.robots?.allowsStart === false ? gap['robots-disallowed'] : '',
    probe.suggestion ? `${words.suggest[probe.suggestion.reason]}: ${cleanText(probe.suggestion.url)}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function probeCsv(rows: readonly Row[], lang: Language): string {
  const { gap } = messagesOf(lang);
  return csvText([
    [
      'id',
      'name',
      'url',
      'alive',
      'status',
      'failure',
      'cause',
      'final_url',
      'response_ms',
      'server',
      'tls',
      'tls_faults',
      'tls_valid_to',
      'robots',
      'robots_allows_start',
      'crawl_delay_seconds',
      'sitemaps',
      'suggested_url',
      'suggestion',
    ],
    ...rows.map(({ agency, probe }) => [
      agency.id,
      agency.name,
      agency.url ?? '',
      probe === undefined ? '' : probe.alive ? 'yes' : 'no',
      probe?.status,
      probe?.failure?.code ?? (agency.url === undefined ? 'no-website' : ''),
      probe?.failure ? failures[probe.failure.code].cause[lang] : agency.url === undefined ? gap['no-website'] : '',
      probe?.finalUrl,
      probe?.responseMs,
      probe?.server,
      probe?.tls?.protocol,
      probe?.tls?.faults.join('; '),
      probe?.tls?.validTo,
      probe?.robots?.state,
      probe?.robots === undefined ? '' : probe.robots.allowsStart ? 'yes' : 'no',
      probe?.robots?.crawlDelaySeconds,
      probe?.robots?.sitemaps,
      probe?.suggestion?.url,
      probe?.suggestion?.reason,
    ]),
  ]);
}

interface ProbeTexts {
  readonly notAsked: string;
  readonly total: (living: number, all: number) => string;
  readonly suggest: Readonly<Record<SuggestionReason, string>>;
}

const probeTexts: Readonly<Record<Language, ProbeTexts>> = {
  th: {
    notAsked: 'ยังไม่ได้ตรวจ',
    total: (living, all) => `เปิดได้ ${living} จาก ${all} หน่วยงาน`,
    suggest: {
      moved: 'ย้ายไปที่',
      https: 'ควรใช้',
      www: 'ที่เปิดได้คือ',
      'no-www': 'ที่เปิดได้คือ',
      http: 'ที่เปิดได้คือ',
      'https-only': 'ที่เปิดได้คือ',
    },
  },
  en: {
    notAsked: 'not asked',
    total: (living, all) => `${living} of ${all} agencies’ addresses live`,
    suggest: {
      moved: 'moved to',
      https: 'better register',
      www: 'this one lives',
      'no-www': 'this one lives',
      http: 'this one lives',
      'https-only': 'this one lives',
    },
  },
};
