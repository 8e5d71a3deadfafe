// A table that tells of the plan's own projects is a report on the plan, whatever its title says; others are not.
import { expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const names = ['ซ่อมสร้างถนนเลียบชายหาด หมู่ 2', 'ติดตั้งเสาไฟหน้าท่าเรือ', 'สอนเด็กว่ายน้ำเอาตัวรอด'];
const table = (head: string, rows: readonly string[]): string =>
  `<table><tr>${head
    .split('|')
    .map((cell) => `<th>${cell}</th>`)
    .join('')}</tr>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;
const plan = `<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>${table(
  'โครงการ|งบประมาณ|ระยะเวลา',
  names.map((name) => `${name}|480,000|ธ.ค.-มี.ค.`),
)}`;
const progress = (title: string, of = names): string =>
  `<h1>${title}</h1>${table(
    'งาน|ตั้งงบไว้|ใช้ไปแล้ว|ทำถึงไหนแล้ว',
    of.map((name, at) => `${name}|480,000|${at}78,500|${at === 0 ? 'เสร็จเรียบร้อย รับมอบงานแล้ว' : 'อยู่ระหว่างดำเนินการ'}`),
  )}`;

test.each(['budget-progress', 'monitoring-results'])(
  '%s: the plan’s projects under a title of its own',
  (criterion) => {
    expect(judgePage([plan, progress('งานปี 2569 ทำถึงไหน ใช้เงินไปเท่าไร')], criterion)).toBe('met/found-other-wording');
  },
);

test('of no year of its own, of none, though the plan of one year holds its projects', () => {
  expect(judgePage([plan, progress('งานที่ทำอยู่ ถึงไหน ใช้เงินไปเท่าไร')], 'budget-progress')).toBe('review/unclear-year');
});

test.each([
  ['other projects', progress('งานปี 2569 ทำถึงไหน', ['ทาสีสำนักงาน', 'ซ่อมรถราชการ', 'จัดซื้อครุภัณฑ์คอมพิวเตอร์'])],
  ['a look-alike’s report', progress('รายงานผลแผนปฏิบัติการป้องกันการทุจริต ปี 2569')],
  ['an older year', progress('งานปี 2567 ทำถึงไหน ใช้เงินไปเท่าไร')],
])('no progress of the year: %s', (_, page) => {
  expect(judgePage([plan, page], 'budget-progress')).not.toMatch(/^met/);
});

test('results that their page sets beside the plan, of a year that is over, evaluate it', () => {
  const results = (line: string): string =>
    `<h1>ผลงานปีงบประมาณ 2568</h1><p>${line}</p>${table('กิจกรรม|เป้าหมาย|ทำได้', ['ลาดตระเวน|9,000 กม.|9,412 กม.', 'วางทุ่น|25 ลูก|18 ลูก'])}`;
  const verdict = (line: string) => judgePage([plan, results(line)], 'past-year-evaluation');
  expect(verdict('เทียบกับแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2568')).toBe('met/found-other-wording');
  expect(verdict('เทียบกับแผนปฏิบัติการป้องกันการทุจริต พ.ศ. 2568')).not.toMatch(/^met/);
});

test.each([
  ['beside a word on each, whether that was enough', 'ติดตามตัวชี้วัดตามแผนปฏิบัติราชการประจำปีงบประมาณ 2569 ไตรมาสที่ 3', true],
  ['of risks', 'ติดตามตัวชี้วัดตามแผนบริหารความเสี่ยง ปีงบประมาณ 2569 ไตรมาสที่ 3', false],
  ['of staff', 'ติดตามตัวชี้วัดตามแผนพัฒนาบุคลากร ปีงบประมาณ 2569 ไตรมาสที่ 3', false],
])('targets and what was reached in a round %s', (_, title, evaluated) => {
  const indicators = (verdict: string) =>
    table(`ตัวชี้วัด|เป้า Q3|ผล Q3|${verdict}`, ['รายได้ท่องเที่ยว|9,100|8,420|ไม่บรรลุ', 'เกษตรอินทรีย์|15,400|15,910|บรรลุ']);
  expect(judgePage(`<h1>${title}</h1>${indicators('บรรลุ?')}`, 'evaluation-results').startsWith('met')).toBe(evaluated);
});

test('what evaluators found about the plan is an evaluation', () => {
  const scores = table('แผนงาน|ทำได้ตามเป้า|คุ้มเงิน', ['คุ้มครองแรงงาน|4.1|3.8', 'มีงานทำในวัยเก๋า|3.2|3.0']);
  const found = (plan: string) => `<h1>ข้อค้นพบจากผู้ประเมินอิสระ ต่อ${plan} ปี 2569</h1>${scores}`;
  expect(judgePage(found('แผนปฏิบัติราชการ'), 'evaluation-results')).toMatch(/^met/);
  expect(judgePage(found('แผนพัฒนาบุคลากร'), 'evaluation-results')).not.toMatch(/^met/);
});

test('a page’s own year stands before that of the plan that holds the same projects', () => {
  const told = table(
    'โครงการ|เป้าหมาย|ผล|สถานะ',
    names.map((name) => `${name}|1|1|แล้วเสร็จ`),
  );
  // The line heads the section above, and its year is the page's.
  const report = 'ผลการดำเนินงานตามแผนปฏิบัติราชการ ปีงบประมาณ';
  const page = (line: string): string => `<h1>ทำอะไรกันบ้าง</h1><h2>${line}</h2><p>มีดังนี้</p><h2>งานแต่ละอย่าง</h2>${told}`;
  expect(judgePage([plan, page(`${report} 2569`)], 'monitoring-results')).toMatch(/^met/);
  expect(judgePage([plan, page(`${report} 2567`)], 'monitoring-results')).not.toMatch(/^met/);
});

test('what the plan itself comes from makes a report on it no look-alike’s', () => {
  const told = table('โครงการ/แผนงาน|เป้าหมายครึ่งปี|ผลงาน|สถานะ', [
    'ขุดลอกร่องน้ำ|45%|52%|เร็วกว่าแผน',
    'ตั๋วเรือออนไลน์|ทดลองใช้|ทดลองใช้แล้ว|ตามแผน',
  ]);
  const page = (line: string): string => `<h1>ผลการดำเนินงานครึ่งปีแรก ปีงบประมาณ 2569</h1><p>${line}</p>${told}`;
  const derived = 'การดำเนินงานตามแผนปฏิบัติการประจำปี 2569 ซึ่งถ่ายทอดจากแผนวิสาหกิจ 5 ปี (2566-2570)';
  expect(judgePage(page(derived), 'monitoring-results')).toMatch(/^met/);
  expect(judgePage(page('การดำเนินงานตามแผนวิสาหกิจ 5 ปี (2566-2570)'), 'monitoring-results')).not.toMatch(/^met/);
});
