// A memo on the agency's plan of the year, whose annex shows it; memos on other plans, drafts and meetings show none.
import { expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';

const annex = [
  '| ที่ | โครงการ | งบประมาณ |',
  '| 1 | โครงการอบรมชาวประมง | 200,000 |',
  '| 2 | โครงการซ่อมท่าเรือ | 300,000 |',
  '| 3 | โครงการปลูกป่าชายเลน | 120,000 |',
];
const memo = (subject: string, rows = annex) => ['บันทึกข้อความ', `เรื่อง ${subject}`, ...rows].join('\n');

test('a memo that asks to approve the plan shows it', () => {
  const text = memo('ขออนุมัติใช้แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569');
  expect(judgeDocument(text, 'plan-current')).toMatch(/^met/u);
  expect(judgeDocument(text, 'projects')).toMatch(/^met/u);
  expect(judgeDocument(text, 'monitoring-results')).toMatch(/^not-met/u);
});

test('one that asks to change it shows projects of it, and not the plan', () => {
  const text = memo('ขออนุมัติปรับแผนปฏิบัติการ ปีงบประมาณ 2569 ครั้งที่ 1');
  expect(judgeDocument(text, 'projects')).toMatch(/^met/u);
  expect(judgeDocument(text, 'plan-current')).not.toMatch(/^met/u);
});

test('one that sends a survey’s report on shows none of it', () => {
  const sent = (...said: string[]) =>
    ['บันทึกข้อความ', 'ที่ กท 0101/77', 'เรื่อง ส่งผลการสำรวจความพึงพอใจของประชาชนผู้รับบริการ', 'เรียน หัวหน้าสำนักงาน', ...said].join(
      '\n',
    );
  const only = 'บริษัทที่ปรึกษาส่งเล่มสมบูรณ์มาแล้ว 3 ฉบับ รายละเอียดตามเล่มที่แนบ จึงเรียนมาเพื่อโปรดทราบ';
  expect(judgeDocument(sent(only), 'stakeholder-survey')).not.toMatch(/^met/u);
  expect(judgeDocument(sent('จัดทำเสร็จแล้ว จัดเก็บเล่มไว้ที่กลุ่มยุทธศาสตร์'), 'stakeholder-survey')).not.toMatch(/^met/u);
  expect(judgeDocument(sent(only, 'ประชาชน 412 คนตอบ พึงพอใจร้อยละ 91.4'), 'stakeholder-survey')).toMatch(/^met/u);
});

test.each([
  ['a plan of purchases', memo('ขออนุมัติแผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ 2569')],
  ['a plan for the staff', memo('ขออนุมัติแผนพัฒนาบุคลากร ประจำปีงบประมาณ 2569')],
  ['a plan of five years', memo('ขออนุมัติแผนปฏิบัติราชการ ระยะ 5 ปี (พ.ศ. 2566 - 2570)')],
  ['a draft', memo('ขอความเห็นชอบ(ร่าง)แผนปฏิบัติราชการประจำปีงบประมาณ 2569')],
  ['a meeting', memo('ขออนุมัติจัดประชุมจัดทำแผนปฏิบัติราชการประจำปีงบประมาณ 2569')],
  ['no annex', memo('ขออนุมัติใช้แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569', ['โครงการทั้งหมดอยู่ในเล่มแผน'])],
])('not a memo on %s', (_, text) => {
  for (const criterion of ['plan-current', 'projects']) expect(judgeDocument(text, criterion)).not.toMatch(/^met/u);
});
