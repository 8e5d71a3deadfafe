// What of a document names it and shows something: not its list of contents, its foreword, or the report that a manual is on.
import { describe, expect, test } from 'vitest';
import type { Segment } from '../../src/model/document.ts';
import { judgeDocument } from './judge-document.ts';

const met = (lines: readonly string[], criterion: string) =>
  judgeDocument(lines.join('\n'), criterion).startsWith('met');
const results = ['past-year-evaluation', 'evaluation-results', 'recommendations'];
const table = ['| โครงการ | ผลการดำเนินงาน |', '| เก็บอวนร้าง | แล้วเสร็จ |', '| อบรมชาวประมง | แล้วเสร็จ |'];
const report = 'รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2568';

test('a first line names the plan however long the headings under it are', () => {
  const long = '# การพัฒนาคุณภาพการให้บริการประชาชนและการมีส่วนร่วมของภาคีเครือข่ายในพื้นที่อย่างยั่งยืน';
  const rows = ['| โครงการ | งบประมาณ |', '| เก็บอวนร้าง | 80,000 |', '| อบรมชาวประมง | 40,000 |'];
  expect(met(['# กรอบงานประจำปีและแผนปฏิบัติการ พ.ศ. 2569', long, long, ...rows], 'plan-current')).toBe(true);
});

describe('a chapter on how the plan is followed', () => {
  test.each(results)('with long text is no report: %s', (criterion) => {
    const text = 'การพัฒนาคุณภาพการให้บริการประชาชนและการมีส่วนร่วมของภาคีเครือข่ายในปีงบประมาณ พ.ศ. 2568 เป็นไปอย่างยั่งยืน';
    const chapter = ['# ส่วนที่ 4 การติดตามและประเมินผล', ...Array.from({ length: 14 }, () => text)].join('\n');
    expect(judgeDocument(chapter, criterion)).toMatch(/^not-met/);
  });
});

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

  test('as a table with a head, and with its foreword all that there is of a report', () => {
    const rows = ['| หัวข้อ | หน้า |', ...contents.slice(2).map((line) => `| ${line.replace(/ \.+ /u, ' | ')} |`)];
    const bare = [`# ${report}`, ...foreword, 'สารบัญ', ...rows];
    expect(judgeDocument(bare.join('\n'), 'past-year-evaluation')).toBe('review/title-only');
    expect(met([...bare, '--- page 4', ...table], 'past-year-evaluation')).toBe(true);
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

  test('for a seminar is none, whatever its slides are headed', () => {
    const slides = [report, ...told, ...table];
    const cover = (words: string) => [`# ${words} การติดตามและประเมินผลอย่างมืออาชีพ`, '--- page 2', ...slides];
    for (const words of ['เอกสารประกอบการสัมมนา', 'เอกสารประกอบการบรรยาย'])
      for (const criterion of results) expect(met(cover(words), criterion), criterion).toBe(false);
    expect(met(cover('เอกสารประกอบการประชุม'), 'past-year-evaluation')).toBe(true);
  });

  test('named in a report’s own text takes nothing from it', () => {
    expect(met([report, 'ตามคู่มือการติดตามและประเมินผล', ...table], 'past-year-evaluation')).toBe(true);
  });

  test('is not a letter that a report is sent with', () => {
    const lines = ['ที่ กท 0012/45 เรียน หัวหน้ากลุ่มงานทุกกลุ่ม', '--- page 2', report, ...table];
    expect(met(lines, 'past-year-evaluation')).toBe(true);
  });
});

describe('a sheet', () => {
  const cells = (...texts: string[]): Segment => ({
    kind: 'row',
    text: texts.join(' | '),
    cells: texts,
    region: 'main',
    locator: { table: 1 },
  });
  const rows = [cells('โครงการ', 'ผลการดำเนินงาน'), cells('เก็บอวนร้าง', 'แล้วเสร็จ'), cells('อบรมชาวประมง', 'แล้วเสร็จ')];
  const plan = [
    cells('ที่', 'โครงการ', 'งบประมาณ'),
    cells('1', 'เก็บอวนร้าง', '80,000'),
    cells('2', 'อบรมชาวประมง', '40,000'),
  ];
  /** As read-sheets.ts gives it: the tab's name over all, then what stands on it. */
  const sheet = (tab: string, title: string | undefined, table: readonly Segment[]) =>
    [
      { kind: 'heading', text: tab, level: 2 } as const,
      ...(title === undefined ? [] : [{ kind: 'heading', text: title, level: 3 } as const]),
      ...table,
    ].map(
      (segment): Segment => ({
        region: 'main',
        ...segment,
        locator: { ...('locator' in segment ? segment.locator : {}), sheet: tab },
      }),
    );
  const judged = (segments: readonly Segment[], criterion: string) => judgeDocument(segments, criterion);

  test('is called after its own title before its tab’s name', () => {
    expect(judged(sheet('แผนงาน', report, rows), 'past-year-evaluation')).toMatch(/^met/);
    expect(judged(sheet('แผนปฏิบัติราชการประจำปี 2569', 'รายชื่อโครงการจัดซื้อจัดจ้าง', plan), 'plan-current')).toMatch(
      /^not-met/,
    );
  });

  test('without a title is called after its tab', () => {
    expect(judged(sheet('แผนปฏิบัติราชการประจำปี 2569', undefined, plan), 'plan-current')).toMatch(/^met/);
    expect(judged(sheet('ข้อมูล', undefined, plan), 'plan-current')).toMatch(/^not-met/);
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

  test.each([
    ['signed at the end of the line', `${room}.............. ลงชื่อ ผู้รายงาน`, false],
    ['to be signed', `ลงชื่อ ${room} ผู้รายงาน`, false],
    ['written on', `เรือเข้าอู่สองเดือน ควรยืมเรือของกลุ่มบ้านนอกมาใช้ก่อน ${room}`, true],
    ['over a sentence', 'เรือเข้าอู่สองเดือน ควรยืมเรือของกลุ่มบ้านนอกมาใช้ก่อน', true],
  ])('whose heading only says of what the problems are, with a line %s', (_, line, shows) => {
    for (const heading of ['# ปัญหาและอุปสรรคในการปฏิบัติงาน', 'ปัญหาและอุปสรรคที่พบในการดำเนินงาน'])
      expect(met([title, ...table, heading, line], 'recommendations'), heading).toBe(shows);
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

describe('what stands below a table', () => {
  const rows = [
    '| โครงการ | อนุมัติ (บาท) | จ่ายแล้ว (บาท) | เหลือ | สถานะล่าสุด |',
    '| เก็บอวนร้าง | 80,000 | 31,500 | 48,500 | เก็บแล้ว 18 ครั้ง |',
    '| อบรมชาวประมง | 40,000 | 40,000 | 0 | เสร็จ |',
    '| ปล่อยพันธุ์ปู | 60,000 | 0 | 60,000 | รอฤดู |',
  ];
  test('is none of the title', () => {
    const noted = 'ผู้บันทึก เจ้าหน้าที่วิเคราะห์นโยบายและแผน ตรวจสอบกับบัญชีแยกประเภททุกสิ้นเดือน';
    const register = ['# ทะเบียนติดตามงานโครงการ ปีงบประมาณ 2569', ...rows, noted];
    expect(met(register, 'budget-progress')).toBe(true);
  });
});

describe('a paper that says what it is', () => {
  const rows = [
    '| เดือน | งานที่จะทำ | เป้า | เงิน (บาท) |',
    '| พ.ย. 68 | ลอยกระทงย้อนยุค | 1 งาน | 350,000 |',
    '| ธ.ค. 68 | คัดเลือกชุมชนต้นแบบ | 1 ชุมชน | 15,000 |',
  ];
  test.each([
    ['เอกสารนี้เป็นแผนปฏิบัติงานประจำปีของสำนักงาน ทุกกลุ่มใช้ยึดถือร่วมกัน', true],
    ['เล่มนี้คือแผนปฏิบัติราชการประจำปี 2569', true],
    ['เอกสารนี้เป็นส่วนหนึ่งของการอบรมเรื่องการเขียนแผนปฏิบัติราชการ', false],
    ['ทุกกลุ่มใช้ปฏิทินยึดถือร่วมกัน', false],
  ])('%s: %s', (line, is) => {
    expect(met(['# ปฏิทินงานและเงิน ปีงบประมาณ 2569', line, ...rows], 'plan-current')).toBe(is);
  });
});
