// planaudit runs list, runs cancel: the runs that many machines work on.
import type { AgencyJob } from '../audit/share-run.ts';
import { findRun } from '../audit/stored-run.ts';
import { commandSettings, type Settings } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import { openQueueServer, type QueueCounts, type QueueServer } from '../queue/boss-queue.ts';
import { padText, textWidth } from '../report/fit-text.ts';
import type { Store } from '../store/store.ts';
import { withStore } from './open-stored.ts';
import { sharedTexts } from './shared-texts.ts';
import { databaseClock } from './shared-work.ts';
import type { Terminal } from './terminal.ts';

type Flags = Readonly<Record<string, unknown>>;

interface RunRow extends QueueCounts {
  readonly id: string;
  readonly state: 'running' | 'complete' | 'interrupted' | 'cancelled' | 'filling';
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly agencies: number;
  readonly judged: number;
  readonly givenUp: readonly { readonly agency: string; readonly reason: string }[];
}

/** Runs listed, counted from the newest. */
const shownRuns = 20;

export async function runsListCommand(flags: Flags, terminal: Terminal): Promise<ExitStatus> {
  const { json, ...rest } = flags;
  const { settings } = await commandSettings(rest, terminal.env);
  const words = sharedTexts(settings.lang);
  return withQueues(settings, terminal, async (store, queues) => {
    const rows: RunRow[] = [];
    for (const run of (await store.runs()).slice(-shownRuns)) {
      const shared = await store.shared.get(run.id);
      if (shared === undefined) continue;
      const none: QueueCounts = { waiting: 0, leased: 0, dead: 0 };
      const counts = run.state === 'running' ? await queues.open<AgencyJob>(run.id).counts() : none;
      const state = shared.cancelled ? 'cancelled' : run.state === 'running' && !shared.queued ? 'filling' : run.state;
      const suspects = await store.verdictsOf(run.id, await store.shared.withReason(run.id, 'tool-error'));
      const givenUp = suspects
        .filter(({ coverage }) => coverage.stopped === 'failed')
        .map(({ id, coverage }) => ({ agency: id, reason: coverage.gaps[0]?.detail ?? '' }));
      rows.push({
        id: run.id,
        state,
        startedAt: run.startedAt,
        finishedAt: run.finishedAt,
        agencies: run.selection.length,
        judged: await store.shared.countRecorded(run.id),
        ...counts,
        givenUp,
      });
    }
    const members = await queues.members();
    if (json === true) {
      terminal.stdout.write(`${JSON.stringify({ schema: 'planaudit.runs/1', runs: rows, members }, null, 2)}\n`);
      return exitStatus.ok;
    }
    if (rows.length === 0) terminal.stdout.write(`${words.noRuns}\n`);
    else {
      const table = [
        words.columns,
        ...rows.map(({ id, state, judged, agencies, waiting, leased, givenUp }) => [
          id,
          words.state[state],
          `${judged}/${agencies}`,
          String(waiting),
          String(leased),
          String(givenUp.length),
        ]),
      ];
      const widths = words.columns.map((_, at) => Math.max(...table.map((row) => textWidth(row[at]!))));
      for (const row of table) {
        terminal.stdout.write(
          `${row
            .map((cell, at) => padText(cell, widths[at]!))
            .join('  ')
            .trimEnd()}\n`,
        );
      }
      const last = rows.at(-1)!;
      if (last.givenUp.length > 0) {
        terminal.stdout.write(`${last.id}: ${words.givenUp}\n`);
        for (const { agency, reason } of last.givenUp) terminal.stdout.write(`  ${agency}: ${reason}\n`);
      }
    }
    terminal.stdout.write(`${words.members(members.length)}\n`);
    for (const { name, host, pid } of members) terminal.stdout.write(`  ${name} ${host} ${pid}\n`);
    return exitStatus.ok;
  });
}

export async function runsCancelCommand(
  name: string | undefined,
  flags: Flags,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { settings } = await commandSettings(flags, terminal.env);
  const words = sharedTexts(settings.lang);
  needStore(settings);
  return withStore(settings, terminal, async (store) => {
    const id = name === undefined ? (await store.shared.current())?.runId : (await findRun(store, name)).id;
    const { now } = await databaseClock(store, terminal.now);
    // The queue stays as it is: workers see the run's state and leave, and its next beginning clears it away.
    if (id === undefined || !(await store.shared.cancel(id, new Date(now()).toISOString()))) {
      throw new UserError('run-not-open', id === undefined ? 'No run is under way.' : `Run ${id} is not under way.`, {
        hint: 'planaudit runs list shows the runs.',
        th: { message: words.nothingOpen, hint: 'ดูรายการด้วย planaudit runs list' },
      });
    }
    terminal.stdout.write(`${words.cancelled(id)}\n`);
    return exitStatus.ok;
  });
}

function needStore(settings: Settings): asserts settings is Settings & { store: string } {
  if (settings.store !== null) return;
  throw new UserError('runs-store', 'Runs of many machines are in a database they share: --store', {
    hint: 'For the runs of one machine: planaudit history',
    th: {
      message: 'การตรวจที่ใช้หลายเครื่องอยู่ในฐานข้อมูลที่ใช้ร่วมกัน: --store',
      hint: 'ดูการตรวจของเครื่องเดียวด้วย planaudit history',
    },
  });
}

async function withQueues<T>(
  settings: Settings,
  terminal: Terminal,
  work: (store: Store, queues: QueueServer) => Promise<T>,
): Promise<T> {
  needStore(settings);
  const url = settings.store;
  return withStore(settings, terminal, async (store) => {
    const queues = await openQueueServer(url, undefined, () => undefined);
    try {
      return await work(store, queues);
    } finally {
      await queues.close();
    }
  });
}
