// One run at a time on one data folder or database. The lock is the operating system's or the server's: it ends with the
// process that holds it, however that dies, so there is no stale lock to clear away.
import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '../errors.ts';

/** Who holds a lock, for the one who is refused. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 UTC. */
  readonly since: string;
}

export interface RunLock {
  release(): Promise<void>;
}

export function thisHolder(now: () => number): LockHolder {
  return { pid: process.pid, host: hostname(), since: new Date(now()).toISOString() };
}

/** A handle that nothing refers to is collected, and its lock with it: those held stand here, whatever the caller keeps. */
const held = new Set<DatabaseSync>();

/** Throws UserError `run-locked` when another process runs on the folder. The folder must exist. */
export function lockFolder(folder: string, holder: LockHolder): RunLock {
  const note = join(folder, 'run.lock.json');
  const db = new DatabaseSync(join(folder, 'run.lock'), { timeout: 0 });
  try {
    db.exec('begin exclusive');
  } catch (error) {
    db.close();
    if (((error as { errcode?: number }).errcode ?? 0) % 256 !== 5) throw error;
    throw lockedError(folder, readHolder(note));
  }
  held.add(db);
  writeFileSync(note, `${JSON.stringify(holder)}\n`);
  return {
    release: async () => {
      held.delete(db);
      writeFileSync(note, '');
      db.exec('rollback');
      db.close();
    },
  };
}

function readHolder(note: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) as LockHolder;
  } catch {
    // The holder is just writing it.
    return undefined;
  }
}

export function lockedError(place: string, holder: LockHolder | undefined): UserError {
  const who = holder === undefined ? '' : ` (process ${holder.pid} on ${holder.host}, since ${holder.since})`;
  const whoTh = holder === undefined ? '' : ` (โพรเซส ${holder.pid} บนเครื่อง ${holder.host} ตั้งแต่ ${holder.since})`;
  return new UserError('run-locked', `Another run is using ${place}${who}.`, {
    hint: 'Wait until it has finished, or name another folder with --data.',
    th: {
      message: `มีการตรวจอื่นใช้ ${place} อยู่${whoTh}`,
      hint: 'รอให้การตรวจนั้นเสร็จ หรือระบุโฟลเดอร์อื่นด้วย --data',
    },
  });
}
