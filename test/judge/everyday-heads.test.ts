// Tables, memos and lists told under heads that people use, and papers that are about the same without showing it.
import { describe, expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';
import { judgePage } from './judge-page.ts';

const met = (verdict: string) => verdict.startsWith('met');
const row = (tag: string, cells: string) =>
  `<tr>${cells
    .split('|')
    .map((cell) => `<${tag}>${cell.trim()}</${tag}>`)
    .join('')}</tr>`;
const table = (head: string, ...rows: string[]) =>
  `<table>${row('th', head)}${rows.map((cells) => row('td', cells)).join('')}</table>`;
const li = (...lines: string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;

describe('columns', () => {
  const report = '<h1>รายงานผลการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน</h1>';

  test('a code beside the names names no project', () => {
    const html = table(
      'PROJECT_CODE | ชื่อโครงการ | งบประมาณ | เบิกจ่ายสะสม | ความก้าวหน้า(%)',
      'กษ 70-0001 | แปลงสาธิตกล้วยหิน | 320,000 | 176,500 | 60',
      'กษ 70-0002 | ปุ๋ยหมัก 200 ตัน | 180,000 | 180,000 | 100',
      'กษ 70-0003 | สระน้ำในไร่นา 150 บ่อ | 375,000 | 90,000 | 28',
    );
    expect(met(judgePage(`<h1>export 2569</h1>${html}`, 'budget-progress'))).toBe(true);
  });

  test.each([
    ['ตั้งเป้า | ทำได้ | ได้เงิน | ใช้เงิน', '90 คน | 94 คน | 380,000 | 376,100', '4 หลัง | 4 หลัง | 265,000 | 264,000'],
    ['งบ | จ่ายจริง | สิ่งที่เกิดกับเด็ก', '8,000 | 7,650 | อ่านออกทุกคน', '15,000 | 15,000 | มีผักพอใช้ในครัว'],
  ])('what was spent and what came of it: %s', (head, ...rows) => {
    const [one, other] = rows as [string, string];
    const html = table(`โครงการ | ${head}`, `ฟาร์มโคนมครบวงจร | ${one}`, `โรงเรือนเพาะเห็ด | ${other}`);
    expect(met(judgePage(report + html, 'budget-progress'))).toBe(true);
  });

  test('what is to be done next year advises', () => {
    const html = table(
      'เรื่อง | เกิดอะไร | ปีหน้าทำอย่างไร',
      'กาแฟ | คนหายไปช่วงเก็บผลไม้ | เปิดเรียนเดือนสิงหาคมแทน',
      'เอกสาร | ผู้อนุมัติยังขอดูกระดาษ | เริ่มจากใบลาก่อน',
    );
    expect(met(judgePage(report + html, 'recommendations'))).toBe(true);
  });

  test('so do explanations of what is not as planned, where they say what is done about it', () => {
    const html = (...said: string[]) =>
      report +
      table(
        'โครงการ | งบประมาณ | เบิกจ่าย | ผล | คำชี้แจง',
        ...said.map((text, at) => `โครงการปลูกป่าแปลงที่ ${at + 1} | 48,000 | 15,114 | 1870 | ${text}`),
      );
    expect(met(judgePage(html('แปลงยังมีผู้ครอบครอง ต้องเจรจาก่อน', 'รอระเบียบใหม่ เร่งทำไตรมาส 3'), 'recommendations'))).toBe(
      true,
    );
    expect(met(judgePage(html('ปลูกแล้วในเดือนพฤษภาคม', 'ปลูกแล้วในเดือนมิถุนายน'), 'recommendations'))).toBe(false);
  });

  test('a list that sets what came of each project beside its aim shows results', () => {
    const html = (head: string) =>
      `<h1>โครงการทั้งหมด ปีงบประมาณ 2568</h1>${table(
        head,
        'ลดรอคอยผู้ป่วยนอก | ไม่เกิน 90 นาที | 117 นาที',
        'ผ่าตัดวันเดียวกลับ | 120 ราย | 133 ราย',
        'เลิกบุหรี่ในวัด | 10 วัด | 10 วัด',
      )}`;
    expect(met(judgePage(html('โครงการ | เป้า | ทำได้'), 'evaluation-results'))).toBe(true);
    expect(met(judgePage(html('โครงการ | เป้า | ผู้ดูแล'), 'evaluation-results'))).toBe(false);
    // Of the year in force it may be what is hoped for.
    expect(met(judgePage(html('โครงการ | เป้า | ทำได้').replace('2568', '2569'), 'evaluation-results'))).toBe(false);
  });

  test('a column of the plan’s work tells of the plan', () => {
    const html = (title: string, head: string) =>
      `<h1>${title}</h1>${table(
        `${head} | หมุดหมาย | ที่ทำได้จริง`,
        'โครงการลานวัฒนธรรมถนนเก่า | จัด 12 ครั้ง | 13 ครั้ง',
        'โครงการบันทึกเพลงกล่อมเด็ก | ครบ 40 เพลง | 33 เพลง',
        'โครงการครอบครัวอาสา | 200 ครอบครัว | 246 ครอบครัว',
      )}`;
    const title = 'ทบทวนงานหกเดือนแรก ปีงบประมาณ 2569';
    expect(met(judgePage(html(title, 'งานในแผน'), 'monitoring-results'))).toBe(true);
    expect(met(judgePage(html(title, 'ความเสี่ยง'), 'monitoring-results'))).toBe(false);
    expect(met(judgePage(html('ทบทวนแผนบริหารความเสี่ยง ปี 2569', 'งานในแผน'), 'monitoring-results'))).toBe(false);
    const repairs = html('แผนบำรุงรักษาเครื่องปรับอากาศ ปี 2569', 'งานตามแผน').replaceAll('โครงการ', 'กิจกรรม');
    expect(met(judgePage(repairs, 'monitoring-results'))).toBe(false);
  });
});

describe('a memo', () => {
  const memo = (subject: string) =>
    [
      'บันทึกข้อความ',
      'ส่วนราชการ กลุ่มงานยุทธศาสตร์และแผนงานโครงการ สำนักงาน',
      `เรื่อง ${subject}`,
      'ตามที่ท่านได้อนุมัติแผนปฏิบัติการปี 2569 นั้น มีโครงการคงเหลือ ดังนี้',
      '| โครงการ | จัดสรร | ใช้ไป | อยู่ตรงไหนแล้ว |',
      '| ธนาคารเลือดเกาะ | 210,000 | 133,600 | รับบริจาคได้ 3 ใน 5 รอบ |',
      '| ห้องแยกโรค | 600,000 | 90,000 | ประกาศราคาแล้ว |',
      '| เครือข่ายกู้ชีพทางน้ำ | 180,000 | 91,200 | ฝึกแล้ว 1 รุ่น |',
    ].join('\n');

  test('on how the work under the plan stands is a report on it', () => {
    for (const criterion of ['projects', 'monitoring-results', 'budget-progress'])
      expect(met(judgeDocument(memo('งานตามแผนของสำนักงาน สิ้นไตรมาส 2'), criterion)), criterion).toBe(true);
  });
  test.each(['งานตามแผนบริหารความเสี่ยง สิ้นไตรมาส 2', 'งานตามแผนซ่อมเครื่องมือ ไตรมาส 2', 'งานตามแผนจัดซื้อจัดจ้าง ไตรมาส 2'])(
    'not on %s',
    (subject) => {
      expect(met(judgeDocument(memo(subject), 'monitoring-results'))).toBe(false);
    },
  );
});

describe('what a paper is', () => {
  test('a ledger of money by project is not the plan', () => {
    const html = `<h1>ทะเบียนคุมเงินตามโครงการ แผนปฏิบัติการ 2569</h1>${table(
      'โครงการ | ตั้งไว้ | รวมจ่าย | เหลือ',
      'หนูน้อยรักการอ่าน | 25,000 | 12,550 | 12,450',
      'สนามเด็กเล่น | 90,000 | 90,000 | 0',
      'กีฬาสานสัมพันธ์ | 40,000 | 0 | 40,000',
    )}`;
    expect(met(judgePage(html, 'plan-current'))).toBe(false);
    expect(met(judgePage(html, 'projects'))).toBe(true);
  });

  test('nor is what follows it up, in English', () => {
    const html = `<h1>Annual Action Plan FY2026: Follow-up at Year End</h1>${table(
      'Project | Budget | Spent | Progress',
      'Coral nursery | 1,200,000 | 1,188,400 | Completed',
      'Beach buy-back | 450,000 | 302,750 | Completed',
    )}<h2>What held us back</h2><p>The price was lower than that of private traders.</p>`;
    expect(met(judgePage(html, 'plan-current'))).toBe(false);
    for (const criterion of ['monitoring-results', 'recommendations'])
      expect(met(judgePage(html, criterion)), criterion).toBe(true);
  });

  test('it says itself that it is used as the plan', () => {
    const calendar = (said: string) =>
      [
        'งานทั้งปีของที่ทำการปกครองอำเภอเกาะทราย',
        said,
        '| แผนงาน | โครงการ | ผู้ดูแล | เงิน (บาท) |',
        '| 1 | ตั้งด่านครอบครัว | ปลัดอำเภอ | 240,000 |',
        '| 2 | บัตรถึงเตียง | ปลัดอำเภอ | 85,000 |',
      ].join('\n');
    expect(met(judgeDocument(calendar('ใช้เป็นแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ตามมติที่ประชุม'), 'plan-current'))).toBe(
      true,
    );
    expect(met(judgeDocument(calendar('ใช้ประกอบการประชุมประจำเดือน พ.ศ. 2569'), 'plan-current'))).toBe(false);
  });

  test('notes beside what an assessment asks for say nothing of it', () => {
    const asked =
      'แสดงผลการดำเนินงานตามแผนดำเนินงานประจำปี อย่างน้อยประกอบด้วย (1) ผลการดำเนินการโครงการหรือกิจกรรม (2) ผลการใช้จ่ายงบประมาณ (3) ปัญหา อุปสรรค (4) ข้อเสนอแนะ';
    const html = `<h1>ข้อ o10 รายงานผลการดำเนินงานประจำปี 2568</h1><p>${asked}</p><p>เป็นรายงานผลของปี 2568</p><p>คนหา : พี่เอก ถามที่ : ทุกกอง ยังไม่ได้</p><h2>หมายเหตุ</h2><p>ใครได้ไฟล์แล้วให้เปลี่ยนชื่อตามเลขข้อ แล้วใส่ไดรฟ์กลาง อย่าสแกนเอียง ครั้งก่อนโดนตัดคะแนนเพราะลิงก์ตายหลายข้อ</p>`;
    expect(met(judgePage(html, 'evaluation-results'))).toBe(false);
  });
});

describe('told', () => {
  test('which projects were done, and which were not, item by item', () => {
    const html = (heading: string) =>
      `<h1>รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ปีงบประมาณ 2568</h1><h3>${heading}</h3>${li(
        'วางท่อระบายน้ำ หมู่ 4',
        'ฉีดวัคซีนสุนัขแมว 1,870 ตัว',
      )}`;
    const lao = { kind: 'subdistrict', name: 'องค์การบริหารส่วนตำบลเกาะทราย' } as const;
    expect(met(judgePage(html('โครงการที่ทำแล้ว (ยกตัวอย่าง)'), 'projects', lao))).toBe(true);
    expect(met(judgePage(html('โครงการที่ไม่ได้ทำ'), 'projects', lao))).toBe(true);
    expect(met(judgePage(html('เอกสารแนบ'), 'projects', lao))).toBe(false);
  });

  test('what a meeting was asked to change, and was for', () => {
    const minutes = (said: string) =>
      `<h1>บันทึกการประชุมหมู่บ้าน มิถุนายน 2569</h1><p>นักพัฒนาชุมชนบอกว่างานตามแผนดำเนินงานปีนี้มีสามอย่าง</p>${li(
        'ลานกีฬาหน้าวัด ตั้งไว้ 250,000 บาท ทำเสร็จแล้ว จ่ายไป 248,000 บาท',
        'ท่อน้ำหลังบ้าน ตั้งไว้ 390,000 บาท ขุดไปครึ่งหนึ่ง จ่ายงวดแรก 117,000 บาท',
        'ไฟแสงอาทิตย์ ตั้งไว้ 160,000 บาท ยังไม่เริ่ม เงินยังไม่ได้ใช้',
      )}<p>${said}</p>`;
    const lao = { kind: 'subdistrict', name: 'องค์การบริหารส่วนตำบลเกาะทราย' } as const;
    const advises = (said: string) => met(judgePage(minutes(said), 'recommendations', lao));
    expect(advises('นายหมัดเสนอให้ย้ายไฟสองต้นไปทางโค้งซึ่งมืดกว่า ที่ประชุมยกมือเห็นด้วย 61 เสียง')).toBe(true);
    expect(advises('นายหมัดเสนอให้เลือกตั้งกรรมการชุดใหม่แทนชุดเดิมที่หมดวาระ ที่ประชุมเห็นด้วย')).toBe(false);
  });

  test('by a council’s answers, of what stands in the plan', () => {
    const answers = (of: string) =>
      `<h1>บันทึกการตอบกระทู้ถามของสมาชิกสภา ประจำปี 2569</h1><p>เรียนท่านประธานที่เคารพ เรื่องถนนหน้าโรงเรียน${of} ตั้งเงินไว้ 3,200,000 บาท งานทำไปได้ครึ่งทาง จ่ายให้ผู้รับจ้างแล้ว 960,000 บาท</p><p>เรื่องตลาดน้ำ ลำดับที่ 15 เงิน 850,000 บาท จ่ายไปหมดแล้ว 848,500 บาท แพเสร็จ ห้องน้ำเสร็จ</p><p>เรื่องรถขยะ ลำดับที่ 21 เงิน 2,500,000 บาท ยังไม่ได้จ่ายสักบาท อยู่ระหว่างประกาศเชิญชวน</p>`;
    expect(met(judgePage(answers('ซึ่งอยู่ในแผนดำเนินงานปีนี้ลำดับที่ 7'), 'budget-progress'))).toBe(true);
    expect(met(judgePage(answers('ซึ่งชาวบ้านร้องมา'), 'budget-progress'))).toBe(false);
  });

  test('of what became of the year’s projects when it was over, by who leads the agency', () => {
    const letter = (title: string, from: string) =>
      `<h1>${title} เมื่อสิ้นปีงบ 68</h1><p>${from} สิ่งที่เราเขียนไว้ในแผนปฏิบัติการเมื่อปีก่อนเป็นจริงแค่ไหน</p><p>โครงการฟาร์มปลิงทะเล สำเร็จเกินคาด</p><p>โครงการเปิดสองปริญญา ไม่สำเร็จ เอกสารค้างแปดเดือน</p><p>โครงการเรือไฟฟ้า ทำได้ครึ่งเดียว</p><p>ถ้าถามว่าจะปรับอะไร ขอสองข้อ หนึ่ง ตั้งคนตามเรื่องเป็นตัวบุคคล สอง ลดจำนวนโครงการปีหน้า</p>`;
    for (const criterion of ['evaluation-results', 'recommendations']) {
      expect(met(judgePage(letter('จดหมายถึงชาวคณะ', 'จากคณบดี'), criterion)), criterion).toBe(true);
      expect(met(judgePage(letter('จดหมายถึงศิษย์เก่า', 'จากสมาคม'), criterion)), criterion).toBe(false);
    }
  });

  test('in a sentence, that there are no obstacles', () => {
    const html =
      '<h1>รายงานผลการดำเนินงานและการใช้จ่ายงบประมาณ ไตรมาส 2 ปีงบประมาณ 2569</h1><p>งานทั้งหกโครงการเดินตามปฏิทิน สำหรับปัญหาและอุปสรรคในไตรมาสนี้ไม่มี รายละเอียดตามบัญชี</p>';
    expect(met(judgePage(html, 'recommendations'))).toBe(true);
  });
});
