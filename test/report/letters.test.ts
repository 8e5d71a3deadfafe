// Letters read back by another library: what they say, their form, templates of an office, hostile words.
import { Document, Packer, Paragraph } from 'docx';
import { extractRawText } from 'mammoth';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { UserError } from '../../src/errors.ts';
import type { AgencyKind } from '../../src/model/registry.ts';
import type { AuditRun } from '../../src/model/result.ts';
import { letterRecipient } from '../../src/report/catalogue/letter-recipient.ts';
import { letterTemplate } from '../../src/report/letter-template.ts';
import { renderLetters } from '../../src/report/letters.ts';
import { generatedRun } from './generated-run.ts';
import { sampleRun } from './sample-run.ts';

async function textOf(docx: string | Uint8Array): Promise<string> {
  return (await extractRawText({ buffer: Buffer.from(docx) })).value;
}

async function readZip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    entries.set(entry.fileName, Buffer.concat(await stream.toArray()));
  }
  return entries;
}

async function letters(run: AuditRun, options: Partial<Parameters<typeof renderLetters>[1]> = {}) {
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
    expect(first).toContain('นายกองค์การบริหารส่วนตำบลน้ำใส');
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

  it('say the office’s own words, in the form of a letter or a memorandum', async () => {
    const letter = {
      form: 'letter',
      number: 'ภก ๐๐๑๗.๒/',
      office: 'สำนักงานจังหวัด\nศาลากลางจังหวัด',
      recipient: 'ผู้บริหาร {agency}',
      signer: 'นายสมชาย ใจดี',
      position: 'หัวหน้าสำนักงานจังหวัด',
      contact: 'กลุ่มงานยุทธศาสตร์\nโทร. ๐ ๗๖๓๕ ๔๘๗๕',
    } as const;
    const text = (await letters(sampleRun, { letter })).get('letters/namsai.docx')!;
    for (const words of [
      'ที่  ภก ๐๐๑๗.๒/',
      'ศาลากลางจังหวัด',
      'เรียน  ผู้บริหาร องค์การบริหารส่วนตำบลน้ำใส',
      'ขอแสดงความนับถือ',
      '(นายสมชาย ใจดี)',
      'หัวหน้าสำนักงานจังหวัด',
      'โทร. ๐ ๗๖๓๕ ๔๘๗๕',
    ]) {
      expect(text).toContain(words);
    }
    const memo = (await letters(sampleRun, { letter: { ...letter, form: 'memo' } })).get('letters/namsai.docx')!;
    expect(memo).toContain('บันทึกข้อความ');
    expect(memo).toContain('ส่วนราชการ  สำนักงานจังหวัด กลุ่มงานยุทธศาสตร์ โทร. ๐ ๗๖๓๕ ๔๘๗๕');
    expect(memo).not.toContain('ศาลากลางจังหวัด');
    expect(memo).not.toContain('ขอแสดงความนับถือ');
  });

  it('keep the emblem’s place free, or show the office’s picture in its size', async () => {
    const xmlOf = async (form: 'letter' | 'memo', emblem?: Uint8Array) => {
      const letter = { form, number: null, office: null, recipient: null, signer: null, position: null, contact: null };
      const [first] = await renderLetters(sampleRun, { lang: 'th', letter, ...(emblem ? { emblem } : {}) });
      const entries = await readZip(first!.body as Uint8Array);
      return { xml: entries.get('word/document.xml')!.toString(), names: [...entries.keys()], entries };
    };
    // Twentieths of a point: 30 and 15 mm; the letter's in the middle of A4, 15 mm below the edge.
    const frame = (xml: string) => /<w:framePr [^>]*>/.exec(xml)![0];
    const free = await xmlOf('letter');
    for (const size of ['w:w="1700"', 'w:h="1700"', 'w:x="5102"', 'w:y="850"']) expect(frame(free.xml)).toContain(size);
    expect(free.names.filter((name) => name.startsWith('word/media/'))).toEqual([]);
    expect(frame((await xmlOf('memo')).xml)).toMatch(/w:w="850" w:h="850"/);
    // 36000 EMU a millimetre; the picture is twice as wide as it is high.
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>');
    for (const [form, height] of [
      ['letter', 30],
      ['memo', 15],
    ] as const) {
      const { xml, names } = await xmlOf(form, svg);
      const [, width, high] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml)!;
      expect(Math.abs(Number(high) / 36_000 - height)).toBeLessThan(0.2);
      expect(Math.abs(Number(width) / Number(high) - 2)).toBeLessThan(0.05);
      expect(names.some((name) => /^word\/media\/.*\.svg$/.test(name))).toBe(true);
    }
    const fonts = free.entries.get('word/fontTable.xml')!.toString();
    expect(fonts).toContain('<w:altName w:val="TH Sarabun New,');
  });

  it('address the head of the agency by title where kind and name tell it', () => {
    const of = (kind: AgencyKind, name: string) => letterRecipient(kind, name, 'th');
    expect(of('municipality', 'เทศบาลเมืองภูผา')).toBe('นายกเทศมนตรีเมืองภูผา');
    expect(of('district', 'ที่ว่าการอำเภอเขาสูง')).toBe('นายอำเภอเขาสูง');
    expect(of('health-office', 'สำนักงานสาธารณสุขอำเภอเขาสูง')).toBe('สาธารณสุขอำเภอเขาสูง');
    expect(of('hospital', 'ศูนย์การแพทย์ภูผา')).toBe('หัวหน้าหน่วยงาน ศูนย์การแพทย์ภูผา');
    expect(letterRecipient('hospital', 'Phu Pha Hospital', 'en')).toBe('Head of Phu Pha Hospital');
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
  it.each([
    ['th', 'letter'],
    ['en', 'letter'],
    ['th', 'memo'],
    ['en', 'memo'],
  ] as const)('in %s as %s holds every placeholder once or more', async (lang, form) => {
    const text = await textOf(await letterTemplate(lang, form));
    for (const name of [
      'emblem',
      'number',
      'office',
      'date',
      'recipient',
      'signer',
      'position',
      ...(form === 'letter' ? ['contact'] : []),
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
