// Tables as offices set them: where the head ends, and which figures are money.
import { describe, expect, test } from 'vitest';
import { columnNotes } from '../../src/judge/column-notes.ts';
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
  test('ends where so much of so much is done, whatever words the other cells hold', () => {
    const facts = factsOf(
      table(
        0,
        'หน่วยงาน | โครงการที่รับผิดชอบ | สิ่งที่พบ | ข้อเสนอแนะของทีมเยี่ยม',
        'หอผู้ป่วยใน | ลดแผลกดทับ | ได้ที่นอน 12 จาก 20 หลัง ติดตั้งใช้แล้ว | ขอใช้เงินเหลือจ่ายซื้อส่วนที่ขาด',
        'ห้องฉุกเฉิน | ช่องทางด่วน | ซ้อมแล้ว 3 ครั้ง | เพิ่มการซ้อมเวรดึก',
        'หอผู้ป่วยเด็ก | มุมนมแม่ | ยังไม่ได้ลงมือ | ให้งานช่างส่งแบบ',
      ),
    );
    expect(facts.map(({ name }) => name)).toEqual(['ลดแผลกดทับ', 'ช่องทางด่วน', 'มุมนมแม่']);
    expect(facts[1]).toMatchObject({ owner: 'ห้องฉุกเฉิน', progress: 'ซ้อมแล้ว 3 ครั้ง', recommendations: 'เพิ่มการซ้อมเวรดึก' });
  });

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

  test('are none where their heading counts something', () => {
    const records = factsOf(
      table(
        1,
        'กิจกรรม | วัน เดือน ปี | ผู้เข้าร่วม (คน)',
        'โครงการฝึกอาชีพช่างไม้ | ก.พ. 68 | 120',
        'โครงการเยี่ยมญาติ | ส.ค. 68 | 531',
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

describe('the form of one project', () => {
  test('names it in its first row, whatever that begins with', () => {
    const reading = readTable(
      lexicon,
      table(
        1,
        'ชื่อโครงการ | ปรับปรุงลานกีฬาเก่า',
        'สนองกลยุทธ์ | ข้อ 2',
        'ลักษณะโครงการ | ต่อเนื่อง',
        'ระยะเวลา | มิ.ย. 2569 – ก.พ. 2570',
      ),
    );
    expect(reading.records.map(({ name }) => name)).toEqual(['ปรับปรุงลานกีฬาเก่า']);
    expect(reading.cells).toEqual([]);
  });

  test('is not a list of names with a column of another kind', () => {
    const records = factsOf(
      table(1, 'ชื่อโครงการ | สถานที่จัด', 'ลานดนตรีเยาวชน | สวนริมคลอง', 'ห้องสมุดเคลื่อนที่ | หมู่ที่ 4', 'ตลาดนัดชุมชน | ท่าเรือเก่า'),
    );
    expect(records.map(({ name }) => name)).toEqual(['ลานดนตรีเยาวชน', 'ห้องสมุดเคลื่อนที่', 'ตลาดนัดชุมชน']);
  });
});

test('what is left of a figure heads nothing: indicators with their targets and results are no pairs of name and value', () => {
  const reading = readTable(
    lexicon,
    table(
      0,
      'ตัวชี้วัด | เป้าทั้งปี | ผล 6 เดือน | แนวโน้ม',
      'โครงการที่แล้วเสร็จ | 100% | 37.50% | ตามแผน',
      'ผู้ผ่านการอบรม | 400 คน | 212 คน | เกินเป้า',
      'ศูนย์ที่ผ่านเกณฑ์ | 80% | 61% | ใกล้เคียง',
    ),
  );
  expect([...reading.columns].sort()).toEqual(['result', 'target']);
  expect(reading.told).toBe(3);
});

test('what was evaluated is a result, of projects of a year too', () => {
  const [first] = factsOf(
    table(
      0,
      'โครงการ ปี 2568 | ค่าเป้าหมาย | ผลประเมิน | แปลผล',
      'ห้องเรียนสีเขียว | 4.00 | 4.31 | ดี',
      'ลานดนตรี | 4.00 | 3.70 | พอใช้',
    ),
  );
  expect(first).toMatchObject({ name: 'ห้องเรียนสีเขียว', target: '4.00', result: '4.31' });
});

test('what a past year reached is a plan’s', () => {
  for (const record of factsOf(
    table(
      0,
      'โครงการ | ผลปี 2567 | ผลปี 2568 | เป้าหมายปี 2569',
      'ห้องเรียนสีเขียว | 3.90 | 4.31 | 4.50',
      'ลานดนตรี | 3.10 | 3.70 | 4.00',
    ),
  ))
    expect(Object.keys(record)).not.toContain('result');
});

test('columns of a round or of the whole year, and what the programmes are called that bands name', () => {
  const rows = table(
    0,
    'แผนงาน / กิจกรรม | แผนทั้งปี | ผล Q1-2 | เงินทั้งปี | จ่าย Q1-2 | หมายเหตุสภาพงาน',
    'ยุทธศาสตร์ที่ 1 พัฒนากำลังคน',
    'ฝึกช่างเชื่อม | 80 | 40 | 640,000 | 318,000 | กำลังฝึก',
    'ประเด็นที่ 2 อุตสาหกรรมใหม่',
    'ช่างรถไฟฟ้า | 100 | 40 | 800,000 | 320,000 | จบ 2 รุ่น',
  );
  expect(factsOf(rows)).toMatchObject([
    { name: 'ฝึกช่างเชื่อม', result: '40', budget: '640,000', spent: '318,000', progress: 'กำลังฝึก' },
    { name: 'ช่างรถไฟฟ้า', result: '40', budget: '800,000', spent: '320,000', progress: 'จบ 2 รุ่น' },
  ]);
});

test('a number says which activity it is; the cell beside it what it is called', () => {
  const rows = table(
    0,
    'ระดับ | คำอธิบาย | สิ่งที่ใช้วัด',
    'กิจกรรม 1.1.1 | โครงการโรงแปรรูปไผ่ | 3 โรง เงิน 3,600,000 บาท',
    'กิจกรรม 1.1.2 | โครงการครูช่างไผ่ | 24 ครั้ง เงิน 480,000 บาท',
  );
  expect(factsOf(rows).map(({ name }) => name)).toEqual(['โครงการโรงแปรรูปไผ่', 'โครงการครูช่างไผ่']);
});

describe('projects side by side', () => {
  const sheet = (...rows: string[]) =>
    table(
      0,
      'แผนงาน | แผนงานบริหารงานทั่วไป | แผนงานสาธารณสุข | รวม',
      'โครงการ | จัดซื้อระบบแผนที่ภาษี | พ่นหมอกควันกำจัดยุง | รวม',
      'งบที่ตั้ง | 380,000 | 160,000 | 540,000',
      ...rows,
    );

  test('under their programmes, beside their sum', () => {
    const rows = sheet('จ่ายไป | 120,000 | 64,000 | 184,000', 'งานถึงไหน | สำรวจแล้ว 3 จาก 9 หมู่บ้าน | พ่นครบรอบแรก');
    expect(factsOf(rows)).toMatchObject([
      {
        name: 'จัดซื้อระบบแผนที่ภาษี',
        programme: 'แผนงานบริหารงานทั่วไป',
        spent: '120,000',
        progress: 'สำรวจแล้ว 3 จาก 9 หมู่บ้าน',
      },
      { name: 'พ่นหมอกควันกำจัดยุง', programme: 'แผนงานสาธารณสุข', spent: '64,000', progress: 'พ่นครบรอบแรก' },
    ]);
  });

  test.each(['โอนลด', 'กันเงินไว้', 'ปรับลดงบ', 'ส่งคืนคลัง'])('money moved is not spent, whatever is left: %s', (moved) => {
    for (const record of factsOf(sheet(`${moved} | 120,000 | 64,000 | 184,000`, 'คงเหลือ | 260,000 | 96,000 | 356,000')))
      expect(Object.keys(record)).not.toContain('spent');
  });
});

describe('columns that the lines around a table say what they are of', () => {
  const planned = (over: string[], ...rows: string[]) => {
    const lines = over.map((text, index) => ({
      index,
      segment: { kind: 'paragraph' as const, text, region: 'main' as const, locator: {} },
    }));
    const around = { over, notes: columnNotes(lines) };
    return readTable(lexicon, table(1, 'โครงการ | แผน | ผล | สถานะ', ...rows), around).records.map(({ fields }) =>
      Object.fromEntries(fields),
    );
  };
  const sums = [
    'ทุนการศึกษา | 6,000,000 | 5,880,000 | จ่ายครบสองรอบ',
    'ค่ายวิทยาศาสตร์ | 1,200,000 | 430,000 | จัด 1 ใน 3 ค่าย',
  ];

  test.each([
    ['a title', 'แผน-ผลการใช้จ่ายเงินตามแผนการดำเนินงาน ประจำปี 2569 (บาท)'],
    ['a note', 'คอลัมน์ “ผล” คือเงินที่จ่ายจริงจากคลัง'],
  ])('%s says that they are of spending', (_, over) => {
    expect(planned([over], ...sums)[0]).toMatchObject({ budget: '6,000,000', spent: '5,880,000' });
  });

  test.each([
    ['money that came in', 'แผน-ผลการจัดเก็บเงินตามแผนการจัดเก็บรายได้ ประจำปี 2569 (บาท)', sums],
    ['a note on that', 'คอลัมน์ “ผล” คือเงินที่รับจริงเข้าคลัง', sums],
    ['work and money', 'ผลการดำเนินงานและการใช้จ่ายงบประมาณ', sums],
    ['counts', 'ผลการใช้จ่ายเงิน', ['ทุนการศึกษา | 60 | 58 | แล้วเสร็จ', 'ค่ายวิทยาศาสตร์ | 3 | 1 | แล้วเสร็จ']],
  ])('but not %s', (_, over, rows) => {
    for (const record of planned([over], ...rows)) expect(Object.keys(record)).not.toContain('spent');
  });

  const quarters = (over: string) =>
    readTable(
      lexicon,
      table(
        1,
        'โครงการ | วงเงิน | 1 | 2 | ความคืบหน้างาน (%)',
        'สะพานข้ามคลอง | 28,500,000 | 4,275,000 | 9,120,000 | 52',
        'ราวกันอันตราย | 3,200,000 | 0 | 480,000 | 15',
      ),
      { over: ['ยอดถึง 31 พฤษภาคม 2569', over] },
    ).records.map(({ fields }) => fields.get('spent'));

  test('a head torn off says that sums under quarters were paid', () => {
    expect(quarters('จ่ายสะสมสิ้นไตรมาส')).toEqual(['9,120,000', '480,000']);
    for (const over of [
      'คาดว่าจะจ่ายสะสมสิ้นไตรมาส',
      'แผนการเบิกจ่ายรายไตรมาส',
      'แผนปฏิบัติงานและแผนการใช้จ่ายงบประมาณ',
      'วงเงินรายไตรมาส',
    ])
      expect(quarters(over), over).toEqual([undefined, undefined]);
  });
});

describe('money in the remarks', () => {
  const remarked = (...remarks: string[]) =>
    factsOf(
      table(
        1,
        'งาน | ผลงานสะสม | หมายเหตุ',
        ...remarks.map((remark, at) => `ซ่อมบ้านพักหลังที่ ${at + 1} | เสร็จ ${at + 2} หลัง | ${remark}`),
      ),
    ).map((record) => 'spent' in record);

  test('is spent where they say so of most projects', () => {
    expect(remarked('จ่ายผู้รับจ้างแล้ว 1.28 ล้านบาท', 'เบิกเบี้ยเลี้ยงไป 0.86 ล้านบาท', 'ใช้หมด 600,000 บาท')).toEqual([
      true,
      true,
      true,
    ]);
  });
  test.each([
    ['prices and contracts', 'ราคากลาง 1.62 ล้านบาท ทำสัญญา 1.60 ล้านบาท', 'ค่าแรงเหมา 0.60 ล้านบาท'],
    ['what is to be paid', 'จะจ่ายงวดแรก 300,000 บาท', 'คาดว่าจะเบิก 86,000 บาท'],
    ['what was set aside', 'ตั้งเบี้ยเลี้ยงไว้ 1.00 ล้านบาท', 'กรอบ 250,000 บาท'],
    ['what is used up, and is no money', 'ใช้ปูนไปแล้ว 40 ถุง', 'จ่ายยาแล้ว 300 ราย'],
  ])('but not %s', (_, ...remarks) => {
    expect(remarked(...remarks)).toEqual(remarks.map(() => false));
  });
});

describe('a column of whatever name', () => {
  const seen = (heading: string, ...states: string[]) =>
    readTable(
      lexicon,
      table(
        1,
        `หมู่ | งาน | ${heading}`,
        ...states.map((state, at) => `${at + 1} | ขุดสระหนองบัวแห่งที่ ${at + 1} | ${state}`),
      ),
    );

  test.each(['สภาพที่เห็น', 'ไปดูแล้ว', 'พบว่า'])('tells how it stands with each: %s', (heading) => {
    const states = ['เสร็จ น้ำไหลดี', 'ติดแล้ว 6 จาก 10 ต้น', 'ยังไม่ลงมือ'];
    expect(seen(heading, ...states).records.map(({ fields }) => fields.get('progress'))).toEqual(states);
  });
  test.each([
    ['wishes', 'สภาพที่เห็น', 'น้ำท่วมถนนทุกปี', 'มืด เดินไม่ปลอดภัย', 'ตื้นเขิน'],
    ['readiness', 'ความพร้อมของแบบแปลน', 'แบบเสร็จแล้ว', 'ยังไม่มีแบบ', 'แบบเสร็จแล้ว'],
    ['what all are to be', 'ผลผลิตปลายทาง', 'ถนนแล้วเสร็จ', 'คลองแล้วเสร็จ', 'ฝายแล้วเสร็จ'],
  ])('tells none: %s', (_, heading, ...cells) => {
    expect([...seen(heading, ...cells).columns]).not.toContain('progress');
  });
});

test('a column that explains advises nothing by that', () => {
  const columns = (heading: string) => [
    ...readTable(lexicon, table(1, `โครงการ | ${heading}`, 'โครงการคลินิกคุณภาพ | ตามเกณฑ์')).columns,
  ];
  expect(columns('คำอธิบาย')).not.toContain('recommendations');
  expect(columns('วิเคราะห์/ข้อเสนอแนะ')).toContain('recommendations');
});
