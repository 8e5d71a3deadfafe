// The sentence that says why a verdict was given, in Thai and English. Pure.
import type { Bilingual, Reason } from '../model/result.ts';
import type { Criterion } from './pack.ts';

export interface Facts {
  readonly criterion: Criterion;
  readonly reason: Reason;
  /** Best piece of evidence, if any. */
  readonly quote: string | undefined;
  readonly year: number | null;
  /** Years accepted, newest first; empty = any. */
  readonly accepted: readonly number[];
  /** Failure code behind an `unknown`. */
  readonly code: string | undefined;
  /** What could not be read is a picture that a page shows. */
  readonly picture: boolean;
  readonly pages: number;
  readonly documents: number;
}

type Sentence = (facts: Facts) => Bilingual;

const th = (facts: Facts) => facts.criterion.title.th;
const en = (facts: Facts) => facts.criterion.title.en;
const quoted = (facts: Facts) => (facts.quote ? ` “${facts.quote.slice(0, 90)}”` : '');
const yearsTh = (facts: Facts) => (facts.accepted.length ? ` (ปีที่ใช้ได้ ${facts.accepted.join(', ')})` : '');
const yearsEn = (facts: Facts) => (facts.accepted.length ? ` (accepted: B.E. ${facts.accepted.join(', ')})` : '');
const ofYearTh = (facts: Facts) => (facts.year ? ` ปี ${facts.year}` : '');
const ofYearEn = (facts: Facts) => (facts.year ? ` of B.E. ${facts.year}` : '');

const sentences: Record<Reason, Sentence> = {
  found: (f) => ({ th: `พบ${th(f)}${ofYearTh(f)}`, en: `Found: ${en(f)}${ofYearEn(f)}` }),
  'found-other-wording': (f) => ({
    th: `พบ${th(f)}${ofYearTh(f)} โดยใช้ถ้อยคำอื่นที่มีความหมายเดียวกัน`,
    en: `Found under another accepted wording: ${en(f)}${ofYearEn(f)}`,
  }),
  'stated-none': (f) => ({
    th: `หน่วยงานระบุไว้ชัดเจนว่าไม่มี${ofYearTh(f)}`,
    en: `The agency states explicitly that there is none${ofYearEn(f)}`,
  }),
  absent: (f) => ({
    th: `ไม่พบ${th(f)} ในหน้าเว็บ ${f.pages} หน้าและเอกสาร ${f.documents} รายการที่ตรวจ`,
    en: `Not found: ${en(f)}, in ${f.pages} pages and ${f.documents} documents looked at`,
  }),
  outdated: (f) => ({
    th: `พบเฉพาะของปีก่อน${ofYearTh(f)}${yearsTh(f)}`,
    en: `Only an older year was found${ofYearEn(f)}${yearsEn(f)}`,
  }),
  'broken-link': (f) => ({ th: `มีลิงก์${quoted(f)} แต่เปิดไม่ได้`, en: `There is a link${quoted(f)}, but it is broken` }),
  'not-a-link': (f) => ({
    th: `มีข้อความ${quoted(f)} แต่คลิกไม่ได้`,
    en: `It is named${quoted(f)}, but there is nothing to click`,
  }),
  'off-site': (f) => ({
    th: `ลิงก์${quoted(f)} นำไปยังเว็บไซต์อื่นที่ไม่ใช่ของหน่วยงาน`,
    en: `The link${quoted(f)} leads to a website that is not the agency's`,
  }),
  'wrong-plan': (f) => ({
    th: `พบแผนอื่น${quoted(f)} ในที่ที่ควรเป็นแผนปฏิบัติราชการประจำปี`,
    en: `Another plan${quoted(f)} stands where the annual action plan should`,
  }),
  incomplete: (f) => ({ th: `พบเพียงบางส่วน${quoted(f)} ยังไม่ครบตามที่กำหนด`, en: `Only a part was found${quoted(f)}` }),
  'criteria-echo': (f) => ({
    th: `พบเพียงข้อความของเกณฑ์ที่คัดลอกมา${quoted(f)} ไม่มีเนื้อหาของหน่วยงาน`,
    en: `Only the pasted text of the requirement was found${quoted(f)}`,
  }),
  'title-only': (f) => ({
    th: `มีชื่อเรื่อง${quoted(f)} แต่เนื้อหาไม่แสดงสิ่งนั้น`,
    en: `A title claims it${quoted(f)}, the content does not show it`,
  }),
  'damaged-text': (f) => ({
    th: `ข้อความหรือตัวเลขอ่านได้ไม่ชัด${quoted(f)} ต้องให้คนตรวจ`,
    en: `The text or figures are damaged${quoted(f)}; a person should look`,
  }),
  'unclear-year': (f) => ({
    th: `พบแล้ว${quoted(f)} แต่ไม่ทราบปี${yearsTh(f)}`,
    en: `Found${quoted(f)}, but its year is unclear${yearsEn(f)}`,
  }),
  'label-conflict': (f) => ({
    th: `ชื่อลิงก์กับเอกสารไม่ตรงกัน${quoted(f)}${yearsTh(f)}`,
    en: `Label and document disagree${quoted(f)}${yearsEn(f)}`,
  }),
  'site-unreachable': (f) =>
    tooLittleSeen(f) ?? {
      th: `เข้าเว็บไซต์หรือหน้านี้ไม่ได้${code(f)}`,
      en: `The site or page could not be reached${code(f)}`,
    },
  blocked: (f) => tooLittleSeen(f) ?? { th: `เว็บไซต์ปฏิเสธการเข้าถึง${code(f)}`, en: `The site refuses access${code(f)}` },
  'unreadable-document': (f) =>
    f.picture
      ? {
          th: `หน้าเว็บ${quoted(f)} แสดงเป็นรูปภาพ โปรแกรมอ่านข้อความในภาพไม่ได้${code(f)}`,
          en: `A web page${quoted(f)} shows its content as a picture whose text could not be read${code(f)}`,
        }
      : {
          th: `มีเอกสาร${quoted(f)} แต่โปรแกรมอ่านเนื้อหาไม่ได้${code(f)}`,
          en: `There is a document${quoted(f)}, but its content could not be read${code(f)}`,
        },
  'needs-browser': () => ({
    th: 'หน้านี้ต้องใช้เบราว์เซอร์จึงจะแสดงเนื้อหา',
    en: 'The page needs a browser to show its content',
  }),
  'robots-disallowed': () => ({
    th: 'เว็บไซต์ห้ามโปรแกรมเข้าหน้านี้ (robots.txt)',
    en: 'The site asks programs not to fetch this (robots.txt)',
  }),
  'budget-spent': () => ({
    th: 'ตรวจครบจำนวนคำขอที่กำหนดแล้ว ยังมีหน้าที่น่าจะเกี่ยวข้องเหลืออยู่',
    en: 'The budget was spent while promising pages remained',
  }),
  'tool-error': () => ({ th: 'โปรแกรมขัดข้องระหว่างตรวจข้อนี้', en: 'The program failed while checking this' }),
  kind: () => ({ th: 'ข้อนี้ไม่ใช้กับหน่วยงานประเภทนี้', en: 'Does not bind agencies of this kind' }),
  exempt: () => ({ th: 'ได้รับยกเว้นตามทะเบียน', en: 'Exempted in the registry' }),
};

/** Of `unanswered`: nothing that was asked for fits by its name, yet so much did not answer that nothing can be called absent. */
function tooLittleSeen({ code: cause, pages, documents }: Facts): Bilingual | undefined {
  if (cause !== 'unanswered') return undefined;
  return {
    th: `หลายหน้าของเว็บไซต์เปิดไม่ได้ จึงยังสรุปไม่ได้ว่าไม่มี (เปิดได้ ${pages} หน้า เอกสาร ${documents} รายการ)`,
    en: `So much of the site did not answer that nothing can be called absent (${pages} pages and ${documents} documents were read)`,
  };
}

const code = (facts: Facts): string => (facts.code ? ` (${facts.code})` : '');

export function explain(facts: Facts): Bilingual {
  return sentences[facts.reason](facts);
}

/** What the program would have said, and that it is not sure enough of it. */
export function explainDoubt(verdict: Bilingual, confidence: number, below: number): Bilingual {
  const [has, wants] = [confidence.toFixed(2), below.toFixed(2)];
  return {
    th: `${verdict.th} แต่ความเชื่อมั่น ${has} ต่ำกว่าเกณฑ์ ${wants} ที่กำหนดไว้ จึงให้คนตรวจ`,
    en: `${verdict.en}; but the confidence of this, ${has}, is below ${wants}: a person should look`,
  };
}

/** What to do where nothing could be decided: it is not the agency's publication that has to change. */
const remedies: Partial<Record<Reason, Bilingual>> = {
  'site-unreachable': {
    th: 'ตรวจอีกครั้งภายหลัง หากยังเข้าไม่ได้ ให้แจ้งผู้ดูแลเว็บไซต์ของหน่วยงานและตรวจที่อยู่เว็บไซต์ในทะเบียน',
    en: 'Check again later; if it still cannot be reached, tell the site’s administrator and check the address in the registry.',
  },
  blocked: {
    th: 'ขอให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมตรวจ หรือให้คนเปิดดูด้วยเบราว์เซอร์แล้วบันทึกผล',
    en: 'Ask the site’s administrator to let the checker in, or have a person look with a browser and record the result.',
  },
  'unreadable-document': {
    th: 'ให้คนเปิดเอกสารดู หรือขอให้หน่วยงานเผยแพร่ไฟล์ที่ค้นหาข้อความได้ (ไม่ใช่ภาพสแกน ไม่มีรหัสผ่าน)',
    en: 'Have a person open the document, or ask the agency for a file whose text can be searched (no scan, no password).',
  },
  'needs-browser': {
    th: 'ตรวจอีกครั้งบนเครื่องที่มี Chrome, Edge หรือ Chromium (--browser auto) หรือให้คนเปิดดู',
    en: 'Check again on a machine with Chrome, Edge or Chromium (--browser auto), or have a person look.',
  },
  'robots-disallowed': {
    th: 'ขอให้ผู้ดูแลเว็บไซต์แก้ robots.txt ให้อ่านหน้าที่ต้องเผยแพร่ได้ หรือให้คนเปิดดู',
    en: 'Ask the site’s administrator to open the pages that must be public in robots.txt, or have a person look.',
  },
  'budget-spent': {
    th: 'ตรวจอีกครั้งโดยเพิ่มจำนวนคำขอ (--max-requests) หรือระบุหน้าที่มีลิงก์แผนในทะเบียน (link_page)',
    en: 'Check again with more requests (--max-requests), or name the page that carries the plan link in the registry (link_page).',
  },
  'tool-error': {
    th: 'ตรวจอีกครั้ง หากยังขัดข้องให้แจ้งผู้ดูแลโปรแกรม หน่วยงานไม่ต้องดำเนินการใด ๆ',
    en: 'Check again; if it fails again, report it to the maintainers. The agency need not do anything.',
  },
};

const look: Bilingual = {
  th: 'ให้คนเปิดดูหลักฐานตามลิงก์แล้วตัดสิน',
  en: 'Have a person look at the evidence and decide.',
};
const register: Bilingual = {
  th: 'เพิ่มที่อยู่เว็บไซต์ของหน่วยงานในทะเบียน',
  en: 'Add the agency’s website to the registry.',
};

/** A person looks first; the steps are for the case that something is wanting. */
export function remediationOfDoubt(steps: readonly Bilingual[]): Bilingual[] {
  return [{ ...look }, ...steps];
}

/** Steps to take after a verdict; none where nothing is wanting. */
export function remediationOf(
  criterion: Criterion,
  verdict: 'met' | 'not-met' | 'review' | 'unknown' | 'not-applicable',
  reason: Reason,
  code: string | undefined,
): Bilingual[] {
  const steps = criterion.remediation.map((step) => ({ ...step }));
  switch (verdict) {
    case 'met':
    case 'not-applicable':
      return [];
    case 'not-met':
      return steps;
    case 'review':
      return [look, ...steps];
    case 'unknown':
      return [code === 'no-website' ? register : (remedies[reason] ?? look)];
  }
}
