import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutQuote } from '../../src/text/cut-quote.ts';
import { cleanText, hostileText } from './thai-arbitraries.ts';

const text =
  'คณะกรรมการกำกับติดตามการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ของสำนักงานเกษตรจังหวัดภูเก็ต ประกอบด้วยบุคคลต่อไปนี้';
const plan = text.indexOf('แผนปฏิบัติ');

describe('cutQuote', () => {
  it('keeps short texts whole', () => {
    expect(cutQuote('แผนปฏิบัติราชการ  ปี 2569 ', 0, 16)).toBe('แผนปฏิบัติราชการ ปี 2569');
  });
  it('cuts between words and says so', () => {
    expect(cutQuote(text, plan, plan + 16, 20)).toBe('…ติดตามการดำเนินงานตามแผนปฏิบัติราชการประจำปีงบประมาณ…');
  });
  it('cuts at a space where there is one near', () => {
    expect(cutQuote('aaaa bbbb cccc dddd eeee ffff', 10, 14, 7)).toBe('…bbbb cccc dddd…');
  });

  it('holds the match, and splits no cluster and no surrogate pair', () => {
    fc.assert(
      fc.property(
        fc.oneof(cleanText, hostileText),
        fc.nat(80),
        fc.nat(30),
        fc.nat(30),
        (original, a, length, around) => {
          const start = Math.min(a, original.length);
          const end = Math.min(start + length, original.length);
          const quote = cutQuote(original, start, end, around);
          const squeezed = (s: string): string => s.replace(/\s+/g, ' ').trim();
          expect(quote).toContain(squeezed(original.slice(start, end)));
          const body = quote.replace(/^…|…$/g, '');
          expect(squeezed(original)).toContain(body.replace(/^…|…$/g, ''));
          expect(quote.length).toBeLessThanOrEqual(end - start + 2 * (around + 24) + 2);
          if (original.isWellFormed()) expect(quote.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('never leaves a mark or a following vowel alone at the edge of clean text', () => {
    fc.assert(
      fc.property(cleanText, fc.nat(60), fc.nat(20), (original, a, around) => {
        const start = Math.min(a, original.length);
        const quote = cutQuote(original, start, start, around);
        expect(quote).not.toMatch(/^…[ะ-ฺๅ็-๎]/);
        expect(quote).not.toMatch(/[เ-ไ]…$/);
      }),
      { numRuns: 1500 },
    );
  });
});
