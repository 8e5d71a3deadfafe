// Projects under headings of their own, each with its money somewhere under it, in whatever words (captions of pictures, cards, answers to
// questions): that the same is told under heading after heading makes them a list. Pure.
import type { Segment } from '../model/document.ts';
import { repeatedWords } from './label-cards.ts';
import { type Lexicon, norm } from './lexicon.ts';
import { notOnCards } from './project-cards.ts';
import { isProjectName } from './project-name.ts';
import type { IndexedSegment } from './records.ts';
import { columnIdsOf } from './table-head.ts';
import { workFacts } from './work-line.ts';

/** Headings of one rank that name a project each, share of them under which money is told, and lines under each at most. */
const [fewest, most, mostLines] = [3, 0.75, 12];
const [longestName, longestLine] = [160, 400];

/** Their names, by place. */
export function costedHeadings(lexicon: Lexicon, segments: readonly IndexedSegment[]): ReadonlyMap<number, string> {
  // Cards of words and what they say are read as tables.
  if ([...repeatedWords(segments)].some((word) => columnIdsOf(lexicon, word).size > 0)) return new Map();
  const ofRank = new Map<number, number[]>();
  for (const [at, { segment }] of segments.entries()) {
    if (segment.kind !== 'heading') continue;
    const rank = segment.level ?? 6;
    ofRank.set(rank, [...(ofRank.get(rank) ?? []), at]);
  }
  // The outermost rank of which most have their money: what stands on a card may be set as large as a heading.
  for (const [rank, places] of [...ofRank].sort(([one], [other]) => one - other)) {
    const names = new Map<number, string>();
    let named = 0;
    for (const at of places) {
      const name = nameOf(lexicon, segments[at]!.segment.text);
      if (name === undefined) continue;
      named += 1;
      const lines = under(segments, at, rank);
      // Several works with their own money make it the heading of a group of them.
      if (lines.filter(({ kind, text }) => kind === 'item' && hasMoney(workFacts(norm(text)))).length > 1) continue;
      if (lines.some(({ text }, place) => tellsMoney(lexicon, text, lines[place + 1]?.text))) names.set(at, name);
    }
    if (names.size >= fewest && names.size >= named * most && new Set(names.values()).size === names.size) return names;
  }
  return new Map();
}

/** Lines under a heading, those of lower rank among them. */
function under(segments: readonly IndexedSegment[], at: number, rank: number): Segment[] {
  const rest = segments.slice(at + 1, at + 1 + mostLines);
  const end = rest.findIndex(({ segment }) => segment.kind === 'heading' && (segment.level ?? 6) <= rank);
  return (end < 0 ? rest : rest.slice(0, end))
    .map(({ segment }) => segment)
    .filter(({ kind, text }) => kind !== 'row' && text.length <= longestLine);
}

/** What it is given or was paid for it, in a sentence, or in a word and the sum under it. */
const tellsMoney = (lexicon: Lexicon, text: string, next: string | undefined): boolean =>
  hasMoney(workFacts(norm(text))) ||
  (next !== undefined && text.length <= longestWord && columnIdsOf(lexicon, text).has('budget') && sum.test(next));
const hasMoney = (facts: ReturnType<typeof workFacts>): boolean =>
  facts?.budget !== undefined || facts?.spent !== undefined;
const longestWord = 40;
const sum = /^[^\p{L}]*[0-9๐-๙][0-9๐-๙,.]{2,}\s*(?:ล้าน|แสน|พัน)?\s*บาท/u;

/** What the heading names, without the question that is asked of it. */
function nameOf(lexicon: Lexicon, text: string): string | undefined {
  if (text.length > longestName) return undefined;
  const name = text.replace(asked, '').replace(about, '').replace(whether, '').trim();
  return notOnCards.test(norm(name).text) || !isProjectName(lexicon, name) ? undefined : name;
}
const asked = /^[^\p{L}]*(?:ถาม|q|คำถาม)\s*(?:ข้อ)?(?:ที่)?\s*[0-9๐-๙]{0,2}\s*[:.)]\s*/iu;
const whether = /(?<=[ก-๎]{5})(?:ยัง|จะ|มี)[ก-๎]{0,16}หรือ[^\n]*$/u;
const about = /\s+(?:ทำ|ไป|เดิน|คืบหน้า|เสร็จ|ใช้เงิน|เห็น(?:บอก|ว่า)|ปีนี้)[^\n]*(?:ไหน|เท่าไร|เท่าไหร่|ไหม|หรือยัง|อย่างไร)?[^\n]*$/u;
