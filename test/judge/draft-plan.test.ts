// A plan that says of itself that it is a draft is no published plan; what is not settled of a project says nothing of the plan.
import { expect, test } from 'vitest';
import { judgeDocument } from './judge-document.ts';
import { judgePage } from './judge-page.ts';

const rows = [
  'ที่ | โครงการ | งบประมาณ (บาท) | ระยะเวลา',
  '1 | โครงการปลูกป่าชายเลน | 60,000 | ต.ค. 68',
  '2 | โครงการอบรมชาวประมง | 40,000 | ม.ค. 69',
];
const title = 'แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2569';
const inText = rows.map((row) => `| ${row} |`).join('\n');
const inPage = `<table>${rows
  .map(
    (row) =>
      `<tr>${row
        .split('|')
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`,
  )
  .join('')}</table>`;

test.each([
  `ร่างครั้งที่ 2\n${title}\n${inText}`,
  `DRAFT 3\n${title}\nฉบับเวียนขอความเห็นจากกลุ่มงาน\n${inText}`,
  `${title} (ร่าง ณ วันที่ 3 ก.ย. 2568)\n${inText}`,
  `${title}\nยังไม่มีผลใช้จนกว่าจะประกาศ\n${inText}`,
  `${title}\nรอผู้ว่าราชการจังหวัดลงนาม ห้ามนำไปอ้างอิง\n${inText}`,
  `${title}\nหมายเหตุ: อยู่ระหว่างเสนอผู้ว่าราชการจังหวัดพิจารณา\n${inText}`,
  `${title}\n${inText}\nแผนนี้ยังไม่ผ่านที่ประชุมคณะกรรมการ จะเสนอในเดือนหน้า`,
])('%s is a draft', (text) => {
  for (const criterion of ['plan-current', 'projects']) expect(judgeDocument(text, criterion)).not.toMatch(/^met/u);
});

test.each([
  `${title}\nร่างแผนผ่านการรับฟังความเห็นแล้ว ผู้ว่าราชการจังหวัดเห็นชอบเมื่อวันที่ 1 ตุลาคม 2568\n${inText}`,
  `${title}\nปรับปรุงจากร่างเดิม ใช้ตั้งแต่ 1 ตุลาคม 2568\n${inText}`,
  `${title}\nโครงการลำดับที่ 2 อยู่ระหว่างขออนุมัติจากกรม\n${inText}`,
  `${title}\nแผนฉบับนี้จัดทำขึ้นเพื่อใช้เป็นกรอบในการบริหาร โดยทุกฝ่ายร่วมกันพิจารณาและให้ความเห็นชอบ\n${inText}`,
  `${title}\n${inText}\nงบประมาณของโครงการที่ 2 ยังไม่ได้รับอนุมัติ`,
])('%s is the plan', (text) => {
  for (const criterion of ['plan-current', 'projects']) expect(judgeDocument(text, criterion)).toMatch(/^met/u);
});

test('on a page as well', () => {
  const page = (note: string) => `<title>${title}</title><h1>${title}</h1><p>${note}</p>${inPage}`;
  expect(judgePage(page('ฉบับร่างสำหรับรับฟังความเห็น ยังไม่ได้รับความเห็นชอบ'), 'plan-current')).not.toMatch(/^met/u);
  expect(judgePage(page('ใช้เป็นกรอบการทำงานทั้งปี'), 'plan-current')).toMatch(/^met/u);
});
