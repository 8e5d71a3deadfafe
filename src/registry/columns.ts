// The columns of a registry and the names they may carry, and the kinds of agency with their Thai names.
// Data only: adding a heading or an alias is adding a word to a row.
import { type AgencyKind, agencyKinds } from '../model/registry.ts';

export const columnIds = [
  'id',
  'name',
  'name_en',
  'kind',
  'url',
  'link_page',
  'extra_hosts',
  'province',
  'contact_email',
  'tags',
  'exempt',
  'notes',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** Columns that a table must have; `url` must be there, but its cells may be empty (no website). */
export const requiredColumns: readonly ColumnId[] = ['id', 'name', 'kind', 'url'];

/** Headings accepted beside the id itself, compared after `foldName`. */
export const columnAliases: Readonly<Record<ColumnId, readonly string[]>> = {
  id: ['รหัส', 'รหัสหน่วยงาน', 'รหัสประจำหน่วยงาน', 'ไอดี', 'code', 'agency id', 'agency code'],
  name: [
    'ชื่อ',
    'ชื่อหน่วยงาน',
    'หน่วยงาน',
    'ชื่อส่วนราชการ',
    'ส่วนราชการ',
    'ชื่อภาษาไทย',
    'ชื่อหน่วยงานภาษาไทย',
    'ชื่อหน่วยงาน (ภาษาไทย)',
    'ชื่อไทย',
    'agency',
    'agency name',
    'name th',
    'name thai',
  ],
  name_en: ['ชื่อภาษาอังกฤษ', 'ชื่อหน่วยงานภาษาอังกฤษ', 'ชื่อหน่วยงาน (ภาษาอังกฤษ)', 'ชื่ออังกฤษ', 'english name', 'name english'],
  kind: ['ประเภท', 'ประเภทหน่วยงาน', 'ชนิด', 'ชนิดหน่วยงาน', 'กลุ่มหน่วยงาน', 'ประเภทส่วนราชการ', 'type', 'agency type'],
  url: [
    'เว็บไซต์',
    'เว็บไซท์',
    'เวบไซต์',
    'เว็บ',
    'เว็บไซต์หน่วยงาน',
    'ที่อยู่เว็บไซต์',
    'ลิงก์เว็บไซต์',
    'หน้าแรก',
    'หน้าแรกของเว็บไซต์',
    'ยูอาร์แอล',
    'website',
    'web site',
    'web',
    'homepage',
    'home page',
    'url เว็บไซต์',
    'เว็บไซต์ url',
  ],
  link_page: [
    'หน้าแผน',
    'ลิงก์แผน',
    'ลิงค์แผน',
    'หน้าที่มีลิงก์แผน',
    'หน้าลิงก์แผน',
    'หน้าเผยแพร่แผน',
    'ลิงก์หน้าแผน',
    'url แผน',
    'plan page',
    'plan link',
    'plan url',
    'link',
  ],
  extra_hosts: [
    'โดเมนเพิ่มเติม',
    'โดเมนอื่น',
    'โดเมนอื่นๆ',
    'โดเมนอื่นของหน่วยงาน',
    'โฮสต์เพิ่มเติม',
    'เว็บไซต์อื่นของหน่วยงาน',
    'extra domains',
    'other hosts',
    'other domains',
    'hosts',
    'domains',
  ],
  province: ['จังหวัด', 'ชื่อจังหวัด'],
  contact_email: [
    'อีเมล',
    'อีเมล์',
    'อีเมลติดต่อ',
    'อีเมลผู้ประสานงาน',
    'ไปรษณีย์อิเล็กทรอนิกส์',
    'email',
    'e-mail',
    'contact',
    'mail',
  ],
  tags: ['ป้ายกำกับ', 'แท็ก', 'แท็ค', 'กลุ่ม', 'ป้าย', 'tag', 'labels', 'label', 'groups', 'group'],
  exempt: ['ยกเว้น', 'ข้อยกเว้น', 'รายการยกเว้น', 'เกณฑ์ที่ยกเว้น', 'ได้รับยกเว้น', 'exemption', 'exemptions'],
  notes: ['หมายเหตุ', 'บันทึก', 'หมายเหตุอื่นๆ', 'note', 'remark', 'remarks', 'comment', 'comments'],
};

/** Thai (and abbreviated) names of the kinds, compared after `foldName`. The ids themselves are always accepted. */
export const kindAliases: Readonly<Record<AgencyKind, readonly string[]>> = {
  department: ['กรม', 'กระทรวง', 'ส่วนกลาง', 'ราชการส่วนกลาง', 'ส่วนราชการส่วนกลาง', 'ราชการบริหารส่วนกลาง', 'สำนัก'],
  'provincial-office': [
    'ส่วนราชการประจำจังหวัด',
    'ส่วนราชการระดับจังหวัด',
    'ส่วนราชการส่วนภูมิภาค',
    'ราชการส่วนภูมิภาค',
    'ราชการบริหารส่วนภูมิภาค',
    'ส่วนภูมิภาค',
    'หน่วยงานประจำจังหวัด',
    'หน่วยงานระดับจังหวัด',
    'สำนักงานระดับจังหวัด',
    'สำนักงานประจำจังหวัด',
    'สำนักงานจังหวัด',
  ],
  'regional-office': [
    'ส่วนกลางที่ตั้งในภูมิภาค',
    'ราชการส่วนกลางที่ตั้งในภูมิภาค',
    'ราชการส่วนกลางที่ตั้งอยู่ในภูมิภาค',
    'ราชการส่วนกลางในภูมิภาค',
    'ส่วนกลางในภูมิภาค',
    'ส่วนกลางที่ตั้งในจังหวัด',
    'หน่วยงานส่วนกลางในจังหวัด',
    'สำนักงานเขต',
    'เขต',
  ],
  province: ['จังหวัด', 'ศาลากลางจังหวัด'],
  district: ['อำเภอ', 'ที่ว่าการอำเภอ', 'ที่ทำการปกครองอำเภอ', 'กิ่งอำเภอ'],
  'provincial-administration': ['อบจ.', 'องค์การบริหารส่วนจังหวัด'],
  municipality: [
    'เทศบาล',
    'เทศบาลตำบล',
    'เทศบาลเมือง',
    'เทศบาลนคร',
    'ทต.',
    'ทม.',
    'ทน.',
    'เมืองพัทยา',
    'กรุงเทพมหานคร',
    'กทม.',
  ],
  subdistrict: ['อบต.', 'องค์การบริหารส่วนตำบล'],
  school: [
    'โรงเรียน',
    'รร.',
    'สถานศึกษา',
    'สพป.',
    'สพม.',
    'สพฐ.',
    'เขตพื้นที่การศึกษา',
    'สำนักงานเขตพื้นที่การศึกษา',
    'สำนักงานเขตพื้นที่การศึกษาประถมศึกษา',
    'สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา',
    'ศูนย์พัฒนาเด็กเล็ก',
    'ศพด.',
  ],
  college: [
    'วิทยาลัย',
    'วิทยาลัยเทคนิค',
    'วิทยาลัยอาชีวศึกษา',
    'วิทยาลัยสารพัดช่าง',
    'วิทยาลัยการอาชีพ',
    'วิทยาลัยเกษตรและเทคโนโลยี',
    'วิทยาลัยชุมชน',
    'วิทยาลัยพยาบาล',
    'วท.',
    'วอศ.',
    'วก.',
    'วช.',
  ],
  university: ['มหาวิทยาลัย', 'มหาวิทยาลัยราชภัฏ', 'มหาวิทยาลัยเทคโนโลยีราชมงคล', 'มรภ.', 'มทร.', 'คณะ', 'สถาบันอุดมศึกษา'],
  hospital: [
    'โรงพยาบาล',
    'รพ.',
    'โรงพยาบาลศูนย์',
    'โรงพยาบาลทั่วไป',
    'โรงพยาบาลชุมชน',
    'รพศ.',
    'รพท.',
    'รพช.',
    'โรงพยาบาลส่งเสริมสุขภาพตำบล',
    'รพ.สต.',
  ],
  'health-office': [
    'สสจ.',
    'สสอ.',
    'สำนักงานสาธารณสุข',
    'สำนักงานสาธารณสุขจังหวัด',
    'สำนักงานสาธารณสุขอำเภอ',
    'สาธารณสุขจังหวัด',
    'สาธารณสุขอำเภอ',
  ],
  'state-enterprise': ['รัฐวิสาหกิจ', 'หน่วยงานรัฐวิสาหกิจ'],
  'public-organization': ['องค์การมหาชน', 'องค์กรมหาชน'],
  other: ['อื่น ๆ', 'อื่นๆ', 'อื่น', 'หน่วยงานอื่น', 'หน่วยงานอื่นของรัฐ', 'องค์กรอิสระ', 'others'],
};

/**
 * Folds a heading or kind for comparison: case, white space, punctuation, zero-width characters and the two
 * ways of writing SARA AM make no difference.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]+/gu, '');
}

function lookupTable<Id extends string>(ids: readonly Id[], aliases: Readonly<Record<Id, readonly string[]>>) {
  const table = new Map<string, Id>();
  for (const id of ids) {
    for (const name of [id, ...aliases[id]]) table.set(foldName(name), id);
  }
  return table;
}

const columnTable = lookupTable(columnIds, columnAliases);
const kindTable = lookupTable(agencyKinds, kindAliases);

/** Column of a heading, or undefined. A remark in brackets after a known heading is ignored: `URL (หน้าแรก)`. */
export function columnOf(heading: string): ColumnId | undefined {
  return columnTable.get(foldName(heading)) ?? columnTable.get(foldName(heading.replace(/[(（[].*$/su, '')));
}

export function kindOf(text: string): AgencyKind | undefined {
  return kindTable.get(foldName(text));
}

/** All names of a lookup, for suggestions: what to write, as it is written in the tables. */
export function allColumnNames(): string[] {
  return columnIds.flatMap((id) => [id, ...columnAliases[id]]);
}

export function allKindNames(): string[] {
  return agencyKinds.flatMap((id) => [id, ...kindAliases[id]]);
}
