import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { readRegistry } from '../../src/registry/read-registry.ts';

const criteria = ['plan-link', 'projects'];
const utf8 = (text: string) => new TextEncoder().encode(text);

/** windows-874 bytes of Thai text: U+0E01–U+0E5B stand at 0xA1–0xFB. */
function windows874(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const code = char.codePointAt(0)!;
    return code < 0x80 ? code : code - 0x0e00 + 0xa0;
  });
}

async function problemsOf(path: string, bytes: Uint8Array) {
  try {
    await readRegistry(path, bytes, { criteria });
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  throw new Error('the registry was accepted');
}

const full = `id,name,name_en,kind,url,link_page,extra_hosts,province,contact_email,tags,exempt,notes
a-1,สำนักงานตัวอย่าง,Sample Office,provincial-office,http://www.a.go.th,https://a.go.th/plan?x=1,Plan.a.go.th;a.go.th:8080,ภูผาทอง,x@a.go.th,นำร่อง; coast ,projects: no projects of its own (until 2026-12-31); plan-link: ยังไม่มี (ถึง ๓๑/๑๒/๒๕๖๙),note
b,อบต. ข,,อบต.,,,,,,,,
`;

describe('a good registry', () => {
  it('reads every column of a CSV', async () => {
    const registry = await readRegistry('agencies.csv', utf8(full), { criteria });
    expect(registry.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(registry.agencies).toEqual([
      {
        id: 'a-1',
        name: 'สำนักงานตัวอย่าง',
        nameEn: 'Sample Office',
        kind: 'provincial-office',
        url: 'http://www.a.go.th/',
        linkPage: 'https://a.go.th/plan?x=1',
        extraHosts: ['plan.a.go.th', 'a.go.th:8080'],
        province: 'ภูผาทอง',
        contactEmail: 'x@a.go.th',
        tags: ['นำร่อง', 'coast'],
        exempt: [
          { criterion: 'projects', reason: 'no projects of its own', until: '2026-12-31' },
          { criterion: 'plan-link', reason: 'ยังไม่มี', until: '2026-12-31' },
        ],
        notes: 'note',
      },
      { id: 'b', name: 'อบต. ข', kind: 'subdistrict', extraHosts: [], tags: [], exempt: [] },
    ]);
  });

  const thai = 'รหัส,ชื่อหน่วยงาน,ประเภท,เว็บไซต์ (หน้าแรก),หมายเหตุ\n001,เทศบาลตำบลน้ำใส,เทศบาลตำบล,https://namsai.go.th,-\n';
  const expected = [
    {
      id: '001',
      name: 'เทศบาลตำบลน้ำใส',
      kind: 'municipality',
      url: 'https://namsai.go.th/',
      extraHosts: [],
      tags: [],
      exempt: [],
    },
  ];
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${thai.replaceAll(',', '\t')}`, 'utf16le'));
  it.each([
    ['UTF-8', utf8(thai)],
    ['UTF-8 with BOM', utf8(`\ufeff${thai}`)],
    ['windows-874', windows874(thai)],
    ['semicolons and CR LF', utf8(thai.replaceAll(',', ';').replaceAll('\n', '\r\n'))],
    ['tabs', utf8(thai.replaceAll(',', '\t'))],
    ['UTF-16 with tabs, as Excel saves Unicode text', utf16],
    ['the line sep=; of Excel', utf8(`sep=;\r\n${thai.replaceAll(',', ';')}`)],
    ['a title above the headings', utf8(`ทะเบียนหน่วยงาน จังหวัดภูผาทอง,,,,\n,,,,\n${thai}`)],
    ['empty rows and columns at the end', utf8(`${thai.replaceAll('\n', ',,\n')},,,,,,\n,,,,,,\n`)],
    ['ids protected by the spreadsheet', utf8(thai.replace('001', '"=""001"""'))],
  ])('reads Thai headings from %s', async (_, bytes) => {
    expect((await readRegistry('ทะเบียน.csv', bytes)).agencies).toEqual(expected);
  });

  it('reads a workbook: the named sheet, formatted ids, hyperlinks and hyperlink formulas', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['ทะเบียน'],
      ['รหัส', 'ชื่อหน่วยงาน', 'ประเภท', 'เว็บไซต์', 'หน้าแผน'],
      [1, 'โรงพยาบาลก', 'โรงพยาบาล', 'คลิก', 'แผน'],
      [1234567890123, 'โรงเรียนข', 'รร.', 'https://b.ac.th', ''],
      [],
    ]);
    sheet['A3']!.z = '000';
    sheet['D3']!.l = { Target: 'https://a.go.th/' };
    sheet['E3']!.f = 'HYPERLINK("https://a.go.th/plan","แผน")';
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['something', 'else']]), 'สรุป');
    XLSX.utils.book_append_sheet(book, sheet, 'ทะเบียน');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
    const { agencies } = await readRegistry('r.xlsx', bytes);
    expect(agencies.map(({ id, kind, url, linkPage }) => [id, kind, url, linkPage])).toEqual([
      ['001', 'hospital', 'https://a.go.th/', 'https://a.go.th/plan'],
      ['1234567890123', 'school', 'https://b.ac.th/', undefined],
    ]);
  });

  it('reads YAML and JSON alike, with lists and ids as written', async () => {
    const yaml = `agencies:
  - id: 0012
    name: อบต. ก
    kind: อบต.
    url: https://a.go.th
    tags: [x, y]
    extra_hosts: [plan.a.go.th]
    exempt:
      - {criterion: projects, reason: none of its own, until: 2026-12-31}
      - "plan-link: later"
`;
    const json = JSON.stringify([
      {
        id: '0012',
        name: 'อบต. ก',
        kind: 'subdistrict',
        url: 'https://a.go.th',
        tags: 'x; y',
        extra_hosts: ['plan.a.go.th'],
        exempt: ['projects: none of its own (until 2026-12-31)', 'plan-link: later'],
      },
    ]);
    const fromYaml = await readRegistry('r.yaml', utf8(yaml), { criteria });
    const fromJson = await readRegistry('r.json', utf8(json), { criteria });
    expect(fromYaml.agencies).toEqual(fromJson.agencies);
    expect(fromYaml.agencies[0]).toMatchObject({
      id: '0012',
      exempt: [{ criterion: 'projects', reason: 'none of its own', until: '2026-12-31' }, { criterion: 'plan-link' }],
    });
  });
});

describe('a bad registry', () => {
  it('names every fault at once, with row, column, value and expectation', async () => {
    const csv = `id,name,kind,url,tgas,contact_email,extra_hosts,exempt
,ไม่มีรหัส,district,https://a.go.th,,,,
x y,ชื่อ,district,www.b.go.th,,,,
ok,ชื่อ,distrct,ftp://c.go.th,,not mail,https://d.go.th/x,project: why
OK,,district,https://u:secret@e.go.th,,,h:99999,projects: why (until 31/02/2569)
`;
    const problems = await problemsOf('bad.csv', utf8(csv));
    expect(problems.map(({ line, field, value }) => [line, field, value])).toEqual([
      [1, 'tgas', 'tgas'],
      [2, 'id', undefined],
      [3, 'id', 'x y'],
      [3, 'url', 'www.b.go.th'],
      [4, 'kind', 'distrct'],
      [4, 'url', 'ftp://c.go.th'],
      [4, 'contact_email', 'not mail'],
      [4, 'extra_hosts', 'https://d.go.th/x'],
      [4, 'exempt', 'project: why'],
      [5, 'name', undefined],
      [5, 'url', 'https://…@e.go.th'],
      [5, 'extra_hosts', 'h:99999'],
      [5, 'exempt', 'projects: why (until 31/02/2569)'],
      [5, 'id', 'OK'],
    ]);
    const text = problems.map(({ message }) => message).join('\n');
    expect(text).toContain('did you mean "tags"');
    expect(text).toContain('such as "https://www.b.go.th/"');
    expect(text).toContain('did you mean "district"');
    expect(text).toContain('did you mean "projects"');
    expect(text).toContain('first: "ok" in row 4');
    expect(text).not.toContain('secret');
    for (const problem of problems) expect(problem.messageTh).toMatch(/[ก-๙]/);
  });

  it.each([
    ['an empty file', '', 'no agency'],
    ['headings alone', 'id,name,kind,url\n', 'no agency'],
    ['no headings', 'a,b\nc,d\n', 'no row of headings'],
    ['a column missing', 'id,name,kind\na,b,district\n', '"url"'],
    ['a heading twice', 'id,name,kind,url,website\na,b,district,,\n', 'stands twice'],
    ['data beyond the headings', 'id,name,kind,url\na,b,district,,extra\n', 'without a heading'],
    ['an open quote', 'id,name,kind,url\n"a,b,district,\n', 'cannot be read'],
    ['UTF-8 that was saved as Latin', 'id,name,kind,url\na,à¸\u0081à¸£à¸¡,district,\n', 'character set'],
    [
      'two addresses in one cell',
      'id,name,kind,url\na,b,district,"https://a.th, https://b.th"\n',
      'one absolute address',
    ],
    ['a name without a dot', 'id,name,kind,url\na,b,district,https://intranet/\n', 'one absolute address'],
  ])('refuses %s', async (_, csv, expected) => {
    const problems = await problemsOf('r.csv', utf8(csv));
    expect(problems.map((problem) => problem.message).join('\n')).toContain(expected);
  });

  it('a missing column is named once, not again in every row', async () => {
    const problems = await problemsOf('r.csv', utf8('name,kind,url\na,district,\nb,district,\n'));
    expect(problems).toMatchObject([{ line: 1, field: 'id' }]);
  });

  it('keeps the row numbers of cells that hold line breaks', async () => {
    const csv = 'id,name,kind,url\na,"two\nlines",district,\nb,x,nothing like it,\n';
    expect(await problemsOf('r.csv', utf8(csv))).toMatchObject([{ line: 4, field: 'kind' }]);
    expect(await problemsOf('r.csv', utf8(csv.replaceAll('\n', '\r\n')))).toMatchObject([{ line: 4, field: 'kind' }]);
  });

  it('names the line in YAML and JSON', async () => {
    const yaml =
      '- id: a\n  name: x\n  kind: district\n  url: https://a.go.th\n  colour: red\n  tags: {a: b}\n- text\n';
    expect(await problemsOf('r.yaml', utf8(yaml))).toMatchObject([
      { line: 5, field: 'colour' },
      { line: 6, field: 'tags' },
      { line: 7 },
    ]);
    expect(await problemsOf('r.json', utf8('[\n {"id": "a",}\n]'))).toMatchObject([{ line: 2 }]);
    expect(await problemsOf('r.yaml', utf8('- id: a\n  id: b\n'))).toMatchObject([{ line: 2 }]);
    expect(await problemsOf('r.yaml', utf8('just text'))).toMatchObject([{ line: 1 }]);
  });

  it('refuses formulas without a value and files that are no workbook', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['id', 'name', 'kind', 'url'],
      ['a', 'x', 'district', ''],
    ]);
    sheet['B2'] = { t: 'e', v: 0x17, w: '#REF!', f: 'Other!A1' };
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, 's');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
    expect((await problemsOf('r.xlsx', bytes))[0]).toMatchObject({ line: 2, field: 'name' });
    expect((await problemsOf('r.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 1]))).length).toBe(1);
  });

  it('refuses an unknown kind of file', async () => {
    await expect(readRegistry('r.docx', utf8('x'))).rejects.toMatchObject({ code: 'registry-format' });
  });
});
