// Reads a JSON report of this program back as a run. A file that is none is the user's mistake.
import { UserError } from '../errors.ts';
import { type AuditRun, auditRunSchema } from '../model/result.ts';
import { readUserFile } from './read-user-file.ts';

/** @throws UserError `run-file`, `file-unreadable` */
export async function readRunFile(path: string): Promise<AuditRun> {
  const bytes = await readUserFile(path, { en: 'run', th: 'ไฟล์ผลการตรวจ' });
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw notARun(path, (error as Error).message);
  }
  const parsed = auditRunSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw notARun(path, issue === undefined ? 'unknown form' : `${issue.path.join('.')}: ${issue.message}`);
}

function notARun(path: string, why: string): UserError {
  return new UserError('run-file', `${path} is not a run of planaudit: ${why}`, {
    hint: 'planaudit audit … --format json --out DIR writes one (planaudit.json).',
    th: {
      message: `${path} ไม่ใช่ผลการตรวจของ planaudit`,
      hint: 'สร้างได้ด้วย planaudit audit … --format json --out โฟลเดอร์ (ได้ไฟล์ planaudit.json)',
    },
  });
}
