// A pack as an earlier version of the program kept it, read by this one: what has been added to packs since stands at its
// default, which judges as before. Pure.
import { criterionSchema, type Pack, vocabularySchema } from './pack.ts';

/** Parts that this version does not take (something was removed from packs since) stay as they are. */
export function storedPack(pack: Pack): Pack {
  const vocabulary = vocabularySchema.safeParse(pack.vocabulary);
  return {
    ...pack,
    ...(vocabulary.success ? { vocabulary: vocabulary.data } : {}),
    criteria: pack.criteria.map((criterion) => {
      const parsed = criterionSchema.safeParse(criterion);
      return parsed.success ? parsed.data : criterion;
    }),
  };
}
