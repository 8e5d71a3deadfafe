// An agency as a reader's `expected.csv` names it.
import type { Agency, AgencyKind } from '../../src/model/registry.ts';

export const readerAgency = (id: string, name: string, kind: string, url: string): Agency => ({
  id,
  name,
  kind: kind as AgencyKind,
  url,
  extraHosts: [],
  tags: [],
  exempt: [],
});
