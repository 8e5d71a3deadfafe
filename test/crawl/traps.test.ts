import { describe, expect, it } from 'vitest';
import { createTrapWatch, staticTrap, urlPattern } from '../../src/crawl/traps.ts';
import { isPageTurn } from '../../src/text/page-turn.ts';

it('knows labels that turn the page of a list', () => {
  for (const label of ['2', '๓', 'หน้า 4', 'ถัดไป', 'หน้าถัดไป »', 'Next', 'Older posts', '→'])
    expect(isPageTurn(label), label).toBe(true);
  for (const label of ['ปี 2569', 'ครั้งที่ 2', 'หน้าแรก', 'ย้อนกลับ', 'อ่านต่อ', ''])
    expect(isPageTurn(label), label).toBe(false);
});

describe('staticTrap', () => {
  it.each([
    ['http://x.go.th/wp-login.php', 'account'],
    ['http://x.go.th/index.php?option=com_users&view=login', 'account'],
    ['http://x.go.th/?s=แผน', 'search'],
    ['http://x.go.th/index.php?option=com_search&q=1', 'search'],
    ['http://x.go.th/a?print=1', 'print-or-share'],
    ['https://www.facebook.com/sharer.php?u=x', 'print-or-share'],
    ['http://x.go.th/feed/', 'feed'],
    ['http://x.go.th/cart/', 'cart'],
    ['http://x.go.th/2026/11/', 'calendar'],
    ['http://x.go.th/2026/11/23', 'calendar'],
    ['http://x.go.th/events/2026-11/', 'calendar'],
    ['http://x.go.th/x?date=2026-11-01', 'calendar'],
    ['http://x.go.th/calendar.php?month=11&year=2026', 'calendar'],
    ['http://x.go.th/?m=202611', 'calendar'],
    ['http://x.go.th/?lang=en', 'language'],
    ['http://x.go.th/list?sort=date', 'sort-order'],
    ['http://x.go.th/index.php?q=แผน ปฏิบัติ', 'search'],
    ['http://x.go.th/calendar/2569/05', 'calendar'],
    ['http://x.go.th/rss.xml', 'feed'],
    ['http://x.go.th/clip.mp4', 'not-readable'],
    ['http://x.go.th/a/b/a/b', 'repeating-path'],
    ['http://x.go.th/a/x/a/y/a', 'repeating-path'],
    [`http://x.go.th/${'a'.repeat(2100)}`, 'overlong'],
  ])('%s is %s', (url, trap) => {
    expect(staticTrap(new URL(url).href)).toBe(trap);
  });

  it.each([
    'http://x.go.th/wp-content/uploads/2026/11/plan.pdf',
    'http://x.go.th/2026/11/23/แผนปฏิบัติราชการ',
    'http://x.go.th/index.php?option=com_content&view=article&id=253:-2554&Itemid=60',
    'http://x.go.th/plan?section=3',
    'http://x.go.th/report?year=2569',
    'http://x.go.th/report?year=2569&month=3',
    'http://x.go.th/?page_id=12',
    'http://x.go.th/index.php?r=menum/spage&idp=4',
    'http://x.go.th/data_3976',
    'http://x.go.th/index.php/2017-10-08-03-55-58/1124-2020-06-17-10-59',
    'http://x.go.th/ITA/010/',
    'http://x.go.th/plan/plan/2569',
    'http://x.go.th/?lang=th',
    'http://x.go.th/?q=node/12',
    'http://x.go.th/?q=plan',
    'http://x.go.th/page.php?s=3',
    'http://x.go.th/plan/2569/6',
    'http://x.go.th/th/plan/2569-06',
    'http://x.go.th/page.php?order=12',
    'http://x.go.th/atom/plan',
    'http://x.go.th/files/2569/2569/2569/plan.pdf',
  ])('%s is none', (url) => {
    expect(staticTrap(new URL(url).href)).toBeUndefined();
  });
});

describe('trap watch', () => {
  const step = (n: number, label: string) => ({ url: `http://x.go.th/page.php?id=${n}`, label });

  it('sees a chain of one kind, but lets a chain of different labels pass', () => {
    const chain = ['มกราคม 2569', 'กุมภาพันธ์ 2569', 'มีนาคม 2569', 'เม.ย. 2569'].map((label, at) => step(at, label));
    const watch = createTrapWatch();
    expect(watch.trapOf(step(9, 'พฤษภาคม 2570'), chain)).toBe('endless-chain');
    expect(watch.trapOf(step(9, 'พฤษภาคม 2570'), chain.slice(1))).toBeUndefined();
    expect(watch.trapOf(step(9, 'แผนปฏิบัติราชการ'), chain)).toBeUndefined();
  });

  it('sees pages of one kind that show nothing new, and spares others of the same script', () => {
    const watch = createTrapWatch();
    watch.shown(step(1, 'หน้า 1'), true);
    for (let at = 2; at < 5; at += 1) watch.shown(step(at, `หน้า ${at}`), false);
    expect(watch.trapOf(step(6, 'หน้า 6'), [])).toBe('near-duplicates');
    expect(watch.trapOf(step(7, 'แผนปฏิบัติราชการ 2569'), [])).toBeUndefined();
    watch.shown(step(5, 'หน้า 5'), true);
    expect(watch.trapOf(step(6, 'หน้า 6'), [])).toBeUndefined();
  });

  it('sees parameters explode', () => {
    const watch = createTrapWatch();
    for (let at = 0; at < 12; at += 1) watch.visited(`http://x.go.th/list?f${at}=1`);
    expect(watch.trapOf({ url: 'http://x.go.th/list?g=1', label: '' }, [])).toBe('parameter-explosion');
    expect(watch.trapOf({ url: 'http://x.go.th/other?g=1', label: '' }, [])).toBeUndefined();
  });
  it('folds numbers but keeps routing words', () => {
    const same = ['http://x.go.th/a/1?id=2&r=site/plan', 'http://x.go.th/a/22?r=site/plan&id=3'];
    expect(new Set(same.map(urlPattern)).size).toBe(1);
    expect(urlPattern('http://x.go.th/?r=site/plan')).not.toBe(urlPattern('http://x.go.th/?r=site/news'));
  });
});
