import { expect, it } from 'vitest';
import { shareStrings } from '../../src/store/share-strings.ts';

it('says the same as before, whatever stands in it', () => {
  const value = () => ({ a: ['x', 1, null, { b: 'x', c: [] }], d: true, e: 'ข้อความเดียวกัน' });
  const share = shareStrings();
  expect(share(value())).toEqual(value());
  expect(share(value())).toEqual(value());
  expect(share('x')).toBe('x');
  expect(share(null)).toBeNull();
});
