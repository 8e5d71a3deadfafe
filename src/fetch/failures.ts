// The closed table of fetch failures: cause, whose fault, permanence and remedy in both languages. May not decide verdicts.

import type { FailureCode } from '../model/crawl.ts';

export interface Bilingual {
  readonly th: string;
  readonly en: string;
}

export interface FailureInfo {
  readonly cause: Bilingual;
  /** Who can mend it: `settings` is the user of this program, `third-party` e.g. a name server or a document host. */
  readonly fault: 'agency' | 'network' | 'tool' | 'third-party' | 'settings';
  /** A statement of the server (or of the input) that will not change by asking again. */
  readonly permanent: boolean;
  readonly remedy: Bilingual;
}

const tryLater: Bilingual = { th: 'ลองตรวจใหม่ภายหลัง', en: 'Check again later.' };
const askHost: Bilingual = {
  th: 'ให้ผู้ดูแลเว็บไซต์ตรวจสอบเครื่องแม่ข่ายและการเชื่อมต่อ แล้วตรวจใหม่',
  en: 'Ask the site’s administrator to check the server and its connection, then check again.',
};
const renewCertificate: Bilingual = {
  th: 'ให้ผู้ดูแลเว็บไซต์ติดตั้งใบรับรอง TLS ที่ถูกต้องและยังไม่หมดอายุ',
  en: 'Ask the site’s administrator to install a valid TLS certificate.',
};
const mendLink: Bilingual = {
  th: 'แก้ไขลิงก์ให้ชี้ไปยังหน้าหรือเอกสารที่เปิดได้',
  en: 'Correct the link so that it leads to a page or document that opens.',
};
const mendServer: Bilingual = {
  th: 'ให้ผู้ดูแลเว็บไซต์แก้ไขการตั้งค่าเครื่องแม่ข่าย',
  en: 'Ask the site’s administrator to correct the server’s configuration.',
};

/** One row for every failure code of the model. */
export const failures: Record<FailureCode, FailureInfo> = {
  'no-website': {
    cause: { th: 'ไม่มีเว็บไซต์ในทะเบียน', en: 'No website is registered.' },
    fault: 'agency',
    permanent: true,
    remedy: { th: 'เพิ่มที่อยู่เว็บไซต์ของหน่วยงานในทะเบียน', en: 'Add the agency’s website to the registry.' },
  },
  'invalid-url': {
    cause: { th: 'ที่อยู่เว็บไม่ถูกต้อง', en: 'The address is not a valid URL.' },
    fault: 'agency',
    permanent: true,
    remedy: mendLink,
  },
  'unsupported-scheme': {
    cause: { th: 'ที่อยู่เว็บไม่ใช่ http หรือ https', en: 'The address is neither http nor https.' },
    fault: 'agency',
    permanent: true,
    remedy: mendLink,
  },
  'dns-not-found': {
    cause: { th: 'ไม่พบชื่อโดเมนนี้ในระบบ DNS', en: 'The host name does not exist in the DNS.' },
    fault: 'agency',
    permanent: true,
    remedy: {
      th: 'ตรวจสอบตัวสะกดของชื่อโดเมน หรือให้หน่วยงานต่ออายุหรือแก้ไขระเบียน DNS',
      en: 'Check the spelling of the host name, or ask the agency to renew or correct its DNS record.',
    },
  },
  'dns-temporary': {
    cause: { th: 'ระบบ DNS ไม่ตอบในขณะนั้น', en: 'The name servers did not answer at the time.' },
    fault: 'network',
    permanent: false,
    remedy: tryLater,
  },
  'connection-refused': {
    cause: { th: 'เครื่องแม่ข่ายปฏิเสธการเชื่อมต่อ', en: 'The server refused the connection.' },
    fault: 'agency',
    permanent: false,
    remedy: askHost,
  },
  'connection-reset': {
    cause: { th: 'เครื่องแม่ข่ายตัดการเชื่อมต่อก่อนตอบ', en: 'The server cut the connection before it answered.' },
    fault: 'agency',
    permanent: false,
    remedy: askHost,
  },
  'network-unreachable': {
    cause: { th: 'ไปไม่ถึงเครือข่ายของเครื่องแม่ข่าย', en: 'The server’s network cannot be reached.' },
    fault: 'network',
    permanent: false,
    remedy: {
      th: 'ตรวจสอบการเชื่อมต่ออินเทอร์เน็ตของเครื่องที่ใช้ตรวจ แล้วลองใหม่',
      en: 'Check this machine’s network connection, then try again.',
    },
  },
  'connect-timeout': {
    cause: { th: 'เครื่องแม่ข่ายไม่รับการเชื่อมต่อภายในเวลา', en: 'The server did not accept the connection in time.' },
    fault: 'agency',
    permanent: false,
    remedy: askHost,
  },
  'response-timeout': {
    cause: { th: 'เครื่องแม่ข่ายไม่ตอบภายในเวลา', en: 'The server did not answer in time.' },
    fault: 'agency',
    permanent: false,
    remedy: askHost,
  },
  'body-timeout': {
    cause: { th: 'เครื่องแม่ข่ายส่งเนื้อหาไม่จบภายในเวลา', en: 'The server did not finish sending the content in time.' },
    fault: 'agency',
    permanent: false,
    remedy: askHost,
  },
  'tls-expired': {
    cause: { th: 'ใบรับรอง TLS หมดอายุหรือยังไม่เริ่มใช้', en: 'The TLS certificate is expired or not yet valid.' },
    fault: 'agency',
    permanent: true,
    remedy: renewCertificate,
  },
  'tls-self-signed': {
    cause: { th: 'ใบรับรอง TLS ออกโดยตนเอง', en: 'The TLS certificate is self-signed.' },
    fault: 'agency',
    permanent: true,
    remedy: renewCertificate,
  },
  'tls-untrusted': {
    cause: {
      th: 'ใบรับรอง TLS ไม่ได้ออกโดยผู้ออกใบรับรองที่เชื่อถือได้',
      en: 'The TLS certificate was not issued by a trusted authority.',
    },
    fault: 'agency',
    permanent: true,
    remedy: renewCertificate,
  },
  'tls-wrong-host': {
    cause: { th: 'ใบรับรอง TLS เป็นของชื่อโดเมนอื่น', en: 'The TLS certificate is for another host name.' },
    fault: 'agency',
    permanent: true,
    remedy: renewCertificate,
  },
  'tls-incomplete-chain': {
    cause: {
      th: 'เครื่องแม่ข่ายไม่ส่งใบรับรองตัวกลาง (intermediate)',
      en: 'The server does not send the intermediate certificate.',
    },
    fault: 'agency',
    permanent: true,
    remedy: {
      th: 'ให้ผู้ดูแลเว็บไซต์ติดตั้งใบรับรองตัวกลางให้ครบชุด',
      en: 'Ask the site’s administrator to install the complete certificate chain.',
    },
  },
  'tls-protocol': {
    cause: {
      th: 'เครื่องแม่ข่ายใช้โพรโทคอล TLS รุ่นเก่าหรือไม่รองรับ',
      en: 'The server’s TLS version is outdated or unsupported.',
    },
    fault: 'agency',
    permanent: true,
    remedy: {
      th: 'ให้ผู้ดูแลเว็บไซต์เปิดใช้ TLS 1.2 ขึ้นไป',
      en: 'Ask the site’s administrator to enable TLS 1.2 or later.',
    },
  },
  'tls-other': {
    cause: { th: 'การเชื่อมต่อแบบปลอดภัย (TLS) ล้มเหลว', en: 'The secure connection (TLS) failed.' },
    fault: 'agency',
    permanent: false,
    remedy: mendServer,
  },
  'http-unauthorized': {
    cause: { th: 'ต้องเข้าสู่ระบบจึงจะเปิดได้', en: 'A login is required.' },
    fault: 'agency',
    permanent: true,
    remedy: { th: 'เปิดให้ประชาชนเข้าถึงได้โดยไม่ต้องเข้าสู่ระบบ', en: 'Make it accessible to the public without a login.' },
  },
  'http-forbidden': {
    cause: { th: 'เครื่องแม่ข่ายไม่อนุญาตให้เปิด (403)', en: 'The server forbids access (403).' },
    fault: 'agency',
    permanent: true,
    remedy: {
      th: 'เปิดสิทธิ์ให้ประชาชนเข้าถึงได้ และตรวจด้วยเบราว์เซอร์ว่าเปิดได้จริง',
      en: 'Allow public access, and check with a browser that it opens.',
    },
  },
  'http-not-found': {
    cause: { th: 'ไม่พบหน้าหรือเอกสาร (404)', en: 'The page or document is not there (404).' },
    fault: 'agency',
    permanent: true,
    remedy: mendLink,
  },
  'http-gone': {
    cause: { th: 'หน้าหรือเอกสารถูกลบแล้ว (410)', en: 'The page or document was removed (410).' },
    fault: 'agency',
    permanent: true,
    remedy: mendLink,
  },
  'http-too-many-requests': {
    cause: { th: 'เครื่องแม่ข่ายแจ้งว่าเรียกบ่อยเกินไป (429)', en: 'The server says it is asked too often (429).' },
    fault: 'network',
    permanent: false,
    remedy: { th: 'ลองตรวจใหม่ภายหลังด้วยจังหวะที่ช้าลง', en: 'Check again later at a slower pace.' },
  },
  'http-client-error': {
    cause: { th: 'เครื่องแม่ข่ายไม่รับคำขอนี้ (4xx)', en: 'The server rejected the request (4xx).' },
    fault: 'agency',
    permanent: true,
    remedy: mendLink,
  },
  'http-server-error': {
    cause: {
      th: 'เครื่องแม่ข่ายขัดข้อง (5xx หรือหน้าที่ตอบเป็นข้อความแจ้งข้อผิดพลาด)',
      en: 'The server had an error of its own (5xx, or an error message in place of the page).',
    },
    fault: 'agency',
    permanent: false,
    remedy: askHost,
  },
  'soft-404': {
    cause: { th: 'หน้าที่ตอบคือหน้า “ไม่พบข้อมูล”', en: 'The answer is a “not found” page in disguise.' },
    fault: 'agency',
    permanent: true,
    remedy: mendLink,
  },
  'placeholder-page': {
    cause: {
      th: 'หน้าแรกไม่ใช่หน้าของหน่วยงาน (หน้าเริ่มต้นของผู้ให้บริการ โดเมนหมดอายุ หรือปิดปรับปรุง)',
      en: 'The start page is not the agency’s: a host’s default page, a parked domain or a closed-for-works sign.',
    },
    fault: 'agency',
    permanent: false,
    remedy: mendServer,
  },
  'empty-response': {
    cause: { th: 'เครื่องแม่ข่ายตอบโดยไม่มีเนื้อหา', en: 'The server answered without any content.' },
    fault: 'agency',
    permanent: false,
    remedy: mendServer,
  },
  blocked: {
    cause: {
      th: 'ระบบป้องกัน (firewall) ของเว็บไซต์กั้นการตรวจอัตโนมัติ',
      en: 'The site’s firewall keeps automated checks out.',
    },
    fault: 'third-party',
    permanent: false,
    remedy: {
      th: 'ให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมตรวจนี้ หรือเปิดตรวจด้วยเบราว์เซอร์โดยเจ้าหน้าที่',
      en: 'Ask the site’s administrator to let this checker in, or check by hand with a browser.',
    },
  },
  'robots-disallowed': {
    cause: { th: 'robots.txt ของเว็บไซต์ห้ามโปรแกรมเข้าถึง', en: 'The site’s robots.txt keeps programs out.' },
    fault: 'agency',
    permanent: true,
    remedy: {
      th: 'ให้ผู้ดูแลเว็บไซต์เปิดหน้าที่ต้องเผยแพร่ใน robots.txt หรือเปิดตรวจด้วยเบราว์เซอร์โดยเจ้าหน้าที่',
      en: 'Ask the site’s administrator to allow the published pages in robots.txt, or check by hand with a browser.',
    },
  },
  'robots-unreachable': {
    cause: {
      th: 'robots.txt ของเว็บไซต์ขัดข้อง จึงต้องถือว่ายังไม่อนุญาตให้ตรวจ',
      en: 'The site’s robots.txt fails with a server error, which counts as “keep out” until it works.',
    },
    fault: 'agency',
    permanent: false,
    remedy: {
      th: 'ให้ผู้ดูแลเว็บไซต์แก้ไข robots.txt ให้ตอบได้ หรือให้ตอบ 404 หากไม่ใช้',
      en: 'Ask the site’s administrator to make robots.txt answer, or return 404 where it is not used.',
    },
  },
  'address-refused': {
    cause: {
      th: 'ที่อยู่เครือข่ายเป็นที่อยู่ภายใน จึงไม่เชื่อมต่อ',
      en: 'The host’s network address is private or reserved, so it was not contacted.',
    },
    fault: 'settings',
    permanent: true,
    remedy: {
      th: 'หากตั้งใจตรวจเครือข่ายภายใน ให้ระบุช่วงที่อยู่ด้วย --allow-address',
      en: 'If the internal network is meant, name its range with --allow-address.',
    },
  },
  'too-large': {
    cause: { th: 'เนื้อหาใหญ่เกินกำหนด', en: 'The content is larger than allowed.' },
    fault: 'settings',
    permanent: true,
    remedy: {
      th: 'แยกเอกสารเป็นไฟล์ที่เล็กลง หรือเพิ่มขนาดสูงสุดในการตั้งค่า',
      en: 'Publish the document in smaller files, or raise the size limit in the settings.',
    },
  },
  'decompression-limit': {
    cause: { th: 'เนื้อหาที่บีบอัดขยายใหญ่ผิดปกติ', en: 'The compressed content grows beyond all measure.' },
    fault: 'agency',
    permanent: true,
    remedy: mendServer,
  },
  'bad-encoding': {
    cause: { th: 'การบีบอัดเนื้อหาของเครื่องแม่ข่ายเสีย', en: 'The server’s content compression is broken.' },
    fault: 'agency',
    permanent: false,
    remedy: mendServer,
  },
  truncated: {
    cause: { th: 'เนื้อหามาไม่ครบ', en: 'The content broke off before its end.' },
    fault: 'agency',
    permanent: false,
    remedy: askHost,
  },
  'too-many-redirects': {
    cause: { th: 'เปลี่ยนเส้นทางวนซ้ำหรือมากเกินไป', en: 'The redirects loop or are too many.' },
    fault: 'agency',
    permanent: true,
    remedy: mendServer,
  },
  'redirect-invalid': {
    cause: { th: 'เปลี่ยนเส้นทางไปยังที่อยู่ที่ใช้ไม่ได้', en: 'The redirect leads to an unusable address.' },
    fault: 'agency',
    permanent: true,
    remedy: mendServer,
  },
  'malformed-response': {
    cause: { th: 'เครื่องแม่ข่ายตอบไม่เป็นไปตามโพรโทคอล HTTP', en: 'The server’s answer is not valid HTTP.' },
    fault: 'agency',
    permanent: false,
    remedy: mendServer,
  },
  aborted: {
    cause: { th: 'การตรวจถูกหยุดก่อนได้คำตอบ', en: 'The check was stopped before an answer came.' },
    fault: 'settings',
    permanent: false,
    remedy: { th: 'ตรวจใหม่หรือทำต่อด้วย --resume', en: 'Check again, or go on with --resume.' },
  },
  internal: {
    cause: { th: 'โปรแกรมตรวจขัดข้อง', en: 'The checker itself failed.' },
    fault: 'tool',
    permanent: false,
    remedy: { th: 'แจ้งผู้พัฒนาโปรแกรมพร้อมรายละเอียด', en: 'Report it to the developers with the detail.' },
  },
};

/** Codes whose cause is no statement of the server about the resource: worth a second try. */
export function isTransient(code: FailureCode): boolean {
  return !failures[code].permanent;
}

/** Codes that say definitely that the resource is not there. */
export function isDead(code: FailureCode): boolean {
  return code === 'http-not-found' || code === 'http-gone' || code === 'soft-404';
}
