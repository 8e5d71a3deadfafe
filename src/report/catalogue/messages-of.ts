// Chooses the catalogue of a language.
import { en } from './en.ts';
import type { Language, Messages } from './messages.ts';
import { th } from './th.ts';

const catalogues: Readonly<Record<Language, Messages>> = { th, en };

export function messagesOf(language: Language): Messages {
  return catalogues[language];
}
