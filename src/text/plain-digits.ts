// Digits of Thai numerals.

/** Thai digits as Arabic ones; all else as it is. */
export const plainDigits = (text: string): string =>
  text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
