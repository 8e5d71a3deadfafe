// What became of the year's work, told in whatever form under what the office decided or promised for the year; and what looks like it
// and is none.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const met = (html: string, criterion: string) => judgePage(html, criterion).startsWith('met');
const h = (text: string) => `<h1>${text}</h1>`;
const p = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('');
const li = (...lines: string[]) => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
const table = (...rows: string[]) =>
  `<table>${rows
    .map(
      (row, at) =>
        `<tr>${row
          .split('|')
          .map((cell) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`))
          .join('')}</tr>`,
    )
    .join('')}</table>`;
const told = ['monitoring-results', 'budget-progress', 'projects'];
const lead = h('แปดเดือนผ่านไป เล่าสู่กันฟัง') + p('ทั้งหมดนี้คือเรื่องที่หัวหน้าสำนักงานเซ็นไว้ให้ทำในปีงบ 2569 นับถึง 31 พฤษภาคม 2569');

describe('how far, and what was spent, under what was decided for the year', () => {
  test.each([
    [
      'a table in words of its own',
      table(
        'ที่|ลงแรงกับอะไร|ก้อนที่ให้|หมดไปแล้ว|ทอน|ไปถึงไหน',
        '1|เรือตรวจชายฝั่งลำใหม่|900000|640000|260000|ต่อตัวเรือเสร็จ รอเครื่องยนต์',
        '2|ห้องเรียนริมเล|120000|118500|1500|เปิดสอนครบทุกห้อง',
        '3|ปะการังเทียมหน้าเกาะ|300000|0|300000|ยังไม่ลงมือ',
      ),
    ],
    [
      'a small sheet for each',
      ['เรือตรวจชายฝั่ง|900,000|640,000|เหลือง', 'ห้องเรียนริมเล|120,000|118,500|เขียว', 'ปะการังเทียมหน้าเกาะ|300,000|9,000|แดง']
        .map((row) => {
          const [name, set, used, light] = row.split('|');
          return `<h3>ใบ</h3><table><tr><td>เรื่อง</td><td>${name}</td></tr><tr><td>ทุนตั้งต้น</td><td>${set}</td></tr><tr><td>จ่ายสะสม</td><td>${used}</td></tr><tr><td>สัญญาณไฟ</td><td>${light}</td></tr></table>`;
        })
        .join(''),
    ],
    [
      'a promise and what was done, under headings',
      [
        ['เรือตรวจชายฝั่ง', 'บอกไว้ว่าจะต่อให้ทันมรสุม เงินเก้าแสนบาท', 'ตอนนี้ ต่อตัวเรือจบแล้ว ควักไปหกแสนสี่หมื่นบาท'],
        ['ห้องเรียนริมเล', 'บอกไว้ว่าจะเปิดสี่ห้อง เงินหนึ่งแสนสองหมื่นบาท', 'ตอนนี้ เปิดครบสี่ห้อง จ่ายไปหนึ่งแสนหนึ่งหมื่นบาท'],
        ['ปะการังเทียมหน้าเกาะ', 'บอกไว้ว่าจะวาง 200 แท่ง', 'ตอนนี้ ยังไม่ได้วาง เงินยังอยู่ครบ'],
      ]
        .map(([name, ...lines]) => `<h3>${name}</h3>${p(...lines)}`)
        .join(''),
    ],
    [
      'questions and answers',
      p('ถาม เรือตรวจชายฝั่งเสร็จหรือยัง', 'ตอบ ต่อตัวเรือเสร็จแล้ว จ่ายไป 640,000 บาท', 'ถาม ห้องเรียนริมเลเปิดหรือยัง') +
        p('ตอบ เปิดแล้วสี่ห้อง จ่าย 118,500 บาท', 'ถาม ปะการังเทียมหน้าเกาะ', 'ตอบ ยังไม่ได้วาง ยังไม่ได้จ่ายสักบาท'),
    ],
  ])('%s', (_, lines) => {
    for (const criterion of told) expect(met(lead + lines, criterion), criterion).toBe(true);
    for (const criterion of ['past-year-evaluation', 'plan-link', 'recommendations'])
      expect(met(lead + lines, criterion), criterion).toBe(false);
  });
});

describe('aims and what came of them', () => {
  const aims = li(
    'ฝึกอาชีพคนพิการ หวังไว้ 50 คน ได้ 47 คน',
    'ล่ามภาษามือประจำตำบล หวังไว้ 12 คน ได้ 12 คน',
    'ทางลาดหน้าตลาด หวังไว้ 9 แห่ง ได้ 4 แห่ง',
  );
  const met68 = (criterion: string, html: string) => met(html, criterion);
  test('of the year that is over', () => {
    const head = h('มองย้อนหลัง') + p('ปีงบประมาณ 2568 จบลงแล้ว เอามาเทียบกับที่ตั้งใจไว้เมื่อต้นปี');
    for (const criterion of ['evaluation-results', 'past-year-evaluation'])
      expect(met68(criterion, head + aims)).toBe(true);
  });
  test('of this year, with a mark by somebody', () => {
    const head = h('ครึ่งทางของเรา') + p('งานที่บอร์ดเคาะให้ทำในปีงบประมาณ 2569 นับถึง 31 มีนาคม 2569');
    expect(met(`${head}${aims}`, 'monitoring-results')).toBe(true);
    expect(met(head + aims + p('ที่ปรึกษาภายนอกให้ 62 จาก 100'), 'evaluation-results')).toBe(true);
  });
  test('so many promises, so many kept', () => {
    const letter =
      h('สารจากนายกถึงทุกบ้าน') +
      p('ปีงบประมาณ 2568 ผ่านไปแล้ว ผมสัญญากับท่านไว้ 14 เรื่องในแผนของปีนั้น ทำได้ครบ 11 เรื่อง') +
      p('ที่เหลือสามเรื่องขอเล่าดังนี้');
    expect(met(letter + p('ขอบคุณทุกท่าน'), 'past-year-evaluation')).toBe(true);
  });
});

describe('what should be done otherwise', () => {
  const works = li(
    'เรือตรวจชายฝั่ง ต่อตัวเรือเสร็จแล้ว จ่ายไป 640,000 บาท',
    'ห้องเรียนริมเล เปิดแล้วสี่ห้อง จ่ายไป 118,500 บาท',
    'ปะการังเทียมหน้าเกาะ ยังไม่ได้วาง ยังไม่ได้จ่าย',
  );
  test.each([
    ['under a heading', `<h2>รอบหน้าเราจะเปลี่ยนอะไร</h2>${li('ให้ช่างมาวัดหน้างานก่อนเขียนแบบ', 'จองเครื่องยนต์ตั้งแต่ต้นปี')}`],
    ['in one breath', p('เครื่องยนต์มาช้าเพราะสั่งทีหลัง คราวหน้าต้องสั่งพร้อมตัวเรือ')],
    ['ordered by the head', p('นายกสั่งไว้แล้วว่าเรื่องปะการังให้เร่งหาผู้รับงานใหม่ภายในเดือนนี้')],
    ['none, in plain words', p('รอบนี้ไม่มีสิ่งใดติดขัด')],
  ])('%s', (_, lines) => {
    expect(met(lead + works, 'recommendations')).toBe(false);
    expect(met(lead + works + lines, 'recommendations')).toBe(true);
  });
  test('a word to visitors is none', () => {
    expect(met(lead + works + p('ครั้งหน้าขอให้ทุกท่านนำบัตรประชาชนมาด้วย'), 'recommendations')).toBe(false);
  });
});

describe('the mechanism as a habit', () => {
  test.each([
    [
      'how far and how much',
      h('เรานัดกันอย่างไร') +
        p('ทุกวันที่ 5 เจ้าของเรื่องมาบอกหัวหน้าว่าทำถึงไหน ใช้เงินไปเท่าไร', 'เรื่องไหนช้าเกินเดือน หัวหน้าเรียกมาแก้ด้วยกันวันนั้น'),
    ],
    [
      'the sheet goes round',
      h('เส้นทางของสมุดงาน') + p('ทุกศุกร์ เจ้าของงานในแผนของปีเขียนลงสมุดว่างานคืบหน้าแค่ไหน', 'ทุกสามเดือน รวบรวมส่งคณะกรรมการ'),
    ],
  ])('%s', (_, html) => expect(met(html, 'monitoring-mechanism')).toBe(true));
  test.each([
    ['complaints', h('เรื่องร้องเรียน') + p('ทุกวันที่ 5 เจ้าหน้าที่บอกหัวหน้าว่าเรื่องร้องเรียนถึงไหน', 'เรื่องไหนช้า หัวหน้าเรียกมาแก้')],
    ['a weekly meeting', h('ประชุมทุกวันจันทร์') + p('ทุกวันจันทร์ เจ้าหน้าที่ทุกคนเข้าแถวเคารพธงชาติและประชุมกับหัวหน้า')],
  ])('not %s', (_, html) => expect(met(html, 'monitoring-mechanism')).toBe(false));
});

describe('what looks like it', () => {
  const states = table(
    'ที่|รายการ|ก้อนที่ให้|หมดไปแล้ว|ไปถึงไหน',
    '1|เรือตรวจชายฝั่งลำใหม่|900000|640000|ต่อตัวเรือเสร็จ',
    '2|ห้องเรียนริมเล|120000|118500|เปิดสอนครบ',
    '3|ปะการังเทียมหน้าเกาะ|300000|0|ยังไม่ลงมือ',
  );
  test.each([
    ['a club', h('ชมรมคนรักทะเล') + p('งานที่กรรมการชมรมตกลงทำในปี 2569 นับถึง 31 พฤษภาคม 2569') + states],
    ['another body', h('ผลงานของกระทรวง') + p('เรื่องที่รัฐมนตรีเซ็นให้กระทรวงทำในปีงบ 2569') + states],
    ['nothing over it', h('ข้อมูลทั่วไป') + states],
    [
      'contracts',
      h('งานที่นายกเซ็นในปีงบ 2569') +
        table(
          'งาน|ผู้รับจ้าง|ก้อนสัญญา|จ่ายแล้ว|ถึงไหน',
          'เรือตรวจ|หจก.ก|900000|640000|เสร็จ',
          'ห้องเรียน|หจก.ข|120000|118500|เสร็จ',
          'ปะการัง|หจก.ค|300000|0|ยังไม่เริ่ม',
        ),
    ],
    [
      'sorts of money',
      h('เงินทั้งสำนักงาน') +
        p('เรื่องที่หัวหน้าเซ็นไว้ในปีงบ 2569 ถึงสิ้นพฤษภาคม') +
        table(
          'หมวด|ได้มา|จ่ายแล้ว|ถึงไหน',
          'ค่าใช้สอย|900000|640000|จ่ายแล้ว',
          'ค่าวัสดุ|120000|118500|จ่ายครบ',
          'ค่าสาธารณูปโภค|300000|0|ยังไม่จ่าย',
        ),
    ],
    [
      'a plan',
      h('เรื่องที่หัวหน้าเซ็นให้ทำในปีงบ 2569') +
        li(
          'เราจะต่อเรือตรวจชายฝั่งให้เสร็จก่อนมรสุม ใช้เงิน 900,000 บาท',
          'เราจะเปิดห้องเรียนริมเลครบสี่ห้อง ใช้เงิน 120,000 บาท',
          'เราจะวางปะการังเทียม ใช้เงิน 300,000 บาท',
        ),
    ],
  ])('%s', (_, html) => {
    for (const criterion of ['monitoring-results', 'budget-progress', 'evaluation-results'])
      expect(met(html, criterion), criterion).toBe(false);
  });
});
