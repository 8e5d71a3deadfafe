// Minutes in which projects are listed in full and then spoken of by a part of their names.
import { expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const minutes = (item: string, ...lines: string[]) =>
  [
    '<h1>รายงานการประชุมหัวหน้ากลุ่มงาน ครั้งที่ ๖/๒๕๖๙</h1>',
    '<h3>วาระที่ ๒ รับรองรายงานการประชุม</h3><p>รับรองโดยไม่มีการแก้ไข</p>',
    `<h3>วาระที่ ๓ ${item}</h3>`,
    ...['๓.๑ โครงการปรับสภาพบ้านคนพิการ', '๓.๒ โครงการครอบครัวเข้มแข็ง', '๓.๓ โครงการอาสาสมัครเฝ้าระวัง', ...lines].map(
      (line) => `<p>${line}</p>`,
    ),
    '<h3>วาระที่ ๔ เรื่องอื่น ๆ</h3><p>เครื่องปรับอากาศซ่อมเสร็จแล้ว ใช้เงินไป ๔,๘๐๐ บาท ประธานให้ติดป้ายประหยัดไฟทุกห้อง</p>',
  ].join('');
const verdicts = (html: string) =>
  ['projects', 'monitoring-results', 'budget-progress', 'recommendations'].map((id) =>
    judgePage(html, id).startsWith('met'),
  );
const ofPlan = 'ติดตามผลการดำเนินงานและการเบิกจ่ายโครงการตามแผนปฏิบัติราชการประจำปี ๒๕๖๙';
const homes = 'หัวหน้ากลุ่มสวัสดิการ ว่า บ้านคนพิการได้เงินมา ๘๐๐,๐๐๐ บาท ตอนนี้สร้างแล้ว ๑๔ หลัง โอนให้ช่างไป ๕๖๐,๐๐๐ บาท';
const families = 'หัวหน้ากลุ่มนโยบาย ว่า ครอบครัวเข้มแข็งอบรมไปแล้วสองอำเภอ ใช้ไป ๔๒,๐๐๐ บาท';

test('tell of each', () => {
  expect(verdicts(minutes(ofPlan, homes, families))).toEqual([true, true, true, false]);
  expect(verdicts(minutes(ofPlan, `${homes} ${families}`))).toEqual([true, true, true, false]);
});

test('tell what whoever presides wants done', () => {
  for (const answer of ['ประธานให้ประสานผู้ใหญ่บ้านเก็บหนังสือให้ครบ', 'ที่ประชุมเห็นว่าควรรวมไปทำพร้อมงานผู้สูงอายุ'])
    expect(verdicts(minutes(ofPlan, `${homes} ${answer}`, families))).toEqual([true, true, true, true]);
  expect(verdicts(minutes(ofPlan, `${homes} ประธานให้ความเห็นชอบตามที่เสนอ`, families))[3]).toBe(false);
});

test.each([
  ['nothing yet', ofPlan, ['เจ้าของโครงการทั้งสามยังไม่ได้ส่งตัวเลข ขอยกไปเสนอในคราวหน้า ประธานเห็นด้วย และกำชับให้ทุกกลุ่มส่งข้อมูล']],
  ['one of them alone', ofPlan, [homes]],
  ['the stage alone', ofPlan, ['บ้านคนพิการสร้างแล้ว ๑๔ หลัง', 'ครอบครัวเข้มแข็งอบรมไปแล้วสองอำเภอ']],
  ['what is going to be paid', ofPlan, ['บ้านคนพิการจะโอนให้ช่าง ๕๖๐,๐๐๐ บาท', 'ครอบครัวเข้มแข็งจะใช้ ๔๒,๐๐๐ บาท']],
  ['of another item', 'เตรียมงานวันคนพิการสากล', [homes, families]],
])('tell no progress and spending: %s', (_, item, lines) => {
  expect(verdicts(minutes(item, ...lines))[2]).toBe(false);
});
