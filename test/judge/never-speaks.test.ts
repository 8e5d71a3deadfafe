// Right titles over papers that never speak of what these name, whatever else they are on; and plain words that do.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const title = (text: string) => `<title>${text}</title><h1>${text}</h1>`;
const result = title('รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2568');
const order = title('คำสั่งเรื่องการเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน');
const committee = title('คำสั่งแต่งตั้งคณะกรรมการติดตามและประเมินผลตามแผนปฏิบัติการ');

describe('a report on the plan', () => {
  test.each([
    '<p>ห้องยาตรวจนับยาคงคลังสองครั้ง พบยาหมดอายุ 14 รายการ มูลค่า 3,200 บาท ทำลายแล้วทั้งหมดตามวิธีที่เภสัชกรกำหนด และได้คืนยาใกล้หมดอายุ 9 รายการให้ผู้ขาย</p>',
    '<table><tr><th>เส้นทาง</th><th>เที่ยวเรือ</th><th>ผู้โดยสาร</th></tr><tr><td>ท่าใหญ่–เกาะนอก</td><td>412</td><td>18,930</td></tr><tr><td>ท่าใหญ่–เกาะใน</td><td>388</td><td>21,744</td></tr></table><p>เดือนที่มีผู้โดยสารมากที่สุดคือเมษายน คลื่นลมแรงจนต้องงดเดินเรือรวม 23 วัน ในเดือนพฤศจิกายนถึงมกราคม</p>',
  ])('that speaks of none: %s', (said) => {
    for (const criterion of ['evaluation-results', 'monitoring-results', 'past-year-evaluation'])
      expect(judgePage(result + said, criterion), criterion).not.toMatch(/^met/u);
  });
  test('that tells of its projects', () => {
    const said =
      '<p>ปีที่ผ่านมาสำนักงานดำเนินโครงการ 8 โครงการ แล้วเสร็จ 7 โครงการ คิดเป็นร้อยละ 87.5 เบิกจ่าย 2,140,000 บาท ผู้เข้าร่วมพอใจในระดับมาก บรรลุเป้าหมายเกือบทุกตัวชี้วัด</p>';
    expect(judgePage(result + said, 'evaluation-results')).toMatch(/^met/u);
  });
});

describe('an order on publishing', () => {
  test.each([
    '<p>ให้ติดตั้งกล้องวงจรปิดรอบอาคารจำนวน 24 ตัว เก็บภาพไว้ 30 วัน ผู้ขอดูภาพต้องยื่นคำขอต่อหัวหน้าฝ่ายอาคารสถานที่ และนำสำเนาบัตรประจำตัวประชาชนมาแสดงด้วยทุกครั้ง</p>',
    '<p>แต่งตั้งผู้มีรายชื่อต่อไปนี้อยู่เวรรักษาการณ์ในวันหยุดราชการ นายสมาน ใจดี วันที่ 1 นางวารี ทองแท้ วันที่ 2 ให้บันทึกเหตุการณ์ในสมุดเวรและส่งมอบกุญแจแก่ผู้รับเวรคนต่อไป</p>',
  ])('that publishes nothing: %s', (said) =>
    expect(judgePage(order + said, 'disclosure-order')).toBe('review/title-only'),
  );
  test('that says what goes on the website', () => {
    const said =
      '<p>ให้ทุกกลุ่มส่งแผนปฏิบัติราชการประจำปีและรายงานผลให้ผู้ดูแลเว็บไซต์ลงเผยแพร่ภายใน 15 วันนับแต่ได้รับอนุมัติ โดยหัวหน้ากลุ่มอำนวยการตรวจสอบความถูกต้องก่อน</p>';
    expect(judgePage(order + said, 'disclosure-order')).toMatch(/^met/u);
  });
});

describe('a committee for following the plan', () => {
  test('that is told of something else', () => {
    const said =
      '<p>ประธาน นายกิตติ แสงทอง กรรมการ นางสาวปราณี มีสุข และนายวิชัย ศรีงาม มีหน้าที่พิจารณาคะแนนสมรรถนะรายบุคคลเพื่อประกอบการเลื่อนเงินเดือน แล้วเสนอผู้บังคับบัญชาลงนาม</p>';
    expect(judgePage(committee + said, 'monitoring-mechanism')).toBe('review/title-only');
  });
  test('that is told of a room in which people meet', () => {
    const heading = title('กลไกกำกับติดตามแผนปฏิบัติการประจำปี');
    const said =
      '<p>ห้องประชุมพลอยทะเล ชั้น 3 จุผู้เข้าประชุมได้ 80 คน มีโปรเจกเตอร์ ไมโครโฟนไร้สาย 6 ตัว และที่จอดรถด้านหลังอาคาร ผู้ประสงค์ขอใช้ห้องโทรจองกับฝ่ายอาคารสถานที่ล่วงหน้าสองวัน</p>';
    expect(judgePage(heading + said, 'monitoring-mechanism')).toBe('review/title-only');
    const held =
      '<p>หัวหน้ากลุ่มทุกคนประชุมที่ห้องพลอยทะเลทุกวันที่ 5 ของเดือน ดูว่างานในแผนไปถึงไหน เรื่องใดช้าให้เจ้าของงานชี้แจง แล้วสรุปส่งหัวหน้าสำนักงานภายในวันที่ 8</p>';
    expect(judgePage(heading + held, 'monitoring-mechanism')).toMatch(/^met/u);
  });
  test('that looks at how the work goes, month after month', () => {
    const said =
      '<p>ประธาน นายกิตติ แสงทอง กรรมการ นางสาวปราณี มีสุข และนายวิชัย ศรีงาม มีหน้าที่ดูว่างานแต่ละเรื่องไปถึงไหน ติดขัดอะไร แล้วรายงานผลให้ผู้อำนวยการทราบทุกสิ้นเดือน</p>';
    expect(judgePage(committee + said, 'monitoring-mechanism')).toMatch(/^met/u);
  });
});

describe('results of a survey', () => {
  const survey = title('ผลการสำรวจความพึงพอใจของผู้มีส่วนได้ส่วนเสีย ปีงบประมาณ 2568');
  const table = (...cells: string[]) =>
    `<table><tr><th>จุดบริการ</th><th>ผู้ตอบ</th><th>ค่าเฉลี่ย</th></tr>${cells.map((cell) => `<tr>${cell}</tr>`).join('')}</table>`;
  test('of which nothing is filled in', () => {
    const said = table('<td>ท่าใหญ่</td><td></td><td></td>', '<td>ท่าน้อย</td><td></td><td></td>').concat(
      '<p>(รอข้อมูลจากจุดบริการ)</p>',
    );
    expect(judgePage(survey + said, 'stakeholder-survey')).not.toMatch(/^met/u);
  });
  test('of the staff, whatever the title calls them', () => {
    const said = `<p>สำรวจความผูกพันและความพึงพอใจของข้าราชการและลูกจ้าง จำนวน 41 คน</p>${table('<td>ค่าตอบแทน</td><td>41</td><td>3.20</td>', '<td>เพื่อนร่วมงาน</td><td>41</td><td>4.10</td>')}`;
    expect(judgePage(survey + said, 'stakeholder-survey')).not.toMatch(/^met/u);
  });
  test('of those who came, on what the staff did for them', () => {
    const said = `<p>สำรวจความพึงพอใจต่อการให้บริการของเจ้าหน้าที่ จากผู้มาใช้บริการ 120 คน</p>${table('<td>ท่าใหญ่</td><td>80</td><td>4.51</td>', '<td>ท่าน้อย</td><td>40</td><td>4.32</td>')}`;
    expect(judgePage(survey + said, 'stakeholder-survey')).toMatch(/^met/u);
  });
});

describe('an order on publishing of which only the law stands there', () => {
  test('shows none', () => {
    const said =
      '<p>พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540</p><p>มาตรา 7 หน่วยงานของรัฐต้องส่งข้อมูลข่าวสารของราชการลงพิมพ์ในราชกิจจานุเบกษา</p><p>มาตรา 9 ภายใต้บังคับมาตรา 14 หน่วยงานของรัฐต้องจัดให้มีข้อมูลข่าวสารไว้ให้ประชาชนเข้าตรวจดูได้</p>';
    expect(judgePage(order + said, 'disclosure-order')).toBe('review/title-only');
  });
});
