// The machine-readable report: one JSON document of the schema planaudit.run/1, keys in the order of the schema.
import { type AuditRun, auditRunSchema } from '../model/result.ts';

/** Ends with a line break. Throws on a run that is not of the schema: that is a bug of the program. */
export function renderJson(run: AuditRun): string {
  return `${JSON.stringify(auditRunSchema.parse(run), null, 2)}\n`;
}
