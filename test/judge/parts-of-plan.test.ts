// A plan published in parts: chapters that the page with its title lists, or documents of one archive. And lists of chapters that are
// another paper's, or of another year.
import { describe, expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import type { Segment } from '../../src/model/document.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const pack = loadPack('phuket-accountability');
const html = { source: 'text', media: 'html' } as const;

const projects = `<table><tr><th>ที่</th><th>โครงการ</th><th>งบประมาณ (บาท)</th></tr>
  <tr><td>1</td><td>โครงการปลูกป่าชายเลน</td><td>120,000</td></tr>
  <tr><td>2</td><td>โครงการตลาดนัดชุมชน</td><td>80,000</td></tr></table>`;
const issues = `<h3>ประเด็นยุทธศาสตร์ที่ 1 ฟื้นฟูชายฝั่ง</h3><p>เป้าประสงค์: พื้นที่ป่าชายเลนเพิ่มขึ้น 50 ไร่</p>
  <h3>ประเด็นยุทธศาสตร์ที่ 2 เศรษฐกิจชุมชน</h3><p>เป้าประสงค์: รายได้ของชุมชนเพิ่มขึ้นร้อยละ 5</p>`;

/** Verdicts where the plan's menu leads to `list`, and that to chapters under these headings. */
function judged(list: string, chapters: Readonly<Record<string, string>>) {
  const { agency, crawl } = buildCaseSite({
    agency: { name: 'ศูนย์อนุรักษ์ทรัพยากรจังหวัดตัวอย่าง', kind: 'regional-office' },
    pages: [
      { ...html, url: '/', html: '<ul><li><a href="/plan">แผนปฏิบัติราชการ</a></li></ul>' },
      { ...html, url: '/plan', html: list },
      ...Object.entries(chapters).map(([url, content]) => ({ ...html, url, html: content })),
    ],
    gaps: [],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const { criteria } = judgeAgency([pack], agency, crawl, { asOf: '2026-06-15', strictSection: false });
  return (id: string): string => criteria.find((one) => one.id === id)!.verdict;
}

const title = '<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1>';
const items = (labels: readonly string[]) =>
  `<ul>${labels.map((label, at) => `<li><a href="/c${at + 1}">${label}</a></li>`).join('')}</ul>`;
const chapters = (labels: readonly string[]) => ({
  '/c1': `<h2>${labels[0]}</h2><p>ข้อมูลทั่วไปของศูนย์</p>`,
  '/c2': `<h2>${labels[1]}</h2>${issues}`,
  '/c3': `<h2>${labels[2]}</h2>${projects}`,
});

describe('chapters that the plan’s page lists', () => {
  test.each([
    ['by their numbers', '', ['ส่วนที่ ๑ บทนำ', 'ส่วนที่ ๒ ประเด็นยุทธศาสตร์', 'ส่วนที่ ๓ งานและเงิน']],
    ['in words of another kind', '<h3>อ่านแยกตอน</h3>', ['ตอนที่ 1 ที่มา', 'ตอนที่ 2 ทิศทาง', 'ตอนที่ 3 รายการงาน']],
    ['by letters', '', ['ส่วน ก ที่มา', 'ส่วน ข ทิศทาง', 'ส่วน ค รายการงาน']],
    ['by numbers in words', '', ['หมวดที่หนึ่ง ที่มา', 'หมวดที่สอง ทิศทาง', 'หมวดที่สาม รายการงาน']],
    ['by Roman numbers', '', ['Part I ที่มา', 'Part II ทิศทาง', 'Part III รายการงาน']],
    ['in its table of contents', '<h3>สารบัญ</h3>', ['ความเป็นมา', 'ทิศทางการพัฒนา', 'งานที่จะทำและงบประมาณ']],
  ])('%s', (_, heading, labels) => {
    const verdict = judged(title + heading + items(labels), chapters(labels));
    expect(verdict('plan-current')).toBe('met');
    // Programmes stand in one chapter, projects in another.
    expect(verdict('work-programmes')).toBe('met');
  });

  test('under the year that they are of, of several', () => {
    const name = '<h1>แผนปฏิบัติราชการประจำปี</h1>';
    const year = (of: number) => `<h2>ปีงบประมาณ พ.ศ. ${of}</h2>`;
    const book = '<p><a href="/old.pdf">รูปเล่ม</a></p>';
    const named = ['ส่วนที่ 1 บทนำ', 'ส่วนที่ 2 ทิศทาง', 'ส่วนที่ 3 งานและเงิน'];
    const last = judged(name + year(2568) + book + year(2569) + items(named), chapters(named));
    expect(last('plan-current')).toBe('met');
    const first = judged(name + year(2569) + book + year(2568) + items(named), chapters(named));
    expect(first('plan-current')).not.toBe('met');
  });

  test('by their numbers alone, or headed without them', () => {
    const [bare, full] = [
      ['ตอนที่ 1', 'ตอนที่ 2', 'ตอนที่ 3'],
      ['ตอนที่ 1 ที่มา', 'ตอนที่ 2 ทิศทางงาน', 'ตอนที่ 3 รายการงาน'],
    ];
    const without = full.map((label) => label.replace(/^ตอนที่ \d /, ''));
    expect(judged(title + items(bare), chapters(full))('work-programmes')).toBe('met');
    expect(judged(title + items(full), chapters(without))('work-programmes')).toBe('met');
  });

  const labels = ['บทที่ 1 บทนำ', 'บทที่ 2 ทิศทาง', 'บทที่ 3 งานและงบประมาณ'];
  test.each([
    ['under the heading of other papers', `${title}<p>อยู่ระหว่างพิมพ์</p><h3>เอกสารอื่น ๆ</h3>${items(labels)}`],
    ['under a heading of articles', `${title}<h3>บทความน่าอ่าน</h3>${items(labels)}`],
    ['under a year of other papers', `${title}<h3>เอกสารอื่น ๆ</h3><h4>ปีงบประมาณ พ.ศ. 2569</h4>${items(labels)}`],
    ['of a manual', `${title}<h3>คู่มือการปฏิบัติงาน</h3>${items(labels)}`],
    [
      'of a plan of five years, named in a line',
      `${title}<p>แผนปฏิบัติราชการ ระยะ 5 ปี (พ.ศ. 2566-2570)</p>${items(labels)}`,
    ],
    [
      'with a table of contents of its own',
      `${title}<h3>แผนปฏิบัติราชการ ระยะ 5 ปี (พ.ศ. 2566-2570)</h3><h3>สารบัญ</h3>${items(labels)}`,
    ],
    ['on the page of a plan of five years', `<h1>แผนปฏิบัติราชการ ระยะ 5 ปี (พ.ศ. 2566-2570)</h1>${items(labels)}`],
    ['of the year before', `<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2568</h1>${items(labels)}`],
    ['one alone', title + items(labels.slice(0, 1))],
  ])('but not %s', (_, list) => {
    expect(judged(list, chapters(labels))('plan-current')).not.toBe('met');
  });

  test('but not pages that are headed otherwise, or of another year', () => {
    const other = { ...chapters(labels), '/c3': `<h2>ครุภัณฑ์ที่ขอรับการสนับสนุน</h2>${projects}` };
    expect(judged(title + items(labels), other)('plan-current')).not.toBe('met');
    const older = { ...chapters(labels), '/c3': `<h2>${labels[2]} ปีงบประมาณ พ.ศ. 2567</h2>${projects}` };
    expect(judged(title + items(labels), older)('plan-current')).not.toBe('met');
  });
});

describe('documents of one archive', () => {
  const part = (entry: string, kind: Segment['kind'], text: string, cells?: string[]): Segment => ({
    kind,
    text,
    region: 'main',
    locator: { entry, ...(cells && { table: 1 }) },
    ...(cells && { cells }),
  });
  const rows = (entry: string): Segment[] =>
    [
      ['ที่', 'โครงการ', 'งบประมาณ (บาท)'],
      ['1', 'โครงการปลูกป่าชายเลน', '120,000'],
      ['2', 'โครงการตลาดนัดชุมชน', '80,000'],
    ].map((cells) => part(entry, 'row', cells.join(' | '), cells));

  /** Verdict on the year's plan, where the plan's menu leads to an archive of a cover and another document. */
  function planOf(cover: string, head: string): string {
    const { agency, crawl } = buildCaseSite({
      agency: { name: 'ศูนย์อนุรักษ์ทรัพยากรจังหวัดตัวอย่าง', kind: 'regional-office' },
      pages: [
        { ...html, url: '/', html: '<p><a href="/f">แผนปฏิบัติราชการ</a></p>' },
        { url: '/f', source: 'text', media: 'pdf', document: '' },
      ],
      gaps: [],
      notVisited: [],
      extraHosts: [],
      unreachable: undefined,
    });
    const segments = [part('1.docx', 'heading', cover), part('2.pdf', 'heading', head), ...rows('2.pdf')];
    const pages = crawl.pages.map((page) =>
      page.id === 1 ? { ...page, text: { ...page.text, media: 'zip' as const, segments } } : page,
    );
    const given = { asOf: '2026-06-15', strictSection: false };
    const { criteria } = judgeAgency([pack], agency, { ...crawl, pages }, given);
    return criteria.find(({ id }) => id === 'plan-current')!.verdict;
  }
  const cover = 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569';

  test('a cover, and a part that calls itself one', () => {
    expect(planOf(cover, 'ส่วนที่ 2 รายละเอียดงาน')).toBe('met');
  });

  test.each([
    ['another plan', cover, 'แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2569'],
    ['a part of another year', cover, 'ส่วนที่ 2 รายละเอียดงาน ปีงบประมาณ พ.ศ. 2567'],
    ['another plan’s part', 'แผนพัฒนาจังหวัด ระยะ 5 ปี (พ.ศ. 2566-2570)', 'ส่วนที่ 2 รายละเอียดงาน'],
  ])('but not %s', (_, first, head) => {
    expect(planOf(first, head)).not.toBe('met');
  });
});
