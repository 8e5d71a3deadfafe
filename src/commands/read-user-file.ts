// Reads a file that the user named; a file that is not there or not readable is the user's mistake, not a crash.
import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';

/** `what`: what the file is for, in both languages ("registry", "ทะเบียน"). */
export async function readUserFile(path: string, what: { th: string; en: string }): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const [en, th] = causes[code] ?? [`cannot be read (${code})`, `อ่านไม่ได้ (${code})`];
    throw new UserError('file-unreadable', `the ${what.en} ${path} ${en}`, {
      hint: 'Check the path; put it in quotation marks if it holds spaces.',
      cause: error,
      th: { message: `${what.th} ${path} ${th}`, hint: 'ตรวจชื่อและที่อยู่ไฟล์ ถ้ามีช่องว่างให้ใส่เครื่องหมายคำพูดครอบ' },
    });
  }
}

const causes: Readonly<Record<string, readonly [en: string, th: string]>> = {
  ENOENT: ['does not exist', 'ไม่มีอยู่'],
  EISDIR: ['is a folder; expected a file', 'เป็นโฟลเดอร์ ต้องเป็นไฟล์'],
  EACCES: ['may not be read (permission denied)', 'ไม่มีสิทธิ์อ่าน'],
  EPERM: ['may not be read (permission denied)', 'ไม่มีสิทธิ์อ่าน'],
};
