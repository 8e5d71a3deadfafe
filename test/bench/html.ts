// How fast HTML pages are read: CPU milliseconds a page of about 40 KB with 60 links, and over the real pages of
// ../shared/corpus where they are present. Run: node test/bench/html.ts
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extractHtml } from '../../src/extract/html.ts';

const rounds = 6;

/** A page as an agency's template makes it: a menu of 40 links, 20 news cards of Thai text. */
function samplePage(seed: number): string {
  const menu = Array.from(
    { length: 40 },
    (_, i) => `<li class="nav-item"><a class="nav-link" href="/menu/${i}?id=${seed}">เมนูที่ ${i} ข้อมูลหน่วยงาน</a></li>`,
  );
  const prose = 'รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. ๒๕๖๙ ของหน่วยงาน '.repeat(9);
  const cards = Array.from(
    { length: 20 },
    (_, i) =>
      `<div class="card"><h3>หัวข้อข่าวที่ ${i} ของหน่วยงาน</h3><p>${prose}</p><a href="/news/${seed}/${i}.pdf">ดาวน์โหลด</a></div>`,
  );
  return `<!DOCTYPE html><html lang="th"><head><title>หน่วยงาน ${seed}</title></head><body><nav class="navbar"><ul>${menu.join('')}</ul></nav>
    <main><h1>ข่าวประชาสัมพันธ์</h1>${cards.join('\n')}</main><footer>ติดต่อ</footer></body></html>`;
}

function measure(name: string, pages: readonly string[]): void {
  const bytes = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0) / pages.length;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (let repeat = 0; repeat < 5; repeat++) for (const page of pages) extractHtml(page, 'https://agency.go.th/');
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000 / 5 / pages.length);
  }
  const links = extractHtml(pages[0]!, 'https://agency.go.th/').links.length;
  process.stdout.write(
    `${name}: ${pages.length} pages of ${(bytes / 1000).toFixed(0)} KB, ${links} links in the first: ${best.toFixed(2)} ms CPU a page, ${(bytes / 1000 / best).toFixed(0)} MB/s\n`,
  );
}

measure(
  'made',
  Array.from({ length: 60 }, (_, i) => samplePage(i)),
);
const corpus = new URL('../../../shared/corpus/raw/', import.meta.url);
if (existsSync(corpus)) {
  const files = readdirSync(corpus).filter((name) => name.endsWith('.html') && !name.includes('cp874'));
  measure(
    'real',
    files.map((name) => readFileSync(new URL(name, corpus), 'utf8')),
  );
}
