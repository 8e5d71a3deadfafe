// Loads the packs that a command was told to judge by.
import { UserError } from '../errors.ts';
import type { Pack } from '../judge/pack.ts';
import { loadPack } from '../packs/load-pack.ts';

/** Packs by name or path, each once. A criterion id may be in one of them only: verdicts are kept by it. */
export function loadPacks(names: readonly string[]): Pack[] {
  const packs = [...new Set(names)].map((name) => loadPack(name));
  const owner = new Map<string, string>();
  for (const pack of packs) {
    for (const { id } of pack.criteria) {
      const first = owner.get(id);
      if (first !== undefined) {
        throw new UserError('pack-overlap', `the packs ${first} and ${pack.name} both hold the criterion "${id}"`, {
          hint: 'Audit with one of them at a time.',
          th: { message: `ชุดเกณฑ์ ${first} และ ${pack.name} มีเกณฑ์ "${id}" ซ้ำกัน`, hint: 'ตรวจทีละชุดเกณฑ์' },
        });
      }
      owner.set(id, pack.name);
    }
  }
  return packs;
}
