// Words of the HTML page, the workbook, the CSV and the static site, in both languages. Words only.
import type { Language } from './messages.ts';

export interface PageTexts {
  readonly summary: string;
  readonly matrix: string;
  readonly agencies: string;
  readonly matrixHelp: string;
  readonly skip: string;
  readonly share: string;
  readonly byKind: string;
  readonly trend: string;
  readonly search: string;
  readonly searchHint: string;
  readonly kind: string;
  readonly status: string;
  readonly criterion: string;
  readonly verdict: string;
  readonly reason: string;
  readonly all: string;
  readonly clear: string;
  readonly shown: string;
  readonly sortBy: string;
  readonly order: string;
  readonly openAll: string;
  readonly closeAll: string;
  readonly backToMatrix: string;
  readonly website: string;
  readonly province: string;
  readonly lookedAt: string;
  readonly evidence: string;
  readonly openSource: string;
  readonly moreEvidence: (count: number) => string;
  readonly history: string;
  readonly picture: string;
  readonly pictureOf: (quote: string) => string;
  readonly date: string;
  readonly metOfRequired: string;
  readonly changed: string;
  readonly firstSeen: string;
  readonly vendors: string;
  readonly vendorIntro: string;
  readonly vendor: string;
  readonly oneFix: (agencies: number) => string;
  readonly sharedFailures: string;
  readonly made: (tool: string, when: string) => string;
  readonly decision: string;
  readonly explanation: string;
  readonly closest: string;
  readonly remedy: string;
  readonly quote: string;
  readonly place: string;
  readonly clickPath: string;
  readonly address: string;
  readonly year: string;
  readonly level: string;
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly clause: string;
  readonly required: string;
  readonly failures: string;
  readonly findings: string;
  readonly changes: string;
  readonly registry: string;
  readonly before: string;
  readonly now: string;
  readonly count: string;
  readonly cause: string;
  readonly detail: string;
  readonly label: string;
  readonly noChanges: string;
  readonly noPrevious: string;
  readonly item: string;
  readonly value: string;
  readonly auditDate: string;
  readonly fiscalYear: string;
  readonly pack: string;
  readonly registryFile: string;
  readonly finished: string;
  readonly total: string;
  readonly requests: string;
  readonly pages: string;
  readonly documents: string;
  readonly tags: string;
  readonly fetchedAt: string;
  readonly home: string;
  readonly data: string;
}

const th: PageTexts = {
  summary: 'ภาพรวม',
  matrix: 'ตารางผลรายหน่วยงาน',
  agencies: 'รายละเอียดรายหน่วยงาน',
  matrixHelp: 'กดเครื่องหมายในช่องเพื่อดูหลักฐานและสิ่งที่ควรทำ กดหัวคอลัมน์เพื่อเรียงลำดับ',
  skip: 'ข้ามไปยังเนื้อหา',
  share: 'สัดส่วนหน่วยงาน',
  byKind: 'ตามประเภทหน่วยงาน',
  trend: 'แนวโน้มจากการตรวจครั้งก่อน',
  search: 'ค้นหาหน่วยงาน',
  searchHint: 'ชื่อ รหัส หรือเว็บไซต์',
  kind: 'ประเภท',
  status: 'สถานะ',
  criterion: 'เกณฑ์',
  verdict: 'ผล',
  reason: 'เหตุผล',
  all: 'ทั้งหมด',
  clear: 'ล้างตัวกรอง',
  shown: 'แสดง {shown} จาก {total} หน่วยงาน',
  sortBy: 'เรียงตาม',
  order: 'ลำดับในทะเบียน',
  openAll: 'เปิดทุกหน่วยงาน',
  closeAll: 'ปิดทุกหน่วยงาน',
  backToMatrix: 'กลับไปที่ตาราง',
  website: 'เว็บไซต์',
  province: 'จังหวัด',
  lookedAt: 'สิ่งที่ตรวจดู',
  evidence: 'หลักฐาน',
  openSource: 'เปิดต้นฉบับ',
  moreEvidence: (count) => `และอีก ${count} หลักฐานในไฟล์ JSON`,
  history: 'ผลครั้งก่อน ๆ ของหน่วยงานนี้',
  picture: 'ภาพหน้าเว็บตามที่เก็บไว้ (ไม่มีรูปภาพและสคริปต์ของเว็บไซต์) ข้อความที่อ้างถึงอยู่ในกรอบ',
  pictureOf: (quote) => `ภาพหน้าเว็บที่มีข้อความ ${quote}`,
  date: 'วันที่ตรวจ',
  metOfRequired: 'พบ (เกณฑ์บังคับ)',
  changed: 'สิ่งที่เปลี่ยน',
  firstSeen: 'ตรวจครั้งแรก',
  vendors: 'เว็บไซต์ที่ใช้ระบบเดียวกัน',
  vendorIntro: 'หน่วยงานเหล่านี้ใช้ระบบเว็บไซต์เดียวกันและยังขาดสิ่งเดียวกัน แก้ที่ผู้ดูแลระบบครั้งเดียวอาจครบทุกแห่ง',
  vendor: 'ระบบเว็บไซต์',
  oneFix: (agencies) => `แก้ครั้งเดียว ${agencies} หน่วยงาน`,
  sharedFailures: 'สิ่งที่ขาดเหมือนกัน',
  made: (tool, when) => `จัดทำโดย ${tool} ตรวจเสร็จเมื่อ ${when}`,
  decision: 'การพิจารณาของผู้ตรวจ',
  explanation: 'คำอธิบาย',
  closest: 'ข้อความใกล้เคียงที่ยังไม่นับ',
  remedy: 'สิ่งที่ควรทำ',
  quote: 'ข้อความ',
  place: 'ตำแหน่ง',
  clickPath: 'เส้นทาง',
  address: 'ที่อยู่',
  year: 'ปีงบประมาณ',
  level: 'ระดับ',
  id: 'รหัส',
  name: 'ชื่อหน่วยงาน',
  code: 'รหัสเกณฑ์',
  clause: 'ข้อ',
  required: 'บังคับ',
  failures: 'ตรวจดูไม่ได้',
  findings: 'ผลรายเกณฑ์',
  changes: 'สิ่งที่เปลี่ยน',
  registry: 'ทะเบียนที่ตรวจ',
  before: 'ครั้งก่อน',
  now: 'ครั้งนี้',
  count: 'จำนวน',
  cause: 'สาเหตุ',
  detail: 'รายละเอียด',
  label: 'ชื่อลิงก์',
  noChanges: 'ไม่มีสิ่งที่เปลี่ยนจากครั้งก่อน',
  noPrevious: 'ไม่มีผลครั้งก่อนให้เปรียบเทียบ',
  item: 'รายการ',
  value: 'ค่า',
  auditDate: 'วันที่ตรวจ',
  fiscalYear: 'ปีงบประมาณที่ใช้ตรวจ',
  pack: 'ชุดเกณฑ์',
  registryFile: 'ทะเบียน',
  finished: 'ตรวจเสร็จเมื่อ',
  total: 'รวม',
  requests: 'คำขอ',
  pages: 'หน้า',
  documents: 'เอกสาร',
  tags: 'ป้ายกำกับ',
  fetchedAt: 'อ่านเมื่อ',
  home: 'หน้าแรก',
  data: 'ข้อมูล JSON',
};

const en: PageTexts = {
  summary: 'Summary',
  matrix: 'Results by agency',
  agencies: 'Findings by agency',
  matrixHelp: 'Follow the mark in a cell to its evidence and what to do; press a heading to sort.',
  skip: 'Skip to the content',
  share: 'Agencies',
  byKind: 'By kind of agency',
  trend: 'Trend over earlier audits',
  search: 'Find an agency',
  searchHint: 'name, id or website',
  kind: 'Kind',
  status: 'Status',
  criterion: 'Criterion',
  verdict: 'Verdict',
  reason: 'Reason',
  all: 'All',
  clear: 'Clear filters',
  shown: '{shown} of {total} agencies shown',
  sortBy: 'Sort by',
  order: 'Order of the registry',
  openAll: 'Open all agencies',
  closeAll: 'Close all agencies',
  backToMatrix: 'Back to the table',
  website: 'Website',
  province: 'Province',
  lookedAt: 'Looked at',
  evidence: 'Evidence',
  openSource: 'Open the source',
  moreEvidence: (count) => `and ${count} more in the JSON file`,
  history: 'Earlier audits of this agency',
  picture: 'The page as it was kept (without the website’s pictures and scripts); the quoted words are framed.',
  pictureOf: (quote) => `Picture of the page with the words ${quote}`,
  date: 'Audit date',
  metOfRequired: 'Met (required)',
  changed: 'Changes',
  firstSeen: 'first audit',
  vendors: 'Websites of one system',
  vendorIntro:
    'These agencies share a website system and lack the same thing: one fix by its maintainer may serve them all.',
  vendor: 'Website system',
  oneFix: (agencies) => `one fix, ${agencies} agencies`,
  sharedFailures: 'Lacking in common',
  made: (tool, when) => `Made by ${tool}; audit finished ${when}`,
  decision: 'Decision of a person',
  explanation: 'Explanation',
  closest: 'Not counted, but reads like it',
  remedy: 'What to do',
  quote: 'Quote',
  place: 'Place',
  clickPath: 'Path',
  address: 'Address',
  year: 'Fiscal year',
  level: 'Level',
  id: 'Id',
  name: 'Agency',
  code: 'Code',
  clause: 'Clause',
  required: 'required',
  failures: 'Not looked at',
  findings: 'Findings',
  changes: 'Changes',
  registry: 'Registry as audited',
  before: 'Before',
  now: 'Now',
  count: 'Count',
  cause: 'Cause',
  detail: 'Detail',
  label: 'Link label',
  noChanges: 'Nothing changed since the last audit',
  noPrevious: 'No earlier audit to compare with',
  item: 'Item',
  value: 'Value',
  auditDate: 'Audit date',
  fiscalYear: 'Fiscal year in force',
  pack: 'Rule pack',
  registryFile: 'Registry',
  finished: 'Finished',
  total: 'Total',
  requests: 'Requests',
  pages: 'Pages',
  documents: 'Documents',
  tags: 'Tags',
  fetchedAt: 'Read at',
  home: 'Start page',
  data: 'JSON data',
};

const texts: Readonly<Record<Language, PageTexts>> = { th, en };

export function pageTextsOf(language: Language): PageTexts {
  return texts[language];
}
