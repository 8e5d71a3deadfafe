// Writes src/report/run-schema.json from the zod schema (npm run schema). The test compares the two.
import { writeFileSync } from 'node:fs';
import { runSchema } from '../../src/report/run-schema.ts';

const file = new URL('../../src/report/run-schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(runSchema(), null, 2)}\n`);
