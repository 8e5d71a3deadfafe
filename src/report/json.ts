// The machine-readable report: one JSON document of the schema planaudit.run/1, keys in the order of the schema.
import { type AuditRun, agencyVerdictSchema, auditRunSchema } from '../model/result.ts';
import type { Pieces } from './formats.ts';

/** Ends with a line break. Throws on a run that is not of the schema: that is a bug of the program. */
export function renderJson(run: AuditRun): string {
  return [...jsonPieces(run)].join('');
}

/** The same document piece by piece, an agency each: that of a whole country is longer than a string can be. */
export function jsonInPieces(run: AuditRun): Pieces {
  return { pieces: { [Symbol.iterator]: () => jsonPieces(run) } };
}

function* jsonPieces(run: AuditRun): Generator<string> {
  const head = JSON.stringify(auditRunSchema.parse({ ...run, agencies: [] }), null, 2);
  if (run.agencies.length === 0) {
    yield `${head}\n`;
    return;
  }
  // `agencies` is the last key of the schema: the head ends with its empty list.
  yield head.slice(0, -']\n}'.length);
  for (const [at, agency] of run.agencies.entries()) {
    const text = JSON.stringify(agencyVerdictSchema.parse(agency), null, 2);
    yield `${at === 0 ? '' : ','}\n    ${text.replaceAll('\n', '\n    ')}`;
  }
  yield '\n  ]\n}\n';
}
