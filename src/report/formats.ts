// The table of report formats. Adding one is a row, a file and a test.
import type { AuditRun } from '../model/result.ts';
import type { Language } from './catalogue/messages.ts';

export interface RenderOptions {
  readonly lang: Language;
  /** Columns of the terminal or page, for formats of fixed width. */
  readonly columns: number;
  /** Colour support: 0 none, 1 16 colours, 2 256, 3 16 million. */
  readonly colour: 0 | 1 | 2 | 3;
  /** False leaves each agency's findings out of the text report. */
  readonly findings?: boolean;
  /** Earlier runs of the same registry, for trends, changes and each agency's history. */
  readonly history?: readonly AuditRun[];
  /** The run whose failures are known already: formats for CI tell new ones from those. */
  readonly baseline?: AuditRun;
  /** Numbers and dates in Thai digits. */
  readonly thaiDigits?: boolean;
  /** DOCX template of letters; the built-in one otherwise. */
  readonly template?: Uint8Array;
  /** What the office wants to stand in its letters. */
  readonly letter?: LetterDetails;
  /** Picture for the head of letters (PNG, JPEG, SVG); a free place of its size otherwise. */
  readonly emblem?: Uint8Array;
  /** JPEG pictures of cited pages by `pictureKey`. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
}

/** An office's own words for its letters; null leaves a dotted line to be filled in by hand. */
export interface LetterDetails {
  /** Official letter (หนังสือภายนอก) or memorandum (บันทึกข้อความ). */
  readonly form: 'letter' | 'memo';
  readonly number: string | null;
  /** Further lines are the address. */
  readonly office: string | null;
  /** `{agency}` stands for the agency's name. */
  readonly recipient: string | null;
  readonly signer: string | null;
  readonly position: string | null;
  readonly contact: string | null;
}

/** One of several files of a format: a path under the output folder, with forward slashes. */
export interface ReportFile {
  readonly path: string;
  readonly body: string | Uint8Array;
}

/** Text made while it is written, for what outgrows memory or the longest string. */
export interface Pieces {
  readonly pieces: Iterable<string>;
}

export type ReportBody = string | Uint8Array | Pieces;

export type Rendered = ReportBody | readonly ReportFile[];

export interface ReportFormat {
  /** File name under `--out`; a format of several files names its folder or first file. */
  readonly fileName: string;
  /** What it is for, for help texts. */
  readonly summary: string;
  /** Loaded when asked for; the renderer is pure. */
  readonly load: () => Promise<(run: AuditRun, options: RenderOptions) => Rendered | Promise<Rendered>>;
  /** Not for a screen: bytes or several files, so that `--out` must name a folder. */
  readonly needsFolder?: boolean;
  /** What it shows beside the run, so that nothing else has to be loaded. */
  readonly uses?: readonly ('history' | 'pictures')[];
}

export const formats = {
  text: {
    fileName: 'planaudit.txt',
    summary: 'matrix and findings for a terminal',
    load: async () => (await import('./text.ts')).renderText,
  },
  json: {
    fileName: 'planaudit.json',
    summary: 'one JSON document (schema planaudit.run/1)',
    load: async () => (await import('./json.ts')).jsonInPieces,
  },
  html: {
    fileName: 'planaudit.html',
    summary: 'one page with charts, filters and all evidence, for a browser or printer',
    uses: ['history', 'pictures'],
    load: async () => (await import('./html.ts')).renderHtml,
  },
  xlsx: {
    fileName: 'planaudit.xlsx',
    summary: 'workbook: summary, matrix, findings, failures, changes, registry',
    uses: ['history'],
    needsFolder: true,
    load: async () => (await import('./xlsx.ts')).renderXlsx,
  },
  csv: {
    fileName: 'planaudit.csv',
    summary: 'findings, one row a criterion and agency, for Excel',
    load: async () => (await import('./csv.ts')).csvInPieces,
  },
  junit: {
    fileName: 'planaudit.junit.xml',
    summary: 'JUnit XML for CI: a suite an agency, a case a criterion',
    load: async () => (await import('./junit.ts')).renderJunit,
  },
  sarif: {
    fileName: 'planaudit.sarif',
    summary: 'SARIF 2.1.0 for code-scanning dashboards',
    load: async () => (await import('./sarif.ts')).renderSarif,
  },
  markdown: {
    fileName: 'planaudit.md',
    summary: 'summary for a job page or merge request',
    load: async () => (await import('./markdown.ts')).renderMarkdown,
  },
  badges: {
    fileName: 'badges',
    summary: 'an SVG badge an agency',
    needsFolder: true,
    load: async () => (await import('./badges.ts')).renderBadges,
  },
  letters: {
    fileName: 'letters',
    summary: 'a letter (DOCX) an agency, in the form of an official letter or memorandum',
    needsFolder: true,
    load: async () => (await import('./letters.ts')).renderLetters,
  },
  'letter-template': {
    fileName: 'letter-template.docx',
    summary: 'the template of the letters, to edit and give back with --template',
    needsFolder: true,
    load: async () => (await import('./letter-template.ts')).renderLetterTemplate,
  },
  site: {
    fileName: 'index.html',
    summary: 'static website: overview, a page an agency, trends, JSON beside each',
    uses: ['history', 'pictures'],
    needsFolder: true,
    load: async () => (await import('./site.ts')).renderSite,
  },
} as const satisfies Record<string, ReportFormat>;

export type FormatId = keyof typeof formats;
export const formatIds = Object.keys(formats) as FormatId[];
