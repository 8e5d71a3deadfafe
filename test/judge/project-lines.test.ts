// Projects told in lines and items of lists, whatever their first word is.
import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { readLines } from '../../src/judge/project-lines.ts';
import type { Segment } from '../../src/model/document.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);

/** What is read in these lines: name, and facts by column. */
function read(kind: Segment['kind'], ...texts: string[]): Record<string, string>[] {
  const segments = texts.map((text, index) => ({
    index,
    segment: { text, kind, region: 'main', locator: {} } satisfies Segment,
  }));
  return readLines(lexicon, segments).map(({ name, fields }) => ({ name, ...Object.fromEntries(fields) }));
}

describe('money spent and work done', () => {
  test('make an item of a list a project', () => {
    const [first, second] = read(
      'item',
      'ขุดลอกคลองหนองแขม งบ 280,000 บาท จ่ายแล้ว 279,500 บาท (แล้วเสร็จ)',
      'ซ่อมไฟส่องสว่าง งบ 90,000 บาท จ่ายแล้ว 61,200 บาท (กำลังดำเนินการ)',
    );
    expect(first).toMatchObject({ name: 'ขุดลอกคลองหนองแขม', spent: 'จ่ายแล้ว 279,500 บาท', progress: 'แล้วเสร็จ' });
    expect(second).toMatchObject({ name: 'ซ่อมไฟส่องสว่าง', spent: 'จ่ายแล้ว 61,200 บาท' });
  });

  test('make a line a project where others like it stand by it', () => {
    const lines = [
      'ขุดลอกคลองหนองแขม – งบ 280,000 บาท จ่ายแล้ว 279,500 บาท – แล้วเสร็จ',
      'ซ่อมไฟส่องสว่าง – งบ 90,000 บาท จ่ายแล้ว 61,200 บาท – กำลังดำเนินการ',
    ];
    expect(read('paragraph', ...lines)).toHaveLength(2);
    expect(read('paragraph', lines[0]!)).toHaveLength(0);
  });

  test.each([
    ['sorts of expense', 'ประเภทงบลงทุน 800,000 บาท เบิกจ่ายแล้ว 400,000 บาท', 'งบดำเนินงาน 90,000 บาท เบิกจ่ายแล้ว 1,200 บาท'],
    ['parts of the agency', 'สำนักปลัด ได้รับ 800,000 บาท เบิกจ่าย 400,000 บาท', 'กองช่าง ได้รับ 90,000 บาท เบิกจ่าย 1,200 บาท'],
    ['the whole agency', 'ภาพรวม ได้รับ 800,000 บาท เบิกจ่าย 400,000 บาท', 'ไตรมาสที่ 1 ได้รับ 90,000 บาท เบิกจ่าย 1,200 บาท'],
  ])('make no project of %s', (_, ...lines) => {
    expect(read('item', ...lines)).toEqual([]);
  });

  test('the facts of one item are not those of the next', () => {
    const [first] = read(
      'item',
      '1.1 อบรมเกษตรกรรุ่นใหม่ 120,000 บาท',
      '1.2 ตลาดนัดสีเขียว 50,000 บาท เบิกจ่าย 12,000 บาท เปิดตลาดแล้ว 8 ครั้ง',
    );
    expect(first).toEqual({
      name: expect.stringContaining('อบรมเกษตรกรรุ่นใหม่'),
      project: expect.anything(),
      budget: '120,000 บาท',
    });
  });

  test('a rate after the word for progress is how far it has come', () => {
    const [first] = read('item', 'โครงการส่งเสริมอาชีพ งบ 120,000 บาท เบิกจ่าย 98,000 บาท ความก้าวหน้า 80%');
    expect(first).toMatchObject({ progress: '80%' });
  });

  test('a rate right after how far it has come needs no space before that', () => {
    const [first] = read('item', 'โครงการหน่วยแพทย์เคลื่อนที่คืบหน้า 75% ใช้ 90,000 จาก 120,000 บาท');
    expect(first).toMatchObject({ progress: '75%', spent: 'ใช้ 90,000' });
  });

  test('a word for work that the name begins with is no state; after the name it is', () => {
    const told = 'งบประมาณ 498,000 บาท กองช่าง ดำเนินการ ม.ค. – มี.ค. 2569';
    const [named, numbered] = read('item', `ก่อสร้างถนนสายใน ${told}`, `2. ก่อสร้างถนนสายนอก ${told}`);
    expect(named).toMatchObject({ budget: '498,000 บาท' });
    expect(named).not.toHaveProperty('progress');
    expect(numbered).not.toHaveProperty('progress');
    const [state] = read('item', 'โครงการถนนสายใน งบประมาณ 498,000 บาท ก่อสร้าง');
    expect(state).toMatchObject({ progress: 'ก่อสร้าง' });
  });
});

describe('what is no state of the work', () => {
  test.each([
    ['an aim', '1. โครงการดนตรีเยาวชน งบ 18,000 บาท เป้าหมาย: ร้อยละ 85 ของนักเรียน'],
    ['a part of a word', '2. โครงการก่อสร้างถนนสายใน งบ 18,000 บาท แผนกช่างก่อสร้าง'],
  ])('%s', (_, line) => {
    expect(read('item', line)[0]).not.toHaveProperty('progress');
  });
  test('an indicator’s own figure', () => {
    const [project] = read('paragraph', 'โครงการยื่นฟ้องอิเล็กทรอนิกส์', 'ร้อยละของคดีแพ่งที่ยื่น', 'ร้อยละ 80', 'ตลอดปี');
    expect(project).not.toHaveProperty('progress');
  });
});

describe('what each item costs', () => {
  test('makes items of a plan projects', () => {
    const names = read('paragraph', '1.1 อบรมเกษตรกรรุ่นใหม่ 120,000 บาท', '1.2 ศึกษาดูงานต้นแบบ 50,000 บาท').map(
      ({ name }) => name,
    );
    expect(names).toEqual(['1.1 อบรมเกษตรกรรุ่นใหม่', '1.2 ศึกษาดูงานต้นแบบ']);
  });

  test.each([
    ['one item alone', '1.1 อบรมเกษตรกรรุ่นใหม่ 120,000 บาท'],
    ['where the money comes from', '- เงินอุดหนุนรายหัว 1,200,000 บาท', '- เงินรายได้สถานศึกษา 300,000 บาท'],
    ['programmes', '- แผนงานที่ 1 พัฒนาเกษตรกร 1,200,000 บาท', '- แผนงานที่ 2 ตลาดสินค้า 300,000 บาท'],
  ])('makes no project of %s', (_, ...lines) => {
    expect(read('paragraph', ...lines)).toEqual([]);
  });
});

describe('an item numbered as the next one', () => {
  const lead = 'โครงการขุดลอกคลองหนองแขม งบประมาณ 280,000 บาท';
  const next = 'ซ่อมไฟส่องสว่าง เบิกจ่าย 61,200 บาท แล้วเสร็จ';

  test.each([
    ['๔.๒', '๔.๓'],
    ['4.2', '5.'],
    ['4.', '5.'],
    ['1.1.9', '1.1.10'],
  ])('%s, then %s: its facts are its own', (of, at) => {
    const [first] = read('paragraph', `${of} ${lead}`, `${at} ${next}`);
    expect(first).toMatchObject({ budget: '280,000 บาท' });
    expect(first).not.toHaveProperty('spent');
    expect(first).not.toHaveProperty('progress');
  });

  test.each([
    ['4.', '4.1'],
    ['4.', '1.'],
    ['4.2', '7.'],
  ])('%s, then %s: a part of it', (of, at) => {
    const [first] = read('paragraph', `${of} ${lead}`, `${at} ${next}`);
    expect(first).toMatchObject({ spent: 'เบิกจ่าย 61,200 บาท' });
  });
});

describe('a head over lines of figures', () => {
  const head = 'แผน ผล งบประมาณ เบิกจ่าย ร้อยละ';
  const works = [
    ['โครงการที่ 1 อบรมอาสาสมัคร', '68 คน 68 คน 54,400 54,400 100.00', 'สถานะ ดำเนินการแล้วเสร็จ'],
    ['โครงการที่ 2 จ้างงานเร่งด่วน', '140 คน 60 คน 588,000 252,000 42.86', 'สถานะ อยู่ระหว่างดำเนินการ'],
    ['โครงการที่ 3 ศูนย์บริการร่วม', '4 ครั้ง - 18,000 - -', ''],
  ];

  test('says what each of them is; a rate of the money is no progress', () => {
    const lines = works.flat().filter((line) => line !== '');
    const records = read('paragraph', head, ...lines, 'รวม 660,400 306,400 46.40');
    expect(records.map(({ budget, spent }) => [budget, spent])).toEqual([
      ['งบประมาณ 54,400', 'เบิกจ่าย 54,400'],
      ['งบประมาณ 588,000', 'เบิกจ่าย 252,000'],
      ['งบประมาณ 18,000', 'เบิกจ่าย -'],
    ]);
    const bare = read('paragraph', head, ...works.flatMap(([name, figures]) => [name!, figures!]));
    expect(bare).toHaveLength(3);
    expect(bare.every(({ progress }) => progress === undefined)).toBe(true);
  });

  test('says nothing where the figures do not fit it', () => {
    const unfit = works.flatMap(([name]) => [name!, '68 คน 60 คน 54,400 990,000 12.00']);
    expect(read('paragraph', head, ...unfit).some(({ spent }) => spent !== undefined)).toBe(false);
  });
});

describe('sheets bound together, one for each project by its number', () => {
  const sheet = (title: string): Segment[] => [
    { kind: 'heading', text: title, level: 3, region: 'main', locator: {} },
    {
      kind: 'paragraph',
      text: 'งบประมาณที่ได้รับ 45,000 บาท ใช้จริง 41,568 บาท คงเหลือ 3,432 บาท',
      region: 'main',
      locator: {},
    },
  ];
  const namesOf = (...titles: string[]) =>
    readLines(
      lexicon,
      titles.flatMap(sheet).map((segment, index) => ({ segment, index, echo: false })),
    ).map(({ name }) => name);

  test('are named by what follows the number', () => {
    const titles = ['แบบสรุปโครงการที่ 1 ยกระดับผลสัมฤทธิ์', 'แบบสรุปโครงการที่ ๒ ค่ายภาษาอังกฤษ'];
    expect(namesOf(...titles)).toEqual(['ยกระดับผลสัมฤทธิ์', 'ค่ายภาษาอังกฤษ']);
  });

  test('one of them, or forms without a name, list nothing', () => {
    expect(namesOf('แบบสรุปโครงการที่ 1 ยกระดับผลสัมฤทธิ์')).toEqual([]);
    expect(namesOf('แบบสรุปโครงการที่ 1 ........', 'แบบสรุปโครงการที่ 2 ........')).toEqual([]);
  });
});
