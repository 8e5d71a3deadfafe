// The second reader: what of a site it looks at, which passage it takes for the likeliest, and that it makes a no less sure and
// decides nothing.
import { describe, expect, test } from 'vitest';
import { buildCaseSite } from '../../src/audit/case-site.ts';
import { contextOf, evaluate } from '../../src/judge/evaluate.ts';
import { judgeAgency } from '../../src/judge/judge.ts';
import { lexiconOf, norm } from '../../src/judge/lexicon.ts';
import { buckets, featuresOf, likenessOf, passagesOf, share } from '../../src/judge/likeness.ts';
import type { Criterion } from '../../src/judge/pack.ts';
import { surveyOf } from '../../src/judge/survey.ts';
import { calendarOf } from '../../src/judge/years.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { type Example, fitLikeness, packedWeights } from '../accuracy/fit-likeness.ts';

const pack = loadPack('phuket-accountability');
const options = { strictSection: false };
const asOf = '2026-06-15';

/** Pages by address: markup, or what stands in a document (`.pdf`). */
function siteOf(pages: Readonly<Record<string, string>>) {
  const { agency, crawl, faults } = buildCaseSite({
    agency: { name: 'สำนักงานตัวอย่าง', kind: 'provincial-office' },
    pages: Object.entries(pages).map(([url, text]) => {
      const body = url.endsWith('.pdf')
        ? { document: text, media: 'pdf' as const }
        : { html: text, media: 'html' as const };
      return { url, source: 'text', ...body };
    }),
    gaps: [],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  expect(faults).toEqual([]);
  return { agency, crawl, survey: surveyOf(lexiconOf(pack.vocabulary), agency, crawl, calendarOf(asOf)) };
}

function criterionOf(id: string, likeness: Criterion['likeness']): Criterion {
  const { likeness: _, ...criterion } = pack.criteria.find((entry) => entry.id === id)!;
  return likeness === undefined ? criterion : { ...criterion, likeness };
}

/** Weights by which everything is like it to the same degree. */
const always = (degree: number): Criterion['likeness'] => ({
  bias: Math.log(degree / (1 - degree)),
  scale: 1,
  weights: Buffer.alloc(buckets).toString('base64'),
});

describe('features', () => {
  test('are the same whatever the figures in a text', () => {
    const features = featuresOf('งบประมาณ 1,200,000.50 บาท ปี 2569');
    expect(features).toEqual(featuresOf('งบประมาณ 7 บาท ปี 12'));
    expect(features).not.toEqual(featuresOf('งบประมาณ 7 คน ปี 12'));
    expect(features.length).toBeGreaterThan(20);
  });

  test('stand once, however often a text says the same', () => {
    const features = featuresOf('โครงการ โครงการ โครงการ');
    expect(new Set(features).size).toBe(features.length);
    expect(features).toEqual(featuresOf('โครงการ โครงการ'));
    expect(Math.max(...features)).toBeLessThan(buckets);
  });

  test('of nothing are none', () => {
    expect(featuresOf('')).toHaveLength(0);
  });
});

const link = (...targets: readonly string[]) => targets.map((url) => `<p><a href="${url}">เอกสาร</a></p>`).join('');
const letters = (count: number) => 'ก'.repeat(count);

describe('passages', () => {
  const spans = (document: string) =>
    passagesOf(siteOf({ '/': link('/d.pdf'), '/d.pdf': document }).survey)
      .filter(({ unit }) => unit.page.url.endsWith('.pdf'))
      .map(({ from, to }) => [from, to]);

  test('are as many lines as make about 900 letters, one after another to the end', () => {
    const lines = (count: number, length: number) => Array.from({ length: count }, () => letters(length)).join('\n');
    expect(spans(lines(7, 400))).toEqual([
      [0, 2],
      [2, 4],
      [4, 6],
      [6, 7],
    ]);
    expect(spans(lines(8, 100))).toEqual([[0, 8]]);
  });

  test('a long row of a table is one by itself', () => {
    expect(spans(`${letters(100)}\n| ${letters(700)} | ${letters(700)} |\n${letters(100)}`)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  test('a title with hardly anything under it is none', () => {
    const title = '# รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ\n';
    expect(spans(`${title}ไม่มี`)).toEqual([]);
    expect(spans(`${title}${letters(100)}`)).toHaveLength(1);
  });

  test('of one long document are not all that a site may have', () => {
    expect(spans(Array.from({ length: 250 }, () => letters(800)).join('\n'))).toHaveLength(200);
  });

  test('are cut once for a unit', () => {
    const { survey } = siteOf({ '/': `<p>${letters(100)}</p>` });
    expect(passagesOf(survey)).toHaveLength(1);
    expect(passagesOf(survey)[0]).toBe(passagesOf(survey)[0]);
  });
});

// Wordings that no pack knows: what is found is found by letters alone.
const telling = [
  'ชาวบ้านช่วยกันปลูกปะการังคืนสู่อ่าวหน้าหมู่บ้านจนครบทุกแปลงตามที่ตกลงกันไว้แล้ว',
  'กลุ่มแม่บ้านนำปะการังอ่อนไปปลูกคืนสู่อ่าวท้ายหมู่บ้านครบทุกแปลงแล้วเมื่อเดือนก่อน',
  'เยาวชนร่วมดำน้ำปลูกปะการังคืนสู่อ่าว หมู่บ้านชายทะเลได้แปลงใหม่ครบตามที่ตกลง',
];
const silent = [
  'ประกาศรับสมัครพนักงานขับรถ ผู้สนใจยื่นใบสมัครด้วยตนเองได้ในวันและเวลาทำงาน',
  'ห้องสมุดปิดปรับปรุงระบบไฟฟ้า ขออภัยในความไม่สะดวกของผู้มาใช้บริการทุกท่าน',
  'ขอเชิญฟังธรรมเทศนาในวันพระใหญ่ ณ ศาลาการเปรียญ พร้อมตักบาตรข้าวสารอาหารแห้ง',
];
const fitted = (criterion: string, showing: readonly string[] = telling, others: readonly string[] = silent) => {
  const example = (text: string, truth: boolean): Example => ({
    set: 's',
    shown: { [criterion]: truth },
    passages: [{ features: featuresOf(norm(text).text), mayShow: new Set([criterion]) }],
  });
  const examples = [...showing.map((text) => example(text, true)), ...others.map((text) => example(text, false))];
  return packedWeights(fitLikeness(examples, criterion));
};
const told = 'ปีนี้ได้ปลูกปะการังคืนสู่อ่าวของหมู่บ้านครบทุกแปลงตามที่ตกลงกันแล้ว';
const paragraphs = (...lines: readonly string[]) => lines.map((line) => `<p>${line}</p>`).join('');

describe('the likeliest passage', () => {
  const weights = fitted('projects');
  const found = (pages: Readonly<Record<string, string>>, likeness: Criterion['likeness'] = weights) =>
    likenessOf(contextOf(siteOf(pages).survey, criterionOf('projects', likeness), options));

  test('is that of the right page, and its evidence the right line of it', () => {
    const like = found({
      '/': `${link('/news', '/sea')}${paragraphs(silent[0]!)}`,
      '/news': `<h1>ข่าว</h1>${paragraphs(...silent)}`,
      '/sea': `<h1>ทะเล</h1>${paragraphs('น้ำขึ้นสูงสุดยามเช้า', told, 'ลมมรสุมตะวันตกเฉียงใต้')}`,
    });
    expect(like?.evidence).toMatchObject({ finalUrl: 'https://www.agency.example/sea', quote: told, source: 'text' });
    expect(like?.evidence.path.map(({ url }) => url)).toEqual([
      'https://www.agency.example/',
      'https://www.agency.example/sea',
    ]);
    expect(like?.share).toBeGreaterThan(0.5);
    expect(found({ '/': paragraphs(...silent) })?.share).toBeLessThan(0.5);
  });

  test('is none of an older year', () => {
    const report = (year: number) => `# รายงานประจำปีงบประมาณ พ.ศ. ${year}\n${told}`;
    const of = (year: number) =>
      found({ '/': `${link('/d.pdf')}${paragraphs(...silent)}`, '/d.pdf': report(year) })?.evidence;
    expect(of(2569)).toMatchObject({ finalUrl: 'https://www.agency.example/d.pdf', year: 2569 });
    expect(of(2560)?.finalUrl).toBe('https://www.agency.example/');
  });

  test('is no page of another website, but may be a document there', () => {
    const of = (url: string, text: string) =>
      found({ '/': `${link(url)}${paragraphs(...silent)}`, [url]: text })?.evidence.finalUrl;
    expect(of('https://www.other.example/sea', paragraphs(told))).toBe('https://www.agency.example/');
    expect(of('https://www.other.example/sea.pdf', told)).toBe('https://www.other.example/sea.pdf');
  });

  test('is not told without weights, with those of other buckets, or where nothing was read', () => {
    const pages = { '/': paragraphs(told) };
    expect(found(pages)).toBeDefined();
    const { survey } = siteOf(pages);
    expect(likenessOf(contextOf(survey, criterionOf('projects', undefined), options))).toBeUndefined();
    const half = Buffer.from(weights.weights, 'base64')
      .subarray(buckets / 2)
      .toString('base64');
    expect(found(pages, { ...weights, weights: half })).toBeUndefined();
    expect(found({ '/': '<h1>ยินดีต้อนรับ</h1>' })).toBeUndefined();
  });
});

/** A plan of the year, and a report on it whose table lacks the money. */
const site = {
  '/': `<p><a href="/plan">แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</a></p>
    <p><a href="/report">รายงานการกำกับติดตามการดำเนินงานตามแผนปฏิบัติราชการ 2569 รอบ 6 เดือน</a></p>${paragraphs(silent[0]!)}`,
  '/plan': `<h1>แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569</h1><table><tr><th>โครงการ</th><th>งบประมาณ</th><th>ระยะเวลา</th></tr>
    <tr><td>โครงการส่งเสริมอาชีพ</td><td>120,000</td><td>ม.ค. 69</td></tr>
    <tr><td>โครงการหมู่บ้านสะอาด</td><td>45,000</td><td>ก.พ. 69</td></tr></table>`,
  '/report': `<h1>รายงานการกำกับติดตามการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 รอบ 6 เดือน</h1>
    <table><tr><th>โครงการ</th><th>ความก้าวหน้า</th></tr><tr><td>โครงการส่งเสริมอาชีพ</td><td>ดำเนินการแล้วเสร็จ</td></tr>
    <tr><td>โครงการหมู่บ้านสะอาด</td><td>อยู่ระหว่างดำเนินการ</td></tr></table>`,
};
const unlike = ['reads-unlike-it', 'reads-quite-unlike-it'] as const;
const signs = ['reads-like-it', 'reads-much-like-it', 'reads-just-like-it'] as const;

describe('a criterion judged', () => {
  const { survey } = siteOf(site);
  const judged = (id: string, likeness: Criterion['likeness']) => {
    const { verdict, reason, signals, closest } = evaluate(survey, criterionOf(id, likeness), options);
    return { said: `${verdict}/${reason}`, reads: signs.filter((sign) => signals.includes(sign)), closest };
  };

  test.each([
    [0.49, 0],
    [0.51, 1],
    [0.79, 1],
    [0.81, 2],
    [0.89, 2],
    [0.91, 3],
  ])('where the likeliest is like it to %d, %i signs hold, and it is told if any does', (degree, count) => {
    const { said, reads, closest } = judged('disclosure-order', always(degree));
    expect(said).toBe('not-met/absent');
    expect(reads).toEqual(signs.slice(0, count));
    expect(closest !== undefined).toBe(count > 0);
  });

  test.each([
    [0.21, 0],
    [0.19, 1],
    [0.06, 1],
    [0.04, 2],
  ])(
    'where what shows it is like it to %d only, %i signs of doubt hold, and it is met all the same',
    (degree, count) => {
      const { verdict, signals, closest } = evaluate(survey, criterionOf('plan-current', always(degree)), options);
      expect(verdict).toBe('met');
      expect(unlike.filter((sign) => signals.includes(sign))).toEqual(unlike.slice(0, count));
      expect(closest).toBeUndefined();
    },
  );

  test('it is what shows it that is unlike it, not what else the site holds', () => {
    const { '/plan': plan } = site;
    const tables = [
      'โครงการ งบประมาณ ระยะเวลา',
      'โครงการส่งเสริมอาชีพ 120,000 ม.ค. 69',
      'โครงการหมู่บ้านสะอาด 45,000 ก.พ. 69',
    ];
    const weights = fitted('plan-current', telling, tables);
    const doubted = (pages: Readonly<Record<string, string>>) => {
      const { verdict, signals } = evaluate(siteOf(pages).survey, criterionOf('plan-current', weights), options);
      expect(verdict).toBe('met');
      return signals.includes('reads-unlike-it');
    };
    expect(doubted({ ...site, '/': `${site['/']}${paragraphs(told, ...telling)}` })).toBe(true);
    expect(doubted({ ...site, '/plan': `${plan}${paragraphs(told, ...telling)}` })).toBe(false);
  });

  test('without weights nothing that shows it is unlike it', () => {
    const { signals } = evaluate(survey, criterionOf('plan-current', undefined), options);
    expect(unlike.filter((sign) => signals.includes(sign))).toEqual([]);
  });

  test('half is enough', () => {
    expect(share(0)).toBe(0.5);
    expect(judged('disclosure-order', always(0.5)).reads).toEqual(['reads-like-it']);
  });

  test.each([
    ['plan-current', 'met/found'],
    ['budget-progress', 'not-met/incomplete'],
  ])('%s has nothing that was missed, however like it something is: %s', (id, said) => {
    expect(judged(id, always(0.99))).toEqual({ said, reads: [], closest: undefined });
  });

  test('without weights is judged the same, and nothing is said of it', () => {
    expect(judged('disclosure-order', undefined)).toEqual({ said: 'not-met/absent', reads: [], closest: undefined });
  });
});

describe('an agency judged', () => {
  const { agency, crawl } = siteOf({ '/': paragraphs(...silent) });
  const judged = (degree: number, reviewBelow: number) => {
    const criteria = pack.criteria.map(({ id }) => criterionOf(id, always(degree)));
    const verdict = judgeAgency([{ ...pack, criteria }], agency, crawl, { asOf, ...options, reviewBelow });
    return (id: string) => verdict.criteria.find((cell) => cell.id === id)!;
  };

  test('a no is less sure where something reads like it, and says where; the verdict stays', () => {
    const [plain, doubtful] = [judged(0.1, 0)('projects'), judged(0.99, 0)('projects')];
    expect(plain.closest).toBeUndefined();
    expect(doubtful.closest?.quote).toBe(silent[0]);
    expect(doubtful.confidence).toBeLessThan(plain.confidence!);
    expect({ ...doubtful, closest: undefined, confidence: 0 }).toEqual({ ...plain, closest: undefined, confidence: 0 });
  });

  test('a look by a person in its place keeps where to look', () => {
    const cell = judged(0.99, 1)('projects');
    expect(cell).toMatchObject({ verdict: 'review', doubted: { verdict: 'not-met' } });
    expect(cell.closest).toEqual(judged(0.99, 0)('projects').closest);
  });

  test('what follows another verdict has none of its own', () => {
    const cell = judged(0.99, 0);
    expect(cell('plan-link').closest).toBeDefined();
    expect(cell('plan-link-resolves')).toMatchObject({ verdict: 'not-met', reason: 'absent' });
    expect(cell('plan-link-resolves').closest).toBeUndefined();
  });
});
