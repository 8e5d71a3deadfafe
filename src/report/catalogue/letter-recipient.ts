// Whom a letter to an agency addresses: the title of its head, by its kind and name. Words only.
import type { AgencyKind } from '../../model/registry.ts';
import type { Language } from './messages.ts';

/** How the name of an agency of a kind begins, and how its head is called; `$1` is the rest of the name. */
const thaiHeads: Readonly<Partial<Record<AgencyKind, readonly (readonly [name: RegExp, head: string])[]>>> = {
  province: [[/^(?:ที่ทำการปกครอง|สำนักงาน)?จังหวัด(.+)$/, 'ผู้ว่าราชการจังหวัด$1']],
  district: [[/^(?:ที่ว่าการ|ที่ทำการปกครอง)?อำเภอ(.+)$/, 'นายอำเภอ$1']],
  'provincial-administration': [[/^(องค์การบริหารส่วนจังหวัด.+)$/, 'นายก$1']],
  municipality: [[/^เทศบาล(นคร|เมือง|ตำบล)(.+)$/, 'นายกเทศมนตรี$1$2']],
  subdistrict: [[/^(องค์การบริหารส่วนตำบล.+)$/, 'นายก$1']],
  school: [[/^(โรงเรียน.+)$/, 'ผู้อำนวยการ$1']],
  college: [[/^(วิทยาลัย.+)$/, 'ผู้อำนวยการ$1']],
  university: [[/^(มหาวิทยาลัย.+)$/, 'อธิการบดี$1']],
  hospital: [[/^(โรงพยาบาล.+)$/, 'ผู้อำนวยการ$1']],
  'health-office': [
    [/^สำนักงานสาธารณสุขจังหวัด(.+)$/, 'นายแพทย์สาธารณสุขจังหวัด$1'],
    [/^สำนักงานสาธารณสุขอำเภอ(.+)$/, 'สาธารณสุขอำเภอ$1'],
  ],
};

/** Where the name does not tell the head's title, the letter goes to the head of the agency by its name. */
export function letterRecipient(kind: AgencyKind, name: string, lang: Language): string {
  if (lang === 'en') return `Head of ${name}`;
  const known = (thaiHeads[kind] ?? []).find(([pattern]) => pattern.test(name));
  return known === undefined ? `หัวหน้าหน่วยงาน ${name}` : name.replace(known[0], known[1]);
}
