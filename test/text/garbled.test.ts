import { describe, expect, it } from 'vitest';
import { garbled } from '../../src/text/garbled.ts';

const clean =
  'แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. ๒๕๖๙ ของสำนักงานจังหวัดภูเก็ต ประกอบด้วยแผนงาน โครงการ ผลการประเมิน ข้อเสนอแนะในการปรับปรุงพัฒนา และผลการกำกับติดตามผลการดำเนินงาน ความก้าวหน้าและการใช้จ่ายงบประมาณแต่ละโครงการหรือกิจกรรม ให้ผู้มีส่วนได้ส่วนเสียสามารถเข้าถึงได้โดยสะดวก ';

describe('garbled', () => {
  it.each([
    ['one letter throughout', 'คคคคคคคค คคคคค ใใใใใใใ', 'one-letter'],
    ['one letter throughout a page', 'คคคคคค คคคค\n'.repeat(200), 'one-letter'],
    ['controls and replacement characters', clean.replaceAll('า', '\u0003').replaceAll('ร', '\ufffd'), 'junk'],
    ['private-use glyphs of an unknown font', clean.replaceAll('า', '\ue012'), 'junk'],
    ['Latin-1 letters among Thai', clean.replace(/[งน]/g, 'ã'), 'junk'],
    ['vowels where none can stand', clean.replaceAll('า', 'เิ').replaceAll('น', 'แ้'), 'bad-marks'],
    ['no marks at all', clean.repeat(2).replace(/[ัิ-ฺ็-๎]/g, ' '), 'no-marks'],
  ])('%s', (_name, text, why) => {
    expect(garbled(text)).toMatchObject({ garbled: true, why });
  });

  it.each([
    ['clean text', clean],
    ['decomposed text', clean.replaceAll('ำ', '\u0e4d\u0e32')],
    ['marks in the wrong order', clean.replace(/([ัิีึื])([่้])/g, '$2$1')],
    ['a label', 'แผนงาน'],
    ['a label of one letter', 'กก'],
    ['English', 'Annual Action Plan, fiscal year 2026. '.repeat(20)],
    ['figures', '1,234,567.00 100.00 - '.repeat(100)],
    ['nothing', ''],
    ['wrong character set that can be undone', new TextDecoder('windows-874').decode(new TextEncoder().encode(clean))],
  ])('not %s', (_name, text) => {
    const { badMarksPerThousand, ...verdict } = garbled(text);
    expect(verdict).toEqual({ garbled: false, why: '', junkPerThousand: 0 });
    expect(badMarksPerThousand).toBeLessThan(4);
  });
});
