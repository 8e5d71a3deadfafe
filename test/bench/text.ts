// Prints the speed of text/ over made-up but varied Thai text: repair, match form, 300 phrases, years, amounts. A script, not a
// test: `node test/bench/text.ts [file…]` (files: plain UTF-8 text, a segment a line).

import { readFileSync } from 'node:fs';
import { findAmounts } from '../../src/text/amount.ts';
import { findYears } from '../../src/text/fiscal-year.ts';
import { NormalText, normalise, skeleton } from '../../src/text/normal.ts';
import { compilePhrases, findPhrases, maskPhrases } from '../../src/text/phrase.ts';
import { repair } from '../../src/text/repair.ts';

const nouns =
  'แผนปฏิบัติราชการ แผนปฏิบัติการ แผนดำเนินงาน แผนการดำเนินงาน รายงานผลการดำเนินงาน รายงานประจำปี งบประมาณรายจ่าย โครงการส่งเสริมการเกษตร กิจกรรมหลัก ตัวชี้วัด เป้าหมาย คณะกรรมการกำกับติดตาม หน่วยงานรับผิดชอบ สำนักงานจังหวัดภูเก็ต องค์การบริหารส่วนตำบล ประชาสัมพันธ์ การจัดซื้อจัดจ้าง บุคลากร คุณธรรมและความโปร่งใส การให้บริการประชาชน ศูนย์ข้อมูลข่าวสาร ผลการเบิกจ่าย ข้อเสนอแนะ ปัญหาอุปสรรค ความก้าวหน้า'.split(
    ' ',
  );
const joints = 'ของ และ เพื่อ ตาม ที่ ใน โดย ประจำปีงบประมาณ รอบ ซึ่ง'.split(' ');

/** Deterministic pseudo-random numbers, so that runs compare. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state % below;
  };
}

function madeUp(count: number): string[] {
  const next = sequence(7);
  return Array.from({ length: count }, () => {
    const words = Array.from(
      { length: 4 + next(20) },
      () => nouns[next(nouns.length)]! + (next(3) === 0 ? ' ' : '') + joints[next(joints.length)]!,
    );
    if (next(4) === 0) words.push(` พ.ศ. ${2560 + next(12)}`, ` ${(next(9000) + 1000).toLocaleString('en')}.00 บาท`);
    return words.join('');
  });
}

const phrases = nouns
  .flatMap((noun, i) =>
    joints.map((joint, j) =>
      (i + j) % 3 === 0
        ? `${noun}(${joint}){ประจำปี|รอบ {n} เดือน}`
        : `${noun} ${joint} ${nouns[(i + j) % nouns.length]}`,
    ),
  )
  .concat(nouns.flatMap((noun) => [`^${noun}$`, `${noun}…{year}`]))
  .slice(0, 300);

function measure(
  name: string,
  lines: readonly string[],
  bytes: number,
  work: (line: string, i: number) => unknown,
): void {
  for (let i = 0; i < Math.min(2000, lines.length); i++) work(lines[i]!, i);
  const started = process.cpuUsage();
  for (let i = 0; i < lines.length; i++) work(lines[i]!, i);
  // Processor time: the machine may have other work.
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  process.stdout.write(`${name.padEnd(34)} ${(bytes / 1e6 / seconds).toFixed(1).padStart(8)} MB/s\n`);
}

const files = process.argv.slice(2);
const lines = files.length === 0 ? madeUp(20_000) : files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
const damagedLines = lines.map((line) => line.replaceAll('ำ', '\u0e4d\u0e32').replace(/([ัิีึื])([่้])/g, '$2$1'));
const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
process.stdout.write(`${lines.length} segments, ${(bytes / 1e6).toFixed(1)} MB of UTF-8, ${phrases.length} phrases\n`);

const set = compilePhrases(phrases.map((phrase) => ({ phrase, value: phrase })));
const masks = compilePhrases(nouns.slice(0, 12).map((noun) => ({ phrase: noun, value: noun })));
const normal: NormalText[] = lines.map((line) => normalise(line));
/** As if never looked at before. */
const fresh = ({ original, text, damage, offsets }: NormalText): NormalText =>
  new NormalText(original, text, damage, offsets);
measure('repair, clean text', lines, bytes, (line) => repair(line));
measure('repair, damaged text', damagedLines, bytes, (line) => repair(line));
measure('normalise', lines, bytes, (line) => normalise(line));
measure('skeleton (fresh)', lines, bytes, (_, i) => skeleton(fresh(normal[i]!)));
measure('findPhrases', lines, bytes, (_, i) => findPhrases(set, fresh(normal[i]!)));
measure('maskPhrases', lines, bytes, (_, i) => maskPhrases(masks, fresh(normal[i]!)));
measure('findYears', lines, bytes, (_, i) => findYears(normal[i]!));
measure('findAmounts', lines, bytes, (_, i) => findAmounts(normal[i]!));
measure('normalise + findPhrases', lines, bytes, (line) => findPhrases(set, normalise(line)));
