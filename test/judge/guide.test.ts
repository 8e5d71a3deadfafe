import { describe, expect, it } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';
import { createGuide } from '../../src/judge/guide.ts';
import { namesMinutes } from '../../src/judge/work-report-head.ts';
import { type Page, promising } from '../../src/model/crawl.ts';
import type { Agency } from '../../src/model/registry.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

const url = 'http://www.x.go.th/';
const agency: Agency = {
  id: 'x',
  name: 'เทศบาลตำบลทดสอบ',
  kind: 'municipality',
  url,
  extraHosts: [],
  tags: [],
  exempt: [],
};

const newGuide = () =>
  createGuide([loadPack('phuket-accountability')], agency, { asOf: '2026-06-15', strictSection: false });

/** Best rating that the guide gives to each link of a start page. */
function ratings(html: string): Map<string, number> {
  const guide = newGuide();
  const text = extractHtml(html, url);
  const page = {
    id: 0,
    url,
    capture: { url, finalUrl: url },
    text,
    path: [{ url, label: '' }],
    depth: 0,
    offSite: false,
  };
  guide.observe(page as unknown as Page);
  return new Map(
    text.links.map((link) => [link.label, Math.max(0, ...Object.values(guide.rate(link, page as unknown as Page)))]),
  );
}

const menu = (...labels: string[]): string =>
  `<nav><ul>${labels.map((label, at) => `<li><a href="/p${at}">${label}</a></li>`).join('')}</ul></nav><main><p>ยินดีต้อนรับ</p></main>`;

describe('ratings', () => {
  it('follow what names a publication or leads to one', () => {
    const found = ratings(menu('แผนปฏิบัติราชการ', 'ข้อมูลเผยแพร่ตาม พ.ร.บ. ข้อมูลข่าวสาร', 'การเปิดเผยข้อมูลสาธารณะ'));
    for (const rating of found.values()) expect(rating).toBeGreaterThanOrEqual(promising);
  });

  it('tell the pages every site has from those that may hold anything', () => {
    const guide = newGuide();
    const kinds = {
      plain: ['ศูนย์รวมน้ำใจ', 'Smart City', '2'],
      list: ['ข่าวประชาสัมพันธ์', 'ดูทั้งหมด', 'Announcements'],
      idle: ['ติดต่อเรา', 'ข่าวจัดซื้อจัดจ้าง', 'ภาพกิจกรรม', 'โครงสร้างองค์กร', 'จัดซื้อจัดจ้าง', 'เว็บบอร์ด'].concat(
        'ข่าวการลงพื้นที่ตรวจเยี่ยมประชาชนของผู้บริหารพร้อมคณะ',
      ),
    };
    for (const [kind, labels] of Object.entries(kinds)) {
      const { links } = extractHtml(menu(...labels), url);
      expect(links.map((link) => [link.label, guide.look?.(link)])).toEqual(labels.map((label) => [label, kind]));
    }
  });

  it('look at the files of minutes, in which the plan may be followed, whatever number stands before their name', () => {
    const guide = newGuide();
    const look = (label: string) => guide.look?.(extractHtml(`<p><a href="/d.pdf">${label}</a></p>`, url).links[0]!);
    for (const label of [
      '15/03/2569 รายงานการประชุมสภา',
      'เลือก 12. รายงานการประชุมหัวหน้ากลุ่มงาน',
      '15 มี.ค. 2569 รายงานการประชุมสภา',
      '12 มีนาคม 2569 บันทึกการประชุม',
    ]) {
      expect(namesMinutes(label)).toBe(true);
      expect(look(label), label).toBe('plain');
    }
    for (const label of ['15/03/2569 ระเบียบการประชุม', 'ระเบียบการจดรายงานการประชุม']) {
      expect(namesMinutes(label)).toBe(false);
      expect(look(label), label).toBe('idle');
    }
  });

  it('look at the files that a division shows at a meeting', () => {
    const guide = newGuide();
    const look = (label: string) => guide.look?.(extractHtml(`<p><a href="/d.pdf">${label}</a></p>`, url).links[0]!);
    for (const label of ['วาระที่ 5 กองแผนงาน', 'สไลด์ฝ่ายแผนงาน 16 ก.พ. 69', 'เอกสารประกอบการประชุม ฝ่ายแผนงาน'])
      expect(look(label), label).toBe('plain');
    for (const label of ['แผนที่ตลาด', 'โครงสร้างฝ่ายแผนงาน', 'วาระที่ 5 แผนปฏิบัติการป้องกันการทุจริต'])
      expect(look(label), label).toBe('idle');
  });

  it('look at the pages of minutes, whoever met', () => {
    const guide = newGuide();
    const look = (label: string) => guide.look?.(extractHtml(menu(label), url).links[0]!);
    for (const label of ['รายงานการประชุมข้าราชการและลูกจ้าง ครั้งที่ 2/2569', 'บันทึกการประชุมบุคลากร เดือนมีนาคม'])
      expect(look(label), label).toBe('plain');
  });

  it('look at a calendar, map or timetable of the whole office’s year', () => {
    const guide = newGuide();
    const look = (label: string) => guide.look?.(extractHtml(menu(label), url).links[0]!);
    for (const label of ['ปฏิทินงาน 2569', 'แผนที่เดินทาง ปี 2569', 'ตารางเรียนของวิทยาลัยทั้งปี 2569'])
      expect(look(label), label).toBe('plain');
    for (const label of ['ปฏิทินวันหยุด 2569', 'แผนที่สำนักงาน', 'ตารางเรียน ม.1 ปี 2568'])
      expect(look(label), label).toBe('idle');
  });

  it('turn the pages of a list as far as the list is worth it, and not for ever', () => {
    /** The rating of `ถัดไป` on the page of a list that was turned so often before. */
    const next = (list: string, turned: number): number => {
      const guide = newGuide();
      const at = `${url}list?page=${turned + 1}`;
      const text = extractHtml('<main><p>1. ฉบับเก่า</p><p><a href="/list?page=99">ถัดไป »</a></p></main>', at);
      const via = { pageId: 0, link: { text: turned > 0 ? 'ถัดไป »' : list, label: turned > 0 ? 'ถัดไป »' : list } };
      const path = [{ url, label: '' }, { url: at, label: list }, ...Array(turned).fill({ url: at, label: 'ถัดไป »' })];
      const page = {
        id: 7,
        url: at,
        capture: { url: at, finalUrl: at },
        text,
        path,
        via,
        depth: 1 + turned,
        offSite: false,
      };
      return Math.max(0, ...Object.values(guide.rate(text.links[0]!, page as unknown as Page)));
    };
    for (const list of ['รายงานผลการดำเนินงาน', 'O7 รายงานผล', 'คำสั่ง']) {
      for (const turned of [0, 1, 3]) expect(next(list, turned), `${list} ${turned}`).toBeGreaterThanOrEqual(promising);
      expect(next(list, 4), list).toBeLessThan(promising);
    }
    expect(next('ภาพกิจกรรม', 0)).toBeLessThan(promising);
  });

  it('lead to what is printed, and not to printing', () => {
    const guide = newGuide();
    const labels = ['สิ่งพิมพ์', 'พิมพ์หน้านี้'];
    const found = ratings(menu(...labels));
    expect(labels.map((label) => found.get(label)! > 0)).toEqual([true, false]);
    const { links } = extractHtml(menu(...labels), url);
    expect(links.map((link) => guide.look?.(link))).toEqual(['plain', 'idle']);
  });

  it('do not take a headline for a publication because it names the year', () => {
    const headline = 'พิธีเปิดทำการเนื่องในโอกาสปีใหม่ 2569';
    expect(ratings(menu(headline)).get(headline)).toBeLessThan(promising);
  });
});
