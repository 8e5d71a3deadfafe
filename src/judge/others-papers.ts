// Lists of papers that a heading says are others' (เอกสารจากหน่วยงานต้นสังกัด, แผนของหน่วยงานในพื้นที่): a plan in one is not this agency's,
// unless the label names it. Pure.
import type { Link } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import { norm } from './lexicon.ts';
import { ownNameOf } from './own-name.ts';
import type { TitleReading } from './title.ts';

/** What the label names is another body's, by the heading that the link stands under. */
export function withOwner(agency: Pick<Agency, 'name'>, link: Link, reading: TitleReading): TitleReading {
  const plan = reading.classes.get('annual-plan');
  if (plan === undefined || link.region !== 'main') return reading;
  // The nearest heading says whose the list is.
  const over = link.context.find(({ from }) => from === 'heading');
  if (over === undefined || !ofOthers.test(norm(over.text).text)) return reading;
  const name = ownNameOf(agency);
  if (name !== '' && norm(link.label).text.includes(name)) return reading;
  const classes = new Map([...reading.classes].filter(([id]) => id !== 'annual-plan'));
  return { ...reading, classes, foreign: new Set([...reading.foreign, 'annual-plan']) };
}

/** Over the match form: papers, plans or links of bodies that are others, above it, or around it. */
const bodies = '(?:หน่วยงาน|ส่วนราชการ|องค์กร|หน่วย|ภาคส่วน|สถานศึกษา|โรงเรียน|ท้องถิ่น|กระทรวง|กรม)';
const whose = '(?:ๆ)?(?:อื่น|ต่างๆ|ภายนอก|ต้นสังกัด|แม่ข่าย|ข้างเคียง|ใกล้เคียง|พันธมิตร|เครือข่าย|ภาคี|ในพื้นที่|ที่เกี่ยวข้อง|เพื่อนบ้าน)';
const ofOthers = new RegExp(
  `(?<!และ|รวม|กับ|ถึง|โครงการ)(?:ของ|จาก|โดย|ลิ[งน]ก์?|ลิงค์)${bodies}${whose}|${bodies}${whose}[^\\n]{0,12}$|ต้นสังกัด$`,
  'u',
);
