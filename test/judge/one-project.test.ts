// Reports on one project alone, forms, committees' names and the cabinet's notes show no results of the plan.
import { describe, expect, test } from 'vitest';
import type { Agency } from '../../src/model/registry.ts';
import { judgePage } from './judge-page.ts';

const met = (html: string | readonly string[], criterion: string, agency?: Pick<Agency, 'kind' | 'name'>) =>
  judgePage(html, criterion, agency).startsWith('met');
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const results = ['evaluation-results', 'recommendations', 'monitoring-results'];

const ofOne = (name: string, title = '<h2>รายงานสรุปผลการดำเนินโครงการ</h2>') =>
  `${title}<h3>"${name}"</h3>${p('ประจำปีงบประมาณ พ.ศ. 2569', 'ผลการดำเนินงาน จัดครบสองรุ่น มีผู้ผ่านการอบรมร้อยละ 96 ของผู้สมัคร ผู้เรียนนำความรู้กลับไปใช้ในหมู่บ้านได้จริง และมีเครือข่ายดูแลกันเองต่อเนื่องทุกตำบลของอำเภอในปีนี้')}<h4>ปัญหา อุปสรรค และข้อเสนอแนะ</h4>${p('ห้องประชุมคับแคบในวันแรก ควรจัดที่หอประชุมใหญ่ในรุ่นต่อไป')}`;

describe('a report on one project', () => {
  test.each(results)('is none on the plan: %s', (criterion) => {
    expect(met(ofOne('อบรมช่างซ่อมเรือ'), criterion)).toBe(false);
  });

  test.each(results)('and another tell of it together: %s', (criterion) => {
    expect(met([ofOne('อบรมช่างซ่อมเรือ'), ofOne('ค่ายเยาวชนรักทะเล')], criterion)).toBe(true);
    expect(met([ofOne('อบรมช่างซ่อมเรือ'), ofOne('อบรมช่างซ่อมเรือ')], criterion)).toBe(false);
  });

  test('that counts others is on more', () => {
    const html = ofOne('อบรมช่างซ่อมเรือ').replace('จัดครบสองรุ่น', 'ทั้งปีดำเนินการ 12 โครงการ จัดครบ');
    expect(met(html, 'evaluation-results')).toBe(true);
  });

  test('and another, in sheets bound together, are two', () => {
    const sheet = (name: string) =>
      `<table><tr><td>ชื่อโครงการ</td><td>${name}</td></tr><tr><td>ผู้เข้าร่วม</td><td>94 คน</td></tr><tr><td>กลุ่มเป้าหมาย</td><td>นักศึกษาชั้นปีที่ 2</td></tr><tr><td>งบประมาณ</td><td>38,400 บาท</td></tr><tr><td>เงินที่ใช้</td><td>35,917 บาท</td></tr><tr><td>สถานะ</td><td>เสร็จแล้ว</td></tr></table>`;
    const title = '<h1>รายงานผลการดำเนินงานตามแผนปฏิบัติการ ปีงบประมาณ 2569</h1>';
    const [first, other] = [sheet('พี่สอนน้องช่วยฟื้นคืนชีพ'), sheet('ตรวจสุขภาพแรงงานนอกระบบ')];
    expect(met(title + first + other, 'budget-progress')).toBe(true);
    expect(met(title + first + first, 'budget-progress')).toBe(false);
  });

  test('by its title alone', () => {
    const body = p(
      'ผลการดำเนินงานเป็นไปตามวัตถุประสงค์ มีผู้เข้าร่วม 240 คน ความพึงพอใจเฉลี่ย 4.61 อยู่ในระดับมากที่สุด ทุกขั้นตอนแล้วเสร็จก่อนเวลา และใช้งบประมาณน้อยกว่าที่ตั้งไว้ร้อยละ 6 ผู้เข้าร่วมขอให้จัดอีกในปีหน้า และเสนอให้ขยายไปยังตำบลข้างเคียงที่ยังไม่เคยมีกิจกรรมเช่นนี้',
    );
    const title = (name: string) => `<h1>รายงานผลการดำเนินงานโครงการ${name} ปีงบประมาณ พ.ศ. 2569</h1>`;
    expect(met(title(' "วิ่งเพื่อปอด"') + body, 'evaluation-results')).toBe(false);
    expect(met(title('ตามแผนปฏิบัติราชการ') + body, 'evaluation-results')).toBe(true);
  });

  test('written up with its reasons, without quotes', () => {
    const page = (more: string) =>
      `<h1>รายงานผลการดำเนินงาน ปีงบประมาณ พ.ศ. 2569</h1><h2>โครงการส่งเสริมการออมในโรงเรียน</h2>${more}<h3>ผลที่ได้</h3>${p('ดำเนินการแล้วเสร็จ นักเรียนร้อยละ 88 มีบัญชีออมทรัพย์ ครูประจำชั้นติดตามยอดทุกเดือนและรายงานผู้ปกครอง ยอดรวมเพิ่มจากปีก่อนหนึ่งในสาม ผู้ปกครองพึงพอใจในระดับมาก และขอให้ธนาคารหมู่บ้านมารับฝากที่โรงเรียนสัปดาห์ละสองวันตลอดภาคเรียน')}`;
    expect(met(page('<h3>หลักการและเหตุผล</h3><p>นักเรียนส่วนใหญ่ไม่มีเงินออม</p>'), 'evaluation-results')).toBe(false);
    expect(met(page(''), 'evaluation-results')).toBe(true);
  });

  test('proposed in a paper of its own, its activities are no projects of the plan', () => {
    const activities = `<table><tr><th>กิจกรรม</th><th>ระยะเวลา</th><th>งบประมาณ</th></tr>${[
      'ปลูกป่าชายเลน|ต.ค. 68|9,000',
      'ทำทางเดินไม้|พ.ย. 68|52,000',
      'ค่ายนักสำรวจ|ม.ค. 69|14,000',
    ]
      .map((cells) => `<tr><td>${cells.split('|').join('</td><td>')}</td></tr>`)
      .join('')}</table>`;
    const proposal = (name: string) =>
      `<h1>${name}</h1>${p('ปีงบประมาณ พ.ศ. 2569')}<h3>1. หลักการและเหตุผล</h3>${p('ทางเดิมชำรุดทุกช่วง')}<h3>2. วัตถุประสงค์</h3>${p('เพื่อให้เดินชมได้ตลอดปี')}<h3>3. กิจกรรม</h3>${activities}`;
    const followed = `<h3>4. การติดตามและประเมินผล</h3>${p('ผู้รับผิดชอบโครงการประเมินด้วยแบบทดสอบ')}`;
    expect(met(proposal('โครงการศึกษาธรรมชาติปากคลอง'), 'projects')).toBe(false);
    expect(met(proposal('โครงการศึกษาธรรมชาติปากคลอง') + followed, 'projects')).toBe(false);
    expect(met(`<h1>โครงการ ปีงบประมาณ 2569</h1>${activities}`, 'projects')).toBe(true);
  });

  test('followed in a system that names the plan, it shows that the plan is followed', () => {
    const page = (plan: string) =>
      `<h2>ความคืบหน้าโครงการ/กิจกรรม ปี 2569</h2><h3>โครงการปรับปรุงสวนริมคลอง : 7001</h3>${p('ความคืบหน้าโครงการ ร้อยละ 60', plan)}<h4>หลักการและเหตุผล</h4>${p('สวนเดิมทรุดโทรม ทางเดินแตกร้าวหลายช่วง ไฟส่องสว่างดับเกือบทั้งหมด ประชาชนที่มาออกกำลังกายตอนเย็นร้องเรียนเข้ามาตลอดปีที่ผ่านมา จนมีผู้หกล้มบาดเจ็บ และขอให้เทศบาลเร่งซ่อมก่อนเข้าหน้าฝนโดยไม่รอรอบงบประมาณใหม่')}`;
    expect(met(page('ดูโครงการในแผนปฏิบัติราชการ'), 'monitoring-results')).toBe(true);
    expect(met(page('พิมพ์หน้านี้'), 'monitoring-results')).toBe(false);
  });
});

describe('what a form asks is not told', () => {
  const title = '<h2>รายงานความก้าวหน้าโครงการตามแผนปฏิบัติราชการ ปี 2569</h2>';
  const field = (label: string, name: string) => `<p>${label} <textarea name="${name}"></textarea></p>`;
  const form =
    field('ชื่อโครงการที่รายงาน', 'a') +
    field('สถานะการดำเนินงานล่าสุด อยู่ระหว่างดำเนินการ หรือแล้วเสร็จ พร้อมร้อยละของความก้าวหน้าและวันที่ตรวจสอบล่าสุด', 'b') +
    field('ปัญหา/อุปสรรค', 'c') +
    field('ข้อเสนอแนะในการปรับปรุงพัฒนาการดำเนินงานของหน่วยงานในครั้งถัดไป ถ้ามี', 'd');
  const told = p('ปัญหา/อุปสรรค: ผู้รับจ้างส่งงานล่าช้าสองงวด', 'ดำเนินการแล้ว 8 โครงการ จากทั้งหมด 12 โครงการ คิดเป็นร้อยละ 66.67');

  test.each(['recommendations', 'monitoring-results'])('%s', (criterion) => {
    expect(met(title + form, criterion)).toBe(false);
    expect(met(title + told, criterion)).toBe(true);
    // A report may have a form under it.
    expect(met(title + told + form, criterion)).toBe(true);
  });
});

describe('of others', () => {
  const page = (second: string) =>
    p('ผลการเบิกจ่ายงบประมาณ ปีงบประมาณ พ.ศ. 2569', second, 'ข้อเสนอแนะ: ให้เร่งก่อหนี้ผูกพันรายการปีเดียวให้ครบภายในไตรมาสที่สาม');

  test('what the cabinet took note of', () => {
    expect(met(page('คณะรัฐมนตรีรับทราบผลการเบิกจ่าย สรุปได้ดังนี้'), 'recommendations')).toBe(false);
    expect(met(page('ที่ประชุมหัวหน้างานรับทราบผลการเบิกจ่าย สรุปได้ดังนี้'), 'recommendations')).toBe(true);
  });

  test('a committee’s name says what it is there for', () => {
    const day = (name: string) =>
      p(
        `${name} โครงการแก้ไขภัยแล้ง ปี 2569 ออกดูงานของอำเภอ โดยฟังปลัดอำเภอเล่าถึงฝายสี่แห่งที่ซ่อมเสร็จและอีกสามแห่งที่อยู่ระหว่างดำเนินการ คาดว่าจะแล้วเสร็จในเดือนหน้าทุกแห่ง แล้วจึงเดินทางต่อไปยังตำบลข้างเคียงเพื่อพบชาวบ้านที่ขอให้ขุดลอกหนองน้ำเพิ่มอีกสองแห่งก่อนฤดูแล้งหน้า`,
      );
    expect(met(day('คณะกรรมการเร่งรัด ติดตาม และประเมินผล'), 'evaluation-results')).toBe(false);
  });
});
