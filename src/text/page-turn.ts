// Labels that turn the pages of a list, and labels of one kind: told by what they are but for their numbers. Pure.

const monthNames =
  /(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)(?:คม|ยน|พันธ์)?|(?:ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค)\.|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/g;

/** Labels that differ only in numbers and months are of one kind: `หน้า 3`, `ธันวาคม 2569`, `ถัดไป`. */
export const labelKind = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(monthNames, 'm')
    .replace(/[\d๐-๙]+/g, '0')
    .replace(/\s+/g, '');

/** Does a label turn the page of a list: a number, `ถัดไป`, `»`? */
export function isPageTurn(label: string): boolean {
  if (label.length > longestTurn || !mayTurn.test(label)) return false;
  return /^(?:(?:หน้า|page)?0|(?:หน้า)?(?:ถัดไป|ต่อไป)|next(?:page)?|older(?:posts)?|[>›»→]+)[>›»→]*$/.test(
    labelKind(label),
  );
}
const longestTurn = 24;
/** Asked of every link of a page: most begin with something else. */
const mayTurn = /^\s*(?:[\d๐-๙>›»→]|หน้า|page|next|older|ถัดไป|ต่อไป)/iu;
