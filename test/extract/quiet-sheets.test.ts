// A library's remarks on a file are no message of the program's.
import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { documentLimits } from '../../src/extract/limits.ts';
import { readSheets } from '../../src/extract/read-sheets.ts';
import { quietly } from '../../src/model/quietly.ts';
import { readSheet } from '../../src/registry/read-sheet.ts';

const file = new URL('../../fixtures/reprinted-documents/files/rp-061.ods', import.meta.url);

test('an ODS of LibreOffice is read without a word on the console', async () => {
  const body = await readFile(file);
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    const read = await readSheets({ media: 'ods', body, url: 'about:blank', limits: documentLimits });
    expect(read.ok && read.text.segments.length).toBeGreaterThan(5);
    expect(readSheet('registry.ods', body).problems).not.toEqual([]);
    expect(said).not.toHaveBeenCalled();
  } finally {
    said.mockRestore();
  }
});

test('what others print later is heard, also after work that failed', () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => {});
  try {
    expect(() =>
      quietly(() => {
        console.warn('a remark');
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(said).not.toHaveBeenCalled();
    console.warn('a word');
    expect(said).toHaveBeenCalledExactlyOnceWith('a word');
  } finally {
    said.mockRestore();
  }
});
