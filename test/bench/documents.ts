// Prints speed, memory and errors of document reading beside peers on the same files: pdfjs-dist, and pdftotext when on
// the path. A script, not a test: `node test/bench/documents.ts [file…] [--ocr]`; default: the known-text fixtures.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { knownLetters } from '../../fixtures/build/known-text.ts';
import { createExtractor } from '../../src/extract/extractor.ts';
import { documentLimits } from '../../src/extract/limits.ts';
import { findOcr } from '../../src/extract/ocr.ts';
import { extractPdf } from '../../src/extract/pdf.ts';
import { createPdfium } from '../../src/extract/pdfium.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import { errorRate } from '../extract/error-rate.ts';

const folder = fileURLToPath(new URL('../../fixtures/documents/', import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { ocr: { type: 'boolean' } } });
const files = positionals.length > 0 ? positionals : readdirSync(folder).map((name) => folder + name);
const pdfs = files.filter((file) => file.endsWith('.pdf') && !file.includes('user-password'));
const known = positionals.length === 0;
const rounds = 3;

interface Run {
  readonly name: string;
  /** Text and page count of a PDF. */
  readonly read: (file: string, body: Buffer) => Promise<{ text: string; pages: number }>;
}

const runs: Run[] = [await ours(), await pdfjs()];
if (spawnSync('pdftotext', ['-v']).error === undefined) runs.push(pdftotext());

console.log('PDF text layers, one process, median of', rounds, 'rounds');
for (const { name, read } of runs) {
  for (const file of pdfs) await read(file, readFileSync(file)).catch(() => undefined);
  const rates: number[] = [];
  const processor: number[] = [];
  let pages = 0;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const cpu = process.cpuUsage();
    pages = 0;
    for (const file of pdfs) pages += (await read(file, readFileSync(file)).catch(() => ({ pages: 0 }))).pages;
    rates.push((pages * 1000) / (performance.now() - started));
    const { user, system } = process.cpuUsage(cpu);
    processor.push((pages * 1e6) / (user + system));
  }
  const median = (values: number[]) =>
    values
      .sort((a, b) => a - b)
      [Math.floor(rounds / 2)]!.toFixed(1)
      .padStart(7);
  // Processor time steadies the figure on a shared machine; a program started per file does not count there.
  const used = name === 'pdftotext' ? '' : `, ${median(processor)} per second of processor time`;
  console.log(`  ${name.padEnd(12)} ${median(rates)} pages/s${used} over ${pages} pages in ${pdfs.length} files`);
}
console.log(`  peak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);

if (known) {
  console.log('\nCharacter error rate, percent, against the known text');
  console.log(`  ${'file'.padEnd(22)}${runs.map(({ name }) => name.padStart(12)).join('')}`);
  for (const file of pdfs) {
    const rates = [];
    for (const { read } of runs) {
      const { text } = await read(file, readFileSync(file)).catch(() => ({ text: '' }));
      rates.push((errorRate(text, knownLetters()) * 100).toFixed(2).padStart(12));
    }
    console.log(`  ${basename(file).padEnd(22)}${rates.join('')}`);
  }
}

console.log('\nAll kinds through the extractor (two workers)');
const extractor = createExtractor({ decode: decodeText, ocr: 'never', workers: 2 });
const kinds = new Map<string, { files: number; ms: number; failures: string[] }>();
for (let round = 0; round < 2; round++) {
  for (const file of files) {
    const started = performance.now();
    const outcome = await extractor.extract(readFileSync(file), {
      url: 'http://agency.example/',
      contentType: '',
      fileName: basename(file),
    });
    if (round === 0) continue;
    const media = outcome.ok ? outcome.text.media : outcome.failure.media;
    const row = kinds.get(media) ?? { files: 0, ms: 0, failures: [] };
    row.files++;
    row.ms += performance.now() - started;
    if (!outcome.ok) row.failures.push(`${basename(file)}: ${outcome.failure.code}`);
    kinds.set(media, row);
  }
}
await extractor.close();
for (const [media, { files: count, ms, failures }] of [...kinds].sort()) {
  console.log(`  ${media.padEnd(6)} ${((count * 1000) / ms).toFixed(1).padStart(7)} files/s ${failures.join(', ')}`);
}

if (values.ocr) {
  const ocr = await findOcr();
  console.log(`\nRecognition: ${ocr?.engine ?? 'no engine installed'}`);
  for (const name of ocr ? ['scan-150.jpg', 'scan-300.jpg'] : []) {
    const started = performance.now();
    const text = (await ocr!.recognise(readFileSync(folder + name), documentLimits.ocrPageMs)) ?? '';
    console.log(
      `  ${name} ${((performance.now() - started) / 1000).toFixed(1)} s, error rate ${(errorRate(text, knownLetters()) * 100).toFixed(1)} %`,
    );
  }
  await ocr?.close();
}

async function ours(): Promise<Run> {
  const engine = await createPdfium(documentLimits.wasmPages);
  return {
    name: 'planaudit',
    read: async (_, body) => {
      const outcome = extractPdf(engine, { body, limits: documentLimits, now: () => performance.now() });
      if (!outcome.ok) throw new Error(outcome.failure.detail);
      const text = outcome.text.segments.map((segment) => segment.cells?.join(' ') ?? segment.text).join('\n');
      return { text, pages: outcome.text.pagesRead ?? 0 };
    },
  };
}

async function pdfjs(): Promise<Run> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return {
    name: 'pdfjs-dist',
    read: async (_, body) => {
      const task = getDocument({ data: new Uint8Array(body), verbosity: 0 });
      const document = await task.promise;
      const parts: string[] = [];
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        for (const item of (await page.getTextContent()).items)
          if ('str' in item) parts.push(item.str, item.hasEOL ? '\n' : '');
      }
      const pages = document.numPages;
      await task.destroy();
      return { text: parts.join(''), pages };
    },
  };
}

function pdftotext(): Run {
  return {
    name: 'pdftotext',
    read: async (file) => {
      const text = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], {
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      }).toString();
      return { text, pages: text.split('\f').length - 1 };
    },
  };
}
