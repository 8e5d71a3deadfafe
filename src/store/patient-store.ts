// A store that waits while its database is away – restarted, failed over – instead of failing at once. Only for what is
// the same done twice, or refused the second time.
import type { Store } from './store.ts';

export interface PatienceOptions {
  /** How long one call waits for the database in all, ms. */
  readonly patienceMs: number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onTrouble?: (error: unknown) => void;
}

type Patient = Pick<
  Store,
  | 'putBody'
  | 'record'
  | 'body'
  | 'lastCapture'
  | 'extractions'
  | 'shared'
  | 'clock'
  | 'verdictsOf'
  | 'recordedAgencies'
  | 'runs'
  | 'packs'
  | 'registry'
>;

const firstWaitMs = 200;
const longestWaitMs = 5000;

export function patientStore(store: Store, options: PatienceOptions): Patient {
  const { patienceMs, sleep, onTrouble } = options;
  async function patiently<T>(call: () => Promise<T>): Promise<T> {
    let waited = 0;
    for (let wait = firstWaitMs; ; wait = Math.min(wait * 2, longestWaitMs)) {
      try {
        return await call();
      } catch (error) {
        if (!isAway(error) || waited >= patienceMs) throw error;
        onTrouble?.(error);
        await sleep(wait);
        waited += wait;
      }
    }
  }
  const { extractions, shared } = store;
  return {
    putBody: (sha256, body) => patiently(() => store.putBody(sha256, body)),
    record: (runId, record) => patiently(() => store.record(runId, record)),
    body: (sha256) => patiently(() => store.body(sha256)),
    lastCapture: (url) => patiently(() => store.lastCapture(url)),
    clock: () => patiently(() => store.clock()),
    verdictsOf: (runId, ids) => patiently(() => store.verdictsOf(runId, ids)),
    recordedAgencies: (runId) => patiently(() => store.recordedAgencies(runId)),
    runs: () => patiently(() => store.runs()),
    packs: (runId) => patiently(() => store.packs(runId)),
    registry: (sha256) => patiently(() => store.registry(sha256)),
    extractions: {
      get: (sha256, version) => patiently(async () => extractions.get(sha256, version)),
      put: (sha256, version, result) => patiently(async () => extractions.put(sha256, version, result)),
    },
    shared: {
      share: (run) => patiently(() => shared.share(run)),
      current: () => patiently(() => shared.current()),
      get: (runId) => patiently(() => shared.get(runId)),
      queued: (runId, at) => patiently(() => shared.queued(runId, at)),
      isRecorded: (runId, agencyId) => patiently(() => shared.isRecorded(runId, agencyId)),
      countRecorded: (runId) => patiently(() => shared.countRecorded(runId)),
      withReason: (runId, reason) => patiently(() => shared.withReason(runId, reason)),
      seal: (runId, agencies, at) => patiently(() => shared.seal(runId, agencies, at)),
      cancel: (runId, at) => patiently(() => shared.cancel(runId, at)),
      reopen: (runId) => patiently(() => shared.reopen(runId)),
    },
  };
}

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '40001', // serialization_failure
  '40P01', // deadlock_detected
]);

/** The database is not there, or took this call for one too many: the same call may do later. */
export function isAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && (awayCodes.has(code) || code.startsWith('08'))) return true;
  return /Connection terminated|connection timeout|Client has encountered a connection error|terminating connection/i.test(
    String(message ?? ''),
  );
}
