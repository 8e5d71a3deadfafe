// Hostile and broken files end in typed results within bounds: the process lives, the next document is read as ever.
import { expect, test } from 'vitest';
import type { ExtractFailureCode } from '../../src/model/document.ts';
import { extractorForTest, fixture, notesOf, textOf } from './extractor-for-test.ts';
import { hostileFiles } from './hostile-files.ts';
import { book } from './raw-pdf.ts';

const { read, fail } = extractorForTest({ limits: { baseMs: 3_000, officeMs: 3_000, graceMs: 500 } });

/** What each must end in; any of several where it depends on which limit is met first. */
const failures: readonly (readonly [name: keyof typeof hostileFiles, codes: readonly ExtractFailureCode[]])[] = [
  ['flate-bomb.pdf', ['too-large', 'timed-out']],
  ['form-bomb.pdf', ['too-large', 'timed-out']],
  ['cyclic-tree.pdf', ['corrupt']],
  ['garbage.pdf', ['corrupt']],
  ['user-password.pdf', ['encrypted']],
  ['bomb.zip', ['too-large']],
  ['bomb.docx', ['too-large']],
  ['nested.zip', ['too-large']],
  ['cut-off.zip', ['corrupt']],
  ['deep.odt', ['corrupt']],
  ['deep.docx', ['corrupt']],
  ['deep.rtf', ['corrupt']],
  ['encrypted.docx', ['encrypted']],
  ['noise.doc', ['corrupt']],
  ['binary.bin', ['unsupported']],
  ['archive.rar', ['unsupported']],
  ['nothing.txt', ['empty']],
  ['white.txt', ['empty']],
];

test.each(failures)(
  '%s fails, and the next document is read',
  async (name, codes) => {
    expect(codes).toContain((await fail(await hostileFiles[name]())).code);
    expect(textOf(await read(fixture('chromium.pdf')))).toContain('โครงการพัฒนาแหล่งน้ำ');
  },
  40_000,
);

test('cut off in the middle: what is left is read, and the loss is told', async () => {
  const text = await read(await hostileFiles['truncated.pdf']());
  expect(notesOf(text)).toContain('file ends early');
  expect(textOf(text)).toContain('Page number 2 of');
});

test('588 pages are all read', async () => {
  const text = await read(await hostileFiles['book-588-pages.pdf']());
  expect([text.pageCount, text.pagesRead]).toEqual([588, 588]);
  expect(text.segments.at(-1)?.locator.page).toBe(588);
});

test('a sheet whose only other cell is XFD1048576', async () => {
  expect(textOf(await read(await hostileFiles['far-cell.xlsx']()))).toContain('โครงการ งบประมาณ');
});

test.each([
  ['html-named.pdf', 'html'],
  ['owner-password.pdf', 'pdf'],
  ['deep.html', 'html'],
] as const)('%s is what its bytes say', async (name, media) => {
  expect((await read(await hostileFiles[name](), 'plan.pdf')).media).toBe(media);
});

test('a document that takes too long is given up, and the worker replaced', async () => {
  const { read: readOn, fail: failSoon } = extractorForTest({ limits: { baseMs: 0, perPdfPageMs: 0, graceMs: 1 } });
  const big = book(1_500, () =>
    Array.from({ length: 40 }, (_, line) => `Line ${line} of a long page that takes its time`),
  );
  expect((await failSoon(big)).code).toBe('timed-out');
  expect(textOf(await readOn(Buffer.from('อ่านต่อได้')))).toBe('อ่านต่อได้');
}, 40_000);
