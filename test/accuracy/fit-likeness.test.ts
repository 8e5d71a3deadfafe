// The fit of the second reader: it learns what tells two kinds of passages apart from labels of whole sites, says the same each
// time, and is checked only by readers that have not seen what they are asked of.
import { describe, expect, test } from 'vitest';
import { featuresOf, type LikenessWeights, scoreOf, share } from '../../src/judge/likeness.ts';
import type { Pack } from '../../src/judge/pack.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { type Example, fitLikeness, packedWeights } from './fit-likeness.ts';
import type { JudgedExample } from './likeness-examples.ts';
import { fitSecondReader } from './second-reader.ts';

const places = ['เกาะทราย', 'น้ำใส', 'เขาสูง', 'หาดงาม', 'บ้านเหนือ', 'ป่าลึก', 'ท่าเรือ', 'นาข้าว'];
const telling = (place: string) => `ผลการเบิกจ่ายงบประมาณรายโครงการของ${place} ดำเนินการแล้วเสร็จร้อยละ 80`;
const news = (place: string) => `ข่าวประชาสัมพันธ์ของ${place} ขอเชิญร่วมงานประเพณีและชมการแสดงพื้นบ้าน`;
const contact = (place: string) => `ติดต่อเรา ที่อยู่สำนักงาน${place} โทรศัพท์ โทรสาร แผนที่การเดินทาง`;

/** @param mayShow criteria that its passages may show. */
const example = (
  shown: Example['shown'],
  texts: readonly string[],
  { set = 's', mayShow = ['progress'] as readonly string[] } = {},
): Example => ({
  set,
  shown,
  passages: texts.map((text) => ({ features: featuresOf(text), mayShow: new Set(mayShow) })),
});
/** Sites that show it in one of three passages, and sites that have the other two alone. */
const examples = places.flatMap((place) => [
  example({ progress: true }, [news(place), telling(place), contact(place)]),
  example({ progress: false }, [contact(place), news(place)]),
]);
const likeness = (weights: LikenessWeights, text: string) => share(scoreOf(weights, featuresOf(text)));

describe('the fit', () => {
  const fit = fitLikeness(examples, 'progress');

  test('finds which passage of a site shows it, and knows another of the kind', () => {
    for (const place of [...places, 'ที่ไม่เคยเห็น']) {
      expect(likeness(fit, telling(place))).toBeGreaterThan(0.8);
      expect(likeness(fit, news(place))).toBeLessThan(0.4);
      expect(likeness(fit, contact(place))).toBeLessThan(0.4);
    }
  });

  test('is the same each time', () => {
    expect(fitLikeness(examples, 'progress')).toEqual(fit);
  });

  test('leaves out what has no label of the criterion, and passages that may not show it', () => {
    const nowhere = places.map((place) => example({ other: true }, [news(place)]));
    expect(fitLikeness([...examples, ...nowhere], 'progress')).toEqual(fit);
    const outdated = places.map((place) => example({ progress: true }, [news(place)], { mayShow: ['other'] }));
    expect(fitLikeness([...examples, ...outdated], 'progress')).toEqual(fit);
    // It is these labels and passages that would have told.
    const told = places.map((place) => example({ progress: true }, [news(place)]));
    expect(fitLikeness([...examples, ...told], 'progress')).not.toEqual(fit);
  });

  test('of a criterion that nobody labelled says nothing', () => {
    const { bias, weights } = fitLikeness(examples, 'other');
    expect(bias).toBe(0);
    expect(Array.from(weights).every((weight) => weight === 0)).toBe(true);
  });

  test('kept as a pack keeps it scores nearly the same', () => {
    const { bias, scale, weights } = packedWeights(fit);
    const bytes = Buffer.from(weights, 'base64');
    const kept = { bias, scale, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
    expect(bytes).toHaveLength(fit.weights.length);
    for (const text of places.flatMap((place) => [telling(place), news(place), contact(place)])) {
      const features = featuresOf(text);
      expect(Math.abs(scoreOf(kept, features) - scoreOf(fit, features))).toBeLessThan(0.05);
    }
  });
});

describe('the second reader of a pack', () => {
  const whole = loadPack('phuket-accountability');
  const asked = ['plan-link', 'projects'];
  const pack: Pack = { ...whole, criteria: whole.criteria.filter(({ id }) => asked.includes(id)) };
  const judged = (set: string, truth: boolean, texts: readonly string[]): JudgedExample => ({
    ...example({ projects: truth }, texts, { set, mayShow: ['projects'] }),
    missed: new Set(['projects']),
  });
  const sets = ['s0', 's1', 's2', 's3', 's4'];
  const odd = 'หนังสือรับรองปลากะตักตากแห้งจากชาวเรือทุกลำ';
  // One set shows it in words of its own.
  const reader = fitSecondReader(pack, [
    ...sets.flatMap((set) => [
      ...places.map((place) => judged(set, true, [telling(place), news(place)])),
      ...places.map((place) => judged(set, false, [news(place), contact(place)])),
    ]),
    ...places.map((place) => judged('s0', true, [`${odd} ${place}`])),
  ]);
  const degree = (of: Pack, text: string) => {
    const { likeness: kept } = of.criteria.find(({ id }) => id === 'projects')!;
    return likeness({ ...kept!, weights: new Int8Array(Buffer.from(kept!.weights, 'base64')) }, text);
  };

  test('has weights for criteria with content of their own; a link has no words', () => {
    expect(Object.keys(reader.file)).toEqual(['projects']);
    expect(reader.packFor('s0').criteria.map(({ id, likeness: kept }) => [id, kept !== undefined])).toEqual([
      ['plan-link', false],
      ['projects', true],
    ]);
  });

  test('does not know what only the set has that it is asked of', () => {
    expect(degree(reader.packFor('s1'), odd)).toBeGreaterThan(0.8);
    expect(degree(reader.packFor('new'), odd)).toBeGreaterThan(0.8);
    expect(degree(reader.packFor('s0'), odd)).toBeLessThan(0.8);
    for (const set of sets) expect(degree(reader.packFor(set), telling('ที่ใหม่'))).toBeGreaterThan(0.8);
  });

  test('counts the wrong noes by how like it the likeliest passage is', () => {
    const { shares } = reader;
    expect(shares.map(({ cells }) => cells).reduce((sum, cells) => sum + cells)).toBe(sets.length * 16 + 8);
    expect(shares.map(({ wrong }) => wrong).reduce((sum, wrong) => sum + wrong)).toBe(sets.length * 8 + 8);
    const sure = shares.filter(({ from }) => from >= 0.8);
    expect(sure.reduce((sum, { wrong }) => sum + wrong, 0)).toBe(sets.length * 8);
    expect(sure.every(({ cells, wrong }) => cells === wrong)).toBe(true);
  });
});
