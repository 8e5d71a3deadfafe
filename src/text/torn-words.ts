// Everyday words of plans and reports whose marks a font or a converter set on the next letter (ประเมนิ, กจิ กรรม), lost
// (หนวยงาน, กจกรรม) or wrote as other signs (ร8อยละ, ส<งเสริม). Works on the match form; internal to text/.
//
// A word is known by its letters without marks. Its marks must then be shown to be the word's own, displaced or lost: text
// that is right as written is never touched, and no listed word becomes another word when its marks are lost.

import type { MappedText } from './draft.ts';
import { buildAutomaton } from './string-automaton.ts';
import { charClass, consonant, digit, isMark, isThai, latin, toneMark } from './thai-letters.ts';

/** Spelt right, in match form. */
const words: readonly string[] =
  `ปฏิบัติราชการ ปฏิบัติการ ปฏิบัติงาน ปฏิบัติ ดำเนินงาน ดำเนินการ ดำเนินกิจกรรม ดำเนินโครงการ ประจำปีงบประมาณ ประจำปีการศึกษา
  ปีงบประมาณ ปีการศึกษา ประเมินผล ประเมิน ติดตาม กำกับติดตาม กำกับดูแล ปัญหา อุปสรรค ข้อเสนอแนะ ข้อมูล กิจกรรม เบิกจ่าย ใช้จ่าย
  รายจ่าย ค่าใช้จ่าย ค่าตอบแทน สรุปผล วิธีการ วิเคราะห์ เครือข่าย พัฒนา ตัวชี้วัด วัตถุประสงค์ ยุทธศาสตร์ กลยุทธ์ รับผิดชอบ ผู้รับผิดชอบ การศึกษา
  ศึกษา บริหาร บริการ จัดทำ จัดสรร จัดซื้อจัดจ้าง ร้อยละ สำนักงาน คำสั่ง แต่งตั้ง บันทึก แก้ไข แล้วเสร็จ เสร็จสิ้น ระหว่าง จังหวัด ท้องถิ่น ส่วนราชการ
  หน่วยงาน ผลสัมฤทธิ์ สำเร็จ เป้าหมาย คุณภาพ ปรับปรุง ส่งเสริม สนับสนุน บุคลากร สาธารณสุข ทั้งสิ้น ได้รับ อนุมัติ ประชุม จัดประชุม ผูกพัน
  พื้นที่ หลักการ เหตุผล ก่อสร้าง ต่อเนื่อง ก้าวหน้า ผลผลิต ผลลัพธ์ ประสิทธิภาพ งบลงทุน เดือน กันยายน มีนาคม มิถุนายน สิงหาคม ตุลาคม กุมภาพันธ์
  ธันวาคม กลุ่มงาน เงินเดือน วัสดุ ครุภัณฑ์ ฝึกอบรม ผู้เรียน นักเรียน โรงเรียน บทสรุป ข้อจำกัด ขั้นตอน เผยแพร่ พึงพอใจ ผู้บริหาร ปรึกษา ชื่อโครงการ คงเหลือ อยู่ระหว่าง
  ใช้จริง จ่ายจริง ไม่บรรลุ บรรลุเป้าหมาย ไม่ได้ดำเนินการ ยังไม่ได้ดำเนินการ ดำเนินการแล้ว ลงนามในสัญญา ผู้เข้าร่วม`
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);

/**
 * What without (some of) its marks is another word or may be the end of one (จดทำ, ขอเสนอแนะ, สรุปงบประมาณ, คมนาคม, ท้องถนน):
 * only displaced marks are believed.
 */
const othersWithout: ReadonlySet<string> = new Set(
  `จัดทำ ข้อเสนอแนะ ข้อมูล เดือน ประชุม จัดประชุม สรุปผล บทสรุป หลักการ บริการ พื้นที่ ทั้งสิ้น ได้รับ คำสั่ง วัสดุ ก้าวหน้า สำเร็จ ปรึกษา ปีงบประมาณ
  ปีการศึกษา มีนาคม ท้องถิ่น ค่าตอบแทน ขั้นตอน ข้อจำกัด ชื่อโครงการ`.split(/\s+/),
);

interface Word {
  readonly text: string;
  /** Its letters without the marks. */
  readonly letters: string;
  /** Marks of each letter. */
  readonly marks: readonly string[];
  readonly canLose: boolean;
}

/** A word's letters, and of each the marks on it. */
function lettersAndMarks(text: string): { letters: string; marks: string[] } {
  let letters = '';
  const marks: string[] = [];
  for (let i = 0; i < text.length; i++) {
    if (isMark(text.charCodeAt(i))) marks.push((marks.pop() ?? '') + text[i]!);
    else {
      letters += text[i]!;
      marks.push('');
    }
  }
  return { letters, marks };
}

const known: readonly Word[] = words.map((text) => ({
  text,
  ...lettersAndMarks(text),
  canLose: !othersWithout.has(text),
}));

const byLetters: ReadonlyMap<string, Word> = new Map(known.map((word) => [word.letters, word]));

/** Signs that stand for marks in the fonts of some converters. */
const isSign = (c: number): boolean => charClass[c] === digit || charClass[c] === latin || otherSigns.includes(c);
const otherSigns: readonly number[] = [..."<>'[]"].map((ch) => ch.charCodeAt(0));

const automaton = buildAutomaton([...byLetters.keys()]);
/** Marks and signs are passed over. */
const letterOf = automaton.letterOf.map((letter, c) => (isMark(c) || isSign(c) ? automaton.passed : letter));
/** So is white space, in a text that still has it. */
const letterOfSpaced = letterOf.map((letter, c) => (c === 0x20 ? automaton.passed : letter));
const lettersByNumber: readonly string[] = [...byLetters.keys()];

interface Mend {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** White space is met only where it is passed over. */
const isFiller = (c: number): boolean => isMark(c) || isSign(c) || c === 0x20;

/** Where a word's last letter stands at `last`: what the word's span should be, unless it is right or not that word. */
function mendOf(text: string, last: number, word: Word): Mend | undefined {
  let end = last + 1;
  while (end < text.length && isMark(text.charCodeAt(end))) end++;
  // Nearly all words are right.
  const whole = end - word.text.length;
  const signed = isSign(text.charCodeAt(end)) && isThai(text.charCodeAt(end + 1));
  if (!signed && whole >= 0 && text.startsWith(word.text, whole)) return undefined;
  const fillers = word.marks.map(() => '');
  // A sign behind the word stands for a mark only where Thai goes on: several are a number or a name.
  if (signed) end++;
  fillers[fillers.length - 1] = text.slice(last + 1, end);
  let start = last;
  for (let i = fillers.length - 2; i >= 0; i--) {
    const to = start--;
    while (start > 0 && isFiller(text.charCodeAt(start))) start--;
    fillers[i] = text.slice(start + 1, to).replaceAll(' ', '');
  }
  const tail = fillers.at(-1)!;
  for (const kept of isSign(tail.charCodeAt(tail.length - 1)) ? [tail, tail.slice(0, -1)] : [tail]) {
    fillers[fillers.length - 1] = kept;
    if (fillers.every((marks, i) => sameMarks(marks, word.marks[i]!))) return undefined;
    if (moved(word, fillers) || lost(word, fillers))
      return { start, end: end - tail.length + kept.length, by: word.text };
  }
  return undefined;
}

/** In any order. */
function sameMarks(some: string, others: string): boolean {
  if (some === others) return true;
  return some.length > 1 && some.length === others.length && sorted(some) === sorted(others);
}

const sorted = (marks: string): string => [...marks].sort().join('');

/** All of the word's marks are there, on their letters or the next ones, or a sign stands for one of them. */
function moved({ marks }: Word, fillers: readonly string[]): boolean {
  let carried: string[] = [];
  for (let i = 0; i < marks.length; i++) {
    const own = [...marks[i]!];
    let signs = 0;
    for (const ch of fillers[i]!) {
      const from = carried.includes(ch) ? carried : own;
      const at = from.indexOf(ch);
      if (at >= 0) from.splice(at, 1);
      else if (isSign(ch.charCodeAt(0))) signs++;
      else return false;
    }
    for (; signs > 0; signs--) if ((carried.shift() ?? own.pop()) === undefined) return false;
    if (carried.length > 0) return false;
    carried = own;
  }
  return carried.length === 0;
}

/** Marks are missing, and those there stand where they should. */
function lost({ marks, canLose, letters }: Word, fillers: readonly string[]): boolean {
  if (!canLose || letters.length < 4) return false;
  return fillers.every((found, i) => [...found].every((mark) => marks[i]!.includes(mark)));
}

/** Of each word, what tells that its marks may be moved or lost; to be looked for all at once, in the match form. */
export const tornSigns: readonly string[] = [...new Set(known.flatMap(signsOf))];

function signsOf({ text, letters, marks, canLose }: Word): string[] {
  const signs: string[] = [];
  let before = ''; // right as far as here: the signs are those of the first marks moved or lost
  for (let i = 0; i + 1 < letters.length; i++) {
    const own = marks[i]!;
    const letter = letters[i]!;
    const lead = before.slice(-3) + letter;
    before += letter + own;
    if (own === '') continue;
    // Lost: all of them, or those that are drawn apart.
    if (canLose) {
      // As far as the next letter that has marks, which may be lost too.
      const next = marks.findIndex((of, at) => at > i && of !== '');
      const ahead = letters.slice(i + 1, Math.min(next < 0 ? letters.length : next + 1, i + 4));
      for (const left of new Set(['', withoutTones(own)])) signs.push(lead + left + ahead);
    }
    if (charClass[letters.charCodeAt(i + 1)] !== consonant) continue;
    for (const mark of own) {
      signs.push(lead + letters[i + 1]! + mark);
      for (const stays of own) if (stays !== mark) signs.push(lead + stays + letters[i + 1]! + mark);
    }
  }
  return signs.filter((sign) => !text.includes(sign));
}

function withoutTones(marks: string): string {
  return [...marks].filter((mark) => charClass[mark.charCodeAt(0)] !== toneMark).join('');
}

/** What is to be mended, by position and without overlaps; at most `most`. */
function findMends(text: string, most: number, table = letterOf): Mend[] {
  const { next, letters, mask, longestEnd, shorterEnd } = automaton;
  const found: Mend[] = [];
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    state = next[state * letters + table[text.charCodeAt(i)]!]!;
    if (state <= mask) continue;
    state &= mask;
    for (let e = longestEnd[state]!; e !== 0; e = shorterEnd[e - 1]!) {
      const mend = mendOf(text, i, byLetters.get(lettersByNumber[e - 1]!)!);
      if (mend === undefined) continue;
      found.push(mend);
      if (found.length >= most) return found;
      break;
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let done = 0;
  return found.filter(({ start, end }) => {
    if (start < done) return false;
    done = end;
    return true;
  });
}

/** Whether mendWords would change anything. */
export const isTorn = (text: string): boolean => findMends(text, 1).length > 0;

/** The text with such words mended; `spaced`: it is no match form, and white space may stand in the words too. */
export function mendWords(m: MappedText, spaced = false): MappedText {
  const mends = findMends(m.text, Number.POSITIVE_INFINITY, spaced ? letterOfSpaced : letterOf);
  if (mends.length === 0) return m;
  const pieces: string[] = [];
  const offsets: number[] = [];
  let done = 0;
  for (const { start, end, by } of mends) {
    pieces.push(m.text.slice(done, start), by);
    for (let i = done; i < start; i++) offsets.push(m.offsets[i]!);
    for (let i = 0; i < by.length; i++) offsets.push(m.offsets[Math.min(start + i, end - 1)]!);
    done = end;
  }
  pieces.push(m.text.slice(done));
  for (let i = done; i < m.offsets.length; i++) offsets.push(m.offsets[i]!);
  return { text: pieces.join(''), offsets: Uint32Array.from(offsets), damage: m.damage + mends.length };
}
