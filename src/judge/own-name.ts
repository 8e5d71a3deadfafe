// An agency's name as texts are compared with it: in match form, abbreviations in full (registries write สนง.เกษตร จ.ตราด). Pure.
import type { Agency } from '../model/registry.ts';
import { skeleton } from '../text/normal.ts';
import { norm } from './lexicon.ts';

type Named = Pick<Agency, 'name'>;

/** The agency's name in match form and in full, without what registries add: whose it is, and where a body with a name of its own lies. */
export const ownNameOf = (agency: Named): string => formsOf(agency).own;

/** The same with all that the registry says. */
export const wholeNameOf = (agency: Named): string => formsOf(agency).whole;

interface Forms {
  readonly given: string;
  readonly own: string;
  readonly whole: string;
}
const forms = new WeakMap<Named, Forms>();

function formsOf(agency: Named): Forms {
  const known = forms.get(agency);
  if (known?.given === agency.name) return known;
  const given = agency.name;
  const short = given.replace(division, '').replace(/\s+(?:\(|สังกัด|กระทรวง|กรม(?=[ก-๙]{3})|สพฐ|สอศ).*$/su, '');
  const full = (text: string): string => inFull(norm(withPlaces(text)).text);
  const own = full(nameOfItsOwn.test(full(short)) ? short.replace(place, '') : short);
  const made = { given, own: own.length < 6 ? full(given) : own, whole: full(given) };
  forms.set(agency, made);
  return made;
}

/** A school, hospital, municipality …: of a name of its own, and with no bureau (สำนัก…) over it that is part of it. */
export const isOfItsOwn = (agency: Named): boolean => nameOfItsOwn.test(ownNameOf(agency));

const nameOfItsOwn =
  /^(?:เทศบาล|องค์การบริหารส่วนตำบล|โรงเรียน|โรงพยาบาล|วิทยาลัย|มหาวิทยาลัย|สถาบัน|สถานีตำรวจ|ศูนย์พัฒนาเด็ก|อุทยาน|วนอุทยาน)/u;
/** A part of the body that the site is of; a faculty has plans of its own. */
const division =
  /^(?:งาน|กอง|ฝ่าย|กลุ่ม|ส่วน)(?!จังหวัด)\S+\s+(?=เทศบาล|ทต|ทม|ทน|องค์การ|อบ[จต]|สำนักงาน|สนง|โรงเรียน|รร|โรงพยาบาล|รพ|วิทยาลัย|มหาวิทยาลัย|ที่ว่าการ)/u;
const place = /\s+(?:อำเภอ|อ\.|จังหวัด|จ\.|ตำบล|ต\.|แขวง|เขต(?!พื้นที่)).*$/su;

/** Longer ones before those that they begin or end with. */
const abbreviations: readonly (readonly [string, string])[] = [
  ['สสจ', 'สำนักงานสาธารณสุขจังหวัด'],
  ['สสอ', 'สำนักงานสาธารณสุขอำเภอ'],
  ['สนง', 'สำนักงาน'],
  ['อบจ', 'องค์การบริหารส่วนจังหวัด'],
  ['อบต', 'องค์การบริหารส่วนตำบล'],
  ['ทสจ', 'สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัด'],
  ['พมจ', 'สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด'],
  ['ศธจ', 'สำนักงานศึกษาธิการจังหวัด'],
  ['สถจ', 'สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด'],
  ['ทต', 'เทศบาลตำบล'],
  ['ทม', 'เทศบาลเมือง'],
  ['ทน', 'เทศบาลนคร'],
  ['รพ.สต', 'โรงพยาบาลส่งเสริมสุขภาพตำบล'],
  ['รพ', 'โรงพยาบาล'],
  ['รร', 'โรงเรียน'],
  ['สภ', 'สถานีตำรวจภูธร'],
  ['สพป', 'สำนักงานเขตพื้นที่การศึกษาประถมศึกษา'],
  ['สพม', 'สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา'],
];
/** A name in match form that begins with an abbreviation, written out (สสจ.…, สำนักงาน พมจ.…). */
export function inFull(name: string): string {
  const from = /^สำนักงาน(?=(?:สส[จอ]|ทสจ|พมจ|ศธจ|สถจ|สพ[ปม])\.)/u.test(name) ? 'สำนักงาน'.length : 0;
  const short = abbreviations.find(([abbreviation]) => name.startsWith(abbreviation, from));
  return short ? short[1] + name.slice(from + short[0].length).replace(/^[.\s]+/, '') : name;
}

const ofPlaces: Readonly<Record<string, string>> = { จ: 'จังหวัด', อ: 'อำเภอ', ต: 'ตำบล' };
/** Of a word of its own: the letter ends other abbreviations as well (พมจ.). */
const withPlaces = (name: string): string =>
  name.replace(/(?<=\s)([จอต])\.\s*(?=[ก-ฮเ-ไ])/g, (_, letter: string) => ofPlaces[letter]!);

/**
 * One of the two goes on where the other ends, whatever marks were lost (โรงพยาบาลดอยคา of a โรงพยาบาลดอยคำ). Match forms. With
 * `nearly`, long names may differ in one letter: registries misspell.
 */
export function begins(longer: string, shorter: string, nearly = false): boolean {
  const [whole, part] = [longer, shorter].map((text) => skeleton(norm(text)).text) as [string, string];
  if (whole.startsWith(part)) return true;
  if (!nearly || part.length < fewestMisspelt) return false;
  const at = [...part].findIndex((letter, i) => letter !== whole[i]);
  // Beyond the one letter (left out, put in, or another) they go on alike; words for sorts of bodies are not told by one letter.
  const [rest, other] = [part.slice(at + 1), whole.slice(at + 1)];
  return other.startsWith(rest) || whole.slice(at).startsWith(rest) || other.startsWith(part.slice(at));
}
const fewestMisspelt = 10;

/** What one and the same body is called one after another: raised to a higher sort, or renamed. Longer ones first. */
const sorts: readonly (readonly string[])[] = [
  ['องค์การบริหารส่วนตำบล', 'สภาตำบล', 'เทศบาลตำบล', 'เทศบาลเมือง', 'เทศบาลนคร', 'เทศบาล'],
  ['โรงพยาบาลส่งเสริมสุขภาพตำบล', 'สถานีอนามัย', 'ศูนย์สุขภาพชุมชน'],
  ['สถานีตำรวจภูธรอำเภอ', 'สถานีตำรวจภูธรตำบล', 'สถานีตำรวจภูธร', 'สถานีตำรวจ', 'ตำรวจภูธร'],
];

/**
 * The same body under what it was called before or is called now (an องค์การบริหารส่วนตำบล that became a เทศบาล): a registry or an
 * older paper names it so. Match forms, in full.
 */
export function isRenamed(own: string, other: string): boolean {
  const placeOf = (name: string, sort: string): string =>
    skeleton(
      norm(
        name
          .slice(sort.length)
          .trim()
          .replace(/(?<=..)(?:อำเภอ|จังหวัด|\s).*$/su, ''),
      ),
    ).text;
  return sorts.some((group) => {
    const [mine, theirs] = [own, other].map((name) => group.find((sort) => name.startsWith(sort)));
    if (mine === undefined || theirs === undefined || mine === theirs) return false;
    const place = placeOf(own, mine);
    return place.length >= 2 && place === placeOf(other, theirs);
  });
}
