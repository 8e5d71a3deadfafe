// Letters read back by another library: what they say, their form, templates of an office, hostile words.
import { Document, Packer, Paragraph } from 'docx';
import { extractRawText } from 'mammoth';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { AuditRun } from '../../src/model/result.ts';
import { letterTemplate } from '../../src/report/letter-template.ts';
import { renderLetters } from '../../src/report/letters.ts';
import { generatedRun } from './generated-run.ts';
import { sampleRun } from './sample-run.ts';

async function textOf(docx: string | Uint8Array): Promise<string> {
  return (await extractRawText({ buffer: Buffer.from(docx) })).value;
}

async function letters(run: AuditRun, options: { lang?: 'th' | 'en'; template?: Uint8Array } = {}) {
  const files = await renderLetters(run, { lang: 'th', ...options });
  return new Map(await Promise.all(files.map(async ({ path, body }) => [path, await textOf(body)] as const)));
}

const made = async (...lines: string[]) =>
  new Uint8Array(
    await Packer.toArrayBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })),
  );

describe('letters', () => {
  it('say to each agency what was checked, found, not found and not checked, with Thai digits and dates', async () => {
    const all = await letters(sampleRun);
    expect([...all.keys()]).toEqual(['letters/namsai.docx', 'letters/khaosung.docx', 'letters/dead.docx']);
    const first = all.get('letters/namsai.docx')!;
    expect(first).toContain('หัวหน้าหน่วยงาน องค์การบริหารส่วนตำบลน้ำใส');
    expect(first).toContain('เมื่อวันที่ ๑๕ มิถุนายน ๒๕๖๙');
    expect(first).toContain('พบตามเกณฑ์บังคับ ๒ ข้อ จากทั้งหมด ๒ ข้อ สถานะ ครบถ้วน');
    // Addresses keep the digits that make them work.
    expect(first).toContain('https://www.namsai.go.th/files/plan.pdf');
    const second = all.get('letters/khaosung.docx')!;
    expect(second).toContain('ลิงก์เสีย เปิดไม่ได้');
    expect(second).toContain('เผยแพร่แผนบนเว็บไซต์');
    expect(all.get('letters/dead.docx')).toContain('(ไม่มีเว็บไซต์ในทะเบียน)');
    for (const text of all.values()) expect(text).not.toContain('{{');
  });

  it('are written in English on request', async () => {
    const first = (await letters(sampleRun, { lang: 'en' })).get('letters/namsai.docx')!;
    expect(first).toContain('Head of Nam Sai');
    expect(first).toContain('on 15 June 2026');
  });

  it('fill the template of an office', async () => {
    const template = await made('บันทึกข้อความ', 'ถึง {{ agency }} ({{met}}/{{required}})', '{{missing}}', 'กองยุทธศาสตร์');
    const second = (await letters(sampleRun, { template })).get('letters/khaosung.docx')!;
    expect(second).toContain('บันทึกข้อความ');
    expect(second).toContain('ประจำอำเภอเขาสูงที่อยู่ไกลมาก (๑/๒)');
    expect(second).toContain('กองยุทธศาสตร์');
    expect(second).toContain('ลิงก์เสีย');
  });

  it('refuse a template with strange placeholders, and a file that is none', async () => {
    const strange = await made('{{agencey}} {{met}}');
    const error = await renderLetters(sampleRun, { lang: 'th', template: strange }).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).problems.map(({ field }) => field)).toEqual(['{{agencey}}']);
    const text = new TextEncoder().encode('not a document');
    await expect(renderLetters(sampleRun, { lang: 'th', template: text })).rejects.toBeInstanceOf(UserError);
  });

  it('take foreign words as words', async () => {
    const run = generatedRun(1);
    const [agency] = run.agencies;
    const hostile = { ...run, agencies: [{ ...agency!, name: '{{missing}} <w:p/> & "x"' }] };
    const text = (await letters(hostile)).get('letters/agency-0.docx')!;
    expect(text).toContain('{ {missing}} <w:p/> & "x"');
  });
});

describe('the template', () => {
  it.each(['th', 'en'] as const)('in %s holds every placeholder once or more', async (lang) => {
    const text = await textOf(await letterTemplate(lang));
    for (const name of [
      'agency',
      'website',
      'checked',
      'fiscalYear',
      'met',
      'required',
      'status',
      'found',
      'missing',
      'unchecked',
    ]) {
      expect(text).toContain(`{{${name}}}`);
    }
  });
});
