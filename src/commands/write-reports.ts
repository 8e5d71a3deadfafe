// Delivers a finished run in the formats asked for: to standard output, or as files that appear whole or not at all.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { colourLevel, type Settings } from '../config.ts';
import { UserError } from '../errors.ts';
import type { AuditRun } from '../model/result.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { formats } from '../report/formats.ts';
import { columnsOf, type Terminal } from './terminal.ts';

export type ReportSettings = Pick<Settings, 'format' | 'out' | 'lang' | 'quiet'>;

/** Must run before the audit: a folder that cannot be written to should not cost an hour of crawling. */
export async function prepareReports({ format, out }: ReportSettings): Promise<void> {
  if (out === null) {
    if (format.length > 1 && format.includes('json')) {
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

/** `findings: false` leaves the agencies' findings out of the text on standard output. */
export async function writeReports(
  run: AuditRun,
  { format, out, lang, quiet }: ReportSettings,
  terminal: Terminal,
  options: { readonly findings?: boolean } = {},
): Promise<void> {
  for (const id of new Set(format)) {
    const render = await formats[id].load();
    if (out === null) {
      const colour = colourLevel(terminal.env, terminal.stdout.isTTY ?? false);
      const body = render(run, { lang, columns: columnsOf(terminal.stdout), colour, ...options });
      terminal.stdout.write(typeof body === 'string' ? body : Buffer.from(body).toString('latin1'));
      continue;
    }
    const file = join(out, formats[id].fileName);
    const temporary = `${file}.${process.pid}.tmp`;
    await writeFile(temporary, render(run, { lang, columns: 100, colour: 0 }));
    await rename(temporary, file);
    if (!quiet) terminal.stderr.write(`${messagesOf(lang).progress.wrote(file)}\n`);
  }
  if (out !== null && !format.includes('text')) {
    // Files alone would leave the person at the terminal without an answer.
    const { agencies, compliant, nonCompliant, undetermined } = run.summary;
    const totals = messagesOf(lang).report.totals(agencies, compliant, nonCompliant, undetermined);
    if (!quiet) terminal.stderr.write(`${totals}\n`);
  }
}
