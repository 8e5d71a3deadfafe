// Searches for what a line tells of work are made only where a word stands that all they find has: no match may lack it.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extractHtml } from '../../src/extract/html.ts';
import { norm } from '../../src/judge/lexicon.ts';
import { guarded } from '../../src/judge/work-line.ts';

const fixtures = (path: string): string => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));

/** Lines of pages that tell of work in every form that readers thought of. */
const lines = ['eleventh-reader-documents/raw', 'twelfth-reader-documents/raw', 'twenty-fifth-reader-documents/files']
  .flatMap((folder) => readdirSync(fixtures(folder)).map((name) => fixtures(`${folder}/${name}`)))
  .filter((path) => path.endsWith('.html'))
  .flatMap((path) => extractHtml(readFileSync(path, 'utf8'), 'http://a.go.th/').segments)
  .map(({ text }) => norm(text).text);

test.each(Object.entries(guarded).map(([name, [words, search]]) => [name, words, search] as const))(
  '%s finds nothing without its words',
  (_, words, search) => {
    const found = lines.filter((line) => search.test(line));
    expect(found.filter((line) => !words.test(line))).toEqual([]);
  },
);

test('most of them find something there', () => {
  const searches = Object.values(guarded);
  const finding = searches.filter(([, search]) => lines.some((line) => search.test(line)));
  expect(finding.length).toBeGreaterThan(searches.length / 2);
});
