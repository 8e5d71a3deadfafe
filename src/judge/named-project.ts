// The one project that a line names as what it is about (รายงานผลโครงการ "…", รายงานผลโครงการส่งเสริม…), where it does. Pure.
import { type Lexicon, norm } from './lexicon.ts';

/** Over the match form: words after โครงการ that name no project, but whose, when, how many, or which of them. */
const general =
  /^\s*(?:ตาม|ใน|ของ|ทั้ง|ที่|และ|หรือ|ประจำ|ปี|พ\.?ศ|ไตรมาส|รอบ|ราย|เดือน|ต่าง|ทุก|แต่ละ|ภายใต้|ด้าน|งบ|จาก|เพื่อ|สำคัญ|เด่น|หลัก|นำร่อง|ขนาด|พัฒนา(?:จังหวัด|กลุ่มจังหวัด|ท้องถิ่น|อำเภอ|ตำบล)|พัฒนาตาม|กิจกรรม|งาน|แผน|อบต|อบจ|องค์การ|เทศบาล|โรงเรียน|โรงพยาบาล|สำนัก|วิทยาลัย|มหาวิทยาลัย|อำเภอ|กอง|เบิก|ใช้จ่าย|ให้|ได้|มี|เป็น|นี้|ดังกล่าว|ฯ|จะ|ไม่|ยัง|จำนวน|รวม|ณ|ครั้ง|ระดับ|[/,(\d–-])/u;

const quotes = /โครงการ\s*:?\s*["“”„‘']{1,2}([^"“”’'\n]{4,150})["“”’']/u;

/** The name in quotes after the word. */
export const quotedProject = (text: string): string | undefined => quotes.exec(norm(text).text)?.[1];

/** All names so told. */
export const quotedProjects = (text: string): string[] =>
  [...norm(text).text.matchAll(new RegExp(quotes, 'gu'))].map((match) => match[1]!);

/** The name after the word in a line of a title's length; of an agency or a place is none. */
export function projectNamedIn(lexicon: Lexicon, text: string): string | undefined {
  const line = text.split('\n', 1)[0]!;
  if (line.length > longestTitle) return undefined;
  const name = /(?:^|[^\p{L}\p{M}]|ของ|ผล|งาน|การ|กิจกรรม|ดำเนิน|ก้าวหน้า|คืบหน้า)โครงการ(\s*\S.*)$/u.exec(
    norm(line).text,
  )?.[1];
  if (name === undefined) return undefined;
  const said = name.trim();
  const school = calledSchool.test(said);
  if ((!school && general.test(name)) || isSentenceOn(name)) return undefined;
  if ((said.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return undefined;
  return !school && lexicon.bodies.some((body) => said.startsWith(body)) ? undefined : said;
}

/** Schools that are projects. */
const calledSchool = /^โรงเรียน(?:ผู้สูงอายุ|พ่อแม่|ปลอด|สีขาว|ชาวนา|ส่งเสริม|คุณธรรม|สุจริต|เบาหวาน|ต้นแบบ|อสม|ตาสับปะรด)/u;

const longestTitle = 220;
const fewestLetters = 8;

/** What goes on to say something of it. */
export const isSentenceOn = (name: string): boolean => /^\s*(?:บรรลุ|สามารถ|ดำเนิน|แล้วเสร็จ|อยู่ระหว่าง|สำเร็จ)/u.test(name);
