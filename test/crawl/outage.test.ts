// Answers of status 200 that are no page: a failing server's or script's own message, a sign-in form. Over a real server.
import { afterEach, expect, test } from 'vitest';
import { crawlSite } from '../../src/crawl/crawl-site.ts';
import { agency, fakeGuide } from './fake-site.ts';
import { type LoopbackSite, loopbackSite } from './loopback-site.ts';

const host = 'www.x.go.th';
const home = `http://${host}/`;
let site: LoopbackSite | undefined;
afterEach(async () => {
  await site?.close();
  site = undefined;
});

const menu = `<nav><a href="/">หน้าแรก</a> <a href="/plan">แผนปฏิบัติราชการ</a> <a href="/b">ข่าว</a> <a href="/c">ติดต่อ</a></nav>`;
const main = `${menu}<h1>สำนักงานตัวอย่าง</h1><p>ยินดีต้อนรับสู่เว็บไซต์ของสำนักงานตัวอย่าง</p>`;

/** What the crawl makes of a site whose plan's page answers 200 with this, the second time with `later`. */
async function crawl(answer: string, later = answer) {
  const asked = new Map<string, number>();
  site = await loopbackSite([host], (_, response, path) => {
    const count = asked.get(path) ?? 0;
    asked.set(path, count + 1);
    const pages: Readonly<Record<string, string>> = { '/': main, '/plan': count === 0 ? answer : later };
    const body = pages[path];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  });
  const { fetcher, extractor } = site;
  const guide = fakeGuide({ plan: { proof: 'โครงการพัฒนา', labels: { แผนปฏิบัติราชการ: 90 } } });
  const { gaps, pages } = await crawlSite(agency(home), { fetcher, extractor, guide, now: Date.now });
  const url = `${home}plan`;
  return { gap: gaps.find((gap) => gap.url === url)?.fetch, page: pages.find((one) => one.url === url) };
}

test.each([
  [
    'a fatal error of PHP',
    '<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function mysql_query() in /home/www/page.php:31\nStack trace:\n#0 {main}\n  thrown in <b>/home/www/page.php</b> on line <b>31</b><br />',
  ],
  [
    'no connection to the database, inside the menus',
    `${menu}<div class="content"><b>Warning</b>: mysqli_connect(): (HY000/1040): Too many connections in <b>/home/www/db.php</b> on line <b>12</b></div>`,
  ],
  ['WordPress without its database', '<h1>Error establishing a database connection</h1>'],
  [
    'ASP.NET',
    "<title>Runtime Error</title><h1>Server Error in '/' Application.</h1><h2><i>Runtime Error</i></h2><p>An application error occurred on the server.</p>",
  ],
  ['a proxy', '<title>502 Bad Gateway</title><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>'],
  ['closed for works', `${menu}<h2>ขออภัย เว็บไซต์ปิดปรับปรุงระบบชั่วคราว</h2><p>กรุณากลับมาใหม่ภายหลัง</p>`],
  ['overcrowded', '<p>ขณะนี้มีผู้ใช้งานระบบเป็นจำนวนมาก กรุณาลองใหม่อีกครั้งในอีกสักครู่</p>'],
  ['no database, in Thai', `${menu}<p>ไม่สามารถเชื่อมต่อฐานข้อมูลได้</p>`],
])('the server fails, whatever the status says: %s', async (_, html) => {
  const { gap, page } = await crawl(html);
  expect(gap).toMatchObject({ code: 'http-server-error', status: 200, transient: true, dead: false });
  expect(page).toBeUndefined();
});

test('it is asked once more, and read if it answers then', async () => {
  const plan = `${menu}<h1>แผนปฏิบัติราชการ</h1><p>โครงการพัฒนาถนนและแหล่งน้ำในพื้นที่ทั้งหมด</p>`;
  const { gap, page } = await crawl('<h1>Service Unavailable</h1>', plan);
  expect(gap).toBeUndefined();
  expect(page?.text.segments.map(({ text }) => text)).toContain('แผนปฏิบัติราชการ');
});

test('a sign-in form stands in the page’s place', async () => {
  const form =
    '<title>เข้าสู่ระบบ</title><h2>เข้าสู่ระบบ</h2><form method="post"><label>ชื่อผู้ใช้</label><input name="u"><label>รหัสผ่าน</label><input type="password" name="p"><button>เข้าสู่ระบบ</button></form>';
  const { gap } = await crawl(form);
  expect(gap).toMatchObject({ code: 'http-unauthorized', status: 200, transient: false });
});

test.each([
  ['yet to be filled in', '<h1>แผนปฏิบัติราชการ</h1><p>หน้านี้อยู่ระหว่างปรับปรุงข้อมูล</p>'],
  ['news of the water works', '<h1>แจ้งระบบประปาขัดข้อง</h1><p>หมู่ที่ 5 น้ำไม่ไหลในวันที่ 5 มิถุนายน</p>'],
  [
    'a long text that speaks of a failure',
    `<h1>รายงานประจำปี</h1><p>ในปีที่ผ่านมาระบบสารสนเทศขัดข้องสองครั้ง</p>${Array.from({ length: 20 }, (_, at) => `<p>ผลการดำเนินงานด้านที่ ${'กขคงจฉชซฌญ'[at % 10]} ของสำนักงานเป็นไปตามเป้าหมายที่วางไว้ทุกประการ ${'ดตถทธนบปผฝพฟภมยรลวศษ'[at]}</p>`).join('')}`,
  ],
  [
    'a page with a sign-in box beside its content',
    '<h1>แผนปฏิบัติราชการ</h1><h2>เข้าสู่ระบบ</h2><p>รหัสผ่าน</p><p>โครงการพัฒนาถนนและแหล่งน้ำ โครงการส่งเสริมอาชีพกลุ่มสตรี โครงการหมู่บ้านสะอาด โครงการอบรมเยาวชน โครงการปลูกป่าชายเลน โครงการตลาดเกษตรกร โครงการซ่อมแซมสะพาน โครงการติดตั้งไฟส่องสว่าง</p>',
  ],
])('stays a page: %s', async (_, html) => {
  const { gap, page } = await crawl(`${menu}${html}`);
  expect(gap).toBeUndefined();
  expect(page).toBeDefined();
});
