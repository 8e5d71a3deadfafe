// A page of a tracking system: one project of the agency's plan under its name, with how far it has come and what it was given or
// what was spent on it, each in a line of its own. Pure.
import { findAmounts } from '../text/amount.ts';
import { findPhrases } from '../text/phrase.ts';
import { isFilled } from './cell-value.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ColumnId } from './pack.ts';
import { projectKey } from './project-name.ts';
import type { IndexedSegment, ProjectRecord } from './records.ts';
import { type Planned, plannedAs } from './same-projects.ts';
import { columnIdsOf } from './table-head.ts';
import { reports } from './title-composed.ts';
import type { Unit } from './unit.ts';
import { tellsOfWork } from './work-told.ts';

export interface ProjectPage {
  /** Of the project. */
  readonly key: string;
  readonly record: ProjectRecord;
  /** The page's, else that of the plan, where only one has the project. */
  readonly year: number | undefined;
}

/** Segments before the name, and after it that may hold the facts. */
const [before, after] = [2, 24];
/** Letters of a fact, and of what it is called: longer lines tell a story (of news, of a visit). */
const [longestFact, longestLabel] = [60, 40];

export function projectPage(lexicon: Lexicon, unit: Unit, planned: Planned): ProjectPage | undefined {
  if (unit.page.text.media !== 'html' || unit.lookalike !== undefined || (unit.own?.foreign.size ?? 0) > 0)
    return undefined;
  // The site's title for all of them may be a report's; a heading's is over more than one.
  if (unit.titleSegment !== undefined || [...(unit.own?.classes.keys() ?? [])].some((id) => !reports.has(id)))
    return undefined;
  const at = unit.segments.findIndex(({ segment }) => segment.kind === 'heading');
  if (at < 0 || at > before) return undefined;
  const { segment, index } = unit.segments[at]!;
  const name = segment.text.replace(code, '').trim();
  const key = projectKey(name);
  const years = plannedAs(key, planned);
  if (years === undefined || tellsOfOthers(unit, key, planned)) return undefined;
  const fields = factsIn(
    lexicon,
    unit.segments.slice(at + 1, at + 1 + after).filter((part) => !unit.linked.has(part.index)),
  );
  if (!fields.has('progress') || !(fields.has('spent') || fields.has('budget'))) return undefined;
  const record = { name, fields: new Map([['project', name] as const, ...fields]), segment: index };
  return { key, record, year: unit.year.year ?? (years.size === 1 ? [...years][0] : undefined) };
}

/** Another project of the plan is headed or told of. */
function tellsOfOthers({ segments, records, linked }: Unit, key: string, planned: Planned): boolean {
  const headed = segments.filter(({ segment, index }) => segment.kind === 'heading' && !linked.has(index));
  const names = [...headed.map(({ segment }) => segment.text.replace(code, '')), ...records.map(({ name }) => name)];
  return names.some((name) => projectKey(name) !== key && plannedAs(projectKey(name), planned) !== undefined);
}

/** A project's code before its name (HA-01, [P3]). */
const code = /^\s*\[?[A-Za-zก-ฮ]{1,5}[-.]?\d[\d.-]*\]?[\s:]+/u;

/** None where it tells what other lists tell (prices, bidders). */
function factsIn(lexicon: Lexicon, parts: readonly IndexedSegment[]): Map<ColumnId, string> {
  const fields = new Map<ColumnId, string>();
  const put = (id: ColumnId, text: string) => {
    if (!fields.has(id)) fields.set(id, text);
  };
  for (let at = 0; at < parts.length; at++) {
    const text = lineOf(parts[at]!);
    if (text.length > longestFact) continue;
    const [label, inLine] = halves(text);
    const next = parts[at + 1];
    const value = inLine ?? (next && lineOf(next).length <= longestFact ? lineOf(next) : undefined);
    const ids = label.length <= longestLabel && !/[0-9๐-๙]/u.test(label) ? columnIdsOf(lexicon, label) : none;
    if (ids.has('foreign')) return new Map();
    const named = value === undefined ? [] : told.filter((id) => ids.has(id) && isFilled(id, value));
    if (named.length > 0) {
      for (const id of named) put(id, value!);
      if (inLine === undefined) at++;
      continue;
    }
    const n = norm(text);
    const spent = findPhrases(lexicon.spentWords, n)[0];
    const amount = findAmounts(n).find(({ unit }) => unit !== 'percent');
    if (spent !== undefined && amount !== undefined && amount.start >= spent.end) put('spent', text);
    else if (findPhrases(lexicon.states, n).some(({ start }) => start === 0) || tellsOfWork(lexicon, text))
      put('progress', text);
  }
  return fields;
}

const none: ReadonlySet<ColumnId> = new Set();
const told = ['spent', 'budget', 'progress'] as const;

/** A row's two cells are a name and its value. */
function lineOf({ segment: { kind, cells, text } }: IndexedSegment): string {
  const filled = kind === 'row' ? (cells ?? []).filter((cell) => cell.trim() !== '') : [];
  return filled.length === 2 ? filled.map((cell) => cell.trim().replace(/:$/u, '')).join(': ') : text.trim();
}

/** What stands before and after a colon, or before a figure (Spent 73,260 THB). */
function halves(text: string): [string, string | undefined] {
  const colon = text.indexOf(':');
  if (colon > 0) return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  const figure = /^([^\d๐-๙]{3,}?)\s+([\d๐-๙][\s\S]*)$/u.exec(text);
  return figure === null ? [text, undefined] : [figure[1]!.trim(), figure[2]!];
}
