// What says how a report is to be written, or shows it with invented projects, reports nothing.
import { expect, test } from 'vitest';
import { isExample } from '../../src/judge/cell-value.ts';
import { judgePage } from './judge-page.ts';

const head =
  '<title>รายงานความก้าวหน้าตามแผน ไตรมาสที่ 2 ปีงบประมาณ 2569</title><h1>รายงานความก้าวหน้าตามแผน ไตรมาสที่ 2 ปีงบประมาณ 2569</h1>';
const table = (...rows: string[]) =>
  `<table>${['โครงการ|งบประมาณ|เบิกจ่าย|สถานะ|ปัญหา/ข้อเสนอแนะ', ...rows]
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;
const real = [
  'ขยายท่อประปา หมู่ 4|100,000|50,000|กำลังดำเนินการ|ฝนตกหนัก ควรเลื่อนงาน',
  'ปรับปรุงสวนริมคลอง|200,000|200,000|แล้วเสร็จ|ไม่มี',
];
const criteria = ['projects', 'monitoring-results', 'budget-progress', 'recommendations'];

test.each([
  '<p>วิธีบันทึกข้อมูล</p><ol><li>คอลัมน์โครงการ ให้คัดลอกจากแผนปฏิบัติการ</li><li>คอลัมน์สถานะ เลือก แล้วเสร็จ อยู่ระหว่างดำเนินการ หรือ ยังไม่เริ่ม</li><li>คอลัมน์เบิกจ่าย ใส่จำนวนเงินเป็นบาท</li><li>คอลัมน์ปัญหาและข้อเสนอแนะ ให้สรุปไม่เกิน 2 บรรทัด</li></ol>',
  '<p>คำชี้แจงสำหรับกองที่ต้องกรอก</p><ul><li>ช่อง “ชื่อโครงการ” ให้พิมพ์ตามข้อบัญญัติ</li><li>ช่อง “ความก้าวหน้า” ให้เลือกคำใดคำหนึ่ง เช่น แล้วเสร็จ หรือยังไม่ดำเนินการ</li></ul><p>ตัวอย่าง: โครงการ ก. / แล้วเสร็จ / 100,000.00 / ไม่มี</p>',
  `<p>ตัวอย่างการกรอกแบบรายงาน</p>${table(...real)}`,
  `<p>ตัวเลขในตารางเป็นข้อมูลสมมติเพื่อประกอบคำอธิบาย</p>${table(...real)}`,
  `<p>หน้าจอสาธิตสำหรับอบรมผู้ใช้ระบบ ไม่ใช่ข้อมูลจริง</p>${table(...real)}`,
  table('ทดสอบ 1|10,000|10,000|แล้วเสร็จ|ไม่มี', 'ทดสอบ 2|20,000|0|ยังไม่เริ่ม|ไม่มี'),
  table('โครงการ XXXX|10,000|5,000|กำลังดำเนินการ|ฝนตก เลื่อนงาน', 'โครงการ YYYY|20,000|0|ยังไม่เริ่ม|ไม่มี'),
  table('(ตัวอย่าง) ซ่อมถนนสายใน|10,000|5,000|กำลังดำเนินการ|ฝนตก เลื่อนงาน', '(ตัวอย่าง) ขุดลอกคลอง|20,000|0|ยังไม่เริ่ม|ไม่มี'),
])('%s', (body) => {
  for (const criterion of criteria) expect(judgePage(head + body, criterion), criterion).not.toMatch(/^met/u);
});

test.each([
  table(...real),
  `<p>คำอธิบาย: ช่องสถานะให้ดูประกอบกับช่องเบิกจ่าย</p>${table(...real)}`,
  `<p>ตัวอย่างโครงการเด่นในแผนปฏิบัติการ</p>${table(...real)}`,
  `${table(...real)}<p>ผู้รับผิดชอบโปรดกรอกข้อมูลไตรมาสถัดไปภายในวันที่ 5 กรกฎาคม</p>`,
])('%s reports', (body) => {
  for (const criterion of criteria) expect(judgePage(head + body, criterion), criterion).toMatch(/^met/u);
});

test.each(['โครงการ ก | 1', '1 | กิจกรรม B | 2', '(ตย.) ซ่อมถนน | 3', 'ตัวอย่าง: ขุดคลอง | 4'])('%s is an example', (row) =>
  expect(isExample(row.split('|'))).toBe(true),
);
test.each(['โครงการ กขป. สัญจร | 1', 'กิจกรรมที่ 1 | ปล่อยปู', 'โครงการ 1 ตำบล 1 ผลิตภัณฑ์ | 2', 'หมู่บ้านตัวอย่าง (ปลอดขยะ) | 3'])(
  '%s is none',
  (row) => expect(isExample(row.split('|'))).toBe(false),
);
