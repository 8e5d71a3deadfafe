import { expect, test } from 'vitest';
import { withDigits } from '../../src/text/spelled-numbers.ts';

test.each([
  ['มาจริงเจ็ดหมื่นหนึ่งพันสองร้อยสี่สิบคน', '71240'],
  ['ตั้งไว้สามสิบห้าแห่ง', '35'],
  ['ยี่สิบเอ็ดตัว', '21'],
  ['ทำได้เก้าเรื่อง', '9'],
  ['ร้อยละเจ็ดสิบแปด', '78'],
  ['ผ่านสิบสี่', '14'],
])('%s', (text, digits) => {
  expect(withDigits(text)).toContain(digits);
});

test.each(['สามารถทำได้', 'ความสามัคคี', 'ห้ามเข้า', 'เก้าอี้สองข้าง', 'พันธุ์ข้าว', 'ร้อยละ 40', 'แสนสบาย'])('%s stays', (text) => {
  expect(withDigits(text)).toBe(text);
});
