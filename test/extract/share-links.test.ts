// Share links and the address that yields their bytes; viewers that hold no document; folders that name their files.
import { describe, expect, test } from 'vitest';
import { downloadForm } from '../../src/extract/share-links.ts';
import { folderEntries, isViewerShell } from '../../src/extract/viewer-shells.ts';

const key = '1aBcD_efGhIjKlMnOpQrStUvWxYz-0123';
const file = { url: `https://drive.usercontent.google.com/download?id=${key}&export=download&confirm=t`, kind: 'file' };
const folder = { url: `https://drive.google.com/embeddedfolderview?id=${key}#list`, kind: 'folder' };

test.each([
  [`https://drive.google.com/file/d/${key}/view?usp=sharing`, file],
  [`https://drive.google.com/file/u/1/d/${key}/preview`, file],
  [`https://drive.google.com/a/phuket.go.th/file/d/${key}/edit`, file],
  [`https://drive.google.com/open?id=${key}`, file],
  [`https://drive.google.com/uc?export=view&id=${key}`, file],
  [`https://drive.google.com/file/d/${key}/view?resourcekey=0-xyz`, { ...file, url: `${file.url}&resourcekey=0-xyz` }],
  [`https://drive.google.com/drive/folders/${key}?usp=sharing`, folder],
  [`https://drive.google.com/drive/u/0/folders/${key}`, folder],
  [`https://drive.google.com/folderview?id=${key}`, folder],
  [
    `https://docs.google.com/document/d/${key}/edit#heading=h.1`,
    { url: `https://docs.google.com/document/d/${key}/export?format=docx`, kind: 'document' },
  ],
  [
    `https://docs.google.com/spreadsheets/d/${key}/edit?gid=0`,
    { url: `https://docs.google.com/spreadsheets/d/${key}/export?format=xlsx`, kind: 'sheet' },
  ],
  [
    `https://docs.google.com/spreadsheets/d/e/2PACX-${key}/pubhtml`,
    { url: `https://docs.google.com/spreadsheets/d/e/2PACX-${key}/pub?output=xlsx`, kind: 'sheet' },
  ],
  [
    `https://docs.google.com/presentation/d/${key}/edit`,
    { url: `https://docs.google.com/presentation/d/${key}/export/pptx`, kind: 'slides' },
  ],
  [
    'https://1drv.ms/b/s!AbCdEf',
    {
      url: `https://api.onedrive.com/v1.0/shares/u!${Buffer.from('https://1drv.ms/b/s!AbCdEf').toString('base64url')}/root/content`,
      kind: 'file',
    },
  ],
  ['https://1drv.ms/f/s!AbCdEf', { url: 'https://1drv.ms/f/s!AbCdEf', kind: 'folder' }],
  [
    'https://onedrive.live.com/embed?resid=ABC%21123&authkey=x',
    { url: 'https://onedrive.live.com/download?resid=ABC%21123&authkey=x', kind: 'file' },
  ],
  [
    'https://agency-my.sharepoint.com/:x:/g/personal/a/Eabc?e=1',
    { url: 'https://agency-my.sharepoint.com/:x:/g/personal/a/Eabc?e=1&download=1', kind: 'sheet' },
  ],
  [
    'https://agency.sharepoint.com/sites/s/_layouts/15/Doc.aspx?sourcedoc=%7Babc-def%7D&file=a.docx',
    { url: 'https://agency.sharepoint.com/sites/s/_layouts/15/download.aspx?UniqueId=abc-def', kind: 'file' },
  ],
  [
    'https://www.dropbox.com/scl/fi/abc/plan.pdf?rlkey=x&dl=0',
    { url: 'https://www.dropbox.com/scl/fi/abc/plan.pdf?rlkey=x&dl=1', kind: 'file' },
  ],
  ['https://app.box.com/s/abc123', { url: 'https://app.box.com/shared/static/abc123', kind: 'file' }],
] as const)('%s', (url, form) => {
  expect(downloadForm(url)).toEqual(form);
  // The form of a form is itself: nothing is rewritten twice into something else.
  if (form.kind === 'file' && /google/.test(url)) expect(downloadForm(form.url)).toEqual(form);
});

test.each([
  'https://docs.google.com/forms/d/e/1FAIpQLSabcdefghijklmnop/viewform',
  'https://sites.google.com/view/agency',
  'https://www.agency.go.th/file/d/plan.pdf',
  'https://drive.google.com/',
  'https://drive.google.com.evil.example/file/d/1aBcD_efGhIjKlMnOpQrStUvWxYz/view',
  'mailto:a@b.go.th',
  'not a url',
])('%s is no share link', (url) => {
  expect(downloadForm(url)).toBeUndefined();
});

describe('viewer shells', () => {
  test.each([
    [`https://drive.google.com/file/d/${key}/view`, '<html><body>แผนปฏิบัติราชการ.pdf - Google Drive</body></html>', true],
    ['https://drive.google.com/embeddedfolderview?id=x', '<div class="flip-entry">', false],
    ['https://online.anyflip.com/abc/def/', '<html></html>', true],
    ['https://www.canva.com/design/x/view', '<html></html>', true],
    ['https://docs.google.com/document/d/e/2PACX-1/pub', '<p>แผน</p>', false],
    [
      'https://www.agency.go.th/book/index.html',
      '<title>แผน</title><script src="mobile/javascript/config.js"></script>',
      true,
    ],
    [
      'https://www.agency.go.th/news',
      `<script src="/js/turn.min.js"></script><p>${'เนื้อหาของหน้าเว็บ '.repeat(60)}</p>`,
      false,
    ],
    ['https://www.agency.go.th/plan', '<p>แผนปฏิบัติราชการ</p>', false],
  ])('%s', (url, html, shell) => {
    expect(isViewerShell(html, url)).toBe(shell);
  });
});

describe('folder entries', () => {
  test('of the embeddable list', () => {
    const html = `<div class="flip-list"><div class="flip-entry" id="entry-1" tabindex="0"><div class="flip-entry-info"><a href="https://drive.google.com/file/d/${key}/view?usp=drive_web" target="_blank"><div class="flip-entry-icon"></div><div class="flip-entry-title">แผน &amp; ผล 2570.pdf</div></a></div></div>
<div class="flip-entry" id="entry-2"><a href="https://drive.google.com/drive/folders/${key}"><div class="flip-entry-title">ปี 2569</div></a></div></div>`;
    expect(folderEntries(html)).toEqual([
      { url: `https://drive.google.com/file/d/${key}/view?usp=drive_web`, name: 'แผน & ผล 2570.pdf', folder: false },
      { url: `https://drive.google.com/drive/folders/${key}`, name: 'ปี 2569', folder: true },
    ]);
  });

  test('of the data behind the page', () => {
    const data = JSON.stringify([[[key, ['0AParentFolderKey000'], 'รายงานผล 6 เดือน.pdf', 'application/pdf', 0]]]);
    const escaped = data.replace(/[[\]"]/g, (char) => `\\x${char.charCodeAt(0).toString(16)}`);
    expect(folderEntries(`<script>window['_DRIVE_ivd'] = '${escaped}';</script>`)).toEqual([
      { url: `https://drive.google.com/file/d/${key}/view`, name: 'รายงานผล 6 เดือน.pdf', folder: false },
    ]);
  });

  test('of a page without them', () => {
    expect(folderEntries('<html><script>load()</script></html>')).toEqual([]);
  });
});
