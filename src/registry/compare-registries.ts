// What changed between two readings of a registry. Pure.
import type { Agency } from '../model/registry.ts';

export interface RegistryChanges {
  readonly added: readonly Agency[];
  readonly removed: readonly Agency[];
  readonly changed: readonly { readonly before: Agency; readonly after: Agency; readonly fields: readonly string[] }[];
}

/** In the order of the new registry; removed ones in the order of the old. */
export function compareRegistries(before: readonly Agency[], after: readonly Agency[]): RegistryChanges {
  const old = new Map(before.map((agency) => [agency.id, agency]));
  const now = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed: after.flatMap((agency) => {
      const earlier = old.get(agency.id);
      const fields = earlier === undefined ? [] : changedFields(earlier, agency);
      return earlier === undefined || fields.length === 0 ? [] : [{ before: earlier, after: agency, fields }];
    }),
  };
}

/** Names of the fields in which two rows of an agency differ, sorted. */
export function changedFields(before: Agency, after: Agency): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Agency>;
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort();
}

/** A registry that lost more than this part of its agencies is rather a mistake than a reform. */
export const shrinkLimit = 0.2;

export function shrankTooMuch(before: readonly Agency[], changes: RegistryChanges): boolean {
  return changes.removed.length > before.length * shrinkLimit;
}
