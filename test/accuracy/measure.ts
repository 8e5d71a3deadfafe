// Measures the judge on a labelled set of single pages and documents (`npm run accuracy -- <manifest.jsonl> [--json]`).
// Each row's file is read, extracted and judged alone; links count by their labels, as targets may be missing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createExtractor } from '../../src/extract/extractor.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import { evaluate } from '../../src/judge/evaluate.ts';
import { lexiconOf, norm } from '../../src/judge/lexicon.ts';
import type { Criterion, Pack } from '../../src/judge/pack.ts';
import type { LinkRef } from '../../src/judge/site.ts';
import { type Survey, surveyOf } from '../../src/judge/survey.ts';
import type { Unit } from '../../src/judge/unit.ts';
import { calendarOf } from '../../src/judge/years.ts';
import type { CrawlResult, Page } from '../../src/model/crawl.ts';
import type { DocumentText } from '../../src/model/document.ts';
import { type Agency, type AgencyKind, agencyKinds } from '../../src/model/registry.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { findPhrases } from '../../src/text/phrase.ts';
import { hardestRows, isWrong } from './hardest-rows.ts';

interface Row {
  readonly id: string;
  readonly file: string;
  readonly kind: string;
  readonly role?: string;
  readonly agency_type?: string;
  readonly labels: Readonly<Record<string, unknown>>;
}

/** Label of the set → criterion of the pack. */
const criterionOf: Readonly<Record<string, string>> = {
  plan_link: 'plan-link',
  plans: 'plan-current',
  projects: 'projects',
  evaluation: 'evaluation-results',
  recommendations: 'recommendations',
  monitoring: 'monitoring-results',
  budget_progress: 'budget-progress',
};

type Got = 'positive' | 'negative' | 'abstain';
export interface Judged {
  readonly id: string;
  readonly label: string;
  readonly expected: boolean;
  readonly got: Got;
  readonly reason: string;
  /** The item's text could be read. */
  readonly readable: boolean;
}

const kinds: Readonly<Record<string, AgencyKind>> = {
  'local-government': 'subdistrict',
  'vocational-college': 'college',
  'university-faculty': 'university',
  'ministry-provincial-office': 'provincial-office',
  'provincial-health-office': 'health-office',
  'district-office': 'health-office',
  'independent-agency': 'department',
  ministry: 'department',
};

function kindOf(type: string | undefined): AgencyKind {
  if (type === undefined) return 'other';
  return kinds[type] ?? (agencyKinds.includes(type as AgencyKind) ? (type as AgencyKind) : 'other');
}

function crawlOf(row: Row, body: Buffer, text: DocumentText): CrawlResult {
  const url = `http://measured.test/${row.file.split('/').pop() ?? row.id}`;
  const page: Page = {
    id: 0,
    url,
    capture: {
      url,
      finalUrl: url,
      status: 200,
      hops: [],
      headers: {},
      contentType: '',
      bytes: body.length,
      transferred: body.length,
      sha256: createHash('sha256').update(body).digest('hex'),
      fetchedAt: '1970-01-01T00:00:00.000Z',
      tlsFaults: [],
    },
    text,
    path: [{ url, label: '' }],
    depth: 0,
    offSite: false,
    role: 'start',
  };
  return {
    agencyId: row.id,
    pages: [page],
    gaps: [],
    pending: [],
    requests: [],
    notices: [],
    ownHosts: ['measured.test'],
    stopped: 'exhausted',
    bytes: body.length,
  };
}

/** A link to a file whose label says what the criterion's probes look for. */
function linkedTitle(survey: Survey, criterion: Criterion): string | undefined {
  const classes = new Set(
    criterion.probes.any
      .flatMap((entry) => ('all' in entry ? entry.all : [entry]))
      .filter((probe) => probe.probe === 'document')
      .flatMap((probe) => probe.classes),
  );
  if (classes.size === 0) return linkedProject(survey, criterion);
  const found = survey.links.find(
    ({ ref, reading }) =>
      ref.link.url !== null &&
      isFile(ref.link.url) &&
      [...reading.classes.values()].some((hit) => classes.has(hit.id) && hit.grade !== 'weak'),
  );
  return found?.ref.link.label;
}

/** The plan is one of the files of the same list. */
function besides({ link, page }: LinkRef, unit: Unit): boolean {
  return (
    unit.page === page &&
    link.url !== null &&
    isFile(link.url) &&
    unit.segments.some(({ index }) => index === link.segment)
  );
}

/** Where projects are asked for: a document named after one, listed under or beside the plan. */
function linkedProject(survey: Survey, criterion: Criterion): string | undefined {
  const probe = criterion.probes.any.find((entry) => 'probe' in entry && entry.probe === 'rows');
  if (!probe || !('classes' in probe)) return undefined;
  const found = survey.links.find(({ ref: { link, page } }) => {
    if (link.url === null || !isFile(link.url) || link.segment === undefined) return false;
    const name = norm(link.label.replace(/^[\s\-–—•*()[\]0-9๐-๙.]+/u, ''));
    if (!findPhrases(survey.lexicon.projectLeads, name).some((match) => match.start === 0)) return false;
    return survey.units.some(
      (unit) =>
        unit.page === page &&
        unit.segments.some(({ index }) => index === link.segment) &&
        (probe.classes.some((id) => unit.classes.has(id)) || survey.planLinks.some((plan) => besides(plan.ref, unit))),
    );
  });
  return criterion.id === 'projects' ? found?.ref.link.label : undefined;
}

function isFile(url: string): boolean {
  if (/\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|zip|jpe?g|png)(?:[?#]|$)/i.test(url)) return true;
  return /(?:^|\.)(?:drive|docs)\.google\.com$|onedrive|1drv|dropbox/i.test(new URL(url).hostname);
}

/** Judges every row of a manifest; rows come in file order, labels in the order of the table above. */
export async function measure(manifest: string, pack: Pack): Promise<Judged[]> {
  const rows = readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  const extractor = createExtractor({ decode: decodeText });
  const lexicon = lexiconOf(pack.vocabulary);
  const judged: Judged[] = [];
  try {
    for (const row of rows) {
      const body = readFileSync(join(dirname(resolve(manifest)), row.file));
      const outcome = await extractor.extract(body, {
        url: `http://measured.test/${row.file.split('/').pop() ?? ''}`,
        contentType: '',
        sha256: createHash('sha256').update(body).digest('hex'),
      });
      const agency: Agency = {
        id: row.id,
        name: '',
        kind: kindOf(row.agency_type),
        extraHosts: [],
        tags: [],
        exempt: [],
      };
      const survey = outcome.ok
        ? surveyOf(lexicon, agency, crawlOf(row, body, outcome.text), calendarOf('2026-06-15'))
        : undefined;
      for (const [label, id] of Object.entries(criterionOf)) {
        const expected = row.labels[label];
        const criterion = pack.criteria.find((entry) => entry.id === id);
        if (typeof expected !== 'boolean' || !criterion) continue;
        if (!survey || !outcome.ok) {
          const code = outcome.ok ? '' : outcome.failure.code;
          judged.push({ id: row.id, label, expected, got: 'abstain', reason: code, readable: false });
          continue;
        }
        const decided = evaluate(survey, criterion, { strictSection: false, anyYear: true });
        const linked = decided.verdict === 'met' ? undefined : linkedTitle(survey, criterion);
        const got: Got =
          decided.verdict === 'met' || linked !== undefined
            ? 'positive'
            : decided.verdict === 'not-met'
              ? 'negative'
              : 'abstain';
        const quote = linked ?? decided.carried[0]?.evidence.quote ?? '';
        judged.push({
          id: row.id,
          label,
          expected,
          got,
          reason: `${linked === undefined ? `${decided.verdict}/${decided.reason}` : 'linked-title'}: ${quote}`,
          readable: true,
        });
      }
    }
  } finally {
    await extractor.close();
  }
  return judged;
}

export interface Score {
  tp: number;
  fp: number;
  tn: number;
  fn: number;
  abstain: number;
}

export function scoresOf(judged: readonly Judged[]): Record<string, Score> {
  const scores: Record<string, Score> = {};
  for (const label of Object.keys(criterionOf)) scores[label] = { tp: 0, fp: 0, tn: 0, fn: 0, abstain: 0 };
  for (const { label, expected, got } of judged) {
    const score = scores[label]!;
    if (got === 'abstain') score.abstain++;
    else if (got === 'positive') score[expected ? 'tp' : 'fp']++;
    else score[expected ? 'fn' : 'tn']++;
  }
  return scores;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

function table(judged: readonly Judged[], seconds: number): string {
  const lines = ['label              tp   fp   tn   fn  abst  precision  recall     F1'];
  for (const [label, s] of Object.entries(scoresOf(judged))) {
    const f1 = percent(2 * s.tp, 2 * s.tp + s.fp + s.fn);
    const figures = [s.tp, s.fp, s.tn, s.fn, s.abstain].map((figure) => String(figure).padStart(5)).join('');
    lines.push(
      `${label.padEnd(16)}${figures}${percent(s.tp, s.tp + s.fp).padStart(11)}${percent(s.tp, s.tp + s.fn).padStart(8)}${f1.padStart(7)}`,
    );
  }
  const readable = judged.filter((row) => row.readable);
  const abstained = readable.filter((row) => row.got === 'abstain').length;
  lines.push(
    `abstentions on readable items: ${abstained} of ${readable.length} (${percent(abstained, readable.length)}); ${seconds.toFixed(1)} s`,
    '',
  );
  for (const row of judged.filter(isWrong))
    lines.push(
      `${row.id}  ${row.label}  expected ${row.expected}  got ${row.got}${row.readable ? '' : ' (unreadable)'}  ${row.reason}`,
    );
  const hardest = hardestRows(judged, 10);
  if (hardest.length > 0) lines.push('', 'hardest items:');
  for (const { id, causes } of hardest) lines.push(id, ...causes.map((cause) => `  ${cause}`));
  return lines.join('\n');
}

if (process.argv[1] && resolve(process.argv[1]) === resolve(import.meta.filename)) {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, pack: { type: 'string', default: 'phuket-accountability' } },
    allowPositionals: true,
  });
  const manifest = positionals[0];
  if (manifest === undefined) {
    process.stderr.write('usage: npm run accuracy -- <manifest.jsonl> [--json] [--pack NAME|PATH]\n');
    process.exitCode = 2;
  } else {
    const started = performance.now();
    const judged = await measure(manifest, await loadPack(values.pack));
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(
      values.json ? `${JSON.stringify({ labels: scoresOf(judged), rows: judged })}\n` : `${table(judged, seconds)}\n`,
    );
  }
}
