// How verdicts and agency statuses look in a terminal: a mark that reads without colour, and a colour. Tables only.
import type { ChalkInstance } from 'chalk';
import type { AgencyStatus, Verdict } from '../model/result.ts';

interface Mark {
  /** One column wide. */
  readonly sign: string;
  readonly colour: (chalk: ChalkInstance) => ChalkInstance;
  /** Fills bars; distinct without colour. */
  readonly fill: string;
}

export const verdictMarks: Readonly<Record<Verdict, Mark>> = {
  met: { sign: '✓', colour: (chalk) => chalk.green, fill: '█' },
  'not-met': { sign: '✗', colour: (chalk) => chalk.red.bold, fill: '▒' },
  review: { sign: '~', colour: (chalk) => chalk.yellow, fill: '▓' },
  unknown: { sign: '?', colour: (chalk) => chalk.magenta, fill: '░' },
  'not-applicable': { sign: '-', colour: (chalk) => chalk.dim, fill: '·' },
};

export const statusMarks: Readonly<Record<AgencyStatus, Pick<Mark, 'sign' | 'colour'>>> = {
  compliant: { sign: '✓', colour: (chalk) => chalk.green },
  'non-compliant': { sign: '✗', colour: (chalk) => chalk.red.bold },
  undetermined: { sign: '?', colour: (chalk) => chalk.magenta },
};
