// Characters become lines: put where they stand whatever font drew them first, and parted into words by how a page is set.
import { describe, expect, test } from 'vitest';
import { clusterGlyphs } from '../../src/extract/pdf-clusters.ts';
import { buildLines, type Spacing } from '../../src/extract/pdf-lines.ts';
import { drawnText, madePage, type PlacedText, segmentsOf } from './made-pages.ts';

const spaced: Spacing = { drawn: true, tight: true };

/** Lines of texts in the order they are drawn, and in each its pieces. */
function linesOf(texts: readonly PlacedText[], spacing = spaced): string[][] {
  const { clusters } = clusterGlyphs(texts.flatMap(drawnText));
  const lines = buildLines(
    clusters.map((cluster, order) => ({ cluster, order })),
    spacing,
  );
  return lines.map(({ pieces }) => pieces.map(({ text }) => text));
}

describe('characters drawn out of order', () => {
  // A font without Thai draws its bullet and spaces (letters are 7 wide), another the words between them.
  const borrowed: PlacedText[] = [
    [60, 100, '• '],
    [95, 100, ' '],
    [123, 100, ' '],
    [74, 100, 'งาน'],
    [102, 100, 'ตาม'],
    [130, 100, 'แผน'],
  ];

  test('stand where they are put', () => {
    expect(linesOf(borrowed)).toEqual([['• งาน ตาม แผน']]);
  });

  test('each line for itself', () => {
    const below = borrowed.map(([x, , text]): PlacedText => [x, 120, text.replace('แผน', 'มติ')]);
    expect(linesOf([...borrowed, ...below])).toEqual([['• งาน ตาม แผน'], ['• งาน ตาม มติ']]);
  });

  test('a space drawn before all else parts no word', () => {
    expect(
      linesOf([
        [78, 100, ' '],
        [60, 100, 'ผลงาน'],
      ]),
    ).toEqual([['ผลงาน']]);
  });

  test('columns drawn one after the other on one baseline are not mixed', () => {
    const columns: PlacedText[] = [
      [60, 100, 'ช่องซ้าย'],
      [300, 100, 'ช่องขวา'],
    ];
    for (const drawn of [columns, columns.toReversed()])
      expect(linesOf(drawn).flat().toSorted()).toEqual(['ช่องขวา', 'ช่องซ้าย']);
  });

  test('letters that stand over others are a line of their own', () => {
    expect(
      linesOf([
        [60, 100, 'กกกกกก'],
        [61, 102, 'ขขขขขข'],
      ]),
    ).toEqual([['กกกกกก'], ['ขขขขขข']]);
  });
});

describe('gaps of two fifths of a letter’s height', () => {
  const gap: PlacedText[] = [
    [60, 100, 'แผนงาน'],
    [60 + 6 * 7 + 14 * 0.4, 100, 'โครงการ'],
  ];

  test('part words where letters stand side by side, not where they are spread', () => {
    expect(linesOf(gap, { drawn: true, tight: true })).toEqual([['แผนงาน โครงการ']]);
    expect(linesOf(gap, { drawn: true, tight: false })).toEqual([['แผนงานโครงการ']]);
    expect(linesOf(gap, { drawn: false, tight: false })).toEqual([['แผนงาน โครงการ']]);
  });

  test('the page’s letters tell which it is', () => {
    const page = (spread: number) =>
      segmentsOf(
        madePage([
          ...gap,
          ...[120, 140, 160].map((y): PlacedText => [60, y, 'ผลงาน ตามแผน ของปี', { spread }]),
          [60, 200, 'แผนงาน', { spread: 0.4 }],
        ]),
      ).map(({ text }) => text);
    expect(page(0)[0]).toContain('แผนงาน โครงการ');
    expect(page(0.4)).toContain('แผนงาน');
  });
});
