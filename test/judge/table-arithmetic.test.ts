// Columns that are told by what their figures add up to.
import { expect, test } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { type IndexedSegment, readTable } from '../../src/judge/records.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);

function recordsOf(...rows: string[]) {
  const given: IndexedSegment[] = rows.map((row, index) => {
    const cells = row.split('|').map((cell) => cell.trim());
    const header = index === 0;
    return {
      index,
      segment: { text: cells.join(' | '), kind: 'row', region: 'main', cells, header, locator: { table: 1 } },
    };
  });
  return readTable(lexicon, given).records.map(({ fields }) => Object.fromEntries(fields));
}

test('done of a target gives the per cent beside it: progress', () => {
  const [first] = recordsOf(
    'โครงการ | เก็บได้/เป้า | % | งบ | ใช้จ่ายสะสม',
    'สำรวจภาวะการทำงาน | 2,880/4,320 | 66.7 | 312,000 | 201,400',
    'สำรวจเศรษฐกิจครัวเรือน | 402/960 | 41.9 | 268,000 | 118,700',
  );
  expect(first).toMatchObject({ progress: '66.7', result: '2,880/4,320', spent: '201,400' });
});

test('the per cent of the money that was spent is none', () => {
  const [first] = recordsOf(
    'โครงการ | งบ | ใช้จ่ายสะสม | %',
    'สำรวจภาวะการทำงาน | 312,000 | 156,000 | 50',
    'สำรวจเศรษฐกิจครัวเรือน | 268,000 | 67,000 | 25',
  );
  expect(first).not.toHaveProperty('progress');
  expect(first).not.toHaveProperty('result');
});

test('what of a budget is not left was spent', () => {
  const [first] = recordsOf(
    'โครงการ | ยอดตั้งต้น | หมดไป | ยังเหลือ',
    'โครงการเก็บขยะทะเล | 60,000 | 28,400 | 31,600',
    'โครงการลอยเรือ | 120,000 | 20,000 | 100,000',
  );
  expect(first).toMatchObject({ budget: '60,000', spent: '28,400' });
});

test('parts of a budget that make up the whole are not spent', () => {
  const [first] = recordsOf(
    'โครงการ | ทั้งหมด | เงินรายได้ | เงินอุดหนุน',
    'โครงการเก็บขยะทะเล | 60,000 | 28,400 | 31,600',
    'โครงการลอยเรือ | 120,000 | 20,000 | 100,000',
  );
  expect(first).not.toHaveProperty('spent');
});

test('what was spent and what is left make up what was had, whatever that is headed', () => {
  const records = recordsOf(
    'กิจกรรม | ได้ | ใช้ | เหลือ | ถึงไหน',
    'รับน้องใหม่ ม.1 | 18,000 | 17,420 | 580 | จบ',
    'ค่ายโอลิมปิกวิชาการ | 52,000 | 20,000 | 32,000 | ครึ่งทาง',
  );
  expect(records[0]).toMatchObject({ budget: '18,000', spent: '17,420', progress: 'จบ' });
  expect(records[0]).not.toHaveProperty('result');
});
