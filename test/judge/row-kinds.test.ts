// Tables that tell of each project in several rows: planned and actual, work and money, one under the other.
import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { type IndexedSegment, readTable } from '../../src/judge/records.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);

/** Rows of a table, cells divided by |; the first ones flagged as its head. */
function table(head: number, ...rows: string[]): IndexedSegment[] {
  return rows.map((row, index) => {
    const cells = row.split('|').map((cell) => cell.trim());
    const text = cells.join(' | ');
    return {
      index,
      segment: { text, kind: 'row', region: 'main', cells, header: index < head, locator: { table: 1 } },
    };
  });
}

const factsOf = (rows: readonly IndexedSegment[]) =>
  readTable(lexicon, rows).records.map(({ name, fields }) => ({ name, ...Object.fromEntries(fields) }));

describe('planned and actual under each other', () => {
  const rows = (unit: string) =>
    table(
      1,
      'กิจกรรม | หน่วยนับ | | ไตรมาส 1 | ไตรมาส 2 | รวม',
      'บำรุงทางสายหลัก | กม. | แผน | 20 | 25 | 45',
      ' | | ผล | 18 | | 18',
      ` | ${unit} | แผน | 1.20 | 1.80 | 3.00`,
      ' | | ผล | 1.14 | | 1.14',
      'ติดตั้งไฟสัญญาณ | แห่ง | แผน | 4 | 4 | 8',
      ' | | ผล | 4 | | 4',
      ` | ${unit} | แผน | 0.60 | 0.60 | 1.20`,
      ' | | ผล | 0.58 | | 0.58',
    );

  test('are of money where their unit is, which stands over them', () => {
    expect(factsOf(rows('ล้านบาท'))).toEqual([
      { project: 'บำรุงทางสายหลัก', name: 'บำรุงทางสายหลัก', target: '45', result: '18', budget: '3.00', spent: '1.14' },
      { project: 'ติดตั้งไฟสัญญาณ', name: 'ติดตั้งไฟสัญญาณ', target: '8', result: '4', budget: '1.20', spent: '0.58' },
    ]);
  });

  test('may be told in per cent', () => {
    const records = factsOf(
      table(
        1,
        'โครงการ | | ต.ค. | พ.ย. | รวม',
        'ซ่อมถนนสายใน | แผน | 40% | 60% | 100%',
        ' | ผล | 30% | 20% | 50%',
        ' | เบิกจ่าย | 0 | 150,000 | 150,000',
        'ขุดคลองลัด | แผน | 0% | 50% | 50%',
        ' | ผล | 0% | 45% | 45%',
        ' | เบิกจ่าย | 0 | 90,000 | 90,000',
      ),
    );
    expect(records).toMatchObject([
      { name: 'ซ่อมถนนสายใน', target: '100%', result: '50%', spent: '150,000' },
      { name: 'ขุดคลองลัด', target: '50%', result: '45%', spent: '90,000' },
    ]);
  });

  test('are of work where it is another', () => {
    for (const record of factsOf(rows('คน'))) expect(record).not.toHaveProperty('spent');
  });
});

describe('work and money under each other', () => {
  const head = [
    'กิจกรรม | หน่วยนับ | | ไตรมาส 1 | ไตรมาส 1 | ไตรมาส 2 | ไตรมาส 2',
    'กิจกรรม | หน่วยนับ | | แผน | ผล | แผน | ผล',
  ];

  test('tell what was done and what it cost, by the headings of the figures', () => {
    const records = factsOf(
      table(
        2,
        ...head,
        'เพาะกล้าไม้ | กล้า | งาน | 900 | 880 | 400 |',
        'เพาะกล้าไม้ | กล้า | เงิน | 9,000 | 8,700 | 4,000 |',
        'ลาดตระเวนทางทะเล | เที่ยว | งาน | 12 | 14 | 12 | 9',
        'ลาดตระเวนทางทะเล | เที่ยว | เงิน | 60,000 | 61,500 | 60,000 | 42,000',
      ),
    );
    expect(records).toMatchObject([
      { name: 'เพาะกล้าไม้', target: '400', result: '880', budget: '4,000', spent: '8,700' },
      { name: 'ลาดตระเวนทางทะเล', target: '12', result: '9', budget: '60,000', spent: '42,000' },
    ]);
  });

  test('tell nothing done where nothing stands under it', () => {
    const records = factsOf(
      table(
        2,
        ...head,
        'เพาะกล้าไม้ | กล้า | งาน | 900 | | 400 |',
        'เพาะกล้าไม้ | กล้า | เงิน | 9,000 | | 4,000 |',
        'ลาดตระเวนทางทะเล | เที่ยว | งาน | 12 | | 12 |',
        'ลาดตระเวนทางทะเล | เที่ยว | เงิน | 60,000 | | 60,000 |',
      ),
    );
    expect(records).toHaveLength(2);
    for (const record of records) expect(Object.keys(record)).not.toContain('spent');
    for (const record of records) expect(Object.keys(record)).not.toContain('result');
  });

  test('are of the same project, or money is a project’s own figure', () => {
    const records = factsOf(
      table(
        1,
        'กิจกรรม | หน่วยนับ | แผน | ผล',
        'ออกใบอนุญาต | ฉบับ | 300 | 288',
        'จัดเก็บค่าธรรมเนียม | บาท | 90,000 | 94,200',
        'ตรวจสถานบริการ | แห่ง | 40 | 41',
        'จัดเก็บค่าปรับ | บาท | 5,000 | 7,500',
      ),
    );
    expect(records).toHaveLength(4);
    for (const record of records) expect(Object.keys(record)).not.toContain('spent');
  });

  test('are not what a column says that is empty, or of sources of money alone', () => {
    const records = factsOf(
      table(
        1,
        'โครงการ | แหล่ง | แผน | ผล | หมายเหตุ',
        'ลานกีฬาริมคลอง | งบประมาณ | 40,000 | แล้วเสร็จ |',
        'ห้องเรียนสีเขียว | เงิน | 25,000 | อยู่ระหว่างดำเนินการ |',
        'ตลาดนัดชุมชน | งบ | 10,000 | แล้วเสร็จ |',
        'ซ่อมสะพานไม้ | เงิน | 90,000 | แล้วเสร็จ |',
      ),
    );
    expect(records[0]).toMatchObject({ name: 'ลานกีฬาริมคลอง', progress: 'แล้วเสร็จ' });
  });
});

describe('a calendar of what was planned and what was done', () => {
  const months = 'โครงการ | ช่วง | ต.ค. | พ.ย. | ธ.ค. | ม.ค.';
  const calendar = (planned: string, actual: string, ...marks: string[]) =>
    table(
      1,
      months,
      'แผนงานเคหะและชุมชน',
      `ซ่อมถนนสายใน | ${planned} | ▬ | ▬ | |`,
      `ซ่อมถนนสายใน | ${actual} | | ${marks[0] ?? ''} | ${marks[1] ?? ''} |`,
      `ขุดลอกคลองลัด | ${planned} | | ▬ | ▬ | ▬`,
      `ขุดลอกคลองลัด | ${actual} | | ${marks[0] ?? ''} | |`,
      `ติดตั้งกล้องวงจรปิด | ${planned} | | | | ▬`,
      `ติดตั้งกล้องวงจรปิด | ${actual} | | | |`,
    );

  test.each([
    ['แผน', 'ผล', '█'],
    ['แผน', 'ทำจริง', '✓'],
    ['ตามแผน', 'ปฏิบัติจริง', '←→'],
  ])('tells the months in which work was done: %s, %s', (planned, actual, mark) => {
    const reading = readTable(lexicon, calendar(planned, actual, mark, mark));
    expect(reading.records.map(({ fields }) => fields.get('progress'))).toEqual(['พ.ย. – ธ.ค.', 'พ.ย.', undefined]);
    // The programme over the rows is none of the projects, and is not lost.
    expect(reading.cells).toMatchObject([{ column: 'programme', text: 'แผนงานเคหะและชุมชน' }]);
  });

  test.each([
    ['the rows of which are still to be filled in', 'แผน', 'ผล', ['', '']],
    ['of preparing and of doing it', 'ระยะเตรียม', 'ระยะดำเนินการ', ['█', '█']],
    ['crossed out with dashes', 'แผน', 'ผล', ['-', '-']],
  ])('tells nothing: %s', (_, planned, actual, marks) => {
    for (const record of factsOf(calendar(planned, actual, ...marks)))
      expect(Object.keys(record)).not.toContain('progress');
  });

  test('states of the projects are no labels of rows', () => {
    const records = factsOf(
      table(
        1,
        'โครงการ | เป้าหมาย | ไตรมาส 1 | รวม | สถานะ',
        'จิตอาสาพัฒนา | 12 ครั้ง | 3 | 7 | ตามแผน',
        'ฝึกทบทวน | 4 ครั้ง | 1 | 2 | ตามแผน',
        'ชุมชนยั่งยืน | 1 ชุมชน | 1 | 1 | ดำเนินการแล้ว',
        'จุดบริการใหม่ | 1 จุด | - | 1 | ดำเนินการแล้ว',
        'กล้องวงจรปิด | 6 จุด | 2 | 6 | สำเร็จ',
      ),
    );
    expect(records.map((record) => (record as { progress?: string }).progress)).toEqual([
      'ตามแผน',
      'ตามแผน',
      'ดำเนินการแล้ว',
      'ดำเนินการแล้ว',
      'สำเร็จ',
    ]);
  });
});
