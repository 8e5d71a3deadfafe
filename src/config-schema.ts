// The JSON Schema of planaudit.config.yaml, for editors; derived from the settings table.
import { z } from 'zod';
import { type SettingDefinition, settingNames, settingsTable } from './settings-table.ts';

/** Draft 2020-12. The committed copy is config-schema.json beside this file (npm run schema). */
export function configSchema(): Record<string, unknown> {
  const properties = Object.fromEntries(
    settingNames.map((name) => {
      const { schema, fallback, help, flag }: SettingDefinition = settingsTable[name];
      const { $schema: _, ...shape } = z.toJSONSchema(schema(z), { io: 'output' });
      const description = flag === undefined ? help : `${help} (${flag.split(' ')[0]})`;
      return [name, { description, default: fallback, ...shape }];
    }),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'planaudit.config/1',
    title: 'planaudit.config.yaml',
    type: 'object',
    properties,
    additionalProperties: false,
  };
}
