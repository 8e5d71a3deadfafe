// What review says, in both languages. Texts only.
import type { Language } from '../report/catalogue/messages.ts';

export interface ReviewTexts {
  readonly nothing: string;
  readonly recorded: (agency: string, criterion: string, verdict: string, path: string) => string;
  readonly decided: (count: number, path: string) => string;
  readonly reopened: Readonly<Record<'evidence-changed' | 'expired', string>>;
  readonly who: string;
  readonly cell: (at: number, total: number) => string;
  readonly question: string;
  readonly met: string;
  readonly notMet: string;
  readonly open: string;
  readonly skip: string;
  readonly stop: string;
  readonly reason: string;
  readonly needed: string;
  readonly noTerminal: string;
  readonly noTerminalHint: string;
  readonly found: string;
  readonly path: string;
}

export const reviewTexts: Readonly<Record<Language, ReviewTexts>> = {
  th: {
    nothing: 'ไม่มีผลที่รอพิจารณา',
    recorded: (agency, criterion, verdict, path) => `บันทึกแล้ว: ${agency} ${criterion} = ${verdict} (${path})`,
    decided: (count, path) => `บันทึกผลการพิจารณา ${count} รายการใน ${path}`,
    reopened: { 'evidence-changed': 'หลักฐานเปลี่ยนจากที่เคยพิจารณา', expired: 'พ้นกำหนดที่เคยพิจารณา' },
    who: 'ชื่อผู้พิจารณา',
    cell: (at, total) => `${at} จาก ${total}`,
    question: 'ผลการพิจารณา',
    met: 'พบ',
    notMet: 'ไม่พบ',
    open: 'เปิดหน้าเว็บ',
    skip: 'ข้ามไปก่อน',
    stop: 'หยุด',
    reason: 'เหตุผล (จะแสดงในรายงาน)',
    needed: 'ต้องกรอก',
    noTerminal: 'การพิจารณาทีละข้อต้องใช้หน้าจอโต้ตอบ',
    noTerminalHint: 'ระบุ --agency --criterion --verdict --reason --by หรือดูรายการด้วย --list',
    found: 'ข้อความที่พบ',
    path: 'ที่อยู่',
  },
  en: {
    nothing: 'nothing waits for a decision',
    recorded: (agency, criterion, verdict, path) => `recorded: ${agency} ${criterion} = ${verdict} (${path})`,
    decided: (count, path) => `${count} decisions recorded in ${path}`,
    reopened: {
      'evidence-changed': 'the evidence is not what was decided on',
      expired: 'the earlier decision has expired',
    },
    who: 'Who decides?',
    cell: (at, total) => `${at} of ${total}`,
    question: 'Your decision',
    met: 'met',
    notMet: 'not met',
    open: 'open the page',
    skip: 'leave it for later',
    stop: 'stop',
    reason: 'Why? (shown in the reports)',
    needed: 'needed',
    noTerminal: 'deciding one by one needs an interactive terminal',
    noTerminalHint: 'Give --agency --criterion --verdict --reason --by, or see what is open with --list.',
    found: 'found',
    path: 'address',
  },
};
