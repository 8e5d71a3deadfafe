// Results told in running text, and words about reporting that show none.
import { describe, expect, test } from 'vitest';
import type { Agency } from '../../src/model/registry.ts';
import { judgePage } from './judge-page.ts';

const sao: Pick<Agency, 'kind' | 'name'> = { kind: 'subdistrict', name: 'องค์การบริหารส่วนตำบลทดสอบ' };
const office: Pick<Agency, 'kind' | 'name'> = { kind: 'provincial-office', name: 'สำนักงานทดสอบจังหวัดเกาะทราย' };
const met = (html: string, criterion: string, agency = sao) => judgePage(html, criterion, agency).startsWith('met');
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');

describe('how many of the plan’s projects were carried out is a result', () => {
  const intro =
    'คณะกรรมการติดตามและประเมินผลแผนพัฒนาองค์การบริหารส่วนตำบลทดสอบ จัดทำรายงานติดตามและประเมินแผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570) ปีงบประมาณ พ.ศ. 2568';
  const perStrategy = [
    'ยุทธศาสตร์ที่ 1 ถนนและไฟฟ้า โครงการทั้งหมด 40 โครงการ ดำเนินการได้ 12 โครงการ คิดเป็นร้อยละ 30',
    'ยุทธศาสตร์ที่ 2 คนและสังคม โครงการทั้งหมด 20 โครงการ ดำเนินการได้ 15 โครงการ คิดเป็นร้อยละ 75',
  ];
  const rounds =
    'ที่ประชุมคณะกรรมการติดตามและประเมินผลแผนพัฒนาฯ ติดตามผลการดำเนินงานโครงการ ปีงบประมาณ พ.ศ. 2569 รอบที่ 1 สรุปว่า โครงการในแผน 60 โครงการ โครงการที่ปฏิบัติเสร็จ จำนวน 9 โครงการ คิดเป็นร้อยละ 15 อยู่ระหว่างปฏิบัติ 11 โครงการ';

  test('per strategy, under a sentence for a title', () => {
    for (const criterion of ['evaluation-results', 'past-year-evaluation'])
      expect(met(p(intro, ...perStrategy), criterion)).toBe(true);
  });

  test('in all, by how far they have come', () => {
    expect(met(p(rounds), 'monitoring-results')).toBe(true);
    expect(met(p(rounds), 'evaluation-results')).toBe(true);
  });

  test('by the indicators that are said to be the plan’s', () => {
    const chapter = (of: string, plan: string) =>
      p(
        'บทที่ 5 สรุปและข้อเสนอแนะ',
        `การประเมินครั้งนี้ต้องการทราบผลการดำเนินงานตาม${plan} ของสำนักงาน`,
        `ตัวชี้วัด${of} 18 ตัว บรรลุเป้าหมาย 15 ตัว คิดเป็นร้อยละ 83.33`,
      );
    const plan = 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2568';
    expect(met(chapter('ตามแผนทั้งหมด', plan), 'past-year-evaluation', office)).toBe(true);
    expect(met(chapter('รายบุคคล', plan), 'past-year-evaluation', office)).toBe(false);
    expect(met(chapter('ของแผนทั้งหมด', 'แผนบริหารความเสี่ยง ปี 2568'), 'past-year-evaluation', office)).toBe(false);
  });

  test('by a share in words', () => {
    const news =
      'นายก อบต. รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ปีงบประมาณ พ.ศ. 2568 ต่อสภา ระบุ 90 โครงการได้รับอนุมัติและทำแล้วกว่าครึ่ง';
    expect(met(p(news), 'past-year-evaluation')).toBe(true);
    expect(met(p(news.replace('และทำแล้วกว่าครึ่ง', 'ในปีนี้')), 'past-year-evaluation')).toBe(false);
  });

  test('of a round that its name says, it is that and no yearly evaluation', () => {
    const page = `<h1>รายงานความก้าวหน้าโครงการตามแผนการดำเนินงาน รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2569</h1>${p('โครงการทั้งหมด 50 โครงการ แล้วเสร็จ 10 โครงการ (ร้อยละ 20)')}`;
    expect(met(page, 'monitoring-results')).toBe(true);
    expect(met(page, 'evaluation-results')).toBe(false);
  });

  test.each([
    [
      'counts of what is to come',
      p(intro, 'ยุทธศาสตร์ที่ 1 ถนนและไฟฟ้า จะดำเนินการ 40 โครงการ ยุทธศาสตร์ที่ 2 จะดำเนินการ 20 โครงการ'),
    ],
    ['no plan named', p('ปีงบประมาณ พ.ศ. 2568', ...perStrategy)],
    ['another plan', p('รายงานติดตามแผนปฏิบัติการป้องกันการทุจริต ปีงบประมาณ พ.ศ. 2568', ...perStrategy)],
    ['personnel', p('รายงานผลการดำเนินงานตามแผนพัฒนาบุคลากร ปีงบประมาณ พ.ศ. 2568', ...perStrategy)],
  ])('%s: none', (_, html) => {
    expect(met(html, 'evaluation-results')).toBe(false);
    expect(met(html, 'past-year-evaluation')).toBe(false);
  });

  test('a development plan is the yearly plan of local government alone', () => {
    expect(met(p(intro, ...perStrategy), 'past-year-evaluation', office)).toBe(false);
  });
});

describe('a list of projects under a sentence that says that they were done', () => {
  const list =
    '<ol><li>โครงการก่อสร้างถนนบ้านนาเหนือ</li><li>โครงการขุดลอกคลองบ้านนาใต้</li><li>โครงการประปาบ้านหนองบัว</li></ol>';
  const page = (lead: string) => p(lead) + list;

  test('finished ones are monitored', () => {
    const lead = 'อบต.ทดสอบ แจ้งงานโครงสร้างพื้นฐานไตรมาสที่ 2 ปีงบประมาณ 2569 ซึ่งดำเนินการเสร็จเรียบร้อยแล้ว ดังนี้';
    expect(met(page(lead), 'projects')).toBe(true);
    expect(met(page(lead), 'monitoring-results')).toBe(true);
  });

  test('those carried out are the year’s projects', () => {
    const lead = 'ในปีงบประมาณ พ.ศ. 2568 อบต.ทดสอบ ได้ดำเนินโครงการทั้งสิ้น 31 โครงการ ดังนี้';
    expect(met(page(lead), 'projects')).toBe(true);
    expect(met(page(lead), 'monitoring-results')).toBe(false);
  });

  test.each([
    ['to come', 'ในปีงบประมาณ พ.ศ. 2569 อบต.ทดสอบ จะดำเนินโครงการ 3 โครงการ ดังนี้'],
    ['of no year', 'อบต.ทดสอบ ได้ดำเนินโครงการ ดังนี้'],
    ['bought', 'ปีงบประมาณ พ.ศ. 2569 ได้ดำเนินการจัดซื้อจัดจ้างแล้วเสร็จ ดังนี้'],
  ])('%s: no', (_, lead) => {
    expect(met(page(lead), 'projects')).toBe(false);
    expect(met(page(lead), 'monitoring-results')).toBe(false);
  });
});

describe('a name of a report over words on reporting shows no result', () => {
  const filler =
    'ทั้งนี้เพื่อให้ผลการดำเนินงานและผลสัมฤทธิ์ของโครงการเป็นไปตามวัตถุประสงค์ของแผน เกิดประโยชน์แก่ประชาชนในพื้นที่อย่างทั่วถึง โปร่งใส ตรวจสอบได้ และนำไปใช้ปรับปรุงงานของทุกส่วนราชการในสังกัดต่อไป';
  const page = (title: string, ...lines: string[]) => `<h1>${title}</h1>${p(...lines, filler)}`;
  const report = 'สรุปผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปีงบประมาณ พ.ศ. 2568';
  const shows = (html: string) => met(html, 'past-year-evaluation');

  test.each([
    ['what is intended', report, 'กองยุทธศาสตร์จะดำเนินการติดตามโครงการทุกไตรมาส และกำหนดให้มีการรายงานผลการดำเนินงาน 2 แบบ'],
    ['what evaluating is', report, 'การประเมินผลนั้นเป็นสิ่งจำเป็น ผลที่ได้จากการประเมินจะใช้ปรับปรุงงาน'],
    ['a meeting', report, 'วันที่ 4 ธันวาคม 2568 นายก อบต. เป็นประธานการประชุมคณะกรรมการ โดยมีหัวหน้าส่วนราชการเข้าร่วม'],
    [
      'a way of doing it',
      'แนวทางการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปีงบประมาณ พ.ศ. 2568',
      'คณะกรรมการติดตามโครงการตามแผนปีละสองครั้ง',
    ],
    [
      'a visit to projects',
      'การติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปีงบประมาณ พ.ศ. 2568',
      'วันพุธที่ 3 ธันวาคม 2568 คณะทำงานลงพื้นที่ติดตามโครงการปรับปรุงถนน จำนวน 6 สาย',
    ],
  ])('%s', (_, title, line) => {
    expect(shows(page(title, line))).toBe(false);
  });

  test('a letter that the report is enclosed with is looked at by a person, one that tells of results is not', () => {
    const letter = 'รายละเอียดปรากฏตามเอกสารที่แนบมาพร้อมนี้';
    const judged = (...lines: string[]) =>
      judgePage(page(report, 'เรียน นายอำเภอทดสอบ', ...lines), 'past-year-evaluation', sao);
    expect(judged(letter)).toBe('review/title-only');
    expect(judged(letter, 'โครงการแล้วเสร็จร้อยละ 82 ของแผน')).toMatch(/^met/);
  });

  test.each([
    ['with a rate', 'วันที่ 4 ธันวาคม 2568 ประชุมคณะกรรมการ โครงการแล้วเสร็จร้อยละ 82 ของแผน'],
    ['with a finding', 'วันที่ 4 ธันวาคม 2568 ลงพื้นที่ พบว่าถนนทั้งหกสายใช้การได้ดี'],
    ['with a grade', 'วันที่ 4 ธันวาคม 2568 ประชุมคณะกรรมการ ผลในภาพรวมอยู่ในระดับดีมาก'],
    [
      'as the beginning of a document',
      'คำนำ เอกสารนี้จัดทำขึ้นตามระเบียบ คณะกรรมการมีหน้าที่รายงานต่อสภา',
      'ถนนทั้งหกสายซ่อมเสร็จ ชาวบ้านใช้ได้แล้ว',
    ],
    ['with nothing said about reporting', 'ถนนและประปาที่สร้างเสร็จใช้ประโยชน์ได้จริง ประชาชนเดินทางสะดวก'],
  ])('it may, %s', (_, ...lines) => {
    expect(shows(page(report, ...lines))).toBe(true);
  });

  test('a preface over nothing shows nothing', () => {
    expect(shows(page(report, 'คำนำ เอกสารนี้จัดทำขึ้นตามระเบียบ คณะกรรมการมีหน้าที่รายงานต่อสภา'))).toBe(false);
  });

  test('a document of real length says somewhere what came out', () => {
    const long = Array.from({ length: 12 }, () => filler);
    const line = 'กองยุทธศาสตร์จะดำเนินการติดตามโครงการทุกไตรมาส';
    expect(shows(page(report, line, ...long))).toBe(true);
    expect(shows(page('แนวทางการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปีงบประมาณ พ.ศ. 2568', line, ...long))).toBe(false);
  });
});

describe('minutes of those who follow the plan', () => {
  const title = 'รายงานการประชุมคณะกรรมการติดตามและประเมินผลแผนพัฒนาองค์การบริหารส่วนตำบลทดสอบ ครั้งที่ 2 ปีงบประมาณ พ.ศ. 2568';
  const agenda = ['ระเบียบวาระที่ 1 รับรองรายงานการประชุมครั้งก่อน', 'มติ รับรอง'];
  const count = 'เลขานุการแจ้งว่าโครงการตามแผน 40 โครงการ ดำเนินการแล้วเสร็จ 30 โครงการ ร้อยละ 75';
  const opinion = 'มติที่ประชุม ให้เสนอความเห็นต่อนายก ดังนี้ (1) เร่งสำรวจแบบก่อนสิ้นไตรมาสแรก (2) อบรมนอกฤดูทำนา';

  test('count what was done, and advise', () => {
    for (const criterion of ['evaluation-results', 'past-year-evaluation'])
      expect(met(p(title, ...agenda, count), criterion)).toBe(true);
    expect(met(p(title, ...agenda, count, opinion), 'recommendations')).toBe(true);
  });

  test.each([
    ['of the council', title.replace('คณะกรรมการติดตามและประเมินผลแผนพัฒนา', 'สภา'), count],
    ['that count nothing', title, 'เลขานุการแจ้งกำหนดส่งข้อมูลของทุกกอง'],
  ])('%s: none', (_, first, line) => {
    expect(met(p(first, ...agenda, line), 'evaluation-results')).toBe(false);
  });

  const spending = 'สรุปการประชุมคณะทำงานเร่งรัดติดตามการใช้จ่ายงบประมาณ ครั้งที่ 3 ปีงบประมาณ พ.ศ. 2569';
  const projects = (first: string, second: string) =>
    `<p>${spending}</p><p>ที่ประชุมพิจารณาทีละโครงการ ดังนี้</p><p>1. โครงการปลูกหญ้าแฝกริมคลอง ${first}</p><p>2. โครงการจัดทำป้ายเตือนภัย ${second}</p>`;

  test('go from one project to the next', () => {
    const html = projects(
      'คงเหลือ 420,000 บาท ปัญหา กล้าหญ้าไม่พอ ให้ศูนย์เพาะชำส่งเพิ่มภายในเดือนนี้',
      'คงเหลือ 90,000 บาท ปัญหา ผู้รับจ้างทิ้งงาน ให้เร่งหาผู้รับจ้างใหม่',
    );
    expect(met(html, 'monitoring-results', office)).toBe(true);
    expect(met(html, 'recommendations', office)).toBe(true);
    const plain = projects('งบประมาณ 500,000 บาท', 'งบประมาณ 100,000 บาท');
    expect(met(plain, 'monitoring-results', office)).toBe(false);
    expect(met(html.replace('ใช้จ่ายงบประมาณ', 'ใช้จ่ายภาครัฐ'), 'monitoring-results', office)).toBe(false);
  });
});

describe('a closing chapter', () => {
  const chapter = (line: string) =>
    `<h2>ส่วนที่ 4 สรุปผลและข้อเสนอแนะ</h2><p>4.1 ผลในภาพรวม</p><p>${line}</p><h3>4.2 ปัญหาและอุปสรรค</h3><p>(1) ได้รับโอนงบประมาณช้า ทำให้ต้องเลื่อนแผนการใช้จ่ายไปไตรมาสที่สอง</p>`;

  test('counts what the year’s plan reached; what comes after is not what is counted', () => {
    const line =
      'สำนักงานดำเนินงานตามแผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2568 รวม 20 โครงการ บรรลุเป้าหมาย 18 โครงการ คิดเป็นร้อยละ 90';
    expect(met(chapter(line), 'evaluation-results', office)).toBe(true);
    expect(met(chapter(line), 'recommendations', office)).toBe(true);
    const other = line.replace('แผนปฏิบัติการ ประจำปี', 'แผนพัฒนาบุคลากร ประจำปี');
    expect(met(chapter(other), 'evaluation-results', office)).toBe(false);
  });

  test('counts the projects of local government’s plan by stages', () => {
    const lines = [
      'เทศบาลมีโครงการในแผนพัฒนา 90 โครงการ ตั้งงบประมาณ 50 โครงการ ปีงบประมาณ พ.ศ. 2568',
      'ลงนามสัญญา 40 โครงการ 9,000,000 บาท เบิกจ่าย 38 โครงการ 8,500,000 บาท คิดเป็นร้อยละ 76',
    ];
    expect(met(p(...lines), 'evaluation-results')).toBe(true);
    expect(met(p(lines[0]!), 'evaluation-results')).toBe(false);
    expect(met(p(...lines), 'evaluation-results', office)).toBe(false);
  });
});
