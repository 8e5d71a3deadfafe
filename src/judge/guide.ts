// Steers a crawl: rates links by what the open criteria want. Hints steer, they never decide. Pure and deterministic.
import type { CrawlGuide, CrawlResult, Gap, Page } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import type { Agency } from '../model/registry.ts';
import { isPageTurn } from '../text/page-turn.ts';
import { findPhrases } from '../text/phrase.ts';
import type { EvaluateOptions } from './evaluate.ts';
import { criteriaOf, type Lexicon, lexiconOf, norm } from './lexicon.ts';
import { calledAs, createLinkRater, isFile, wantedOf } from './link-rater.ts';
import { createOpenCriteria, type OpenCriteria } from './open-criteria.ts';
import type { Pack, Vocabulary } from './pack.ts';
import { sendsPlan } from './plan-in-letter.ts';
import { createRatedLinks, type Place } from './rated-links.ts';
import { leaveMemory } from './survey.ts';
import { createSurveyMemory, type SurveyMemory } from './survey-memory.ts';
import { isLookalike, readTitle } from './title.ts';
import { fileNameOfUrl } from './unit-file-name.ts';
import { urlKey } from './url-key.ts';
import { namesMinutes } from './work-report-head.ts';
import { calendarOf, yearsOf } from './years.ts';

export interface GuideOptions extends EvaluateOptions {
  readonly asOf: string;
}

/** Letters of a list's name at most; longer labels are the headline of one posting. */
const longestName = 40;

/** One reading of the site, shared by all packs with the same words. */
interface Reading {
  readonly memory: SurveyMemory;
  readonly criteria: OpenCriteria;
}

export function createGuide(packs: readonly Pack[], agency: Agency, options: GuideOptions): CrawlGuide {
  const calendar = calendarOf(options.asOf);
  const entries = criteriaOf(packs);
  const rater = createLinkRater(packs.map(wantedOf), agency, calendar);
  const pages: Page[] = [];
  const gaps: Gap[] = [];
  const ownHosts = new Set(agency.extraHosts);
  for (const url of [agency.url, agency.linkPage]) if (url) ownHosts.add(new URL(url).host.toLowerCase());
  /** Page on which a URL was first seen: what stood on an earlier page too is menu, not content of a later one. */
  const firstSeen = new Map<string, number>();
  const rated = createRatedLinks();
  let open: readonly string[] | undefined;
  const readings = new Map<Vocabulary, Reading>();
  for (const [vocabulary, sharing] of Map.groupBy(entries, ({ pack }) => pack.vocabulary)) {
    const memory = createSurveyMemory(lexiconOf(vocabulary), agency, calendar);
    const criteria = sharing.map(({ criterion }) => criterion);
    readings.set(vocabulary, {
      memory,
      criteria: createOpenCriteria(criteria, agency, calendar, options, memory),
    });
  }
  /** A file of another sort by its label, or only of years before all that may still be asked for. A menu may hold more than it says. */
  function isOther(lexicon: Lexicon, label: string, { url, labelFrom, text }: Link): boolean {
    const reading = readTitle(lexicon, label, agency);
    if (url !== null && isFile(url) && isLookalike(reading)) {
      // In a meeting the plan's work may be followed. What looks like no other plan may be anything under a department's name (ฝ่ายแผนงาน:
      // ไตรมาสที่ 1/2569), is what a division shows at a meeting (วาระ 4.2 สไลด์ฝ่ายแผนฯ), or a letter that sends the plan and tells it.
      const mayTell =
        namesMinutes(label) ||
        (reading.lookalikes.every(({ kind }) => kind === 'other') &&
          ((labelFrom === 'heading' && text !== '') || shownAtMeeting.test(norm(label).text) || sendsPlan(label)));
      if (!mayTell) return true;
    }
    const years = yearsOf(reading.years, agency.kind, calendar);
    return years.length > 0 && years.every((year) => year < calendar.fiscalYear - 2);
  }
  const crawl = (): CrawlResult => ({
    agencyId: agency.id,
    pages,
    gaps,
    pending: [],
    requests: [],
    notices: [],
    ownHosts: [...ownHosts],
    stopped: 'exhausted',
    bytes: 0,
  });
  return {
    observe(page) {
      if (pages.length === 0)
        for (const [vocabulary, { memory }] of readings) leaveMemory(lexiconOf(vocabulary), page, memory);
      pages.push(page);
      open = undefined;
      if (!page.offSite) ownHosts.add(new URL(page.capture.finalUrl).host.toLowerCase());
      for (const link of page.text.links) {
        const key = link.url && urlKey(link.url);
        if (key && !firstSeen.has(key)) firstSeen.set(key, page.id);
      }
    },
    observeGap(gap) {
      gaps.push(gap);
      open = undefined;
    },
    wanted() {
      if (open) return open;
      const grown = crawl();
      for (const { memory, criteria } of readings.values()) criteria.update(memory.grow(grown));
      const wanting = entries.filter(({ pack, criterion }) =>
        readings.get(pack.vocabulary)!.criteria.isOpen(criterion),
      );
      open = [...new Set(wanting.map(({ criterion }) => criterion.id))];
      return open;
    },
    looks() {
      const wanted = new Set(this.wanted());
      if (wanted.size === 0) return undefined;
      const required = entries.some(({ criterion }) => criterion.level === 'required' && wanted.has(criterion.id));
      return required ? 'widely' : 'briefly';
    },
    look(link) {
      const label = link.label.slice(0, 300);
      const words = norm(label);
      if (packs.every(({ vocabulary }) => isOther(lexiconOf(vocabulary), label, link))) return 'idle';
      const says = (list: 'idle' | 'postings'): boolean =>
        packs.every(({ vocabulary }) => findPhrases(lexiconOf(vocabulary)[list], words).length > 0);
      // News of tenders, pictures of the news: what it is of says more; a meeting of whomever may follow the plan's work; an office's own
      // answers may say where the plan is and who ordered it there.
      if (says('idle')) {
        const told = link.url !== null && isFile(link.url) && takenDown.test(words.text);
        const looked = yearsBook.test(words.text) || answers.test(words.text) || namesMinutes(label) || told;
        return looked ? 'plain' : 'idle';
      }
      if (!says('postings')) return 'plain';
      return link.label.length <= longestName ? 'list' : 'idle';
    },
    rate(link, from) {
      if (link.url === null) return {};
      const fresh = (firstSeen.get(urlKey(link.url)) ?? from.id) >= from.id;
      const place = placeOf(link, link.url, from, fresh);
      const known = rated.ratingsOf(place);
      if (known !== undefined) return known;
      const ratings = rater.rate(link, from, fresh);
      rated.keep(place, ratings);
      return ratings;
    },
    rateUrl: (url) => rater.rateUrl(url),
  };
}

/** Over the match form. */
const shownAtMeeting =
  /^[^\p{L}]*(?:ระเบียบ)?วาระ|สไลด์|สไลด|slide|(?:เอกสาร|ไฟล์|แฟ้ม)(?:ประกอบ)?(?:การ)?(?:นำเสนอ|ประชุม)/u;

/** A calendar, map or timetable of the whole office's year may be what it calls its plan. Over the match form. */
const yearsBook =
  /^[^\p{L}]*(?:ป[ฏ]ิทิน|แผนที่|แผนผัง|ตาราง(?:สอน|เรียน)|ภารกิจ|นัดหมาย)(?:งาน|เดินทาง|[^\n]{0,24}?(?:ทั้ง(?:โรง|ปี|กรม|สำนัก|ศูนย์|องค์กร|อำเภอ|จังหวัด|หน่วย|เทศบาล|ตำบล)|ของ(?:เรา|สำนัก|กรม|หน่วยงาน)))[^\n]{0,24}?(?:25)?[5-7]\d(?!\d)/u;

/** One page of questions that the office answers, no board of them. Over the match form. */
const answers = /^[^\p{L}]*(?:รวม)?(?:คำถาม)?(?:ที่)?(?:มัก|พบ|ถาม|ถูกถาม)+บ่อย[ก-๎]{0,8}(?:\(?faqs?\)?)?$|^[^\p{L}]*faqs?$/u;

function placeOf(link: Link, url: string, from: Page, fresh: boolean): Place {
  const file = isFile(url);
  return {
    link,
    fresh,
    depth: from.depth,
    file,
    parent: fresh ? (calledAs(from) ?? '') : '',
    named: fresh && file ? fileNameOfUrl(url) : '',
    turns: isPageTurn(link.text),
  };
}
/** Of whatever meeting: what somebody said there, word by word. */
const takenDown =
  /ถอด(?:เทป|ความ|คำ|เสียง)|คำ(?:พูด|กล่าว|แถลง|ปราศรัย|ชี้แจง|ตอบ)|สุนทรพจน์|(?:ลุกขึ้น|ขึ้น|ได้)?(?:กล่าว|พูด|เล่า|แถลง|ชี้แจง)(?:ว่า|ต่อ|ใน|ให้|เรื่อง|ถึง)|จด(?:การ)?ประชุม/u;
