// Tables as offices set them: where the head ends, and which figures are money.
import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { type IndexedSegment, readTable } from '../../src/judge/records.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);

/** Rows of a table, cells divided by |; the first ones flagged as its head. */
function table(head: number, ...rows: string[]): IndexedSegment[] {
  return rows.map((row, index) => {
    const cells = row.split('|').map((cell) => cell.trim());
    return {
      index,
      segment: {
        text: cells.join(' | '),
        kind: 'row',
        region: 'main',
        cells,
        header: index < head,
        locator: { table: 1 },
      },
    };
  });
}

const factsOf = (rows: readonly IndexedSegment[]) =>
  readTable(lexicon, rows).records.map(({ name, fields }) => ({ name, ...Object.fromEntries(fields) }));

describe('the head of a table', () => {
  test('ends where a row tells a state, whatever words its other cells hold', () => {
    const reading = readTable(
      lexicon,
      table(
        1,
        'โครงการ | ผลสะสม 6 เดือน | สถานะ',
        'เปิดห้องสวนหัวใจ | จัดซื้อครุภัณฑ์แล้ว | อยู่ระหว่างดำเนินการ',
        'คัดกรองมะเร็งลำไส้ใหญ่ | 2,817 ราย | อยู่ระหว่างดำเนินการ',
      ),
    );
    expect(reading.foreign).toBe(false);
    expect(reading.records.map(({ name }) => name)).toEqual(['เปิดห้องสวนหัวใจ', 'คัดกรองมะเร็งลำไส้ใหญ่']);
  });

  test('goes on where states are columns under a heading of their own', () => {
    const [first] = factsOf(
      table(
        1,
        'โครงการ | สถานะ | สถานะ | สถานะ',
        'โครงการ | แล้วเสร็จ | อยู่ระหว่างดำเนินการ | ยังไม่ดำเนินการ',
        'โครงการปลูกป่าชายเลน | ✓ | |',
        'โครงการทำความสะอาดหาด | | ✓ |',
      ),
    );
    expect(first).toMatchObject({ name: 'โครงการปลูกป่าชายเลน', progress: 'แล้วเสร็จ' });
  });
});

describe('figures that no column names as money', () => {
  test('are money only where they number, rate and count nothing else', () => {
    const records = factsOf(
      table(
        1,
        'ที่ | โครงการ | ความก้าวหน้า (%) | สถานะ',
        '1 | โครงการแข่งขันทักษะวิชาชีพ | 100 | ดำเนินการแล้ว',
        '2 | โครงการหารายได้ระหว่างเรียน | 50 | อยู่ระหว่างดำเนินการ',
      ),
    );
    expect(records).toHaveLength(2);
    for (const record of records) expect(Object.keys(record)).not.toContain('budget');
  });

  test('may be the only ones there are', () => {
    const [first] = factsOf(
      table(1, 'โครงการ | บาท', 'โครงการปลูกป่าชายเลน | 120,000', 'โครงการทำความสะอาดหาด | 45,000'),
    );
    expect(first).toMatchObject({ budget: '120,000' });
  });
});

describe('what is going to be spent', () => {
  test('is no spending, though a state stands beside it', () => {
    const [first] = factsOf(
      table(
        1,
        'โครงการ | แผนการเบิกจ่าย ไตรมาส 1 | แผนการเบิกจ่าย ไตรมาส 2 | สถานะ',
        'ขุดลอกคลองหนองแขม | 20,000 | 100,000 | แล้วเสร็จ',
        'ปลูกป่าชายเลน | 10,000 | 40,000 | อยู่ระหว่างดำเนินการ',
      ),
    );
    expect(first).toMatchObject({ budget: '20,000', progress: 'แล้วเสร็จ' });
    expect(first).not.toHaveProperty('spent');
  });

  test('stands beside what was', () => {
    const [first] = factsOf(
      table(
        1,
        'โครงการ | แผนการใช้จ่าย | ผลการใช้จ่าย',
        'ขุดลอกคลองหนองแขม | 20,000 | 18,000',
        'ปลูกป่าชายเลน | 10,000 | 4,000',
      ),
    );
    expect(first).toMatchObject({ budget: '20,000', spent: '18,000' });
  });
});
