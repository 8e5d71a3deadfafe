// Pasted requirement text, told from an agency's answer in the same words.

import { expect, test } from 'vitest';
import { echoSegments } from '../../src/judge/echo.ts';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import type { Segment } from '../../src/model/document.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { judgePage } from './judge-page.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);

/** Which of these paragraphs are pasted requirement text. */
function pasted(...texts: string[]): boolean[] {
  const segments = texts.map((text): Segment => ({ text, kind: 'paragraph', region: 'main', locator: {} }));
  const echo = echoSegments(lexicon, segments, new Set());
  return texts.map((_, index) => echo.has(index));
}

test.each([
  'ปัญหา อุปสรรค และข้อเสนอแนะ : ไม่มีปัญหา อุปสรรค และข้อเสนอแนะ',
  'ปัญหา อุปสรรค และข้อเสนอแนะ ในการดำเนินงาน : ไม่พบปัญหา อุปสรรค และข้อเสนอแนะ',
])('an answer that there are none is the agency’s: %s', (text) => {
  expect(pasted(text)).toEqual([false]);
});

test.each([
  '(หากไม่มี ปัญหา อุปสรรค และข้อเสนอแนะ ให้เขียนบอกว่า "ไม่มีปัญหา อุปสรรค และข้อเสนอแนะ" ไว้ในรายงานผลการดำเนินงาน)',
  'กรณีไม่มี ปัญหา อุปสรรค และข้อเสนอแนะ ให้เขียนบอกว่า ไม่มีปัญหา อุปสรรค และข้อเสนอแนะ ไว้ในรายงานผลการดำเนินงาน',
])('what says to write so is the requirement: %s', (text) => {
  expect(pasted(text)).toEqual([true]);
});

test('what is to be shown is the requirement in its list, though the list lost its marks; elsewhere the agency shows it', () => {
  const requirement = 'แสดงแผนปฏิบัติราชการประจำปีของหน่วยงาน โดยมีรายละเอียดอย่างน้อยประกอบด้วยโครงการหรือกิจกรรม และงบประมาณที่ใช้';
  const shown = 'แสดงปัญหา อุปสรรค และข้อเสนอแนะ';
  expect(pasted(requirement, shown, 'ฝนตกชุกทำให้งานล่าช้า')).toEqual([true, true, false]);
  expect(pasted('ผลการดำเนินงาน', shown)).toEqual([false, false]);
});

/** Which of these rows of a table are. */
function pastedRows(...rows: string[][]): boolean[] {
  const segments = rows.map((cells): Segment => {
    return { text: cells.join(' | '), cells, kind: 'row', region: 'main', locator: {} };
  });
  const echo = echoSegments(lexicon, segments, new Set());
  return rows.map((_, index) => echo.has(index));
}

const asked = 'แสดงแผนปฏิบัติราชการประจำปีของหน่วยงาน โดยมีรายละเอียดอย่างน้อยประกอบด้วยโครงการหรือกิจกรรม และงบประมาณที่ใช้';

test('a cell of a row that begins as requirements do is the requirement, the rows beside it are not', () => {
  expect(pastedRows(['ข้อ', 'องค์ประกอบ', 'ลิงก์'], ['O10', asked, ''], ['O11', 'ความก้าวหน้า', 'กำลังจัดทำ'])).toEqual([
    false,
    true,
    false,
  ]);
});

test.each([
  ['a short cell', ['1', 'แสดงแผนปฏิบัติราชการประจำปี', '12,000']],
  ['a project that shows something', ['1', 'แสดงศิลปวัฒนธรรม', '12,000', 'แล้วเสร็จ']],
  ['a cell in whose midst it is said', ['1', `หน่วยงานได้จัดทำรายงานที่เผยแพร่ไว้บนเว็บไซต์ทุกไตรมาสตามที่ขอให้ ${asked}`]],
])('a row of the agency’s own: %s', (_, cells) => {
  expect(pastedRows(['ที่', 'รายการ'], cells)).toEqual([false, false]);
});

const listed = [
  'แผนงาน',
  'โครงการหรือกิจกรรม',
  'ผลการประเมิน',
  'ข้อเสนอแนะในการปรับปรุงพัฒนา',
  'ผลการกำกับติดตาม',
  'ความก้าวหน้าและการใช้จ่ายงบประมาณแต่ละโครงการหรือกิจกรรม',
];
const underPlan = (items: readonly string[]): string =>
  `<h1>แผนดำเนินงานประจำปี 2569</h1><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

test.each(['work-programmes', 'recommendations', 'monitoring-results', 'budget-progress'])(
  'what the requirement lists, pasted without its opener, shows no %s',
  (criterion) => {
    expect(judgePage(underPlan(listed), criterion)).toMatch(/^(?:not-met|review)\//);
  },
);

test.each([
  ['lines', `<p>${listed.join('<br>')}</p>`],
  ['headings with nothing under them', listed.map((item) => `<h3>${item}</h3><p></p>`).join('')],
  [
    'rows of a table',
    `<table><tr><th>ลำดับ</th><th>รายการ</th><th>ลิงก์</th></tr>${listed.map((item, at) => `<tr><td>${at + 1}</td><td>${item}</td><td>-</td></tr>`).join('')}</table>`,
  ],
])('nor do they as %s', (_, html) => {
  for (const criterion of ['work-programmes', 'projects', 'recommendations', 'budget-progress'])
    expect(judgePage(`<h1>แผนดำเนินงานประจำปี 2569</h1>${html}`, criterion)).toMatch(/^(?:not-met|review)\//);
});

test('a list of the agency’s own work is its own', () => {
  const own = ['แผนงานการศึกษา', 'โครงการอาหารกลางวัน', 'โครงการหมู่บ้านสะอาด', 'ส่งเสริมอาชีพกลุ่มสตรี', 'อบรมเยาวชนต้านยาเสพติด'];
  expect(judgePage(underPlan(own), 'projects')).toMatch(/^met\//);
});

test('three of a requirement’s items in a row are its list, with what else stands in that', () => {
  const items = [
    'ผลการดำเนินโครงการหรือกิจกรรม',
    'ผลการใช้จ่ายงบประมาณ',
    'ปัญหา อุปสรรค และข้อเสนอแนะ',
    'เป็นรายงานผลย้อนหลัง 1 ปีงบประมาณ',
  ];
  const page = `<h3>รายงานผลการดำเนินงานประจำปี 2568</h3><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  expect(judgePage(page, 'recommendations')).toMatch(/^(?:not-met|review)\//);
});

test('rows that name what is asked for are pasted, though some of them hold a link', () => {
  const names = [
    'โครงการหรือกิจกรรม',
    'ผลการกำกับติดตามผลการดำเนินงาน',
    'ข้อเสนอแนะในการปรับปรุงพัฒนา',
    'ความก้าวหน้าและการใช้จ่ายงบประมาณแต่ละโครงการหรือกิจกรรม',
  ];
  const rows = (own: string): Segment[] =>
    names.map((name, at) => {
      const cells = [String(at + 1), name, at === 1 ? 'เปิด' : own];
      return { kind: 'row', text: cells.join(' | '), cells, region: 'main', locator: { table: 1 } };
    });
  expect([...echoSegments(lexicon, rows(''), new Set([1]))].sort()).toEqual([0, 2, 3]);
  expect([
    ...echoSegments(
      lexicon,
      rows('ควรเริ่มจัดซื้อให้ได้ตั้งแต่ต้นปี และให้ทุกกลุ่มส่งแผนใช้เงินก่อนสิ้นเดือนตุลาคมของทุกปีงบประมาณ'),
      new Set([1]),
    ),
  ]).toEqual([]);
});
