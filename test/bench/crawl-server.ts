// The sites that every client of the crawl bench reads: one of many pages on 127.0.0.1 and many of a few pages on 127.1.x.y,
// generated, Thai, some 40 KB and 60 links a page. Runs in a process of its own: no client's figures contain it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';

export interface SiteSizes {
  /** Pages of the one large site. */
  readonly pages: number;
  /** Small sites, and pages of each. */
  readonly hosts: number;
  readonly hostPages: number;
}

/** Address of a small site: every one is a host of its own, on the loopback net. */
export const hostAddress = (at: number): string => `127.1.${Math.floor(at / 250)}.${(at % 250) + 1}`;

const menuLinks = 20;
const contentLinks = 40;
const words = (
  'การประชุม คณะทำงาน เผยแพร่ ข่าวสาร ประชาชน ในพื้นที่ จังหวัด กิจกรรม โครงการ พัฒนา ส่งเสริม สนับสนุน หน่วยงาน ประจำปี งบประมาณ ' +
  'ตรวจเยี่ยม คู่มือ มาตรฐาน การให้บริการ รายงาน สถิติ ผู้รับบริการ ประกาศ จัดซื้อจัดจ้าง ราคากลาง ผู้ชนะการเสนอราคา แผนพัฒนาท้องถิ่น ' +
  'แผนอัตรากำลัง ป้องกันการทุจริต ร้องเรียน ศูนย์ข้อมูลข่าวสาร ผู้บริหาร โครงสร้าง อำนาจหน้าที่ กฎหมาย ระเบียบ คำสั่ง ภารกิจ นโยบาย ' +
  'พ.ศ. ๒๕๖๘ 2569 ไตรมาส รอบ เดือน ครั้งที่ และ ของ เพื่อ ให้ ตาม ที่ ใน โดย กับ จาก'
).split(' ');

/** The address of a page inside its site. */
const pathOf = (at: number): string => (at === 0 ? '/' : `/p/${at}.html`);

/** Page `at` of a site of `pages`; its content links lead on, so that all pages are found from page 0. */
export function benchPage(site: number, at: number, pages: number): string {
  let state = (site * 100_003 + at * 7 + 1) >>> 0;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
  const text = (count: number): string => {
    let made = '';
    for (let word = 0; word < count; word += 1) made += words[random(words.length)] + (random(3) === 0 ? ' ' : '');
    return made.trim();
  };
  const menu = Array.from({ length: menuLinks }, (_, item) => {
    const submenu = item % 5 === 4 ? ' dropdown' : '';
    const href = pathOf(1 + (item % (pages - 1)));
    return `<li class="nav-item${submenu}"><a class="nav-link" href="${href}" title="">${words[item]} ${words[item + 20]}</a></li>`;
  });
  const link = (nth: number, label: string): string =>
    `<a href="${pathOf((at * (contentLinks - 2) + 21 + nth) % pages)}">${label}</a>`;
  const cards = Array.from(
    { length: 12 },
    (_, nth) =>
      `<div class="card col-md-4"><img src="/img/${nth}.jpg" alt=""><div class="card-body"><h3 class="card-title">${text(4)}</h3>
        <p>${text(42)}</p>${link(nth, nth % 3 === 0 ? 'อ่านเพิ่มเติม' : text(5))}</div></div>`,
  );
  const items = Array.from(
    { length: 16 },
    (_, nth) => `<li>${link(12 + nth, text(5))} <small>${nth + 1} ต.ค. 2568</small></li>`,
  );
  const rows = Array.from(
    { length: 12 },
    (_, nth) =>
      `<tr><td>${nth + 1}</td><td>${text(8)}</td><td>${random(90)},000.00</td><td>${link(28 + nth, nth % 2 === 0 ? 'ดาวน์โหลด' : text(4))}</td></tr>`,
  );
  const prose = Array.from({ length: 16 }, () => `<p>${text(44)}</p>`);
  return `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>${text(4)} | ${site}</title>
<link rel="stylesheet" href="/css/site.css"><script>var site = { id: ${site}, page: ${at} };</script></head><body>
<header class="site-header"><img src="/logo.png" alt="หน่วยงาน"></header><nav class="navbar"><ul>${menu.join('\n')}</ul></nav>
<main><h1>${text(6)}</h1><div class="row">${cards.join('\n')}</div><h2>${text(3)}</h2><ul>${items.join('\n')}</ul>
<h2>${text(3)}</h2><table><tr><th>ที่</th><th>รายการ</th><th>วงเงิน</th><th>เอกสาร</th></tr>${rows.join('\n')}</table>
${prose.join('\n')}</main><footer><p>${words.slice(0, 12).join(' ')} โทร. 0 2123 4567</p></footer></body></html>`;
}

async function serve({ pages, hosts, hostPages }: SiteSizes): Promise<void> {
  const bodies = new Map<string, Buffer>();
  for (let at = 0; at < pages; at += 1) bodies.set(`127.0.0.1${pathOf(at)}`, gzipSync(benchPage(0, at, pages)));
  for (let host = 0; host < hosts; host += 1) {
    for (let at = 0; at < hostPages; at += 1) {
      bodies.set(`${hostAddress(host)}${pathOf(at)}`, gzipSync(benchPage(host + 1, at, hostPages)));
    }
  }
  let served = 0;
  process.on('message', () => {
    process.send?.({ served });
    served = 0;
  });
  const server = createServer((incoming, response) => {
    const zipped = bodies.get(`${incoming.socket.localAddress}${incoming.url}`);
    if (zipped === undefined) return void response.writeHead(404, { 'content-length': 0 }).end();
    served += 1;
    const accepts = incoming.headers['accept-encoding']?.includes('gzip') ?? false;
    const body = accepts ? zipped : gunzipSync(zipped);
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(accepts ? { 'content-encoding': 'gzip' } : {}),
        'content-length': body.length,
      })
      .end(incoming.method === 'HEAD' ? undefined : body);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  process.send?.({ port: (server.address() as AddressInfo).port });
  process.on('disconnect', () => server.close(() => server.closeAllConnections()));
}

if (process.argv[2] === 'serve') await serve(JSON.parse(process.argv[3] ?? '{}') as SiteSizes);
