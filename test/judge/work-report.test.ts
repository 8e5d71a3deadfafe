// Reports on the year's work that are told piece by piece under no title of their kind, and lists of work that are none.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const met = (html: string | readonly string[], criterion: string) => judgePage(html, criterion).startsWith('met');
const h = (text: string) => `<h1>${text}</h1>`;
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const li = (...lines: string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
const card = (name: string, ...facts: string[]) => `<h3>${name}</h3>${p(...facts)}`;

const half = h('หกเดือนแรกเราทำอะไรไปบ้าง') + p('งานตามแผนปี 2569 นับถึงสิ้นเดือนมีนาคม');
const year = (named: string) => h('เราทำอะไรไปบ้าง') + p(`งานตามแผนทั้งปีงบประมาณ ${named}`);
const inPassing = [
  'ซ่อมสะพานปลาบ้านแหลม เทเสร็จตั้งแต่กุมภา ตั้งไว้ 386,000 จ่ายไป 361,500',
  'ปลูกโกงกางแนวคลอง ลงกล้าแล้วครึ่งหนึ่ง ตั้งไว้ 42,000 จ่ายไป 18,300',
  'ค่ายเยาวชนรักทะเล ยังไม่ได้จัด ตั้งไว้ 60,000 ยังไม่ได้จ่าย',
];
const aims = ['เก็บอวนร้าง เป้า 40 ครั้ง ได้ 38', 'อบรมชาวประมง เป้า 6 รุ่น ได้ 6', 'ปล่อยพันธุ์ปู เป้า 12,000 ตัว ได้ 12,400'];
const states = ['ซ่อมสะพานปลา แล้วเสร็จ', 'เก็บอวนร้าง กำลังทำ', 'ค่ายเยาวชนรักทะเล เลื่อนไปกรกฎาคม'];

describe('how far each has come, and what was spent on it', () => {
  test.each([
    ['in passing', p(...inPassing)],
    ['from what was had to what was spent', p('ทาสีรั้วท่าเรือ 50,000 → 49,200 เสร็จ', 'เก็บอวนร้าง 80,000 → 31,500 กำลังทำ')],
    [
      'so much of so much',
      li('ทาสีรั้วท่าเรือ ใช้ 49,200 จาก 50,000 บาท เสร็จแล้ว', 'เก็บอวนร้าง ใช้ 31,500 จาก 80,000 บาท กำลังทำ'),
    ],
    ['in millions', li('จ้างออกแบบท่าเรือ 3.10 ล้านบาท เบิก 1.24 อยู่ระหว่างตรวจแบบ', 'ขุดร่องน้ำ 12.5 ล้านบาท เบิก 12.4 แล้วเสร็จ')],
    [
      'on cards under headings',
      card('ซ่อมสะพานปลา', 'แล้วเสร็จ', 'ตั้งไว้ 386,000 จ่าย 361,500') +
        card('เก็บอวนร้าง', 'กำลังทำ', 'ตั้งไว้ 80,000 จ่าย 31,500'),
    ],
    [
      'under the links to their pages',
      p('<a href="/a">ซ่อมสะพานปลา</a>', 'แล้วเสร็จ จ่าย 361,500') + p('<a href="/b">เก็บอวนร้าง</a>', 'กำลังทำ จ่าย 31,500'),
    ],
  ])('%s', (_, lines) => {
    for (const criterion of ['monitoring-results', 'budget-progress', 'projects'])
      expect(met(half + lines, criterion), criterion).toBe(true);
    for (const criterion of ['evaluation-results', 'past-year-evaluation', 'plan-current', 'plan-link'])
      expect(met(half + lines, criterion), criterion).toBe(false);
  });
});

describe('how far each has come, without money', () => {
  test.each([
    ['states', li(...states)],
    [
      'states under the names of divisions',
      p('กลุ่มบริหารงานประมง') + li(...states.slice(0, 2)) + p('กลุ่มอาชีพ') + li(states[2]!),
    ],
    [
      'states under the links to their pages',
      p('<a href="/a">ซ่อมสะพานปลา</a>', 'แล้วเสร็จ', '<a href="/b">เก็บอวนร้าง</a>', 'กำลังทำ') +
        p('<a href="/c">ค่ายเยาวชนรักทะเล</a>', 'ยังไม่ได้จัด'),
    ],
    ['aims and results', li(...aims)],
    ['so many of so many', li('เก็บอวนร้าง 22 จาก 40 ครั้ง', 'อบรมชาวประมง 3/6 รุ่น', 'ตรวจเรือ 110 ใน 240 ลำ')],
    [
      'figures over what they count',
      p('22/40', 'ครั้ง เก็บอวนร้าง', '3/6', 'รุ่น อบรมชาวประมง', '110/240', 'ราย ตรวจเรือเล็ก'),
    ],
    [
      'what is labelled as its result',
      card('ซ่อมสะพานปลา', 'ผล : เปลี่ยนเสาครบทั้งแปดต้น') +
        card('เก็บอวนร้าง', 'ผล : เก็บได้สองตันเศษ') +
        card('ค่ายเยาวชนรักทะเล', 'ผล : มีเด็กมาร่วมสองโรงเรียน'),
    ],
  ])('%s', (_, lines) => {
    for (const criterion of ['monitoring-results', 'projects'])
      expect(met(half + lines, criterion), criterion).toBe(true);
    expect(judgePage(half + lines, 'budget-progress')).toBe('not-met/incomplete');
  });

  test('a camp and a product are pieces of work, sums and results are not', () => {
    const html = half + li('ค่ายเยาวชนรักทะเล แล้วเสร็จ', 'ผลิตพันธุ์ปูม้า กำลังทำ', 'พลังงานแดดบนท่าเรือ ยังไม่ได้เริ่ม');
    expect(met(html, 'monitoring-results')).toBe(true);
    expect(met(half + li('ค่าวัสดุ แล้วเสร็จ', 'ผลรวม กำลังทำ', 'งบลงทุน ยังไม่ได้เริ่ม'), 'monitoring-results')).toBe(false);
  });
});

test('the only heading over a few pieces names none of them, nor is the year’s name their budget', () => {
  const html =
    h('งานและเงินปีนี้') + p('ตามแผนปีงบประมาณ 2569', 'ทาสีรั้วท่าเรือ 50,000 → 49,200 เสร็จ', 'เก็บอวนร้าง 80,000 → 31,500 กำลังทำ');
  expect(met(html, 'budget-progress')).toBe(true);
});

describe('a year that is over', () => {
  test('with results beside aims, it is an evaluation', () => {
    for (const criterion of ['evaluation-results', 'past-year-evaluation'])
      expect(met(year('2568') + li(...aims), criterion), criterion).toBe(true);
    expect(judgePage(year('2568') + li(...aims), 'monitoring-results')).toBe('not-met/outdated');
  });

  test('any round of it serves (criteria.md)', () => {
    for (const quarter of ['2', '4'])
      expect(met(h(`ไตรมาส ${quarter} ปี 2568 งานตามแผนถึงไหน`) + li(...aims), 'past-year-evaluation')).toBe(true);
  });

  test('so is what became of each', () => {
    expect(met(year('2568') + li(...states), 'past-year-evaluation')).toBe(true);
  });

  test.each([
    ['of what was spent', year('2568') + p('การเบิกจ่ายรายโครงการ') + li(...states)],
    ['long ago', year('2565') + li(...aims)],
  ])('no evaluation of it: %s', (_, html) => {
    expect(met(html, 'past-year-evaluation')).toBe(false);
  });
});

describe('counts by strategy', () => {
  const counts =
    h('ผลงานครึ่งปีแรก 2569') +
    p('งานตามแผนพัฒนา') +
    li('คุณภาพชีวิต 11 จาก 30', 'เศรษฐกิจชายฝั่ง 6 จาก 14', 'ทรัพยากรทะเล 9 จาก 21');

  test('monitor the plan, and name no projects', () => {
    expect(met(counts, 'monitoring-results')).toBe(true);
    for (const criterion of ['projects', 'budget-progress']) expect(met(counts, criterion), criterion).toBe(false);
  });
});

describe('minutes', () => {
  const minutes = (...lines: string[]) =>
    h('รายงานการประชุมหัวหน้ากลุ่มงาน ครั้งที่ 4/2569') + p('วันที่ 3 เมษายน 2569', 'ระเบียบวาระที่ 3 เรื่องสืบเนื่อง', ...lines);
  const followed = [
    'ซ่อมสะพานปลา แล้วเสร็จ เบิก 361,500 บาท',
    'เก็บอวนร้าง กำลังทำ เบิก 31,500 บาท',
    'ค่ายเยาวชนรักทะเล ยังไม่เบิก',
  ];

  test('in which the plan is followed', () => {
    const html = minutes('รายงานความคืบหน้าโครงการตามแผน ปีงบประมาณ 2569 ดังนี้', ...followed);
    for (const criterion of ['monitoring-results', 'budget-progress', 'projects'])
      expect(met(html, criterion), criterion).toBe(true);
  });

  describe('of a council that was told how many of the projects were carried out', () => {
    const item = (subject: string, ...lines: string[]) =>
      h('รายงานการประชุมสภาองค์การบริหารส่วนตำบล สมัยสามัญที่ 4/2569') +
      p(`ระเบียบวาระที่ 5 เรื่อง รับทราบ${subject}`, ...lines, 'ระเบียบวาระที่ 6 เรื่องอื่น ๆ', 'ไม่มี เลิกประชุมเวลา 12.15 น.');
    const said = 'นายก อบต. เรียนว่าปีนี้เราทำโครงการได้ 26 จาก 33 โครงการ คณะกรรมการให้คะแนนเฉลี่ยร้อยละ 78';

    test('under an item that reports on the plan', () => {
      expect(met(item('รายงานการติดตามแผนการดำเนินงาน ปี 2569', said), 'monitoring-results')).toBe(true);
    });

    test.each([
      ['an item of another subject', item('รายงานการติดตามแผนป้องกันการทุจริต ปี 2569', said)],
      ['no number told', item('รายงานการติดตามแผนการดำเนินงาน ปี 2569', 'ที่ประชุมรับทราบ')],
      [
        'a number under the next item',
        item('รายงานการติดตามแผนการดำเนินงาน ปี 2569', 'ที่ประชุมรับทราบ', 'ระเบียบวาระที่ 5/1 เรื่อง รายงานผลกองทุนหมู่บ้าน', said),
      ],
    ])('not: %s', (_, html) => {
      expect(met(html, 'monitoring-results')).toBe(false);
    });
  });

  test('in a table of the plan’s projects, whatever the item is called', () => {
    const table = (head: string, rows: readonly string[]) =>
      `<table>${[head, ...rows].map((cells, at) => `<tr>${cells.replaceAll(/[^|]+/gu, at === 0 ? '<th>$&</th>' : '<td>$&</td>').replaceAll('|', '')}</tr>`).join('')}</table>`;
    const plan = `<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>${table('โครงการ|งบประมาณ|ระยะเวลา', ['ซ่อมสะพานปลาเกาะกลาง|361,500|พ.ย. 68', 'เก็บอวนร้างใต้ทะเล|90,000|ม.ค. 69'])}`;
    const told = table('เรื่อง|ได้มา|จ่ายแล้ว|ไปถึงไหน', [
      'ซ่อมสะพานปลาเกาะกลาง|361,500|361,500|เสร็จแล้ว',
      'เก็บอวนร้างใต้ทะเล|90,000|31,500|เก็บแล้ว 4 จาก 9 จุด',
    ]);
    const page = (table: string) => minutes('ปีงบประมาณ พ.ศ. 2569 ข้อมูลถึงสิ้นเดือนมีนาคม') + table + p('มติที่ประชุม รับทราบ');
    const judged = (html: string, criterion: string) => judgePage([plan, html], criterion);
    for (const criterion of ['monitoring-results', 'budget-progress'])
      expect(judged(page(told), criterion), criterion).toMatch(/^met/u);
    const named = page(told).replace('เรื่องสืบเนื่อง', 'เรื่องเพื่อทราบ : โครงการตามแผนของสำนักงาน ปี 2569');
    expect(judgePage(named, 'budget-progress')).toMatch(/^met/u);
    const others = told
      .replaceAll('ซ่อมสะพานปลาเกาะกลาง', 'ทาสีรั้วสำนักงาน')
      .replaceAll('เก็บอวนร้างใต้ทะเล', 'ล้างเครื่องปรับอากาศ');
    for (const criterion of ['monitoring-results', 'budget-progress'])
      expect(judged(page(others), criterion), criterion).not.toMatch(/^met/u);
  });

  test.each([
    ['housekeeping', minutes('ซ่อมแอร์ชั้นสอง แล้วเสร็จ เบิก 3,500 บาท', 'จัดเวรสงกรานต์ กำลังทำ', 'ทำป้ายชื่อห้อง ยังไม่เบิก')],
    ['no work told of', minutes('รายงานความคืบหน้าโครงการตามแผน ปีงบประมาณ 2569', 'ที่ประชุมรับทราบ')],
  ])('none: %s', (_, html) => {
    for (const criterion of ['monitoring-results', 'budget-progress', 'projects'])
      expect(met(html, criterion), criterion).toBe(false);
  });
});

describe('none of the agency’s own work of a year', () => {
  const title = (text: string, lines = inPassing, ...over: string[]) => h(text) + p(...over) + li(...lines);
  const boxes = ['ซ่อมสะพานปลา ☐ เสร็จ ☐ กำลังทำ', 'เก็บอวนร้าง ☐ เสร็จ ☐ กำลังทำ', 'ปล่อยพันธุ์ปู ☐ เสร็จ ☐ กำลังทำ'];

  test.each([
    ['fund-raising', title('ผ้าป่าสามัคคี ปี 2569 ทำอะไรไปบ้าง')],
    ['gifts, by the line under the title', title('งานที่ทำแล้ว ปี 2569', inPassing, 'เงินกฐินของศิษย์เก่าใช้ไปกับ')],
    ['relief payments', title('งานเยียวยาน้ำท่วม ปี 2569')],
    ['a village fund', title('กองทุนหมู่บ้าน ปี 2569 ทำอะไร')],
    ['a department’s works here', title('งานในพื้นที่เรา ปี 2569', inPassing, 'โครงการของกรมทางหลวง')],
    ['other bodies’ works', title('งานของหน่วยงานอื่นในพื้นที่ ปี 2569')],
    ['the government’s', title('ผลงานรัฐบาล ปี 2569', aims)],
    ['an inspector’s round', title('ตรวจราชการ รอบที่ 1 ปีงบประมาณ 2569', inPassing, 'ผู้ตรวจราชการติดตามงานของจังหวัด')],
    [
      'a memo on another plan',
      p('บันทึกข้อความ', 'เรื่อง รายงานผลตามแผนปฏิบัติการป้องกันการทุจริต รอบ 6 เดือน ปี 2569') +
        li('อบรมจรรยาบรรณ เป้า 2 ครั้ง ได้ 2', 'ตรวจทรัพย์สิน เป้า 4 ครั้ง ได้ 2', 'ป้ายงดรับของขวัญ เป้า 9 จุด ได้ 9'),
    ],
    ['blanks', half + li(...inPassing.map((line) => line.replace(/จ่ายไป.*|ยังไม่ได้จ่าย/u, 'จ่ายไป ........')))],
    ['boxes', half + li(...boxes)],
    [
      'one project',
      h('งานซ่อมสะพาน ปี 2569') + p('ชื่อโครงการ ซ่อมสะพานปลาบ้านแหลม') + li('รื้อพื้นเดิม แล้วเสร็จ จ่าย 40,000', ...inPassing),
    ],
    [
      'parts of a building',
      title('สร้างตึกใหม่ ปี 2569 คืบหน้าถึงไหน', ['งานฐานราก แล้วเสร็จ', 'งานโครงสร้าง กำลังทำ', 'งานหลังคา ยังไม่ได้เริ่ม']),
    ],
    ['one piece alone', half + li(inPassing[0]!)],
    [
      'few among much else',
      half +
        p(
          ...inPassing.slice(0, 2),
          ...[...'กขคงจฉชซฌญฎฏฐฑ'].map((at) => `เรื่องเล่าจากหมู่บ้านชายทะเลและผู้คน ตอน ${at}`),
          inPassing[2]!,
        ),
    ],
    ['a story of no year', title('งานที่ท่าเรือของเรา')],
    [
      'purchases',
      title('หกเดือนแรกเราทำอะไรไปบ้าง ปี 2569', [
        'ซื้อรถบรรทุก วงเงิน 386,000 เบิกแล้ว 361,500 ส่งมอบแล้ว',
        'จ้างเหมาทำความสะอาด วงเงิน 80,000 เบิกแล้ว 31,500 กำลังทำ',
        'เช่าเครื่องถ่ายเอกสาร วงเงิน 60,000 เบิกแล้ว 10,000',
      ]),
    ],
    ['procurement, by the title', title('ความก้าวหน้าการจัดซื้อจัดจ้าง ปี 2569')],
    [
      'what is to come',
      title('ครึ่งปีหลังจะทำอะไรบ้าง ปี 2569', [
        'ซ่อมสะพานปลา จะใช้งบ 386,000 ให้เสร็จภายในกรกฎาคม',
        'เก็บอวนร้าง จะใช้งบ 80,000 ต้องเสร็จก่อนสิงหาคม',
        'ค่ายเยาวชนรักทะเล จะจ่าย 60,000',
      ]),
    ],
    [
      'requests',
      title('คำของบประมาณ ปี 2570', ['ซ่อมสะพานปลา ขอตั้ง 386,000 ปีก่อนใช้ 361,500', 'เก็บอวนร้าง ขอตั้ง 80,000 ปีก่อนใช้ 31,500']),
    ],
    ['a person’s work', title('ผลการปฏิบัติงานรายบุคคล รอบ 6 เดือน ปี 2569', aims)],
    ['for a rise in pay', title('ประเมินเลื่อนเงินเดือน ครึ่งปีแรก 2569', aims)],
    ['personnel', title('งานพัฒนาบุคลากร ครึ่งปีแรก 2569', aims)],
    ['risks', title('งานบริหารความเสี่ยง ปี 2569 คืบหน้าถึงไหน', states)],
    [
      'statistics',
      title('สถิติงานบริการ ปี 2569', ['ต่อใบอนุญาตเรือ 640 ราย', 'ตรวจเรือประมง 110 ลำ', 'ออกหนังสือรับรอง 82 ฉบับ']),
    ],
    [
      'aims alone',
      title('งานของเรา ปี 2569', ['ต่อภาษีเรือ เป้าหมาย 800 ราย', 'ขึ้นทะเบียนเรือ เป้าหมาย 120 ราย', 'ตรวจเรือ เป้าหมาย 300 ราย']),
    ],
    ['scores', title('ผลการแข่งขันปี 2569', ['ทีมบ้านแหลม ชนะ 3 จาก 5', 'ทีมบ้านนอก ชนะ 2 จาก 5', 'ทีมบ้านใน ชนะ 5 จาก 5'])],
    [
      'marks',
      title('ผลสอบปลายภาค ปี 2569', [
        'ภาษาไทย ผ่าน 38 จาก 40 คน',
        'คณิตศาสตร์ ผ่าน 22 จาก 40 คน',
        'วิทยาศาสตร์ ผ่าน 31 จาก 40 คน',
      ]),
    ],
    [
      'savings of energy',
      title('ผลงานลดใช้พลังงาน ปี 2569', [
        'เปลี่ยนหลอดไฟ เป้า 40 จุด ได้ 38',
        'ล้างแอร์ เป้า 12 เครื่อง ได้ 12',
        'ปิดไฟพักเที่ยง เป้า 9 ห้อง ได้ 9',
      ]),
    ],
    ['an auditor’s remarks', title('ข้อทักท้วง ปี 2569 งานถึงไหน', states)],
    ['upkeep', title('งานซ่อมบำรุง ปี 2569', states)],
    ['divisions', title('ผลการใช้เงินปี 2569', ['กองช่าง ตั้งไว้ 386,000 จ่ายไป 361,500', 'สำนักปลัด ตั้งไว้ 80,000 จ่ายไป 31,500'])],
    [
      'sorts of expense',
      title('ผลการใช้เงินปี 2569', ['ค่าตอบแทน ตั้งไว้ 386,000 จ่ายไป 361,500', 'ค่าวัสดุ ตั้งไว้ 80,000 จ่ายไป 31,500']),
    ],
    [
      'steps of making a plan',
      title('ขั้นตอนจัดทำแผนปฏิบัติราชการ ปี 2570', ['ประชุมระดมความคิด แล้วเสร็จ', 'ยกร่างแผน กำลังทำ', 'เสนอผู้บริหาร ยังไม่ได้เริ่ม']),
    ],
    [
      'news',
      h('ข่าวกิจกรรม ปี 2569') + p('นายอำเภอเปิดงานวันปลา มีผู้ร่วมงาน 300 คน', 'จัดแข่งเรือแล้วเสร็จด้วยดี', 'มอบรางวัลครบทุกคน'),
    ],
    ['how to fill it in', title('คู่มือติดตามงาน ปี 2569', aims, 'ตัวอย่างการกรอก')],
  ])('%s', (_, html) => {
    for (const criterion of ['monitoring-results', 'budget-progress', 'projects', 'evaluation-results'])
      expect(met(html, criterion), criterion).toBe(false);
  });
});

describe('minutes in which each tells of his own work', () => {
  const minutes = (...lines: string[]) =>
    h('รายงานการประชุมหัวหน้าส่วนราชการ ครั้งที่ 4/2569') +
    p('วันที่ 9 เมษายน 2569', 'เรื่องสืบเนื่อง งานในแผนการดำเนินงานปี 2569 คืบหน้าถึงสิ้นเดือนมีนาคม', ...lines);
  test.each([
    [
      'said before',
      'ผู้อำนวยการกองช่าง รายงานว่า ถนนเลียบคลอง วงเงิน 4,860,000 บาท ทำได้ร้อยละ 65 จ่ายแล้ว 2,430,000 บาท',
      'หัวหน้าฝ่ายสาธารณสุข แจ้งที่ประชุมทราบว่า เมืองสะอาดน่าอยู่ ตั้งไว้ 350,000 บาท ใช้แล้ว 142,300 บาท จัดแล้ว 3 สาย',
    ],
    [
      'said behind',
      'บ้านมั่นคงคนจน คุณลัดดา: สร้างไปแล้ว 31 จาก 60 หลัง ใช้ 2,100,000 จาก 4,800,000 บาท',
      'ครอบครัวเข้มแข็ง คุณจิต: อบรมแล้ว 3 จาก 9 อำเภอ ใช้ 84,000 จาก 270,000 บาท',
    ],
  ])('with who %s', (_, ...lines) => {
    expect(met(minutes(...lines), 'budget-progress')).toBe(true);
    expect(met(minutes(...lines), 'projects')).toBe(true);
  });
  test('and nothing of the plan', () => {
    const other =
      h('รายงานการประชุมหัวหน้าส่วนราชการ ครั้งที่ 4/2569') +
      p(
        'ผู้อำนวยการกองช่าง รายงานว่า รถบรรทุกเสีย ซ่อมแล้วเสร็จ ใช้ 24,000 บาท',
        'หัวหน้าฝ่ายปกครอง รายงานว่า งานสงกรานต์เสร็จเรียบร้อย ใช้ 80,000 บาท',
      );
    expect(met(other, 'budget-progress')).toBe(false);
  });
});

describe('what an inspector looked into', () => {
  const title = h('รายงานผลการตรวจราชการ รอบที่ 2 ประจำปีงบประมาณ พ.ศ. 2569');
  const office = [
    '2.1 งานสารบรรณ ลงรับหนังสือในระบบแล้ว 1,200 ฉบับ จากที่รับเข้า 2,000 ฉบับ ที่เหลือยังลงรับด้วยสมุดทะเบียนของแต่ละฝ่าย',
    '2.2 ยานพาหนะ มีรถราชการ 3 คัน ทำบันทึกการใช้รถครบทุกคัน พบว่า 2 คันขาดการตรวจสภาพและยังไม่ต่อทะเบียน',
    '2.3 อาคารสถานที่ ห้องเก็บเอกสารมีน้ำรั่ว ถังดับเพลิงหมดอายุ 4 จาก 9 ถัง งานจัดเก็บจึงค้างหนึ่งเดือน',
  ];
  const advice = `<h3>3. ข้อเสนอแนะของผู้ตรวจราชการ</h3>${li('ให้ลงรับหนังสือในระบบทุกฉบับภายในวันเดียวกัน', 'รถที่ขาดการตรวจสภาพให้นำเข้าตรวจ')}`;
  const verdicts = (html: string) => ['monitoring-results', 'recommendations'].map((id) => met(html, id));

  test('the office', () => {
    expect(verdicts(title + p(...office) + advice)).toEqual([false, false]);
  });
  test.each([
    ['the plan', p('ตรวจติดตามการขับเคลื่อนแผนปฏิบัติราชการประจำปี ดำเนินการแล้วร้อยละ 60', ...office)],
    ['projects', p(...office, '2.4 โครงการปล่อยพันธุ์สัตว์น้ำ ปล่อยแล้ว 1,200,000 ตัว อยู่ระหว่างดำเนินการ')],
    ['policies', p('ผลการดำเนินงานตามนโยบายสำคัญ 4 ด้าน', ...office)],
  ])('the office and %s', (_, lines) => {
    expect(verdicts(title + lines + advice)).toEqual([true, true]);
  });
});
