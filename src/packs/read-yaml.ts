// Reads one YAML file against a strict schema and tells every fault with its line and place. Never throws for what a
// file holds; nothing is read from anywhere but the text given.
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../errors.ts';

export interface YamlFile<T> {
  /** The parsed value, absent where the file has faults. */
  readonly value?: T;
  readonly problems: readonly Problem[];
  /** 1-based line of a place in the file (its path as zod gives it), the nearest one known. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/** @param file name shown in problems; @param text the file's text */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true, prettyErrors: false });
  const lineAt = (offset: number | undefined) => (offset === undefined ? undefined : lines.linePos(offset).line);
  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path));
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return {
      problems: faults.map((fault) => problem(file, lineAt(fault.pos[0]), undefined, firstLine(fault.message))),
      lineOf,
    };
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 1000 }));
  if (parsed.success) return { value: parsed.data, problems: [], lineOf };
  const problems = leaves(parsed.error.issues).map(({ path, message, keys }) =>
    problem(file, lineOf(keys ? [...path, keys[0]!] : path), fieldOf(keys ? [...path, keys[0]!] : path), message),
  );
  return { problems, lineOf };
}

export function problem(
  file: string,
  line: number | undefined,
  field: string | undefined,
  message: string,
  value?: string,
): Problem {
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...(field ? { field } : {}),
    ...(value === undefined ? {} : { value }),
    message,
  };
}

/** `classes.annual-plan.bare[2]`. */
export function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (field, key) => (typeof key === 'number' ? `${field}[${key}]` : field ? `${field}.${String(key)}` : String(key)),
    '',
  );
}

interface Leaf {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** Issues of the branch of a union that came nearest: the one with the fewest complaints. */
function leaves(issues: readonly z.core.$ZodIssue[], base: readonly PropertyKey[] = []): Leaf[] {
  return issues.flatMap((issue): Leaf[] => {
    const path = [...base, ...issue.path];
    if (issue.code === 'invalid_union') {
      const branches = issue.errors.filter((branch) => branch.length > 0);
      const nearest = branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
      if (nearest) return leaves(nearest, path);
    }
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path, keys: [key], message: `unknown key "${key}"` }));
    return [{ path, message: issue.message }];
  });
}

const depth = (issues: readonly z.core.$ZodIssue[]): number => Math.max(...issues.map((issue) => issue.path.length));

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;

/** Offset of the node at a path, or of the nearest node above it that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  let node: Node | null | undefined = document.contents;
  let offset = node?.range?.[0];
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = node.items[Number(key)] as Node | undefined;
      offset = node?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
