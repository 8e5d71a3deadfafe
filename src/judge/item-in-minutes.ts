// A numbered item of minutes in which somebody tells how the year's plan stands (๒. ปลัดแจ้งว่าแผนปฏิบัติราชการปี 2569 … ถึงวันนี้เป็นอย่างนี้),
// and under it line by line the works, each with what was spent and how far it is. Pure.
import type { Lexicon } from './lexicon.ts';
import { planByName } from './plan-by-name.ts';
import { isProjectName, projectKey } from './project-name.ts';
import type { ProjectRecord } from './records.ts';
import type { Survey } from './survey.ts';
import { readTitle, type TitleReading } from './title.ts';
import { plainOf, toldFacts } from './told-line.ts';
import type { Unit } from './unit.ts';
import { type Line, linesOf } from './unit-lines.ts';

export interface ToldItem {
  readonly named: TitleReading;
  readonly records: readonly ProjectRecord[];
}

/** Letters of the line that leads to the works, and of one that tells of one; works from which they are the plan's. */
const [longestLead, longestLine, fewest] = [500, 500, 2];
const [shortestName, longestName] = [4, 90];

export function toldUnderItem(survey: Survey, unit: Unit): ToldItem | undefined {
  const lines = linesOf(unit).filter(({ segment }) => segment.kind !== 'row');
  for (const [at, lead] of lines.entries()) {
    const named = leadsToPlan(survey, lead);
    if (named === undefined) continue;
    const rest = lines.slice(at + 1);
    const next = rest.findIndex(({ segment }) => item.test(segment.text) || ofAgenda.test(segment.text));
    const records = works(survey.lexicon, next < 0 ? rest : rest.slice(0, next));
    if (records.length >= fewest) return { named, records };
  }
  return undefined;
}

/** It speaks of the annual plan, of no other body's and no other plan, and says that what became of it follows. */
function leadsToPlan({ lexicon, agency }: Survey, { segment, text }: Line): TitleReading | undefined {
  if (segment.text.length > longestLead || !leads.test(text)) return undefined;
  const at = plan.exec(text);
  if (at === null) return undefined;
  const named = readTitle(lexicon, at[0], agency);
  const { classes, mentions, lookalikes, foreign } = named;
  if (foreign.size > 0 || lookalikes.length > 0) return undefined;
  return classes.has('annual-plan') || mentions.has('annual-plan') ? named : undefined;
}

function works(lexicon: Lexicon, lines: readonly Line[]): ProjectRecord[] {
  const found = new Map<string, ProjectRecord>();
  for (const { index, segment } of lines) {
    if (segment.text.length > longestLine) continue;
    const plain = plainOf(segment.text).replace(bullet, '');
    const facts = toldFacts(plain);
    const progress = facts?.result ?? facts?.progress;
    if (facts?.spent === undefined || progress === undefined) continue;
    const name = plain.slice(0, facts.first).trim();
    if (name.length < shortestName || name.length > longestName || !isProjectName(lexicon, name)) continue;
    const fields = new Map([
      ['project', name],
      ['progress', progress],
      ['spent', facts.spent],
    ] as const);
    if (!found.has(projectKey(name))) found.set(projectKey(name), { name, fields, segment: index });
  }
  return [...found.values()];
}
const bullet = /^[\s\-–—•*]*(?:[(]?[0-9]{1,2}[.)]{1,2} )?/u;
/** Minutes number what they tell of. */
const item = /^\s*(?:เรื่องที่|ข้อ)?\s*[(]?[0-9๐-๙]{1,2}[.)]/u;
const ofAgenda = /^\s*(?:(?:ระเบียบ)?วาระ|เลิกประชุม|ปิดประชุม|มติ)/u;

/** Over the match form, as the next: up to its year. */
const plan = new RegExp(`${planByName}[^\\n]{0,40}?(?:25)?[5-7]\\d(?!\\d)`, 'u');
const leads =
  /(?:ดังนี้|ดังต่อไปนี้|(?:เป็น)?อย่างนี้|ต่อไปนี้|ตามนี้|(?:ทำ|ไป|มา|เดิน|คืบหน้า|ก้าวหน้า)(?:ได้)?ถึงไหน(?:แล้ว)?|(?:ที)ละ(?:เรื่อง|งาน|โครงการ)|:)[^\p{L}]*$/u;
