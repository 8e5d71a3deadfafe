// What the figures of a table tell of its columns, whatever they are headed: done of a target gives the per cent beside it, a
// budget less what was spent gives what is left. Pure.
import { isMoney } from './cell-value.ts';
import { norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import type { TableHead } from './table-head.ts';

type Rows = readonly (readonly string[])[];

/** Rows on which a sum must hold, and of those that have the figures at all, the share. */
const fewest = 2;
const share = 0.8;
const money: readonly ColumnId[] = ['budget', 'spent', 'balance'];
/** Columns whose figures are no amounts of anything. */
const counters: readonly ColumnId[] = ['number', 'period', 'foreign'];

export function addColumnsByArithmetic(head: TableHead, rows: Rows): void {
  addSpentByBalance(head, rows);
  addHadByBalance(head, rows);
  addDoneOfTarget(head, rows);
}

const is = ({ columns }: TableHead, at: number, ids: readonly ColumnId[]): boolean =>
  ids.some((id) => columns.get(at)?.has(id));

const known = ({ columns }: TableHead, id: ColumnId): boolean => [...columns.values()].some((set) => set.has(id));

function add({ columns }: TableHead, at: number, id: ColumnId): void {
  columns.set(at, new Set([...(columns.get(at) ?? []), id]));
}

function figure(cell: string | undefined): number | undefined {
  const text = norm(cell ?? '').text.replace(/[,\s%]/gu, '');
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
}

/** The sum holds on enough rows, and not only on rows of nothing. */
function holds<T>(rows: Rows, read: (row: readonly string[]) => T | undefined, sum: (figures: T) => boolean): boolean {
  const figures = rows.map(read).filter((entry) => entry !== undefined);
  const right = figures.filter(sum);
  return right.length >= fewest && right.length >= figures.length * share;
}

const triple =
  (a: number, b: number, c: number) =>
  (row: readonly string[]): readonly [number, number, number] | undefined => {
    const [x, y, z] = [figure(row[a]), figure(row[b]), figure(row[c])];
    return x === undefined || y === undefined || z === undefined || x === 0 ? undefined : [x, y, z];
  };

/** Two amounts make up a third, and one of them is what is left: the other was spent, though no heading says so. */
function addSpentByBalance(head: TableHead, rows: Rows): void {
  if (known(head, 'spent') || known(head, 'foreign')) return;
  const left = [...head.columns].find(([, ids]) => ids.has('balance'))?.[0];
  if (left === undefined) return;
  const others = [...head.headings.keys()].filter(
    (at) => at !== left && !is(head, at, [...counters, 'spent-percent']) && rows.some((row) => isMoney(row[at] ?? '')),
  );
  for (const had of others) {
    if (!is(head, had, ['budget']) && known(head, 'budget')) continue;
    for (const spent of others) {
      if (spent === had || is(head, spent, ['budget', 'target', 'result', 'progress'])) continue;
      if (takenBack.test(norm((head.headings.get(spent) ?? []).join(' ')).text)) continue;
      if (!holds(rows, triple(had, spent, left), isLeft)) continue;
      add(head, had, 'budget');
      add(head, spent, 'spent');
      return;
    }
  }
}

/** Over the match form: money that was moved or kept back is not spent (โอนลด, กันเงิน, ปรับลด). */
const takenBack = /โอน|กัน(?:เงิน|ไว้|งบ)|ปรับลด|ลดลง|^ลด|คืน|ตัด(?:ลด|งบ|ออก)|ส่งคืน|พับ|ยกเลิก|transfer|returned|reduc/u;

/** What was spent and what is left make up what was had (ได้ | ใช้ | เหลือ): money, whatever its heading may mean elsewhere. */
function addHadByBalance(head: TableHead, rows: Rows): void {
  if (known(head, 'budget') || known(head, 'foreign')) return;
  const of = (id: ColumnId): number | undefined => [...head.columns].find(([, ids]) => ids.has(id))?.[0];
  const [spent, left] = [of('spent'), of('balance')];
  if (spent === undefined || left === undefined) return;
  const had = [...head.headings.keys()].find(
    (at) =>
      at !== spent &&
      at !== left &&
      !is(head, at, [...counters, 'project', 'owner', 'spent-percent']) &&
      holds(rows, triple(at, spent, left), isLeft),
  );
  if (had !== undefined) head.columns.set(had, new Set<ColumnId>(['budget']));
}

/** What was done of a target (2,880/4,320; or target and done side by side) gives the per cent of a further column. */
function addDoneOfTarget(head: TableHead, rows: Rows): void {
  if (known(head, 'progress') || known(head, 'result') || known(head, 'foreign')) return;
  const columns = [...head.headings.keys()].filter((at) => !is(head, at, [...counters, 'project', 'owner']));
  for (const rate of columns.filter((at) => !is(head, at, money))) {
    for (const done of columns.filter((at) => at !== rate && !is(head, at, money))) {
      if (holds(rows, (row) => ratioOf(row[done], row[rate]), isRate)) {
        setTold(head, done, rate);
        return;
      }
      // Two columns are of the work where the one is headed as a target, or the money spent stands elsewhere.
      for (const target of columns.filter((at) => at !== rate && at !== done && !is(head, at, money))) {
        if (!is(head, target, ['target']) && !(known(head, 'spent') && known(head, 'budget'))) continue;
        if (!holds(rows, triple(target, done, rate), ([a, b, c]) => isRate([b, a, c]))) continue;
        setTold(head, done, rate);
        return;
      }
    }
  }
}

/** What was reached of the target, and the rate that it is of it, stand side by side in the columns so headed. */
export function ratesTargets(head: TableHead, rows: Rows): boolean {
  const of = (id: ColumnId): number[] => [...head.columns].filter(([, ids]) => ids.has(id)).map(([at]) => at);
  return of('target').some((target) =>
    of('result').some((done) =>
      [...head.headings.keys()].some(
        (rate) =>
          rate !== target &&
          rate !== done &&
          /%|ร้อยละ|percent/u.test(norm((head.headings.get(rate) ?? []).join(' ')).text) &&
          holds(rows, triple(target, done, rate), ([a, b, c]) => isRate([b, a, c])),
      ),
    ),
  );
}

function setTold(head: TableHead, done: number, rate: number): void {
  add(head, done, 'result');
  head.columns.set(rate, new Set(['progress']));
}

function ratioOf(ratio: string | undefined, rate: string | undefined): readonly [number, number, number] | undefined {
  const parts = (ratio ?? '').split('/');
  if (parts.length !== 2) return undefined;
  const [done, target, percent] = [figure(parts[0]), figure(parts[1]), figure(rate)];
  return done === undefined || !target || percent === undefined ? undefined : [done, target, percent];
}

/** Of a budget, what was spent and what is left. */
export const isLeft = ([budget, spent, left]: readonly [number, number, number]): boolean =>
  Math.abs(budget - spent - left) < 1;

/** What was done of a target, and the per cent. */
export const isRate = ([done, target, rate]: readonly [number, number, number]): boolean =>
  Math.abs((done / target) * 100 - rate) < 0.6;
