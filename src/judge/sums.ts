// Figures that may be money: seen before a text is read for more. Pure.

const digit = '[\\d๐-๙]';
/** With thousands or satang set off, in words (1.2 ล้าน, 90 บาท), or of three digits and more that are no year; Arabic or Thai digits. */
const sum = `${digit}\\s*(?:ล้าน|แสน|หมื่น|พัน|บาท|฿|million|baht)|${digit},${digit}{3}|${digit}\\.${digit}{2}(?!${digit})|(?<!${digit})(?!(?:[2๒][45๔๕]|[2๒][0๐]|[1๑][9๙])${digit}{2}(?!${digit}))${digit}{3,}`;
const eachSum = new RegExp(sum, 'gu');

/** How many, up to `most`. */
export function countSums(text: string, most: number): number {
  let count = 0;
  for (const _ of text.matchAll(eachSum)) if (++count >= most) break;
  return count;
}
