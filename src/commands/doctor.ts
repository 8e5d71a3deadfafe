// planaudit doctor: says what this machine offers and how to get what is missing. Contacts no website; nothing missing is
// an error, as the audit says "could not check" where it would have needed it.
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import { colourLevel, commandSettings, type Settings, toolVersion } from '../config.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { findOcr } from '../extract/ocr.ts';
import { findBrowser } from '../fetch/find-browser.ts';
import { listPacks, loadPack } from '../packs/load-pack.ts';
import type { Language } from '../report/catalogue/messages.ts';
import { padText, textWidth, wrapText } from '../report/fit-text.ts';
import { columnsOf, type Terminal } from './terminal.ts';

/** One thing looked at. `missing`: what the audit cannot do without it, and how to get it. */
interface Finding {
  readonly name: string;
  readonly value: string;
  readonly missing?: string;
}

export async function doctorCommand(flags: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<ExitStatus> {
  const { Chalk } = await import('chalk');
  const { settings, file } = await commandSettings(flags, terminal.env);
  const words = doctorTexts[settings.lang];
  const findings: Finding[] = [
    { name: 'planaudit', value: toolVersion() },
    { name: 'Node.js', value: process.versions.node },
    { name: words.machine, value: words.cpus(availableParallelism(), Math.round(totalmem() / 1024 ** 3)) },
    { name: words.config, value: file?.path ?? words.none },
    {
      name: words.packs,
      value: listPacks()
        .map((name) => `${name} ${loadPack(name).version}`)
        .join(', '),
    },
    dataFolder(settings, words),
    browser(settings, terminal, words),
    await ocr(settings, words),
  ];
  const chalk = new Chalk({ level: colourLevel(terminal.env, terminal.stdout.isTTY ?? false) });
  const columns = columnsOf(terminal.stdout);
  const width = Math.max(...findings.map(({ name }) => textWidth(name)));
  for (const { name, value, missing } of findings) {
    const mark = missing === undefined ? chalk.green('✓') : chalk.yellow('!');
    terminal.stdout.write(`${mark} ${padText(name, width)}  ${value}\n`);
    for (const line of wrapText(missing ?? '', columns - width - 4)) {
      terminal.stdout.write(`${' '.repeat(width + 4)}${line}\n`);
    }
  }
  return exitStatus.ok;
}

function dataFolder({ data }: Settings, words: DoctorTexts): Finding {
  let place = resolve(data);
  while (!existsSync(place)) place = dirname(place);
  try {
    accessSync(place, constants.W_OK);
    return { name: words.data, value: data };
  } catch {
    return { name: words.data, value: data, missing: words.dataMissing };
  }
}

function browser({ browser: wanted, browserPath }: Settings, terminal: Terminal, words: DoctorTexts): Finding {
  const name = words.browser;
  if (wanted === 'never') return { name, value: words.switchedOff };
  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  const path = browserPath ?? findBrowser({ platform: process.platform, env: terminal.env, isFile });
  if (path === undefined || !isFile(path)) {
    return { name, value: path ?? words.none, missing: words.browserMissing };
  }
  return isInstalled('playwright-core')
    ? { name, value: path }
    : { name, value: path, missing: words.playwrightMissing };
}

async function ocr({ ocr: wanted }: Settings, words: DoctorTexts): Promise<Finding> {
  const name = words.ocr;
  if (wanted === 'never') return { name, value: words.switchedOff };
  const engine = await findOcr();
  await engine?.close();
  return engine ? { name, value: engine.engine } : { name, value: words.none, missing: words.ocrMissing };
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

interface DoctorTexts {
  readonly machine: string;
  readonly cpus: (count: number, gigabytes: number) => string;
  readonly config: string;
  readonly packs: string;
  readonly none: string;
  readonly switchedOff: string;
  readonly data: string;
  readonly dataMissing: string;
  readonly browser: string;
  readonly browserMissing: string;
  readonly playwrightMissing: string;
  readonly ocr: string;
  readonly ocrMissing: string;
}

const doctorTexts: Readonly<Record<Language, DoctorTexts>> = {
  th: {
    machine: 'เครื่อง',
    cpus: (count, gigabytes) => `${count} หน่วยประมวลผล หน่วยความจำ ${gigabytes} GB`,
    config: 'ไฟล์ตั้งค่า',
    packs: 'ชุดเกณฑ์',
    none: 'ไม่มี',
    switchedOff: 'ปิดไว้',
    data: 'โฟลเดอร์ข้อมูล',
    dataMissing: 'เขียนลงโฟลเดอร์นี้ไม่ได้ ระบุโฟลเดอร์อื่นด้วย --data',
    browser: 'เบราว์เซอร์',
    browserMissing:
      'หน้าเว็บที่ต้องใช้เบราว์เซอร์จะเป็น "ตรวจไม่ได้" ให้ติดตั้ง Chrome, Edge หรือ Chromium หรือระบุ PLANAUDIT_BROWSER_PATH',
    playwrightMissing: 'มีเบราว์เซอร์แล้ว แต่ขาดส่วนเชื่อมต่อ ให้สั่ง npm install playwright-core',
    ocr: 'อ่านภาพสแกน (OCR)',
    ocrMissing:
      'เอกสารสแกนจะเป็น "ตรวจไม่ได้" ให้สั่ง npm install tesseract.js @tesseract.js-data/tha หรือติดตั้งโปรแกรม tesseract พร้อมภาษาไทย',
  },
  en: {
    machine: 'machine',
    cpus: (count, gigabytes) => `${count} processors, ${gigabytes} GB of memory`,
    config: 'configuration',
    packs: 'rule packs',
    none: 'none',
    switchedOff: 'switched off',
    data: 'data folder',
    dataMissing: 'this folder cannot be written to; name another with --data',
    browser: 'browser',
    browserMissing:
      'pages that need a browser will be "unknown": install Chrome, Edge or Chromium, or set PLANAUDIT_BROWSER_PATH',
    playwrightMissing: 'there is a browser, but not the package that drives it: npm install playwright-core',
    ocr: 'OCR of scans',
    ocrMissing:
      'scanned documents will be "unknown": npm install tesseract.js @tesseract.js-data/tha, or install the tesseract program with Thai data',
  },
};
