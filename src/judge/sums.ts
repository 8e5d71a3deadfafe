// Figures that may be money: seen before a text is read for more. Pure.

const digit = '[\\d๐-๙]';
/** With thousands or satang set off, or of three digits and more that are no year; in Arabic or Thai digits. */
const sum = `${digit},${digit}{3}|${digit}\\.${digit}{2}(?!${digit})|(?<!${digit})(?!(?:[2๒][45๔๕]|[2๒][0๐]|[1๑][9๙])${digit}{2}(?!${digit}))${digit}{3,}`;
const eachSum = new RegExp(sum, 'gu');

/** How many, up to `most`. */
export function countSums(text: string, most: number): number {
  let count = 0;
  for (const _ of text.matchAll(eachSum)) if (++count >= most) break;
  return count;
}
