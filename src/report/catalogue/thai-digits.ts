// A catalogue whose numbers are written in Thai digits, for offices whose papers are. Changes words only.
import type { Messages } from './messages.ts';

/** ๐–๙ for 0–9; nothing else changes. */
export function thaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
}

/** Texts that name files, addresses or codes: there a digit is part of a name. */
const verbatim = new Set(['packs', 'registry', 'entry', 'sheet', 'heading', 'wrote', 'registryGood']);

/** The same catalogue with Thai digits in every text, but for those of names. */
export function withThaiDigits(messages: Messages): Messages {
  return convert(messages) as Messages;
}

function convert(value: unknown): unknown {
  if (typeof value === 'string') return thaiDigits(value);
  if (typeof value === 'function') {
    return (...args: unknown[]) => convert((value as (...given: unknown[]) => unknown)(...args));
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    key === 'language' || verbatim.has(key) ? each : convert(each),
  ]);
  return Object.fromEntries(entries);
}
