// planaudit review: records a person's decision on a cell, in the file beside the registry and in the stored run. Without
// --agency it walks the cells that want a look. A decision binds to the bodies cited; nothing else is changed.
import { z } from 'zod';
import { type Cell, decide, newDecision, openCells, openSession, type ReviewSession } from '../audit/review-session.ts';
import { commandSettings, type Settings } from '../config.ts';
import { type ExitStatus, exitStatus, type Problem, UserError } from '../errors.ts';
import type { ReviewDecision } from '../model/result.ts';
import { bangkokParts } from '../report/catalogue/bangkok-time.ts';
import { parseDate } from '../text/parse-date.ts';
import { withStore } from './open-stored.ts';
import { reviewTexts } from './review-texts.ts';
import type { ReviewWalk } from './review-walk.ts';
import type { Terminal } from './terminal.ts';

/** What the interactive walk needs; replaced in tests. */
export interface ReviewReplacements {
  readonly walk?: ReviewWalk;
}

export async function reviewCommand(
  name: string | undefined,
  flags: Readonly<Record<string, unknown>>,
  terminal: Terminal,
  replacements: ReviewReplacements = {},
): Promise<ExitStatus> {
  const { agency, criterion, verdict, reason, by, until, list, unknown, registry, ...rest } = flags;
  const { settings } = await commandSettings(rest, terminal.env);
  const given = { agency, criterion, verdict, reason, by, until };
  return withStore(settings, terminal, async (store) => {
    const session = await openSession(store, name, registry === undefined ? undefined : String(registry));
    if (list === true) {
      terminal.stdout.write(listText(openCells(session, unknown === true), settings));
      return exitStatus.ok;
    }
    if (agency === undefined && criterion === undefined) {
      const walk = replacements.walk ?? (await import('./review-walk.ts')).reviewWalk(settings.lang, terminal);
      const decided = await walk(
        session,
        openCells(session, unknown === true),
        by === undefined ? undefined : String(by),
      );
      terminal.stdout.write(`${reviewTexts[settings.lang].decided(decided, session.path)}\n`);
      return exitStatus.ok;
    }
    const decision = decisionOf(session, given, terminal.now());
    await decide(session, decision);
    const words = reviewTexts[settings.lang];
    terminal.stdout.write(`${words.recorded(decision.agency, decision.criterion, decision.verdict, session.path)}\n`);
    return exitStatus.ok;
  });
}

const flagSchema = z.strictObject({
  agency: z.string().min(1),
  criterion: z.string().min(1),
  verdict: z.enum(['met', 'not-met']),
  reason: z.string().trim().min(1),
  by: z.string().trim().min(1),
  until: z.iso.date().optional(),
});

/** @throws UserError `review-invalid` with every fault */
function decisionOf(session: ReviewSession, given: Readonly<Record<string, unknown>>, now: number): ReviewDecision {
  const until = given['until'] === undefined ? {} : { until: parseDate(String(given['until'])) ?? given['until'] };
  const parsed = flagSchema.safeParse({ ...given, ...until });
  const problems: Problem[] = (parsed.error?.issues ?? []).map((issue) => ({
    field: `--${issue.path.join('.')}`,
    message: expected[String(issue.path[0])]?.[0] ?? issue.message,
    messageTh: expected[String(issue.path[0])]?.[1] ?? issue.message,
  }));
  const agency = session.verdicts.find(({ id }) => id === given['agency']);
  const cell = agency?.criteria.find(({ id }) => id === given['criterion']);
  if (parsed.success && agency === undefined) {
    problems.push({
      field: '--agency',
      value: parsed.data.agency,
      message: 'no such agency in the run',
      messageTh: 'ไม่มีหน่วยงานนี้ในการตรวจ',
    });
  }
  if (parsed.success && agency !== undefined && cell === undefined) {
    const ids = agency.criteria.map(({ id }) => id).join(', ');
    problems.push({
      field: '--criterion',
      value: parsed.data.criterion,
      message: `expected one of ${ids}`,
      messageTh: `ต้องเป็นข้อใดข้อหนึ่งใน ${ids}`,
    });
  }
  if (!parsed.success || cell === undefined) {
    throw new UserError('review-invalid', 'The decision is not complete; nothing was recorded.', {
      problems,
      hint: 'planaudit review --agency ID --criterion ID --verdict met|not-met --reason "…" --by "…"',
      th: { message: 'ข้อมูลการพิจารณาไม่ครบ จึงยังไม่ได้บันทึก' },
    });
  }
  return newDecision(parsed.data, cell, bangkokParts(new Date(now).toISOString()).date);
}

const expected: Readonly<Record<string, readonly [en: string, th: string]>> = {
  agency: ['expected the id of an agency', 'ต้องเป็นรหัสหน่วยงาน'],
  criterion: ['expected the id of a criterion', 'ต้องเป็นรหัสเกณฑ์'],
  verdict: ['expected met or not-met', 'ต้องเป็น met หรือ not-met'],
  reason: ['expected the reason, for those who read the report', 'ต้องบอกเหตุผล'],
  by: ['expected the name of the person who decides', 'ต้องบอกชื่อผู้พิจารณา'],
  until: ['expected a date such as 2027-03-31', 'ต้องเป็นวันที่ เช่น 31/03/2570'],
};

function listText(cells: readonly Cell[], { lang }: Pick<Settings, 'lang'>): string {
  const words = reviewTexts[lang];
  if (cells.length === 0) return `${words.nothing}\n`;
  const lines = cells.map(({ agency, cell, reported }) => {
    const again = reported.reviewReopened === undefined ? '' : ` (${words.reopened[reported.reviewReopened.because]})`;
    return `${agency.id} ${cell.id}: ${cell.explanation[lang]}${again}`;
  });
  return `${lines.join('\n')}\n`;
}
