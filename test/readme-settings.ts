// Puts the current settings into the marked part of a README.
import { type SettingDefinition, settingNames, settingsTable } from '../src/settings-table.ts';

export function settingsInReadme(readme: string): string {
  const rows = settingNames.map((name) => {
    const { flag, env, fallback, help }: SettingDefinition = settingsTable[name];
    const value = Array.isArray(fallback) ? fallback.join(',') : String(fallback ?? '');
    const cells = [flag === undefined ? '' : `\`${flag}\``, `\`${env}\``, value === '' ? '' : `\`${value}\``, help];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`.replace(/ {2,}/g, ' ');
  });
  return readme.replace(
    /(<!-- settings:[\s\S]*?\|---\|---\|---\|---\|\n)[\s\S]*?(<!-- \/settings -->)/,
    (_, head: string, tail: string) => `${head}${rows.join('\n')}\n${tail}`,
  );
}
