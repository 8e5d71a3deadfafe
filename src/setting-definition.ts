// What a setting is, and the shapes that settings share: lists, switches, whole numbers, dates, texts. zod comes in as a
// parameter: help texts must not wait for it to load.
import type { z as zod } from 'zod';
import type { Bilingual } from './model/result.ts';
import { parseDate } from './text/parse-date.ts';

export interface SettingDefinition {
  readonly schema: (z: Zod) => zod.ZodType;
  /** Value when nothing is given; null = none. */
  readonly fallback: unknown;
  readonly env: string;
  /** Commander's form of the flag; absent where only the environment and the config file set it. */
  readonly flag?: string;
  /** The flag may be given several times. */
  readonly repeat?: boolean;
  /** What a list may hold, for completion. */
  readonly items?: readonly string[];
  /** For the help. */
  readonly help: string;
  /** The same in Thai, for the configuration that `init` writes. */
  readonly helpTh: string;
  /** What the schema accepts, as an error message says it. */
  readonly expects: Bilingual;
}

export type Zod = typeof zod;

/** Lists come as arrays (repeated flags, config file) or as one text with commas (flag, environment). */
export function listOf<Item extends zod.ZodType>(z: Zod, item: Item) {
  return z.preprocess((value) => {
    const parts: unknown[] = Array.isArray(value) ? value : [value];
    return parts.flatMap((part) => (typeof part === 'string' ? part.split(',').map((text) => text.trim()) : [part]));
  }, z.array(item));
}

/** Like `listOf`, but commas belong to the values (`kind=a,b`). */
export function wholeList(z: Zod) {
  return z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(text(z)));
}

const onOffWords: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
};

export function onOff(z: Zod) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? (onOffWords[value.toLowerCase()] ?? value) : value),
    z.boolean(),
  );
}

export function integer(z: Zod, min: number, max: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value),
    z.int().min(min).max(max),
  );
}

export function share(z: Zod) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^(?:0|1|[01]?\.\d+)$/.test(value.trim()) ? Number(value) : value),
    z.number().min(0).max(1),
  );
}

export function isoDate(z: Zod) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? (parseDate(value) ?? value) : value),
    z.iso.date().nullable(),
  );
}

export function text(z: Zod) {
  return z.string().trim().min(1);
}
