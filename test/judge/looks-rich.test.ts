// Papers that look like what their title says and are of another year, another body or another sort; and honest ones that look alike.
import { describe, expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';
import { judgePage } from './judge-page.ts';

const title = (text: string) => `<title>${text}</title><h1>${text}</h1>`;
const table = (...rows: string[]) =>
  `<table>${rows
    .map((row, at) => {
      const cell = at === 0 ? 'th' : 'td';
      return `<tr>${row
        .split('|')
        .map((text) => `<${cell}>${text}</${cell}>`)
        .join('')}</tr>`;
    })
    .join('')}</table>`;
const college = { kind: 'college', name: 'วิทยาลัยเทคนิคริมผา' } as const;

describe('a report under the cover of a later year', () => {
  const cover = '# รายงานผลการดำเนินงานตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2568\nวิทยาลัยเทคนิคริมผา\n';
  const told = (intro: string, advice: string) =>
    `${cover}# บทสรุป\n${intro}\n| โครงการ | เป้าหมาย | ผล |\n| ค่ายช่างชุมชน | 3 ครั้ง | 2 ครั้ง ไม่บรรลุ |\n| อบรมครูฝึก | 40 คน | 44 คน บรรลุ |\n# ข้อเสนอแนะ\n${advice}`;
  test('is in conflict with it, where all it tells is older', () => {
    const text = told(
      'ในปีงบประมาณ พ.ศ. 2564 วิทยาลัยดำเนินโครงการ 12 โครงการ บรรลุ 9 โครงการ ข้อมูล ณ วันที่ 30 กันยายน 2564',
      'ในปีงบประมาณ 2565 ควรเริ่มจัดค่ายให้เร็วขึ้น',
    );
    for (const criterion of ['evaluation-results', 'recommendations', 'past-year-evaluation'])
      expect(judgeDocument(text, criterion, college), criterion).toBe('review/label-conflict');
  });
  test.each([
    ['ในปีงบประมาณ พ.ศ. 2568 วิทยาลัยดำเนินโครงการ 12 โครงการ บรรลุ 9 โครงการ สูงกว่าปีงบประมาณ พ.ศ. 2564', 'its own'],
    ['วิทยาลัยดำเนินโครงการ 12 โครงการ บรรลุ 9 โครงการ ตามคำสั่งลงวันที่ 5 มีนาคม 2562', 'none'],
    ['บรรลุ 9 โครงการ ดีขึ้นจากปีงบประมาณ พ.ศ. 2566 และปีงบประมาณ พ.ศ. 2567', 'the years before, beside its own'],
  ])('is what it says, where it names the year: %s', (intro) =>
    expect(judgeDocument(told(intro, 'ควรเริ่มจัดค่ายให้เร็วขึ้น'), 'evaluation-results', college)).toMatch(/^met/u),
  );
});

describe('recommendations', () => {
  const report = (heading: string, said: string) =>
    `# รายงานผลการดำเนินงานตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2568\nในปีงบประมาณ พ.ศ. 2568 บรรลุ 9 จาก 12 โครงการ คิดเป็นร้อยละ 75\n# ${heading}\n${said}`;
  test('left from an earlier year are in conflict with the report', () => {
    const text = report(
      'ข้อเสนอแนะสำหรับปีงบประมาณ พ.ศ. 2567',
      'จากผลงานปีงบประมาณ พ.ศ. 2566 ที่ผู้เรียนออกกลางคันสูง ควรเพิ่มครูแนะแนวประจำแผนก',
    );
    expect(judgeDocument(text, 'recommendations', college)).toBe('review/label-conflict');
  });
  test.each([
    ['ข้อเสนอแนะสำหรับปีงบประมาณ พ.ศ. 2569', 'จากผลงานปีงบประมาณ พ.ศ. 2568 ควรเพิ่มครูแนะแนวประจำแผนก'],
    ['ข้อเสนอแนะ', 'ผู้เรียนออกกลางคันสูงมาตั้งแต่ปีงบประมาณ พ.ศ. 2566 ควรเพิ่มครูแนะแนวประจำแผนก'],
  ])('drawn from its own year are its own: %s', (heading, said) =>
    expect(judgeDocument(report(heading, said), 'recommendations', college)).toMatch(/^met/u),
  );
  const wishes = title('ข้อเสนอแนะในการปรับปรุงพัฒนา ปีงบประมาณ พ.ศ. 2568');
  test('that are wishes for the website are none on the work', () =>
    expect(
      judgePage(
        `${wishes}<ul><li>อยากให้เว็บไซต์โหลดเร็วกว่านี้</li><li>ควรเพิ่มช่องค้นหาไว้บนสุด</li><li>ปรับตัวหนังสือให้ใหญ่ขึ้น</li></ul>`,
        'recommendations',
      ),
    ).not.toMatch(/^met/u));
  test('that name the work beside the website are on the work', () =>
    expect(
      judgePage(
        `${wishes}<ul><li>ควรเร่งจัดโครงการอบรมเกษตรกรตั้งแต่ไตรมาสแรก</li><li>ควรติดตามผู้ผ่านการอบรมทุกสามเดือน</li><li>ควรเผยแพร่ผลบนเว็บไซต์</li></ul>`,
        'recommendations',
      ),
    ).toMatch(/^met/u));
});

describe('a report with the agency’s cover', () => {
  const of = (name: string) =>
    `# รายงานผลการดำเนินงานตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2568 วิทยาลัยเทคนิคริมผา\n# บทสรุปผู้บริหาร\n${name} ได้ดำเนินโครงการตามแผน 20 โครงการ แล้วเสร็จ 18 โครงการ คิดเป็นร้อยละ 90\n| โครงการ | ผล |\n| ค่ายช่างชุมชน | บรรลุ |\n| อบรมครูฝึก | ไม่บรรลุ |\nจัดทำโดย งานแผน ${name}`;
  test('over what another college did is none of its own', () =>
    expect(judgeDocument(of('วิทยาลัยเทคนิคสามชัยนคร'), 'evaluation-results', college)).not.toMatch(/^met/u));
  test.each(['วิทยาลัยเทคนิคริมผา', 'วิทยาลัย', 'สถานศึกษา'])('over its own is: %s', (name) =>
    expect(judgeDocument(of(name), 'evaluation-results', college)).toMatch(/^met/u),
  );
  test('that begins with a partner and goes on with itself is its own', () => {
    const text = of('วิทยาลัยเทคนิคสามชัยนคร').replace('จัดทำโดย', 'ร่วมกับเทคนิคริมผา จัดทำโดย');
    expect(judgeDocument(text, 'evaluation-results', college)).toMatch(/^met/u);
  });
});

describe('what is called the plan of the year', () => {
  const named = '# แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569 วิทยาลัยเทคนิคริมผา\n';
  const making =
    '# ขั้นตอนการจัดทำแผน\n| ลำดับ | กิจกรรม | กำหนดเวลา | ผู้รับผิดชอบ |\n| 1 | ทบทวนแผนปีก่อน | ส.ค. 2568 | งานแผน |\n| 2 | แผนกวิชาเขียนโครงการ | ก.ย. 2568 | ทุกแผนก |\n| 3 | เสนอคณะกรรมการเห็นชอบแผน | ต.ค. 2568 | งานแผน |\n';
  test('and says how it will be made is none yet', () =>
    expect(judgeDocument(named + making, 'plan-current', college)).toBe('review/title-only'));
  test('and says so before its projects is one', () =>
    expect(
      judgeDocument(
        `${named}${making}# โครงการตามแผน\n| ที่ | โครงการ | งบประมาณ | ระยะเวลา |\n| 1 | โครงการค่ายช่างชุมชน | 40,000 | ม.ค. 2569 |\n| 2 | โครงการอบรมครูฝึก | 25,000 | มี.ค. 2569 |\n`,
        'plan-current',
        college,
      ),
    ).toMatch(/^met/u));
});

describe('columns of progress and spending', () => {
  const head = title('รายงานความก้าวหน้าและการใช้จ่ายงบประมาณรายโครงการ ปีงบประมาณ พ.ศ. 2569 ไตรมาสที่ 2');
  const heads = 'ที่|โครงการ|งบประมาณ|กำหนดเวลา|ความก้าวหน้า|การใช้จ่ายงบประมาณ';
  test('with the planned months and the sort of money tell neither', () => {
    const said =
      head +
      table(
        heads,
        '1|โครงการค่ายช่าง|40,000|มี.ค. 69|มี.ค. 69|งบดำเนินงาน',
        '2|โครงการครูฝึก|25,000|ก.พ. – มี.ค. 69|ก.พ. – มี.ค. 69|เงินรายได้',
      );
    for (const criterion of ['budget-progress', 'monitoring-results'])
      expect(judgePage(said, criterion), criterion).not.toMatch(/^met/u);
  });
  test('with states and sums tell both', () => {
    const said =
      head +
      table(
        heads,
        '1|โครงการค่ายช่าง|40,000|มี.ค. 69|แล้วเสร็จ|38,500',
        '2|โครงการครูฝึก|25,000|ก.พ. – มี.ค. 69|อยู่ระหว่างดำเนินการ|12,000',
      );
    for (const criterion of ['budget-progress', 'monitoring-results'])
      expect(judgePage(said, criterion), criterion).toMatch(/^met/u);
  });
});

test.each(['กองทุนฟื้นฟูสมรรถภาพ เทศบาลเมืองริมผา', 'ชมรมผู้สูงอายุบ้านริมผา'])(
  'results as of a day that are a fund’s or a club’s: %s',
  (whose) => {
    const said = `${title('รายงานการกำกับติดตามและความก้าวหน้าโครงการ รอบ 12 เดือน ปี 2568')}<p>ผลการดำเนินโครงการและการใช้จ่าย ณ วันที่ 30 กันยายน 2568 ${whose}</p>${table('โครงการ|อนุมัติ|เบิกจ่าย|สถานะ', 'ฟันดีวัยเก๋า|32,400|32,400|เสร็จสิ้น', 'รำไม้พลอง|24,000|12,000|อยู่ระหว่างดำเนินการ')}`;
    for (const criterion of ['budget-progress', 'monitoring-results'])
      expect(judgePage(said, criterion), criterion).not.toMatch(/^met/u);
  },
);

describe('a plan that a meeting is still to decide on', () => {
  const rows = (sum: string) =>
    `| โครงการ | เป้าหมาย | งบประมาณ |\n| โครงการค่ายช่างชุมชน | 3 ตำบล | ${sum} |\n| โครงการอบรมครูฝึก | 40 คน | ${sum} |\n`;
  const named = '# แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569 วิทยาลัยเทคนิคริมผา\n';
  test.each([
    `${named}เอกสารประกอบการประชุมคณะกรรมการ ครั้งที่ 4/2568 เรื่องเสนอเพื่อพิจารณา\n${rows('40,000')}`,
    `${named}${rows('xx,xxx')}`,
  ])('is none yet: %s', (text) => expect(judgeDocument(text, 'plan-current', college)).toBe('review/title-only'));
  test.each([
    `${named}เสนอที่ประชุมคณะกรรมการ ครั้งที่ 4/2568 เพื่อพิจารณา และได้รับอนุมัติแล้วเมื่อวันที่ 9 ตุลาคม 2568\n${rows('40,000')}`,
    `${named}${rows('40,000')}`,
  ])('is one once they have: %s', (text) => expect(judgeDocument(text, 'plan-current', college)).toMatch(/^met/u));
});

describe('figures of the house under a report’s title', () => {
  const past = title('รายงานผลการดำเนินงานตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2568');
  const quarters = 'รายการ|ไตรมาส 1|ไตรมาส 2|ไตรมาส 3|ไตรมาส 4';
  test('counted quarter by quarter and set against nothing are no results of the plan', () => {
    const said = `${past}<h2>ผลการดำเนินงาน</h2>${table(quarters, 'รับฝากเลี้ยงกลางวัน (ราย)|212|240|198|251', 'เยี่ยมบ้าน (ครั้ง)|41|38|44|36', 'ให้ยืมรถเข็น (คัน)|12|9|14|8')}<p>สาเหตุที่มาใช้มากที่สุดคือผู้ดูแลไปทำงานต่างจังหวัด รองลงมาคือผู้ดูแลเจ็บป่วยเอง และไม่มีรถรับส่งไปตามนัดของแพทย์</p>`;
    for (const criterion of ['evaluation-results', 'past-year-evaluation'])
      expect(judgePage(said, criterion), criterion).not.toMatch(/^met/u);
  });
  test('beside what the plan aimed at are', () => {
    const said = `${past}<h2>ผลการดำเนินงาน</h2>${table('ตัวชี้วัด|เป้าหมาย|ผลงาน', 'เยี่ยมบ้าน (ครั้ง)|150|159', 'ให้ยืมรถเข็น (คัน)|60|43')}<p>ผู้ดูแลพอใจร้อยละ 91 โครงการเยี่ยมบ้านบรรลุเป้าหมาย โครงการให้ยืมรถเข็นยังไม่ถึง</p>`;
    expect(judgePage(said, 'evaluation-results')).toMatch(/^met/u);
  });
  const round = title('รายงานผลการกำกับติดตาม รอบ 6 เดือน ปีงบประมาณ 2569');
  test('of who came in and went, without heads, are no monitoring of the plan', () => {
    const plain = table(
      '',
      'เดือน|ยกมา|รับใหม่|ปล่อยตัว|ย้ายออก|คงเหลือ',
      'ต.ค. 68|402|21|16|5|402',
      'พ.ย. 68|402|18|20|0|400',
      'ธ.ค. 68|400|9|31|2|376',
    ).replace('<tr><th></th></tr>', '');
    expect(judgePage(round + plain, 'monitoring-results')).not.toMatch(/^met/u);
  });
});

test('problems in publishing data are none in the plan’s work', () => {
  const advice = title('ปัญหา อุปสรรค และข้อเสนอแนะ ปีงบประมาณ พ.ศ. 2568');
  const rows = table('ข้อ|ปัญหา|ข้อเสนอแนะ', '3|ลิงก์ข่าวเสีย|ตรวจทุกเดือน', '9|ไม่มีคนตอบกระทู้|จัดเวรตอบ');
  expect(
    judgePage(`${advice}<p>งานธุรการขอสรุปปัญหาในการเปิดเผยข้อมูลตามแบบประเมิน</p>${rows}`, 'recommendations'),
  ).not.toMatch(/^met/u);
  expect(judgePage(`${advice}<p>งานแผนขอสรุปปัญหาในการดำเนินโครงการตามแผนปฏิบัติการ</p>${rows}`, 'recommendations')).toMatch(
    /^met/u,
  );
});
