// Rows of a table that say nothing but the programme that the rows under them belong to. Pure.
import { lettersIn } from './cell-value.ts';
import { norm } from './lexicon.ts';

/** The programme that a row names alone (ก | แผนงานยุทธศาสตร์ | | |), if it does. */
export type ProgrammeOf = (row: readonly string[]) => string | undefined;

/**
 * Of a table of so many `columns`. `caption`: the line above it, which may say that its rows are in order of strategies; whatever stands
 * alone in a row is one then.
 */
export function programmeRows(columns: number, caption: string | undefined): ProgrammeOf {
  const grouped = caption !== undefined && inOrder.test(norm(caption).text);
  return (row) => {
    const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const name = filled.at(-1) ?? '';
    const alone = filled.length === 1 || (filled.length === 2 && lettersIn(filled[0]!) <= 1);
    if (!alone || Math.max(row.length, columns) <= 2) return undefined;
    return (grouped ? lettersIn(name) >= fewestLetters : programme.test(name)) ? name : undefined;
  };
}
const fewestLetters = 8;

/**
 * By its word, by the number of a strategic objective or issue (SO1 ท่าเรือมาตรฐาน) or of a side of the work (2. ด้านบริการประชาชน), or as
 * the Ministry of Public Health calls its four.
 */
const programme =
  /^(?:แผนงาน(?:\S{4}|(?:ที่)?\s*[0-9๐-๙]{1,2}\s+[\u0e01-\u0e4e]{4})|(?:ประเด็น)?ยุทธศาสตร์(?:ที่)?\s*[0-9๐-๙]{0,2}\s*[\u0e01-\u0e4e]{4}|(?:ประเด็น|กลยุทธ์|เป้าประสงค์)(?:ที่)?\s*[0-9๐-๙]{1,2}\s+[\u0e01-\u0e4e]{4}|S[OI]\s?[0-9๐-๙]{1,2}\s+[\u0e01-\u0e4e]{4}|[0-9๐-๙]{1,2}\s*[.)]?\s*(?:พัฒนา|งาน)?ด้าน[\u0e01-\u0e4e]{5}|(?:(?:P\s?&\s?P|PP\s?&\s?P|promotion|prevention|service|people|governance)[\s&]*)+excellence)/iu;
/** Over the match form. */
const inOrder = /(?:แยก|เรียง|จัดกลุ่ม|จำแนก|แบ่ง)(?:ลำดับ)?ตาม(?:ประเด็น)?(?:ยุทธศาสตร์|แผนงาน|กลยุทธ์|ประเด็น)/u;
