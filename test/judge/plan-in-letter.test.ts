// The plan of the year told in a letter, with its works and their money; and letters that ask for it, or tell of another's.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const met = (pages: string | readonly string[], criterion: string) => judgePage(pages, criterion).startsWith('met');
const says = 'สำนักงานเห็นชอบให้ใช้แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569 เรียบร้อยแล้ว สรุปได้ดังนี้';
const works = [
  'ด้านที่หนึ่ง น้ำสะอาด จะขุดลอกสระหนองบัว งบประมาณ 85,000 บาท และวางท่อส่งน้ำบ้านปลายนา งบประมาณ 210,000 บาท',
  'ด้านที่สอง คนแข็งแรง จะตั้งชมรมเดินเช้าทุกหมู่บ้าน วงเงิน 30,000 บาท และตรวจสายตานักเรียน วงเงิน 18,500 บาท',
];
const letter = (subject: string, said: string, told: readonly string[] = works) =>
  `<p>เรื่อง ${subject}</p><p>เรียน ผู้ว่าราชการจังหวัด</p><p>${said}</p>${told.map((text) => `<p>${text}</p>`).join('')}<p>จึงเรียนมาเพื่อโปรดทราบ</p>`;
const home = '<p>หนังสือออก</p>';

describe('a letter that sends the plan', () => {
  test('shows its works and what they are sorted by', () => {
    const pages = [home, letter('นำส่งแผนปฏิบัติการ ปี 2569', says)];
    expect(met(pages, 'plan-current')).toBe(true);
    expect(met(pages, 'projects')).toBe(true);
    expect(met(pages, 'work-programmes')).toBe(true);
  });
});

describe('no plan', () => {
  test.each([
    ['a draft', 'นำส่งแผนปฏิบัติการ ปี 2569', says.replace('เห็นชอบให้ใช้', 'จัดทำร่าง'), works],
    [
      'asking',
      'นำส่งแผนปฏิบัติการ ปี 2569',
      'สำนักงานจัดทำแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569 แล้ว เพื่อขออนุมัติ มีใจความดังนี้',
      works,
    ],
    ['another plan', 'นำส่งแผนป้องกันการทุจริต', says.replace('แผนปฏิบัติการประจำปี', 'แผนปฏิบัติการป้องกันการทุจริตประจำปี'), works],
    ['no works', 'นำส่งแผนปฏิบัติการ ปี 2569', says, ['สิ่งที่ส่งมาด้วย แผนปฏิบัติการ จำนวน 1 เล่ม']],
  ])('in %s', (_, subject, said, told) => {
    expect(met([home, letter(subject, said, told)], 'plan-current')).toBe(false);
  });
});
