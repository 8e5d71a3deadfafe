// Projects under headings, each with its money in whatever words, and what was done of them.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const agency = { kind: 'municipality', name: 'เทศบาลตำบลเกาะทราย' } as const;
const met = (html: string, criterion: string) => judgePage(html, criterion, agency).startsWith('met');
const page = (title: string, ...parts: (readonly string[])[]) =>
  `<h1>${title}</h1>${parts.map(([name, ...lines]) => `<h2>${name}</h2>${lines.map((line) => `<p>${line}</p>`).join('')}`).join('')}`;
const told = ['monitoring-results', 'budget-progress'];

describe('captions of pictures', () => {
  const drawn = [
    ['สะพานลอยตลาดใหม่', 'แบบโครงเหล็ก กรอบเงิน 1,200,000 บาท'],
    ['ลานกีฬาหมู่ 5', 'แบบพื้นยาง งบ 350,000 บาท'],
    ['ศาลาริมน้ำ', 'วงเงิน 90,000 บาท'],
  ];
  const built = [
    ['สะพานลอยตลาดใหม่', 'ถ่ายเมื่อ 3 มีนาคม ตอกเข็มครบ 24 ต้น จ่ายงวดหนึ่งไป 300,000 บาท จากวงเงิน 1,200,000 บาท'],
    ['ลานกีฬาหมู่ 5', 'ปูพื้นยางเสร็จแล้ว จ่าย 348,000 บาท'],
    ['ศาลาริมน้ำ', 'ยังไม่ลงมือ งบ 90,000 บาทยังไม่ได้ใช้'],
  ];
  test('of what is planned list projects', () => {
    const html = page('ภาพงานในแผนการดำเนินงาน ปี 2569', ...drawn);
    expect(met(html, 'projects')).toBe(true);
    for (const criterion of told) expect(met(html, criterion), criterion).toBe(false);
  });
  test('of what was built tell how far it is', () => {
    const html = page('ภาพงานในแผนการดำเนินงาน ปี 2569', ...built);
    for (const criterion of ['projects', ...told]) expect(met(html, criterion), criterion).toBe(true);
  });
  test.each([
    ['bids', 'ประกาศจัดซื้อจัดจ้าง ปีงบประมาณ 2569'],
    ['a plan of several years', 'โครงการตามแผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)'],
    ['nothing said of whose they are', 'ภาพสวยจากตำบลของเรา'],
  ])('not under %s', (_, title) => {
    expect(met(page(title, ...drawn), 'projects')).toBe(false);
  });
});

test('a heading over several works with their own money is no work itself', () => {
  const group = (name: string, ...works: string[]) =>
    `<h3>${name}</h3><ul>${works.map((work) => `<li>${work}</li>`).join('')}</ul>`;
  const html = `<h1>งานที่จะทำตามแผนปฏิบัติการ ปีงบประมาณ 2569</h1>${group('งานคลังภาพ', 'สแกนฟิล์มเก่า 300 ม้วน (ม.ค.) ตั้งงบ 90,000 บาท', 'ซื้อตู้เก็บฟิล์ม (มี.ค.) ตั้งงบ 45,000 บาท')}${group('งานจัดแสดง', 'นิทรรศการท่าเรือ (เม.ย.) ตั้งงบ 120,000 บาท', 'ทำป้ายสองภาษา (มิ.ย.) ตั้งงบ 60,000 บาท')}${group('งานการศึกษา', 'ค่ายเยาวชน (ส.ค.) ตั้งงบ 80,000 บาท', 'รถพิพิธภัณฑ์ (ก.ย.) ตั้งงบ 36,000 บาท')}`;
  expect(met(html, 'plan-current')).toBe(true);
});

describe('questions and answers', () => {
  const title = 'ตอบคำถามเรื่องโครงการในแผนปฏิบัติการ ปี 2569';
  test('that tell the plan list projects', () => {
    const html = page(
      title,
      ['ถาม: ทางจักรยานรอบบึง ทำเสร็จหรือยัง', 'ตอบ: กำหนดทำเดือนสิงหาคม ตั้งงบไว้ 400,000 บาท'],
      ['ถาม: ห้องสมุดใหม่ จะเปิดเมื่อไร', 'ตอบ: อยู่ในแผน วงเงิน 900,000 บาท'],
      ['ถาม: ไฟส่องทางหมู่ 3 จะทำหรือยกเลิก', 'ตอบ: ตามแผนติด 20 ต้น ตั้งไว้ 120,000 บาท'],
    );
    expect(met(html, 'projects')).toBe(true);
    for (const criterion of told) expect(met(html, criterion), criterion).toBe(false);
  });
  test('that tell of the work tell both', () => {
    const html = page(
      title,
      ['ถาม: ทางจักรยานรอบบึง ทำเสร็จหรือยัง', 'ตอบ: เทพื้นเสร็จแล้ว 800 เมตร ใช้ไป 250,000 บาท จากงบ 400,000 บาท'],
      ['ถาม: ห้องสมุดใหม่ จะเปิดเมื่อไร', 'ตอบ: เปิดแล้วเมื่อ 5 มกราคม จ่ายครบ 899,000 บาท'],
      ['ถาม: ไฟส่องทางหมู่ 3 ใช้เงินเท่าไร', 'ตอบ: ยังไม่ได้ติด เงิน 120,000 บาทยังไม่ได้ใช้'],
    );
    for (const criterion of told) expect(met(html, criterion), criterion).toBe(true);
  });
});

describe('cards of aims', () => {
  const aims = page(
    'ห้างานเด่น ปี 2569 จากแผนปฏิบัติการ',
    ['ผู้สูงอายุมีสุข', 'เป้าหมาย', 'ครบ 30 ใน 40 ชุมชน', 'งบ 300,000 บาท'],
    ['คลองใส', 'เป้าหมาย', 'ให้ได้ 12 จาก 15 สาย', 'งบ 90,000 บาท'],
    ['เด็กว่ายน้ำเป็น', 'เป้าหมาย', 'สอนครบ 400 คน', 'งบ 45,000 บาท'],
  );
  test('list projects, and tell of nothing done', () => {
    expect(met(aims, 'projects')).toBe(true);
    for (const criterion of ['evaluation-results', ...told]) expect(met(aims, criterion), criterion).toBe(false);
  });
});

describe('lists of words and what they say', () => {
  const works = (word: string) =>
    `<h1>งานก่อสร้างตามแผนการดำเนินงาน ปี 2569</h1>${['ถนนสาย 1', 'สะพานท่าเรือ', 'เขื่อนกันดิน']
      .map(
        (name, at) =>
          `<h3>${name}</h3><dl><dt>ผู้คุมงาน</dt><dd>ช่างเอก</dd><dt>${word}</dt><dd><table><tr><td></td><td>${40 + at * 10} %</td></tr></table></dd><dt>งบ</dt><dd>${at + 1},200,000 บาท</dd><dt>เบิกแล้ว</dt><dd>${at + 1}00,000 บาท</dd></dl>`,
      )
      .join('')}`;
  test('tell of the work by a bar with its figure', () => {
    for (const criterion of ['projects', ...told]) expect(met(works('งานทำไปแล้ว'), criterion), criterion).toBe(true);
  });
  test.each(['ใช้เวลาไปแล้ว', 'อายุสัญญาผ่านไปแล้ว'])('%s is none of it', (word) => {
    expect(met(works(word), 'projects')).toBe(true);
    expect(met(works(word), 'budget-progress')).toBe(false);
  });
});
