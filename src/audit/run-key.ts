// Tells whether two attempts are one run: everything that verdicts depend on beside the web.
import { createHash } from 'node:crypto';
import type { Pack } from '../judge/pack.ts';
import type { Agency, Registry } from '../model/registry.ts';

/** What must be the same for two attempts to be one run. */
export interface RunIdentity {
  readonly registry: Registry;
  readonly agencies: readonly Agency[];
  readonly packs: readonly Pack[];
  readonly asOf: string;
  readonly strictSection: boolean;
  /** Default 0: none. */
  readonly reviewBelow?: number;
  readonly version: string;
}

export function runKey({
  registry,
  agencies,
  packs,
  asOf,
  strictSection,
  reviewBelow = 0,
  version,
}: RunIdentity): string {
  const parts = [
    registry.sha256,
    agencies.map(({ id }) => id),
    packs.map(({ name, sha256 }) => [name, sha256]),
    asOf,
    strictSection,
    version,
    // Runs begun before there was a threshold go on.
    ...(reviewBelow > 0 ? [reviewBelow] : []),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
