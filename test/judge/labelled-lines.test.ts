// Lines that tell the same of each project under the same words are its rows; others with such words in them are not.
import { expect, test } from 'vitest';
import { labelledLines } from '../../src/judge/labelled-lines.ts';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { readTable } from '../../src/judge/records.ts';
import type { Segment } from '../../src/model/document.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);

function read(...lines: string[]) {
  const segments = lines.map((text, index) => ({
    index,
    segment: { text, kind: 'item', region: 'main', locator: {} } satisfies Segment,
  }));
  const rows = labelledLines(lexicon, segments, new Set());
  return rows && readTable(lexicon, rows);
}

test('the words that come again head what stands after them', () => {
  const reading = read(
    'ผลการดำเนินโครงการ',
    '1. ค่ายดาราศาสตร์ เป้าหมาย 40 คน ผลสำเร็จ 38 คน สถานะ เสร็จสิ้น ผู้รับผิดชอบ ครูอรุณ',
    '2. ห้องสมุดเปิดเช้า เป้าหมาย 200 วัน ผลสำเร็จ 0 สถานะ ยังไม่ดำเนินการ ผู้รับผิดชอบ ครูนภา',
  );
  expect(reading?.records.map(({ name, fields }) => [name, fields.get('progress')])).toEqual([
    ['1. ค่ายดาราศาสตร์', 'เสร็จสิ้น'],
    ['2. ห้องสมุดเปิดเช้า', 'ยังไม่ดำเนินการ'],
  ]);
});

test('what is measured is told, and is no project', () => {
  const reading = read(
    'กิจกรรมตามแผน',
    '1.1 ร้อยละของผู้รับบริการที่พอใจ เป้าหมาย 80 ผล 85 ผลการดำเนินงาน 85 สถานะ บรรลุ',
    '1.2 จำนวนเครือข่ายชุมชน เป้าหมาย 10 ผล 9 ผลการดำเนินงาน 9 สถานะ ไม่บรรลุ',
  );
  expect(reading?.records).toEqual([]);
  expect(reading?.told).toBe(2);
});

test.each([
  ['one line', ['โครงการ', '1. ค่ายดาราศาสตร์ เป้าหมาย 40 คน ผลสำเร็จ 38 คน สถานะ เสร็จสิ้น']],
  [
    'aims alone',
    [
      'โครงการ',
      '1. ค่ายดาราศาสตร์ เป้าหมาย 40 คน ระยะเวลา 3 วัน ผู้รับผิดชอบ ครูอรุณ',
      '2. ห้องสมุดเปิดเช้า เป้าหมาย 200 วัน ระยะเวลา 1 ปี ผู้รับผิดชอบ ครูนภา',
    ],
  ],
  ['running text', ['1. กลุ่มงานรายงานสถานะ ของเป้าหมาย ต่อที่ประชุมทุกเดือน', '2. ผู้รับผิดชอบ ส่งผลงาน ให้ฝ่ายแผนภายในวันที่ห้า']],
])('nothing is read of %s', (_, lines) => {
  expect(read(...lines)).toBeUndefined();
});
