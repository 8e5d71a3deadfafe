import { expect, it } from 'vitest';
import { lexiconOf } from '../../src/judge/lexicon.ts';
import type { Pack } from '../../src/judge/pack.ts';
import { storedPack } from '../../src/judge/stored-pack.ts';
import { loadPack } from '../../src/packs/load-pack.ts';

it('a pack kept by an earlier version has what was added since at its default', () => {
  const present = loadPack('phuket-accountability');
  const kept = JSON.parse(JSON.stringify(present)) as Pack;
  expect(storedPack(kept)).toEqual(present);
  const { idle: _, postings: __, ...earlier } = kept.vocabulary;
  const read = storedPack({ ...kept, vocabulary: earlier as Pack['vocabulary'] });
  expect(read.vocabulary).toMatchObject({ idle: [], postings: [] });
  expect(() => lexiconOf(read.vocabulary)).not.toThrow();
  // What this version does not know stays.
  const later = { ...kept.vocabulary, added: 1 } as Pack['vocabulary'];
  expect(storedPack({ ...kept, vocabulary: later }).vocabulary).toEqual(later);
});
