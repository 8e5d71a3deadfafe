// Words of the letter to an agency, in both languages. Words only; the letter's form is letter-template.ts.
import type { Language } from './messages.ts';

export interface LetterTexts {
  /** Heads of lines. */
  readonly number: string;
  readonly date: string;
  readonly from: string;
  readonly memo: string;
  /** Stand where the office has not given its own words. */
  readonly blank: {
    readonly number: string;
    readonly date: string;
    readonly office: string;
    readonly signer: string;
    readonly position: string;
    readonly contact: string;
  };
  readonly subject: string;
  readonly subjectText: string;
  readonly to: string;
  readonly enclosure: string;
  readonly enclosureText: string;
  readonly intro: string;
  readonly foundHead: string;
  readonly missingHead: string;
  readonly uncheckedHead: string;
  readonly closing: string;
  readonly respectfully: string;
  readonly item: string;
  readonly topic: string;
  readonly finding: string;
  readonly todo: string;
  readonly place: string;
  readonly cause: string;
  readonly none: { readonly found: string; readonly missing: string; readonly unchecked: string };
  readonly noWebsite: string;
}

const th: LetterTexts = {
  number: 'ที่',
  date: 'วันที่',
  from: 'ส่วนราชการ',
  memo: 'บันทึกข้อความ',
  blank: {
    number: '........................',
    date: '...... ........................ ..........',
    office: '(ชื่อส่วนราชการเจ้าของหนังสือ)\n(ที่ตั้ง)',
    signer: '........................................',
    position: '(ตำแหน่ง)',
    contact: '(ส่วนราชการเจ้าของเรื่อง)\nโทร. ....................\nไปรษณีย์อิเล็กทรอนิกส์ ....................',
  },
  subject: 'เรื่อง',
  subjectText: 'แจ้งผลการตรวจการเผยแพร่แผนปฏิบัติราชการประจำปีบนเว็บไซต์',
  to: 'เรียน',
  enclosure: 'สิ่งที่ส่งมาด้วย',
  enclosureText: 'รายงานผลการตรวจของหน่วยงาน จำนวน ๑ ชุด',
  intro:
    'ตามที่ได้กำหนดให้หน่วยงานเผยแพร่แผนปฏิบัติราชการประจำปีและผลการดำเนินงานบนเว็บไซต์ของหน่วยงาน นั้น ได้ตรวจเว็บไซต์ {{website}} ของ {{agency}} ตามเกณฑ์ของปีงบประมาณ {{fiscalYear}} เมื่อวันที่ {{checked}} โดยเปิดดู {{pages}} หน้า และเอกสาร {{documents}} ฉบับ ผลปรากฏว่า พบตามเกณฑ์บังคับ {{met}} ข้อ จากทั้งหมด {{required}} ข้อ สถานะ {{status}} มีรายละเอียดดังนี้',
  foundHead: 'สิ่งที่พบ',
  missingHead: 'สิ่งที่ยังไม่พบ และสิ่งที่ควรเผยแพร่',
  uncheckedHead: 'สิ่งที่ตรวจไม่ได้ หรือต้องให้เจ้าหน้าที่ตรวจดู',
  closing:
    'จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง หากเห็นว่าผลการตรวจคลาดเคลื่อน โปรดแจ้งที่อยู่ของหน้าเว็บหรือเอกสารที่เผยแพร่แล้ว เพื่อตรวจสอบใหม่',
  respectfully: 'ขอแสดงความนับถือ',
  item: 'ข้อ',
  topic: 'รายการ',
  finding: 'รายการและผลการตรวจ',
  todo: 'สิ่งที่ควรทำ',
  place: 'อยู่ที่',
  cause: 'รายการและเหตุ',
  none: { found: 'ยังไม่พบรายการใด', missing: 'ไม่มี', unchecked: 'ไม่มี' },
  noWebsite: '(ไม่มีเว็บไซต์ในทะเบียน)',
};

const en: LetterTexts = {
  number: 'Ref.',
  date: 'Date',
  from: 'From',
  memo: 'MEMORANDUM',
  blank: {
    number: '........................',
    date: '....................',
    office: '(name of the issuing office)\n(address)',
    signer: '........................................',
    position: '(position)',
    contact: '(responsible unit)\nTel. ....................\nE-mail ....................',
  },
  subject: 'Subject:',
  subjectText: 'Result of the check of your annual action plan’s publication',
  to: 'To:',
  enclosure: 'Enclosure:',
  enclosureText: 'the report of your agency, 1 copy',
  intro:
    'Agencies are to publish their annual action plan and its results on their websites. The website {{website}} of {{agency}} was checked against the criteria of fiscal year {{fiscalYear}} on {{checked}}; {{pages}} pages and {{documents}} documents were read. Of {{required}} required criteria, {{met}} are met; the status is: {{status}}. In detail:',
  foundHead: 'Found',
  missingHead: 'Not found, and what to publish',
  uncheckedHead: 'Could not be checked, or needs a person’s look',
  closing:
    'Please take the steps named above. If you find this result mistaken, tell us the address of the page or document that you have published, and it will be checked again.',
  respectfully: 'Yours sincerely,',
  item: 'No.',
  topic: 'Criterion',
  finding: 'Criterion and finding',
  todo: 'What to do',
  place: 'Where',
  cause: 'Criterion and cause',
  none: { found: 'Nothing yet', missing: 'None', unchecked: 'None' },
  noWebsite: '(no website registered)',
};

const texts: Readonly<Record<Language, LetterTexts>> = { th, en };

export function letterTextsOf(language: Language): LetterTexts {
  return texts[language];
}
