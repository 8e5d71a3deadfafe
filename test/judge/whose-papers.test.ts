// Plans in lists that a heading says are others', and papers that a page says are not on the web.
import { expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const list = (heading: string, ...labels: string[]) =>
  `<h1>${heading}</h1><ul>${labels.map((label, at) => `<li><a href="/${at}.pdf">${label}</a></li>`).join('')}</ul>`;
const plan = 'แผนปฏิบัติราชการประจำปี พ.ศ. 2569';

test.each(['เอกสารจากหน่วยงานต้นสังกัด', 'แผนของหน่วยงานอื่นที่ประชาชนควรรู้', 'ลิงก์หน่วยงานที่เกี่ยวข้อง', 'แผนของส่วนราชการในพื้นที่'])(
  'under %s it is not the agency’s',
  (heading) => expect(judgePage(list(heading, plan), 'plan-link')).not.toMatch(/^met/u),
);

test.each([
  list('เอกสารแผนงานของสำนักงาน', plan),
  list('แผนงาน โครงการ และแผนของหน่วยงาน', plan),
  list('เอกสารของหน่วยงานในพื้นที่', `${plan} สำนักงานทดสอบจังหวัดเกาะทราย`),
  list('เอกสารแผนงาน', plan) + list('เอกสารจากหน่วยงานอื่น', 'แผนยุทธศาสตร์ 2566-2570'),
])('%s is', (html) => expect(judgePage(html, 'plan-link')).toMatch(/^met/u));

test.each(['เอกสารต่อไปนี้ยังไม่ได้นำขึ้นเว็บ', 'ขอดูได้ที่ห้องธุรการ ชั้น 2 ในวันราชการ', 'รายการที่ไม่มีไฟล์บนเว็บไซต์'])(
  '%s: named, with nothing to click',
  (said) => {
    const html = `<p>${said}</p><ul><li>${plan}</li><li>บัญชีวัสดุ</li></ul>`;
    expect(judgePage(html, 'plan-link')).toBe('not-met/not-a-link');
    expect(judgePage(html, 'plan-current')).toBe('not-met/not-a-link');
  },
);

test('one that holds a link is on the web after all', () =>
  expect(judgePage(`<p>เล่มจริงขอดูได้ที่ห้องธุรการ</p><ul><li><a href="/p.pdf">${plan}</a></li></ul>`, 'plan-link')).toMatch(
    /^met/u,
  ));

test('work that is in no plan is progress of the mission where its page says so, and none of the plan', () => {
  const page = (name: string) =>
    `<title>${name}</title><h2>ปีงบประมาณ พ.ศ. 2569</h2><p>โครงการเหล่านี้เป็นงานเร่งด่วน มิได้อยู่ในแผนของเทศบาล</p><table><tr><th>โครงการ</th><th>ได้รับ</th><th>เบิกจ่าย</th><th>สถานะ</th></tr><tr><td>ซ่อมหลังคา 41 หลัง</td><td>612,000</td><td>598,300</td><td>แล้วเสร็จ</td></tr><tr><td>เก็บกู้เรือจม</td><td>140,000</td><td>92,500</td><td>อยู่ระหว่างดำเนินการ</td></tr></table>`;
  const judged = (name: string, criterion: string) => judgePage(['<p></p>', page(name)], criterion);
  expect(judged('ความก้าวหน้าโครงการและการเบิกจ่าย', 'progress-presentation')).toMatch(/^met/u);
  expect(judged('ความก้าวหน้าโครงการและการเบิกจ่าย', 'budget-progress')).not.toMatch(/^met/u);
  expect(judged('เรื่องเล่าหลังพายุ', 'progress-presentation')).not.toMatch(/^met/u);
});
