// The user's mistakes and the exit statuses. Nothing here prints or exits.

/** Exit statuses of every command (stable contract, see README). */
export const exitStatus = {
  /** Done; nothing matched `--fail-on`. */
  ok: 0,
  /** Done; some required verdict is `not-met` (and `--fail-on` names it). */
  notMet: 1,
  /** Usage, configuration, registry or pack error; nothing was audited. */
  usage: 2,
  /** The run did not finish; what was judged so far is kept. */
  unfinished: 3,
  /** Done, nothing `not-met`, but `--fail-on` names `unknown` or `review` and one is. */
  undetermined: 4,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** One thing wrong with something the user gave: where it is, what stands there, what was expected. */
export interface Problem {
  /** File (as the user named it), if the problem is in one. */
  readonly file?: string;
  /** 1-based line or spreadsheet row, if known. */
  readonly line?: number;
  /** Column heading, YAML path or option name. */
  readonly field?: string;
  /** The offending value, as read. */
  readonly value?: string;
  /** What is wrong and what was expected, one sentence. */
  readonly message: string;
  /** The same in Thai, where an office reads it. */
  readonly messageTh?: string;
}

/**
 * A mistake of the user's that stops the command: bad option, registry, configuration or pack.
 * The command line prints the message, each problem on a line of its own and the hint, and exits with status 2.
 */
export class UserError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly problems: readonly Problem[];
  /** Message and hint in Thai, where an office reads them. */
  readonly th: { readonly message: string; readonly hint?: string } | undefined;
  /** Status to end with: `usage` unless work was under way. */
  readonly status: ExitStatus;

  constructor(
    code: string,
    message: string,
    options: {
      hint?: string;
      problems?: readonly Problem[];
      cause?: unknown;
      th?: { message: string; hint?: string };
      status?: ExitStatus;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'UserError';
    this.code = code;
    this.hint = options.hint;
    this.problems = options.problems ?? [];
    this.th = options.th;
    this.status = options.status ?? exitStatus.usage;
  }
}
