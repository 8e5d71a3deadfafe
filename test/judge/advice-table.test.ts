// Tables of what was in the way and what to do, piece by piece of the plan's work; not those on anything else.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const row = (tag: string, cells: string) =>
  `<tr>${cells
    .split('|')
    .map((cell) => `<${tag}>${cell}</${tag}>`)
    .join('')}</tr>`;
const table = (...rows: string[]) =>
  `<table>${row('th', 'งาน|ปัญหาที่พบ|แนวทางแก้ไข')}${rows.map((cells) => row('td', cells)).join('')}</table>`;
const told = table(
  'ปล่อยพันธุ์กุ้งก้ามกราม|ลูกพันธุ์มาถึงช้าเพราะฝนตกหนัก|สั่งจองล่วงหน้าสองเดือนกับศูนย์เพาะเลี้ยง',
  'ทุ่นเตือนเขตอนุรักษ์|ทุ่นหลุดหายในมรสุม|เปลี่ยนเป็นสมอคอนกรีตแทนเชือก',
);
const page = (heading: string, html = told) => `<h2>${heading}</h2>${html}`;
const judged = (html: string | readonly string[]) => judgePage(html, 'recommendations');

describe('on the plan’s work', () => {
  test('of a year that stands over it', () => {
    expect(judged(page('อุปสรรคของโครงการตามแผนปฏิบัติราชการ ปี 2569 และทางออก'))).toMatch(/^met/u);
  });
  test('of no year', () => {
    expect(judged(page('ติดขัดอะไรบ้างในการขับเคลื่อนกิจกรรมตามแผน'))).toBe('review/unclear-year');
  });
  test('by the names of its projects, under a heading that says nothing of it', () => {
    const plan = `<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1><table>${row('th', 'โครงการ|งบประมาณ|ระยะเวลา')}${row('td', 'ปล่อยพันธุ์กุ้งก้ามกราม|120,000|ม.ค. 69')}${row('td', 'ทุ่นเตือนเขตอนุรักษ์|90,000|ก.พ. 69')}</table>`;
    expect(judged([plan, page('เรื่องที่อยากบอกต่อ')])).toBe('review/unclear-year');
    expect(judged(page('เรื่องที่อยากบอกต่อ'))).toBe('not-met/absent');
  });
});

test.each([
  ['the anti-corruption plan', page('ปัญหาของโครงการตามแผนปฏิบัติการป้องกันการทุจริต ปี 2569')],
  ['the plan of purchases', page('ปัญหาของงานตามแผนการจัดซื้อจัดจ้าง ปี 2569')],
  ['a council’s water tanks', page('ปัญหาน้ำประปาหมู่บ้าน ปี 2569')],
  ['one piece of work', page('ปัญหาของโครงการตามแผน ปี 2569', table('ทุ่นเตือน|ทุ่นหลุดหายในมรสุม|เปลี่ยนเป็นสมอคอนกรีต'))],
  ['nothing that is filled in', page('ปัญหาของโครงการตามแผน ปี 2569', table('ทุ่นเตือน|-|-', 'ปล่อยกุ้ง|-|-'))],
])('not on %s', (_, html) => {
  expect(judged(html)).not.toMatch(/^(?:met|review)/u);
});
