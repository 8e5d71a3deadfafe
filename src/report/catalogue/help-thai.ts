// The help of arguments and options of one command in Thai, by its English words (the table a translator works on).
// A test holds it complete. Loaded only where help is asked for in Thai.

/** Thai of an English help text; without one, the English stands. */
export function thaiHelp(english: string): string {
  return texts[english] ?? english;
}

const texts: Readonly<Record<string, string>> = {
  // Many machines
  'with --store: leave the work to `planaudit worker` and end at once':
    'ใช้กับ --store: ให้เครื่องที่รัน `planaudit worker` ตรวจ แล้วจบคำสั่งทันที',
  'with --store: leave the work to `planaudit worker`, but follow it and report':
    'ใช้กับ --store: ให้เครื่องที่รัน `planaudit worker` ตรวจ แต่รอจนเสร็จแล้วออกรายงาน',
  'serve Prometheus metrics at this port of 127.0.0.1, or at address:port':
    'เปิดตัวชี้วัดแบบ Prometheus ที่พอร์ตนี้ของ 127.0.0.1 หรือที่ address:port',
  'end when no run is under way': 'จบเมื่อไม่มีการตรวจที่กำลังดำเนินอยู่',
  'a run of `planaudit runs list` (default: the one under way)':
    'การตรวจจาก `planaudit runs list` (ค่าเริ่มต้น: ที่กำลังดำเนินอยู่)',
  // Arguments
  'registry of agencies: CSV, XLSX, YAML or JSON': 'ทะเบียนหน่วยงาน: CSV, XLSX, YAML หรือ JSON',
  'start page of the agency’s website, or a folder of its files': 'หน้าแรกของเว็บไซต์หน่วยงาน หรือโฟลเดอร์ที่เก็บไฟล์ของเว็บไซต์',
  'a run of `planaudit history`: id, its beginning, latest or previous (default: latest)':
    'การตรวจจาก `planaudit history`: รหัส ส่วนต้นของรหัส latest หรือ previous (ค่าเริ่มต้น: ครั้งล่าสุด)',
  'a run of `planaudit history` (default: the one before, over the same registry)':
    'การตรวจจาก `planaudit history` (ค่าเริ่มต้น: ครั้งก่อนหน้าของทะเบียนเดียวกัน)',
  'another (default: latest)': 'อีกครั้งหนึ่ง (ค่าเริ่มต้น: ครั้งล่าสุด)',
  'a run of `planaudit history` (default: latest)': 'การตรวจจาก `planaudit history` (ค่าเริ่มต้น: ครั้งล่าสุด)',
  'id of a stored run, latest, previous or -1 (default: latest)':
    'รหัสของการตรวจที่เก็บไว้ latest, previous หรือ -1 (ค่าเริ่มต้น: ครั้งล่าสุด)',
  'a data folder, or postgres://…': 'โฟลเดอร์ข้อมูล หรือ postgres://…',
  'a new folder, or an empty postgres://… database': 'โฟลเดอร์ใหม่ หรือฐานข้อมูล postgres://… ที่ว่าง',
  'id of an agency of a stored run or of --registry; or the address or folder of a website':
    'รหัสหน่วยงานในการตรวจที่เก็บไว้หรือใน --registry หรือที่อยู่เว็บไซต์หรือโฟลเดอร์',
  'id or code of a criterion': 'รหัสหรือตัวย่อของเกณฑ์',
  'name or path of a rule pack (default: phuket-accountability)': 'ชื่อหรือที่อยู่ของชุดเกณฑ์ (ค่าเริ่มต้น: phuket-accountability)',
  'names or paths of rule packs (default: all that come with the program)':
    'ชื่อหรือที่อยู่ของชุดเกณฑ์ (ค่าเริ่มต้น: ทุกชุดที่มากับโปรแกรม)',
  'where to write them (default: this folder)': 'โฟลเดอร์ที่จะเขียน (ค่าเริ่มต้น: โฟลเดอร์นี้)',
  'bash, zsh, fish or powershell': 'bash, zsh, fish หรือ powershell',
  // Options of one command
  'audit although the registry lost more than a fifth of its agencies': 'ตรวจต่อแม้หน่วยงานในทะเบียนหายไปเกินหนึ่งในห้า',
  'kind of agency, such as subdistrict or อบต.: some words count for some kinds only (default: other)':
    'ประเภทหน่วยงาน เช่น อบต. หรือ subdistrict เพราะถ้อยคำบางคำใช้ได้กับบางประเภทเท่านั้น (ค่าเริ่มต้น: other)',
  'name of the agency, as its documents write it': 'ชื่อหน่วยงานตามที่เขียนในเอกสาร',
  'the page that carries the link to the plan': 'หน้าที่มีลิงก์ไปยังแผน',
  'check a folder again whenever a file in it changes': 'ตรวจโฟลเดอร์ใหม่ทุกครั้งที่ไฟล์ในนั้นเปลี่ยน',
  'as one JSON document': 'เป็นเอกสาร JSON เดียว',
  'one agency, run by run': 'หน่วยงานเดียว ทุกครั้งที่ตรวจ',
  'only list what waits for a decision': 'แสดงเฉพาะรายการที่รอการพิจารณา',
  'also what could not be read': 'รวมรายการที่อ่านไม่ได้ด้วย',
  'the agency decided on': 'หน่วยงานที่พิจารณา',
  'the criterion decided on': 'เกณฑ์ที่พิจารณา',
  'the decision': 'ผลการพิจารณา',
  'why, for those who read the report': 'เหตุผล สำหรับผู้อ่านรายงาน',
  'who decides': 'ผู้พิจารณา',
  'last day on which the decision counts': 'วันสุดท้ายที่ผลการพิจารณามีผล',
  'the registry beside which decisions are kept (default: that of the run)':
    'ทะเบียนที่เก็บผลการพิจารณาไว้ข้างกัน (ค่าเริ่มต้น: ทะเบียนของการตรวจนั้น)',
  'the agency': 'หน่วยงาน',
  'the file to write (default: <id>.wacz)': 'ไฟล์ที่จะเขียน (ค่าเริ่มต้น: <id>.wacz)',
  'check a bundle against its digests instead': 'ตรวจว่าไฟล์หลักฐานไม่ถูกแก้ไข แทนการเขียนใหม่',
  'runs that keep their captures, counted from the newest': 'จำนวนครั้งล่าสุดที่ยังเก็บข้อมูลจากเว็บไซต์ไว้',
  'visit the agency of this registry now, instead of reading a stored run':
    'เข้าเว็บไซต์ของหน่วยงานในทะเบียนนี้เดี๋ยวนี้ แทนการอ่านผลที่เก็บไว้',
  'kind of agency, for an address or folder (default: other)':
    'ประเภทหน่วยงาน เมื่อให้ที่อยู่เว็บไซต์หรือโฟลเดอร์ (ค่าเริ่มต้น: other)',
  'name of the agency, for an address or folder': 'ชื่อหน่วยงาน เมื่อให้ที่อยู่เว็บไซต์หรือโฟลเดอร์',
  'the page that carries the link to the plan, for an address': 'หน้าที่มีลิงก์ไปยังแผน เมื่อให้ที่อยู่เว็บไซต์',
  'show what is read in this file': 'แสดงสิ่งที่โปรแกรมอ่านได้จากไฟล์นี้',
  'show every entry of every list': 'แสดงทุกรายการของทุกรายชื่อ',
  'print the reasoning as JSON': 'แสดงเหตุผลเป็น JSON',
  'run each case again with its text changed as careless tools change it: verdicts must stay':
    'ทดสอบแต่ละกรณีซ้ำโดยแปลงข้อความอย่างที่เครื่องมือไม่ดีมักทำ ผลต้องคงเดิม',
  'JSON files of runs instead of stored ones: the newest is reported, the others are its history':
    'ไฟล์ JSON ของการตรวจแทนที่เก็บไว้ รายงานครั้งล่าสุด ส่วนที่เหลือเป็นประวัติ',
  'a run whose failures are known: only new ones count for the exit status':
    'การตรวจที่ทราบข้อไม่ผ่านแล้ว นับเฉพาะข้อไม่ผ่านใหม่ในสถานะจบ',
  'numbers and dates in Thai digits': 'ใช้เลขไทยในตัวเลขและวันที่',
  'template of the letters, edited by the office': 'แม่แบบหนังสือที่สำนักงานแก้ไขแล้ว',
  'print each agency’s findings too': 'แสดงสิ่งที่พบของแต่ละหน่วยงานด้วย',
  'replace files that are there': 'เขียนทับไฟล์ที่มีอยู่',
  // The frame around them
  'settings file (default: planaudit.config.yaml of this folder, if there is one)':
    'ไฟล์ค่าที่ตั้ง (ค่าเริ่มต้น: planaudit.config.yaml ในโฟลเดอร์นี้ ถ้ามี)',
  'print the version': 'แสดงรุ่นของโปรแกรม',
  'show this help, or the help of a command': 'แสดงความช่วยเหลือนี้ หรือของคำสั่งหนึ่ง',
  'show the help of a command': 'แสดงความช่วยเหลือของคำสั่ง',
  'Usage:': 'วิธีใช้:',
  'Arguments:': 'อาร์กิวเมนต์:',
  'Options:': 'ตัวเลือก:',
  'Commands:': 'คำสั่ง:',
  'Examples:': 'ตัวอย่าง:',
  default: 'ค่าเริ่มต้น',
};
