// What of a document names it and shows something: not its list of contents, its foreword, or the report that a manual is on.
import { describe, expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';

const met = (lines: readonly string[], criterion: string) =>
  judgeDocument(lines.join('\n'), criterion).startsWith('met');
const results = ['past-year-evaluation', 'evaluation-results', 'recommendations'];
const table = ['| โครงการ | ผลการดำเนินงาน |', '| เก็บอวนร้าง | แล้วเสร็จ |', '| อบรมชาวประมง | แล้วเสร็จ |'];
const report = 'รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2568';

describe('a list of contents', () => {
  const contents = [
    'สารบัญ',
    'เรื่อง หน้า',
    'ประวัติหน่วยงาน .......... 1',
    'ผลการดำเนินงานตามแผนปฏิบัติราชการ ประจำปี 2568 .......... 4',
    'ผลการประเมินแผน ประจำปี 2568 .......... 9',
    'ปัญหาอุปสรรคและข้อเสนอแนะ .......... ๑๒',
  ];
  const foreword = [
    'คำนำ',
    'เล่มนี้รวมรายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ปัญหาอุปสรรคและข้อเสนอแนะของปีงบประมาณ 2568 ไว้ให้อ่าน',
  ];
  const other = ['--- page 3', '# ประวัติหน่วยงาน', 'ตั้งเมื่อปีน้ำใหญ่ ย้ายมาอยู่ริมคลองเมื่อสะพานเสร็จ'];
  const chapters = [
    '--- page 4',
    `# ${report}`,
    ...table,
    '# ปัญหาอุปสรรคและข้อเสนอแนะ',
    'เรือเข้าอู่สองเดือน ควรยืมเรือของกลุ่มบ้านนอกมาใช้',
  ];

  test.each(results)('names chapters, and shows nothing of them: %s', (criterion) => {
    expect(met(['# หนังสือที่ระลึก 2568', ...contents, ...other], criterion)).toBe(false);
    expect(met(['# หนังสือที่ระลึก 2568', ...foreword, ...contents, ...other], criterion)).toBe(false);
  });

  test.each(results)('takes nothing from the chapters after it: %s', (criterion) => {
    expect(met(['# หนังสือที่ระลึก 2568', ...foreword, ...contents, ...chapters], criterion)).toBe(true);
  });

  test('takes nothing from the title before it', () => {
    const lines = [`# ${report}`, ...foreword, ...contents, '--- page 4', ...table];
    expect(met(lines, 'past-year-evaluation')).toBe(true);
  });

  test('as a table, or its word over a table of projects', () => {
    const rows = contents.slice(2).map((line) => `| ${line.replace(/ \.+ /u, ' | ')} |`);
    expect(met(['# หนังสือที่ระลึก 2568', 'สารบัญ', ...rows, ...other], 'recommendations')).toBe(false);
    expect(met([`# ${report}`, 'สารบัญโครงการ', ...table], 'past-year-evaluation')).toBe(true);
  });
});

describe('a manual', () => {
  const told = [
    'ให้ทุกกลุ่มงานกรอกผลของโครงการลงในแบบที่กำหนด แล้วส่งงานแผนภายในวันที่ห้าของเดือนถัดไป เพื่อรวบรวมเสนอหัวหน้าหน่วยงาน',
    'กรณีโครงการใดล่าช้าให้ระบุเหตุผลและวันที่คาดว่าจะเสร็จไว้ในช่องหมายเหตุ',
  ];

  test.each([
    ['with what is to be done', told],
    ['with a table filled in as an example', [...told, ...table]],
  ])('on reports is none, though one is named on its next page, %s', (_, lines) => {
    const manual = ['คู่มือการติดตามและประเมินผลแผนปฏิบัติราชการ', '--- page 2', report, ...lines];
    for (const criterion of results) expect(met(manual, criterion), criterion).toBe(false);
  });

  test('named in a report’s own text takes nothing from it', () => {
    expect(met([report, 'ตามคู่มือการติดตามและประเมินผล', ...table], 'past-year-evaluation')).toBe(true);
  });

  test('is not a letter that a report is sent with', () => {
    const lines = ['ที่ กท 0012/45 เรียน หัวหน้ากลุ่มงานทุกกลุ่ม', '--- page 2', report, ...table];
    expect(met(lines, 'past-year-evaluation')).toBe(true);
  });
});

describe('a paper form', () => {
  const title = `# ${report}`;
  const room = '..........................';
  const asks = ['ชื่อโครงการ', 'งบประมาณ', 'เบิกจ่าย', 'ปัญหาอุปสรรค', 'ข้อเสนอแนะเพื่อปรับปรุง', 'ผู้รายงาน'];
  const boxes = 'ผลการดำเนินงาน ☐ แล้วเสร็จ ☐ กำลังดำเนินการ ☐ ยังไม่ได้ดำเนินการ';
  const signed = [`ลงชื่อ ${room}`, `(${room})`, `วันที่ ${room}`];

  test.each([
    ['dots', asks.map((line) => `${line} ${room}`)],
    ['lines', asks.map((line) => `${line} ______________`)],
    ['boxes', asks.map((line) => `${line} [ ] มี [ ] ไม่มี`)],
  ])('that nobody has filled in shows nothing: %s', (_, lines) => {
    for (const criterion of results) expect(met([title, ...lines, boxes, ...signed], criterion), criterion).toBe(false);
  });

  test('that is filled in shows what is written there, whoever has still to sign it', () => {
    const filled = [
      'ชื่อโครงการ เก็บอวนร้าง',
      'งบประมาณ 80,000 บาท',
      'เบิกจ่าย 31,500 บาท',
      'ผลการดำเนินงาน แล้วเสร็จ เก็บได้สองตันเศษจากแนวปะการังสามแห่ง',
      'ปัญหาอุปสรรค เรือเข้าอู่สองเดือน',
      'ข้อเสนอแนะ ควรยืมเรือของกลุ่มบ้านนอก',
    ];
    for (const criterion of results)
      expect(met([title, ...filled, ...signed, ...signed, ...signed], criterion), criterion).toBe(true);
  });
});
