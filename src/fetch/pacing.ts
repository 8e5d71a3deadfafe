// Gives out turns to make requests: at most so many at once and never sooner than the delay, per host name and per network
// address. First come, first served. Makes no requests; its clock and sleep are given.

import type { FetchSettings } from './settings.ts';

/** How a request went, for the adaptive delay. */
export interface TurnResult {
  /** Time to the response head in ms; undefined when none came. */
  readonly responseMs?: number;
  /** `refused`: the server asked for less (429, 503, firewall); `failed`: time-out, reset, 5xx. */
  readonly outcome: 'ok' | 'refused' | 'failed';
}

export interface Turn {
  release(result: TurnResult): void;
}

export interface Pacing {
  /** Waits for a turn. Rejects with the signal's reason when aborted while waiting. */
  acquire(host: string, address: string, signal?: AbortSignal): Promise<Turn>;
  /** Shortest time between two starts on this host, from robots.txt; also one request at a time. */
  setCrawlDelay(host: string, ms: number): void;
  /** No starts on this host for so long (Retry-After). */
  pause(host: string, ms: number): void;
  /** Present delay between two starts on the host, in ms. */
  delayOf(host: string): number;
  /** Ends the pending sleep, so that nothing keeps the process alive. Waiters are their callers' to abort. */
  close(): void;
}

type PacingSettings = Pick<FetchSettings, 'perHost' | 'perAddress' | 'minDelayMs' | 'maxDelayMs' | 'now' | 'sleep'>;

/** State of one host name or one address. */
interface Lane {
  limit: number;
  active: number;
  lastStart: number;
  pausedUntil: number;
  crawlDelayMs: number;
  /** Smoothed response time. */
  responseMs: number;
  /** Added after refusals and failures, halved by each success. */
  penaltyMs: number;
}

interface Waiter {
  readonly lanes: readonly Lane[];
  readonly start: (turn: Turn) => void;
}

/** More lanes than this are pruned of idle ones: a national run sees tens of thousands of hosts. */
const maxLanes = 4000;

/** Pacing over the settings' limits and clock. */
export function createPacing(settings: PacingSettings): Pacing {
  const lanes = new Map<string, Lane>();
  let waiters: Waiter[] = [];
  let pruneAt = maxLanes;
  let wakeAt = Number.POSITIVE_INFINITY;
  const closing = new AbortController();

  function lane(key: string, limit: number): Lane {
    let found = lanes.get(key);
    if (found === undefined) {
      if (lanes.size >= pruneAt) prune();
      found = {
        limit,
        active: 0,
        lastStart: Number.NEGATIVE_INFINITY,
        pausedUntil: 0,
        crawlDelayMs: 0,
        responseMs: 0,
        penaltyMs: 0,
      };
      lanes.set(key, found);
    }
    return found;
  }

  function prune(): void {
    const waited = new Set(waiters.flatMap((waiter) => waiter.lanes));
    for (const [key, idle] of lanes) {
      if (idle.active === 0 && idle.crawlDelayMs === 0 && !waited.has(idle) && readyAt(idle) <= settings.now())
        lanes.delete(key);
    }
    // What could not go stays for a while: looking at it again at every new host would cost more than it saves.
    pruneAt = Math.max(maxLanes, lanes.size * 2);
  }

  function delay(of: Lane): number {
    if (settings.minDelayMs === 0) return of.crawlDelayMs;
    // A server that takes long gets its requests no faster than it answers them.
    const adaptive = Math.max(settings.minDelayMs, of.responseMs / of.limit) + of.penaltyMs;
    return Math.max(of.crawlDelayMs, Math.min(adaptive, Math.max(settings.maxDelayMs, settings.minDelayMs)));
  }

  function readyAt(of: Lane): number {
    return Math.max(of.lastStart + delay(of), of.pausedUntil);
  }

  function slotFree(of: Lane): boolean {
    return of.active < (of.crawlDelayMs > 0 ? 1 : of.limit);
  }

  /** Starts every waiter that may start, oldest first; a waiter held up by its own host does not hold up others. */
  function pump(): void {
    const now = settings.now();
    const remaining: Waiter[] = [];
    let next = Number.POSITIVE_INFINITY;
    for (const waiter of waiters) {
      const free = waiter.lanes.every(slotFree);
      const at = Math.max(...waiter.lanes.map(readyAt));
      if (free && at <= now) {
        begin(waiter, now);
      } else {
        remaining.push(waiter);
        if (free) next = Math.min(next, at);
      }
    }
    waiters = remaining;
    if (next < wakeAt) wake(next, now);
  }

  function wake(at: number, now: number): void {
    wakeAt = at;
    // At least one millisecond, so that a clock of coarser grain than the timer cannot spin.
    settings.sleep(Math.max(1, Math.ceil(at - now)), closing.signal).then(
      () => {
        if (wakeAt === at) wakeAt = Number.POSITIVE_INFINITY;
        pump();
      },
      () => {},
    );
  }

  function begin(waiter: Waiter, now: number): void {
    for (const each of waiter.lanes) {
      each.active += 1;
      each.lastStart = now;
    }
    let released = false;
    waiter.start({
      release(result) {
        if (released) return;
        released = true;
        for (const each of waiter.lanes) {
          each.active -= 1;
          learn(each, result);
        }
        pump();
      },
    });
  }

  function learn(of: Lane, { responseMs, outcome }: TurnResult): void {
    if (responseMs !== undefined)
      of.responseMs = of.responseMs === 0 ? responseMs : of.responseMs * 0.7 + responseMs * 0.3;
    if (outcome === 'ok') of.penaltyMs = of.penaltyMs < settings.minDelayMs ? 0 : of.penaltyMs / 2;
    else
      of.penaltyMs = Math.min(
        Math.max(of.penaltyMs * 2, settings.minDelayMs * (outcome === 'refused' ? 4 : 2)),
        settings.maxDelayMs,
      );
  }

  const hostLane = (host: string) => lane(`host ${host}`, settings.perHost);

  return {
    acquire(host, address, signal) {
      return new Promise<Turn>((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        const onAbort = () => {
          waiters = waiters.filter((each) => each !== waiter);
          reject(signal?.reason);
        };
        const waiter: Waiter = {
          lanes: [hostLane(host), lane(`address ${address}`, settings.perAddress)],
          start(turn) {
            signal?.removeEventListener('abort', onAbort);
            resolve(turn);
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiters.push(waiter);
        pump();
      });
    },
    setCrawlDelay(host, ms) {
      hostLane(host).crawlDelayMs = ms;
    },
    pause(host, ms) {
      const of = hostLane(host);
      of.pausedUntil = Math.max(of.pausedUntil, settings.now() + ms);
    },
    delayOf(host) {
      return delay(hostLane(host));
    },
    close: () => closing.abort(),
  };
}
