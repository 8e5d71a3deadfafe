// Reads a criterion's cases: each a small site written in YAML, with the verdict it must get. Strict; may not judge.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { type Problem, UserError } from '../errors.ts';
import { type FailureCode, failureCodes } from '../model/crawl.ts';
import { type ExtractFailureCode, mediaKinds } from '../model/document.ts';
import { agencyKinds } from '../model/registry.ts';
import { type Reason, reasons, reasonsOf, verdicts } from '../model/result.ts';
import { problem, readYaml } from '../packs/read-yaml.ts';

const extractCodes = [
  'encrypted',
  'corrupt',
  'too-large',
  'timed-out',
  'image-only',
  'garbled-text',
  'unsupported',
  'empty',
  'crashed',
] as const satisfies readonly ExtractFailureCode[];

const expectation = z
  .strictObject({ verdict: z.enum(verdicts), reason: z.enum(reasons as readonly [Reason, ...Reason[]]) })
  .refine((expect) => (reasonsOf[expect.verdict] as readonly string[]).includes(expect.reason), {
    message: 'this reason does not belong to this verdict',
    path: ['reason'],
  });

const casePage = z
  .strictObject({
    /** Absolute, or a path on https://www.agency.example/. The first page is the start page. */
    url: z.string().min(1),
    /** Markup, read as a page is read in an audit. */
    html: z.string().optional(),
    /** A document's text: `# heading`, `| cell | cell |` rows, `- item`, `--- page 2`, plain paragraphs. */
    document: z.string().optional(),
    media: z.enum(mediaKinds).default('pdf'),
    /** The document's title in its metadata. */
    title: z.string().optional(),
    source: z.enum(['text', 'ocr']).default('text'),
    /** No page links here: found as the registry's `link_page` or in a sitemap. */
    entrance: z.enum(['link-page', 'sitemap']).optional(),
  })
  .refine((page) => (page.html === undefined) !== (page.document === undefined), {
    message: 'a page has either html or document',
  });
export type CasePage = z.infer<typeof casePage>;

const caseGap = z
  .strictObject({
    url: z.string().min(1),
    fetch: z.enum(failureCodes as readonly [FailureCode, ...FailureCode[]]).optional(),
    extract: z.enum(extractCodes).optional(),
    needsBrowser: z.literal(true).optional(),
  })
  .refine((gap) => [gap.fetch, gap.extract, gap.needsBrowser].filter((entry) => entry !== undefined).length === 1, {
    message: 'a gap has exactly one of fetch, extract, needsBrowser',
  });
export type CaseGap = z.infer<typeof caseGap>;

const packCase = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['met', 'not-met', 'review', 'unknown', 'trap']),
  agency: z.strictObject({ name: z.string().min(1), kind: z.enum(agencyKinds) }).default({
    name: 'สำนักงานตัวอย่างจังหวัดภูเก็ต',
    kind: 'provincial-office',
  }),
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .default('2026-06-15'),
  strictSection: z.boolean().default(false),
  extraHosts: z.array(z.string()).default([]),
  pages: z.array(casePage).default([]),
  gaps: z.array(caseGap).default([]),
  /** The budget ran out before these links of the pages were followed. */
  notVisited: z.array(z.strictObject({ url: z.string(), rating: z.int().min(0).max(100) })).default([]),
  /** The start page itself failed. */
  unreachable: z.enum(failureCodes as readonly [FailureCode, ...FailureCode[]]).optional(),
  expect: expectation,
  /** Further verdicts, as `verdict/reason` by criterion. */
  also: z.record(z.string(), z.string().regex(/^[a-z-]+\/[a-z-]+$/)).default({}),
});
export type PackCase = z.infer<typeof packCase>;

const caseFile = z.strictObject({ criterion: z.string(), cases: z.array(packCase).min(1) });

export interface CaseFile {
  readonly file: string;
  readonly criterion: string;
  readonly cases: readonly PackCase[];
  lineOf(index: number): number | undefined;
}

/**
 * Reads `<id>.cases.yaml` files, given as criterion id → path.
 * @throws UserError 'pack' with every fault of every file
 */
export function readCases(files: ReadonlyMap<string, string>): CaseFile[] {
  const problems: Problem[] = [];
  const read: CaseFile[] = [];
  for (const [id, path] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = basename(path);
    const yaml = readYaml(file, readFileSync(path, 'utf8'), caseFile);
    problems.push(...yaml.problems);
    if (!yaml.value) continue;
    const { criterion, cases } = yaml.value;
    if (criterion !== id) {
      problems.push(
        problem(file, yaml.lineOf(['criterion']), 'criterion', `must equal the file's name, "${id}"`, criterion),
      );
    }
    const names = new Set<string>();
    for (const [index, entry] of cases.entries()) {
      const complain = (field: string, message: string, value: string) =>
        problems.push(problem(file, yaml.lineOf(['cases', index, field]), `cases[${index}].${field}`, message, value));
      if (names.has(entry.name)) complain('name', 'two cases have this name', entry.name);
      names.add(entry.name);
      if (entry.pages.length === 0 && entry.unreachable === undefined)
        complain('pages', 'a case needs a page, or unreachable', '');
      if (entry.kind !== 'trap' && entry.kind !== entry.expect.verdict)
        complain('kind', `differs from the expected verdict, "${entry.expect.verdict}"`, entry.kind);
    }
    read.push({ file, criterion, cases, lineOf: (index) => yaml.lineOf(['cases', index]) });
  }
  if (problems.length > 0)
    throw new UserError('pack', `The cases of the rule pack have ${problems.length} faults`, {
      problems,
      th: { message: `กรณีทดสอบของชุดเกณฑ์มีข้อผิดพลาด ${problems.length} แห่ง` },
    });
  return read;
}
