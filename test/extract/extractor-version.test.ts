// What the extractor yields from given bytes is kept under its version. Where it yields something else, the version has to be raised:
// otherwise a data folder goes on giving what an older one read.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extractorVersion } from '../../src/extract/limits.ts';
import { createTestExtractor } from '../audit/audit-folder.ts';

/** Of all that is yielded from the documents below; when it moves: raise the version, and put the new one here. */
const yielded: Readonly<Record<string, string>> = { '6': '704c07a49c92ed17' };

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const folders = ['documents', 'reprinted-documents/files', 'published-forms-documents/files'];
const isDocument = /\.(?:pdf|docx?|xlsx?|pptx|od[tsp]|rtf|txt|csv|zip)$/i;

test('the same bytes yield the same text under one version', async () => {
  const extractor = createTestExtractor();
  const hash = createHash('sha256');
  try {
    for (const folder of folders) {
      for (const file of readdirSync(`${fixtures}/${folder}`).sort()) {
        if (!isDocument.test(file)) continue;
        const body = readFileSync(`${fixtures}/${folder}/${file}`);
        const read = await extractor.extract(body, { url: `http://x.go.th/${file}`, contentType: '' });
        hash.update(`${file}\n${JSON.stringify(read)}\n`);
      }
    }
  } finally {
    await extractor.close();
  }
  expect(hash.digest('hex').slice(0, 16)).toBe(yielded[extractorVersion]);
}, 60_000);
