// explain --document: what was read out of a file on disk, in the language of the settings.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { explainDocument } from '../../src/commands/explain-document.ts';
import { UserError } from '../../src/errors.ts';
import { fakeTerminal } from './fake-terminal.ts';

const file = (name: string) => fileURLToPath(new URL(`../../fixtures/documents/${name}`, import.meta.url));

test('shows headings and rows of a spreadsheet', async () => {
  const terminal = fakeTerminal();
  expect(await explainDocument(file('table.xlsx'), { lang: 'en', ocr: 'never' }, terminal)).toBe(0);
  expect(terminal.out()).toContain('Kind: xlsx');
  expect(terminal.out()).toContain('── sheet table ──');
  expect(terminal.out()).toContain('‖ ที่ ‖ โครงการ/กิจกรรม ‖');
});

test('an unreadable document is an answer: its cause and what to do, in Thai', async () => {
  const terminal = fakeTerminal();
  expect(await explainDocument(file('user-password.pdf'), { lang: 'th', ocr: 'never' }, terminal)).toBe(0);
  expect(terminal.out()).toContain('อ่านไม่ได้: เอกสารต้องใช้รหัสผ่าน');
});

test('a file that is not there is the user’s mistake', async () => {
  await expect(explainDocument(file('no-such.pdf'), { ocr: 'never' }, fakeTerminal())).rejects.toBeInstanceOf(
    UserError,
  );
});
