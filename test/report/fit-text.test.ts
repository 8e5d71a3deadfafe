import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, cutText, padText, textWidth, wrapText } from '../../src/report/fit-text.ts';

const thai = fc.string({
  unit: fc.constantFrom(...'กขคงนมยรลวสหอเแโไใะาิีึืุู่้๊๋์ำๆฯ๐๑ a9(")“”.,;:/'),
  maxLength: 60,
});

describe('padText', () => {
  it('fills by columns, not by characters', () => {
    expect(padText('ที่นี่', 5)).toBe('ที่นี่   ');
    expect(padText('น้ำ', 3)).toBe('น้ำ ');
    expect(padText('ปีงบประมาณ', 5)).toBe('ปีงบป…');
  });

  it('always has the width asked for', () => {
    fc.assert(
      fc.property(thai, fc.integer({ min: 2, max: 40 }), (text, width) => {
        expect(textWidth(padText(text, width))).toBe(width);
      }),
    );
  });
});

describe('cutText', () => {
  it('never parts a letter from its marks', () => {
    expect(cutText('ผู้ใหญ่บ้าน', 4)).toBe('ผู้ให…');
    expect(cutText('กำแพง', 2)).toBe('…');
  });
});

describe('wrapText', () => {
  it('breaks between Thai words and keeps URLs whole where they fit', () => {
    expect(wrapText('แผนปฏิบัติราชการประจำปี', 12)).toEqual(['แผนปฏิบัติ', 'ราชการประจำปี']);
    expect(wrapText('ดูที่ https://a.go.th/x-y', 20)).toEqual(['ดูที่', 'https://a.go.th/x-y']);
    expect(wrapText('https://a.go.th/0123456789', 10)).toEqual(['https://a.', 'go.th/0123', '456789']);
  });

  it('loses no letter and keeps within the width', () => {
    fc.assert(
      fc.property(thai, fc.integer({ min: 4, max: 40 }), (text, width) => {
        const lines = wrapText(text, width);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

it('cleanText leaves one harmless line', () => {
  expect(cleanText(' a\u001b]0;title\u0007\r\nb\u202e\u0000c\u2028d ')).toBe('a ]0;title b c d');
});
