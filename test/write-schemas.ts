// Writes the published JSON Schemas from the zod schemas the program uses (npm run schema). Tests compare the two.
import { writeFileSync } from 'node:fs';
import { configSchema } from '../src/config-schema.ts';
import { runSchema } from '../src/report/run-schema.ts';

const files = { 'report/run-schema.json': runSchema(), 'config-schema.json': configSchema() };
for (const [file, schema] of Object.entries(files)) {
  writeFileSync(new URL(`../src/${file}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
