// What a plan's chapter on the year before shows: results and lessons of that year, never its report.
import { describe, expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';

const plan = [
  '# แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569',
  '## โครงการปี 2569',
  '| ที่ | โครงการ | เป้าหมาย | งบประมาณ | ระยะเวลา |',
  '| 1 | เก็บอวนร้าง | 40 ครั้ง | 80,000 | ธ.ค. 68 - ส.ค. 69 |',
  '| 2 | อบรมชาวประมง | 6 รุ่น | 40,000 | ม.ค. 69 |',
];
const figures = [
  '| ตัวชี้วัด | ค่าที่ตั้งไว้ | ทำได้ | ผ่าน/ไม่ผ่าน |',
  '| อวนที่เก็บได้ (ตัน) | 12 | 14.2 | ผ่าน |',
  '| ชาวประมงที่ผ่านอบรม | 120 | 96 | ไม่ผ่าน |',
];
const lessons = ['## บทเรียนที่ได้', 'เรือเข้าอู่สองเดือน จึงควรยืมเรือของกลุ่มบ้านนอกมาใช้'];
const read = (heading: string, ...rest: readonly string[]) =>
  [...plan, `## ${heading}`, ...figures, ...rest].join('\n');
const met = (text: string, criterion: string) => judgeDocument(text, criterion).startsWith('met');

describe('a chapter on the year before', () => {
  test.each([
    'ปีที่ผ่านมาทำได้แค่ไหน',
    'มองย้อนปี 2568',
    'ทบทวนผลการดำเนินงานปีงบประมาณ พ.ศ. 2568',
    'ผลการดำเนินงานปีที่แล้ว',
    'จากปี 2568 สู่ปี 2569',
  ])('tells its results: %s', (heading) => {
    expect(met(read(heading), 'evaluation-results')).toBe(true);
    expect(met(read(heading), 'past-year-evaluation')).toBe(false);
    expect(met(read(heading), 'monitoring-results')).toBe(false);
    expect(met(read(heading), 'plan-current')).toBe(true);
    expect(met(read(heading), 'projects')).toBe(true);
  });

  test('goes on in the lessons learnt', () => {
    expect(met(read('มองย้อนปี 2568'), 'recommendations')).toBe(false);
    expect(met(read('มองย้อนปี 2568', ...lessons), 'recommendations')).toBe(true);
  });

  test.each([
    'ผลการดำเนินงานในช่วง 3 ปีที่ผ่านมา',
    'ผลการดำเนินงานปี 2566',
    'ผลการดำเนินงานปี 2566 - 2568',
    'ผลการวิเคราะห์สภาพแวดล้อม (SWOT) ปี 2568',
    'สรุปผลการประเมินความพึงพอใจ ปี 2568',
    'เป้าหมายปี 2569',
  ])('is none that is of other years or things: %s', (heading) => {
    expect(met(read(heading), 'evaluation-results')).toBe(false);
  });

  test('is none in a plan that has only its heading', () => {
    expect(met([...plan, '## มองย้อนปี 2568'].join('\n'), 'evaluation-results')).toBe(false);
  });

  test('is of no use where it is too old', () => {
    const old = read('มองย้อนปี 2566').replaceAll('2569', '2567');
    expect(met(old, 'evaluation-results')).toBe(false);
  });
});
