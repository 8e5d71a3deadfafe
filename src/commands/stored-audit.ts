// The store's part in an audit: opens it, keeps a second run off, refuses a registry that lost its agencies, goes on with an
// unfinished run, and closes everything again.
import type { StoreJournal } from '../audit/store-journal.ts';
import type { RunMemory } from '../audit/store-memory.ts';
import { type Settings, toolVersion } from '../config.ts';
import { UserError } from '../errors.ts';
import type { Pack } from '../judge/pack.ts';
import type { Agency, Registry } from '../model/registry.ts';
import type { AuditRun, ReviewDecision } from '../model/result.ts';
import type { RegistryChanges } from '../registry/compare-registries.ts';
import type { Language } from '../report/catalogue/messages.ts';
import type { RunLock } from '../store/run-lock.ts';
import type { Store } from '../store/store.ts';
import { auditDate } from './audit-date.ts';
import { readBaseline } from './read-baseline.ts';
import { type ReportExtras, storedExtras } from './report-extras.ts';
import type { Terminal } from './terminal.ts';

export interface StoredAuditOptions {
  readonly registry: Registry;
  readonly agencies: readonly Agency[];
  readonly packs: readonly Pack[];
  readonly settings: Settings;
  /** As recorded in the run. */
  readonly recorded: Readonly<Record<string, unknown>>;
  readonly reviews: readonly ReviewDecision[];
  readonly acceptRegistryChange: boolean;
  readonly terminal: Terminal;
  readonly onFailure: () => void;
}

export interface StoredAudit {
  /** With `resume` and no date given, the audit stays one of the day it was begun. */
  readonly asOf: string;
  readonly journal: StoreJournal;
  readonly memory: RunMemory;
  /** The run of `--baseline`, as it was before this one began. */
  readonly baseline: AuditRun | undefined;
  /** What the store adds to the reports of the finished run. */
  extras(run: AuditRun): Promise<ReportExtras>;
  close(): Promise<void>;
}

export async function openStoredAudit(options: StoredAuditOptions): Promise<StoredAudit> {
  const { registry, agencies, packs, settings, terminal } = options;
  const [{ openStore }, { thisHolder }, { openStoreJournal, unfinishedRun }, { memoryOf }] = await Promise.all([
    import('../store/open-store.ts'),
    import('../store/run-lock.ts'),
    import('../audit/store-journal.ts'),
    import('../audit/store-memory.ts'),
  ]);
  const store = await openStore(settings, { create: true, now: terminal.now });
  let lock: RunLock | undefined;
  try {
    lock = await store.lock(thisHolder(terminal.now));
    const unfinished = settings.resume && settings.asOf === null ? await unfinishedRun(store) : undefined;
    const asOf = unfinished?.asOf ?? auditDate(settings, terminal.now());
    await guardRegistry(store, options);
    const baseline = await readBaseline(settings, terminal, {
      store,
      reported: { registry: { ...registry, sha256: '' } },
    });
    const journal = await openStoreJournal({
      store,
      registry,
      agencies,
      packs,
      asOf,
      strictSection: settings.strictSection,
      reviewBelow: settings.reviewBelow,
      version: toolVersion(),
      settings: options.recorded,
      reviews: options.reviews,
      resume: settings.resume,
      now: terminal.now,
      onFailure: options.onFailure,
    });
    const held = lock;
    return {
      asOf,
      journal,
      memory: memoryOf(store),
      baseline,
      extras: async (run) => {
        const kept = (await store.runs()).find(({ id }) => id === journal.runId);
        return kept === undefined ? {} : storedExtras(store, kept, run.agencies, settings);
      },
      close: async () => {
        await held.release();
        await store.close();
      },
    };
  } catch (error) {
    await lock?.release();
    await store.close();
    throw error;
  }
}

/** Shows what changed in the registry since its last run, and refuses one that lost more than a fifth of its agencies. */
export async function guardRegistry(
  store: Store,
  options: Pick<StoredAuditOptions, 'registry' | 'settings' | 'terminal' | 'acceptRegistryChange'>,
): Promise<void> {
  const { registry, settings, terminal, acceptRegistryChange } = options;
  const last = (await store.runs()).findLast((run) => run.registry.path === registry.path);
  if (last === undefined || last.registry.sha256 === registry.sha256) return;
  const { compareRegistries, shrankTooMuch } = await import('../registry/compare-registries.ts');
  const before = await store.registry(last.registry.sha256);
  const changes = compareRegistries(before, registry.agencies);
  const words = texts[settings.lang];
  if (shrankTooMuch(before, changes) && !acceptRegistryChange) {
    const removed = changes.removed.map(({ id }) => id);
    const shown = (rest: string) => `${removed.slice(0, 20).join(', ')}${removed.length > 20 ? rest : ''}`;
    throw new UserError(
      'registry-shrank',
      `The registry ${registry.path} lost ${removed.length} of its ${before.length} agencies since the last run: ${shown(' …')}`,
      {
        hint: 'If that is meant, say so with --accept-registry-change.',
        th: {
          message: `ทะเบียน ${registry.path} มีหน่วยงานหายไป ${removed.length} จาก ${before.length} แห่งนับจากการตรวจครั้งก่อน: ${shown(' …')}`,
          hint: 'ถ้าตั้งใจให้เป็นเช่นนั้น ให้เติม --accept-registry-change',
        },
      },
    );
  }
  if (settings.quiet) return;
  for (const line of changeLines(changes, words)) terminal.stderr.write(`${line}\n`);
}

function changeLines({ added, removed, changed }: RegistryChanges, words: (typeof texts)[Language]): string[] {
  const list = (items: readonly string[]): string =>
    `${items.slice(0, 12).join(', ')}${items.length > 12 ? ' …' : ''} (${items.length})`;
  const ids = (agencies: readonly Agency[]) => agencies.map(({ id }) => id);
  return [
    ...(added.length > 0 ? [`${words.added}: ${list(ids(added))}`] : []),
    ...(removed.length > 0 ? [`${words.removed}: ${list(ids(removed))}`] : []),
    ...(changed.length > 0
      ? [`${words.changed}: ${list(changed.map(({ after, fields }) => `${after.id} [${fields.join(' ')}]`))}`]
      : []),
  ];
}

const texts = {
  th: {
    added: 'ทะเบียน: หน่วยงานที่เพิ่ม',
    removed: 'ทะเบียน: หน่วยงานที่ตัดออก',
    changed: 'ทะเบียน: หน่วยงานที่แก้ไข',
  },
  en: {
    added: 'registry: agencies added',
    removed: 'registry: agencies removed',
    changed: 'registry: agencies changed',
  },
} as const;
