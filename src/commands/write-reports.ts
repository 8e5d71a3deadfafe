// Delivers a finished run in the formats asked for: to standard output, or as files that appear whole or not at all.
import { once } from 'node:events';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { colourLevel } from '../config.ts';
import { exitStatus, UserError } from '../errors.ts';
import type { AuditRun } from '../model/result.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import {
  type FormatId,
  formatIds,
  formats,
  type LetterDetails,
  type Pieces,
  type Rendered,
  type ReportBody,
  type ReportFormat,
} from '../report/formats.ts';
import type { ReportSettings } from '../report-settings.ts';
import type { ReportExtras } from './report-extras.ts';
import { showText } from './show-text.ts';
import { columnsOf, type Terminal } from './terminal.ts';

/** Formats that a program reads: nothing may stand beside them on standard output. */
const alone: ReadonlySet<FormatId> = new Set(formatIds.filter((id) => id !== 'text'));

/** Must run before the audit: a folder that cannot be written to should not cost an hour of crawling. */
export async function prepareReports({ format, out }: Pick<ReportSettings, 'format' | 'out'>): Promise<void> {
  if (out === null) {
    const folderOnly = format.find((id) => (formats[id] as ReportFormat).needsFolder === true);
    if (folderOnly !== undefined) {
      throw new UserError('format-output', `the format ${folderOnly} cannot be written to standard output`, {
        hint: 'Add --out DIR to write it to files.',
        th: {
          message: `รูปแบบ ${folderOnly} แสดงบนหน้าจอไม่ได้`,
          hint: 'เพิ่ม --out โฟลเดอร์ เพื่อบันทึกเป็นไฟล์',
        },
      });
    }
    if (new Set(format).size > 1 && format.some((id) => alone.has(id))) {
      throw new UserError('format-output', `the formats ${format.join(', ')} cannot share standard output`, {
        hint: 'Add --out DIR to write each format to a file of its own.',
        th: {
          message: `รูปแบบ ${format.join(', ')} แสดงพร้อมกันบนหน้าจอไม่ได้`,
          hint: 'เพิ่ม --out โฟลเดอร์ เพื่อบันทึกแต่ละรูปแบบเป็นไฟล์',
        },
      });
    }
    return;
  }
  try {
    await mkdir(out, { recursive: true });
    const probe = join(out, `.planaudit-${process.pid}.tmp`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new UserError('out-unwritable', `the folder ${out} cannot be written to: ${(error as Error).message}`, {
      hint: 'Name another folder with --out.',
      cause: error,
      th: { message: `เขียนลงโฟลเดอร์ ${out} ไม่ได้: ${(error as Error).message}`, hint: 'ระบุโฟลเดอร์อื่นด้วย --out' },
    });
  }
}

/** `extras.findings: false` leaves the agencies' findings out of the text on standard output. */
export async function writeReports(
  run: AuditRun,
  settings: ReportSettings,
  terminal: Terminal,
  extras: ReportExtras = {},
): Promise<void> {
  const { format, out, lang, quiet, thaiDigits } = settings;
  const common = { lang, thaiDigits, letter: letterDetails(settings) };
  for (const id of new Set(format)) {
    const definition: ReportFormat = formats[id];
    const renderer = await definition.load();
    const render: typeof renderer = (...args) => withinStrings(id, () => renderer(...args));
    if (out === null) {
      const colour = colourLevel(terminal.env, terminal.stdout.isTTY ?? false);
      const rendered = await render(run, { ...common, columns: columnsOf(terminal.stdout), colour, ...extras });
      // `prepareReports` has refused the formats that are not text.
      if (inPieces(rendered)) await showPieces(rendered, terminal);
      else await showText(String(rendered), id === 'text' && settings.pager, terminal);
      continue;
    }
    const { findings: _, ...rest } = extras;
    const rendered = await render(run, { ...common, columns: 100, colour: 0, ...rest });
    const files = filesOf(rendered, definition.fileName);
    for (const { path, body } of files) await writeWhole(join(out, path), body);
    const named = join(out, definition.fileName);
    if (quiet) continue;
    if (terminal.log !== undefined)
      terminal.log('info', 'report-written', { run: run.run.id, format: id, file: named });
    else terminal.stderr.write(`${messagesOf(lang).progress.wrote(named)}\n`);
  }
  if (out !== null && !format.includes('text') && terminal.log === undefined) {
    // Files alone would leave the person at the terminal without an answer.
    const { agencies, compliant, nonCompliant, undetermined } = run.summary;
    const totals = messagesOf(lang).report.totals(agencies, compliant, nonCompliant, undetermined);
    if (!quiet) terminal.stderr.write(`${totals}\n`);
  }
}

function letterDetails(settings: ReportSettings): LetterDetails {
  const { letterForm, letterNumber, letterOffice, letterRecipient, letterSigner, letterPosition, letterContact } =
    settings;
  return {
    form: letterForm,
    number: letterNumber,
    office: letterOffice,
    recipient: letterRecipient,
    signer: letterSigner,
    position: letterPosition,
    contact: letterContact,
  };
}

function filesOf(rendered: Rendered, fileName: string): readonly { path: string; body: ReportBody }[] {
  if (typeof rendered === 'string' || rendered instanceof Uint8Array || inPieces(rendered))
    return [{ path: fileName, body: rendered }];
  return rendered;
}

/** A reader sees the old file or the new one, never half of it. */
async function writeWhole(file: string, body: ReportBody): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, typeof body === 'object' && 'pieces' in body ? portions(body.pieces) : body);
  await rename(temporary, file);
}

function inPieces(rendered: Rendered): rendered is Pieces {
  return typeof rendered === 'object' && 'pieces' in rendered;
}

/** Characters written at once: a row or an agency alone would cost more in calls than in text. */
const portion = 1 << 20;

function* portions(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < portion) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** A run of a whole country can be more than fits into one page: that costs this format, and the run is stored all the same. */
async function withinStrings(id: FormatId, render: () => Rendered | Promise<Rendered>): Promise<Rendered> {
  try {
    return await render();
  } catch (error) {
    if (!(error instanceof RangeError && /invalid string length/i.test(error.message))) throw error;
    throw new UserError('report-too-large', `The run is too large for the format ${id}.`, {
      hint: 'The run is stored. planaudit report --format csv,json --out DIR writes it at any size.',
      cause: error,
      status: exitStatus.unfinished,
      th: {
        message: `ผลการตรวจมีขนาดใหญ่เกินรูปแบบ ${id}`,
        hint: 'ผลการตรวจเก็บไว้แล้ว ใช้ planaudit report --format csv,json --out โฟลเดอร์ ซึ่งเขียนได้ทุกขนาด',
      },
    });
  }
}

/** Waits for a reader that is slower than the report is made. */
async function showPieces({ pieces }: Pieces, { stdout }: Terminal): Promise<void> {
  for (const text of portions(pieces)) {
    if (stdout.write(text) === false && 'once' in stdout) await once(stdout as NodeJS.WriteStream, 'drain');
  }
}
