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
}

export interface ReportFormat {
  /** File name under `--out`. */
  readonly fileName: string;
  /** What it is for, for help texts. */
  readonly summary: string;
  /** Loaded when asked for; the renderer is pure. */
  readonly load: () => Promise<(run: AuditRun, options: RenderOptions) => string | Uint8Array>;
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
    load: async () => (await import('./json.ts')).renderJson,
  },
} as const satisfies Record<string, ReportFormat>;

export type FormatId = keyof typeof formats;
export const formatIds = Object.keys(formats) as FormatId[];
