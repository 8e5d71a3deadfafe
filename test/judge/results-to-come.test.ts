// Reports by their names that tell what is to come: what columns of results are meant for, when results will be known, how they will be
// measured; and those that say such things beside what they found.
import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { columnIdsOf } from '../../src/judge/table-head.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { judgeDocument } from './judge-document.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);
const [evaluation, monitoring, spending] = ['evaluation-results', 'monitoring-results', 'budget-progress'];
const report68 = '# รายงานผลการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2568';
const plan69 = '# แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569';
const text = (...lines: string[]): string => lines.join('\n');

describe('a note on the column of results', () => {
  const table = (note: string): string =>
    text(
      '# แผน/ผล ตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2568',
      note,
      '| โครงการ | เป้า | ผล |',
      '| โครงการอบรมอาชีพ | 120 คน | 120 คน |',
      '| โครงการปลูกป่าชายเลน | 40 ไร่ | 40 ไร่ |',
    );
  test.each([
    'ช่อง “ผล” คือผลผลิตที่จะส่งมอบเมื่อสิ้นปีงบประมาณ',
    'หมายเหตุ: ผล หมายถึง ผลผลิตที่คาดว่าจะได้รับ',
    'ตัวเลขในคอลัมน์ "ผล" เป็นค่าประมาณการ ณ วันจัดทำแผน',
    'สดมภ์ผล หมายถึง ผลงานที่ต้องส่งมอบตามข้อตกลง',
    'ผล = ค่าเป้าหมายที่หน่วยงานรับไปดำเนินการ',
  ])('that says they are to come: %s', (note) => {
    expect(judgeDocument(table(note), evaluation!)).toBe('review/title-only');
  });
  test.each([
    'ช่อง “ผล” คือผลงานจริง ณ วันที่ 30 กันยายน 2568',
    'คอลัมน์ผล หมายถึง ผลที่ทำได้เทียบกับเป้าหมายที่ตั้งไว้',
    'ช่อง “เป้า” คือผลผลิตที่จะส่งมอบเมื่อสิ้นปีงบประมาณ',
  ])('that says they are results: %s', (note) => {
    expect(judgeDocument(table(note), evaluation!)).toMatch(/^met/);
  });

  test('makes them money, or the state of the record', () => {
    const sheet = (note: string): string =>
      text(
        '# แผน-ผลการใช้จ่ายเงินตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน',
        '| โครงการ | แผน | ผล | สถานะ |',
        '| ค่ายสะเต็มศึกษา | 1,200,000 | 430,000 | จัดแล้ว 1 ค่าย |',
        '| ศูนย์ซ่อมกายอุปกรณ์ | 3,500,000 | 2,960,000 | กำลังดำเนินการ |',
        note,
      );
    expect(judgeDocument(sheet('คอลัมน์ “ผล” คือเงินที่จ่ายจริงจากคลัง'), spending!)).toMatch(/^met/);
    expect(judgeDocument(sheet('คอลัมน์ “ผล” คือเงินที่จ่ายจริงจากคลัง'), evaluation!)).not.toMatch(/^met/);
    const list = (note: string): string =>
      text(
        plan69,
        '| โครงการ | งบประมาณ | สถานะ |',
        '| ค่ายสะเต็ม | 120,000 | ปกติ |',
        '| ซ่อมกายอุปกรณ์ | 40,000 | ปกติ |',
        note,
      );
    expect(judgeDocument(list('สถานะ หมายถึง สถานะการเผยแพร่ชุดข้อมูล'), monitoring!)).not.toMatch(/^met/);
  });
});

describe('a heading', () => {
  test.each([
    'ผลงานที่จะส่งมอบ',
    'ผลการดำเนินงานที่คาดว่าจะได้',
    'ความคืบหน้างาน (%) ตามแผน ณ สิ้นไตรมาส 3',
    'แผนความก้าวหน้า (ร้อยละ)',
    'ความก้าวหน้า (แผน)',
    'ร้อยละความก้าวหน้าที่คาดการณ์',
  ])('of what should be: %s', (heading) => {
    const ids = columnIdsOf(lexicon, heading);
    expect([ids.has('result') || ids.has('progress'), ids.has('target')]).toEqual([false, true]);
  });
  test.each([
    'ผลการดำเนินงาน',
    'ผลการดำเนินงานเทียบเป้าหมายที่คาดไว้',
    'ร้อยละความก้าวหน้าการดำเนินงานตามแผน',
    'ความก้าวหน้าตามแผนปฏิบัติการ (%)',
    'แผนและความก้าวหน้า',
    'ความก้าวหน้า/วันที่คาดว่าจะแล้วเสร็จ',
    'ผลงานจริง (คาดการณ์เดิม)',
  ])('of what is: %s', (heading) => {
    const ids = columnIdsOf(lexicon, heading);
    expect(ids.has('result') || ids.has('progress')).toBe(true);
  });
});

test.each([
  ['เผยแพร่', 'ร่าง', false],
  ['Published', 'Draft', false],
  ['เผยแพร่แล้ว', 'รอเผยแพร่', false],
  ['เผยแพร่แล้ว', 'กำลังดำเนินการ', true],
])('states of the record (%s, %s) are no progress, among those of work they are', (one, other, met) => {
  const list = text(
    plan69,
    '| โครงการ | งบประมาณ | สถานะ |',
    `| โครงการจัดทำเว็บไซต์ | 40,000 | ${one} |`,
    `| โครงการอบรมอาชีพ | 120,000 | ${other} |`,
  );
  expect(judgeDocument(list, monitoring!).startsWith('met')).toBe(met);
});

describe('results that are promised', () => {
  const aims =
    'โครงการอบรมอาชีพ เป้าหมาย 120 คน งบประมาณ 120,000 บาท และโครงการปลูกป่าชายเลน เป้าหมาย 40 ไร่ งบประมาณ 40,000 บาท';
  test.each([
    'อยู่ระหว่างรวบรวมข้อมูลจากทุกกลุ่มงาน ผลการดำเนินงานและปัญหาอุปสรรคจะนำขึ้นเผยแพร่ภายในเดือนพฤศจิกายน',
    'รายงานผลฉบับเต็มจะแจ้งให้ทราบในโอกาสต่อไป',
    'ขณะนี้รอรวบรวมข้อมูลจากหน่วยงานย่อย เมื่อได้รับครบแล้วจะสรุปผลเสนอผู้บริหาร',
    'คณะทำงานจะเก็บรวบรวมข้อมูลและวิเคราะห์ความสำเร็จของโครงการทั้ง 14 โครงการ',
    'ผลลัพธ์ที่คาดว่าจะได้รับเมื่อสิ้นปี คือรายได้ของกลุ่มอาชีพที่เพิ่มขึ้น',
  ])('are not there: %s', (line) => {
    expect(judgeDocument(text(report68, aims, line), evaluation!)).toBe('review/title-only');
  });
  test.each([
    [
      'a table of them',
      '| โครงการ | เป้าหมาย | ผลการดำเนินงาน |\n| โครงการอบรมอาชีพ | 120 คน | 118 คน |\n| โครงการปลูกป่า | 40 ไร่ | 41 ไร่ |',
    ],
    ['a count', 'ปีนี้ดำเนินงานแล้วเสร็จ 12 โครงการ จากทั้งหมด 14 โครงการ คิดเป็นร้อยละ 85.71'],
    ['a rate better than the one set', 'ต้นทุนลดลงร้อยละ 15.1 ดีกว่าที่กำหนดไว้ร้อยละ 10'],
  ])('may be those of the whole report: beside %s it is one', (_, found) => {
    expect(
      judgeDocument(text(report68, aims, found, 'รายงานฉบับสมบูรณ์จะนำขึ้นเผยแพร่ภายในเดือนธันวาคม 2568'), evaluation!),
    ).toMatch(/^met/);
  });
});

describe('how it will be evaluated', () => {
  const scale = text(
    '| ช่วงคะแนน | คะแนน (เต็ม 5) | แปลความ |',
    '| ร้อยละ 80–99 | 3.00–4.50 | ดี |',
    '| ร้อยละ 100 ขึ้นไป | 5.00 | ดีมาก |',
    '| ต่ำกว่าร้อยละ 80 | 1.00–2.99 | ต้องปรับปรุง |',
  );
  const method = text(
    '# รายงานการประเมินผลการปฏิบัติงานตามแผนปฏิบัติราชการประจำปี 2568',
    '# คำนำ',
    'เอกสารเล่มนี้จัดทำโดยคณะทำงาน',
    '## สิ่งที่จะวัด',
    'ร้อยละของต้นทุนที่ลดลง กำหนดไว้ร้อยละ 10 และจำนวนแปลงที่ทำสัญญา 30 แปลง ในโครงการลดต้นทุนการผลิตข้าวและโครงการเชื่อมโยงตลาด',
    '## เกณฑ์',
    scale,
    '## การใช้ประโยชน์',
    'คณะทำงานจะสรุปผลเสนอหัวหน้าสำนักงานภายใน 45 วัน',
  );
  test('is no evaluation, nor are the steps of its scale projects', () => {
    expect(judgeDocument(method, evaluation!)).toBe('review/title-only');
    expect(judgeDocument(method, 'projects')).not.toMatch(/^met/);
  });
  test('and then what was found is one', () => {
    const found = text(
      method,
      '| แผนงาน | คะแนน (เต็ม 5) | แปลความ |',
      '| ยกระดับแปลงใหญ่ | 3.80 | ดี |',
      'โดยรวมได้คะแนนเฉลี่ย 3.80 อยู่ในระดับดี',
    );
    expect(judgeDocument(found, evaluation!)).toMatch(/^met/);
  });
});

describe('a proposal of projects', () => {
  const cards = (title: string, ...facts: string[]): string =>
    text(title, ...['อบรมอาชีพ', 'ปลูกป่าชายเลน'].flatMap((name, at) => [`## โครงการที่ ${at + 1} ${name}`, ...facts]));
  test.each(['แบบเสนอโครงการ ตามแผนปฏิบัติราชการ ปีงบประมาณ 2569', 'ข้อเสนอโครงการ ตามแผนปฏิบัติการ ประจำปีงบประมาณ 2569'])(
    'says what will be spent and reached, and how that will be seen: %s',
    (title) => {
      const paper = cards(
        `# ${title}`,
        'งบประมาณที่ใช้: 60,000 บาท',
        'เป้าหมาย: 120 ราย',
        'ผลที่จะได้รับ: ผู้ผ่านอบรม 120 ราย',
        'ช่วงเวลา: จาก 10 ม.ค. 69 ถึง 28 ก.พ. 69',
        'การประเมินผล: แบบสอบถามและการสังเกต',
      );
      for (const criterion of [evaluation!, monitoring!, spending!, 'stakeholder-survey'])
        expect(judgeDocument(paper, criterion)).not.toMatch(/^met/);
      expect(judgeDocument(paper, 'projects')).toMatch(/^met/);
    },
  );
  test('and what was used and came of them is told when they are closed', () => {
    const paper = cards(
      '# แบบสรุปโครงการ ตามแผนปฏิบัติการ ประจำปีงบประมาณ 2569',
      'งบประมาณที่ใช้: 59,000 บาท',
      'ผลที่ได้รับ: ผู้ผ่านอบรม 118 ราย',
      'การประเมินผล: แบบสอบถาม ผลอยู่ในระดับดีมาก',
    );
    for (const criterion of [evaluation!, spending!]) expect(judgeDocument(paper, criterion)).toMatch(/^met/);
  });
});

describe('cards of', () => {
  const cards = (title: string, line: (name: string) => string, ...names: string[]): string =>
    text(
      `# ${title}`,
      'แสดงความคืบหน้า ปรับตัวเลขทุกสิ้นเดือน',
      ...names.flatMap((name, at) => [`## ${name}`, `${92 - at * 20} %`, line(name)]),
    );
  test('reservoirs tell how full they are, in water', () => {
    for (const title of ['ติดตามน้ำในอ่าง ปีงบประมาณ 2569', 'ติดตามสถานการณ์น้ำ ปี 2569']) {
      const page = cards(
        title,
        () => 'ความจุ 3.20 ล้าน ลบ.ม. ใช้แล้ว 2.88 ล้าน ลบ.ม.',
        'อ่างห้วยใหญ่',
        'อ่างคลองใน',
        'แก้มลิงบึงบัว',
      );
      for (const criterion of ['projects', monitoring!, spending!])
        expect(judgeDocument(page, criterion)).not.toMatch(/^met/);
    }
  });
  test('works on them how far those are, in money', () => {
    const page = cards(
      'ติดตามความคืบหน้างานตามแผน ปีงบประมาณ 2569',
      () => 'งบ 3.20 ล้านบาท ใช้แล้ว 2.88 ล้านบาท',
      'ปรับปรุงอ่างห้วยใหญ่ ความจุ 3.20 ล้าน ลบ.ม.',
      'ขุดลอกแก้มลิงบึงบัว ความจุ 0.18 ล้าน ลบ.ม.',
      'ซ่อมประตูระบายน้ำคลองใน',
    );
    for (const criterion of [monitoring!, spending!]) expect(judgeDocument(page, criterion)).toMatch(/^met/);
  });
});
