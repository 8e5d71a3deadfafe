// Agencies whose websites come from one system and lack the same thing, for a terminal. Pure.
import { pageTextsOf } from './catalogue/page-texts.ts';
import { cleanText, wrapText } from './fit-text.ts';
import { sharedFixes } from './shared-fixes.ts';
import type { TextContext } from './text-matrix.ts';

/** Nothing where no two agencies share a system and a lack. */
export function vendorLines({ run, criteria, messages, chalk, columns }: TextContext): string[] {
  const { oneFix } = pageTextsOf(messages.language);
  const nameOf = (id: string) => criteria.find((each) => each.id === id)?.title[messages.language] ?? id;
  return sharedFixes(run).flatMap(({ system, agencies, failures }) => [
    chalk.bold(`${cleanText(system)} (${agencies.length})`),
    ...failures.flatMap(({ criterion, agencies: lacking }) => {
      const text = `${oneFix(lacking.length)}: ${cleanText(nameOf(criterion))} (${lacking.map(({ id }) => id).join(', ')})`;
      const [first = '', ...rest] = wrapText(text, Math.max(20, columns - 4));
      return [`  • ${first}`, ...rest.map((line) => `    ${line}`)];
    }),
  ]);
}
