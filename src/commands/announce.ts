// The first words on the screen: a person who has pressed Enter should see at once that something happens.
import type { Settings } from '../config.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import type { Terminal } from './terminal.ts';

export function announce({ lang, quiet }: Pick<Settings, 'lang' | 'quiet'>, terminal: Terminal): void {
  if (!quiet) terminal.stderr.write(`${messagesOf(lang).progress.preparing}\n`);
}
