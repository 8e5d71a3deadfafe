// Tables of which only the words are left, cell after cell: read where head, figures and sums fit together, else not at all.
import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { readTable } from '../../src/judge/records.ts';
import { textTables } from '../../src/judge/text-tables.ts';
import type { Segment } from '../../src/model/document.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);

/** Projects of the tables in these lines: name, and facts by column. */
function read(...lines: string[]): Record<string, string>[] {
  const segments = lines.map((text, index) => ({
    index,
    segment: { text, kind: 'paragraph', region: 'main', locator: {} } satisfies Segment,
  }));
  return textTables(lexicon, segments)
    .tables.flatMap((rows) => readTable(lexicon, rows).records)
    .map(({ name, fields }) => ({ name, ...Object.fromEntries(fields) }));
}

const head = 'ที่ ชื่อโครงการ งบประมาณ เบิกจ่าย คงเหลือ สถานะ';

describe('rows are told apart', () => {
  test('by their numbers, a line each', () => {
    const records = read(
      head,
      '1 โครงการซ่อมฝายหมู่ 4 120,000.00 118,500.00 1,500.00 ดำเนินการแล้วเสร็จ',
      '2 ค่ายเยาวชนรุ่น 7 60,000.00 - 60,000.00 ยังไม่ดำเนินการ รอหนังสือ 12 มี.ค. 69',
      'รวม 180,000.00 118,500.00 61,500.00',
    );
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({
      name: 'โครงการซ่อมฝายหมู่ 4',
      budget: '120,000.00',
      spent: '118,500.00',
      progress: 'ดำเนินการแล้วเสร็จ',
    });
    expect(records[1]).toMatchObject({ name: 'ค่ายเยาวชนรุ่น 7', spent: '-' });
  });

  test('with the sum of the contract between what was approved and what was paid', () => {
    const records = read(
      'ลำดับ ชื่อโครงการ งบอนุมัติ ลงนามสัญญา เบิกจ่าย สถานะ',
      '1 ซ่อมผิวจราจรซอยวัด 1,450,000.00 1,398,000.00 1,398,000.00 ดำเนินการแล้วเสร็จ',
      '2 ก่อสร้างเขื่อนกันตลิ่ง 2,980,000.00 2,950,000.00 885,000.00 อยู่ระหว่างก่อสร้าง',
      '3 แห่เทียนพรรษาทางน้ำ 100,000.00 97,640.00 97,640.00 ดำเนินการแล้วเสร็จ',
    );
    expect(records.map(({ budget, spent, progress }) => [budget, spent, progress])).toEqual([
      ['1,450,000.00', '1,398,000.00', 'ดำเนินการแล้วเสร็จ'],
      ['2,980,000.00', '885,000.00', 'อยู่ระหว่างก่อสร้าง'],
      ['100,000.00', '97,640.00', 'ดำเนินการแล้วเสร็จ'],
    ]);
  });

  test('by their numbers, all in one line with the head', () => {
    const records = read(
      `รายงานปี 2569 ${head} 1 ซ่อมฝายห้วยทราย 120,000 118,500 1,500 แล้วเสร็จ 2 ค่ายเยาวชนต้นกล้า 60,000 20,000 40,000 อยู่ระหว่างดำเนินการ รวม 180,000 138,500 41,500`,
    );
    expect(records.map(({ name, progress }) => [name, progress])).toEqual([
      ['ซ่อมฝายห้วยทราย', 'แล้วเสร็จ'],
      ['ค่ายเยาวชนต้นกล้า', 'อยู่ระหว่างดำเนินการ'],
    ]);
  });

  test('by their codes, and over two lines', () => {
    const records = read(
      'รหัส โครงการ งบจัดสรร ใช้ไป ร้อยละ ความก้าวหน้า',
      'กศ-01 โครงการห้องสมุดเคลื่อนที่',
      'สู่ชุมชนริมน้ำ 40,000 10,000 25.00 20%',
      'กศ-02 โครงการวิทยาศาสตร์สัญจร 50,000 50,000 100.00 100%',
    );
    expect(records.map(({ name }) => name)).toEqual(['โครงการห้องสมุดเคลื่อนที่ สู่ชุมชนริมน้ำ', 'โครงการวิทยาศาสตร์สัญจร']);
    expect(records[0]).toMatchObject({ spent: '10,000', progress: '20%' });
  });

  test('by their lines alone, with programmes between them', () => {
    const records = read(
      'โครงการ งบประมาณ เบิกจ่าย คงเหลือ ผลการดำเนินงาน',
      'แผนงานการเกษตร',
      'ขุดลอกหนองบัวขาว 300,000 290,000 10,000 ขุดลอกแล้ว 1 แห่ง',
      'แผนงานสาธารณสุข',
      'พ่นหมอกควันกำจัดยุง 25,000 25,000 - ดำเนินการครบทุกหมู่บ้าน',
    );
    expect(records.map(({ name, result }) => [name, result])).toEqual([
      ['ขุดลอกหนองบัวขาว', 'ขุดลอกแล้ว 1 แห่ง'],
      ['พ่นหมอกควันกำจัดยุง', 'ดำเนินการครบทุกหมู่บ้าน'],
    ]);
  });

  test('over a page with the head again', () => {
    const records = read(
      head,
      '1 ซ่อมฝายห้วยทราย 120,000 118,500 1,500 แล้วเสร็จ',
      head,
      '2 ค่ายเยาวชนต้นกล้า 60,000 20,000 40,000 อยู่ระหว่างดำเนินการ',
    );
    expect(records.map(({ name }) => name)).toEqual(['ซ่อมฝายห้วยทราย', 'ค่ายเยาวชนต้นกล้า']);
  });

  test('with headings of two words', () => {
    const records = read(
      'ลำดับ โครงการ งบประมาณ จัดสรร เบิกจ่าย ร้อยละ การเบิกจ่าย สถานะ',
      '1 ซ่อมฝายห้วยทราย 100,000 95,000 95.00 แล้วเสร็จ',
      '2 ค่ายเยาวชนต้นกล้า 60,000 30,000 50.00 อยู่ระหว่างดำเนินการ',
    );
    expect(records.map(({ spent, progress }) => [spent, progress])).toEqual([
      ['95,000', 'แล้วเสร็จ'],
      ['30,000', 'อยู่ระหว่างดำเนินการ'],
    ]);
  });

  test('each cell a line of its own', () => {
    const cells = ['ที่', 'โครงการ', 'งบประมาณ', 'เบิกจ่าย', 'คงเหลือ', 'สถานะ'];
    const first = ['1', 'ซ่อมฝายห้วยทราย', '100,000', '95,000', '5,000', 'แล้วเสร็จ'];
    const second = ['2', 'ค่ายเยาวชนต้นกล้า', '60,000', '-', '60,000', 'ยังไม่ดำเนินการ'];
    expect(read(...cells, ...first, ...second).map(({ name, progress }) => [name, progress])).toEqual([
      ['ซ่อมฝายห้วยทราย', 'แล้วเสร็จ'],
      ['ค่ายเยาวชนต้นกล้า', 'ยังไม่ดำเนินการ'],
    ]);
  });

  test('whose marks have moved or gone', () => {
    const records = read(
      'ท่ี ชื่อโครงการ งบประมาณทไี่ ดร้ บั เบกิ จ่ายแลว้ คงเหลอื สถานะ',
      '1 โครงการซอ่ มฝายหว้ ยทราย 120,000 118,500 1,500 ดาเนนิ การแลว้ เสรจ็',
      '2 โครงการคา่ ยเยาวชน 60,000 20,000 40,000 อยรู่ ะหวา่ งดาเนนิ การ',
    );
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({ spent: '118,500' });
    expect(records[0]!['progress']).toContain('เสร');
  });
});

test('the state ends where a problem of the next column begins', () => {
  const [first] = read(
    `${head} ปัญหาอุปสรรค`,
    '1 ซ่อมฝายห้วยทราย 120,000 50,000 70,000 อยู่ระหว่างดำเนินการ ฝนตกหนักติดต่อกัน',
    '2 ค่ายเยาวชนต้นกล้า 60,000 60,000 0 แล้วเสร็จ -',
  );
  expect(first).toMatchObject({ progress: 'อยู่ระหว่างดำเนินการ', problems: 'ฝนตกหนักติดต่อกัน' });
});

describe('rows of which no column was made out', () => {
  const rows = [
    '1 สายตรวจหน้าบ้าน | 96,000 | 51,000 เดินพบประชาชน 1,460 ครั้ง ทำอยู่',
    '2 ระดมกวาดล้าง | 40,000 | 40,000 2 ห้วง จับ 63 ราย ครบแล้ว',
    '3 ตู้แดงคิวอาร์ | 34,000 | 12,400 ติดแล้ว 31 จุด ทำอยู่',
  ].map((text, at) => {
    const cells = text.split('|').map((cell) => cell.trim());
    const segment = { text, cells, kind: 'row', region: 'main', locator: { page: 1, table: 1 } } satisfies Segment;
    return { index: at + 1, segment };
  });
  const segment = {
    text: 'ที่ งาน/กิจกรรม ได้รับ เบิกแล้ว สภาพงาน',
    kind: 'heading',
    region: 'main',
    locator: { page: 1 },
  } satisfies Segment;
  const tables = (unread: number[]) => textTables(lexicon, [{ index: 0, segment }, ...rows], new Set(unread)).tables;

  test('are read as lines, a count after the money with what it counts', () => {
    const [table] = tables([1, 2, 3]);
    expect(readTable(lexicon, table!).records.map(({ fields }) => Object.fromEntries(fields))).toMatchObject([
      { project: 'สายตรวจหน้าบ้าน', budget: '96,000', spent: '51,000' },
      { project: 'ระดมกวาดล้าง', budget: '40,000', spent: '40,000', progress: '2 ห้วง จับ 63 ราย ครบแล้ว' },
      { project: 'ตู้แดงคิวอาร์', budget: '34,000', spent: '12,400' },
    ]);
  });
  test('those of which some were are not', () => {
    expect(tables([])).toEqual([]);
  });
});

describe('nothing is read', () => {
  test.each([
    [
      'where the figures of a row are not as many',
      [head, '1 ซ่อมฝายห้วยทราย 120,000 118,500 แล้วเสร็จ', '2 ค่ายเยาวชนต้นกล้า 60,000 20,000 40,000 แล้วเสร็จ'],
    ],
    [
      'where the sums do not hold',
      [head, '1 ซ่อมฝายห้วยทราย 120,000 118,500 9,500 แล้วเสร็จ', '2 ค่ายเยาวชนต้นกล้า 60,000 20,000 50,000 แล้วเสร็จ'],
    ],
    [
      'of bids',
      [
        'ที่ โครงการ งบประมาณ ราคากลาง ผู้ชนะ',
        '1 ซ่อมฝายห้วยทราย 120,000 118,500 ก. ก่อสร้าง',
        '2 ซ่อมท่อสายเหนือ 60,000 20,000 ข. การช่าง',
        '3 ซ่อมถนนสายใต้ 70,000 60,000 ค. การช่าง',
      ],
    ],
    [
      'of a sentence',
      ['โครงการนี้ใช้งบประมาณและเงินเบิกจ่ายตามสถานะ 1 เรื่องที่ประชุม 200,000 20,000', '2 ปิดประชุมเวลา 12,000 20,000'],
    ],
    [
      'of two rows that no sum confirms',
      ['ที่ โครงการ งบประมาณ เบิกจ่าย', '1 ซ่อมฝายห้วยทราย 120,000 118,500', '2 ค่ายเยาวชนต้นกล้า 60,000 20,000'],
    ],
    [
      'of kinds of expense',
      ['ที่ รายการ งบประมาณ เบิกจ่าย คงเหลือ', '1 ค่าวัสดุ 120,000 118,500 1,500', '2 ค่าตอบแทน 60,000 20,000 40,000'],
    ],
  ])('%s', (_, lines) => {
    expect(read(...lines)).toEqual([]);
  });
});

test('what was aimed at and what came of it stands between the name and the money', () => {
  const records = read(
    'ที่ โครงการ เป้าหมาย ผลงาน งบประมาณ ใช้จริง หมายเหตุ',
    '1 โครงการคัดกรองเบาหวาน ความดัน 1,200 คน 1,154 คน 24,000 24,000 ครบ',
    '2 โครงการฟันดีวัยเรียน 180 คน 180 คน 9,000 8,700 ครบ',
    '3 โครงการผู้สูงอายุไม่ล้ม ร้อยละ 90 ร้อยละ 61 15,000 10,500 เลื่อน 1 ครั้ง',
  );
  expect(records[0]).toMatchObject({
    name: 'โครงการคัดกรองเบาหวาน ความดัน',
    target: '1,200 คน',
    result: '1,154 คน',
    spent: '24,000',
  });
  expect(records[2]).toMatchObject({ name: 'โครงการผู้สูงอายุไม่ล้ม', target: 'ร้อยละ 90', result: 'ร้อยละ 61' });
});
