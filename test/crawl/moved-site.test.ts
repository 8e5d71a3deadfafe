// Notices that a website has moved: which are believed, and what only looks like one.
import { describe, expect, it } from 'vitest';
import { movedTo } from '../../src/crawl/moved-site.ts';
import { extractHtml } from '../../src/extract/html.ts';

const url = 'http://www.old-khaolom.in.th/';
const name = 'องค์การบริหารส่วนตำบลเขาล้อม';
const to = 'https://www.khaolom.go.th/';
const hostIn = (html: string, of = name): string | undefined => {
  const found = movedTo(extractHtml(`<title>หน้าแรก</title>${html}`, url), url, of)?.url;
  return found ? new URL(found).hostname : undefined;
};

describe('a page that says where its site is now', () => {
  it.each([
    [
      'a notice and a link under it',
      `<p>แจ้งย้ายเว็บไซต์ตั้งแต่วันที่ 1 มกราคม 2569</p><p><a href="${to}">คลิกเข้าสู่เว็บไซต์</a></p>`,
    ],
    ['a link that is called so', `<p>ยินดีต้อนรับ</p><a href="${to}">เข้าสู่เว็บไซต์ใหม่</a>`],
    ['the address in the sentence', `<p>${name} เปลี่ยนชื่อโดเมนเป็น <a href="${to}">www.khaolom.go.th</a></p>`],
    ['the site is said to have been moved', `<div>เว็บไซต์นี้ได้ย้ายไปที่ <a href="${to}">${to}</a> แล้ว</div>`],
    ['in English', `<p>Our website has moved.</p><p><a href="${to}">Click here</a></p>`],
    ['links to two pages of it', `<p>ย้ายเว็บไซต์ไปที่ <a href="${to}">khaolom.go.th</a> <a href="${to}plan">ที่นี่</a></p>`],
  ])('%s', (_, html) => expect(hostIn(html)).toBe('www.khaolom.go.th'));
});

describe('what is no such notice', () => {
  it.each([
    ['a parent’s new site', '<p><a href="https://www.dla.go.th/">เว็บไซต์ใหม่กรมส่งเสริมการปกครองท้องถิ่น</a></p>'],
    [
      'a parent that moved',
      '<p>กรมการปกครองได้ย้ายเว็บไซต์ไปที่</p><p><a href="https://www.dopa.go.th/">www.dopa.go.th</a></p>',
    ],
    ['another body of the kind', '<p>โรงเรียนบ้านผาหมอกย้ายเว็บไซต์ไปที่ <a href="https://phamok.ac.th/">ที่นี่</a></p>'],
    ['a system that moved', '<p>ย้ายเว็บไซต์ระบบร้องเรียนไปที่ <a href="https://rt.khaolom-app.com/">ที่นี่</a></p>'],
    ['a page of the same host', `<p>ย้ายเว็บไซต์แล้ว <a href="${url}new/">เข้าสู่เว็บไซต์ใหม่</a></p>`],
    ['two hosts', `<p>ย้ายเว็บไซต์ไปที่ <a href="${to}">ที่นี่</a> หรือ <a href="https://khaolom.com/">ที่นี่</a></p>`],
    ['people who moved', `<p>ย้ายข้าราชการ 3 ราย</p><p><a href="${to}">คลิก</a></p>`],
    ['a plain link', `<p>หน่วยงานที่เกี่ยวข้อง</p><p><a href="${to}">เว็บไซต์อำเภอ</a></p>`],
    [
      'a notice far above',
      `<p>แจ้งย้ายเว็บไซต์</p><p>ประวัติของตำบล</p><p>ข้อมูลทั่วไป</p><p>แผนที่ของตำบล</p><p><a href="${to}">คลิกที่นี่</a></p>`,
    ],
  ])('%s', (_, html) => expect(hostIn(html)).toBeUndefined());
});
