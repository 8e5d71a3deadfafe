// Writes the settings table of README.md from the table in src (npm run readme). The test compares the two.
import { readFileSync, writeFileSync } from 'node:fs';
import { settingsInReadme } from './readme-settings.ts';

const file = new URL('../README.md', import.meta.url);
writeFileSync(file, settingsInReadme(readFileSync(file, 'utf8')));
