// `--log-format json`: what goes to standard error as one JSON object a line, for log collectors. Every line has time, level
// and event; docs/observability.md lists the fields of each. Results never come here.
import type { Settings } from '../config.ts';
import type { UserError } from '../errors.ts';
import type { Terminal } from './terminal.ts';

export type LogLevel = 'info' | 'warn' | 'error';

/** Closed: readers of the log rely on these names. `message` is a sentence for people. */
export type LogEventName =
  | 'run-started'
  | 'agency-started'
  | 'agency-postponed'
  | 'agency-finished'
  | 'run-finished'
  | 'report-written'
  | 'message'
  | 'error';

/** Writes one line. Absent fields (`undefined`) are left out. */
export type Log = (level: LogLevel, event: LogEventName, fields: Readonly<Record<string, unknown>>) => void;

/**
 * The terminal by the settings: as given, or, with `logFormat: json`, one whose `log` writes JSON lines and whose standard
 * error turns every other line into a `message`, so that nothing unstructured slips between them.
 */
export function logTerminal(terminal: Terminal, { logFormat }: Pick<Settings, 'logFormat'>): Terminal {
  if (logFormat === 'text' || terminal.log !== undefined) return terminal;
  const log = jsonLog(terminal);
  let rest = '';
  return {
    ...terminal,
    log,
    stderr: {
      write: (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.trim() !== '') log('info', 'message', { message: line });
        return true;
      },
    },
  };
}

function jsonLog(terminal: Pick<Terminal, 'stderr' | 'now'>): Log {
  return (level, event, fields) => {
    const time = new Date(terminal.now()).toISOString();
    terminal.stderr.write(`${JSON.stringify({ time, level, event, ...fields })}\n`);
  };
}

/** A mistake of the user's as a line of the log, in English: programs read it. */
export function logError(terminal: Pick<Terminal, 'stderr' | 'now'>, error: UserError): void {
  const { code, message, hint, problems } = error;
  jsonLog(terminal)('error', 'error', { code, message, hint, ...(problems.length > 0 ? { problems } : {}) });
}
