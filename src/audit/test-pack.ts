// Tests a rule pack against its own cases: every case's verdict, a trap for every `ignore`, and every example of a look-alike.
// No network; the same files give the same result.
import type { Problem } from '../errors.ts';
import { judgeAgency } from '../judge/judge.ts';
import type { Lookalike, Pack } from '../judge/pack.ts';
import { agencyKinds } from '../model/registry.ts';
import type { AgencyVerdict, CriterionVerdict } from '../model/result.ts';
import { problem } from '../packs/read-yaml.ts';
import { buildCaseSite } from './case-site.ts';
import { type MutationId, mutateCase, mutationIds, mutations } from './mutate-case.ts';
import { type CaseFile, type PackCase, readCases } from './pack-cases.ts';

export interface PackTestFailure {
  readonly criterion: string;
  /** Name of the case, or the look-alike's id and example. */
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  /** `verdict/reason`, `no fault`, or what was expected of an example. */
  readonly expected: string;
  readonly got: string;
  /** What the judge relied on: URL and quote. */
  readonly evidence: readonly { readonly url: string; readonly quote: string }[];
}

export interface PackTestResult {
  readonly pack: string;
  readonly version: string;
  /** Verdicts compared: cases with their `also`, and examples. */
  readonly checks: number;
  readonly cases: number;
  readonly examples: number;
  /** Cases run again with their text changed as careless tools change it. */
  readonly mutants: number;
  readonly failures: readonly PackTestFailure[];
  /** What the cases leave untested: no case of a verdict, no trap for an `ignore`. */
  readonly gaps: readonly Problem[];
  readonly passed: boolean;
}

export interface PackTestOptions {
  /** Run every case under every mutation as well. */
  readonly mutate?: boolean;
}

/**
 * Runs all cases. `casesFiles` maps criterion id to the path of its `<id>.cases.yaml`.
 * @throws UserError 'pack' where a case file itself is faulty
 */
export function testPack(
  pack: Pack,
  casesFiles: ReadonlyMap<string, string>,
  options: PackTestOptions = {},
): PackTestResult {
  const files = readCases(casesFiles);
  const failures: PackTestFailure[] = [];
  let checks = 0;
  let cases = 0;
  let mutants = 0;
  for (const file of files) {
    for (const [index, test] of file.cases.entries()) {
      cases++;
      const outcome = runCase(pack, file, test, file.lineOf(index));
      checks += outcome.checks;
      failures.push(...outcome.failures);
      for (const id of options.mutate ? mutationIds : []) {
        const mutated = mutateCase(test, id);
        if (mutated === undefined) continue;
        mutants++;
        const again = runCase(pack, file, mutated, file.lineOf(index), id);
        checks += again.checks;
        failures.push(...again.failures);
      }
    }
  }
  let examples = 0;
  for (const entry of pack.vocabulary.lookalikes) {
    for (const example of entry.examples) {
      examples++;
      checks++;
      failures.push(...runExample(pack, entry, example));
    }
  }
  const gaps = coverageGaps(pack, files);
  return {
    pack: pack.name,
    version: pack.version,
    checks,
    cases,
    examples,
    mutants,
    failures,
    gaps,
    passed: failures.length === 0 && gaps.length === 0,
  };
}

function runCase(
  pack: Pack,
  file: CaseFile,
  test: PackCase,
  line: number | undefined,
  mutation?: MutationId,
): { checks: number; failures: PackTestFailure[] } {
  const failures: PackTestFailure[] = [];
  const name = mutation === undefined ? test.name : `${test.name} [${mutation}]`;
  const place = { name, file: file.file, ...(line === undefined ? {} : { line }) };
  const { agency, crawl, faults } = buildCaseSite(test);
  for (const fault of faults)
    failures.push({
      criterion: file.criterion,
      ...place,
      expected: 'a site that hangs together',
      got: fault,
      evidence: [],
    });
  const judged = judgeAgency([pack], agency, crawl, { asOf: test.asOf, strictSection: test.strictSection });
  const wanted = { [file.criterion]: `${test.expect.verdict}/${test.expect.reason}`, ...test.also };
  for (const [criterion, expected] of Object.entries(wanted)) {
    const verdict = verdictFor(judged, criterion);
    const got = verdict ? `${verdict.verdict}/${verdict.reason}` : 'no such criterion';
    if (got !== expected && !(mutation !== undefined && allowed(mutation, expected, got)))
      failures.push({ criterion, ...place, expected, got, evidence: evidenceOf(verdict) });
  }
  return { checks: Object.keys(wanted).length, failures };
}

/** What criteria.md leaves open where text was damaged: another grade of wording, or a look by a person. */
function allowed(mutation: MutationId, expected: string, got: string): boolean {
  const wordings = ['met/found', 'met/found-other-wording'];
  return (
    mutations[mutation].damages &&
    (got === 'review/damaged-text' || (wordings.includes(expected) && wordings.includes(got)))
  );
}

const verdictFor = (judged: AgencyVerdict, id: string): CriterionVerdict | undefined =>
  judged.criteria.find((entry) => entry.id === id);

function evidenceOf(verdict: CriterionVerdict | undefined): PackTestFailure['evidence'] {
  return (verdict?.evidence ?? []).slice(0, 3).map(({ url, quote }) => ({ url, quote }));
}

/** A look-alike's title over content that would prove anything: nothing may be proven by it. */
function runExample(pack: Pack, entry: Lookalike, example: string): PackTestFailure[] {
  const kind = agencyKinds.find((id) => !entry.exceptKinds?.includes(id)) ?? 'other';
  const page = `<h1>${escapeHtml(example)}</h1>${exampleContent}`;
  const { agency, crawl } = buildCaseSite({
    agency: { name: 'หน่วยงานตัวอย่าง', kind },
    pages: [
      { url: '/', html: `<p><a href="/x">${escapeHtml(example)}</a></p>`, media: 'html', source: 'text' },
      { url: '/x', html: page, media: 'html', source: 'text' },
    ],
    gaps: [],
    notVisited: [],
    extraHosts: [],
    unreachable: undefined,
  });
  const judged = judgeAgency([pack], agency, crawl, { asOf: '2026-06-15', strictSection: false });
  return judged.criteria
    .filter((verdict) => verdict.verdict === 'met')
    .map((verdict) => ({
      criterion: verdict.id,
      name: `look-alike ${entry.id}: ${example}`,
      expected: 'not met',
      got: `${verdict.verdict}/${verdict.reason}`,
      evidence: evidenceOf(verdict),
    }));
}

const exampleContent = `
<p>เอกสารนี้จัดทำขึ้นเพื่อใช้ในปีงบประมาณ พ.ศ. 2569 โดยกำหนดยุทธศาสตร์ เป้าหมาย ตัวชี้วัด ผู้รับผิดชอบ และผลการดำเนินงานของแต่ละโครงการ
ให้บุคลากรทุกฝ่ายถือปฏิบัติร่วมกันอย่างต่อเนื่อง ผลการดำเนินการในภาพรวมเป็นไปตามเป้าหมายร้อยละ 85 และมีการรายงานให้ผู้บริหารทราบเป็นประจำทุกเดือน
เพื่อใช้ประกอบการตัดสินใจและพัฒนางานในปีต่อไปให้มีประสิทธิภาพยิ่งขึ้น</p>
<table><tr><th>ที่</th><th>โครงการ/กิจกรรม</th><th>งบประมาณ (บาท)</th><th>เบิกจ่ายแล้ว (บาท)</th><th>ผลการดำเนินงาน</th><th>ปัญหา อุปสรรค และข้อเสนอแนะ</th></tr>
<tr><td>1</td><td>โครงการพัฒนางานบริการประชาชน</td><td>120,000</td><td>80,000</td><td>ดำเนินการแล้วเสร็จ</td><td>ควรเพิ่มผู้ปฏิบัติงานในปีต่อไป</td></tr>
<tr><td>2</td><td>โครงการส่งเสริมการมีส่วนร่วม</td><td>75,000</td><td>15,000</td><td>อยู่ระหว่างดำเนินการ</td><td>ฝนตกชุกทำให้งานล่าช้า</td></tr></table>`;

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Every criterion has cases for met, not-met and unknown, and a trap for each of its `ignore` phrases. */
function coverageGaps(pack: Pack, files: readonly CaseFile[]): Problem[] {
  const gaps: Problem[] = [];
  for (const criterion of pack.criteria) {
    const file = files.find((entry) => entry.criterion === criterion.id);
    const name = `${criterion.id}.cases.yaml`;
    if (!file) {
      gaps.push(problem(name, undefined, undefined, 'there is no such file: every criterion needs cases'));
      continue;
    }
    for (const verdict of ['met', 'not-met', 'unknown'] as const)
      if (!file.cases.some((test) => test.expect.verdict === verdict))
        gaps.push(problem(name, undefined, 'cases', `no case expects "${verdict}"`));
    const traps = file.cases.filter((test) => test.kind === 'trap').map((test) => JSON.stringify(test.pages));
    for (const [index, ignored] of criterion.ignore.entries()) {
      const text = JSON.stringify(ignored.trap).slice(1, -1);
      if (!traps.some((pages) => pages.includes(text)))
        gaps.push(problem(name, undefined, 'cases', `no trap case holds the text of ignore[${index}]`, ignored.trap));
    }
  }
  for (const file of files)
    if (!pack.criteria.some((criterion) => criterion.id === file.criterion))
      gaps.push(problem(file.file, undefined, 'criterion', 'is no criterion of this pack', file.criterion));
  return gaps;
}
