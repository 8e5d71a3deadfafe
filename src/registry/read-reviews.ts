// Reads and writes the file of review decisions beside a registry. Strict: a mistake is an error with its line, never a
// decision silently without effect. The file is for people and version control: one entry a decision, comments kept.
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Problem, UserError } from '../errors.ts';
import { type ReviewDecision, reviewDecisionSchema } from '../model/result.ts';

const fileSchema = z.strictObject({ reviews: z.array(z.unknown()).nullable() });

/** `agencies.csv` → `agencies.reviews.yaml`. */
export function reviewsPath(registryPath: string): string {
  return `${registryPath.replace(/\.(?:csv|xlsx?|ods|ya?ml|json)$/i, '')}.reviews.yaml`;
}

/**
 * The decisions of a file's text, in its order. `path`: for messages.
 * @throws UserError `reviews-invalid` with every fault
 */
export function parseReviews(path: string, text: string): ReviewDecision[] {
  const lines = new LineCounter();
  // Without this a bare date would be read as a time.
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true });
  const problems: Problem[] = document.errors.map((error) => ({
    file: path,
    line: lines.linePos(error.pos[0]).line,
    message: error.message.split('\n')[0] ?? 'not YAML',
  }));
  if (problems.length > 0) throw invalid(path, problems);
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return [];
  const file = fileSchema.safeParse(value);
  if (!file.success) {
    throw invalid(path, [{ file: path, line: 1, message: 'expected a list under the key "reviews"' }]);
  }
  const nodes = isMap(document.contents) ? document.contents.get('reviews') : undefined;
  const decisions: ReviewDecision[] = [];
  const seen = new Map<string, number>();
  for (const [index, entry] of (file.data.reviews ?? []).entries()) {
    const node = isSeq(nodes) ? nodes.items[index] : undefined;
    const start = (node as { range?: readonly number[] } | undefined)?.range?.[0];
    const line = start === undefined ? undefined : lines.linePos(start).line;
    const at = line === undefined ? {} : { line };
    const parsed = reviewDecisionSchema.safeParse(entry);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const field = issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '');
        problems.push({ file: path, ...at, field, message: issue.message });
      }
      continue;
    }
    const key = `${parsed.data.agency} ${parsed.data.criterion}`;
    const first = seen.get(key);
    if (first !== undefined) {
      problems.push({ file: path, ...at, message: `a second decision on ${key} (the first is in line ${first})` });
    }
    seen.set(key, line ?? 0);
    decisions.push(parsed.data);
  }
  if (problems.length > 0) throw invalid(path, problems);
  return decisions;
}

function invalid(path: string, problems: readonly Problem[]): UserError {
  return new UserError('reviews-invalid', `The review file ${path} cannot be used.`, {
    problems,
    hint: 'Each entry needs agency, criterion, verdict (met or not-met), reason, by, at and evidence; until is optional.',
    th: {
      message: `ใช้ไฟล์ผลการพิจารณา ${path} ไม่ได้`,
      hint: 'แต่ละรายการต้องมี agency, criterion, verdict (met หรือ not-met), reason, by, at และ evidence ส่วน until ไม่บังคับ',
    },
  });
}

const head = `# Decisions of people on cells of the audit, made with \`planaudit review\`.
# A decision counts as long as the cited bodies (evidence, SHA-256) are the same and its last day (until) is not past.
reviews:
`;

/** The text with the decision added, or put in place of the earlier one on the same cell. Comments stay. */
export function withDecision(path: string, text: string, decision: ReviewDecision): string {
  parseReviews(path, text);
  const document = parseDocument(text.trim() === '' ? head : text, { schema: 'core' });
  const list = document.get('reviews', true);
  if (!isSeq(list)) {
    document.set('reviews', document.createNode([decision]));
    return document.toString({ lineWidth: 0 });
  }
  const index = list.items.findIndex(
    (item) => isMap(item) && item.get('agency') === decision.agency && item.get('criterion') === decision.criterion,
  );
  const node = document.createNode(decision);
  if (index < 0) list.items.push(node);
  else list.items[index] = node;
  return document.toString({ lineWidth: 0 });
}
