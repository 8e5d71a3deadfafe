// What was in the way of the plan's work and how it is mended, in letters and interviews; and advice on other things.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const home = '<p>สำนักงานทดสอบ</p>';
const plan =
  '<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1><table><tr><td>โครงการ</td><td>งบประมาณ</td></tr><tr><td>ปลูกหญ้าแฝกริมห้วย</td><td>32,000</td></tr><tr><td>ซ่อมฝายชะลอน้ำ</td><td>90,000</td></tr></table>';
const met = (...pages: readonly string[]) => judgePage([home, ...pages], 'recommendations').startsWith('met');
const column = (frame: string, told: string) => `<h3>มุมหัวหน้า</h3><h4>${frame}</h4><p>${told}</p>`;
const cured = 'เรื่องกล้าไม้ รถขนช้าไปสามสัปดาห์ กล้าเลยเฉา ปีหน้าเราควรสั่งกล้าจากแปลงใกล้ ๆ แทน';

describe('in plain words', () => {
  test('where the question is what was hard in the plan’s work', () => {
    expect(met(column('โครงการในแผนปี 2568 มีอะไรติดขัดไหม', cured))).toBe(true);
  });
  test('where several of the plan’s projects are told of', () => {
    const told = 'ปลูกหญ้าแฝกริมห้วยได้ครบ ส่วนซ่อมฝายชะลอน้ำขาดหินไปเดือนหนึ่ง ตั้งแต่มิถุนายนเราจะสั่งจากสองบ่อ';
    expect(met(plan, column('คุยกันหน่อย', told))).toBe(true);
  });
});

describe('not', () => {
  test.each([
    ['where nothing says that it is the plan’s work', column('อะไรที่หนักใจ', cured)],
    ['of another plan', column('งานในแผนป้องกันการทุจริต ปี 2568 มีอะไรติดขัดไหม', cured)],
    ['of a year long over', column('โครงการในแผนปี 2562 มีอะไรติดขัดไหม', cured)],
    [
      'where only the trouble is told',
      column('โครงการในแผนปี 2568 มีอะไรติดขัดไหม', 'เรื่องกล้าไม้ รถขนช้าไปสามสัปดาห์ กล้าเลยเฉา'),
    ],
    ['for the public', column('โครงการในแผนปี 2568 มีอะไรติดขัดไหม', 'ช่วงนี้ขาดฝน ผู้ป่วยควรดื่มน้ำมาก ๆ ท่านที่สนใจควรขอคำปรึกษา')],
  ])('%s', (_, page) => {
    expect(met(page)).toBe(false);
  });
});
