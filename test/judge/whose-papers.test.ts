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

const planPage = (under: string) =>
  `<h1>${plan}</h1>${under}<table><tr><th>ยุทธศาสตร์</th><th>โครงการ</th><th>งบประมาณ</th></tr><tr><td>น้ำ</td><td>ขุดลอกคลองสายหลัก</td><td>300,000</td></tr><tr><td>คน</td><td>ค่ายเยาวชนรักษ์คลอง</td><td>80,000</td></tr></table>`;
const linked = (under: string) => [`<a href="/1">${plan}</a>`, planPage(under)];

test.each([
  '<p>กรมชลประทานทดสอบ (สำนักงานนำลงไว้ตามที่กรมขอความอนุเคราะห์)</p>',
  '<p>ส่วนของสำนักงาน ไม่ได้รวมอยู่ในเล่มนี้</p>',
  '<p>ตัวเลขในตารางเป็นข้อมูลสมมติเพื่อฝึกกรอก</p>',
])('%s: what its title calls the plan is none of the agency’s', (under) => {
  for (const criterion of ['plan-link', 'plan-current', 'projects'])
    expect(judgePage(linked(under), criterion)).not.toMatch(/^met/u);
});

test.each(['', '<p>เผยแพร่ตามหนังสือจังหวัด ให้ทุกหน่วยงานทราบ</p>', '<p>งบประมาณของกรม ไม่ได้รวมอยู่ในตารางนี้</p>'])(
  '%s: it is',
  (under) => {
    for (const criterion of ['plan-link', 'plan-current', 'projects'])
      expect(judgePage(linked(under), criterion)).toMatch(/^met/u);
  },
);

test('of which year a report is, the span that its first sentence states says against its label', () => {
  const report = (from: number) =>
    `<h1>รายงานผล</h1><p>คณะกรรมการติดตามและประเมินผลแผนพัฒนาท้องถิ่นรายงานต่อนายกเทศมนตรีเมื่อสิ้นปีว่า ในปีงบประมาณ พ.ศ. ${from + 1} (1 ตุลาคม ${from} – 30 กันยายน ${from + 1}) มีโครงการตามแผน 84 โครงการ ดำเนินการแล้วเสร็จ 51 โครงการ คิดเป็นร้อยละ 60.71 ของโครงการทั้งหมดในแผน และเบิกจ่ายแล้วร้อยละ 58</p>`;
  const town = { kind: 'municipality', name: 'เทศบาลตำบลทดสอบ' } as const;
  const judged = (from: number) =>
    judgePage(
      ['<a href="/1">รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปี 2568</a>', report(from)],
      'evaluation-results',
      town,
    );
  expect(judged(2567)).toMatch(/^met/u);
  expect(judged(2565)).toBe('review/label-conflict');
});

test('results of another body, named as their source, are not the agency’s under whatever title', () => {
  const district = { kind: 'district', name: 'ที่ว่าการอำเภอเกาะกลาง' } as const;
  const page = (whose: string, source: string): string =>
    `<h1>ผลงานเด่น</h1><p>ผลการดำเนินงานสำคัญของ${whose} ปีงบประมาณ พ.ศ. 2569</p><p>แหล่งที่มา: ${source}</p><ul><li>เบิกจ่ายงบลงทุนได้ร้อยละ 88.2 สูงกว่าค่าเฉลี่ยของทั้งประเทศ</li><li>จัดตลาดนัดชุมชน 24 ครั้ง มีผู้ค้า 310 ราย เงินสะพัด 4.2 ล้านบาท</li><li>ปลูกป่าชายเลนแล้วเสร็จ 140 ไร่ จากเป้าหมาย 150 ไร่</li></ul>`;
  const judged = (whose: string, source: string) =>
    judgePage(['<p></p>', page(whose, source)], 'progress-presentation', district);
  expect(judged('จังหวัดเกาะทราย', 'สำนักงานจังหวัดเกาะทราย')).not.toMatch(/^met/u);
  expect(judged('อำเภอเกาะกลาง', 'สำนักงานจังหวัดเกาะทราย')).toMatch(/^met/u);
  expect(judged('อำเภอเกาะกลาง', 'ที่ว่าการอำเภอเกาะกลาง')).toMatch(/^met/u);
});
