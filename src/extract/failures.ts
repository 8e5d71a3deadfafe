// The closed table of extraction failures: cause, whose fault and remedy in both languages. May not decide verdicts.
import type { ExtractFailureCode } from '../model/document.ts';
import type { Bilingual } from '../model/result.ts';

export interface ExtractFailureInfo {
  readonly cause: Bilingual;
  /** `settings`: something optional is not installed or switched off; `tool`: this program's limit or defect. */
  readonly fault: 'agency' | 'tool' | 'settings';
  readonly remedy: Bilingual;
}

/** One row for every failure code of the model. */
export const extractFailures: Readonly<Record<ExtractFailureCode, ExtractFailureInfo>> = {
  encrypted: {
    cause: { th: 'เอกสารต้องใช้รหัสผ่าน', en: 'The document needs a password.' },
    fault: 'agency',
    remedy: { th: 'เผยแพร่เอกสารฉบับที่เปิดได้โดยไม่ต้องใช้รหัสผ่าน', en: 'Publish a copy that opens without a password.' },
  },
  corrupt: {
    cause: { th: 'ไฟล์เสียหายหรือไม่สมบูรณ์', en: 'The file is damaged or incomplete.' },
    fault: 'agency',
    remedy: {
      th: 'อัปโหลดไฟล์ใหม่ แล้วทดลองเปิดจากหน้าเว็บไซต์',
      en: 'Upload the file again and try opening it from the website.',
    },
  },
  'too-large': {
    cause: { th: 'เอกสารใหญ่เกินกว่าที่โปรแกรมจะอ่าน', en: 'The document is larger than this program reads.' },
    fault: 'tool',
    remedy: {
      th: 'ตรวจเอกสารด้วยตนเอง หรือแบ่งเป็นไฟล์ที่เล็กลง',
      en: 'Check the document by hand, or publish it in smaller files.',
    },
  },
  'timed-out': {
    cause: { th: 'อ่านเอกสารไม่เสร็จภายในเวลาที่กำหนด', en: 'The document could not be read in time.' },
    fault: 'tool',
    remedy: { th: 'ตรวจใหม่อีกครั้ง หรือตรวจเอกสารด้วยตนเอง', en: 'Check again, or check the document by hand.' },
  },
  'image-only': {
    cause: { th: 'เอกสารเป็นภาพสแกน ไม่มีตัวอักษรให้อ่าน', en: 'The document is a scan without text.' },
    fault: 'agency',
    remedy: {
      th: 'เผยแพร่เอกสารที่บันทึกจากโปรแกรมโดยตรง (ไม่ใช่ภาพสแกน) หรือติดตั้งโปรแกรมรู้จำตัวอักษร (ดูคำสั่ง planaudit doctor) แล้วตรวจใหม่',
      en: 'Publish the document as saved by the program that wrote it, not a scan; or install character recognition (see planaudit doctor) and check again.',
    },
  },
  'garbled-text': {
    cause: {
      th: 'ตัวอักษรในเอกสารอ่านไม่ออก (แบบอักษรหรือการแปลงไฟล์ผิดพลาด)',
      en: 'The document’s text is garbled (font or conversion fault).',
    },
    fault: 'agency',
    remedy: {
      th: 'บันทึกเอกสารเป็น PDF ใหม่ด้วยแบบอักษรมาตรฐาน หรือติดตั้งโปรแกรมรู้จำตัวอักษร (ดูคำสั่ง planaudit doctor) แล้วตรวจใหม่',
      en: 'Save the document as PDF again with a standard font; or install character recognition (see planaudit doctor) and check again.',
    },
  },
  unsupported: {
    cause: { th: 'ชนิดของไฟล์ที่โปรแกรมอ่านไม่ได้', en: 'A kind of file this program does not read.' },
    fault: 'tool',
    remedy: {
      th: 'เผยแพร่เป็น PDF, Word หรือ Excel หรือตรวจเอกสารด้วยตนเอง',
      en: 'Publish as PDF, Word or Excel, or check the document by hand.',
    },
  },
  empty: {
    cause: { th: 'เอกสารไม่มีข้อความ', en: 'The document holds no text.' },
    fault: 'agency',
    remedy: { th: 'ตรวจสอบว่าเผยแพร่ไฟล์ถูกต้อง', en: 'Check that the right file was published.' },
  },
  crashed: {
    cause: { th: 'โปรแกรมอ่านเอกสารขัดข้อง', en: 'The program’s document reader failed.' },
    fault: 'tool',
    remedy: {
      th: 'ตรวจเอกสารด้วยตนเอง และแจ้งผู้พัฒนาโปรแกรม',
      en: 'Check the document by hand, and tell the program’s developers.',
    },
  },
};
