// An agency's name as registries write it: abbreviated, with whose it is and where it lies, misspelt. Its own plan stays its own, and
// its neighbour's stays the neighbour's.
import { expect, test } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import { readTitle } from '../../src/judge/title.ts';
import type { AgencyKind } from '../../src/model/registry.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const lexicon = lexiconOf(loadPack('phuket-accountability').vocabulary);

/** `own`: the title is read as the plan of the agency so named; `other`: as another body's. */
function readAs(name: string, kind: AgencyKind, title: string): string {
  const { classes, foreign } = readTitle(lexicon, title, { name, kind });
  return classes.has('annual-plan') ? 'own' : foreign.has('annual-plan') ? 'other' : 'none';
}
const planOf = (owner: string): string => `แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2569 ${owner}`;

const same: readonly (readonly [kind: AgencyKind, inRegistry: string, onPlan: string])[] = [
  ['provincial-office', 'สนง.วัฒนธรรม จ.เวียงธาตุ', 'สำนักงานวัฒนธรรมจังหวัดเวียงธาตุ'],
  ['provincial-office', 'สำนักงานวัฒนธรรมจังหวัดเวียงธาตุ', 'สนง.วัฒนธรรมจังหวัดเวียงธาตุ'],
  ['provincial-office', 'ทสจ.เวียงธาตุ', 'สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัดเวียงธาตุ'],
  ['provincial-office', 'สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัดดงเย็น', 'สำนักงาน พมจ.ดงเย็น'],
  ['health-office', 'สสอ.โพนทราย', 'สำนักงานสาธารณสุขอำเภอโพนทราย'],
  ['school', 'รร.บ้านหนองบัว อ.เมือง จ.เวียงธาตุ', 'โรงเรียนบ้านหนองบัว'],
  ['school', 'โรงเรียนบ้านหนองบัว สังกัด สพป.เวียงธาตุ เขต 1', 'โรงเรียนบ้านหนองบัว\nข้อมูล ณ วันที่ 31 มีนาคม 2569'],
  ['university', 'มหาวิทยาลัยราชภัฏแก่นทราย กระทรวง อว.', 'มหาวิทยาลัยราชภัฏแก่นทราย\nข้อมูล ณ วันที่ 31 มีนาคม 2569'],
  ['municipality', 'กองยุทธศาสตร์และงบประมาณ เทศบาลเมืองดอยคำ', 'เทศบาลเมืองดอยคำ'],
  ['municipality', 'เทศบาลตำบลบางปลาเสือ อำเภอเมือง จังหวัดเวียงธาตุ', 'เทศบาลตำบลบางปลาเสือ จังหวัดเวียงธาตุ'],
  ['subdistrict', 'องคการบริหารสวนตำบลหนองแก้ว', 'องค์การบริหารส่วนตำบลหนองแก้ว'],
  ['hospital', 'โรงพยาบาลสมเด็จพระยุพราชเวียงธาตุ (รพท.)', 'โรงพยาบาลสมเด็จพระยุพราชเวียงธาต'],
  ['provincial-office', 'สำนักงานพัฒนาชุมชนจังหวัดศรีษะเกษ', 'สำนักงานพัฒนาชุมชนจังหวัดศรีสะเกษ'],
  // Raised or renamed: the registry, or the year before's paper, names it as it was called.
  ['subdistrict', 'องค์การบริหารส่วนตำบลเขาหลัก', 'เทศบาลตำบลเขาหลัก'],
  ['municipality', 'ทม.ป่าคลอก', 'เทศบาลตำบลป่าคลอก อำเภอถลาง'],
  ['municipality', 'เทศบาลเมืองเขาหลัก จังหวัดเวียงธาตุ', 'อบต.เขาหลัก'],
  ['other', 'ตำรวจภูธรป่าตอง', 'สถานีตำรวจภูธรป่าตอง'],
  ['health-office', 'สถานีอนามัยบ้านนาดี', 'โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านนาดี'],
];
test.each(same)('%s: %s publishes the plan of %s', (kind, name, owner) => {
  expect(readAs(name, kind, planOf(owner))).toBe('own');
});

const others: readonly (readonly [kind: AgencyKind, inRegistry: string, onPlan: string])[] = [
  ['provincial-office', 'สนง.วัฒนธรรม จ.เวียงธาตุ', 'สำนักงานวัฒนธรรมจังหวัดแก่นทราย'],
  ['provincial-office', 'สนง.วัฒนธรรม จ.เวียงธาตุ', 'สำนักงานเกษตรจังหวัดเวียงธาตุ'],
  ['health-office', 'สสอ.โพนทราย', 'สำนักงานสาธารณสุขอำเภอพนมไพร'],
  ['provincial-administration', 'อบจ.เวียงธาตุ', 'องค์การบริหารส่วนจังหวัดแก่นทราย'],
  ['municipality', 'เทศบาลตำบลบางปลาเสือ อำเภอเมือง จังหวัดเวียงธาตุ', 'เทศบาลตำบลโคกสูง'],
  ['university', 'คณะวิทยาการจัดการ มหาวิทยาลัยราชภัฏแก่นทราย', 'มหาวิทยาลัยราชภัฏแก่นทราย'],
  ['hospital', 'รพ.ดอยคำ', 'โรงพยาบาลศรีบุญโฮม'],
  ['subdistrict', 'องค์การบริหารส่วนตำบลเขาหลัก', 'เทศบาลตำบลเขาแก้ว'],
  // A bureau over it, or a part of it.
  ['college', 'วิทยาลัยการอาชีพเวียงธาตุ', 'สำนักบริหารอาชีวศึกษาภาค'],
  ['provincial-administration', 'องค์การบริหารส่วนจังหวัดเวียงธาตุ', 'เทศบาลเมืองเวียงธาตุ'],
  ['other', 'ตำรวจภูธรจังหวัดเวียงธาตุ', 'สถานีตำรวจภูธรเมืองเวียงธาตุ'],
  ['municipality', 'เทศบาลนครเวียงธาตุ', 'องค์การบริหารส่วนจังหวัดเวียงธาตุ'],
];
test.each(others)('%s: %s does not publish the plan of %s', (kind, name, owner) => {
  expect(readAs(name, kind, planOf(owner))).toBe('other');
});
