// The day an audit is of.
import type { Settings } from '../config.ts';
import { bangkokParts } from '../report/catalogue/bangkok-time.ts';

/** The audit date of the settings, or today in Thailand. */
export function auditDate(settings: Pick<Settings, 'asOf'>, now: number): string {
  return settings.asOf ?? bangkokParts(new Date(now).toISOString()).date;
}
