// The built-in templates of a letter, in the forms of Thai official papers: the letter (หนังสือภายนอก) with the Garuda of
// 3 cm in the middle, the memorandum (บันทึกข้อความ) with one of 1.5 cm at the left; margins 3 and 2 cm, 16 points,
// `{{placeholders}}` that `letters` fills in. An office may edit a copy and give it as --template.
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type LetterTexts, letterTextsOf } from './catalogue/letter-texts.ts';
import type { Language } from './catalogue/messages.ts';
import { thaiDigits } from './catalogue/thai-digits.ts';
import type { LetterDetails, RenderOptions } from './formats.ts';

export type LetterForm = LetterDetails['form'];

/** Placeholders that stand within a line. */
export const linePlaceholders = [
  'agency',
  'website',
  'date',
  'checked',
  'fiscalYear',
  'pages',
  'documents',
  'met',
  'required',
  'status',
  'emblem',
  'number',
  'office',
  'recipient',
  'signer',
  'position',
  'contact',
] as const;
/** Placeholders that stand alone in a paragraph and become tables or lists. */
export const blockPlaceholders = ['found', 'missing', 'unchecked'] as const;

/** Not TH SarabunIT๙: it draws every digit as a Thai one, those of addresses too. */
const fontName = 'TH SarabunPSK';
export const letterFont = { ascii: fontName, hAnsi: fontName, cs: fontName, eastAsia: fontName };
/** What a word processor takes where the font is missing, in this order. */
const otherFonts = 'TH Sarabun New,Sarabun,TH SarabunIT๙,TH Niramit AS,Angsana New';
/** Half-points: 16 points, as the rules of official papers have it. */
export const letterSize = 32;
/** Height of the emblem in millimetres. */
export const emblemHeight: Readonly<Record<LetterForm, number>> = { letter: 30, memo: 15 };

const twip = convertMillimetersToTwip;
/** Width of the text on A4 between the margins of 3 and 2 cm. */
const textWidth = 160;

export async function letterTemplate(lang: Language, form: LetterForm = 'letter'): Promise<Uint8Array> {
  const texts = letterTextsOf(lang);
  const document = new Document({
    creator: 'planaudit',
    title: texts.subjectText,
    styles: {
      default: {
        document: {
          run: {
            font: letterFont,
            size: letterSize,
            sizeComplexScript: letterSize,
            language: { value: 'en-US', bidirectional: 'th-TH' },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twip(210), height: twip(297) },
            margin: { top: twip(form === 'memo' ? 18 : 25), bottom: twip(20), left: twip(30), right: twip(20) },
          },
        },
        children: [...head(form, texts), ...findings(texts), ...foot(form, texts)],
      },
    ],
  });
  const fonts = [{ path: 'word/fontTable.xml', data: fontTable }];
  return new Uint8Array(await Packer.pack(document, 'arraybuffer', false, fonts));
}

const fontTable =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `<w:font w:name="${fontName}"><w:altName w:val="${otherFonts}"/><w:panose1 w:val="020B0500040200020003"/>` +
  '<w:charset w:val="DE"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>';

function run(text: string, bold = false, points?: number): TextRun {
  const size = points === undefined ? {} : { size: points * 2, sizeComplexScript: points * 2 };
  return new TextRun({ text, bold, ...size });
}

const line = (text: string, rest: IParagraphOptions = {}) => new Paragraph({ children: [run(text)], ...rest });

function head(form: LetterForm, texts: LetterTexts): (Paragraph | Table)[] {
  const field = (name: string, text: string) =>
    new Paragraph({
      children: [run(`${name}  `), run(text)],
      spacing: { before: 120 },
      indent: { left: twip(15), hanging: twip(15) },
    });
  switch (form) {
    case 'letter':
      return [
        // In the middle, 1.5 cm below the edge; the lines beside it end at its foot.
        emblem(form, (210 - emblemHeight.letter) / 2, 15),
        // A line of its own carries the frame: a table cannot.
        line('', { spacing: { line: twip(13), lineRule: LineRuleType.EXACT, before: 0, after: 0 } }),
        table(95, [[line(`${texts.number}  {{number}}`)], [line('{{office}}')]]),
        line('{{date}}', { indent: { left: twip(75) }, spacing: { before: 60 } }),
        field(texts.subject, texts.subjectText),
        field(texts.to, '{{recipient}}'),
        field(texts.enclosure, texts.enclosureText),
      ];
    case 'memo': {
      const ruled = (children: readonly TextRun[]) =>
        new Paragraph({
          children: [...children],
          border: { bottom: { style: BorderStyle.DOTTED, size: 4, space: 1, color: '808080' } },
        });
      const name = (text: string) => run(`${text}  `, true, 20);
      return [
        emblem(form, 30, 15),
        new Paragraph({
          children: [run(texts.memo, true, 29)],
          alignment: AlignmentType.CENTER,
          spacing: { after: 60 },
        }),
        ruled([name(texts.from), run('{{office}}')]),
        table(76, [[ruled([name(texts.number), run('{{number}}')])], [ruled([name(texts.date), run('{{date}}')])]]),
        ruled([name(texts.subject), run(texts.subjectText)]),
        field(texts.to, '{{recipient}}'),
      ];
    }
  }
}

/** A frame of the emblem's size at a place of the page: empty, it keeps that place free. */
function emblem(form: LetterForm, x: number, y: number): Paragraph {
  const size = emblemHeight[form];
  return new Paragraph({
    children: [run('{{emblem}}')],
    alignment: AlignmentType.CENTER,
    frame: {
      type: 'absolute',
      position: { x: twip(x), y: twip(y) },
      width: twip(size),
      height: twip(size),
      rule: HeightRule.ATLEAST,
      wrap: FrameWrap.AROUND,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
  });
}

/** Two columns without lines: `left` millimetres for the first. */
function table(left: number, cells: readonly (readonly Paragraph[])[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none };
  const widths = [twip(left), twip(textWidth - left)];
  return new Table({
    width: { size: twip(textWidth), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        children: cells.map(
          (children, index) =>
            new TableCell({
              width: { size: widths[index]!, type: WidthType.DXA },
              margins: { left: 0, right: 0 },
              borders,
              children: [...children],
            }),
        ),
      }),
    ],
  });
}

function findings(texts: LetterTexts): Paragraph[] {
  const title = (text: string) =>
    new Paragraph({ children: [run(text, true)], spacing: { before: 200 }, keepNext: true });
  return [
    body(texts.intro),
    title(texts.foundHead),
    line('{{found}}'),
    title(texts.missingHead),
    line('{{missing}}'),
    title(texts.uncheckedHead),
    line('{{unchecked}}'),
    // On the page of the signature.
    body(texts.closing, { keepNext: true, keepLines: true }),
  ];
}

function body(text: string, rest: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    children: [run(text)],
    alignment: AlignmentType.THAI_DISTRIBUTE,
    indent: { firstLine: twip(25) },
    spacing: { before: 120 },
    ...rest,
  });
}

/** Signature in the right half; a memorandum has no closing phrase, and its office stands at its head. */
function foot(form: LetterForm, texts: LetterTexts): Paragraph[] {
  const right: IParagraphOptions = { indent: { left: twip(70) }, alignment: AlignmentType.CENTER };
  const keep: IParagraphOptions = { ...right, keepNext: true };
  return [
    ...(form === 'letter' ? [line(texts.respectfully, { ...keep, spacing: { before: 240 } })] : []),
    line('({{signer}})', { ...keep, spacing: { before: 900 } }),
    line('{{position}}', right),
    ...(form === 'letter' ? [line('{{contact}}', { spacing: { before: 480 } })] : []),
  ];
}

/** The template as a file to edit. The numbers in it are the office's own words: Thai digits where those are asked for. */
export async function renderLetterTemplate(
  _: unknown,
  { lang, letter }: Pick<RenderOptions, 'lang' | 'letter'>,
): Promise<Uint8Array> {
  return letterTemplate(lang, letter?.form);
}

/** Thai official papers are written with Thai digits. */
export function letterDigits(text: string, lang: Language): string {
  return lang === 'th' ? thaiDigits(text) : text;
}
