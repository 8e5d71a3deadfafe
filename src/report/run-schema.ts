// The JSON Schema of the JSON report, derived from the zod schema that the program itself uses.
import { z } from 'zod';
import { auditRunSchema } from '../model/result.ts';

/** Draft 2020-12. The committed copy is run-schema.json beside this file (npm run schema). */
export function runSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(auditRunSchema, { io: 'output' });
  return {
    $schema,
    $id: 'planaudit.run/1',
    title: 'planaudit audit run',
    description: 'What `planaudit audit --format json` prints and stores.',
    ...rest,
  };
}
