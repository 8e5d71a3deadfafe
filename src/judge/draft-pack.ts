// A draft pack's criteria beside a settled pack's: judged and shown, never counted. Pure.
import type { Level } from '../model/result.ts';
import type { Criterion, Pack } from './pack.ts';

/** Draft, and not alone: nobody is bound by it yet. Where only drafts are given, trying them out is the purpose. */
export function isDraftBeside(pack: Pick<Pack, 'draft'>, packs: readonly Pick<Pack, 'draft'>[]): boolean {
  return pack.draft && packs.some(({ draft }) => !draft);
}

/** The level a criterion has in a run: a draft beside a settled pack is advisory, so that status and totals leave it out. */
export function levelIn(
  criterion: Pick<Criterion, 'level'>,
  pack: Pick<Pack, 'draft'>,
  packs: readonly Pick<Pack, 'draft'>[],
): { readonly level: Level; readonly draft?: true } {
  return isDraftBeside(pack, packs) ? { level: 'advisory', draft: true } : { level: criterion.level };
}
