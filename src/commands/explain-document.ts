// planaudit explain --document FILE: shows what was read out of one file, so that a person sees what the program sees.
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commandSettings } from '../config.ts';
import { type ExitStatus, exitStatus } from '../errors.ts';
import { describeExtraction } from '../extract/describe-extraction.ts';
import { createExtractor } from '../extract/extractor.ts';
import { decodeText } from '../fetch/decode.ts';
import { readUserFile } from './read-user-file.ts';
import type { Terminal } from './terminal.ts';

/** An unreadable document is an answer, not an error: status 0. Throws UserError for a file that is not there. */
export async function explainDocument(
  path: string,
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { settings } = await commandSettings(flags, terminal.env);
  const body = await readUserFile(path, { en: 'document', th: 'เอกสาร' });
  const extractor = createExtractor({ decode: decodeText, ocr: settings.ocr });
  try {
    const outcome = await extractor.extract(body, {
      url: pathToFileURL(path).href,
      contentType: '',
      fileName: basename(path),
    });
    terminal.stdout.write(`${describeExtraction(outcome, settings.lang).join('\n')}\n`);
  } finally {
    await extractor.close();
  }
  return exitStatus.ok;
}
