// ODT: headings that are told by styles and by weight.
import { describe, expect, test } from 'vitest';
import { documentLimits } from '../../src/extract/limits.ts';
import { readOdf } from '../../src/extract/read-odf.ts';
import { zip } from './hostile-files.ts';

const document = (styles: string, content: string) =>
  `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${content}</office:text></office:body></office:document-content>`;
const style = (name: string, properties = '', more = '') =>
  `<style:style style:name="${name}" ${more}>${properties && `<style:text-properties ${properties}/>`}</style:style>`;
const named = (styles: string) =>
  `<office:document-styles><office:styles>${styles}</office:styles></office:document-styles>`;
const p = (text: string, name = 'Plain') => `<text:p text:style-name="${name}">${text}</text:p>`;

const bold = style('Bold', 'fo:font-weight="bold"');
/** Enough of it that a few bold lines are not nearly all. */
const prose = [1, 2, 3].map(() => p('ได้ดำเนินการตามแผนปฏิบัติราชการครบทุกโครงการแล้ว')).join('');

/** Headings with their levels. */
async function headings(
  content: string,
  { own = bold, common = '' }: { own?: string; common?: string } = {},
): Promise<(readonly [string, number | undefined])[]> {
  const body = await zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': document(own, content),
    ...(common === '' ? {} : { 'styles.xml': named(common) }),
  });
  const outcome = await readOdf({ media: 'odt', body, url: '', limits: documentLimits });
  if (!outcome.ok) expect.fail(outcome.failure.detail);
  const { segments } = outcome.text;
  return segments.filter(({ kind }) => kind === 'heading').map(({ text, level }) => [text, level]);
}

describe('bold', () => {
  test('throughout: a heading of the lowest level', async () => {
    expect(await headings(p('ผลการดำเนินงาน', 'Bold') + prose)).toEqual([['ผลการดำเนินงาน', 6]]);
  });

  test('by a run, and by runs that together are all of it', async () => {
    const run = (text: string, name = 'Bold') => `<text:span text:style-name="${name}">${text}</text:span>`;
    expect(await headings(p(run('ผลการ') + run('ดำเนินงาน')) + prose)).toEqual([['ผลการดำเนินงาน', 6]]);
    expect(await headings(p(`${run('ผลการ')} ดำเนินงาน`) + prose)).toEqual([]);
    // A run within a bold paragraph that only says it is of another colour is bold all the same; one set plain is not.
    const own = bold + style('Red', 'fo:color="#ff0000"') + style('Light', 'fo:font-weight="normal"');
    expect(await headings(p(`ผลการ${run('ดำเนินงาน', 'Red')}`, 'Bold') + prose, { own })).toHaveLength(1);
    expect(await headings(p(`ผลการ${run('ดำเนินงาน', 'Light')}`, 'Bold') + prose, { own })).toEqual([]);
  });

  test('of a note or text box within a line is not the line’s', async () => {
    const within = (inner: string) =>
      `<text:note><text:note-citation>1</text:note-citation><text:note-body>${inner}</text:note-body></text:note>`;
    const plain = `<text:p text:style-name="Plain">เทศบาลได้จัดกิจกรรม${within(p('เชิงอรรถ', 'Bold'))}ตามแผนของปี</text:p>`;
    expect(await headings(plain + prose)).toEqual([['เชิงอรรถ', 6]]);
    const heavy = `<text:p text:style-name="Bold">ผลการดำเนินงาน${within(p('เชิงอรรถ'))}ของปี</text:p>`;
    expect((await headings(heavy + prose)).map(([text]) => text)).toContain('ของปี');
  });

  test('the weight that counts is that of Thai letters', async () => {
    const own =
      style('Thai', 'fo:font-weight="normal" style:font-weight-complex="bold"') +
      style('Latin', 'fo:font-weight="bold" style:font-weight-complex="normal"') +
      style('Number', 'fo:font-weight="700"');
    const lines = p('ผลงาน', 'Thai') + p('ปัญหา', 'Latin') + p('แนวทาง', 'Number');
    expect((await headings(lines + prose, { own })).map(([text]) => text)).toEqual(['ผลงาน', 'แนวทาง']);
  });

  test('taken over from a parent style, also one of the file’s common styles', async () => {
    const own =
      style('P1', '', 'style:parent-style-name="Strong"') +
      style('P2', 'fo:font-weight="normal"', 'style:parent-style-name="Strong"');
    const common = style('Base', 'fo:font-weight="bold"') + style('Strong', '', 'style:parent-style-name="Base"');
    expect(await headings(p('ผลงาน', 'P1') + p('ปัญหา', 'P2') + prose, { own, common })).toEqual([['ผลงาน', 6]]);
  });

  test('styles that are each other’s parents end', async () => {
    const own = style('A', '', 'style:parent-style-name="B"') + style('B', '', 'style:parent-style-name="A"');
    expect(await headings(p('ผลงาน', 'A') + prose, { own })).toEqual([]);
  });

  test('long lines, figures, items of a list and cells of a table are no headings', async () => {
    const item = `<text:list><text:list-item>${p('ขุดลอกคลอง', 'Bold')}</text:list-item></text:list>`;
    const cells = ['ที่', 'โครงการ'].map((text) => `<table:table-cell>${p(text, 'Bold')}</table:table-cell>`).join('');
    const row = `<table:table-row>${cells}</table:table-row>`;
    const table = `<table:table>${row}${row}</table:table>`;
    const lines = p('ก'.repeat(121), 'Bold') + p('2569', 'Bold');
    expect(await headings(lines + item + table + prose.repeat(3))).toEqual([]);
  });

  test('throughout the document heads nothing; headings by style are left', async () => {
    const all = p('ผลการดำเนินงาน', 'Bold') + prose.replaceAll('"Plain"', '"Bold"');
    expect(await headings(all)).toEqual([]);
    const common = style('Heading_20_2', 'fo:font-weight="bold"');
    for (const known of [{}, { common }])
      expect(await headings(p('สรุปผล', 'Heading_20_2') + all, known)).toEqual([['สรุปผล', 2]]);
  });
});

describe('styles of headings', () => {
  test('built-in names give levels, defined in the file or not', async () => {
    const names = ['Title', 'Subtitle', 'Heading_20_1', 'Heading_20_3', 'Heading_20_9', 'Heading_20_10'];
    const lines = names.map((name) => p(name, name)).join('');
    const levels = [1, 2, 1, 3, 6].map((level, at) => [names[at], level]);
    expect(await headings(lines + prose)).toEqual(levels);
    const common = names.map((name) => style(name)).join('');
    expect(await headings(lines + prose, { common })).toEqual(levels);
  });

  test('a level that the style gives goes before its name; a style based on a heading’s is one', async () => {
    const common =
      style('Heading_20_1', '', 'style:default-outline-level="4"') +
      style('Chapter', '', 'style:default-outline-level="2"');
    const own = style('P1', '', 'style:parent-style-name="Chapter"');
    const lines = p('บทที่หนึ่ง', 'P1') + p('ผลงาน', 'Heading_20_1');
    expect(await headings(lines + prose, { own, common })).toEqual([
      ['บทที่หนึ่ง', 2],
      ['ผลงาน', 4],
    ]);
  });
});
