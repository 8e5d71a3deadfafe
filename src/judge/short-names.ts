// Projects that a list names in full and whoever speaks of them, in the paragraphs under it, by a part of the name (โครงการปรับสภาพบ้าน
// คนพิการ, and then: บ้านคนพิการได้เงินมา … โอนให้ช่างไป …). Pure.
import { repair } from '../text/repair.ts';
import { type Lexicon, norm } from './lexicon.ts';
import type { ProjectRecord } from './records.ts';
import type { Line } from './unit-lines.ts';
import { workFacts } from './work-line.ts';
import { tellsOfWork } from './work-told.ts';

/** Letters and marks of a part by which a name is known, and of a paragraph; projects that one item of an agenda lists. */
const [shortestPart, longestSpeech, mostNamed] = [8, 1200, 60];

/** Those of the projects of which it is told what was spent and how far they are. */
export function toldByShortNames(
  lexicon: Lexicon,
  named: readonly ProjectRecord[],
  lines: readonly Line[],
): ProjectRecord[] {
  const listed = new Set(named.map(({ segment }) => segment));
  const told = new Map<string, ProjectRecord>();
  for (const { index, segment } of lines) {
    if (listed.has(index) || segment.kind === 'row' || segment.text.length > longestSpeech) continue;
    const { text } = repair(segment.text);
    const places = named
      .slice(0, mostNamed)
      .flatMap((record) => {
        const at = placeOf(text, record.name.replace(lead, ''));
        return at === undefined ? [] : [{ record, at }];
      })
      .sort((one, other) => one.at - other.at);
    for (const [place, { record, at }] of places.entries()) {
      // What is said of the next one, or what is to be done, is no part of it.
      const [said = ''] = text.slice(at, places[place + 1]?.at).split(replies);
      const facts = workFacts(norm(said));
      const state = said.split(/\s+/u).find((part) => tellsOfWork(lexicon, part));
      if (facts?.spent === undefined || state === undefined || told.has(record.name)) continue;
      const fields = new Map([...record.fields, ['progress', state] as const, ['spent', said.trim()] as const]);
      told.set(record.name, { ...record, fields });
    }
  }
  return [...told.values()];
}

/** Where the text speaks of it by its whole name, by the end of it, or by its beginning. */
function placeOf(text: string, name: string): number | undefined {
  for (let length = name.length; length >= shortestPart; length -= 1) {
    for (const part of [name.slice(-length), name.slice(0, length)]) {
      // A vowel or mark begins no word, nor does a word end before one.
      if (mark.test(part) || part.trim().length < shortestPart) continue;
      const at = text.indexOf(part);
      if (at >= 0 && !mark.test(text.slice(at + part.length))) return at;
    }
  }
  return undefined;
}
const mark = /^[\u0e30-\u0e3a\u0e45-\u0e4e]/u;
/** A number, and the word itself. */
const lead = /^[\s\d๐-๙.()•*-]*(?:โครงการ|กิจกรรม)?\s*/u;
/** Whoever presides, or the meeting, answers. */
const replies = /\s(?=(?:ท่าน)?ประธาน|ที่ประชุม|มติ)/u;
