// Reads the torture set with two workers at once and prints what each file ended in, how long it took and the peak memory of
// the process. A script, not a test: `node test/bench/hostile.ts [file…]`.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createExtractor } from '../../src/extract/extractor.ts';
import { damageText } from '../../src/extract/reader.ts';
import { decodeText } from '../../src/fetch/decode.ts';
import { hostileFiles } from '../extract/hostile-files.ts';

const given = process.argv.slice(2);
const files: [string, () => Promise<Buffer>][] =
  given.length > 0
    ? given.map((path) => [basename(path), async () => readFileSync(path)])
    : Object.entries(hostileFiles);
const bodies: [string, Buffer][] = [];
for (const [name, make] of files) bodies.push([name, await make()]);
const extractor = createExtractor({ decode: decodeText, ocr: 'never', workers: 2 });
const base = process.memoryUsage().rss;
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const results = await Promise.all(
  bodies.map(async ([name, body]) => {
    const started = performance.now();
    const outcome = await extractor.extract(body, { url: 'http://agency.example/', contentType: '', fileName: name });
    const ended = outcome.ok
      ? `read: ${outcome.text.segments.length} segments ${outcome.text.damage.map(damageText).join('; ')}`
      : `${outcome.failure.code}: ${outcome.failure.detail}`;
    return `${name.padEnd(22)} ${(performance.now() - started).toFixed(0).padStart(7)} ms  ${ended.slice(0, 110)}`;
  }),
);
clearInterval(watch);
await extractor.close();
for (const line of results) console.log(line);
console.log(
  `times include waiting for a worker; memory: ${(base / 1e6).toFixed(0)} MB before, ${(peak / 1e6).toFixed(0)} MB at the peak`,
);
