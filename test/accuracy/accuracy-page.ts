// The page docs/accuracy.md as a pure function of the committed results: every figure on it comes from there.
import type { Calibration } from './calibrate.ts';
import type { FirstSight } from './first-sight.ts';
import type { Reliability } from './fit-confidence.ts';
import { hardestRows, isWrong } from './hardest-rows.ts';
import type { Judged, Score } from './measure.ts';
import { reliabilityOfRows } from './measure-table.ts';

/** test/accuracy/results.json */
export interface Results {
  /** YYYY-MM-DD. */
  readonly measuredOn: string;
  readonly set: { readonly name: string; readonly sha256: string; readonly items: number };
  readonly pack: { readonly name: string; readonly version: string; readonly sha256: string };
  /** Items by kind of file, as the manifest says. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly labels: Readonly<Record<string, Score>>;
  readonly rows: readonly Judged[];
}

const ratio = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

/** Fewer positives than this make a recall that says little. */
const fewPositives = 10;

/** `sights`: test/accuracy/first-sight.json. */
export function accuracyPage(results: Results, calibration: Calibration, sights: readonly FirstSight[]): string {
  const { measuredOn, set, pack, kinds } = results;
  const kindList = Object.entries(kinds)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
  return `<!-- Written by \`npm run accuracy:docs\` from test/accuracy/results.json. Do not edit. -->
# How often the verdicts are right

Measured on ${measuredOn} with the rule pack \`${pack.name}\` ${pack.version} (\`${pack.sha256.slice(0, 16)}\`) on the set
\`${set.name}\` (\`${set.sha256.slice(0, 16)}\`): ${set.items} pages and documents that Thai agencies published (${kindList}),
labelled by a reader.

${labelTable(results)}

- **Precision**: of the items judged to show it, the share that a reader says show it.
- **Recall**: of the items that a reader says show it, the share judged to show it.
- **No answer**: the program said that a person should look, or that the text cannot be read. It is not counted as right or wrong.

${abstentions(results)}

${fewText(results)}

## Whether it can be read, and what is then understood

${readableTable(results)}

## At first sight

Whole sites that readers made up after real kinds of agencies, with a verdict for each criterion by the criteria alone, as they were
judged before anything was mended for them. What was wrong was mended afterwards; this is what to expect of sites nobody has seen:

${sightTable(sights)}

Cells that the program left to a person or could not check are not in the table. \`node test/accuracy/first-sight.ts <name> <folder>\` adds
a new set, once.

## How sure the verdicts are

Every \`met\` and \`not-met\` has a confidence from 0 to 1: the measured share of such verdicts that are right. It comes from signs of
doubt (a name only on a label, content that falls short, damaged text …) whose weights are fitted by \`npm run calibrate\` on
${calibration.sites} labelled sites and ${calibration.items} single items, as they are and perturbed: pages lost, text damaged, tables flattened,
titles, labels or years lost. The program is right on nearly all of them as they are; only the perturbed ones show what goes with
errors, so that they weigh as much in sum as the others. The cells judged at first sight are fitted to as well.
\`planaudit explain\` names the signs. What is more likely wrong than right (below 0.5) is left to a person; \`--review-below 0.8\` leaves more.

## The second reader

What the rules did not find may be there in words of its own. A second reader goes over what was read: a linear classifier over runs of three and four
letters, one for each criterion, fitted by \`npm run calibrate\` to ${calibration.secondReader.examples} labelled sites and documents (a site's or document's likeliest passage
counts). It knows no rules and proves nothing: it is a sign of doubt, and names the passage. How often a \`not met\` is wrong by how
much the likeliest passage is like what shows it elsewhere, each by a fit that has not seen the set; sets on which the rules were mended are among
them, and texts in free forms, of which the rules miss many:

${sharesTable(calibration.secondReader.shares)}

## By confidence

Met, each cell predicted by a fit that has not seen its site:

${reliabilityTable(calibration.verdicts.met.mixed)}

Not met:

${reliabilityTable(calibration.verdicts['not-met'].mixed)}

Those at first sight, met and not met:

${reliabilityTable(calibration.verdicts.met.firstSight)}

${reliabilityTable(calibration.verdicts['not-met'].firstSight)}

The set above, with the weights in use:

${reliabilityTable(reliabilityOfRows(results.rows))}

Of \`met\` there are too few errors to tell them apart much: nearly all have the highest confidence there is.

## The hardest items

${hardest(results)}

## How it was made

\`npm run accuracy -- <manifest.jsonl>\` reads every file of a labelled set as an audit would (its kind by its bytes, its text extracted,
its links by their labels), judges each item alone, without regard to the year, and compares. \`--json\` prints the rows. Any set in the
same form can be measured: one JSON object a line with \`id\`, \`file\`, \`agency_type\` and \`labels\` (true, false, or null where
a reader would argue). A link to a document counts by its label, since the target may be missing from the set.

\`npm run accuracy:docs -- <manifest.jsonl>\` measures, keeps the results in \`test/accuracy/results.json\` and writes this page from
them. A test fails while the page and the results differ.

Beside this set, every change runs against:

- the cases of each rule pack (\`planaudit packs test\`), with examples of every look-alike;
- the same cases with their text changed as careless tools change it (\`planaudit packs test --mutate\`): decomposed SARA AM, lost
  nikhahit, Thai digits, marks set apart, character references, words split by markup, invisible characters, the commonest
  misspelling, upper and lower case. A verdict may not change; where letters were lost, the wording may be graded lower or a person be asked;
- a whole sample province of websites, against a matrix that a reader wrote without looking at the program.

## Known weaknesses

- An item alone is harder and easier than a site: nothing around it says what it is, but nothing can be missed on the way to it either.
- The set was used while the rules were written. Sets that were not are the better judge: measure yours with the command above.
- Agencies publish in more forms than any set holds. Of 394 pages and texts that tell in free forms, more than half of them look-alikes
  (\`fixtures/eleventh-\` and \`twelfth-reader-documents\`), nothing is claimed falsely now, and 62 % of the lists of projects, 59 % of the
  evaluations, 60 % of the recommendations, 70 % of monitoring and 74 % of progress with spending are found. Before anything was mended for
  them, 70 documents of the ordinary kinds (\`nineteenth-reader-documents\`) had 92, 68, 65, 91 and 78 % found, with a look-alike of 30 claimed;
  70 that tell results and recommendations in the most various ways (\`twentieth-\`): 67, 37, 34, 57 and 77 %, with none of 25 claimed; 80 that offices
  file (\`twenty-first-\`), after those were mended: 89, 85, 88, 91 and 96 %, with none of 32 claimed. What is missed is called
  absent: look before you publish it. Whole documents with tables and ordinary sites are read far better (\`thirteenth-reader-documents\`,
  \`*-reader-sites\`).
- One reader labelled it. Labels that can be argued are null and left out.
- What is a picture is read by character recognition where that is installed; figures and years read so prove nothing by themselves.
- A label that promises a document is taken at its word here. In an audit the document is opened and must show it.

## A verdict is wrong?

1. \`planaudit explain <agency> <criterion>\` shows what was found, what was passed over and why, and what was missing.
   \`planaudit explain --document <file>\` shows what was read in one file.
2. Report the agency's address, the criterion, the verdict you expected, and the page or document that shows it.
3. Each confirmed report becomes a case in the rule pack's \`<criterion>.cases.yaml\` before the rule is mended, so that it stays mended.

Until then a person's decision can stand in place of the program's: \`planaudit review\`.

### ถ้าผลการตรวจไม่ถูกต้อง

1. ใช้คำสั่ง \`planaudit explain <หน่วยงาน> <เกณฑ์>\` เพื่อดูว่าโปรแกรมพบอะไร ไม่นับอะไรเพราะเหตุใด และยังขาดอะไร
   หรือ \`planaudit explain --document <ไฟล์>\` เพื่อดูว่าโปรแกรมอ่านอะไรได้จากไฟล์นั้น
2. แจ้งที่อยู่เว็บไซต์ เกณฑ์ ผลที่ควรเป็น และหน้าหรือเอกสารที่แสดงข้อมูลนั้น
3. ทุกเรื่องที่ยืนยันแล้วจะกลายเป็นกรณีทดสอบของชุดเกณฑ์ก่อนแก้ไข เพื่อไม่ให้ผิดซ้ำ

ระหว่างนี้ผู้ตรวจบันทึกผลการพิจารณาแทนได้ด้วย \`planaudit review\`
`;
}

function sightTable(sights: readonly FirstSight[]): string {
  const lines = [
    '| set | on | agencies | met | of these wrong | not met | of these wrong |',
    '|---|---|--:|--:|--:|--:|--:|',
  ];
  const rows = sights.map(({ set, seenOn, agencies }) => ({
    set,
    seenOn,
    agencies: Object.values(agencies).map((cells) => Object.values(cells)),
  }));
  const sum = { set: 'together', seenOn: '', agencies: rows.flatMap((row) => row.agencies) };
  for (const { set, seenOn, agencies } of [...rows, sum]) {
    const counts = (['met', 'not-met'] as const).map((wanted) => {
      const held = agencies.flat().filter(([verdict]) => verdict === wanted);
      return `${held.length} | ${held.filter(([, right]) => !right).length}`;
    });
    lines.push(`| ${set} | ${seenOn} | ${agencies.length} | ${counts.join(' | ')} |`);
  }
  return lines.join('\n');
}

function sharesTable(shares: Calibration['secondReader']['shares']): string {
  const lines = ['| likeness | not met | of these wrong | share |', '|---|--:|--:|--:|'];
  for (const { from, to, cells, wrong } of shares)
    lines.push(
      `| ${from.toFixed(1)}–${to.toFixed(1)} | ${cells} | ${wrong} | ${(wrong / Math.max(1, cells)).toFixed(3)} |`,
    );
  return lines.join('\n');
}

/** Cells are counted, predicted and observed are weighted. */
function reliabilityTable({ bins, brier, ece, cells, wrong }: Reliability): string {
  const lines = ['| confidence | cells | wrong | predicted | observed |', '|---|--:|--:|--:|--:|'];
  for (const bin of bins)
    lines.push(
      `| ${bin.from.toFixed(2)}–${bin.to.toFixed(2)} | ${bin.cells} | ${bin.wrong} | ${bin.predicted.toFixed(3)} | ${bin.observed.toFixed(3)} |`,
    );
  return `${lines.join('\n')}\n\n${cells} cells, ${wrong} wrong; Brier score ${brier.toFixed(4)}, expected calibration error ${ece.toFixed(4)}.`;
}

function labelTable({ labels }: Results): string {
  const lines = [
    '| label | shown, found | shown, missed | not shown, claimed | not shown, left out | no answer | precision | recall | F1 |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
  ];
  for (const [label, { tp, fp, tn, fn, abstain }] of Object.entries(labels))
    lines.push(
      `| \`${label}\` | ${tp} | ${fn} | ${fp} | ${tn} | ${abstain} | ${ratio(tp, tp + fp)} | ${ratio(tp, tp + fn)} | ${ratio(2 * tp, 2 * tp + fp + fn)} |`,
    );
  return lines.join('\n');
}

function abstentions({ rows }: Results): string {
  const readable = rows.filter((row) => row.readable);
  const abstained = readable.filter((row) => row.got === 'abstain').length;
  return `No answer on items whose text can be read: ${abstained} of ${readable.length} (${ratio(abstained, readable.length)}).`;
}

function positives(rows: readonly Judged[], label: string): number {
  return rows.filter((row) => row.label === label && row.expected).length;
}

function fewText({ labels, rows }: Results): string {
  const few = Object.keys(labels).filter((label) => positives(rows, label) < fewPositives);
  if (few.length === 0) return `Every label has at least ${fewPositives} items that show it.`;
  const named = few.map((label) => `\`${label}\` (${positives(rows, label)})`).join(', ');
  return `Few items of the set show ${named}: their recall says little, their false claims do.`;
}

function readableTable({ rows }: Results): string {
  const groups = [
    ['text can be read', rows.filter((row) => row.readable)],
    ['text cannot be read', rows.filter((row) => !row.readable)],
  ] as const;
  const lines = ['| | labels judged | right | wrong | no answer |', '|---|--:|--:|--:|--:|'];
  for (const [name, group] of groups) {
    const abstained = group.filter((row) => row.got === 'abstain').length;
    const wrong = group.filter((row) => isWrong(row) && row.got !== 'abstain').length;
    lines.push(`| ${name} | ${group.length} | ${group.length - wrong - abstained} | ${wrong} | ${abstained} |`);
  }
  return lines.join('\n');
}

function hardest({ rows }: Results): string {
  const hard = hardestRows(rows, 10);
  if (hard.length === 0) return 'None is judged wrongly.';
  const shown = hard.flatMap(({ id, causes }) => [`- **${id}**`, ...causes.map((cause) => `  - ${plain(cause)}`)]);
  return shown.join('\n');
}

/** Quoted words of websites as plain text in Markdown. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#~]/g, '\\$&')
    .trim();
}
