// ZIP archives: every document inside is read as if it had been served alone; places name the entry. Archives within
// archives to the nesting limit.
import type { DocumentText, ExtractFailure, Link, Segment, UnreadEntry } from '../model/document.ts';
import { documentName } from './document-name.ts';
import type { ExtractContext, ExtractHints, extractBody } from './extractor.ts';
import { damageText, failed, type ReadOutcome } from './reader.ts';

/** Reads the archive's documents in name order, each by `readEntry`. Fails only when none of them could be read. */
export async function readArchive(
  body: Buffer,
  hints: ExtractHints,
  context: ExtractContext,
  depth: number,
  readEntry: typeof extractBody,
): Promise<ReadOutcome> {
  const { limits, pool } = context;
  const fail = (code: ExtractFailure['code'], detail: string) => failed('zip', code, detail);
  if (depth >= limits.zipNesting) return fail('too-large', `archives nested deeper than ${limits.zipNesting}`);
  const answer = await pool.run({ task: 'unzip', body, limits }, limits.baseMs + limits.graceMs);
  if ('stopped' in answer) return fail(answer.stopped, answer.detail);
  if (!answer.ok) return answer;
  if (answer.kind !== 'entries') return fail('crashed', `unexpected answer ${answer.kind}`);
  const entries = answer.entries
    .filter(({ name }) => !isLeftover(name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const damage = [...answer.damage];
  const failures: ExtractFailure[] = [];
  const unread: UnreadEntry[] = [];
  const segments: Segment[] = [];
  const links: Link[] = [];
  let read = 0;
  let recognised = 0;
  for (const { name, bytes } of entries.slice(0, limits.zipDocuments)) {
    const inner = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const outcome = await readEntry(inner, { url: hints.url, contentType: '', fileName: name }, context, depth + 1);
    if (!outcome.ok) {
      const { code } = outcome.failure;
      failures.push(outcome.failure);
      if (code !== 'empty' && documentName.test(name)) unread.push({ entry: name, code });
      damage.push({ kind: 'unread', detail: `${code} (${outcome.failure.detail})`, entry: name });
      continue;
    }
    read++;
    if (outcome.text.source === 'ocr') recognised++;
    segments.push(...placed(outcome.text, name));
    links.push(...outcome.text.links.map(({ segment: _, ...link }) => link));
    damage.push(...outcome.text.damage.map((note) => ({ ...note, entry: pathIn(name, note.entry) })));
    for (const { entry, code } of outcome.text.unread ?? []) unread.push({ entry: pathIn(name, entry), code });
  }
  if (entries.length > limits.zipDocuments)
    damage.push({ kind: 'cut', detail: `only the first ${limits.zipDocuments} of ${entries.length} files were read` });
  if (read === 0) {
    const worst = failures[0];
    if (!worst) return fail('empty', ['no files in the archive', ...damage.map(damageText)].join('; '));
    return fail(worst.code === 'empty' ? 'empty' : worst.code, damage.map(damageText).join('; ').slice(0, 500));
  }
  const text = { media: 'zip', segments, links, source: recognised === read ? 'ocr' : 'text', damage } as const;
  return { ok: true, text: unread.length > 0 ? { ...text, unread } : text };
}

/** `inner`: path within a document that holds others itself. */
const pathIn = (name: string, inner: string | undefined): string => (inner === undefined ? name : `${name}/${inner}`);

function placed(text: DocumentText, entry: string): Segment[] {
  return text.segments.map((segment) => {
    const inner = segment.locator.entry;
    const source = text.source === 'ocr' && segment.source === undefined ? { source: 'ocr' as const } : {};
    return {
      ...segment,
      ...source,
      locator: { ...segment.locator, entry: pathIn(entry, inner) },
    };
  });
}

/** Lock files, resource forks and folder data that archivers and editors leave behind. */
function isLeftover(name: string): boolean {
  return (
    /(?:^|\/)(?:~\$|\._|__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name) || name.startsWith('__MACOSX/')
  );
}
