// A run's journal as a file of JSON lines: the head, then one verdict a line, each on disk before the next agency counts as
// done. A line cut short by a kill is dropped and its agency audited again. May be read by one run at a time only.

import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { Pack } from '../judge/pack.ts';
import type { Agency, Registry } from '../model/registry.ts';
import { type AgencyVerdict, agencyVerdictSchema } from '../model/result.ts';
import type { RunJournal } from './run-journal.ts';

const headSchema = z.strictObject({
  journal: z.literal('planaudit.journal/1'),
  runId: z.string(),
  startedAt: z.iso.datetime(),
  /** Audit date of the run, YYYY-MM-DD. */
  asOf: z.iso.date(),
  /** Everything that verdicts depend on beside the web. */
  key: z.string(),
});
type Head = z.infer<typeof headSchema>;

export interface FileJournal extends RunJournal {
  /** Verdicts taken over from the earlier attempt. */
  readonly resumed: number;
  /** Closes the file; `done` removes it, as there is nothing left to go on with. */
  close(done: boolean): void;
}

/** What must be the same for two attempts to be one run. */
export interface RunIdentity {
  readonly registry: Registry;
  readonly agencies: readonly Agency[];
  readonly packs: readonly Pack[];
  readonly asOf: string;
  readonly strictSection: boolean;
  readonly version: string;
}

export function runKey({ registry, agencies, packs, asOf, strictSection, version }: RunIdentity): string {
  const parts = [
    registry.sha256,
    agencies.map(({ id }) => id),
    packs.map(({ name, sha256 }) => [name, sha256]),
    asOf,
    strictSection,
    version,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * The journal at `path`. With `resume`, goes on from what is there (nothing there = a new run); without, starts anew. Nothing
 * is written before the first verdict.
 * @throws UserError when the journal is of another registry, pack, date or program version, or is not a journal.
 */
export function openFileJournal(
  path: string,
  key: string,
  fresh: Omit<Head, 'journal' | 'key'>,
  resume: boolean,
): FileJournal {
  const earlier = resume ? readJournal(path) : undefined;
  if (earlier !== undefined && earlier.head.key !== key) {
    throw new UserError(
      'resume-mismatch',
      `The unfinished run in ${path} is of another registry, pack, date or version.`,
      {
        hint: 'Run without --resume to start anew, or with the same registry, packs, --as-of and program version to go on.',
      },
    );
  }
  const head: Head = earlier?.head ?? { journal: 'planaudit.journal/1', key, ...fresh };
  const verdicts = new Map((earlier?.verdicts ?? []).map((verdict) => [verdict.id, verdict]));
  let file: number | undefined;
  const write = (value: unknown): void => {
    const line = Buffer.from(`${JSON.stringify(value)}\n`);
    for (let at = 0; at < line.length; ) at += writeSync(file!, line, at);
    fsyncSync(file!);
  };
  function open(): void {
    if (file !== undefined) return;
    mkdirSync(dirname(path), { recursive: true });
    // What a kill cut off goes, so that the next line starts a line.
    if (earlier !== undefined) truncateSync(path, earlier.bytes);
    file = openSync(path, earlier === undefined ? 'w' : 'a', 0o600);
    if (earlier === undefined) write(head);
  }

  return {
    runId: head.runId,
    startedAt: head.startedAt,
    resumed: verdicts.size,
    finished: (id) => verdicts.get(id),
    record(verdict) {
      open();
      write(verdict);
      verdicts.set(verdict.id, verdict);
    },
    close(done) {
      if (file !== undefined) closeSync(file);
      file = undefined;
      if (!done) return;
      rmSync(path, { force: true });
      const folder = dirname(path);
      try {
        if (readdirSync(folder).length === 0) rmdirSync(folder);
      } catch {
        // Not there, or in use: no matter.
      }
    },
  };
}

/** Audit date of the unfinished run at `path`, so that going on tomorrow is still the same audit. */
export function journalDate(path: string): string | undefined {
  return readJournal(path)?.head.asOf;
}

interface Journal {
  readonly head: Head;
  readonly verdicts: readonly AgencyVerdict[];
  /** Length of the whole lines. */
  readonly bytes: number;
}

function readJournal(path: string): Journal | undefined {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const bytes = content.lastIndexOf(0x0a) + 1;
  const lines = content.subarray(0, bytes).toString('utf8').split('\n').slice(0, -1);
  // Killed before the head was whole: as if the run had never begun.
  if (lines.length === 0) return undefined;
  try {
    const [first, ...rest] = lines.map((line) => JSON.parse(line) as unknown);
    return { head: headSchema.parse(first), verdicts: rest.map((entry) => agencyVerdictSchema.parse(entry)), bytes };
  } catch (error) {
    throw new UserError('journal-unreadable', `${path} is not a journal of an unfinished run, or is damaged.`, {
      hint: 'Run without --resume to start anew; the file is then replaced.',
      cause: error,
    });
  }
}
