// What compare, history, recheck, prune, copy and evidence say, in both languages. Texts only.
import type { ChangeCause, PageChange } from '../compare.ts';
import type { Language } from './messages.ts';

export interface HistoryTexts {
  readonly cause: Readonly<Record<ChangeCause, string>>;
  readonly page: Readonly<Record<PageChange['change'], string>>;
  readonly direction: Readonly<Record<'better' | 'worse' | 'neutral', string>>;
  readonly compared: (before: string, after: string) => string;
  readonly noChange: (cells: number) => string;
  readonly totals: (better: number, worse: number, neutral: number, unchanged: number) => string;
  readonly causes: string;
  readonly added: string;
  readonly removed: string;
  readonly packChanged: (name: string, before: string, after: string) => string;
  readonly programChanged: (before: string, after: string) => string;
  readonly before: string;
  readonly after: string;
  readonly decidedBy: (name: string) => string;
  readonly fields: string;
  readonly runs: string;
  readonly noRuns: string;
  readonly state: Readonly<Record<'running' | 'complete' | 'interrupted', string>>;
  readonly columns: {
    readonly run: string;
    readonly asOf: string;
    readonly agencies: string;
    readonly compliant: string;
    readonly nonCompliant: string;
    readonly undetermined: string;
    readonly disk: string;
    readonly state: string;
  };
  readonly replayable: string;
  readonly pruned: (runs: number, bodies: number, size: string) => string;
  readonly nothingToPrune: string;
  readonly disk: (size: string, bodies: number, of: string) => string;
  readonly byCriterion: string;
  readonly byKind: string;
  readonly ofAgency: (name: string) => string;
  readonly copied: (runs: number, from: string, to: string) => string;
}

const th: HistoryTexts = {
  cause: {
    site: 'เว็บไซต์เปลี่ยน',
    rule: 'เกณฑ์เปลี่ยน',
    date: 'พ้นกำหนดปีที่รับ',
    network: 'เข้าดูเว็บไซต์ไม่ได้ในครั้งใดครั้งหนึ่ง',
    registry: 'ทะเบียนเปลี่ยน',
    review: 'ผู้ตรวจพิจารณา',
  },
  page: {
    appeared: 'หน้านี้มีขึ้นใหม่',
    disappeared: 'หน้านี้หายไป',
    changed: 'เนื้อหาหน้านี้เปลี่ยน',
    unchanged: 'หน้านี้เหมือนเดิม',
  },
  direction: { better: 'ดีขึ้น', worse: 'แย่ลง', neutral: 'ไม่นับว่าดีขึ้นหรือแย่ลง' },
  compared: (before, after) => `เทียบการตรวจ ${before} กับ ${after}`,
  noChange: (cells) => `ไม่มีผลใดเปลี่ยน (${cells} ช่อง)`,
  totals: (better, worse, neutral, unchanged) =>
    `ดีขึ้น ${better} · แย่ลง ${worse} · เป็นกลาง ${neutral} · เหมือนเดิม ${unchanged}`,
  causes: 'สาเหตุ',
  added: 'หน่วยงานที่มีเฉพาะครั้งใหม่',
  removed: 'หน่วยงานที่มีเฉพาะครั้งก่อน',
  packChanged: (name, before, after) => `ชุดเกณฑ์ ${name}: ${before} → ${after}`,
  programChanged: (before, after) => `โปรแกรม: ${before} → ${after}`,
  before: 'เดิม',
  after: 'ใหม่',
  decidedBy: (name) => `พิจารณาโดย ${name}`,
  fields: 'ช่องในทะเบียน',
  runs: 'การตรวจที่เก็บไว้',
  noRuns: 'ยังไม่มีการตรวจที่เก็บไว้',
  state: { running: 'กำลังตรวจหรือค้างอยู่', complete: 'ครบ', interrupted: 'ยังไม่ครบ' },
  columns: {
    run: 'การตรวจ',
    asOf: 'ณ วันที่',
    agencies: 'หน่วยงาน',
    compliant: 'ครบถ้วน',
    nonCompliant: 'ไม่ครบ',
    undetermined: 'ยังสรุปไม่ได้',
    disk: 'ข้อมูลใหม่',
    state: 'สถานะ',
  },
  replayable: '* ลบข้อมูลที่เก็บจากเว็บไซต์แล้ว ตัดสินใหม่ไม่ได้',
  pruned: (runs, bodies, size) => `ลบข้อมูลของการตรวจ ${runs} ครั้ง (${bodies} ไฟล์ ${size}) ผลการตรวจยังอยู่ครบ`,
  nothingToPrune: 'ไม่มีข้อมูลเก่าให้ลบ',
  disk: (size, bodies, of) => `ใช้เนื้อที่ ${size} · เนื้อหาที่เก็บ ${bodies} ชิ้น (ก่อนบีบอัด ${of})`,
  byCriterion: 'ร้อยละที่พบ แยกตามเกณฑ์ (เฉพาะที่ตรวจได้)',
  byKind: 'ร้อยละที่พบ แยกตามประเภทหน่วยงาน (เฉพาะที่ตรวจได้)',
  ofAgency: (name) => `ผลแต่ละครั้งของ ${name}`,
  copied: (runs, from, to) => `คัดลอกการตรวจ ${runs} ครั้งจาก ${from} ไปยัง ${to} แล้ว`,
};

const en: HistoryTexts = {
  cause: {
    site: 'the website changed',
    rule: 'the rule changed',
    date: 'an accepted year ran out',
    network: 'could not be looked at one of the two times',
    registry: 'the registry changed',
    review: 'a person decided',
  },
  page: {
    appeared: 'this page is new',
    disappeared: 'this page is gone',
    changed: 'this page changed',
    unchanged: 'this page is the same',
  },
  direction: { better: 'better', worse: 'worse', neutral: 'neither better nor worse' },
  compared: (before, after) => `run ${before} against ${after}`,
  noChange: (cells) => `nothing changed (${cells} cells)`,
  totals: (better, worse, neutral, unchanged) =>
    `${better} better · ${worse} worse · ${neutral} neutral · ${unchanged} unchanged`,
  causes: 'causes',
  added: 'agencies only in the new run',
  removed: 'agencies only in the old run',
  packChanged: (name, before, after) => `pack ${name}: ${before} → ${after}`,
  programChanged: (before, after) => `program: ${before} → ${after}`,
  before: 'before',
  after: 'now',
  decidedBy: (name) => `decided by ${name}`,
  fields: 'columns of the registry',
  runs: 'stored runs',
  noRuns: 'no run is stored yet',
  state: { running: 'under way or cut off', complete: 'complete', interrupted: 'unfinished' },
  columns: {
    run: 'run',
    asOf: 'as of',
    agencies: 'agencies',
    compliant: 'compliant',
    nonCompliant: 'not compliant',
    undetermined: 'undetermined',
    disk: 'new data',
    state: 'state',
  },
  replayable: '* its captures were removed; it cannot be judged again',
  pruned: (runs, bodies, size) =>
    `removed the captures of ${runs} runs (${bodies} bodies, ${size}); all verdicts are kept`,
  nothingToPrune: 'nothing to remove',
  disk: (size, bodies, of) => `${size} on disk · ${bodies} bodies kept (${of} before compressing)`,
  byCriterion: 'percent met by criterion (of what could be checked)',
  byKind: 'percent met by kind of agency (of what could be checked)',
  ofAgency: (name) => `verdicts of ${name}, run by run`,
  copied: (runs, from, to) => `copied ${runs} runs from ${from} to ${to}`,
};

export function historyTexts(language: Language): HistoryTexts {
  return language === 'th' ? th : en;
}
