// Shows what was read out of one document, place by place, so that a person sees what the program sees. Pure: lines of text.
import type { DocumentText, Segment } from '../model/document.ts';
import { extractFailures } from './failures.ts';
import { damageText, type ReadOutcome } from './reader.ts';

type Language = 'th' | 'en';

/** Lines of the description: kind and size, damage, then every segment under its page, slide, sheet or entry, then links. */
export function describeExtraction(outcome: ReadOutcome, language: Language): string[] {
  const words = texts[language];
  if (!outcome.ok) {
    const { code, detail, media } = outcome.failure;
    const { cause, remedy } = extractFailures[code];
    return [
      `${words.kind}: ${media}`,
      `${words.unreadable}: ${cause[language]} (${code}: ${detail})`,
      `${words.remedy}: ${remedy[language]}`,
    ];
  }
  const { text } = outcome;
  return [...head(text, words), ...body(text.segments, words), ...links(text, words)];
}

function head(
  { media, title, charset, pageCount, pagesRead, source, damage, segments }: DocumentText,
  words: Words,
): string[] {
  const lines = [`${words.kind}: ${media}${charset ? ` (${charset})` : ''}`];
  if (title) lines.push(`${words.title}: ${title}`);
  if (pageCount !== undefined) lines.push(`${words.pages}: ${pagesRead ?? pageCount} / ${pageCount}`);
  lines.push(`${words.source}: ${source === 'ocr' ? words.recognised : words.written}`);
  const count = (kind: Segment['kind']) => segments.filter((segment) => segment.kind === kind).length;
  lines.push(words.counts(count('heading'), count('paragraph') + count('item'), count('row')));
  for (const note of damage) lines.push(`${words.damage}: ${damageText(note)}`);
  return lines;
}

function body(segments: readonly Segment[], words: Words): string[] {
  const lines: string[] = [];
  let place = '';
  for (const { kind, text, cells, header, level, source, locator } of segments) {
    const here = [
      locator.entry,
      locator.sheet === undefined ? undefined : `${words.sheet} ${locator.sheet}`,
      locator.slide === undefined ? undefined : `${words.slide} ${locator.slide}`,
      locator.page === undefined ? undefined : `${words.page} ${locator.page}`,
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
    if (here !== place) lines.push('', `── ${here} ──`);
    place = here;
    const mark = source === 'ocr' ? '~ ' : '';
    switch (kind) {
      case 'title':
      case 'heading':
        lines.push(`${mark}${'#'.repeat(level ?? 1)} ${text}`);
        break;
      case 'item':
        lines.push(`${mark}• ${text}`);
        break;
      case 'row':
        lines.push(`${mark}${header ? '‖' : '|'} ${(cells ?? [text]).join(header ? ' ‖ ' : ' | ')}`);
        break;
      case 'paragraph':
        lines.push(`${mark}${text}`);
        break;
    }
  }
  return lines;
}

function links({ links: found }: DocumentText, words: Words): string[] {
  if (found.length === 0) return [];
  return ['', `── ${words.links} ──`, ...found.map(({ label, url, href }) => `${label || '–'} → ${url ?? href}`)];
}

interface Words {
  readonly kind: string;
  readonly title: string;
  readonly pages: string;
  readonly page: string;
  readonly slide: string;
  readonly sheet: string;
  readonly source: string;
  readonly recognised: string;
  readonly written: string;
  readonly damage: string;
  readonly unreadable: string;
  readonly remedy: string;
  readonly links: string;
  readonly counts: (headings: number, paragraphs: number, rows: number) => string;
}

const texts: Readonly<Record<Language, Words>> = {
  th: {
    kind: 'ชนิด',
    title: 'ชื่อเอกสารตามข้อมูลไฟล์',
    pages: 'หน้าที่อ่าน',
    page: 'หน้า',
    slide: 'สไลด์',
    sheet: 'แผ่นงาน',
    source: 'ที่มาของข้อความ',
    recognised: 'รู้จำจากภาพ (ตัวเลขและปีเชื่อถือไม่ได้)',
    written: 'ตัวอักษรในเอกสาร',
    damage: 'ข้อสังเกต',
    unreadable: 'อ่านไม่ได้',
    remedy: 'วิธีแก้ไข',
    links: 'ลิงก์',
    counts: (headings, paragraphs, rows) => `พบ: หัวข้อ ${headings} ย่อหน้าและรายการ ${paragraphs} แถวตาราง ${rows}`,
  },
  en: {
    kind: 'Kind',
    title: 'Title in the file',
    pages: 'Pages read',
    page: 'page',
    slide: 'slide',
    sheet: 'sheet',
    source: 'Text',
    recognised: 'recognised from pictures (figures and years unreliable)',
    written: 'text of the document',
    damage: 'Note',
    unreadable: 'Not readable',
    remedy: 'What to do',
    links: 'links',
    counts: (headings, paragraphs, rows) =>
      `Found: ${headings} headings, ${paragraphs} paragraphs and items, ${rows} table rows`,
  },
};
