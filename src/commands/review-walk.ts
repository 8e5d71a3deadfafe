// Walks a person through the cells to be reviewed: shows the evidence, opens the page, asks for the decision. Each decision
// is kept at once; stopping loses nothing.
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { type Cell, decide, newDecision, type ReviewSession } from '../audit/review-session.ts';
import { UserError } from '../errors.ts';
import type { CriterionVerdict } from '../model/result.ts';
import { bangkokParts } from '../report/catalogue/bangkok-time.ts';
import type { Language } from '../report/catalogue/messages.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { cleanText } from '../report/fit-text.ts';
import { reviewTexts } from './review-texts.ts';
import type { Terminal } from './terminal.ts';

/** Gives the number of decisions made. `by`: who decides, if already known. */
export type ReviewWalk = (session: ReviewSession, cells: readonly Cell[], by: string | undefined) => Promise<number>;

type Choice = 'met' | 'not-met' | 'open' | 'skip' | 'stop';

export function reviewWalk(
  lang: Language,
  terminal: Terminal,
  /** In place of the process's own, in tests. */
  streams?: { readonly input: Readable; readonly output: Writable },
  open: (url: string) => void = openPage,
): ReviewWalk {
  const words = reviewTexts[lang];
  return async (session, cells, givenBy) => {
    if (cells.length === 0) {
      terminal.stderr.write(`${words.nothing}\n`);
      return 0;
    }
    if (streams === undefined && (terminal.stderr.isTTY !== true || process.stdin.isTTY !== true)) {
      throw new UserError('review-terminal', words.noTerminal, { hint: words.noTerminalHint });
    }
    const { isCancel, note, select, text } = await import('@clack/prompts');
    const needed = (value: string | undefined) => (value?.trim() ? undefined : words.needed);
    const by = givenBy ?? (await text({ ...streams, message: words.who, validate: needed }));
    if (isCancel(by)) return 0;
    let decided = 0;
    for (const [at, { agency, cell, reported }] of cells.entries()) {
      const title = `${words.cell(at + 1, cells.length)} · ${agency.name} · ${cell.id}`;
      note(cellText(cell, reported, lang), title, streams);
      let choice: Choice | symbol;
      do {
        choice = await select<Choice>({
          ...streams,
          message: words.question,
          options: [
            { value: 'met', label: words.met },
            { value: 'not-met', label: words.notMet },
            ...(pageOf(cell) === undefined ? [] : [{ value: 'open' as const, label: words.open }]),
            { value: 'skip', label: words.skip },
            { value: 'stop', label: words.stop },
          ],
        });
        if (choice === 'open') open(pageOf(cell)!);
      } while (choice === 'open');
      if (isCancel(choice) || choice === 'stop') break;
      if (choice === 'skip') continue;
      if (choice !== 'met' && choice !== 'not-met') break;
      const reason = await text({ ...streams, message: words.reason, validate: needed });
      if (isCancel(reason)) break;
      await record(session, { agency, cell, reported }, choice, reason, by, terminal.now());
      decided += 1;
    }
    return decided;
  };
}

function record(
  session: ReviewSession,
  { agency, cell }: Cell,
  verdict: 'met' | 'not-met',
  reason: string,
  by: string,
  now: number,
): Promise<void> {
  const given = { agency: agency.id, criterion: cell.id, verdict, reason: reason.trim(), by: by.trim() };
  return decide(session, newDecision(given, cell, bangkokParts(new Date(now).toISOString()).date));
}

function cellText(cell: CriterionVerdict, reported: CriterionVerdict, lang: Language): string {
  const words = reviewTexts[lang];
  const { reason, report } = messagesOf(lang);
  const again = reported.reviewReopened;
  return [
    `${reason[cell.reason]}: ${cleanText(cell.explanation[lang])}`,
    ...(again === undefined
      ? []
      : [`${words.reopened[again.because]} (${again.by}, ${again.at}: ${cleanText(again.reason)})`]),
    ...[
      ...cell.evidence.map((evidence) => ({ name: words.found, evidence })),
      ...(cell.closest === undefined ? [] : [{ name: report.closest, evidence: cell.closest }]),
    ].flatMap(({ name, evidence: { quote, finalUrl, path } }) => [
      `${name}: “${cleanText(quote)}”`,
      `${words.path}: ${path
        .map(({ label }) => cleanText(label))
        .filter((label) => label !== '')
        .join(' › ')} ${finalUrl}`,
    ]),
  ].join('\n');
}

function pageOf(cell: CriterionVerdict): string | undefined {
  const url = (cell.evidence[0] ?? cell.closest)?.finalUrl;
  return url !== undefined && /^https?:\/\//.test(url) ? url : undefined;
}

/** The person's own browser. That it cannot be started is no reason to stop: the address is on the screen. */
function openPage(url: string): void {
  const [program, args] =
    process.platform === 'win32'
      ? ['explorer.exe', [url]]
      : process.platform === 'darwin'
        ? ['open', [url]]
        : ['xdg-open', [url]];
  const child = spawn(program as string, args as string[], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
