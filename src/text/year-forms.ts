// Regular-expression sources for years as Thai offices write them, over the match form. Shared by phrase.ts ({year},
// {range}, {n}) and fiscal-year.ts. Every part that could be dropped by skeleton() is grouped before a quantifier.

/** พ.ศ. and ค.ศ. with lost or doubled full stops (พศ, พ.ศ.., พ..ศ.). */
export const era = '(?:[พค]\\.{0,2}ศ\\.{0,2}|b\\.?e\\.?|a\\.?d\\.?)';
/** Words before a year that make it a fiscal year; ปี is not among them. */
export const fiscalMarker =
  '(?:(?:ประจำ)?(?:ปี)?งบประมาณ(?:รายจ่าย)?(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?|(?:ประจำ)?(?:ปี)?งปม\\.?|(?:ประจำ)?(?:ปี)?งบ(?:ปี)?ฯ?|fiscal ?years?|f\\.?y\\.?)';
export const academicMarker = '(?:(?:ประจำ)?(?:ปี)?การศึกษา|academic ?years?)';
const plainMarker = '(?:ประจำปี|ปี|years?)';
const marker = `(?:${fiscalMarker}|${academicMarker}|${plainMarker})`;

const fourDigits = '(?:25\\d\\d|20\\d\\d)';
/** A year in two digits must be near enough to today not to be a count. */
const twoDigits = '[5-7]\\d';
const rangeSign = ' ?(?:-{1,2}|~|ถึง) ?';
const rangeEnd = `(?:ปี)?${era}? ?(?:[23]5\\d\\d|20\\d\\d|[5-9]\\d)(?!\\d)`;

/** One year: `2569`, `พ.ศ. 2569`, `ปีงบประมาณ พ.ศ. 2569`, `ปี 69` … and not the beginning of a range. */
export const yearSource =
  `(?:(?:${marker} ?)?(?:${era} ?)?(?<![\\d,])${fourDigits}(?!\\d|[,.]\\d)` +
  `|(?:${marker} ?${era}?|${era}) ?'?${twoDigits}(?!\\d|[,.]\\d)` +
  `|(?<=ปี|งบประมาณ|การศึกษา|งบ|ศ\\.|fy|fy )${twoDigits}(?!\\d|[,.]\\d))` +
  `(?!${rangeSign}${rangeEnd})`;

/** A range of years: `2566-2570`, `พ.ศ. 2566 ถึง พ.ศ. 2570`, `2566-70`, `66-70`. */
export const rangeSource =
  `(?:(?:${marker} ?)?(?:${era} ?)?(?<!\\d)${fourDigits}${rangeSign}${rangeEnd}` +
  `|(?:(?:${marker} ?)?(?:${era} ?)?)(?<![\\d-])${twoDigits}${rangeSign}(?:ปี)?[5-9]\\d(?![\\d-]))`;

/** A count: one to three digits, or its Thai word. */
export const countSource =
  '(?:(?<!\\d)\\d{1,3}(?!\\d)|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|(?:ยี่|สาม|สี่|ห้า)?สิบ(?:เอ็ด|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)?)';
/** In the skeleton the short number words are too short to mean anything. */
export const countSkeletonSource = '(?:(?<!\\d)\\d{1,3}(?!\\d)|หนง|สอง|สาม|เจด|แปด|เกา|สบเอด)';
