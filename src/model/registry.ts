// What a registry of agencies is. Types and closed lists only; reading files is registry/'s work.

/** Kinds of agency the rule packs tell apart (English ids; Thai aliases are registry/'s). */
export const agencyKinds = [
  'department', // ส่วนราชการส่วนกลาง / กรม
  'provincial-office', // ส่วนราชการประจำจังหวัด, สำนักงาน...จังหวัด
  'regional-office', // ส่วนกลางที่ตั้งในภูมิภาค, เขต
  'province', // จังหวัด
  'district', // อำเภอ
  'provincial-administration', // อบจ.
  'municipality', // เทศบาล
  'subdistrict', // อบต.
  'school', // โรงเรียน, สพป./สพม.
  'college', // วิทยาลัย
  'university', // มหาวิทยาลัย, คณะ
  'hospital', // โรงพยาบาล
  'health-office', // สสจ., สสอ.
  'state-enterprise', // รัฐวิสาหกิจ
  'public-organization', // องค์การมหาชน
  'other',
] as const;

export type AgencyKind = (typeof agencyKinds)[number];

/** `exempt` cell: a criterion that does not bind this agency, why, and until when (inclusive). */
export interface Exemption {
  readonly criterion: string;
  readonly reason: string;
  /** ISO date (YYYY-MM-DD), inclusive; absent = no end. */
  readonly until?: string;
}

export interface Agency {
  /** Unique in the registry; letters, digits, `.`, `_`, `-`. */
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly kind: AgencyKind;
  /** Start page, absolute http(s) URL. Absent = no website registered. */
  readonly url?: string;
  /** A further entrance: the page that carries the plan link. Absolute http(s) URL. */
  readonly linkPage?: string;
  /** Further hosts that are the agency's own, lower case, `host` or `host:port`. */
  readonly extraHosts: readonly string[];
  readonly province?: string;
  readonly contactEmail?: string;
  readonly tags: readonly string[];
  readonly exempt: readonly Exemption[];
  readonly notes?: string;
}

export interface Registry {
  /** File as the user named it. */
  readonly path: string;
  /** SHA-256 (hex) of the file's bytes. */
  readonly sha256: string;
  /** In file order; never empty. */
  readonly agencies: readonly Agency[];
}
