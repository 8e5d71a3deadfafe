// What a person is shown of a document: places, marks for headings and rows, notes, and what to do about a failure.
import { expect, test } from 'vitest';
import { describeExtraction } from '../../src/extract/describe-extraction.ts';
import { extractFailures } from '../../src/extract/failures.ts';
import { extractorForTest, fixture } from './extractor-for-test.ts';

const { read, fail } = extractorForTest();

test('a PDF, page by page', async () => {
  const lines = describeExtraction({ ok: true, text: await read(fixture('chromium.pdf')) }, 'en');
  expect(lines.slice(0, 5)).toEqual([
    'Kind: pdf',
    'Title in the file: แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2570',
    'Pages read: 1 / 1',
    'Text: text of the document',
    'Found: 4 headings, 3 paragraphs and items, 6 table rows',
  ]);
  expect(lines).toContain('── page 1 ──');
  expect(lines).toContain('# แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2570');
  expect(lines).toContain('‖ ที่ ‖ โครงการ/กิจกรรม ‖ ผู้รับผิดชอบ ‖ งบประมาณ (บาท) ‖ เบิกจ่าย (บาท) ‖ สถานะ');
  expect(lines).toContain('| รวม |  |  | 2,094,900 | 1,427,350.75 | ');
});

test('damage and slides in Thai', async () => {
  const cairo = describeExtraction({ ok: true, text: await read(fixture('cairo.pdf')) }, 'th');
  expect(cairo.some((line) => line.startsWith('ข้อสังเกต: '))).toBe(true);
  expect(describeExtraction({ ok: true, text: await read(fixture('slides.pptx')) }, 'th')).toContain('── สไลด์ 2 ──');
});

test('a failure with its cause and remedy', async () => {
  const failure = await fail(fixture('user-password.pdf'));
  expect(describeExtraction({ ok: false, failure }, 'en')).toEqual([
    'Kind: pdf',
    'Not readable: The document needs a password. (encrypted: a password is needed to open it)',
    'What to do: Publish a copy that opens without a password.',
  ]);
});

test('every failure has texts in both languages', () => {
  for (const { cause, remedy } of Object.values(extractFailures)) {
    for (const { th, en } of [cause, remedy]) {
      expect(th).toMatch(/[\u0e01-\u0e5b]{5}/);
      expect(en).toMatch(/^[A-Z].*\.$/);
    }
  }
});
