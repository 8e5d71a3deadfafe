// What a rule pack is: strict zod schemas of vocabulary, pack and criterion files, and the loaded value.
// Pure: reading YAML files and reporting their lines is packs/'s work.
import { z } from 'zod';
import { agencyKinds } from '../model/registry.ts';
import { bilingual, levels } from '../model/result.ts';

const phrase = z.string().min(1);
const phrases = z.array(phrase).min(1);

/** A kind of publication told by its title ("annual plan", "monitoring report", …). */
const documentClass = z.strictObject({
  title: bilingual,
  /** Agencies whose publications of this name count; absent = all. */
  kinds: z.array(z.enum(agencyKinds)).optional(),
  /** The announcement's own words: reason `found`. */
  term: z.array(phrase).default([]),
  /** Other accepted wordings: reason `found-other-wording`. */
  synonym: z.array(phrase).default([]),
  /**
   * Names that count only when nothing qualifies them: followed by the end of the clause or by one of `tails`
   * (แผนปฏิบัติการ ประจำปี, but not แผนปฏิบัติการ ดิจิทัล).
   */
  bare: z.array(phrase).default([]),
  /** The announcement's own words, under the same condition. */
  bareTerm: z.array(phrase).default([]),
  /** Wordings that may name it: they steer the crawl, and count as a label, never as proof. */
  weak: z.array(phrase).default([]),
  /** The publication of another body (ของกระทรวง…, ของจังหวัด…) is not this agency's. */
  ownOnly: z.boolean().default(false),
});

/** Words that look like what is sought and are not; masked before matching, longest first. */
const lookalike = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  because: z.string().min(1),
  /** `plan`: a plan of another sort, which may stand where the annual plan should (`wrong-plan`). */
  kind: z.enum(['plan', 'report', 'other']),
  phrases,
  /** Titles seen in the wild that must not count; each is a test. */
  examples: z.array(z.string()).min(1),
  /** Agencies for which this is no look-alike. */
  exceptKinds: z.array(z.enum(agencyKinds)).optional(),
});
export type Lookalike = z.infer<typeof lookalike>;

export const columnIds = [
  'number',
  'project',
  'programme',
  'budget',
  'spent',
  'balance',
  'spent-percent',
  'progress',
  'result',
  'target',
  'period',
  'owner',
  'problems',
  'recommendations',
  'foreign',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** Words shared by packs: how the publications are titled and laid out. */
export const vocabularySchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** `<name>` inside a phrase stands for `{a|b|…}` of these. */
  macros: z.record(z.string().regex(/^[a-z-]+$/), phrases).default({}),
  classes: z.record(z.string().regex(/^[a-z0-9-]+$/), documentClass),
  lookalikes: z.array(lookalike),
  /** Words that may stand glued before a title without making it a mere mention (เล่ม, ประกาศใช้, ดู, เผยแพร่ …). */
  leads: phrases,
  /** What may follow a `bare` name. */
  tails: phrases,
  /** Bodies whose publications are not this agency's, as prefixes of a name (กระทรวง, กรม, จังหวัด …). */
  bodies: phrases,
  /** Menus and headings under which the annual plan should stand. */
  planMenus: phrases,
  /** Menus and pages that lead to publications; weight is the rating 0–100 a link of that label gets for everything open. */
  hubs: z.array(z.strictObject({ phrase, weight: z.int().min(1).max(100) })),
  /** Labels of pages that hold nothing of the sort (contacts, staff, tenders): not looked at even before absence is said. */
  idle: phrases.default([]),
  /** Labels of lists in which whatever an agency publishes may stand (news, announcements): looked at last. */
  postings: phrases.default([]),
  /** Headings of table columns. `foreign` columns (price, bidder, score of staff) show that a table is about something else. */
  columns: z.record(z.enum(columnIds), phrases),
  /** States of a project's progress. */
  states: phrases,
  /** Lead words of a project or activity line. */
  projectLeads: phrases,
  /** Row names that are kinds of expense or totals, not projects. */
  notProjects: phrases,
  /** Words that show money spent, in running text. */
  spentWords: phrases,
  /** Names of reports put together from words for reporting and the plan or projects that they report on. */
  composed: z
    .strictObject({
      /** Words for reporting, by the class of publication that they make. */
      heads: z.record(z.string(), phrases),
      /** How the year's projects are named as what is reported on, where the plan is not. */
      subjects: z.array(phrase),
      /** Openings of a title that make such projects a list, told by its rows alone: a report on spending if they say so. */
      lists: z.array(phrase),
      /** Words for a round: results of a round are monitoring too. */
      rounds: z.array(phrase),
      /** Words that make the line something else: preparing, meetings, persons, other subjects, running text. */
      not: z.array(phrase),
      /** Sorts of document that may stand before a report's name without making it a mention (plain words). */
      nouns: z.array(phrase),
    })
    .default({ heads: {}, subjects: [], lists: [], rounds: [], not: [], nouns: [] }),
  /** Labels that say nothing by themselves. */
  generic: phrases,
  echo: z.strictObject({
    /** Wording that opens a pasted requirement. */
    openers: phrases,
    /** The requirement's own text(s); a segment largely made of their words is an echo. */
    texts: z.array(z.string()).min(1),
  }),
  /** Statements that there is nothing to report; they count as reported. */
  none: phrases,
  /** A page standing for content to come. */
  placeholders: phrases,
});
export type Vocabulary = z.infer<typeof vocabularySchema>;

/**
 * A fiscal year accepted: `offset` from the year in force (0 = current, -1 = previous);
 * `through` MM-DD within the year in force (which starts on 1 October), inclusive; absent = all year.
 */
export const yearWindow = z.strictObject({
  offset: z.int().min(-5).max(1),
  through: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/)
    .optional(),
});
export type YearWindow = z.infer<typeof yearWindow>;

const classList = z.array(z.string()).min(1);
const fields = z.array(z.enum(columnIds)).min(1);

/** A link with a label of these classes that a visitor can follow. */
const linkProbe = z.strictObject({
  probe: z.literal('link'),
  classes: classList,
  /** Only links to these hosts or their subdomains, or to hosts whose name begins so (`forms.*`): survey services. */
  hosts: z.array(z.string()).optional(),
});
/** Such a link leads to a living target on the agency's own website. */
const resolvesProbe = z.strictObject({ probe: z.literal('resolves'), classes: classList });
/** A page or document of these classes whose content shows it. */
const documentProbe = z.strictObject({
  probe: z.literal('document'),
  classes: classList,
  /** Project rows that suffice as content. */
  rows: z.int().min(1).optional(),
  /** Rows of a table that tell results or progress of anything (indicators, kinds of work) count as rows. */
  figures: z.boolean().default(false),
  /** Letters of running text (echo, boilerplate and titles excluded) that suffice as content. */
  letters: z.int().min(1).optional(),
  /** Fields to fill in that suffice as content: a form shows itself, however few words it has. */
  fields: z.int().min(1).optional(),
  /** Such phrases must stand in the content as well. */
  shows: phrases.optional(),
  /** Such phrases must stand in its label, title or content: what a title of the class leaves open, unless it is in the announcement's own words. */
  mentions: phrases.optional(),
});
/** Rows or lines of projects with these fields, in content of these classes. */
const rowsProbe = z.strictObject({
  probe: z.literal('rows'),
  classes: classList,
  /** Each a set of which one field must be there: [[spent], [progress, result]]. */
  fields: z.array(fields).min(1),
  atLeast: z.int().min(1).default(2),
  /** Names of rows or columns in the announcement's own words: reason `found` whatever the document is called. */
  term: phrases.optional(),
  /** The fields may be spread over several documents of the accepted year. */
  join: z.boolean().default(false),
  /** Titles that count even without rows of their own (an agency-wide rate): reason `incomplete`. */
  partly: classList.optional(),
});
/** A heading, table column or leading phrase with content after it, in content of these classes. */
const passageProbe = z.strictObject({
  probe: z.literal('passage'),
  classes: classList,
  term: z.array(phrase).default([]),
  synonym: z.array(phrase).default([]),
  /** Table columns whose filled cells serve. */
  columns: fields.optional(),
  /** Letters of content wanted after the heading; 0 = the heading itself (work programmes). */
  letters: z.int().min(0).default(20),
  /** Words of which one must stand in the text that follows. */
  says: phrases.optional(),
  /** Project rows that must stand in the same content. */
  rows: z.int().min(0).default(0),
  /** An explicit statement that there is none counts. */
  none: z.boolean().default(false),
  /** Sentences that advise (ควรเร่ง…) count, whatever the heading over them is called. */
  advice: z.boolean().default(false),
  /** Headings of any wording, each over a table of projects, count. */
  groups: z.boolean().default(false),
});

const singleProbe = z.discriminatedUnion('probe', [linkProbe, resolvesProbe, documentProbe, rowsProbe, passageProbe]);
export type Probe = z.infer<typeof singleProbe>;
const allProbe = z.strictObject({ all: z.array(singleProbe).min(2) });
export type ProbeEntry = Probe | { all: Probe[] };

/**
 * Weights of the runs of letters that what shows a criterion is made of (likeness.ts). Of the pack's `likeness.json`, which
 * `npm run calibrate` writes; never by hand.
 */
const likenessSchema = z.strictObject({
  bias: z.number(),
  /** What a weight of 1 stands for. */
  scale: z.number().positive(),
  /** Signed bytes in base64, one a bucket. */
  weights: z.base64(),
});
/** By criterion id. */
export const likenessFileSchema = z.record(z.string(), likenessSchema);
export type LikenessFile = z.infer<typeof likenessFileSchema>;

export const criterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: bilingual,
  question: bilingual,
  law: z.strictObject({ act: bilingual, clause: z.string(), quote: z.string() }),
  level: z.enum(levels),
  /** Kinds of agency bound by it; absent = all. */
  kinds: z.array(z.enum(agencyKinds)).optional(),
  /** `any`, or the windows accepted. */
  year: z.union([z.literal('any'), z.array(yearWindow).min(1)]),
  /** The verdict follows this criterion where that one is `not-met`. */
  dependsOn: z.string().optional(),
  /** Classes of publication that could hold it: their labels are followed, and what could not be read under them blocks `not-met`. */
  heldBy: classList,
  /**
   * Those of `heldBy` whose name promises it, so that a label of them with nothing to click, or a dead link, is the reason why
   * it is missing; absent = all but the plan itself.
   */
  promisedBy: classList.optional(),
  /** Further labels worth following, with the rating 0–100. */
  follow: z.array(z.strictObject({ phrase, weight: z.int().min(1).max(100) })).default([]),
  probes: z.strictObject({ any: z.array(z.union([singleProbe, allProbe])).min(1) }),
  /** Masked before this criterion's phrases are matched. `trap` is a title or line that shows why. */
  ignore: z.array(z.strictObject({ phrase, because: z.string().min(1), trap: z.string().min(1) })).default([]),
  /** Element names whose pasted requirement text is a `criteria-echo` of this criterion. */
  echo: phrases,
  remediation: z.array(bilingual).min(1),
  /** Absent where nothing was fitted for it. */
  likeness: likenessSchema.optional(),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const packFileSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string(),
  title: bilingual,
  issuer: bilingual,
  draft: z.boolean().default(false),
  /** The shared words: `thai-public-sector` (built in), or a file, relative to the pack. */
  vocabulary: z.string(),
  /** Criterion ids in the order of reports; each is a file `<id>.yaml`. */
  criteria: z.array(z.string()).min(1),
  /** Two- or three-letter codes of the criteria for narrow tables, by id. */
  codes: z.record(z.string(), z.string().max(4)),
  changes: z.array(z.strictObject({ version: z.string(), note: z.string() })).min(1),
});
export type PackFile = z.infer<typeof packFileSchema>;

/** A pack as loaded and checked. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly title: { readonly th: string; readonly en: string };
  readonly issuer: { readonly th: string; readonly en: string };
  readonly draft: boolean;
  /** SHA-256 (hex) over all files of the pack and its vocabulary, in name order. */
  readonly sha256: string;
  readonly vocabulary: Vocabulary;
  readonly criteria: readonly Criterion[];
  readonly codes: Readonly<Record<string, string>>;
}
