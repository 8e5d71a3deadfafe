// The probes a criterion may use: each looks at one thing in the survey and reports what it found, pure and total.
import type { ProbeResult } from './finding.ts';
import type { Probe } from './pack.ts';
import type { ProbeContext, ProbeOf } from './probe-context.ts';
import { probeDocument } from './probe-document.ts';
import { probeLink, probeResolves } from './probe-links.ts';
import { probePassage } from './probe-passage.ts';
import { probeRows } from './probe-rows.ts';

const table: { readonly [K in Probe['probe']]: (context: ProbeContext, probe: ProbeOf<K>) => ProbeResult } = {
  link: probeLink,
  resolves: probeResolves,
  document: probeDocument,
  rows: probeRows,
  passage: probePassage,
};

export function runProbe(context: ProbeContext, probe: Probe): ProbeResult {
  const run = table[probe.probe] as (context: ProbeContext, probe: Probe) => ProbeResult;
  return run(context, probe);
}
