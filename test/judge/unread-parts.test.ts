// Documents of which a part was not read: an archive with a scan in it, a cover before pictures, text that another program recognised.
// What such a part may hold is not absent; what its name, title or label says it is not, it does not block.
import { describe, expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import type { Damage, DocumentText } from '../../src/model/document.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { judgeDocument } from './judge-document.ts';

const pack = loadPack('phuket-accountability');

interface Given {
  readonly label: string;
  readonly heading?: string;
  readonly document: string;
  readonly more: Partial<DocumentText>;
}

/** `verdict/reason` of a criterion, where the document behind the label was read so. */
function judged(criterion: string, { label, heading = 'เอกสาร', document, more }: Given): string {
  const { agency, crawl } = buildCaseSite({
    agency: { name: 'สำนักงานวัฒนธรรมจังหวัดตัวอย่าง', kind: 'provincial-office' },
    pages: [
      { url: '/', source: 'text', media: 'html', html: `<h2>${heading}</h2><p><a href="/f">${label}</a></p>` },
      { url: '/f', source: 'text', media: 'pdf', document },
    ],
    gaps: [],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const entry = more.media === 'zip' ? { entry: '00 นำส่ง.docx' } : {};
  const pages = crawl.pages.map((page) => {
    if (page.id !== 1) return page;
    const segments = page.text.segments.map((part) => ({ ...part, locator: { ...part.locator, ...entry } }));
    return { ...page, text: { ...page.text, segments, ...more } };
  });
  const given = { asOf: '2026-06-15', strictSection: false };
  const { criteria } = judgeAgency([pack], agency, { ...crawl, pages }, given);
  const { verdict, reason } = criteria.find(({ id }) => id === criterion)!;
  return `${verdict}/${reason}`;
}

const unknown = 'unknown/unreadable-document';
const letter = ['บันทึกข้อความ', 'เรื่อง ขอส่งเอกสาร', 'เรียน ผู้ว่าราชการจังหวัด', 'ขอส่งเอกสารตามที่แนบมาพร้อมนี้'].join('\n');
const archive = (entry: string): Given['more'] => ({ media: 'zip', unread: [{ entry, code: 'image-only' }] });

describe('a scan in an archive, beside a letter that was read', () => {
  test.each([
    ['under a label that names it', 'แผนปฏิบัติราชการประจำปี พ.ศ. 2569', '01 เอกสารแนบ.pdf', unknown],
    ['under a label that says nothing', 'ดาวน์โหลด', '01 เอกสารแนบ.pdf', unknown],
    ['by its own name', 'รวมเอกสารฝ่ายอำนวยการ', 'แผน/แผนปฏิบัติราชการประจำปี 2569.pdf', unknown],
    ['by its folder', 'รวมเอกสารฝ่ายอำนวยการ', 'แผนปฏิบัติราชการประจำปี 2569/1.pdf', unknown],
    ['named as something else', 'ดาวน์โหลด', 'แผนการจัดซื้อจัดจ้าง 2569.pdf', 'not-met/absent'],
    ['of an older year', 'ดาวน์โหลด', 'แผนปฏิบัติราชการประจำปี 2564.pdf', 'not-met/absent'],
    ['under a label of something else', 'ประกาศผลสอบ', '01 เอกสารแนบ.pdf', 'not-met/absent'],
  ])('%s', (_, label, entry, expected) => {
    expect(judged('plan-current', { label, document: letter, more: archive(entry) })).toBe(expected);
  });
});

test('a letter in one archive with a document of an older year promises nothing more', () => {
  const label = 'แผนปฏิบัติราชการประจำปี';
  const entry = (name: string, text: string, kind: 'heading' | 'paragraph' = 'paragraph') => ({
    kind,
    text,
    region: 'main' as const,
    locator: { entry: name },
  });
  const segments = [
    ...letter.split('\n').map((text) => entry('0.docx', text)),
    entry('1.docx', 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2565', 'heading'),
    entry('1.docx', 'โครงการอบรมอาชีพ งบประมาณ 120,000 บาท'),
  ];
  expect(judged('plan-current', { label, document: '', more: { media: 'zip', segments } })).toBe('not-met/outdated');
  const alone = segments.slice(0, 4);
  expect(judged('plan-current', { label, document: '', more: { media: 'zip', segments: alone } })).toBe(
    'review/title-only',
  );
});

describe('what an archive says of a document of its own', () => {
  const letterOf = (entry: string | undefined, kind: Damage['kind']): Given['more'] => ({
    media: 'zip',
    damage: [{ kind, detail: 'told', ...(entry === undefined ? {} : { entry }) }],
  });
  const label = 'แผนปฏิบัติราชการประจำปี พ.ศ. 2569';
  const promised = (more: Given['more']) => judged('plan-current', { label, document: letter, more });

  test('concerns that one', () => {
    expect(promised(letterOf('00 นำส่ง.docx', 'cut'))).toBe(unknown);
    expect(promised({ media: 'zip' })).toBe('review/title-only');
  });

  test('does not concern another', () => {
    const segments = [
      ['00 จัดซื้อ.docx', 'heading', 'แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2569'],
      ['01 แผน.docx', 'heading', 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569'],
      ['01 แผน.docx', 'paragraph', 'อยู่ระหว่างดำเนินการ'],
    ].map(([entry, kind, text]) => ({
      kind: kind as 'heading',
      text: text!,
      region: 'main' as const,
      locator: { entry: entry! },
    }));
    const given = (entry: string) =>
      judged('projects', { label, document: '', more: { ...letterOf(entry, 'cut'), segments } });
    expect(given('01 แผน.docx')).toBe(unknown);
    expect(given('00 จัดซื้อ.docx')).toBe(given('ไม่มี.docx'));
    expect(given('ไม่มี.docx')).not.toBe(unknown);
  });

  test('is no doubt where every part was read', () => {
    expect(promised(letterOf('00 นำส่ง.docx', 'letters'))).toBe(promised({ media: 'zip' }));
  });
});

describe('text that another program recognised', () => {
  const damage = [{ kind: 'guessed' as const, detail: 'text recognised: 1' }];
  const label = 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569';
  const misread = ['# แผนพัฒบาบุคลากร ประจำปีงบประมาณ พ.ศ. 2569', 'ลา ดบ โครง', 'สงเสรม กล มสตร 120 000'].join('\n');

  test('does not make another plan of what its label names', () => {
    const document = misread.replace('พัฒบา', 'พัฒนา');
    expect(judged('plan-current', { label, document, more: { damage } })).toBe(unknown);
    expect(judged('plan-current', { label, document, more: {} })).toMatch(/^not-met\//);
  });

  test('may hold what its label names', () => {
    expect(judged('plan-current', { label, document: misread, more: { damage } })).toBe(unknown);
  });
});

describe('a document read in part, under a label that says no more than that it is a report', () => {
  const more = { damage: [{ kind: 'unread' as const, detail: 'pages that in part are images: 1' }] };
  const document = 'องค์กรของเรา หน้า 1 จาก 9';
  const heading = 'แผนปฏิบัติราชการ';

  test.each([
    ['สรุปผลงวดที่ 2', 'monitoring-results'],
    ['ผลปี 2568 (ธ.ค. 68)', 'evaluation-results'],
    ['ติดตามงานครึ่งปีแรก 2569', 'monitoring-results'],
  ])('may be it: %s', (label, criterion) => {
    expect(judged(criterion, { label, heading, document, more })).toBe(unknown);
  });

  test('by what stands around a label that says less', () => {
    const label = 'เปิดตาราง';
    expect(judged('monitoring-results', { label, heading: 'งานคืบหน้ารายไตรมาส', document, more })).toBe(unknown);
    expect(judged('monitoring-results', { label, heading: 'งานสารบรรณ', document, more })).toMatch(/^not-met\//);
  });

  test.each(['รายงานการประชุม', 'รายงานสถานการณ์น้ำ ปี 2569', 'รายงานรอบ 12 เดือน ปี 2560'])('is not: %s', (label) => {
    expect(judged('monitoring-results', { label, heading, document, more })).toMatch(/^not-met\//);
  });
});

describe('behind a covering letter', () => {
  const rows = ['| โครงการ | งบประมาณ |', '| อบรมอาชีพ | 120,000 |', '| ตลาดชุมชน | 90,000 |'];
  const sent = (...lines: readonly string[]) => [letter, '--- page 2', ...lines, ...rows].join('\n');
  const label = 'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569';
  const plan = (document: string) => judged('plan-current', { label, document, more: {} });

  test('the plan is the plan', () => {
    expect(plan(sent('# แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569'))).toBe('met/found');
  });

  test('a look-alike is what its own title says', () => {
    expect(plan(sent('# แผนพัฒนาบุคลากร ประจำปีงบประมาณ พ.ศ. 2569'))).toMatch(/^not-met\/|^review\//);
  });

  test('another body’s plan is another’s, named on the line under the title', () => {
    const other = sent('# แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2569', 'กรมที่ดิน กระทรวงมหาดไทย');
    expect(judgeDocument(other, 'plan-current')).toMatch(/^not-met\//);
  });
});

describe('a report on what was spent that could not be read', () => {
  const site = (label: string, content: string) =>
    buildCaseSite({
      agency: { name: 'สำนักงานวัฒนธรรมจังหวัดตัวอย่าง', kind: 'provincial-office' },
      pages: [
        { url: '/', source: 'text', media: 'html', html: `<p><a href="/r">${label}</a></p>` },
        { url: '/r', source: 'text', media: 'html', html: content },
      ],
      gaps: [{ url: '/spent.png', extract: 'image-only' }],
      notVisited: [],
      extraHosts: [],
      unreachable: undefined,
    });
  const verdictOf = ({ agency, crawl }: ReturnType<typeof site>, criterion: string): string => {
    const { criteria } = judgeAgency([pack], agency, crawl, { asOf: '2026-06-15', strictSection: false });
    const { verdict, reason } = criteria.find(({ id }) => id === criterion)!;
    return `${verdict}/${reason}`;
  };
  const linked = (label: string) => site('เอกสารเผยแพร่', `<p><a href="/spent.png">${label}</a></p>`);

  test('of each project may tell how far it is', () => {
    const label = 'รายงานการเบิกจ่ายงบประมาณ แยกรายโครงการ ไตรมาส 2 ปีงบประมาณ 2569';
    expect(verdictOf(linked(label), 'monitoring-results')).toBe(unknown);
    expect(verdictOf(linked(label), 'progress-presentation')).toBe(unknown);
    expect(verdictOf(linked(label), 'past-year-evaluation')).not.toBe(unknown);
  });

  test.each([
    ['of the whole office', 'รายงานการเบิกจ่ายงบประมาณ ไตรมาส 2 ปีงบประมาณ 2569'],
    ['of an older year', 'รายงานการเบิกจ่ายงบประมาณ แยกรายโครงการ ไตรมาส 2 ปีงบประมาณ 2565'],
    ['of what was bought', 'รายงานผลการจัดซื้อจัดจ้าง แยกรายโครงการ ปีงบประมาณ 2569'],
  ])('but not %s', (_, label) => {
    expect(verdictOf(linked(label), 'monitoring-results')).not.toBe(unknown);
  });
});

test('a picture on a page that tells of the work is what its own words call it', () => {
  const told = `<h1>รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ไตรมาส 2 ปีงบประมาณ 2569</h1>
    <table><tr><th>โครงการ</th><th>ความก้าวหน้า (ร้อยละ)</th><th>สถานะ</th></tr>
    <tr><td>โครงการถนนคนเดิน</td><td>40</td><td>อยู่ระหว่างดำเนินการ</td></tr>
    <tr><td>โครงการลานวัฒนธรรม</td><td>100</td><td>แล้วเสร็จ</td></tr></table>`;
  const given = (heading: string, criterion: string): string => {
    const html = `${told}<h2>${heading}</h2><p><img src="/spent.png"></p>`;
    const { agency, crawl } = buildCaseSite({
      agency: { name: 'สำนักงานวัฒนธรรมจังหวัดตัวอย่าง', kind: 'provincial-office' },
      pages: [{ url: '/', source: 'text', media: 'html', html }],
      gaps: [{ url: '/spent.png', extract: 'image-only' }],
      notVisited: [],
      extraHosts: [],
      unreachable: undefined,
    });
    const [page] = crawl.pages;
    const link = page!.text.pictures?.[0];
    expect(link).toBeDefined();
    const gaps = crawl.gaps.map((gap) => ({ ...gap, via: { pageId: page!.id, link: link! } }));
    const settings = { asOf: '2026-06-15', strictSection: false };
    const { criteria } = judgeAgency([pack], agency, { ...crawl, gaps }, settings);
    const { verdict, reason } = criteria.find(({ id }) => id === criterion)!;
    return `${verdict}/${reason}`;
  };
  expect(given('การใช้จ่ายงบประมาณรายโครงการ', 'budget-progress')).toBe(unknown);
  expect(given('การใช้จ่ายงบประมาณรายโครงการ', 'recommendations')).toMatch(/^not-met/);
  expect(given('แผนการจัดซื้อจัดจ้าง ปีงบประมาณ 2569', 'budget-progress')).toBe('not-met/incomplete');
});
