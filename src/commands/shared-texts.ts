// What is said around a run that many machines work on, in both languages. Texts only.
import type { Language } from '../report/catalogue/messages.ts';

export interface SharedTexts {
  readonly resolving: string;
  readonly begun: (run: string, agencies: number, groups: number) => string;
  readonly joined: (run: string) => string;
  readonly resumed: (run: string, agencies: number) => string;
  readonly enqueued: (run: string) => string;
  readonly left: (run: string) => string;
  readonly cancelled: (run: string) => string;
  readonly waiting: string;
  readonly working: (run: string, done: number, total: number) => string;
  readonly ended: (run: string, state: 'running' | 'complete' | 'interrupted') => string;
  readonly finishing: (seconds: number) => string;
  readonly trouble: (message: string) => string;
  readonly skew: (seconds: number) => string;
  readonly metrics: (url: string) => string;
  readonly noRuns: string;
  readonly nothingOpen: string;
  readonly columns: readonly [string, string, string, string, string, string];
  readonly state: Readonly<Record<'running' | 'complete' | 'interrupted' | 'cancelled' | 'filling', string>>;
  readonly members: (count: number) => string;
  readonly givenUp: string;
}

const en: SharedTexts = {
  resolving: 'looking up which agencies share a server …',
  begun: (run, agencies, groups) =>
    `run ${run}: ${agencies} agencies in the queue, ${groups} groups that may go at once`,
  joined: (run) => `run ${run} of this registry is under way: taking part in it`,
  resumed: (run, agencies) => `run ${run} goes on: ${agencies} agencies in the queue`,
  enqueued: (run) => `workers (planaudit worker) audit them; see planaudit runs list, then planaudit report ${run}`,
  left: (run) =>
    `run ${run} stays open: workers go on with it, and so does the same command; planaudit runs cancel ends it`,
  cancelled: (run) => `run ${run} is cancelled; what was judged is kept, and --resume goes on with it`,
  waiting: 'waiting for a run …',
  working: (run, done, total) => `working on run ${run} (${done}/${total} agencies judged)`,
  ended: (run, state) =>
    state === 'complete'
      ? `run ${run} is complete`
      : state === 'running'
        ? `left run ${run}`
        : `run ${run} was cancelled`,
  finishing: (seconds) =>
    `finishing what is in hand, ${seconds} s at most, then giving it back (again to leave at once)`,
  trouble: (message) => `waiting for the database: ${message}`,
  skew: (seconds) => `this machine's clock is ${seconds} s off the database's; times are recorded by the database's`,
  metrics: (url) => `metrics: ${url}`,
  noRuns: 'no run was shared by machines yet',
  nothingOpen: 'no run is under way',
  columns: ['run', 'state', 'judged', 'waiting', 'at work', 'given up'],
  state: {
    running: 'under way',
    complete: 'complete',
    interrupted: 'unfinished',
    cancelled: 'cancelled',
    filling: 'being queued',
  },
  members: (count) => `${count} ${count === 1 ? 'process' : 'processes'} connected`,
  givenUp: 'given up after three tries:',
};

const th: SharedTexts = {
  resolving: 'กำลังหาว่าหน่วยงานใดใช้เครื่องแม่ข่ายร่วมกัน …',
  begun: (run, agencies, groups) => `การตรวจ ${run}: เข้าคิว ${agencies} หน่วยงาน ตรวจพร้อมกันได้ ${groups} กลุ่ม`,
  joined: (run) => `การตรวจ ${run} ของทะเบียนนี้กำลังดำเนินอยู่ จะร่วมตรวจด้วย`,
  resumed: (run, agencies) => `ตรวจต่อ ${run}: เข้าคิว ${agencies} หน่วยงาน`,
  enqueued: (run) =>
    `เครื่องที่รัน planaudit worker จะตรวจให้ ดูความคืบหน้าด้วย planaudit runs list แล้วออกรายงานด้วย planaudit report ${run}`,
  left: (run) => `การตรวจ ${run} ยังเปิดอยู่ เครื่องอื่นตรวจต่อได้ หรือใช้คำสั่งเดิมเพื่อตรวจต่อ ยกเลิกด้วย planaudit runs cancel`,
  cancelled: (run) => `ยกเลิกการตรวจ ${run} แล้ว ผลที่ตรวจแล้วยังอยู่ และตรวจต่อได้ด้วย --resume`,
  waiting: 'กำลังรอการตรวจ …',
  working: (run, done, total) => `กำลังตรวจ ${run} (ตรวจแล้ว ${done}/${total} หน่วยงาน)`,
  ended: (run, state) =>
    state === 'complete'
      ? `การตรวจ ${run} เสร็จครบแล้ว`
      : state === 'running'
        ? `ออกจากการตรวจ ${run}`
        : `การตรวจ ${run} ถูกยกเลิก`,
  finishing: (seconds) => `กำลังตรวจหน่วยงานที่ค้างมือให้เสร็จ ไม่เกิน ${seconds} วินาที แล้วจะคืนเข้าคิว (กดอีกครั้งเพื่อออกทันที)`,
  trouble: (message) => `กำลังรอฐานข้อมูล: ${message}`,
  skew: (seconds) => `นาฬิกาเครื่องนี้ต่างจากฐานข้อมูล ${seconds} วินาที จะบันทึกเวลาตามฐานข้อมูล`,
  metrics: (url) => `ตัวชี้วัด: ${url}`,
  noRuns: 'ยังไม่มีการตรวจที่ใช้หลายเครื่อง',
  nothingOpen: 'ไม่มีการตรวจที่กำลังดำเนินอยู่',
  columns: ['การตรวจ', 'สถานะ', 'ตรวจแล้ว', 'รอ', 'กำลังตรวจ', 'ตรวจไม่ได้'],
  state: {
    running: 'กำลังตรวจ',
    complete: 'ครบ',
    interrupted: 'ยังไม่ครบ',
    cancelled: 'ยกเลิก',
    filling: 'กำลังเข้าคิว',
  },
  members: (count) => `เชื่อมต่ออยู่ ${count} โพรเซส`,
  givenUp: 'ตรวจไม่ได้หลังลองสามครั้ง:',
};

export function sharedTexts(language: Language): SharedTexts {
  return language === 'th' ? th : en;
}
