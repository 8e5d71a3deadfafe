import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapped, normalise, skeleton, sourceSpan } from '../../src/text/normal.ts';
import { cleanText, hostileText, spacedOut } from './thai-arbitraries.ts';

describe('normalise', () => {
  it.each([
    ['Thai digits', 'พ.ศ. ๒๕๖๙', 'พ.ศ.2569'],
    ['mixed digits', '๒๕๖3 ๒๕63', '2563 2563'],
    ['full width', 'ＩＴＡ２５６９', 'ita2569'],
    ['lower case', 'MOIT O10', 'moit o10'],
    ['white space next to Thai', 'รอบ 6 เดือน  (ต.ค. 67 – มี.ค. 68)', 'รอบ6เดือน(ต.ค.67 -มี.ค.68)'],
    ['white space between Latin words', ' Annual   Action\u00a0Plan ', 'annual action plan'],
    ['white space between figures', '12 34,567.00  89', '12 34,567.00 89'],
    ['inside brackets', 'plan ( 2569 ) [ pdf ]', 'plan (2569) [pdf]'],
    ['letter-spaced', 'พ .ศ. 2 5 6 1', 'พ.ศ.2561'],
    ['letter-spaced Thai', 'ค วา มเ ชื่อ ม่ัน', 'ความเชื่อมั่น'],
    ['figures that only look spaced', '1 2 3 4 5 6 7', '1 2 3 4 5 6 7'],
    ['do chada and to patak', 'ปฎิบัติ กฎหมาย', 'ปฏิบัติกฏหมาย'],
    ['quotes and dashes', '“แผน” ‘ก’ ก—ข', '"แผน" \'ก\'ก-ข'],
    ['paiyannoi', 'แผน ฯ ต่าง ๆ', 'แผนฯต่างๆ'],
    ['cell edges', 'งบประมาณ | เบิกจ่าย\tคงเหลือ', 'งบประมาณ|เบิกจ่าย|คงเหลือ'],
    ['empty cells', 'ก |  | ข', 'ก||ข'],
    ['line ends', '\nแผน \r\n\n งาน\n', 'แผน\nงาน'],
    ['padding', `แผน${'\u00a0'.repeat(40)}`, 'แผน'],
    ['misspellings', 'เว็ปไซต์ ประเมิณ ความพึ่งพอใจ', 'เว็บไซต์ประเมินความพึงพอใจ'],
    ['a slip of one letter inside a long word', 'งบปรมาณ โครการ ดำเนิงาน ประเมิลผล', 'งบประมาณโครงการดำเนินงานประเมิลผล'],
    ['words that only look like slips', 'ของประมาณการ ประเมินลูก ชมรมโคราช', 'ของประมาณการประเมินลูกชมรมโคราช'],
    ['misspellings that lack a letter', 'ยุทธศาตร์ ปรกาศเเผยแพร่', 'ยุทธศาสตร์ประกาศเผยแพร่'],
    ['marks on the next letter', 'ประเมนิ ผล กจิ กรรม ปญั หา/อปุ สรรค พน้ื ที่ ทอ้ งถน่ิ', 'ประเมินผลกิจกรรมปัญหา/อุปสรรคพื้นที่ท้องถิ่น'],
    ['marks of a year’s words', 'ประจาํ ปงี บประมาณ 2569 ปกี ารศึกษา 2568', 'ประจำปีงบประมาณ2569ปีการศึกษา2568'],
    ['spaces for marks', 'เบ กจ าย ก จกรรม ประจ าป งบประมาณ 2569', 'เบิกจ่ายกิจกรรมประจำปีงบประมาณ2569'],
    ['tones lost', 'รายจาย ของหนวยงาน เปาหมายไมแนนอน', 'รายจ่ายของหน่วยงานเป้าหมายไมแนนอน'],
    ['signs for marks', 'ร8อยละ 50 ส<งเสริม ขอ8เสนอแนะ ปKการศึกษา2569', 'ร้อยละ50ส่งเสริมข้อเสนอแนะปีการศึกษา2569'],
    ['a number behind a word is none', 'กลยุทธ์2569 ตัวชี้วัด3 ด้าน', 'กลยุทธ์2569ตัวชี้วัด3ด้าน'],
    [
      'words that are others without their marks',
      'ขอเสนอแนะ จดทำบัญชี สรุปงบประมาณ การคมนาคม ท้องถนน',
      'ขอเสนอแนะจดทำบัญชีสรุปงบประมาณการคมนาคมท้องถนน',
    ],
    ['a masked character cannot be forged', 'ก\u0001ข', 'ก\ufffdข'],
  ])('%s', (_name, original, text) => {
    expect(normalise(original).text).toBe(text);
  });

  it('is stable on clean text', () => {
    fc.assert(
      fc.property(cleanText, (original) => {
        const { text } = normalise(original);
        expect(normalise(text).text).toBe(text);
      }),
    );
  });

  it('says the same with and without a first look', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, spacedOut), (original) => {
        const n = normalise(original);
        const { text, offsets, damage } = mapped(original);
        expect([n.text, n.damage]).toEqual([text, damage]);
        expect(n.offsets).toEqual(offsets);
      }),
      { numRuns: 3000 },
    );
  });

  it('maps back, and keeps what quotes are cut from', () => {
    fc.assert(
      fc.property(hostileText, (original) => {
        const n = normalise(original);
        expect(n.original).toBe(original);
        expect(n.offsets.length).toBe(n.text.length + 1);
        expect(n.offsets[n.text.length]).toBe(original.length);
        expect(n.offsets.every((at, i) => i === 0 || at >= n.offsets[i - 1]!)).toBe(true);
        const s = skeleton(n);
        expect(s.offsets.length).toBe(s.text.length + 1);
        expect(s.offsets[s.text.length]).toBe(original.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives back the words of any span of clean text', () => {
    fc.assert(
      fc.property(cleanText, cleanText, cleanText, (before, middle, after) => {
        const n = normalise(`${before} | ${middle} | ${after}`);
        const start = normalise(before).text.length + 1;
        const [from, to] = sourceSpan(n, start, start + normalise(middle).text.length);
        expect(n.original.slice(from, to)).toBe(middle);
      }),
    );
  });
});

describe('sourceSpan', () => {
  it.each([
    ['decomposed', 'เรื่อง ประจําปี ใหม่', 'ประจำปี', 'ประจําปี'],
    ['trailing space', 'แผน  ปฏิบัติ  การ', 'แผน', 'แผน'],
    ['glyph codes', 'ก ที\uf70a ข', 'ที่', 'ที\uf70a'],
    ['zero-width', 'ก แผน\u200bงาน\u200b ข', 'แผนงาน', 'แผน\u200bงาน'],
    [
      'mojibake',
      `ก ${new TextDecoder('windows-1252').decode(new TextEncoder().encode('แผนงาน'))} ข`,
      'แผนงาน',
      'à¹\u0081à¸œà¸™à¸‡à¸²à¸™',
    ],
  ])('%s', (_name, original, sought, quote) => {
    const n = normalise(original);
    const start = n.text.indexOf(normalise(sought).text);
    const [from, to] = sourceSpan(n, start, start + normalise(sought).text.length);
    expect(original.slice(from, to)).toBe(quote);
  });
});

describe('skeleton', () => {
  it.each([
    ['ขออนุญาตนาเผยแพร่', 'ขออนุญาตนำเผยแพร่'],
    ['สำนกั งำนเขตพ้ืนท่ีกำรศกึ ษำ', 'สำนักงานเขตพื้นที่การศึกษา'],
    ['ปฏิบต\nั งิ าน', 'ปฏิบัติงาน'],
    ['ตัวชีว้ ด\nั', 'ตัวชี้วัด'],
    ['หลกั เกณฑแ์ ละวธิ กี ารบรหิ ารกจิ การบา้ นเมืองทด่ี ี', 'หลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี'],
    ['แผนปฏบิ ัตริ าชการประจาปี', 'แผนปฏิบัติราชการประจำปี'],
    ['การจ ดท าแผนการปฏ บ ต งาน', 'การจัดทำแผนการปฏิบัติงาน'],
    ['ใช่้', 'ใช้'],
    ['ก า ร ด า เ นิ น ง า น', 'การดำเนินงาน'],
    ['แผนปฎิบัติราชการ ๒๕๖๓', 'แผนปฏิบัติราชการ 2563'],
  ])('%s', (damaged, intended) => {
    expect(skeleton(normalise(damaged)).text).toBe(skeleton(normalise(intended)).text);
  });
});
