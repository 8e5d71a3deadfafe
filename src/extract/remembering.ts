// Answers of a pure function of a string, remembered within bounds: what repeats on every page of a site is asked once.
import { flatCopy } from './flat-copy.ts';

/** Answers kept at most; when there are more, all are forgotten, and what repeats is soon known again. */
export const maxAnswers = 4096;
/** Longer strings do not repeat. */
export const maxRemembered = 256;

/** `ask`, remembering. Keys are copies: a slice of a page would keep the page in memory. */
export function remembering<Answer>(ask: (text: string) => Answer, most = maxAnswers): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const answer = ask(text);
    if (text.length > maxRemembered) return answer;
    if (known.size >= most) known.clear();
    known.set(flatCopy(text), answer);
    return answer;
  };
}
