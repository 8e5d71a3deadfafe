// What can be wrong with a registry, in both languages. Texts only: who found it and where is the readers' work.
import type { Problem } from '../errors.ts';
import { agencyKinds } from '../model/registry.ts';
import type { Bilingual } from '../model/result.ts';

const kindList = agencyKinds.join(', ');

/** One function a fault; each says what stands there or what was expected, in one sentence. */
export const problemTexts = {
  unreadable: (detail: string): Bilingual => ({
    en: `the file cannot be read as what its name says: ${detail}`,
    th: `อ่านไฟล์ตามชนิดของนามสกุลไม่ได้: ${detail}`,
  }),
  encoding: (): Bilingual => ({
    en: 'the text is damaged (wrong character set); expected UTF-8 or windows-874: save it again as "CSV UTF-8"',
    th: 'ตัวอักษรเสียหาย (รหัสอักขระไม่ถูกต้อง) ต้องเป็น UTF-8 หรือ windows-874 ให้บันทึกใหม่เป็น "CSV UTF-8"',
  }),
  empty: (): Bilingual => ({
    en: 'there is no agency in it; expected at least one row below the headings',
    th: 'ไม่มีหน่วยงานในทะเบียน ต้องมีอย่างน้อยหนึ่งแถวใต้หัวตาราง',
  }),
  noHeadings: (): Bilingual => ({
    en: 'no row of headings was found; expected a row with id, name, kind and url (or รหัส, ชื่อหน่วยงาน, ประเภท, เว็บไซต์)',
    th: 'ไม่พบแถวหัวตาราง ต้องมีแถวที่มี รหัส, ชื่อหน่วยงาน, ประเภท และเว็บไซต์ (หรือ id, name, kind, url)',
  }),
  noSheet: (names: string): Bilingual => ({
    en: `the workbook has no sheet with data (sheets: ${names})`,
    th: `ไม่มีแผ่นงานที่มีข้อมูล (แผ่นงาน: ${names})`,
  }),
  missingColumn: (column: string, alias: string): Bilingual => ({
    en: `the column is missing; expected a heading "${column}" or "${alias}"`,
    th: `ไม่มีคอลัมน์นี้ ต้องมีหัวตาราง "${alias}" หรือ "${column}"`,
  }),
  unknownColumn: (suggestion: string | undefined, known: string): Bilingual => ({
    en: `unknown column${suggestion ? `; did you mean "${suggestion}"?` : ''} (known: ${known})`,
    th: `ไม่รู้จักคอลัมน์นี้${suggestion ? ` หมายถึง "${suggestion}" หรือไม่` : ''} (ที่รู้จัก: ${known})`,
  }),
  duplicateColumn: (column: string, first: string): Bilingual => ({
    en: `this column stands twice: "${first}" already is ${column}`,
    th: `คอลัมน์ซ้ำ: "${first}" เป็น ${column} อยู่แล้ว`,
  }),
  noHeading: (): Bilingual => ({
    en: 'there is data in a column without a heading; expected a heading or an empty cell',
    th: 'มีข้อมูลในคอลัมน์ที่ไม่มีหัวตาราง ต้องใส่หัวตารางหรือลบข้อมูล',
  }),
  notARecord: (): Bilingual => ({
    en: 'expected a list of agencies, each with id, name, kind and url',
    th: 'ต้องเป็นรายการหน่วยงาน แต่ละรายการมี id, name, kind และ url',
  }),
  notAText: (expected: string): Bilingual => ({
    en: `expected ${expected}`,
    th: `ต้องเป็น${expected === 'a text' ? 'ข้อความ' : expected === 'a list of texts' ? 'รายการข้อความ' : ` ${expected}`}`,
  }),
  missing: (): Bilingual => ({ en: 'is empty; a value is required', th: 'ว่างอยู่ ต้องมีค่า' }),
  badId: (suggestion: string | undefined): Bilingual => ({
    en: `expected 1 to 64 letters a–z, digits, ".", "_" or "-", beginning with a letter or digit${suggestion ? `, such as "${suggestion}"` : ''}`,
    th: `ต้องเป็นตัวอักษร a–z ตัวเลขอารบิก "." "_" หรือ "-" ยาว 1 ถึง 64 ตัว ขึ้นต้นด้วยตัวอักษรหรือตัวเลข${suggestion ? ` เช่น "${suggestion}"` : ''}`,
  }),
  duplicateId: (line: number | undefined, original: string): Bilingual => ({
    en: `the id is used twice; expected each id once (first: "${original}"${line === undefined ? '' : ` in row ${line}`})`,
    th: `รหัสซ้ำกับ "${original}"${line === undefined ? '' : ` ในแถว ${line}`} ต้องไม่ซ้ำกัน`,
  }),
  badKind: (suggestion: string | undefined): Bilingual => ({
    en: `unknown kind of agency${suggestion ? `; did you mean "${suggestion}"?` : ''} Expected one of ${kindList}, or a Thai name such as อบต., เทศบาลตำบล, โรงพยาบาล`,
    th: `ไม่รู้จักประเภทหน่วยงาน${suggestion ? ` หมายถึง "${suggestion}" หรือไม่` : ''} ต้องเป็นอย่างใดอย่างหนึ่งใน ${kindList} หรือชื่อไทย เช่น อบต., เทศบาลตำบล, โรงพยาบาล`,
  }),
  badUrl: (suggestion: string | undefined): Bilingual => ({
    en: `expected one absolute address beginning with http:// or https://${suggestion ? `, such as "${suggestion}"` : ''}`,
    th: `ต้องเป็นที่อยู่เว็บเต็มหนึ่งรายการที่ขึ้นต้นด้วย http:// หรือ https://${suggestion ? ` เช่น "${suggestion}"` : ''}`,
  }),
  urlCredentials: (): Bilingual => ({
    en: 'expected an address without a user name or password in it',
    th: 'ที่อยู่เว็บต้องไม่มีชื่อผู้ใช้หรือรหัสผ่าน',
  }),
  badHost: (suggestion: string | undefined): Bilingual => ({
    en: `expected a host name without scheme and path, a port allowed, several separated by ";"${suggestion ? `, such as "${suggestion}"` : ''}`,
    th: `ต้องเป็นชื่อโฮสต์ที่ไม่มี https:// และไม่มีเส้นทาง ใส่พอร์ตได้ คั่นหลายรายการด้วย ";"${suggestion ? ` เช่น "${suggestion}"` : ''}`,
  }),
  badEmail: (): Bilingual => ({
    en: 'expected one e-mail address, such as plan@example.go.th',
    th: 'ต้องเป็นอีเมลหนึ่งรายการ เช่น plan@example.go.th',
  }),
  badExempt: (): Bilingual => ({
    en: 'expected "criterion: reason" or "criterion: reason (until 2026-12-31)", several separated by ";"',
    th: 'ต้องเป็น "เกณฑ์: เหตุผล" หรือ "เกณฑ์: เหตุผล (ถึง 31/12/2569)" คั่นหลายรายการด้วย ";"',
  }),
  badExemptDate: (date: string): Bilingual => ({
    en: `"${date}" is no date; expected (until 2026-12-31) or (ถึง 31/12/2569)`,
    th: `"${date}" ไม่ใช่วันที่ ต้องเป็น (ถึง 31/12/2569) หรือ (until 2026-12-31)`,
  }),
  duplicateExempt: (criterion: string): Bilingual => ({
    en: `"${criterion}" is exempted twice`,
    th: `ยกเว้น "${criterion}" ซ้ำ`,
  }),
  unknownCriterion: (criterion: string, suggestion: string | undefined, known: string): Bilingual => ({
    en: `"${criterion}" is no criterion of the pack${suggestion ? `; did you mean "${suggestion}"?` : ''} (known: ${known})`,
    th: `ไม่มีเกณฑ์ "${criterion}" ในชุดเกณฑ์${suggestion ? ` หมายถึง "${suggestion}" หรือไม่` : ''} (ที่มี: ${known})`,
  }),
  formulaError: (): Bilingual => ({
    en: 'the cell holds a formula that has no usable value; expected plain text: paste it as a value',
    th: 'เซลล์เป็นสูตรที่ไม่มีค่า ให้วางเป็นค่า (ข้อความธรรมดา)',
  }),
} as const;

/** Builds a problem from a text and its place. */
export function problemAt(
  place: {
    readonly file: string;
    readonly line?: number | undefined;
    readonly field?: string;
    readonly value?: string;
  },
  text: Bilingual,
): Problem {
  return {
    file: place.file,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.field === undefined ? {} : { field: place.field }),
    ...(place.value === undefined ? {} : { value: place.value }),
    message: text.en,
    messageTh: text.th,
  };
}
