// What a board is shown: scorecards on which the plan is one of the indicators, a planning division's calendar; traders who were asked.
import { describe, expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const enterprise = { kind: 'state-enterprise', name: 'องค์การสะพานปลาเกาะทราย' } as const;
const row = (cells: string) =>
  `<tr>${cells
    .split('|')
    .map((cell) => `<td>${cell.trim()}</td>`)
    .join('')}</tr>`;
const table = (...rows: string[]) => `<table>${rows.map(row).join('')}</table>`;
const met = (html: string, criterion: string) => judgePage(html, criterion, enterprise).startsWith('met');

describe('a scorecard', () => {
  const card = (title: string, indicator: string, before = '') =>
    `<h2>${title}</h2>${before}${table(
      'ตัวชี้วัด | เป้า | ทำได้ | คะแนน | ทำไมไม่ถึง | ปี 69 แก้อย่างไร',
      'รายได้ค่าธรรมเนียม (ล้านบาท) | 22 | 23.1 | 5 | |',
      `${indicator} | 14 | 11 | 3 | ช่างไม่พอ งานเทคอนกรีตเลื่อน | จ้างช่างประจำตั้งแต่ต้นปี`,
      'เรือเทียบท่าต่อวัน (ลำ) | 60 | 52 | 3.2 | ร่องน้ำตื้น | ขุดร่องน้ำก่อนหน้ามรสุม',
    )}`;
  test.each(['evaluation-results', 'past-year-evaluation', 'recommendations'])(
    'with the plan on it: %s',
    (criterion) => {
      expect(met(card('KPI68 ทั้งองค์การ', 'งานที่เสร็จตามแผนปฏิบัติการ (จาก 14 งาน)'), criterion)).toBe(true);
      expect(met(card('BSC68', 'โครงการสำเร็จตาม OP68'), criterion)).toBe(true);
    },
  );
  test.each([
    ['without the plan', 'BSC68', 'ความพอใจเรือประมง', ''],
    ['with a plan of another sort', 'BSC68', 'เสร็จตามแผนจัดซื้อจัดจ้าง', ''],
    ['of one person', 'แบบประเมิน ปี 68', 'งานที่เสร็จตามแผนปฏิบัติการ', '<p>ผู้รับการประเมิน นายสมชาย ใจดี</p>'],
    ['of one person by name', 'KPI68', 'งานที่เสร็จตามแผนปฏิบัติการ', '<p>นางสาวสมใจ ดีงาม ตำแหน่ง นักวิชาการ</p>'],
    ['of an older year', 'BSC66', 'เสร็จตาม OP66', ''],
  ])('%s is none', (_, title, indicator, before) => {
    expect(met(card(title, indicator, before), 'past-year-evaluation')).toBe(false);
  });
});

describe('a planning division’s calendar', () => {
  const calendar = (title: string, ...rows: string[]) => `<h2>${title}</h2>${table('เมื่อไร | ทำอะไร', ...rows)}`;
  const rounds = ['ทุกสิ้นเดือน | ทุกฝ่ายกรอกข้อมูลความคืบหน้าโครงการ', 'ม.ค. ก.ค. | เรื่องที่ช้ากว่าแผน หัวหน้าฝ่ายต้องชี้แจงผู้อำนวยการ'];
  test('of rounds in which the plan is followed', () => {
    expect(met(calendar('ปฏิทินกองแผนงาน', ...rounds), 'monitoring-mechanism')).toBe(true);
  });
  test.each([
    ['of other things', 'ปฏิทินกองแผนงาน', ['ทุกสิ้นเดือน | ล้างตลาดใหญ่', 'ม.ค. ก.ค. | ฝ่ายช่างตรวจเครื่องดับเพลิง']],
    ['that is a map', 'แผนที่กองแผนงาน', rounds],
  ])('not one %s', (_, title, rows) => {
    expect(met(calendar(title, ...rows), 'monitoring-mechanism')).toBe(false);
  });
});

describe('who was asked', () => {
  const asked = (who: string, said: string) =>
    met(`<h2>ถามกันตรงๆ ปี 69</h2><p>เดินถาม${who}</p><p>${said}</p>`, 'stakeholder-survey');
  const said = 'พอใจราคา 64% พอใจพนักงานชั่งน้ำหนัก 81% พอใจห้องน้ำ 39%';
  test('traders and tenants, of the staff as well', () => {
    expect(asked('แม่ค้าและผู้เช่าแผงปลา รวม 85 คน', said)).toBe(true);
  });
  test('not the staff themselves', () => {
    expect(asked('พนักงาน รวม 85 คน', said)).toBe(false);
    expect(asked('พนักงานและผู้เช่าแผง รวม 85 คน', 'ความพึงพอใจพนักงาน 81%')).toBe(false);
  });
});
