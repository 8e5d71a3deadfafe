// A numbered item of minutes that tells how the plan stands, with its works line by line; and items on other things.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const minutes = (lead: string, ...told: readonly string[]) =>
  `<h1>รายงานการประชุมประจำเดือนพฤษภาคม 2569</h1><p>1. ประธานแจ้งเรื่องวันหยุด</p><p>2. ${lead}</p>${told.map((text) => `<p>${text}</p>`).join('')}<p>3. เรื่องอื่น ๆ ไม่มี</p>`;
const works = [
  'ขุดลอกคลองบ้านท่า ได้เงิน 180,000 บาท เสร็จแล้วตั้งแต่มีนาคม จ่ายไป 176,000 บาท',
  'อบรมอาสาดับไฟป่า 6 รุ่น ได้เงิน 72,000 บาท อบรมแล้ว 4 รุ่น จ่ายไป 48,000 บาท',
];
const paid = (page: string) => judgePage(['<p>หน้าแรก</p>', page], 'budget-progress').startsWith('met');

describe('an item of the minutes', () => {
  test('tells how the plan stands', () => {
    const page = minutes('เลขานุการแจ้งว่าแผนปฏิบัติราชการของสำนักงาน ปี 2569 ถึงวันนี้ไปถึงไหนแล้ว', ...works);
    expect(paid(page)).toBe(true);
    expect(judgePage(['<p>หน้าแรก</p>', page], 'monitoring-results')).toMatch(/^met/u);
  });
});

describe('not', () => {
  test.each([
    ['of another plan', minutes('เลขานุการแจ้งว่าแผนจัดซื้อจัดจ้าง ปี 2569 เป็นดังนี้', ...works)],
    ['of another item', minutes('เลขานุการแจ้งว่าแผนปฏิบัติราชการ ปี 2569 เป็นดังนี้', 'ส่งเล่มแล้ว')],
    [
      'of what is to be',
      minutes(
        'เลขานุการแจ้งว่าแผนปฏิบัติราชการ ปี 2569 เป็นดังนี้',
        'ขุดลอกคลองบ้านท่า ตั้งไว้ 180,000 บาท',
        'อบรมอาสาดับไฟป่า ตั้งไว้ 72,000 บาท',
      ),
    ],
  ])('%s', (_, page) => {
    expect(paid(page)).toBe(false);
  });
});
