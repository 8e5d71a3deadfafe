// planaudit packs list / explain: what the rule packs demand, in words for an office.
import { colourLevel, commandSettings } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { Criterion, Pack } from '../judge/pack.ts';
import { listPacks, loadPack } from '../packs/load-pack.ts';
import type { Language } from '../report/catalogue/messages.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { padText, textWidth, wrapText } from '../report/fit-text.ts';
import { nearestName } from '../text/nearest-name.ts';
import { showText } from './show-text.ts';
import { columnsOf, type Terminal } from './terminal.ts';

/** Wordings shown of each kind of publication; the pack's files have them all. */
const shownPhrases = 6;

type Flags = Readonly<Record<string, unknown>>;

export async function packsListCommand(flags: Flags, terminal: Terminal): Promise<ExitStatus> {
  const { settings } = await commandSettings(flags, terminal.env);
  const packs = listPacks().map((name) => loadPack(name));
  const nameWidth = Math.max(...packs.map(({ name }) => textWidth(name)));
  const lines = packs.map(({ name, version, criteria, title, draft }) => {
    const words = packTexts[settings.lang];
    const note = draft ? ` [${words.draft}]` : '';
    return `${padText(name, nameWidth)}  ${version}  ${words.criteria(criteria.length)}  ${title[settings.lang]}${note}`;
  });
  terminal.stdout.write(`${lines.join('\n')}\n`);
  return exitStatus.ok;
}

/** Without a criterion: the pack and its criteria; with one: everything about it. */
export async function packsExplainCommand(
  packName: string | undefined,
  criterionId: string | undefined,
  flags: Flags,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { Chalk } = await import('chalk');
  const { settings } = await commandSettings(flags, terminal.env);
  const pack = loadPack(packName ?? settings.pack[0]!);
  const chalk = new Chalk({ level: colourLevel(terminal.env, terminal.stdout.isTTY ?? false) });
  const columns = Math.min(100, columnsOf(terminal.stdout));
  const lines =
    criterionId === undefined
      ? packLines(pack, settings.lang, columns)
      : criterionLines(pack, findCriterion(pack, criterionId), settings.lang, columns);
  const [head = '', ...rest] = lines;
  await showText(`${[chalk.bold(head), ...rest].join('\n')}\n`, settings.pager, terminal);
  return exitStatus.ok;
}

/** By id or code. Throws UserError `criterion-unknown`. */
export function findCriterion(pack: Pack, id: string): Criterion {
  const found = pack.criteria.find((criterion) => criterion.id === id || pack.codes[criterion.id] === id.toUpperCase());
  if (found) return found;
  const ids = pack.criteria.map((criterion) => criterion.id);
  const suggestion = nearestName(id, ids);
  throw new UserError('criterion-unknown', `the pack ${pack.name} has no criterion "${id}"`, {
    hint: suggestion ? `Did you mean "${suggestion}"?` : `There are: ${ids.join(', ')}.`,
    th: {
      message: `ชุดเกณฑ์ ${pack.name} ไม่มีเกณฑ์ "${id}"`,
      hint: suggestion ? `หมายถึง "${suggestion}" หรือไม่` : `ที่มี: ${ids.join(', ')}`,
    },
  });
}

function packLines(pack: Pack, lang: Language, columns: number): string[] {
  const words = packTexts[lang];
  const codeWidth = Math.max(...Object.values(pack.codes).map(textWidth), 2);
  const idWidth = Math.max(...pack.criteria.map(({ id }) => id.length));
  return [
    `${pack.name} ${pack.version}`,
    ...wrapText(`${pack.title[lang]} – ${pack.issuer[lang]}`, columns),
    `${words.hash}: ${pack.sha256.slice(0, 16)}`,
    '',
    ...pack.criteria.flatMap(({ id, title, level, law }) => {
      const head = `${padText(pack.codes[id] ?? '', codeWidth)} ${padText(id, idWidth)} `;
      const note = `${law.clause}${level === 'advisory' ? `, ${messagesOf(lang).level.advisory}` : ''}`;
      const [first = '', ...more] = wrapText(`${title[lang]} (${note})`, columns - textWidth(head));
      return [head + first, ...more.map((line) => ' '.repeat(textWidth(head)) + line)];
    }),
    '',
    words.explainOne(pack.name, pack.criteria[0]!.id),
  ];
}

function criterionLines(pack: Pack, criterion: Criterion, lang: Language, columns: number): string[] {
  const words = packTexts[lang];
  const { kind, level } = messagesOf(lang);
  const wrap = (text: string, indent = 2) => wrapText(text, columns - indent).map((line) => ' '.repeat(indent) + line);
  const section = (name: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', `${name}:`, ...lines]);
  const classes = criterion.heldBy.flatMap((id) => pack.vocabulary.classes[id] ?? []);
  return [
    `${pack.codes[criterion.id] ?? ''} ${criterion.id} – ${criterion.title[lang]}`,
    ...wrap(criterion.question[lang], 0),
    ...section(words.law, [
      ...wrap(`${criterion.law.act[lang]} ${words.clause} ${criterion.law.clause} (${level[criterion.level]})`),
      ...wrap(`“${criterion.law.quote}”`),
    ]),
    ...section(words.binds, wrap(criterion.kinds?.map((id) => kind[id]).join(', ') ?? words.everyKind)),
    ...section(words.year, wrap(yearText(criterion, lang))),
    ...section(
      words.accepted,
      classes.flatMap(({ title, term, bareTerm, synonym, bare }) => [
        ...wrap(`• ${title[lang]}`),
        ...wrap(
          plainPhrases([...term, ...bareTerm, ...synonym, ...bare])
            .slice(0, shownPhrases)
            .join(' · '),
          6,
        ),
      ]),
    ),
    ...section(
      words.ignored,
      criterion.ignore.flatMap(({ phrase, because }) => wrap(`• ${phrase} – ${because}`)),
    ),
    ...section(
      words.remedy,
      criterion.remediation.flatMap((step, index) => wrap(`${index + 1}. ${step[lang]}`)),
    ),
  ];
}

/** Phrases as a person writes them: without optional parts, the first of alternatives; each once. */
function plainPhrases(phrases: readonly string[]): string[] {
  const plain = phrases.map((phrase) => {
    let text = phrase;
    for (let before = ''; before !== text; ) {
      before = text;
      text = text.replace(/\([^(){}]*\)/g, '').replace(/\{([^(){}|]*)(?:\|[^(){}]*)?\}/g, '$1');
    }
    return text.replace(/[\^$…]/g, '').trim();
  });
  return [...new Set(plain)].filter((text) => text !== '');
}

function yearText({ year }: Criterion, lang: Language): string {
  const words = packTexts[lang];
  if (year === 'any') return words.anyYear;
  return year
    .map(({ offset, through }) => {
      const name = offset === 0 ? words.currentYear : words.yearOffset(offset);
      return through === undefined ? name : `${name} (${words.through(through)})`;
    })
    .join(', ');
}

interface PackTexts {
  readonly draft: string;
  readonly criteria: (count: number) => string;
  readonly hash: string;
  readonly explainOne: (pack: string, criterion: string) => string;
  readonly law: string;
  readonly clause: string;
  readonly binds: string;
  readonly everyKind: string;
  readonly year: string;
  readonly anyYear: string;
  readonly currentYear: string;
  readonly yearOffset: (offset: number) => string;
  /** `monthDay` is MM-DD. */
  readonly through: (monthDay: string) => string;
  readonly accepted: string;
  readonly ignored: string;
  readonly remedy: string;
}

const dayOf = (monthDay: string, lang: Language) =>
  messagesOf(lang).date(`2000-${monthDay}`).split(' ').slice(0, 2).join(' ');

const packTexts: Readonly<Record<Language, PackTexts>> = {
  th: {
    draft: 'ฉบับร่าง',
    criteria: (count) => `${count} เกณฑ์`,
    hash: 'รหัสตรวจสอบ',
    explainOne: (pack, criterion) => `ดูรายละเอียดของเกณฑ์: planaudit packs explain ${pack} ${criterion}`,
    law: 'ที่มา',
    clause: 'ข้อ',
    binds: 'ใช้กับ',
    everyKind: 'หน่วยงานทุกประเภท',
    year: 'ปีที่รับ',
    anyYear: 'ปีใดก็ได้',
    currentYear: 'ปีงบประมาณปัจจุบัน',
    yearOffset: (offset) => (offset === -1 ? 'ปีก่อน' : offset < 0 ? `ย้อนหลัง ${-offset} ปี` : `ล่วงหน้า ${offset} ปี`),
    through: (monthDay) => `รับถึงวันที่ ${dayOf(monthDay, 'th')}`,
    accepted: 'เอกสารที่อาจมีสิ่งนี้',
    ignored: 'สิ่งที่คล้ายแต่ไม่นับ',
    remedy: 'หากไม่พบ ควรทำ',
  },
  en: {
    draft: 'draft',
    criteria: (count) => `${count} criteria`,
    hash: 'fingerprint',
    explainOne: (pack, criterion) => `About one criterion: planaudit packs explain ${pack} ${criterion}`,
    law: 'Source',
    clause: 'clause',
    binds: 'Binds',
    everyKind: 'every kind of agency',
    year: 'Year accepted',
    anyYear: 'any year',
    currentYear: 'the fiscal year in force',
    yearOffset: (offset) =>
      offset === -1 ? 'the previous year' : offset < 0 ? `${-offset} years back` : `${offset} years ahead`,
    through: (monthDay) => `through ${dayOf(monthDay, 'en')}`,
    accepted: 'Publications that may hold it',
    ignored: 'Looks like it and does not count',
    remedy: 'If it is not found',
  },
};
