// Where a text (a label, a heading) really begins and ends: after numbering, bullets, icons and item codes, before closing
// signs, counters, sizes and file extensions. Works on the match form; internal to phrase.ts.

/** A text that may know its edges already. */
export interface EdgedText {
  readonly text: string;
  starts: readonly number[] | undefined;
  ends: readonly number[] | undefined;
}

const ornament =
  /[\s\-.,:;!?()[\]{}"'…·•*#|/\\_=~+<>»«›‹\u2010-\u205e\u20e3\u2100-\u2bff\u3000-\u303f\ufe0f\ue000-\uf8ff\u{1f000}-\u{1faff}]+/uy;
const numbering =
  /(?:(?:o|oit|moit|ebit|eb|ita|eit|iit|lpa|ข้อ(?:ที่)?|ลำดับ(?:ที่)?|ตัวชี้วัด(?:ที่)?|หมวด(?:ที่)?|ส่วนที่|บทที่|ตอนที่|เรื่องที่|รายการที่|เอกสารหมายเลข)[ .:-]{0,2})?\d{1,3}(?:[.-]\d{1,2}){0,4}(?![\d]|[.,]\d)|[ก-ฮa-z](?=[.)])|เรื่อง(?=[: "])/y;

/** Indices at which the text may be said to begin, ascending; the first is 0. */
export function startEdges(text: string): readonly number[] {
  const edges = [0];
  let at = 0;
  for (let step = 0; step < 8; step++) {
    const expression = step % 2 === 0 ? ornament : numbering;
    expression.lastIndex = at;
    const end = expression.exec(text) ? expression.lastIndex : at;
    if (end > at) edges.push(end);
    else if (step % 2 === 1) break;
    at = end;
  }
  return edges;
}

const closing =
  /(?:[\s\-.,:;!?()[\]{}"'…·•*|/_~<>»›\u2010-\u205e\u2100-\u2bff\ufe0f\ue000-\uf8ff\u{1f000}-\u{1faff}]{1,12}|(?<=[.([ ])(?:pdf|docx?|xlsx?|pptx?|odt|ods|zip|rar|csv|jpe?g|png|html?|php|aspx?|jsp)|\d{1,4}(?:[.,]\d{1,3})? ?(?:[kmg]b|kbytes?|bytes?|กิโลไบต์|เมกะไบต์)|(?:อ่าน|เข้าชม|ดาวน์โหลด|เปิดดู|hits?|views?|downloads?)?:?(?<!\d)\d{1,6}(?:ครั้ง|views?|hits?|downloads?)|ขนาด(?:ไฟล์)?|ไม่จำกัด)$/u;
const longestTail = 120;

/** Indices at which the text may be said to end, descending; the first is its length. */
export function endEdges(text: string): readonly number[] {
  const edges = [text.length];
  const base = Math.max(0, text.length - longestTail);
  let tail = text.slice(base);
  for (let step = 0; step < 10; step++) {
    // Counters count in brackets only, so these come first.
    const match = bracketed.exec(tail) ?? closing.exec(tail);
    if (!match || match[0] === '') break;
    tail = tail.slice(0, match.index);
    if (tail === '') break;
    edges.push(base + tail.length);
  }
  return edges;
}

const bracketed = /\((?:ไม่จำกัด|\d{1,3}|ไฟล์|คลิก(?:ที่นี่)?|ดาวน์โหลด|click|new|ใหม่)\)$/;
