// What a right title stands over and does not hold: another body's papers, the law instead of the mechanism, purchases, rows without figures.
import { describe, expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';
import { judgePage } from './judge-page.ts';

const title = (text: string) => `<title>${text}</title><h1>${text}</h1>`;

describe('a mechanism', () => {
  const named = title('กลไกการกำกับติดตามแผนปฏิบัติราชการ');
  test.each([
    '<p>พ.ร.ฎ. ว่าด้วยการบริหารกิจการบ้านเมืองที่ดี พ.ศ. 2546 มาตรา 12 ให้ทุกส่วนราชการกำหนดตัวชี้วัดและติดตามผลการปฏิบัติตามแผน</p>',
    '<p>ระเบียบกระทรวงมหาดไทยว่าด้วยการจัดทำแผนพัฒนา ข้อ 29 คณะกรรมการติดตามรายงานผลแผนอย่างน้อยปีละหนึ่งครั้ง</p><p>การติดตามแผนที่ดีย่อมนำไปสู่ความโปร่งใสและความเชื่อมั่นของประชาชน</p>',
    '<p>การติดตามแผนเป็นหัวใจสำคัญของความสำเร็จ นำไปสู่ความคุ้มค่าและความเชื่อมั่นของประชาชนที่มีต่อภาครัฐ</p>',
  ])('that only quotes the law, or praises it: %s', (said) =>
    expect(judgePage(named + said, 'monitoring-mechanism')).toBe('review/title-only'),
  );
  test.each([
    '<p>อาศัยอำนาจตามระเบียบกระทรวงมหาดไทยว่าด้วยการจัดทำแผนพัฒนา ข้อ 28 จึงแต่งตั้งคณะกรรมการติดตามแผน มีปลัดเป็นประธาน</p>',
    '<p>ตามมาตรา 12 แห่งพระราชกฤษฎีกาว่าด้วยหลักเกณฑ์การบริหารกิจการบ้านเมืองที่ดี</p><p>หัวหน้ากลุ่มยุทธศาสตร์รวบรวมความก้าวหน้าของโครงการตามแผน เสนอที่ประชุมสำนักงานทุกเดือน</p>',
    '<p>ระเบียบสำนักนายกรัฐมนตรีว่าด้วยการตรวจราชการ พ.ศ. 2548 ให้ติดตามแผน</p><table><tr><th>รอบ</th><th>ส่งรายงาน</th></tr><tr><td>6 เดือน</td><td>5 เมษายน</td></tr><tr><td>12 เดือน</td><td>5 ตุลาคม</td></tr></table>',
  ])('that says who follows the plan, or when: %s', (said) =>
    expect(judgePage(named + said, 'monitoring-mechanism')).toMatch(/^met/u),
  );
});

describe('a report whose cover is right', () => {
  const office = { kind: 'municipality', name: 'เทศบาลตำบลท่าลม' } as const;
  const cover = '# รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปีงบประมาณ พ.ศ. 2568\n# เทศบาลตำบลท่าลม\n';
  const rows =
    '| โครงการ | อนุมัติ | จ่ายจริง | ผล |\n| ตรวจสายตาผู้สูงอายุ | 22,000 | 21,400 | แล้วเสร็จ |\n| ฟันดีเด็กท่าลม | 15,000 | 15,000 | แล้วเสร็จ |\n';
  test('and which goes on with a fund of its own', () => {
    const text = `${cover}# ผลการดำเนินงานกองทุนฟื้นฟูสมรรถภาพ ประจำปี 2568\nกองทุนได้รับเงินสมทบ 90,000 บาท\n${rows}ข้อเสนอแนะ ควรประชาสัมพันธ์กองทุนให้มากขึ้น`;
    for (const criterion of ['evaluation-results', 'past-year-evaluation', 'recommendations', 'budget-progress'])
      expect(judgeDocument(text, criterion, office), criterion).not.toMatch(/^met/u);
  });
  test('and which tells of the plan, one chapter of a fund included', () => {
    const text = `${cover}# ส่วนที่ 1 ผลการดำเนินงานตามแผนดำเนินงาน\n${rows}# กองทุนสวัสดิการชุมชน\nกองทุนมีสมาชิก 120 คน\n# ข้อเสนอแนะ\nควรเร่งจัดทำโครงการตั้งแต่ต้นปี`;
    for (const criterion of ['evaluation-results', 'past-year-evaluation', 'recommendations'])
      expect(judgeDocument(text, criterion, office), criterion).toMatch(/^met/u);
  });
});

const table = (...rows: string[]) =>
  `<table>${rows
    .map(
      (row, at) =>
        `<tr>${row
          .split('|')
          .map((cell) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`))
          .join('')}</tr>`,
    )
    .join('')}</table>`;
const round = title('รายงานผลการกำกับติดตามและการใช้จ่ายงบประมาณ รอบ 6 เดือน ปีงบประมาณ 2569');
const ofRound = ['monitoring-results', 'budget-progress', 'progress-presentation'];

describe('rows of a round', () => {
  test.each([
    [
      'boats and cars',
      table(
        'รายการ|งานที่ทำ|ตั้งไว้|จ่ายจริง|สถานะ',
        'เรือตรวจการณ์ 2 ลำ|ทาสีใต้ท้องเรือ|90,000|88,100|แล้วเสร็จ',
        'รถกระบะ กต 3105|เปลี่ยนยาง|14,000|13,200|แล้วเสร็จ',
        'รถตู้ ทะเบียน นค 77|ซ่อมแอร์|8,000|0|ยังไม่ดำเนินการ',
      ),
    ],
    [
      'what was bought',
      table(
        'รายการ|ตั้งไว้|จ่ายจริง|สถานะ',
        'ดอกไม้ประดับเวที|2,000|1,900|ซื้อแล้ว',
        'เสื้อทีมงาน 20 ตัว|4,000|3,800|จ่ายแล้ว',
        'น้ำแข็งและแก้ว|600|580|จัดซื้อเรียบร้อย',
      ),
    ],
    [
      'noughts',
      table(
        'โครงการ|งบประมาณ|เบิกจ่าย|ร้อยละความก้าวหน้า',
        'โครงการปลูกป่าชายเลน|0|0|0',
        'โครงการอบรมชาวประมง|0.00|0.00|0',
        'โครงการเก็บอวนร้าง|๐|๐|๐',
      ),
    ],
    [
      'bands called by what heads them',
      table(
        'วงดนตรี|ได้รับ|ใช้ไป|ผลการดำเนินงาน',
        'วงดนตรีลูกทุ่ง|5,000|4,800|แสดง 2 ครั้ง แล้วเสร็จ',
        'วงดนตรีสากล|3,000|3,000|แสดง 1 ครั้ง แล้วเสร็จ',
        'วงดนตรีไทย|4,000|2,100|อยู่ระหว่างซ้อม',
      ),
    ],
    [
      'who was lent money',
      table(
        'ผู้กู้ยืม|อนุมัติ|จ่ายแล้ว|สถานะ',
        'ก้อง บ้านหัวหาด|20,000|20,000|โอนครบแล้ว',
        'ดาว บ้านปากน้ำ|20,000|20,000|โอนครบแล้ว',
        'ฝน บ้านกลาง|15,000|0|รอดำเนินการ',
      ),
    ],
    [
      'furniture',
      table(
        'ครุภัณฑ์|ตั้งไว้|จ่ายจริง|สถานะ',
        'ตู้เหล็ก 4 ใบ|20,000|19,000|ส่งมอบแล้ว',
        'เครื่องฉาย|30,000|28,500|ตรวจรับแล้ว',
        'จอภาพ 2 จอ|9,000|8,800|ตรวจรับแล้ว',
      ),
    ],
    [
      'the works of a club',
      table(
        'กิจกรรมของชมรมรักษ์สุขภาพ|ตั้งไว้|จ่ายจริง|สถานะ',
        'เดินเช้าริมทะเล|2,000|1,900|แล้วเสร็จ',
        'รำไม้พลอง|4,000|3,800|แล้วเสร็จ',
      ),
    ],
    [
      'the same one again',
      table(
        'โครงการ|งบประมาณ|เบิกจ่าย|สถานะ',
        'โครงการปลูกป่าชายเลน|80,000|79,000|แล้วเสร็จ',
        'โครงการปลูกป่าชายเลน|80,000|79,000|แล้วเสร็จ',
      ),
      ['budget-progress'],
    ],
    [
      'months to come',
      table(
        'โครงการ|งบประมาณ|เบิกจ่าย|ผลการดำเนินงาน',
        'โครงการปลูกป่าชายเลน|80,000|0|จะดำเนินการเดือนกรกฎาคม 2569',
        'โครงการอบรมชาวประมง|40,000|0|กำหนดจัด ส.ค. - ก.ย. 69',
        'โครงการเก็บอวนร้าง|20,000|0|จะเริ่มในไตรมาสที่ 4',
      ),
    ],
  ] as [string, string, string[]?][])('that are %s tell no progress', (_, rows, criteria = ofRound) => {
    for (const criterion of criteria) expect(judgePage(round + rows, criterion), criterion).not.toMatch(/^met/u);
  });

  test.each([
    [
      'works, one of them on boats',
      table(
        'รายการ|ตั้งไว้|จ่ายจริง|สถานะ',
        'ซ่อมเรือตรวจการณ์ 2 ลำ|90,000|88,100|แล้วเสร็จ',
        'อบรมชาวประมงพื้นบ้าน|14,000|13,200|แล้วเสร็จ',
        'ปลูกป่าชายเลน|8,000|0|ยังไม่ดำเนินการ',
      ),
    ],
    [
      'called by a part of the office, or by the roads that were built',
      table(
        'ถนน|งบประมาณ|เบิกจ่าย|สถานะ',
        'ก่อสร้างถนนสายหาดทราย|800,000|780,000|แล้วเสร็จ',
        'ก่อสร้างถนนสายท่าเรือ|640,000|300,000|อยู่ระหว่างดำเนินการ',
      ),
    ],
    [
      'in the months they were done in',
      table(
        'เดือน|งานที่ทำ|งบประมาณ|เบิกจ่าย|สถานะ',
        'ธ.ค. 68|อบรมชาวประมงพื้นบ้าน|14,000|13,200|แล้วเสร็จ',
        'ก.พ. 69|ปลูกป่าชายเลนอ่าวใน|8,000|7,900|แล้วเสร็จ',
        'มี.ค. 69|เก็บอวนร้างรอบเกาะ|6,000|2,000|อยู่ระหว่างดำเนินการ',
      ),
    ],
    [
      'not begun yet, with money given',
      table(
        'โครงการ|งบประมาณ|เบิกจ่าย|ร้อยละความก้าวหน้า',
        'โครงการปลูกป่าชายเลน|80,000|0|0',
        'โครงการอบรมชาวประมง|40,000|0|0',
      ),
    ],
    [
      'done in a month',
      table(
        'โครงการ|งบประมาณ|เบิกจ่าย|ผลการดำเนินงาน',
        'โครงการปลูกป่าชายเลน|80,000|79,000|ดำเนินการแล้ว ก.พ. 69',
        'โครงการอบรมชาวประมง|40,000|0|จะดำเนินการ ส.ค. 69',
      ),
    ],
  ])('that are %s do', (_, rows) => {
    for (const criterion of ofRound) expect(judgePage(round + rows, criterion), criterion).toMatch(/^met/u);
  });
});

describe('the first line under the title', () => {
  const past = title('รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2568');
  const rows = table('โครงการ|เป้าหมาย|ผลการดำเนินงาน', 'ปลูกป่าชายเลน|20 ไร่|20 ไร่ บรรลุ', 'เก็บอวนร้าง|4 ตัน|5 ตัน บรรลุ');
  test.each([
    '<p>ระเบียบวาระการประชุมคณะกรรมการ ครั้งที่ 2/2568</p><p>วาระที่ 1 แจ้งให้ทราบ</p><p>วาระที่ 2 ผลการดำเนินงานโครงการ</p><p>วาระที่ 3 เรื่องอื่น ๆ ที่ประชุมจะพิจารณาต่อไปในคราวหน้า</p>',
    `<p>ผลการดำเนินงานของจังหวัดลมทะเล ปีงบประมาณ 2568</p>${rows}`,
  ])('names what is there instead: %s', (html) => {
    for (const criterion of ['evaluation-results', 'past-year-evaluation'])
      expect(judgePage(past + html, criterion), criterion).not.toMatch(/^met/u);
  });
  test.each([
    `<p>นำเสนอที่ประชุมคณะกรรมการ ครั้งที่ 2/2568</p>${rows}`,
    `<p>สอดคล้องกับผลการดำเนินงานของจังหวัดลมทะเล สำนักงานทดสอบจังหวัดเกาะทรายดำเนินการ ดังนี้</p>${rows}`,
  ])('leads on to the results: %s', (html) => expect(judgePage(past + html, 'evaluation-results')).toMatch(/^met/u));
});

describe('a namesake', () => {
  const school = { kind: 'school', name: 'โรงเรียนวัดใหม่ธาราราม' } as const;
  const pages = (cover: string) => [
    '<h1>ยินดีต้อนรับ</h1><p>โรงเรียนวัดใหม่ธาราราม ตำบลริมน้ำ อำเภอบางปลาสร้อยใต้ จังหวัดชลธารา โทร. 038-111-222</p><a href="/1">รายงาน</a>',
    `${title('รายงานผลการดำเนินงานตามแผนปฏิบัติการประจำปีการศึกษา 2568')}<p>${cover}</p>${table('โครงการ|เป้าหมาย|ผลการดำเนินงาน', 'รักการอ่าน|120 คน|118 คน บรรลุ', 'ห้องเรียนสีเขียว|6 ห้อง|6 ห้อง บรรลุ')}<h2>ข้อเสนอแนะ</h2><p>ควรเพิ่มหนังสือภาพสำหรับชั้นเล็ก</p>`,
  ];
  const judged = (cover: string) => judgePage(pages(cover), 'evaluation-results', school);
  test('of another province or district has written it', () => {
    expect(judged('โรงเรียนวัดใหม่ธาราราม อำเภอดงหลวงเหนือ จังหวัดนครพนาไพร')).not.toMatch(/^met/u);
    expect(judged('โรงเรียนวัดใหม่ธาราราม ตำบลริมน้ำ อ.เกาะช้างทอง จ.ชลธารา')).not.toMatch(/^met/u);
  });
  test('is none where the place is the same, misspelt, or another body’s', () => {
    expect(judged('โรงเรียนวัดใหม่ธาราราม อ.บางปลาสร้อยใต้ จ.ชลธารา')).toMatch(/^met/u);
    expect(judged('โรงเรียนวัดใหม่ธาราราม อำเภอบางปลาสร้อยใต จังหวัดชลธารา')).toMatch(/^met/u);
    expect(judged('อบรมร่วมกับโรงเรียนบ้านเขา จังหวัดนครพนาไพร')).toMatch(/^met/u);
  });
});

describe('a letter', () => {
  const hospital = { kind: 'hospital', name: 'โรงพยาบาลคลองจันทร์' } as const;
  const rows = table(
    'โครงการ|งบประมาณ|เบิกจ่าย|สถานะ',
    'ตรวจมะเร็งเต้านม|120,000|90,000|ดำเนินการแล้วร้อยละ 75',
    'ออกหน่วยทันตกรรม|60,000|60,000|แล้วเสร็จ',
  );
  const letter = (head: string, to: string) =>
    `<p>ที่ สธ 0032/ว 88</p><p>${head}</p><p>เรื่อง แจ้งผลการดำเนินงานตามแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน</p><p>เรียน ${to}</p>${rows}`;
  test.each(['ผู้อำนวยการโรงพยาบาลคลองจันทร์', 'ผู้อำนวยการโรงพยาบาลทุกแห่ง'])(
    'from above to %s tells of those above',
    (to) => {
      for (const criterion of ['monitoring-results', 'budget-progress'])
        expect(judgePage(letter('สำนักงานสาธารณสุขจังหวัดแม่คลอง', to), criterion, hospital), criterion).not.toMatch(
          /^met/u,
        );
    },
  );
  test('of its own, or a memo, tells of itself', () => {
    for (const html of [
      letter('โรงพยาบาลคลองจันทร์ 9 หมู่ 4', 'นายแพทย์สาธารณสุขจังหวัดแม่คลอง'),
      `<p>บันทึกข้อความ</p><p>ส่วนราชการ กลุ่มงานยุทธศาสตร์</p><p>เรื่อง รายงานผลการดำเนินงานตามแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน</p><p>เรียน ผู้อำนวยการโรงพยาบาลคลองจันทร์</p>${rows}`,
    ])
      expect(judgePage(html, 'budget-progress', hospital)).toMatch(/^met/u);
  });
});

test.each(['ขอเชิญบุคลากรทุกท่านกรอกแบบประเมินภายในสิ้นเดือน', 'แบบสำรวจบรรยากาศในการทำงานของเจ้าหน้าที่ ศูนย์ทดสอบ'])(
  '%s: the staff are no outsiders',
  (said) => {
    const form = (line: string) =>
      `${title('แบบสอบถามความคิดเห็น')}<p>${line}</p><form><input name="a"><input name="b"><input name="c"><textarea name="d"></textarea></form>`;
    expect(judgePage(form(said), 'stakeholder-survey')).not.toMatch(/^met/u);
    expect(judgePage(form('สำหรับประชาชนผู้มาใช้บริการ โปรดให้คะแนนเจ้าหน้าที่'), 'stakeholder-survey')).toMatch(/^met/u);
  },
);
