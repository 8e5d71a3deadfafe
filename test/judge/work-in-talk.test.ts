// Work told at meetings, in answers, newsletters and lessons, in the words that people use; and the like about other things.
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

describe('minutes', () => {
  const minutes = (item: string, said: string) =>
    [
      'รายงานการประชุมคณะกรรมการบริหาร ครั้งที่ 4/2569',
      `วาระที่ 4 เรื่องเพื่อทราบ : ${item}`,
      `เลขานุการ${said}`,
      '- โครงการคลินิกหมอครอบครัว ตั้งไว้ 620,000 บาท จ่ายแล้ว 402,750 บาท เปิดบริการครบแล้ว',
      '- โครงการคัดกรองมะเร็งลำไส้ ตั้งไว้ 270,000 บาท จ่าย 88,400 บาท กำลังส่งชุดตรวจ',
    ].join('\n');

  test('in which somebody tells of the plan’s work', () => {
    const text = minutes('งานตามแผนปฏิบัติการครึ่งปีแรก', 'นำเสนอว่าปีนี้แผนมี 18 โครงการ');
    for (const criterion of ['projects', 'monitoring-results', 'budget-progress'])
      expect(met(judgeDocument(text, criterion)), criterion).toBe(true);
  });

  test('not those of a meeting about other things', () => {
    expect(met(judgeDocument(minutes('การจัดงานวันเด็ก', 'เล่าความหลังให้ฟัง'), 'monitoring-results'))).toBe(false);
  });
});

describe('questions and answers', () => {
  const answers =
    '<h3>ถามข้อ 1 ถนนสายบ้านใน ทำถึงไหน ใช้เงินเท่าไร</h3><p>ตอบ ตั้งไว้ 218,000 บาท จ่ายงวดแรกและงวดสองไป 123,600 บาท เหลือ 240 เมตร</p>' +
    '<h3>ถามข้อ 2 หอกระจายข่าวไร้สาย</h3><p>ตอบ ติดตั้งครบแล้ว จ่าย 74,800 บาท จากที่ตั้ง 77,000 บาท</p>';
  const asked = (what: string) => `<h1>กระทู้ถามที่ 3/2569</h1><p>ขอถามถึง${what}</p>${answers}`;

  test('on what became of the plan’s projects', () => {
    for (const criterion of ['projects', 'monitoring-results', 'budget-progress'])
      expect(met(judgePage(asked('โครงการในแผนปีนี้'), criterion)), criterion).toBe(true);
  });
  test('not on anything else', () => {
    expect(met(judgePage(asked('เรื่องที่ชาวบ้านร้องมา'), 'monitoring-results'))).toBe(false);
  });
});

describe('newsletters', () => {
  const letter = (...parts: string[]) =>
    `<h1>จดหมายข่าว ฉบับเดือนเมษายน 2569</h1><h2>ชวนคุย</h2><p>งานในแผนปีนี้ผ่านไปครึ่งทาง</p>${parts.join('')}`;
  const part = (name: string, text: string) => `<h2>${name}</h2><p>${text}</p>`;

  test('with a heading for each piece of work', () => {
    const html = letter(
      part('เติมน้ำอ่างบ้านเรา', 'ได้เงินมา 18.4 ล้านบาท ใช้ค่าน้ำมันไปแล้ว 9.77 ล้านบาท งานนี้ยังทำต่อถึงสิงหาคม'),
      part('อาสาฝนหลวงตัวน้อย', 'เปิดค่ายไป 3 โรงเรียนจากที่วางไว้ 5 โรงเรียน จ่ายไป 88,500 บาท จากงบ 150,000 บาท'),
    );
    expect(met(judgePage(html, 'budget-progress'))).toBe(true);
  });
  test('not on feasts and games', () => {
    const html = letter(
      part('กีฬาสี', 'แข่งไป 3 นัดจากที่วางไว้ 5 นัด จ่ายไป 8,500 บาท จากงบ 15,000 บาท'),
      part('ทอดผ้าป่า', 'ได้เงินมา 120,000 บาท ใช้ไปแล้ว 80,000 บาท ยังทำต่อ'),
    );
    expect(met(judgePage(html, 'budget-progress'))).toBe(false);
  });
});

describe('tables of works', () => {
  const works = table(
    'งาน | วงเงิน | จ่าย | สภาพ | นัดจบ',
    'ซ่อมบ้านคนพิการ | 1,600,000 | 960,000 | กำลังทำ | 15 มิ.ย.',
    'ครอบครัวอบอุ่น | 240,000 | 140,000 | กำลังทำ | 31 ก.ค.',
    'เด็กแรกเกิดเชิงรุก | 90,000 | 90,000 | จบ | -',
  );
  test('are of the agency’s projects where words around say so', () => {
    for (const criterion of ['projects', 'monitoring-results', 'budget-progress'])
      expect(
        met(
          judgePage(
            `<h1>สรุปการประชุมคณะทำงานเร่งรัดงาน ครั้งที่ 7/2569</h1><p>22 พฤษภาคม 2569 ไล่โครงการทีละงาน</p>${works}`,
            criterion,
          ),
        ),
        criterion,
      ).toBe(true);
  });
  test.each(['ติดตามงานตามสัญญาจ้าง ปี 2569', 'ติดตามงานกองทุนหมู่บ้าน ปีงบประมาณ 2569', 'งานของเรา 2569'])(
    'not under %s',
    (title) => {
      expect(met(judgePage(`<h1>${title}</h1>${works}`, 'projects'))).toBe(false);
    },
  );
  test('not of what is bought of whom', () => {
    const vendors = table(
      'Code|ชื่องาน|Contract|Paid|Actual %',
      'A1|ระบบเครือข่าย|3,000,000|1,000,000|40',
      'A2|กล้องวงจรปิด|2,000,000|2,000,000|100',
    );
    expect(met(judgePage(`<h1>Project list 2569 (vendor contracts)</h1>${vendors}`, 'projects'))).toBe(false);
  });
});

describe('a look back', () => {
  const told =
    '<ul><li>ซ่อมสะพานไม้ ตั้งไว้ 150,000 บาท จ่าย 148,700 บาท เสร็จ</li><li>ทัศนศึกษา ตั้งไว้ 85,000 บาท จ่าย 81,450 บาท ครบ</li><li>ขยายท่อประปา ตั้งไว้ 640,000 บาท จ่าย 633,500 บาท เสร็จ</li></ul>';
  const page = (intro: string) => `<h1>เราทำอะไรไปบ้าง ปี 2569</h1><p>${intro} งานตามแผน</p>${told}`;
  test('on a whole year tells results', () => {
    expect(met(judgePage(page('ในรอบปีที่ผ่านมา'), 'evaluation-results'))).toBe(true);
  });
  test('on one that goes on tells how far it is', () => {
    expect(met(judgePage(page('แผนทั้ง 12 เดือน'), 'evaluation-results'))).toBe(false);
    expect(met(judgePage(page('แผนทั้ง 12 เดือน'), 'monitoring-results'))).toBe(true);
  });
  test('lessons: what was meant, what happened, what will be changed', () => {
    const lesson = (name: string, meant: string, happened: string, change: string) =>
      `<h3>${name}</h3><p>ตั้งใจ : ${meant}</p><p>เกิดจริง : ${happened}</p><p>เปลี่ยนปีหน้า : ${change}</p>`;
    const html =
      '<h1>คุยกันหลังงานสุขภาพ ปี 2569</h1><p>เอาโครงการในแผนปฏิบัติการปี 2569 มาคุยกัน</p>' +
      lesson('โครงการไตยิ้มได้', 'ไม่เกินร้อยละ 10', 'ร้อยละ 7.2 ดีกว่าที่หวัง', 'แจกป้ายก่อนค่อยวัด') +
      lesson('โครงการลูกน้ำเป็นศูนย์', 'ไม่เกิน 40 ราย', '38 ราย ผ่านแบบฉิวเฉียด', 'จ้างเด็กโตคว่ำกะลา');
    for (const criterion of ['projects', 'recommendations'])
      expect(met(judgePage(html, criterion)), criterion).toBe(true);
  });
});

describe('minutes of a meeting on the plan', () => {
  const minutes = (title: string, ...said: string[]) =>
    [
      title,
      'ประชุมวันที่ 8 เมษายน 2569 ณ ห้องประชุมชั้น 2',
      'ระเบียบวาระที่ 3 เรื่องสืบเนื่อง',
      ...said,
      'ระเบียบวาระที่ 4 เรื่องอื่น ๆ',
      'ไม่มี',
    ].join('\n');
  const onPlan = 'รายงานการประชุมติดตามผลตามแผนปฏิบัติราชการประจำปี 2569';
  const asked = [
    '3.1 โครงการไกล่เกลี่ยก่อนฟ้อง',
    'ประธาน: ทำไปถึงไหนแล้ว',
    'หัวหน้าส่วนช่วยพิจารณาคดี: รับเรื่องแล้ว 136 เรื่อง จากที่ตั้งไว้ 200 เรื่อง เงินใช้ไป 41,000 บาท',
    '3.2 โครงการศาลใกล้บ้านทางจอภาพ',
    'ประธาน: ติดอะไรหรือไม่',
    'หัวหน้าส่วนเทคโนโลยี: ติดตั้งแล้ว 2 จาก 4 อำเภอ อีกสองแห่งล่าช้า เบิกไป 175,000 บาท',
  ];

  test('tell how far each project is in answers to questions', () => {
    for (const criterion of ['projects', 'monitoring-results', 'budget-progress'])
      expect(met(judgeDocument(minutes(onPlan, ...asked), criterion)), criterion).toBe(true);
  });
  test('the questions alone tell nothing', () => {
    const questions = asked.filter((line) => !line.startsWith('หัวหน้า'));
    for (const criterion of ['monitoring-results', 'budget-progress', 'recommendations'])
      expect(met(judgeDocument(minutes(onPlan, ...questions), criterion)), criterion).toBe(false);
  });
  test('a meeting on something else tells nothing of the plan', () => {
    const other = 'รายงานการประชุมคณะกรรมการสวัสดิการ ครั้งที่ 2/2569';
    expect(met(judgeDocument(minutes(other, ...asked), 'monitoring-results'))).toBe(false);
  });
  test('what is to be done about it is ordered; that nothing else was brought up is no answer', () => {
    const advises = (...more: string[]) => judgeDocument(minutes(onPlan, ...asked, ...more), 'recommendations');
    expect(advises()).toBe('not-met/absent');
    expect(met(advises('ประธาน: ให้ย้ายจุดติดตั้งไปที่เทศบาลซึ่งมีสายใยแก้วภายในสัปดาห์นี้'))).toBe(true);
    expect(met(advises('มติที่ประชุม ให้ดำเนินการตามที่ประธานสั่งการทุกประการ'))).toBe(false);
  });
});
