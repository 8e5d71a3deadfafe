import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/text/normal.ts';
import { compilePhrases, findPhrases, maskPhrases } from '../../src/text/phrase.ts';
import { newPhraseIndex } from '../../src/text/phrase-index.ts';
import { cleanText, hostileText, spacedOut, words } from './thai-arbitraries.ts';

const one = (phrase: string) => compilePhrases([{ phrase, value: phrase }]);

/** What a phrase matches in an original text, as quotes. */
function found(phrase: string, original: string): string[] {
  return findPhrases(one(phrase), normalise(original)).map(({ from, to }) => original.slice(from, to));
}

describe('a phrase matches', () => {
  it.each([
    ['white space never matters next to Thai', 'แผน ปฏิบัติ ราชการ', 'แผนปฏิบัติ  ราชการ', ['แผนปฏิบัติ  ราชการ']],
    ['light joints where the phrase has a space', 'กำกับ ติดตาม', 'กำกับ, ติดตาม', ['กำกับ, ติดตาม']],
    [
      'ฯ where the phrase has a space',
      'การดำเนินงาน รอบ 6 เดือน',
      'การดำเนินงานฯ รอบ ๖ เดือน',
      ['การดำเนินงานฯ รอบ ๖ เดือน'],
    ],
    ['optional parts', 'แผน(การ)ดำเนินงาน', 'แผนดำเนินงาน แผนการดำเนินงาน', ['แผนดำเนินงาน', 'แผนการดำเนินงาน']],
    ['the longest alternative', 'แผน{งาน|งานหลัก}', 'แผนงานหลัก', ['แผนงานหลัก']],
    ['nested groups', '{รายงาน(ผล)|สรุป{ผล|ความ}}การ', 'รายงานผลการ สรุปความการ', ['รายงานผลการ', 'สรุปความการ']],
    ['an empty alternative', 'แผน{ใหญ่|}จังหวัด', 'แผนจังหวัด', ['แผนจังหวัด']],
    [
      'counts',
      'ระยะ {n} ปี',
      'ระยะ 5 ปี ระยะ ๑๐ ปี ระยะห้าปี ระยะยี่สิบปี ระยะ 2569 ปี',
      ['ระยะ 5 ปี', 'ระยะ ๑๐ ปี', 'ระยะห้าปี', 'ระยะยี่สิบปี'],
    ],
    [
      'years',
      'แผน {year}',
      'แผน 2569, แผนปี 69, แผน ปีงบประมาณ พ.ศ. ๒๕๖๙, แผน 2026',
      ['แผน 2569', 'แผนปี 69', 'แผน ปีงบประมาณ พ.ศ. ๒๕๖๙', 'แผน 2026'],
    ],
    ['no year where a range begins', 'แผน {year}', 'แผน 2566-2570 แผน พ.ศ. 2566 ถึง 2570', []],
    ['no year in a long figure', 'แผน {year}', 'แผน 25691 แผน 2,569', []],
    ['two digits after a word of the phrase', 'ประจำปี {year}', 'ประจำปี 69', ['ประจำปี 69']],
    [
      'ranges',
      'แผน {range}',
      'แผน 2566-2570 แผน (พ.ศ. ๒๕๖๖ – ๒๕๗๐) แผน 2566 ถึง 2570 แผน 66-70',
      ['แผน 2566-2570', 'แผน (พ.ศ. ๒๕๖๖ – ๒๕๗๐', 'แผน 2566 ถึง 2570', 'แผน 66-70'],
    ],
    ['gaps', 'คำสั่ง…เว็บไซต์', 'คำสั่งเรื่องการเผยแพร่บนเว็บไซต์', ['คำสั่งเรื่องการเผยแพร่บนเว็บไซต์']],
    ['no gap across cells', 'งบประมาณ…เบิกจ่าย', 'งบประมาณ | เบิกจ่าย', []],
    ['no gap across lines', 'งบประมาณ…เบิกจ่าย', 'งบประมาณ\nเบิกจ่าย', []],
    ['no gap over 40 characters', 'งบประมาณ…เบิกจ่าย', `งบประมาณ${'ก'.repeat(41)}เบิกจ่าย`, []],
    ['no words across cells', 'แผนงาน', 'แผน | งาน', []],
    [
      'Latin words whole',
      'action plan',
      'Action Plans, ACTION  PLAN, action-plan, ActionPlan, reaction plan',
      ['ACTION  PLAN', 'action-plan', 'ActionPlan'],
    ],
    ['figures whole', 'O1', 'O1 O10 O11', ['O1']],
    ['Thai clusters whole', 'ผลการ', 'เผลการ ผลการ์ด ผลการ', ['ผลการ']],
    ['decomposed text', 'ประจำปี', 'รายงานประจําปี', ['ประจําปี']],
    ['escaped signs', 'ผล \\(ร้อยละ\\)', 'ผล (ร้อยละ)', ['ผล (ร้อยละ)']],
  ])('%s', (_name, phrase, text, quotes) => {
    expect(found(phrase, text)).toEqual(quotes);
  });

  it.each([
    ['แผนงาน', true],
    ['📊 แผนงาน', true],
    ['2.1) แผนงาน', true],
    ['๑. แผนงาน', true],
    ['- แผนงาน', true],
    ['> แผนงาน »', true],
    ['O10 แผนงาน', true],
    ['ข้อ 3 : แผนงาน', true],
    ['ก. แผนงาน', true],
    ['แผนงาน.pdf', true],
    ['แผนงาน (1.2 MB)', true],
    ['แผนงาน (ไม่จำกัด)', true],
    ['แผนงาน (12)', true],
    ['แผนงาน [PDF] …', true],
    ['แผนงาน อ่าน 123 ครั้ง', true],
    ['กองแผนงาน', false],
    ['แผนงานโครงการ', false],
    ['2569 แผนงาน', false],
    ['แผนงาน 2569', false],
    ['แผนงาน (พ.ศ. 2566-2570)', false],
  ])('^…$ in %s: %s', (text, matches) => {
    expect(found('^แผนงาน$', text).length > 0).toBe(matches);
  });

  it('^ and $ alone', () => {
    expect(found('^แผน', '1. แผนงานแผน')).toEqual(['แผน']);
    expect(found('แผน$', 'แผนงานแผน.')).toEqual(['แผน']);
  });
});

describe('a malformed phrase names the place', () => {
  it.each([
    ['แผน(', '"(" is never closed at character 4 of the phrase "แผน("'],
    ['{ก|ข', '"{" is never closed at character 1'],
    ['ก)', '")" without its opening bracket at character 2'],
    ['ก|ข', 'at character 2'],
    ['ก^', 'at character 2'],
    ['', 'could match nothing'],
    ['(แผน)', 'could match nothing'],
    ['…', 'could match nothing'],
    ['{ก|}', 'could match nothing'],
    ['ก…ข…ค…ง…จ', 'more than 3 gaps'],
  ])('%s', (phrase, message) => {
    expect(() => one(phrase)).toThrow(message);
  });
});

describe('the skeleton pass', () => {
  const damagedTitle = 'ตาม หลกั เกณฑแ์ ละวธิ กี ารบรหิ ารกจิ การบา้ นเมืองทด่ี ี พ.ศ.';
  it('finds long phrases in damaged text, and says so', () => {
    const original = damagedTitle;
    const [match] = findPhrases(one('หลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี'), normalise(original));
    expect(match).toMatchObject({ damaged: true });
    expect(original.slice(match!.from, match!.to)).toBe('หลกั เกณฑแ์ ละวธิ กี ารบรหิ ารกจิ การบา้ นเมืองทด่ี ี');
  });
  it('does not look up short phrases', () => {
    expect(found('คำสั่ง', 'คาสงวน')).toEqual([]);
    expect(found('พันธกิจ', 'พนั ธกจิ ')).toEqual([]);
  });
  it('does not run for a phrase the match form holds', () => {
    const matches = findPhrases(one('แผนจัดการเรียนรู้'), normalise('แผนจัดการเรียนรู้ แผนจ ดการเร ยนร '));
    expect(matches.map(({ damaged }) => damaged)).toEqual([false]);
  });
  it('takes long alternatives of short phrases', () => {
    expect(found('แผน{งาน|จัดการเรียนรู้}', 'แผนจ ดการเร ยนร ')).toEqual(['แผนจ ดการเร ยนร']);
  });
  // Marks get lost; a vowel that the phrase does not end in makes another word.
  it.each([
    ['ends in another vowel', 'ตามแผนปฏิบัติการครู', 'ผลงานตามแผนปฏิบัติการ ครึ่งปีแรก 2569', false],
    ['ends in its own', 'ตามแผนปฏิบัติการครู', 'ผลงานตามแผนปฏบัติการครู', true],
    ['lost the last', 'ตามแผนปฏิบัติการครู', 'ผลงานตามแผนปฏบัติการคร', true],
    ['has one where the phrase has none', 'แผนพัฒนาบุคลากรคน', 'แผนพฒนาบุคลากรคนี', false],
    ['has a tone where the phrase has none', 'แผนพัฒนาบุคลากรคน', 'แผนพฒนาบุคลากรคน่', true],
    ['ends in one of the alternatives', 'ตามแผนปฏิบัติการ{ครู|คริ}', 'ตามแผนปฏบัติการคริ', true],
    ['ends in none of the alternatives', 'ตามแผนปฏิบัติการ{ครู|คริ}', 'ตามแผนปฏบัติการครึ', false],
    ['ends before what is optional', 'ตามแผนปฏิบัติการครู(ใหญ่)', 'ตามแผนปฏบัติการครึ', false],
    ['ends in its own before what is optional', 'ตามแผนปฏิบัติการครู(ใหญ่)', 'ตามแผนปฏบัติการครู', true],
    ['ends in what is optional', 'ตามแผนปฏิบัติการครู(ดี)', 'ตามแผนปฏบัติการครูดี', true],
    ['ends in a count, whose vowels are its own', 'ตามแผนปฏิบัติการรอบที่ {n}', 'ตามแผนปฏบัติการรอบที่หนึ่ง', true],
    ['ends in a gap, of which nothing is known', 'ตามแผนปฏิบัติการครู…', 'ตามแผนปฏบัติการครึ', true],
    ['ends in a year', 'ตามแผนปฏิบัติการ {year}', 'ตามแผนปฏบัติการ 2569', true],
    ['goes over a gap before its end', 'แผนปฏิบัติราชการ…ครู', 'แผนปฏบัติราชการของครึ', false],
  ])('a match that %s', (_name, phrase, text, matches) => {
    expect(found(phrase, text).length > 0).toBe(matches);
  });
});

describe('findPhrases', () => {
  it('sorts by place, the longest first', () => {
    const set = compilePhrases(
      ['ราชการ', 'แผน', 'แผนปฏิบัติ', 'แผนปฏิบัติราชการ'].map((phrase, value) => ({ phrase, value })),
    );
    expect(findPhrases(set, normalise('แผนปฏิบัติราชการ')).map(({ value }) => value)).toEqual([3, 2, 1, 0]);
  });

  it('agrees with a plain search over any clean text', () => {
    const phrases = words.filter((word) => /^[ก-์]+$/.test(word) && word.length > 3);
    const set = compilePhrases(phrases.map((phrase) => ({ phrase, value: phrase })));
    fc.assert(
      fc.property(cleanText, (original) => {
        const n = normalise(original);
        const matched = new Set(
          findPhrases(set, n)
            .filter(({ damaged }) => !damaged)
            .map(({ value }) => value),
        );
        for (const phrase of phrases) {
          const form = normalise(phrase).text;
          const at = n.text.indexOf(form);
          if (matched.has(phrase)) expect(at).toBeGreaterThanOrEqual(0);
          // Only a cluster that goes on, or a leading vowel before it, hides a word.
          else if (at >= 0) expect(n.text).toMatch(new RegExp(`[เ-ไ]${form}|${form}[\u0e30-\u0e3a\u0e47-\u0e4e]`));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives spans inside the text on anything', () => {
    const set = compilePhrases(
      ['แ{ก|ข}…น', '^ก$', 'ก {year}', '{range}', '{n} ปี', 'ปี(งบ) {year}', 'azz', 'กา(น) ท'].map((phrase) => ({
        phrase,
        value: 0,
      })),
    );
    fc.assert(
      fc.property(hostileText, (original) => {
        const n = normalise(original);
        for (const { start, end, from, to } of findPhrases(set, n)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(n.text.length);
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(original.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['ก…ข…ค', 'กข'.repeat(100_000)],
    ['ก(ข)(ข)(ข)ค', 'กขข'.repeat(80_000)],
    ['{year}', '2569-'.repeat(50_000)],
    ['แผน…{range}', 'แผน 25'.repeat(40_000)],
    ['^ก$', `${'('.repeat(300_000)}ก${')'.repeat(300_000)}`],
  ])('finishes on hundreds of thousands of characters: %s', (phrase, text) => {
    expect(Array.isArray(findPhrases(one(phrase), normalise(text)))).toBe(true);
  });
});

describe('maskPhrases', () => {
  it('masks the longest first, character for character, and hides it from phrases and gaps', () => {
    const original = 'รายงาน แผนปฏิบัติการ ป้องกันการทุจริต รอบ 6 เดือน และแผนปฏิบัติการ';
    const n = normalise(original);
    const set = compilePhrases(['แผนปฏิบัติการป้องกันการทุจริต', 'การทุจริต'].map((phrase) => ({ phrase, value: phrase })));
    const { text, masked } = maskPhrases(set, n);
    expect(masked.map(({ value }) => value)).toEqual(['แผนปฏิบัติการป้องกันการทุจริต']);
    expect(text.text.length).toBe(n.text.length);
    expect(text.text).toBe(`รายงาน${'\u0001'.repeat(29)}รอบ6เดือนและแผนปฏิบัติการ`);
    expect(findPhrases(one('รายงาน…รอบ 6 เดือน'), text)).toEqual([]);
    const [rest] = findPhrases(one('แผนปฏิบัติการ'), text);
    expect(original.slice(rest!.from)).toBe('แผนปฏิบัติการ');
  });
  it('masks damaged look-alikes too', () => {
    const { text } = maskPhrases(one('แผนปฏิบัติการป้องกันการทุจริต'), normalise('แผนปฏบิ ัติการปอ้ งกันการทุจริต'));
    expect(text.text).toMatch(/^\u0001+$/);
  });
  it('is the same object when nothing is masked', () => {
    const n = normalise('แผนปฏิบัติการ');
    expect(maskPhrases(one('แผนที่'), n).text).toBe(n);
  });
});

describe('sets that share an index', () => {
  const sets = [
    ['แผน{year}', 'แผน(การ)ปฏิบัติราชการ', 'โครงการ…ประจำปี', '^{n}$', '^งบประมาณ$', 'ระยะ {n} ปี'],
    words.map((word) => `${word}`),
    words.map((word, i) => `${word} ${words[(i * 7 + 3) % words.length]}`),
    ['{ดำเนินงาน|ดำเนินการ|กำกับ(ติดตาม)}', '{year}', 'คำสั่ง', 'a'],
  ].map((phrases) => phrases.map((phrase) => ({ phrase, value: phrase })));
  const index = newPhraseIndex(true);
  const shared = sets.map((entries) => compilePhrases(entries, index));
  const alone = sets.map((entries) => compilePhrases(entries));
  const texts = fc.oneof(cleanText, hostileText, spacedOut, fc.constantFrom('', '5', 'งบประมาณ', 'แผนปี 69'));

  it('find what each finds alone, as often as they are asked', () => {
    fc.assert(
      fc.property(texts, (original) => {
        const n = normalise(original);
        for (const [i, set] of shared.entries()) {
          const matches = findPhrases(alone[i]!, normalise(original));
          expect(findPhrases(set, n)).toEqual(matches);
          expect(findPhrases(set, n)).toEqual(matches);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('are complete before the first text', () => {
    findPhrases(shared[0]!, normalise('แผน'));
    expect(() => compilePhrases([{ phrase: 'งาน', value: 1 }], index)).toThrow('an index that was used');
  });

  it.each([
    ['a phrase without end', 'แผนปฏิบัติราชการ'.repeat(20_000)],
    ['years', '2569 '.repeat(70_000)],
    ['marks', `ก${'่'.repeat(400_000)}`],
    ['beginnings', 'ปฏิบัติราชกา'.repeat(30_000)],
  ])('finish on hundreds of thousands of characters: %s', (_name, original) => {
    const n = normalise(original);
    for (const set of shared.slice(1)) findPhrases(set, n);
  });
});
