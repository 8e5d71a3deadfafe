// What is remembered across pages is bounded, and keeps no page in memory.
import { expect, test } from 'vitest';
import { flatCopy } from '../../src/extract/flat-copy.ts';
import { remembering } from '../../src/extract/remembering.ts';
import { generation, sharedIn } from '../../src/extract/shared-text.ts';

test('a question is asked once, until too many others were', () => {
  const asked: string[] = [];
  const length = remembering((text) => {
    asked.push(text);
    return text.length;
  }, 3);
  expect(['a', 'bb', 'a', 'bb', 'ccc'].map(length)).toEqual([1, 2, 1, 2, 3]);
  expect(asked).toEqual(['a', 'bb', 'ccc']);
  expect(['d', 'a'].map(length)).toEqual([1, 1]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'd', 'a']);
});

test('long strings are answered, and not remembered', () => {
  let asked = 0;
  const count = remembering(() => {
    asked += 1;
    return asked;
  });
  const long = 'ก'.repeat(1000);
  expect([count(long), count(long)]).toEqual([1, 2]);
});

test('texts stay what they are, whatever was met before', () => {
  for (let at = 0; at < generation * 3; at += 1) {
    const text = `เมนูที่ ${at} ของเว็บไซต์`;
    expect(sharedIn(at % 2 === 0 ? 'nav' : 'main', text)).toBe(text);
  }
  expect(sharedIn('footer', 'ติดต่อเรา โทร. 0 2123 4567')).toBe('ติดต่อเรา โทร. 0 2123 4567');
});

test('a copy is equal, empty and short ones, too', () => {
  for (const text of ['', 'a', 'กขค', 'x'.repeat(12), 'x'.repeat(13), '🙂'.repeat(20), `${'ก'.repeat(30)}a`]) {
    expect(flatCopy(` ${text} `.slice(1, -1))).toBe(text);
  }
});
