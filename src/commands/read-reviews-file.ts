// The review decisions beside a registry, checked against it.
import { existsSync, readFileSync } from 'node:fs';
import { type Problem, UserError } from '../errors.ts';
import type { Registry } from '../model/registry.ts';
import type { ReviewDecision } from '../model/result.ts';

/** None when there is no such file. A decision on an agency that the registry does not hold is an error. */
export async function readReviews(
  registryPath: string,
  registry: Pick<Registry, 'agencies'>,
): Promise<ReviewDecision[]> {
  const { parseReviews, reviewsPath } = await import('../registry/read-reviews.ts');
  const path = reviewsPath(registryPath);
  if (!existsSync(path)) return [];
  const decisions = parseReviews(path, readFileSync(path, 'utf8'));
  const known = new Set(registry.agencies.map(({ id }) => id));
  const problems = decisions
    .filter(({ agency }) => !known.has(agency))
    .map(
      ({ agency }): Problem => ({
        file: path,
        field: 'agency',
        value: agency,
        message: 'no such agency in the registry',
        messageTh: 'ไม่มีหน่วยงานนี้ในทะเบียน',
      }),
    );
  if (problems.length > 0) {
    throw new UserError('reviews-invalid', `The review file ${path} does not fit the registry.`, {
      problems,
      hint: 'Remove the entries of agencies that are gone.',
      th: { message: `ไฟล์ผลการพิจารณา ${path} ไม่ตรงกับทะเบียน`, hint: 'ลบรายการของหน่วยงานที่ไม่มีแล้ว' },
    });
  }
  return decisions;
}
