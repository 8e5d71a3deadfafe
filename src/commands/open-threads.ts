// Whether a run reads and judges in threads of its own, and in how many.
import { availableParallelism } from 'node:os';
import { type AgencyThreads, createAgencyThreads } from '../audit/agency-threads.ts';
import type { Settings } from '../config.ts';
import type { Pack } from '../judge/pack.ts';

/** A thread starts in about a second of processor time: fewer agencies save less. */
const worthwhile = 40;
/** By default. More than these keep the main thread, which holds the network, too busy. */
const most = 4;

type ThreadSettings = Pick<Settings, 'threads' | 'concurrency'>;

/** 0 where the main thread does as well: few agencies, one at once, one processor. */
export function threadsFor(
  { threads, concurrency }: ThreadSettings,
  agencies: number,
  processors = availableParallelism(),
): number {
  if (threads !== null) return Math.min(threads, concurrency, agencies);
  const useful = Math.min(processors, most, concurrency);
  return useful > 1 && agencies >= worthwhile ? useful : 0;
}

/** Undefined for none. Close it. */
export function openThreads(
  settings: ThreadSettings,
  packs: readonly Pack[],
  now: () => number,
  agencies: number,
): AgencyThreads | undefined {
  const threads = threadsFor(settings, agencies);
  return threads === 0 ? undefined : createAgencyThreads({ threads, packs, now });
}
