// planaudit evidence: writes what an agency's verdicts rest on as a bundle (WACZ) that replays in ReplayWeb.page, or checks
// one against its own digests.
import { rename, writeFile } from 'node:fs/promises';
import { evidenceBundle } from '../audit/evidence-bundle.ts';
import { findRun } from '../audit/stored-run.ts';
import { verifyWacz } from '../audit/verify-wacz.ts';
import { commandSettings, toolVersion } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { Language } from '../report/catalogue/messages.ts';
import { openPictures } from './open-pictures.ts';
import { byteSize, withStore } from './open-stored.ts';
import { readUserFile } from './read-user-file.ts';
import type { Terminal } from './terminal.ts';

export async function evidenceCommand(
  name: string | undefined,
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { agency, out, verify, ...rest } = flags;
  const { settings } = await commandSettings(rest, terminal.env);
  if (verify !== undefined) return verifyFile(String(verify), settings.lang, terminal);
  if (agency === undefined) {
    throw new UserError('evidence-agency', '--agency must name the agency whose evidence is wanted', {
      hint: 'planaudit evidence --agency namsai --out namsai.wacz',
      th: { message: 'ต้องระบุหน่วยงานด้วย --agency', hint: 'planaudit evidence --agency namsai --out namsai.wacz' },
    });
  }
  const file = out === undefined ? `${String(agency)}.wacz` : String(out);
  return withStore(settings, terminal, async (store) => {
    const run = await findRun(store, name);
    const pictures = await openPictures(settings, 'page');
    try {
      const bundle = await evidenceBundle(store, run, String(agency), {
        version: toolVersion(),
        ...(pictures === undefined ? {} : { picture: (page) => pictures.take(page) }),
      });
      const temporary = `${file}.${process.pid}.tmp`;
      await writeFile(temporary, bundle.bytes);
      await rename(temporary, file);
      const words = texts[settings.lang];
      terminal.stdout.write(`${words.wrote(file, byteSize(bundle.bytes.length), bundle.responses, bundle.pictures)}\n`);
      if (bundle.missing.length > 0) terminal.stderr.write(`${words.missing(bundle.missing.join(', '))}\n`);
      return exitStatus.ok;
    } finally {
      await pictures?.close();
    }
  });
}

async function verifyFile(path: string, lang: Language, terminal: Terminal): Promise<ExitStatus> {
  const check = await verifyWacz(await readUserFile(path, { en: 'evidence bundle', th: 'ไฟล์หลักฐาน' }));
  const words = texts[lang];
  if (check.ok) {
    terminal.stdout.write(`${words.good(path, check.files, check.records)}\n`);
    return exitStatus.ok;
  }
  throw new UserError('evidence-changed', `${path} is not what it was when it was made.`, {
    problems: check.faults.map((message) => ({ file: path, message })),
    th: { message: `${path} ไม่ตรงกับตอนที่สร้าง` },
  });
}

const texts = {
  th: {
    wrote: (file: string, size: string, responses: number, pictures: number) =>
      `บันทึก ${file} แล้ว (${size} คำตอบจากเว็บไซต์ ${responses} รายการ ภาพหน้าจอ ${pictures} ภาพ)`,
    missing: (urls: string) => `ไม่มีเนื้อหาที่เก็บไว้แล้วของ: ${urls}`,
    good: (file: string, files: number, records: number) =>
      `${file} ครบถ้วนและไม่ถูกแก้ไข (${files} ไฟล์ ${records} รายการ)`,
  },
  en: {
    wrote: (file: string, size: string, responses: number, pictures: number) =>
      `wrote ${file} (${size}, ${responses} responses, ${pictures} screenshots)`,
    missing: (urls: string) => `no longer kept: ${urls}`,
    good: (file: string, files: number, records: number) =>
      `${file} is whole and unchanged (${files} files, ${records} records)`,
  },
} as const;
