// The built-in template of a letter, in the form of a Thai official letter: 3 cm left and 2 cm right, 16 points, Thai
// fonts with fallbacks, `{{placeholders}}` that `letters` fills in. An office may edit a copy and give it as --template.
import { AlignmentType, convertMillimetersToTwip, Document, Packer, Paragraph, TextRun } from 'docx';
import { letterTextsOf } from './catalogue/letter-texts.ts';
import type { Language } from './catalogue/messages.ts';
import { thaiDigits } from './catalogue/thai-digits.ts';
import type { RenderOptions } from './formats.ts';

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
] as const;
/** Placeholders that stand alone in a paragraph and become tables or lists. */
export const blockPlaceholders = ['found', 'missing', 'unchecked'] as const;

/** Word takes the first font that is there by these names; all are metric relatives of the official TH Sarabun. */
export const letterFont = {
  ascii: 'TH SarabunIT๙',
  hAnsi: 'TH SarabunIT๙',
  cs: 'TH SarabunIT๙',
  eastAsia: 'TH Sarabun New',
};
/** Half-points: 16 points, as the rules of official papers have it. */
export const letterSize = 32;

const twip = convertMillimetersToTwip;

export async function letterTemplate(lang: Language): Promise<Uint8Array> {
  const texts = letterTextsOf(lang);
  const run = (text: string, bold = false) => new TextRun({ text, bold });
  const line = (text: string, rest: object = {}) => new Paragraph({ children: [run(text)], ...rest });
  const field = (name: string, text: string) =>
    new Paragraph({ children: [run(`${name}  `, true), run(text)], spacing: { before: 120 } });
  const head = (text: string) =>
    new Paragraph({ children: [run(text, true)], spacing: { before: 200 }, keepNext: true });
  const body = (text: string) =>
    new Paragraph({
      children: [run(text)],
      alignment: AlignmentType.THAI_DISTRIBUTE,
      indent: { firstLine: twip(25) },
      spacing: { before: 120 },
    });
  const middle = { indent: { left: twip(75) } };
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
            margin: { top: twip(25), bottom: twip(20), left: twip(30), right: twip(20) },
          },
        },
        children: [
          new Paragraph({ children: [run(texts.number)] }),
          line(texts.office, { alignment: AlignmentType.RIGHT }),
          line('{{date}}', { ...middle, spacing: { before: 160 } }),
          field(texts.subject, texts.subjectText),
          field(texts.to, texts.toText),
          field(texts.enclosure, texts.enclosureText),
          body(texts.intro),
          head(texts.foundHead),
          line('{{found}}'),
          head(texts.missingHead),
          line('{{missing}}'),
          head(texts.uncheckedHead),
          line('{{unchecked}}'),
          body(texts.closing),
          line(texts.respectfully, { ...middle, spacing: { before: 240 } }),
          line(texts.signature, { ...middle, spacing: { before: 900 } }),
          line(texts.contact, { spacing: { before: 480 } }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The template as a file to edit. The numbers in it are the office's own words: Thai digits where those are asked for. */
export async function renderLetterTemplate(_: unknown, { lang }: Pick<RenderOptions, 'lang'>): Promise<Uint8Array> {
  return letterTemplate(lang);
}

/** Thai official papers are written with Thai digits. */
export function letterDigits(text: string, lang: Language): string {
  return lang === 'th' ? thaiDigits(text) : text;
}
