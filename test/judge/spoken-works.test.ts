// What one speaker at a meeting tells of several works in a paragraph; what a letter tells one by one, and its subject; sides of a plan.
import { describe, expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';
import { judgePage } from './judge-page.ts';

const council = { kind: 'subdistrict', name: 'องค์การบริหารส่วนตำบลทรายงาม' } as const;
const met = (verdict: string) => verdict.startsWith('met');
const both = ['monitoring-results', 'budget-progress'];
const told =
  'สะพานไม้บ้านท่าซ่อมเสร็จแล้วเดือนกุมภา จ่ายไป 182,400 บาท ส่วนลานตากข้าว หมู่ 5 ผู้รับจ้างกำลังเทพื้น จ่ายงวดแรก 60,000 บาท หอถังประปา หมู่ 1 ยังไม่ได้ทำ ยังไม่ได้จ่ายเงิน';

describe('a speaker at a council', () => {
  const minutes = (said: string, title = 'รายงานการประชุมสภา อบต. สมัยสามัญ สมัยที่ 2 ครั้งที่ 1/2569') =>
    `<h2>${title}</h2><p>ระเบียบวาระที่ 5 เรื่องอื่นๆ</p><p>${said}</p><p>ที่ประชุมรับทราบ</p>`;
  const judged = (criterion: string, said: string) => met(judgePage(minutes(said), criterion, council));

  test.each(both)('tells of the plan’s works: %s', (criterion) => {
    expect(judged(criterion, `นายช่างโยธา แจ้งว่า งานในแผนการดำเนินงานปี 69 ถึงวันนี้เป็นดังนี้ ${told}`)).toBe(true);
  });
  test.each([
    ['of no plan', `นายช่างโยธา แจ้งว่า เรื่องที่ชาวบ้านร้องมาปี 69 เป็นดังนี้ ${told}`],
    ['of a plan to prevent corruption', `นิติกร แจ้งว่า งานตามแผนปฏิบัติการป้องกันการทุจริต ปี 69 เป็นดังนี้ ${told}`],
    ['of an older year', `นายช่างโยธา แจ้งว่า งานในแผนการดำเนินงานปี 66 เป็นดังนี้ ${told}`],
    [
      'of what is to be',
      'นายช่างโยธา แจ้งว่า งานในแผนการดำเนินงานปี 69 เป็นดังนี้ สะพานไม้บ้านท่า จะซ่อมเดือนกุมภา ตั้งไว้ 182,400 บาท ลานตากข้าว หมู่ 5 จะเทพื้น ตั้งไว้ 60,000 บาท หอถังประปา หมู่ 1 จะสร้างปลายปี',
    ],
  ])('not %s', (_, said) => {
    for (const criterion of both) expect(judged(criterion, said), criterion).toBe(false);
  });

  test('leaves the word for money away, or tells it in words', () => {
    const bare =
      'สะพานไม้บ้านท่าซ่อมเสร็จแล้ว จ่ายไป 182,400 ลานตากข้าว หมู่ 5 เทพื้นเสร็จแล้ว ใช้เงินหกหมื่นบาท หอถังประปายังไม่ได้ทำ ยังไม่ได้จ่ายเงิน';
    for (const criterion of both)
      expect(judged(criterion, `นายช่าง แจ้งว่า งานในแผนการดำเนินงานปี 69 เป็นดังนี้ ${bare}`), criterion).toBe(true);
  });

  test.each(both)('may be whoever writes a letter: %s', (criterion) => {
    const letter = (subject: string, plan: string) =>
      `<p>เรื่อง ${subject}</p><p>เรียน นายอำเภอ</p><p>ขอเรียนว่า งานตาม${plan} ปี 2569 ของสำนักงานเป็นดังนี้ ${told}</p>`;
    expect(met(judgePage(letter('งานที่ทำมาถึงมีนาคม 2569', 'แผนปฏิบัติงาน'), criterion))).toBe(true);
    expect(met(judgePage(letter('งานที่ทำมาถึงมีนาคม 2569', 'แผนจัดซื้อจัดจ้าง'), criterion))).toBe(false);
    expect(met(judgePage(letter('เงินผ้าป่าสร้างศาลา', 'แผนปฏิบัติงาน'), criterion))).toBe(false);
  });

  test('counts what was done of a year that is over, and leaves points behind', () => {
    const said = (points: string) =>
      `ประธานกรรมการติดตาม เรียนสภาว่า กรรมการดูแผนการดำเนินงานปี 68 แล้ว มี 40 โครงการ ทำได้ 31 โครงการ คิดเป็นร้อยละ 77.5 ไม่ได้ทำ 9 โครงการ ${points}`;
    const advised = 'ขอเสนอไว้สองข้อ หนึ่ง งานน้ำให้เริ่มก่อนฝน สอง งานอาชีพให้ถามคนก่อนตั้งเงิน';
    for (const criterion of ['evaluation-results', 'past-year-evaluation', 'recommendations'])
      expect(judged(criterion, said(advised)), criterion).toBe(true);
    expect(judged('recommendations', said('ขอขอบคุณทุกท่าน'))).toBe(false);
  });
});

describe('a letter', () => {
  const letter = (subject: string, first: string) =>
    [
      'ที่ ทด 0021/77 โรงเรียนทดสอบ',
      `เรื่อง ${subject}`,
      'เรียน ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา',
      'โรงเรียนขอสรุปงานตามแผนปฏิบัติการปีการศึกษา 2568 ซึ่งมี 4 โครงการ ทำครบ 3 โครงการ ได้ผลดังนี้',
      `1. ${first} เป้าหมายร้อยละ 60 ทำได้ร้อยละ 63 บรรลุ`,
      '2. ห้องสมุดมีชีวิต เป้าหมาย 200 คน ทำได้ 214 คน บรรลุ',
      '3. ลานกีฬา ไม่ได้ทำ เพราะเงินไม่พอ',
    ].join('\n');
  const school = { kind: 'school', name: 'โรงเรียนทดสอบ' } as const;
  const judged = (subject: string) =>
    met(judgeDocument(letter(subject, 'ยกระดับผลสัมฤทธิ์ทางการเรียน'), 'past-year-evaluation', school));

  test('is on its subject, whatever the first of its items is called', () => {
    expect(judged('สรุปงานสิ้นปีการศึกษา 2568')).toBe(true);
  });
  test('not on pupils’ marks, by its own subject', () => {
    expect(judged('รายงานผลสัมฤทธิ์ทางการเรียน ปีการศึกษา 2568')).toBe(false);
  });
});

test('numbered sides of the work between a plan’s projects are its programmes', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const plan = (...sides: string[]) =>
    `<h1>แผนปฏิบัติงานประจำปีงบประมาณ พ.ศ. 2569</h1><table>${row('รหัส', 'งาน', 'งบประมาณ')}${row('', sides[0]!, '')}${row('ก-1', 'ลาดตระเวนทางทะเล', '90000')}${row('', sides[1]!, '')}${row('ข-1', 'บัตรประชาชนถึงเกาะ', '42000')}</table>`;
  const judged = (...sides: string[]) => met(judgePage(plan(...sides), 'work-programmes'));
  expect(judged('1. ด้านความปลอดภัย', '2. ด้านบริการประชาชน')).toBe(true);
  expect(judged('1. รายการหน้าแรก', '2. รายการหน้าสอง')).toBe(false);
});
