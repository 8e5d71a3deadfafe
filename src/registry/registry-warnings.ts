// What is allowed in a registry but worth a look before an audit. Never stops anything.
import type { Agency, AgencyKind, Registry } from '../model/registry.ts';
import type { Bilingual } from '../model/result.ts';

export interface RegistryWarning {
  readonly code:
    | 'no-website'
    | 'http-only'
    | 'duplicate-url'
    | 'shared-host'
    | 'social-page'
    | 'kind-and-name'
    | 'exemption-ended';
  /** Ids of the agencies concerned, in registry order. */
  readonly agencies: readonly string[];
  readonly text: Bilingual;
}

const socialHosts =
  /(?:^|\.)(?:facebook\.com|fb\.com|line\.me|youtube\.com|tiktok\.com|instagram\.com|x\.com|twitter\.com)$/;

/** How names begin that leave no doubt of the kind, and the kinds that then fit. */
const kindsByName: readonly (readonly [RegExp, readonly AgencyKind[]])[] = [
  [/^(?:โรงเรียน|รร\.)/u, ['school']],
  [/^วิทยาลัย/u, ['college', 'university']],
  [/^มหาวิทยาลัย/u, ['university']],
  [/^(?:โรงพยาบาล|รพ\.)/u, ['hospital', 'health-office']],
  [/^(?:สำนักงานสาธารณสุข(?:จังหวัด|อำเภอ)|สส[จอ]\.)/u, ['health-office']],
  [/^(?:เทศบาล(?:ตำบล|เมือง|นคร)|ท[ตมน]\.)/u, ['municipality']],
  [/^(?:องค์การบริหารส่วนตำบล|อบต\.)/u, ['subdistrict']],
  [/^(?:องค์การบริหารส่วนจังหวัด|อบจ\.)/u, ['provincial-administration']],
  [/^(?:ที่ว่าการอำเภอ|ที่ทำการปกครองอำเภอ|อำเภอ)/u, ['district']],
  [/^จังหวัด/u, ['province', 'provincial-office']],
];

/** `asOf`: audit date (YYYY-MM-DD), for exemptions that have ended. */
export function registryWarnings(registry: Registry, asOf: string): RegistryWarning[] {
  const warnings: RegistryWarning[] = [];
  const add = (code: RegistryWarning['code'], agencies: readonly Agency[], en: string, th: string) => {
    if (agencies.length > 0) warnings.push({ code, agencies: agencies.map((agency) => agency.id), text: { en, th } });
  };
  const withUrl = registry.agencies.filter((agency) => agency.url !== undefined);
  add(
    'no-website',
    registry.agencies.filter((agency) => agency.url === undefined),
    'no website is registered: every criterion will be "unknown"',
    'ไม่มีเว็บไซต์ในทะเบียน ทุกเกณฑ์จะเป็น "ตรวจไม่ได้"',
  );
  add(
    'http-only',
    withUrl.filter((agency) => agency.url!.startsWith('http:')),
    'the address is http://; check whether the site answers on https:// too',
    'ที่อยู่เป็น http:// ควรตรวจว่าเว็บไซต์เปิดด้วย https:// ได้หรือไม่',
  );
  add(
    'social-page',
    withUrl.filter((agency) => socialHosts.test(new URL(agency.url!).hostname)),
    'the address is a page on a social network, not a website of the agency',
    'ที่อยู่เป็นหน้าสื่อสังคมออนไลน์ ไม่ใช่เว็บไซต์ของหน่วยงาน',
  );
  for (const [url, agencies] of groupBy(withUrl, (agency) => agency.url!)) {
    if (agencies.length > 1) {
      add('duplicate-url', agencies, `several agencies have the same address ${url}`, `หลายหน่วยงานใช้ที่อยู่เดียวกัน ${url}`);
    }
  }
  for (const [host, agencies] of groupBy(withUrl, (agency) => new URL(agency.url!).host.replace(/^www\./, ''))) {
    if (new Set(agencies.map((agency) => agency.url)).size > 1) {
      add('shared-host', agencies, `several agencies share the host ${host}`, `หลายหน่วยงานใช้โฮสต์เดียวกัน ${host}`);
    }
  }
  add(
    'kind-and-name',
    registry.agencies.filter(({ name, kind }) =>
      kindsByName.some(([sort, kinds]) => sort.test(name) && !kinds.includes(kind)),
    ),
    'the name says another kind than the column kind: the kind tells which titles and years count',
    'ชื่อหน่วยงานบอกประเภทต่างจากคอลัมน์ประเภท ซึ่งใช้กำหนดว่าชื่อเอกสารและปีใดใช้ได้',
  );
  add(
    'exemption-ended',
    registry.agencies.filter((agency) => agency.exempt.some(({ until }) => until !== undefined && until < asOf)),
    `an exemption has ended before ${asOf}`,
    `ข้อยกเว้นสิ้นสุดแล้วก่อน ${asOf}`,
  );
  return warnings;
}

function groupBy(agencies: readonly Agency[], key: (agency: Agency) => string): Map<string, Agency[]> {
  const groups = new Map<string, Agency[]>();
  for (const agency of agencies) groups.set(key(agency), [...(groups.get(key(agency)) ?? []), agency]);
  return groups;
}
