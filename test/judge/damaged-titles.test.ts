// Titles whose marks were moved or lost are read as a reader understands them, look-alikes and owners included.
import { describe, expect, test } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { readTitle } from '../../src/judge/title.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);
const agency = { name: 'สำนักงานเกษตรจังหวัดทดสอบ', kind: 'provincial-office' } as const;

describe('a damaged title', () => {
  test.each([
    ['marks one letter late', 'แผนปฏบิ ัตริ าชการประจาํ ปงี บประมาณ พ.ศ. 2569'],
    ['marks of two letters in a row', 'แผนปฏบิ ตั ิการ ประจาปี ปงี บประมาณ 2569'],
    ['spaces for marks', 'แผนปฏ บ ต ราชการประจ าป งบประมาณ พ.ศ. 2569'],
    ['aa and am swapped', 'แผนปฏิบัติรำชกำรประจำปีงบประมำณ พ.ศ. 2569'],
  ])('names the plan and its year: %s', (_name, title) => {
    const { classes, year } = readTitle(lexicon, title, agency);
    expect([...classes.keys()]).toEqual(['annual-plan']);
    expect(year?.year).toBe(2569);
  });

  test("names another body's plan as that body's", () => {
    const title = 'แผนปฏบิ ัตริ าชการประจาํ ปงี บประมาณ พ.ศ. 2569 ของกระทรวงมหาดไทย';
    const { classes, foreign } = readTitle(lexicon, title, agency);
    expect(classes.size).toBe(0);
    expect([...foreign]).toEqual(['annual-plan']);
  });

  test('has its spans in the original', () => {
    const title = '1. แผนปฏบิ ัตริ าชการประจาํ ปงี บประมาณ พ.ศ. 2569';
    const reading = readTitle(lexicon, title, agency);
    const hit = reading.classes.get('annual-plan')!;
    expect(reading.text).toBe(title);
    expect(title.slice(hit.from, hit.to)).toMatch(/^แผนปฏบิ ัตริ าชการ/);
  });
});
