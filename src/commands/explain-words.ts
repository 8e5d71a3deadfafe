// What `planaudit explain` says beside the catalogue's words, in both languages. Words only.
import type { Lack } from '../judge/explain-content.ts';
import type { Reject } from '../judge/rejects.ts';
import type { Language } from '../report/catalogue/messages.ts';

export interface ExplainWords {
  readonly verdict: string;
  readonly accepted: (years: readonly number[] | 'any') => string;
  readonly wanted: string;
  readonly probes: string;
  readonly probe: Readonly<Record<'link' | 'resolves' | 'document' | 'rows' | 'passage', string>>;
  readonly together: string;
  readonly proofs: (count: number) => string;
  readonly weak: (count: number) => string;
  readonly against: (count: number) => string;
  readonly nothing: string;
  readonly contents: (count: number) => string;
  readonly noContents: string;
  readonly used: string;
  readonly classBy: Readonly<Record<'own' | 'label' | 'context' | 'file-name' | 'content', string>>;
  readonly grade: Readonly<Record<'term' | 'synonym' | 'weak', string>>;
  readonly year: string;
  readonly yearFrom: Readonly<Record<'own' | 'label' | 'around' | 'file' | 'none', string>>;
  readonly conflict: string;
  readonly gate: Readonly<Record<'ok' | 'unclear' | 'conflict' | 'outdated' | 'other', string>>;
  readonly counts: (records: number, tables: number, letters: number) => string;
  readonly fields: string;
  readonly inSection: string;
  readonly outsideSection: string;
  readonly offSite: string;
  readonly ocr: string;
  readonly partlyRead: string;
  readonly lacks: string;
  readonly lack: (lack: Lack) => string;
  readonly links: (count: number) => string;
  readonly onPage: string;
  readonly target: string;
  readonly targets: Readonly<Record<string, string>>;
  readonly yearNot: string;
  readonly rejects: (count: number) => string;
  readonly reject: Readonly<Record<Reject['kind'], string>>;
  readonly unread: (count: number) => string;
  readonly fit: Readonly<Record<'fits' | 'nothing' | 'other', string>>;
  readonly rating: (rating: number) => string;
  readonly trap: string;
  readonly coverage: string;
  readonly exhausted: string;
  readonly remedy: string;
  readonly more: (count: number) => string;
}

const en: ExplainWords = {
  verdict: 'Verdict',
  accepted: (years) =>
    years === 'any' ? 'any year counts' : `fiscal years accepted: ${years.map((year) => `B.E. ${year}`).join(', ')}`,
  wanted: 'Publications that could hold it',
  probes: 'What was looked for',
  probe: {
    link: 'a link that names',
    resolves: 'a link that leads somewhere, naming',
    document: 'a page or document whose content shows',
    rows: 'rows of projects with what is asked for, in',
    passage: 'a passage or column on it, in',
  },
  together: 'together with the next',
  proofs: (count) => `${count} ${count === 1 ? 'proof' : 'proofs'}`,
  weak: (count) => `${count} weak`,
  against: (count) => `${count} against`,
  nothing: 'nothing',
  contents: (count) => `Content that could hold it (${count})`,
  noContents: 'no page or document read is called so',
  used: 'the verdict cites it',
  classBy: {
    own: 'by its own title',
    label: 'by the link’s label',
    context: 'by what stands around the link',
    'file-name': 'by its file name',
    content: 'by what it holds',
  },
  grade: { term: 'own term', synonym: 'accepted wording', weak: 'weak wording' },
  year: 'year',
  yearFrom: {
    own: 'from its own words',
    label: 'from the link’s label',
    around: 'from what stands around the link',
    file: 'from the file name',
    none: 'no year found',
  },
  conflict: 'label and document disagree',
  gate: {
    ok: 'accepted year',
    unclear: 'year unclear',
    conflict: 'label and document disagree on the year',
    outdated: 'older than accepted',
    other: 'of a year to come',
  },
  counts: (records, tables, letters) => `${records} project rows in ${tables} tables, ${letters} letters of text`,
  fields: 'rows that have',
  inSection: 'under the plan link',
  outsideSection: 'not under the plan link',
  offSite: 'off-site',
  ocr: 'recognised from a picture (OCR)',
  partlyRead: 'read only in part',
  lacks: 'lacks',
  lack: (lack) => {
    switch (lack.kind) {
      case 'year':
        return `an accepted year (${en.gate[lack.gate]})`;
      case 'rows':
        return `project rows: ${lack.have} of ${lack.need}`;
      case 'field':
        return `${lack.any.join(' or ')} in rows: ${lack.have} of ${lack.need}`;
      case 'letters':
        return `letters of text: ${lack.have} of ${lack.need}`;
    }
  },
  links: (count) => `Links that name it (${count})`,
  onPage: 'on',
  target: 'target',
  targets: {
    read: 'read',
    'not-visited': 'not visited: the limit of this audit was reached',
    unvisited: 'not visited: not promising enough',
    'off-site': 'another website, not visited',
    'no-href': 'nothing to click',
    fragment: 'nothing to click (#)',
    script: 'a script without an address',
    invalid: 'no usable address',
    scheme: 'no web address',
  },
  yearNot: 'a year that is not accepted',
  rejects: (count) => `Passed over (${count})`,
  reject: {
    'look-alike': 'look-alike',
    mention: 'only mentions it',
    weak: 'wording too weak to count',
    'criteria-echo': 'pasted text of the requirement',
    boilerplate: 'menu, header or footer of the site',
    ignored: 'masked',
    'off-site-page': 'page of another website',
    'outside-section': 'not under the plan link (--strict-section)',
  },
  unread: (count) => `Not read (${count})`,
  fit: {
    fits: 'could hold it',
    nothing: 'its label says nothing, so it could hold it',
    other: 'is about something else',
  },
  rating: (rating) => `rated ${rating} of 100`,
  trap: 'looks like a crawler trap',
  coverage: 'Coverage',
  exhausted: 'everything promising was looked at',
  remedy: 'What would have made it met',
  more: (count) => `and ${count} more`,
};

const th: ExplainWords = {
  verdict: 'ผลการตรวจ',
  accepted: (years) => (years === 'any' ? 'ใช้ได้ทุกปี' : `ปีงบประมาณที่ใช้ได้: ${years.join(', ')}`),
  wanted: 'เอกสารประเภทที่อาจมีข้อมูลนี้',
  probes: 'สิ่งที่ค้นหา',
  probe: {
    link: 'ลิงก์ที่ระบุชื่อ',
    resolves: 'ลิงก์ที่เปิดได้ ซึ่งระบุชื่อ',
    document: 'หน้าหรือเอกสารที่เนื้อหาแสดง',
    rows: 'แถวโครงการที่มีข้อมูลตามที่กำหนด ใน',
    passage: 'ข้อความหรือคอลัมน์เรื่องนี้ ใน',
  },
  together: 'ต้องพบร่วมกับข้อถัดไป',
  proofs: (count) => `หลักฐาน ${count}`,
  weak: (count) => `ไม่หนักแน่น ${count}`,
  against: (count) => `ขัดแย้ง ${count}`,
  nothing: 'ไม่พบ',
  contents: (count) => `เนื้อหาที่อาจเป็นสิ่งที่ต้องการ (${count})`,
  noContents: 'ไม่มีหน้าหรือเอกสารที่อ่านได้ซึ่งมีชื่อเช่นนี้',
  used: 'ใช้เป็นหลักฐานของผลการตรวจ',
  classBy: {
    own: 'จากชื่อเรื่องของตัวเอง',
    label: 'จากข้อความของลิงก์',
    context: 'จากข้อความรอบลิงก์',
    'file-name': 'จากชื่อไฟล์',
    content: 'จากเนื้อหา',
  },
  grade: { term: 'ถ้อยคำตามประกาศ', synonym: 'ถ้อยคำอื่นที่ใช้ได้', weak: 'ถ้อยคำที่ไม่หนักแน่น' },
  year: 'ปี',
  yearFrom: {
    own: 'จากเนื้อหาเอง',
    label: 'จากข้อความของลิงก์',
    around: 'จากข้อความรอบลิงก์',
    file: 'จากชื่อไฟล์',
    none: 'ไม่พบปี',
  },
  conflict: 'ลิงก์กับเอกสารไม่ตรงกัน',
  gate: {
    ok: 'ปีใช้ได้',
    unclear: 'ปีไม่ชัดเจน',
    conflict: 'ลิงก์กับเอกสารระบุปีไม่ตรงกัน',
    outdated: 'เก่ากว่าปีที่ใช้ได้',
    other: 'เป็นของปีที่ยังไม่ถึง',
  },
  counts: (records, tables, letters) => `แถวโครงการ ${records} แถว ใน ${tables} ตาราง ข้อความ ${letters} ตัวอักษร`,
  fields: 'จำนวนแถวที่มี',
  inSection: 'อยู่ใต้ลิงก์แผน',
  outsideSection: 'ไม่อยู่ใต้ลิงก์แผน',
  offSite: 'อยู่นอกเว็บไซต์',
  ocr: 'อ่านจากภาพ (OCR)',
  partlyRead: 'อ่านได้เพียงบางส่วน',
  lacks: 'ยังขาด',
  lack: (lack) => {
    switch (lack.kind) {
      case 'year':
        return `ปีที่ใช้ได้ (${th.gate[lack.gate]})`;
      case 'rows':
        return `แถวโครงการ มี ${lack.have} ต้องมี ${lack.need}`;
      case 'field':
        return `แถวที่มี ${lack.any.join(' หรือ ')} มี ${lack.have} ต้องมี ${lack.need}`;
      case 'letters':
        return `ข้อความ มี ${lack.have} ต้องมี ${lack.need} ตัวอักษร`;
    }
  },
  links: (count) => `ลิงก์ที่ระบุชื่อ (${count})`,
  onPage: 'ในหน้า',
  target: 'ปลายทาง',
  targets: {
    read: 'อ่านแล้ว',
    'not-visited': 'ไม่ได้เปิด เพราะครบจำนวนที่กำหนดของการตรวจ',
    unvisited: 'ไม่ได้เปิด เพราะไม่น่าเกี่ยวข้องพอ',
    'off-site': 'เว็บไซต์อื่น ไม่ได้เปิด',
    'no-href': 'คลิกไม่ได้',
    fragment: 'คลิกไม่ได้ (#)',
    script: 'สคริปต์ที่ไม่มีที่อยู่',
    invalid: 'ที่อยู่ใช้ไม่ได้',
    scheme: 'ไม่ใช่ที่อยู่เว็บ',
  },
  yearNot: 'ปีที่ใช้ไม่ได้',
  rejects: (count) => `สิ่งที่ไม่นับ (${count})`,
  reject: {
    'look-alike': 'คล้ายแต่ไม่ใช่',
    mention: 'เพียงกล่าวถึง',
    weak: 'ถ้อยคำไม่หนักแน่นพอ',
    'criteria-echo': 'ข้อความของเกณฑ์ที่คัดลอกมา',
    boilerplate: 'เมนู ส่วนหัว หรือส่วนท้ายของเว็บไซต์',
    ignored: 'ถูกปิดทับ',
    'off-site-page': 'หน้าของเว็บไซต์อื่น',
    'outside-section': 'ไม่อยู่ใต้ลิงก์แผน (--strict-section)',
  },
  unread: (count) => `สิ่งที่ไม่ได้อ่าน (${count})`,
  fit: { fits: 'อาจมีข้อมูลนี้', nothing: 'ชื่อไม่บอกอะไร จึงอาจมีข้อมูลนี้', other: 'เป็นเรื่องอื่น' },
  rating: (rating) => `คะแนน ${rating} จาก 100`,
  trap: 'ดูเหมือนหน้าที่วนไม่สิ้นสุด',
  coverage: 'ขอบเขตที่ตรวจ',
  exhausted: 'เปิดดูทุกอย่างที่น่าเกี่ยวข้องแล้ว',
  remedy: 'สิ่งที่จะทำให้ผ่าน',
  more: (count) => `และอีก ${count}`,
};

export const explainWords: Readonly<Record<Language, ExplainWords>> = { th, en };
