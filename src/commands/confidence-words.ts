// What the signs of doubt are called in explanations, in both languages. Words only.
import type { Signal } from '../judge/confidence-signals.ts';
import type { Language } from '../report/catalogue/messages.ts';

export interface ConfidenceWords {
  readonly confidence: (share: string) => string;
  readonly lowered: string;
  readonly nothing: string;
  readonly signal: Readonly<Record<Signal, string>>;
}

export const confidenceWords: Readonly<Record<Language, ConfidenceWords>> = {
  en: {
    confidence: (share) => `Confidence ${share}`,
    lowered: 'lowered by',
    nothing: 'no sign of doubt that was found to matter',
    signal: {
      'other-wording': 'another accepted wording, not the announcement’s term',
      'stated-none': 'it is stated that there is none',
      'single-proof': 'only one page or document shows it',
      'named-by-label': 'a label or file name says what the content is, the content does not',
      'year-by-label': 'the year comes from a label or file name alone',
      'no-own-year': 'the content names other years than the accepted one',
      'target-silent': 'what the link leads to does not say of itself that it is this',
      'look-alike-around': 'something around it is named like what does not count',
      scant: 'hardly more than is asked for',
      'damaged-text': 'the text is damaged',
      ocr: 'recognised from pictures (OCR)',
      'partly-read': 'documents read only in part',
      'off-site': 'off-site',
      'outside-section': 'not under the plan link',
      contradicted: 'other content called the same does not show it',
      'no-plan': 'no link to the plan was found on the site',
      'nothing-seen': 'nothing at all was seen of it',
      'near-miss': 'content called so and of an accepted year falls short',
      'weak-name': 'something is named like it in weak words or in passing',
      'promise-unread': 'a link is called so, and its target was never read',
      unread: 'parts of the site could not be read',
      'left-unvisited': 'promising pages were left unvisited',
      'few-pages': 'two pages or fewer were read',
      'no-documents': 'no document was read',
      'unnamed-documents': 'documents that nothing names',
      'reads-unlike-it': 'what shows it is not like what is called so elsewhere',
      'reads-quite-unlike-it': 'it is not at all like it',
      'reads-like-it': 'something read is like what is called so elsewhere',
      'reads-much-like-it': 'it is much like it',
      'reads-just-like-it': 'it is just like it',
    },
  },
  th: {
    confidence: (share) => `ความเชื่อมั่น ${share}`,
    lowered: 'ลดลงเพราะ',
    nothing: 'ไม่มีข้อสงสัยที่มีน้ำหนัก',
    signal: {
      'other-wording': 'ใช้ถ้อยคำอื่นที่ยอมรับ ไม่ใช่คำตามประกาศ',
      'stated-none': 'ระบุว่าไม่มี',
      'single-proof': 'มีหน้าหรือเอกสารเดียวที่แสดง',
      'named-by-label': 'ชื่อลิงก์หรือชื่อไฟล์บอกว่าเป็นเอกสารนี้ แต่เนื้อหาไม่ได้บอก',
      'year-by-label': 'ทราบปีจากชื่อลิงก์หรือชื่อไฟล์เท่านั้น',
      'no-own-year': 'เนื้อหาระบุปีอื่น ไม่ใช่ปีที่ใช้ได้',
      'target-silent': 'ปลายทางของลิงก์ไม่ได้บอกว่าเป็นเอกสารนี้',
      'look-alike-around': 'บริเวณเดียวกันมีชื่อคล้ายสิ่งที่ไม่นับ',
      scant: 'มีเนื้อหาเพียงเล็กน้อยเกินที่กำหนด',
      'damaged-text': 'ข้อความเสียหาย',
      ocr: 'อ่านจากภาพ (OCR)',
      'partly-read': 'อ่านเอกสารได้เพียงบางส่วน',
      'off-site': 'อยู่นอกเว็บไซต์',
      'outside-section': 'ไม่ได้อยู่ใต้ลิงก์แผน',
      contradicted: 'มีเนื้อหาอื่นที่เรียกชื่อเดียวกันแต่ไม่แสดงสิ่งนี้',
      'no-plan': 'ไม่พบลิงก์แผนในเว็บไซต์',
      'nothing-seen': 'ไม่พบสิ่งใดที่เกี่ยวข้องเลย',
      'near-miss': 'มีเนื้อหาที่เรียกชื่อนี้และเป็นปีที่ใช้ได้ แต่ยังไม่ครบ',
      'weak-name': 'มีชื่อคล้ายหรือกล่าวถึงไว้',
      'promise-unread': 'มีลิงก์ชื่อนี้ แต่ไม่ได้อ่านปลายทาง',
      unread: 'บางส่วนของเว็บไซต์อ่านไม่ได้',
      'left-unvisited': 'ยังมีหน้าที่น่าจะเกี่ยวข้องเหลืออยู่',
      'few-pages': 'อ่านได้ไม่เกินสองหน้า',
      'no-documents': 'ไม่ได้อ่านเอกสารใด',
      'unnamed-documents': 'มีเอกสารที่ไม่มีชื่อบอก',
      'reads-unlike-it': 'ข้อความที่พบไม่คล้ายกับที่หน่วยงานอื่นเผยแพร่ในเรื่องนี้',
      'reads-quite-unlike-it': 'ข้อความนั้นไม่คล้ายเลย',
      'reads-like-it': 'มีข้อความคล้ายกับที่หน่วยงานอื่นเผยแพร่ในเรื่องนี้',
      'reads-much-like-it': 'ข้อความนั้นคล้ายมาก',
      'reads-just-like-it': 'ข้อความนั้นคล้ายจนแทบไม่ต่าง',
    },
  },
};
