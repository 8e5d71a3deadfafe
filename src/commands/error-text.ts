// How a user's mistake is printed: what is wrong, each problem on a line as `file:row column: "value" – …`, and the way out.
import type { Problem, UserError } from '../errors.ts';
import type { Language } from '../report/catalogue/messages.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { cleanText, cutText } from '../report/fit-text.ts';

const shownProblems = 200;
const longestValue = 100;

/** Ends with a line break. */
export function errorText(error: UserError, lang: Language): string {
  const { cli } = messagesOf(lang);
  const thai = lang === 'th' ? error.th : undefined;
  const hint = thai?.hint ?? error.hint;
  const rest = error.problems.length - shownProblems;
  const lines = [
    `planaudit: ${cli.error}: ${thai?.message ?? error.message}`,
    ...error.problems.slice(0, shownProblems).map((problem) => `  ${problemText(problem, lang)}`),
    ...(rest > 0 ? [`  … +${rest}`] : []),
    ...(hint === undefined ? [] : [`${cli.hint}: ${hint}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** `file:line field: "value" – message` of one problem. */
export function problemText(problem: Problem, lang: Language): string {
  const place = [problem.file, problem.line].filter((part) => part !== undefined).join(':');
  const where = [place, problem.field === undefined ? '' : cleanText(problem.field)]
    .filter((part) => part !== '')
    .join(' ');
  const value = problem.value === undefined ? '' : `"${cutText(cleanText(problem.value), longestValue)}" – `;
  const message = lang === 'th' ? (problem.messageTh ?? problem.message) : problem.message;
  return `${where === '' ? '' : `${where}: `}${value}${message}`;
}
