// Cards that tell the same of each project, a word and what it says one under the other, are its rows; a directory's are not.
import { expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const card = (name: string, ...facts: readonly (readonly [string, string])[]) =>
  `<div><h3>${name}</h3><dl>${facts.map(([word, value]) => `<dt>${word}</dt><dd>${value}</dd>`).join('')}</dl></div>`;
const page = (title: string, ...cards: readonly string[]) =>
  `<h1>${title}</h1><p>ข้อมูล ณ วันที่ 5 มิถุนายน 2569 เฉพาะงานในแผนปฏิบัติราชการ ปี 2569</p>${cards.join('')}`;

const told = [
  card(
    'ถนนหินคลุก บ้านโนนงิ้ว',
    ['เงินตามแผน', '9,480,000 บาท'],
    ['จ่ายไปแล้ว', '5,688,000 บาท'],
    ['สถานะ', 'ลงหินคลุกแล้ว 3 ใน 5 กม.'],
  ),
  card('รถรับส่งผู้ป่วยฟอกไต', ['เงินตามแผน', '5,760,000 บาท'], ['จ่ายไปแล้ว', '3,840,000 บาท'], ['สถานะ', 'วิ่งทุกวัน']),
];

test('progress and spending of each project', () => {
  expect(judgePage(page('งานไหนถึงไหนแล้ว', ...told), 'budget-progress')).toMatch(/^met/);
  expect(judgePage(page('งานไหนถึงไหนแล้ว', ...told), 'monitoring-results')).toMatch(/^met/);
});

test('the same words in bold over paragraphs', () => {
  const bold = told.map((html) => html.replaceAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g, '<p><b>$1</b></p><p>$2</p>'));
  expect(judgePage(page('งานไหนถึงไหนแล้ว', ...bold), 'budget-progress')).toMatch(/^met/);
});

test('with a dial between the name and the words', () => {
  const dials = told.map((html) => html.replaceAll(/<\/h3><dl>/g, '</h3><div>64%</div><dl>'));
  expect(judgePage(page('งานไหนถึงไหนแล้ว', ...dials), 'budget-progress')).toMatch(/^met/);
  expect(judgePage(page('งานไหนถึงไหนแล้ว', ...dials), 'monitoring-results')).toMatch(/^met/);
});

test.each([
  ['one card', told.slice(0, 1)],
  [
    'people',
    ['นายสมชาย ใจดี', 'นางสาวสมหญิง งามตา'].map((name) =>
      card(name, ['ตำแหน่ง', 'นายช่างโยธา'], ['โทรศัพท์', '042-611-222'], ['หน่วยงาน', 'กองช่าง']),
    ),
  ],
  [
    'tenders',
    ['จ้างเหมาปรับปรุงถนน', 'จัดซื้อรถบรรทุกน้ำ'].map((name) =>
      card(name, ['ราคากลาง', '900,000 บาท'], ['วงเงินงบประมาณ', '950,000 บาท'], ['ผู้ชนะการเสนอราคา', 'บริษัทหนึ่ง จำกัด']),
    ),
  ],
])('%s', (_, cards) => {
  expect(judgePage(page('ข้อมูลเผยแพร่', ...cards), 'budget-progress')).not.toMatch(/^met/);
  expect(judgePage(page('ข้อมูลเผยแพร่', ...cards), 'projects')).not.toMatch(/^met/);
});
