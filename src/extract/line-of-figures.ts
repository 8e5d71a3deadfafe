// Whether a line is a row of figures (รวม 684,400 325,950 47.63) rather than words: such a line heads nothing, however it is set.

const figure = /^[([]?[0-9๐-๙][0-9๐-๙,.]*(?:%|\.-)?[)\]]?$|^[-–—]$/u;

/** Thousands or hundredths: no year, date or number of a part. */
const money = /[0-9๐-๙],[0-9๐-๙]{3}(?![0-9๐-๙])|\.[0-9๐-๙]{2}(?![0-9๐-๙.])/u;

/** At least two figures, and half the words or more, some of them such as money is told in. */
export function isLineOfFigures(text: string): boolean {
  let figures = 0;
  let words = 0;
  for (const word of text.split(/\s+/u)) {
    if (word === '') continue;
    words += 1;
    if (figure.test(word)) figures += 1;
  }
  return figures >= 2 && figures * 2 >= words && money.test(text);
}
