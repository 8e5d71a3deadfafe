// What a right title stands over and does not hold: another body's papers, the law instead of the mechanism, purchases, rows without figures.
import { describe, expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';
import { judgePage } from './judge-page.ts';

const title = (text: string) => `<title>${text}</title><h1>${text}</h1>`;

describe('a mechanism', () => {
  const named = title('กลไกการกำกับติดตามแผนปฏิบัติราชการ');
  test.each([
    '<p>พ.ร.ฎ. ว่าด้วยการบริหารกิจการบ้านเมืองที่ดี พ.ศ. 2546 มาตรา 12 ให้ทุกส่วนราชการกำหนดตัวชี้วัดและติดตามผลการปฏิบัติตามแผน</p>',
    '<p>ระเบียบกระทรวงมหาดไทยว่าด้วยการจัดทำแผนพัฒนา ข้อ 29 คณะกรรมการติดตามรายงานผลแผนอย่างน้อยปีละหนึ่งครั้ง</p><p>การติดตามแผนที่ดีย่อมนำไปสู่ความโปร่งใสและความเชื่อมั่นของประชาชน</p>',
  ])('that only quotes the law: %s', (said) =>
    expect(judgePage(named + said, 'monitoring-mechanism')).toBe('review/title-only'),
  );
  test.each([
    '<p>อาศัยอำนาจตามระเบียบกระทรวงมหาดไทยว่าด้วยการจัดทำแผนพัฒนา ข้อ 28 จึงแต่งตั้งคณะกรรมการติดตามแผน มีปลัดเป็นประธาน</p>',
    '<p>ตามมาตรา 12 แห่งพระราชกฤษฎีกาว่าด้วยหลักเกณฑ์การบริหารกิจการบ้านเมืองที่ดี</p><p>หัวหน้ากลุ่มยุทธศาสตร์รวบรวมความก้าวหน้าของโครงการตามแผน เสนอที่ประชุมสำนักงานทุกเดือน</p>',
    '<p>ระเบียบสำนักนายกรัฐมนตรีว่าด้วยการตรวจราชการ พ.ศ. 2548 ให้ติดตามแผน</p><table><tr><th>รอบ</th><th>ส่งรายงาน</th></tr><tr><td>6 เดือน</td><td>5 เมษายน</td></tr><tr><td>12 เดือน</td><td>5 ตุลาคม</td></tr></table>',
  ])('that says who follows the plan, or when: %s', (said) =>
    expect(judgePage(named + said, 'monitoring-mechanism')).toMatch(/^met/u),
  );
});

describe('a report whose cover is right', () => {
  const office = { kind: 'municipality', name: 'เทศบาลตำบลท่าลม' } as const;
  const cover = '# รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น ประจำปีงบประมาณ พ.ศ. 2568\n# เทศบาลตำบลท่าลม\n';
  const rows =
    '| โครงการ | อนุมัติ | จ่ายจริง | ผล |\n| ตรวจสายตาผู้สูงอายุ | 22,000 | 21,400 | แล้วเสร็จ |\n| ฟันดีเด็กท่าลม | 15,000 | 15,000 | แล้วเสร็จ |\n';
  test('and which goes on with a fund of its own', () => {
    const text = `${cover}# ผลการดำเนินงานกองทุนฟื้นฟูสมรรถภาพ ประจำปี 2568\nกองทุนได้รับเงินสมทบ 90,000 บาท\n${rows}ข้อเสนอแนะ ควรประชาสัมพันธ์กองทุนให้มากขึ้น`;
    for (const criterion of ['evaluation-results', 'past-year-evaluation', 'recommendations', 'budget-progress'])
      expect(judgeDocument(text, criterion, office), criterion).not.toMatch(/^met/u);
  });
  test('and which tells of the plan, one chapter of a fund included', () => {
    const text = `${cover}# ส่วนที่ 1 ผลการดำเนินงานตามแผนดำเนินงาน\n${rows}# กองทุนสวัสดิการชุมชน\nกองทุนมีสมาชิก 120 คน\n# ข้อเสนอแนะ\nควรเร่งจัดทำโครงการตั้งแต่ต้นปี`;
    for (const criterion of ['evaluation-results', 'past-year-evaluation', 'recommendations'])
      expect(judgeDocument(text, criterion, office), criterion).toMatch(/^met/u);
  });
});
