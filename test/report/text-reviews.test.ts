import { expect, it } from 'vitest';
import { renderText } from '../../src/report/text.ts';
import { sampleRun } from './sample-run.ts';

const [first, ...rest] = sampleRun.agencies;
const [cell, other, ...cells] = first!.criteria;
const run = {
  ...sampleRun,
  agencies: [
    {
      ...first!,
      criteria: [
        {
          ...cell!,
          review: {
            by: 'สมหญิง\u001b[31m',
            at: '2026-06-20',
            reason: 'ตรวจเล่มแล้ว',
            until: '2026-12-31',
            program: { verdict: 'review', reason: 'label-conflict' } as const,
          },
        },
        {
          ...other!,
          reviewReopened: {
            by: 'สมชาย',
            at: '2026-05-20',
            reason: 'เคยพบ',
            verdict: 'met' as const,
            because: 'evidence-changed' as const,
          },
        },
        ...cells,
      ],
    },
    ...rest,
  ],
};

it('the text report says which cells people decided, and which want a new decision', () => {
  const text = renderText(run, { lang: 'en', columns: 200, colour: 0 });
  expect(text).toMatch(
    new RegExp(`• ${first!.id} ${cell!.id}: .*สมหญิง.*20 June 2026, until 31 December 2026.*ตรวจเล่มแล้ว`),
  );
  expect(text).toMatch(new RegExp(`• ${first!.id} ${other!.id}: the evidence has changed .*สมชาย`));
  expect(text).not.toContain('\u001b');
  expect(renderText(run, { lang: 'th', columns: 80, colour: 0 })).toContain('ผลที่ต้องพิจารณาใหม่');
  expect(renderText(sampleRun, { lang: 'en', columns: 80, colour: 0 })).not.toContain('Decided by people');
});
