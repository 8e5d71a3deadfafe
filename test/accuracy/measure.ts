// Measures the judge on a labelled set of single pages and documents (`npm run accuracy -- <manifest.jsonl> [--json]`).
// Each row's file is read, extracted and judged alone; links count by their labels, as targets may be missing.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../../src/errors.ts';
import type { Extractor } from '../../src/extract/extractor.ts';
import { confidenceOf } from '../../src/judge/confidence.ts';
import type { Signal } from '../../src/judge/confidence-signals.ts';
import { evaluate } from '../../src/judge/evaluate.ts';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import type { Pack } from '../../src/judge/pack.ts';
import { surveyOf } from '../../src/judge/survey.ts';
import { calendarOf } from '../../src/judge/years.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { type LabelledItem, labelledItems } from './labelled-items.ts';
import { linkedTitle } from './linked-title.ts';
import { measureTable } from './measure-table.ts';
import { type Manifest, ManifestError, readManifest } from './read-manifest.ts';

/** Label of the set → criterion of the pack. */
export const criterionOf: Readonly<Record<string, string>> = {
  plan_link: 'plan-link',
  plans: 'plan-current',
  projects: 'projects',
  evaluation: 'evaluation-results',
  recommendations: 'recommendations',
  monitoring: 'monitoring-results',
  budget_progress: 'budget-progress',
};
export const labelNames: readonly string[] = Object.keys(criterionOf);

export type Got = 'positive' | 'negative' | 'abstain';
export interface Judged {
  readonly id: string;
  readonly label: string;
  readonly expected: boolean;
  readonly got: Got;
  readonly reason: string;
  /** The item's text could be read. */
  readonly readable: boolean;
  /** Of the judge's own met or not-met; absent where a label alone decided, or nothing did. */
  readonly confidence?: number;
}

export interface Measured {
  readonly rows: readonly Judged[];
  /** Milliseconds by item id, from the beginning of reading to the last judgement. */
  readonly times: ReadonlyMap<string, number>;
}

/** The date on which items are judged; years count for nothing here. */
export const measuredAsOf = '2026-06-15';

/**
 * Judges every item of a manifest; rows come in file order, labels in the order of the table above.
 * @param extractor used, and left open; one of its own where absent.
 */
export async function measure(
  { items }: Pick<Manifest, 'items'>,
  pack: Pack,
  extractor?: Extractor,
): Promise<Measured> {
  const rows: Judged[] = [];
  const times = new Map<string, number>();
  for await (const labelled of labelledItems(items, extractor)) {
    const started = performance.now();
    rows.push(...judgeItem(labelled, pack));
    times.set(labelled.item.id, labelled.ms + performance.now() - started);
  }
  return { rows, times };
}

/** What the judge says of each label of an item. */
export interface ItemVerdict {
  readonly label: string;
  readonly criterion: string;
  readonly expected: boolean;
  readonly decided: ReturnType<typeof evaluate>;
  /** Label of a document that the page promises, where the judge itself found nothing. */
  readonly linked: string | undefined;
}

/** Undecided labels are left out. Empty where the item could not be read. */
export function evaluateItem({ item, agency, crawl }: LabelledItem, pack: Pack): ItemVerdict[] {
  if (crawl === undefined) return [];
  const survey = surveyOf(lexiconOf(pack.vocabulary), agency, crawl, calendarOf(measuredAsOf));
  return labelNames.flatMap((label): ItemVerdict[] => {
    const expected = item.labels[label];
    const criterion = pack.criteria.find(({ id }) => id === criterionOf[label]);
    if (expected === undefined || criterion === undefined) return [];
    const decided = evaluate(survey, criterion, { strictSection: false, anyYear: true });
    const linked = decided.verdict === 'met' ? undefined : linkedTitle(survey, criterion);
    return [{ label, criterion: criterion.id, expected, decided, linked }];
  });
}

function judgeItem(labelled: LabelledItem, pack: Pack): Judged[] {
  const { id, labels } = labelled.item;
  if (labelled.crawl === undefined) {
    const reason = labelled.unreadable ?? '';
    return labelNames.flatMap((label): Judged[] => {
      const expected = labels[label];
      const asked = pack.criteria.some((criterion) => criterion.id === criterionOf[label]);
      return expected === undefined || !asked ? [] : [{ id, label, expected, got: 'abstain', reason, readable: false }];
    });
  }
  return evaluateItem(labelled, pack).map(({ label, expected, decided, linked }): Judged => {
    const { verdict, reason, carried, signals } = decided;
    const got = verdict === 'met' || linked !== undefined ? 'positive' : verdict === 'not-met' ? 'negative' : 'abstain';
    const quote = linked ?? carried[0]?.evidence.quote ?? '';
    const said = linked === undefined ? `${verdict}/${reason}` : 'linked-title';
    const sure = linked === undefined ? confidence(verdict, signals) : {};
    return { id, label, expected, got, reason: `${said}: ${quote}`, readable: true, ...sure };
  });
}

function confidence(verdict: string, signals: readonly Signal[]): { confidence?: number } {
  return verdict === 'met' || verdict === 'not-met' ? { confidence: confidenceOf(verdict, signals) } : {};
}

export interface Score {
  tp: number;
  fp: number;
  tn: number;
  fn: number;
  abstain: number;
}

/** Every label is there, measured or not. */
export function scoresOf(judged: readonly Judged[]): Record<string, Score> {
  const scores: Record<string, Score> = {};
  for (const label of labelNames) scores[label] = { tp: 0, fp: 0, tn: 0, fn: 0, abstain: 0 };
  for (const { label, expected, got } of judged) {
    const score = scores[label]!;
    if (got === 'abstain') score.abstain++;
    else if (got === 'positive') score[expected ? 'tp' : 'fp']++;
    else score[expected ? 'fn' : 'tn']++;
  }
  return scores;
}

const usage = 'usage: npm run accuracy -- <manifest.jsonl> [--json] [--pack NAME|PATH]';

/** Status 0: measured (rows left out are told on standard error); 2: nothing could be measured. */
export async function measureCommand(
  args: readonly string[],
  print: (text: string) => void,
  say: (line: string) => void,
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        pack: { type: 'string', default: 'phuket-accountability' },
      },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) {
      say(usage);
      return 2;
    }
    const manifest = readManifest(path, labelNames);
    const pack = loadPack(values.pack);
    for (const { line, id, whole, message } of manifest.faults)
      say(`${path}:${line}${id === undefined ? '' : ` ${id}`}: ${message}${whole ? '; row left out' : ''}`);
    if (manifest.items.length === 0) {
      say(`${path}: no row can be measured`);
      return 2;
    }
    const started = performance.now();
    const measured = await measure(manifest, pack);
    const skipped = manifest.faults.filter(({ whole }) => whole);
    const { rows } = measured;
    const report = values.json
      ? JSON.stringify({
          labels: scoresOf(rows),
          rows,
          skipped: skipped.map(({ line, id, message }) => ({ line, id, message })),
        })
      : measureTable(measured, {
          ms: performance.now() - started,
          items: manifest.items.length,
          skipped: skipped.length,
        });
    print(`${report}\n`);
    return 0;
  } catch (error) {
    if (error instanceof ManifestError || error instanceof UserError) say(error.message);
    else if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
      say(`${(error as Error).message}\n${usage}`);
    else throw error;
    return 2;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === resolve(import.meta.filename))
  process.exitCode = await measureCommand(
    process.argv.slice(2),
    (text) => void process.stdout.write(text),
    (line) => void process.stderr.write(`${line}\n`),
  );
