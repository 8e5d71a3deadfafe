// Pasted requirement text, told from an agency's answer in the same words.
import { expect, test } from 'vitest';
import { echoSegments } from '../../src/judge/echo.ts';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import type { Segment } from '../../src/model/document.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);

/** Which of these paragraphs are pasted requirement text. */
function pasted(...texts: string[]): boolean[] {
  const segments = texts.map((text): Segment => ({ text, kind: 'paragraph', region: 'main', locator: {} }));
  const echo = echoSegments(lexicon, segments, new Set());
  return texts.map((_, index) => echo.has(index));
}

test.each([
  'ปัญหา อุปสรรค และข้อเสนอแนะ : ไม่มีปัญหา อุปสรรค และข้อเสนอแนะ',
  'ปัญหา อุปสรรค และข้อเสนอแนะ ในการดำเนินงาน : ไม่พบปัญหา อุปสรรค และข้อเสนอแนะ',
])('an answer that there are none is the agency’s: %s', (text) => {
  expect(pasted(text)).toEqual([false]);
});

test.each([
  '(หากไม่มี ปัญหา อุปสรรค และข้อเสนอแนะ ให้เขียนบอกว่า "ไม่มีปัญหา อุปสรรค และข้อเสนอแนะ" ไว้ในรายงานผลการดำเนินงาน)',
  'กรณีไม่มี ปัญหา อุปสรรค และข้อเสนอแนะ ให้เขียนบอกว่า ไม่มีปัญหา อุปสรรค และข้อเสนอแนะ ไว้ในรายงานผลการดำเนินงาน',
])('what says to write so is the requirement: %s', (text) => {
  expect(pasted(text)).toEqual([true]);
});
