// Tells an answer in which a server, a script or a database speaks of its own failure, or a sign-in form stands in the page's place,
// under a status that claims success. Nothing may be concluded from it about what the agency publishes. Pure.
import type { FailureCode } from '../model/crawl.ts';
import type { DocumentText } from '../model/document.ts';
import { hasLine, type LineSet, lineKey, ownLetters } from './line-set.ts';

export interface Outage {
  readonly code: Extract<FailureCode, 'http-server-error' | 'http-unauthorized'>;
  /** In English, for logs and proof. */
  readonly detail: string;
}

/** Letters beside what stands on the start page: more is content, whatever else the page shows. */
const mostOwn = 700;
const mostOfForm = 200;
/** Letters of a line that is a notice; traces of programs are longer. */
const longestNotice = 400;

/** What programs write, word for word; anywhere in a line. */
const traces =
  /(?:fatal|parse|catchable fatal|recoverable) error\s*:.{0,400}(?:\.php|on line|stack trace|uncaught)|\buncaught (?:\w*error|\w*exception)\b|\bSQLSTATE\[|\bORA-\d{5}\b|\bmysqli?_\w+\s*\(\)|\bpg_connect\s*\(\)|\btoo many connections\b|error establishing a database connection|(?:could not|can'?t|unable to|cannot|failed to) connect to (?:the )?(?:local )?(?:mysql|mssql|sql server|postgresql|database|db)\b|server error in '.{0,80}' application|microsoft (?:vbscript|ole db|odbc|jet database)\b.{0,80}error|an unhandled exception (?:occurred|was generated)|application error: a (?:client|server)-side exception|whoops, looks like something went wrong|error displaying the error page/iu;

/** The whole of a title, a heading or a notice. */
const notices =
  /^\W*(?:(?:http )?(?:error )?50\d\W*)?(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|runtime error|database (?:connection )?error|(?:the )?(?:server|service|site|system) is (?:temporarily|currently) (?:unavailable|overloaded|busy))\b|^\W*(?:http )?error 50\d\b/iu;

/** The site or its system, not the page's content (หน้านี้อยู่ระหว่างปรับปรุง), does not serve. */
const thaiNotices =
  /(?:เว็บไซต์|เว็บไซท์|เว็ปไซต์|ระบบ(?!ไฟฟ้า|ประปา|น้ำ|โทรศัพท์|โทรคมนาคม|จ่าย|ผลิต|บำบัด|ระบาย|เสียงตามสาย)|เซิร์ฟเวอร์|เครื่องแม่ข่าย|server)\S{0,24}?\s*(?:ขัดข้อง|ปิดปรับปรุง|ปิดให้บริการ|ไม่พร้อม(?:ใช้งาน|ให้บริการ)|ไม่สามารถ(?:ใช้งาน|ให้บริการ)|ล่ม)|(?:ไม่สามารถ|ไม่ได้)\S{0,6}(?:เชื่อมต่อ|ติดต่อ)\S{0,12}\s*(?:ฐานข้อมูล|เซิร์ฟเวอร์|เครื่องแม่ข่าย|database|server)|มีผู้(?:ใช้|เข้าใช้|เข้าชม|เข้าดู)\S{0,40}จำนวนมาก.{0,80}(?:ลองใหม่|รอสักครู่|ภายหลัง|อีกครั้ง)/iu;

/** Its only headings, or its title; and what the form under it asks for. */
const signIn = /^\W*(?:เข้าสู่ระบบ|ลงชื่อเข้า(?:ใช้|สู่)|(?:member |user |please )?(?:log|sign)\s?-?in\b)/iu;
const password = /รหัสผ่าน|\bpass ?word\b/iu;

/** `home`: what stands on the start page, if it was read; `text` is of a page of the agency's site. */
export function outageOf(text: DocumentText, lines: LineSet, home: LineSet | undefined): Outage | undefined {
  const others = home === undefined ? [] : [home];
  if (text.media !== 'html' || ownLetters(lines, others, mostOwn) > mostOwn) return undefined;
  const own = text.segments.filter(
    ({ kind, text: line }) => kind === 'title' || home === undefined || !hasLine(home, lineKey(line)),
  );
  const said = own.find(({ text: line }) => isErrorMessage(line));
  if (said !== undefined)
    return { code: 'http-server-error', detail: `the page is an error message: ${said.text.slice(0, 120)}` };
  // A heading that says what the menu says is the page's all the same.
  const headings = text.segments.filter(({ kind, region }) => kind === 'heading' && region === 'main');
  const asks =
    (headings.length > 0 ? headings : own.slice(0, 1)).every(({ text: line }) => signIn.test(line)) &&
    own.some(({ text: line }) => password.test(line)) &&
    ownLetters(lines, others, mostOfForm) <= mostOfForm;
  return asks ? { code: 'http-unauthorized', detail: 'a sign-in form stands in place of the page' } : undefined;
}

/** Says of the server, its scripts or its database that they failed. */
export function isErrorMessage(line: string): boolean {
  if (traces.test(line.slice(0, 2000))) return true;
  return line.length <= longestNotice && (notices.test(line) || thaiNotices.test(line));
}
