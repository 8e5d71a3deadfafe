import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dominantYear, findYears, fiscalYearOf, yearsInFileName } from '../../src/text/fiscal-year.ts';
import { normalise } from '../../src/text/normal.ts';
import { hostileText } from './thai-arbitraries.ts';

/** Every mention as `kind year[-last]`. */
const read = (text: string): string[] =>
  findYears(normalise(text)).map(({ kind, year, last }) => `${kind} ${year}${last === undefined ? '' : `-${last}`}`);

describe('findYears reads', () => {
  it.each([
    ['2569', 'plain 2569'],
    ['๒๕๖๙', 'plain 2569'],
    ['๒๕๖3', 'plain 2563'],
    ['พ.ศ. 2569', 'plain 2569'],
    ['พ.ศ.2569', 'plain 2569'],
    ['พ.ศ. ๒๕๖๙', 'plain 2569'],
    ['พ.ศ.. 2568', 'plain 2568'],
    ['พ..ศ. 2568', 'plain 2568'],
    ['พ.ศ.ITA2564', 'plain 2564'],
    ['พ .ศ. 2 5 6 1', 'plain 2561'],
    ['ปี 2569', 'plain 2569'],
    ['ปี 69', 'plain 2569'],
    ['ประจำปี 67', 'plain 2567'],
    ['2026', 'plain 2569'],
    ['ค.ศ. 2026', 'plain 2569'],
    ['Annual Action Plan 2026', 'plain 2569'],
    ['ปีงบประมาณ 2569', 'fiscal 2569'],
    ['ปีงบประมาณ พ.ศ. ๒๕๖๙', 'fiscal 2569'],
    ['ประจำปีงบประมาณ พ.ศ.2561', 'fiscal 2561'],
    ['ปีงบ 69', 'fiscal 2569'],
    ['ปีงบฯ 69', 'fiscal 2569'],
    ['งบ 69', 'fiscal 2569'],
    ['งบประมาณรายจ่ายประจำปี 2569', 'fiscal 2569'],
    ['FY2026', 'fiscal 2569'],
    ['FY 2026', 'fiscal 2569'],
    ['FY2569', 'fiscal 2569'],
    ['FY69', 'fiscal 2569'],
    ['OP69', 'plain 2569'],
    ['สรุป BSC68 ทั้งองค์กร', 'plain 2568'],
    ["OKR'70", 'plain 2570'],
    ['fiscal year 2026', 'fiscal 2569'],
    ['ไตรมาสที่ 2/2568', 'fiscal 2568'],
    ['ไตรมาส 1 ปี 2568', 'fiscal 2568'],
    ['(ต.ค.67–มี.ค.68)', 'fiscal 2568'],
    ['รอบ 6 เดือน (ต.ค.64 - มี.ค.65)', 'fiscal 2565'],
    ['ต.ค. - มี.ค. 2568', 'fiscal 2568'],
    ['ตุลาคม 2567 ถึงเดือนกันยายน 2568', 'fiscal 2568'],
    ['1 ตุลาคม 2567 – 30 กันยายน 2568', 'fiscal 2568'],
    ['October 2024 - September 2025', 'fiscal 2568'],
    ['1 ต.ค. 2565 - 30 ก.ย. 2570', 'range 2566-2570'],
    ['ปีการศึกษา 2568', 'academic 2568'],
    // Older ones where the words say whose year it is.
    ['รายงานประจำปี 2551', 'plain 2551'],
    ['ประจำปีงบประมาณ พ.ศ. 2553', 'fiscal 2553'],
    ['ปีการศึกษา 2550', 'academic 2550'],
    ['แผนปฏิบัติการ คปสอ.2567', 'plain 2567'],
    ['ภาคเรียนที่ 1/2568', 'academic 2568'],
    ['16 พฤษภาคม 2568 - 31 มีนาคม 2569', 'academic 2568'],
    ['ณ วันที่ 31 มีนาคม 2568', 'date 2568'],
    ['ณ วันที่ 1 ตุลาคม 2567', 'date 2568'],
    ['ต.ค. 58', 'date 2559'],
    // The match form has no spaces: an abbreviated month after letters.
    ['สรุปงานและการเงิน พ.ค. 69', 'date 2569'],
    ['ประจำเดือน ก.ย. 2568', 'date 2568'],
    ['สิ้นเดือนมิ.ย. 69', 'date 2569'],
    ['ต.ค. 68 ถึง มี.ค. 69', 'fiscal 2569'],
    ['รอบ เม.ย. 2568 ถึงก.ย. 2568', 'fiscal 2568'],
    ['มี. ค. 68', 'date 2568'],
    ['กรกฎาคม 2568', 'date 2568'],
    ['31/03/2568', 'date 2568'],
    ['31-3-68', 'date 2568'],
    ['2025-03-31', 'date 2568'],
    ['31 March 2025', 'date 2568'],
    ['March 31, 2025', 'date 2568'],
    ['คำสั่งที่ 123/2568', 'date 2568'],
    ['2566-2570', 'range 2566-2570'],
    ['พ.ศ. ๒๕๖๖ – ๒๕๗๐', 'range 2566-2570'],
    ['พ.ศ. 2566 - พ.ศ. 2570', 'range 2566-2570'],
    ['2566 ถึง 2570', 'range 2566-2570'],
    ['พ.ศ.2566-70', 'range 2566-2570'],
    ['ปี 66-70', 'range 2566-2570'],
    ['(66-70)', 'range 2566-2570'],
    ['2023-2027', 'range 2566-2570'],
    ['๒๕๖๑ - ๓๕๖๓', 'range 2561-2563'],
    ['ยุทธศาสตร์ชาติ 20 ปี (พ.ศ. 2561-2580)', 'range 2561-2580'],
    ['พ.ศ. 2557 – 2661', 'range 2557-2561'],
    ['แผน 15 ปี (พ.ศ. 2551-2565)', 'range 2551-2565'],
    ['ฉบับปรับปรุง พ.ศ. 2569', 'revision 2569'],
    ['ปรับปรุงข้อมูลล่าสุด 2568', 'revision 2568'],
    ['แก้ไขครั้งที่ 2/2568', 'revision 2568'],
    ['ระเบียบกระทรวงมหาดไทยว่าด้วยการจัดทำแผนพัฒนาขององค์กรปกครองส่วนท้องถิ่น พ.ศ. 2559', 'law 2559'],
    ['ระเบียบว่าด้วยแผนพัฒนา (ฉบับที่ 3) พ.ศ. 2561', 'law 2561'],
    ['(ฉบับที่ 2) พ.ศ. 2562', 'law 2562'],
    ['พ.ร.บ. การจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560', 'law 2560'],
    ['ประกาศคณะกรรมการ เรื่อง หลักเกณฑ์การเปิดเผยข้อมูล พ.ศ. 2560', 'law 2560'],
  ])('%s as %s', (text, reading) => {
    expect(read(text)).toEqual([reading]);
  });

  it.each([
    ['ปีงบประมาณ 2567 และ 2568', ['fiscal 2567', 'fiscal 2568']],
    ['ปี 2565 | 2566 | 2567', ['plain 2565', 'plain 2566', 'plain 2567']],
    ['แผนปฏิบัติราชการ (พ.ศ. 2566-2570) ฉบับทบทวน พ.ศ. 2569', ['range 2566-2570', 'revision 2569']],
    ['พระราชบัญญัติงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. 2568', ['fiscal 2568']],
    ['ประกาศ เรื่อง แผนปฏิบัติราชการ พ.ศ. 2568', ['plain 2568']],
    ['ปีงบประมาณ พ.ศ. 2562 (1 ตุลาคม 2561 – 30 กันยายน 2562)', ['fiscal 2562', 'fiscal 2562']],
    ['ข้อบัญญัติงบประมาณรายจ่าย ประจำปี 2568', ['fiscal 2568']],
  ])('%s as several', (text, readings) => {
    expect(read(text)).toEqual(readings);
  });

  it.each([
    'พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540',
    'พ.ศ. 2540-2544',
    '2,568.00',
    '2568.50',
    '2569 บาท',
    '25691',
    'โทร. 0-7621-2568',
    'โทร 076-212568',
    '© 2026 สำนักงาน',
    'สงวนลิขสิทธิ์ พ.ศ. 2568',
    'ISO 9001:2015',
    'อายุ 5 ปี 60 วัน',
    'งบ 69 ล้าน',
    'งบประมาณ 2569 บาท',
    '69 โครงการ',
    'KPI 69 ตัว',
    'OP69%',
    'ห้อง OP12',
    'สถานี STOP69',
    'พ.ศ. 2475',
    'ก่อตั้งเมื่อปี 2540',
    'พระราชบัญญัติกองทุนเงินให้กู้ยืมเพื่อการศึกษา พ.ศ. 2541',
    'ระเบียบวิธีการงบประมาณ พ.ศ. 2541',
    'ปีงบประมาณ 2521',
    'ปีงบ 45',
    'ก่อตั้งปี 2580',
    // The end of another abbreviation.
    'ประธาน อบต.ค. 69',
    'อบต.ค.2568',
    '',
  ])('nothing in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('gives the words as they stand in the original', () => {
    const original = 'แผนปฏิบัติราชการ  ประจําปีงบประมาณ  พ.ศ. ๒๕๖๙ ของ…';
    const [mention] = findYears(normalise(original));
    expect(original.slice(mention!.from, mention!.to)).toBe('ประจําปีงบประมาณ  พ.ศ. ๒๕๖๙');
  });

  it('never overlaps, keeps order and window on anything', () => {
    const numbers = fc
      .array(
        fc.constantFrom(
          '2569',
          '69',
          '25',
          '20',
          '๖',
          '-',
          '/',
          ' ',
          'ปี',
          'พ.ศ.',
          'ต.ค.',
          'งบ',
          'ถึง',
          '(',
          ')',
          '.',
          ',',
          '2026',
          '|',
          'มีนาคม',
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(numbers, hostileText), (text) => {
        let end = 0;
        for (const mention of findYears(normalise(text))) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
          expect(mention.last ?? mention.year).toBeGreaterThanOrEqual(2530);
          expect(mention.year).toBeLessThanOrEqual(2575);
          if (mention.kind === 'range') expect(mention.last!).toBeGreaterThan(mention.year);
          else expect(mention.last).toBeUndefined();
          expect(text.slice(mention.from, mention.to)).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['digits', '2569'.repeat(100_000)],
    ['months', 'ต.ค.67-'.repeat(50_000)],
    ['markers', 'ปีงบประมาณ'.repeat(50_000)],
    ['laws', 'พระราชบัญญัติพ.ศ.2560 '.repeat(20_000)],
    ['spaces', `${'ปี 25 '.repeat(80_000)}`],
  ])('finishes on half a million characters: %s', (_name, text) => {
    expect(Array.isArray(findYears(normalise(text)))).toBe(true);
  });
});

describe('dominantYear', () => {
  const of = (text: string) => {
    const found = dominantYear(findYears(normalise(text)));
    return found && `${found.kind} ${found.year}`;
  };
  it.each([
    ['ณ วันที่ 1 ธันวาคม 2567 รายงานปี 2567 ประจำปีงบประมาณ 2568', 'fiscal 2568'],
    ['รายงานปี 2567 ณ วันที่ 1 ธันวาคม 2568 และ 2 ธันวาคม 2568', 'plain 2567'],
    ['ข้อมูล ณ วันที่ 1 ธันวาคม 2567', 'date 2568'],
    ['ปี 2566 เทียบปี 2567 และปี 2567', 'plain 2567'],
    ['ปี 2566 เทียบปี 2567', 'plain 2566'],
    ['แผน (พ.ศ. 2566-2570) ฉบับทบทวน พ.ศ. 2569 ตามระเบียบ พ.ศ. 2561', undefined],
    ['ไม่มีปี', undefined],
  ])('%s: %s', (text, year) => {
    expect(of(text)).toBe(year);
  });
});

describe('fiscalYearOf', () => {
  it.each([
    ['2026-11-23', 2570],
    ['2026-10-01', 2570],
    ['2026-09-30', 2569],
    ['2026-01-01T00:00:00Z', 2569],
  ])('%s is in %i', (date, year) => {
    expect(fiscalYearOf(date)).toBe(year);
  });
  it('wants an ISO date', () => {
    expect(() => fiscalYearOf('1/10/2026')).toThrow('not an ISO date');
  });
});

describe('yearsInFileName', () => {
  const of = (name: string): string[] =>
    yearsInFileName(name).map(({ kind, year, last }) => `${kind} ${year}${last === undefined ? '' : `-${last}`}`);
  it.each([
    ['plan67-22.pdf', ['plain 2567']],
    ['MOIT2-69-9.pdf', ['plain 2569']],
    ['moit1-1.1-68.pdf', ['plain 2568']],
    ['ita68.php', ['plain 2568']],
    ['plan_57.pdf', ['plain 2557']],
    ['แผน_2569.pdf', ['plain 2569']],
    ['%E0%B9%81%E0%B8%9C%E0%B8%99-69.pdf', ['plain 2569']],
    ['100%-69.pdf', ['plain 2569']],
    ['แผนงบ69 มี.ค.68.pdf', ['fiscal 2569', 'date 2568']],
    ['2566-2570.pdf', ['range 2566-2570']],
    ['20250331_plan.pdf', ['date 2568']],
    ['report_31032568.pdf', ['date 2568']],
    ['1699245832.pdf', []],
    ['file (2).pdf', []],
    ['strategic_gem_jewelry.pdf', []],
  ])('%s', (name, readings) => {
    expect(of(name)).toEqual(readings);
  });
});
