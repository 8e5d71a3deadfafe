// The shape of the program, checked on the syntax tree of every source file: imports point downward, no cycles, the pure
// floors stay pure, the environment is read in one place, results are printed in one place.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** Floors from the bottom up; a part may import from lower floors and from itself. */
const floors: readonly (readonly string[])[] = [
  ['errors.ts', 'model', 'text'],
  ['judge', 'report'],
  [
    'fetch',
    'extract',
    'store',
    'queue',
    'packs',
    'registry',
    'config.ts',
    'config-file.ts',
    'config-schema.ts',
    'settings-table.ts',
    'report-settings.ts',
    'setting-definition.ts',
    'demo',
  ],
  ['crawl'],
  ['audit'],
  ['commands'],
  ['cli.ts', 'command-specs.ts'],
];

/** Imports between parts of one floor that are meant. */
const neighbours: ReadonlySet<string> = new Set([
  'text → model', // normalised text knows what a segment is
  'model → errors.ts',
  'text → errors.ts', // a phrase that does not compile is the pack author's mistake
  'store → extract', // keeps results of extraction: the type of its cache
  'config.ts → settings-table.ts',
  'settings-table.ts → report-settings.ts',
  'settings-table.ts → setting-definition.ts',
  'report-settings.ts → setting-definition.ts',
  'config.ts → config-file.ts',
  'config-file.ts → settings-table.ts',
  'config-schema.ts → settings-table.ts',
  'cli.ts → command-specs.ts',
  'store → extract', // the store keeps extractions behind the extractor's interface
]);

const pureParts = new Set(['errors.ts', 'model', 'text', 'judge', 'report']);
/** Built-in modules without input, output or clock. */
const pureModules = new Set(['node:buffer', 'node:string_decoder']);

interface Source {
  /** Relative to src, with forward slashes. */
  readonly path: string;
  readonly part: string;
  readonly imports: readonly string[];
  /** Those imports that carry values: types vanish before anything runs. */
  readonly loads: readonly string[];
  readonly program: unknown;
}

function readSources(): Source[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.sort().map((name) => {
    const path = name.split(sep).join('/');
    const { module, program, errors } = parseSync(path, readFileSync(join(src, name), 'utf8'));
    expect(errors, path).toEqual([]);
    const dynamic = collect(program, (node) => {
      const source = node['source'] as { value?: unknown } | undefined;
      return node['type'] === 'ImportExpression' && typeof source?.value === 'string' ? source.value : undefined;
    });
    const requests = [
      ...module.staticImports.map(({ moduleRequest, entries }) => ({ name: moduleRequest.value, entries })),
      ...module.staticExports.map(({ entries }) => ({ name: entries[0]?.moduleRequest?.value, entries })),
      ...dynamic.map((name) => ({ name, entries: [] })),
    ].filter((request): request is typeof request & { name: string } => request.name !== undefined);
    const imports = new Set(requests.map(({ name }) => name));
    const loads = requests.filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType));
    return { path, part: path.split('/')[0]!, imports: [...imports], loads: loads.map(({ name }) => name), program };
  });
}

type Node = Readonly<Record<string, unknown>>;

/** Everything `pick` finds in a syntax tree. */
function collect<T>(root: unknown, pick: (node: Node) => T | undefined): T[] {
  const found: T[] = [];
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      const picked = pick(value as Node);
      if (picked !== undefined) found.push(picked);
      Object.values(value).forEach(visit);
    }
  };
  visit(root);
  return found;
}

const nameOf = (node: unknown) => (node as { type?: string; name?: string } | undefined)?.name;

/** `object.property` member expressions, as text, and bare calls such as `setTimeout`. */
function membersOf(source: Source): string[] {
  return collect(source.program, (node) => {
    if (node['type'] === 'MemberExpression') {
      const property = node['property'] as { value?: unknown } | undefined;
      return `${nameOf(node['object'])}.${nameOf(node['property']) ?? property?.value}`;
    }
    if (node['type'] === 'NewExpression' && nameOf(node['callee']) === 'Date') {
      return (node['arguments'] as unknown[]).length === 0 ? 'new Date()' : undefined;
    }
    return node['type'] === 'CallExpression' ? `${nameOf(node['callee'])}()` : undefined;
  });
}

const sources = readSources();
const byPath = new Map(sources.map((source) => [source.path, source]));
const floorOf = (part: string) => floors.findIndex((parts) => parts.includes(part));

/** Local imports as paths relative to src. */
function localPaths(source: Source, imports = source.imports): string[] {
  return imports
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(src, resolve(src, dirname(source.path), name))
        .split(sep)
        .join('/'),
    );
}

describe('imports', () => {
  it('name files that exist, with their ending', () => {
    const missing = sources.flatMap((source) =>
      localPaths(source)
        .filter((path) => !existsSync(join(src, path)))
        .map((path) => `${source.path} → ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('every part has a floor', () => {
    expect([...new Set(sources.map(({ part }) => part))].filter((part) => floorOf(part) < 0)).toEqual([]);
  });

  it('point downward', () => {
    const upward = sources.flatMap((source) =>
      localPaths(source).flatMap((path) => {
        const target = path.split('/')[0]!;
        if (target === source.part || floorOf(target) < floorOf(source.part)) return [];
        return neighbours.has(`${source.part} → ${target}`) ? [] : [`${source.path} → ${path}`];
      }),
    );
    expect(upward).toEqual([]);
  });

  it('form no cycle of values', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]) => {
      const at = trail.indexOf(path);
      if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
      if (at >= 0 || done.has(path)) return;
      const source = byPath.get(path);
      for (const next of source ? localPaths(source, source.loads) : []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const { path } of sources) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

describe('the pure floors', () => {
  const pure = sources.filter(({ part }) => pureParts.has(part));

  it('use no files, network or processes', () => {
    const impure = pure.flatMap(({ path, imports }) =>
      imports.filter((name) => name.startsWith('node:') && !pureModules.has(name)).map((name) => `${path} → ${name}`),
    );
    expect(impure).toEqual([]);
  });

  it('know no clock, chance or timer', () => {
    const forbidden = new Set([
      'Date.now',
      'new Date()',
      'performance.now',
      'Math.random',
      'setTimeout()',
      'setInterval()',
      'setImmediate()',
      'fetch()',
      'crypto.randomUUID',
    ]);
    const found = pure.flatMap((source) =>
      membersOf(source)
        .filter((member) => forbidden.has(member))
        .map((member) => `${source.path}: ${member}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the house rules', () => {
  const users = (pattern: RegExp) =>
    sources.filter((source) => membersOf(source).some((member) => pattern.test(member))).map(({ path }) => path);

  it('the environment is read in config.ts alone', () => {
    expect(users(/^process\.env$/)).toEqual(['config.ts']);
  });

  it('only commands print', () => {
    expect(users(/^console\.|^process\.(?:stdout|stderr)$/).filter((path) => !path.startsWith('commands/'))).toEqual(
      [],
    );
  });

  it('nothing ends the process', () => {
    expect(users(/^process\.(?:exit|abort)$/)).toEqual([]);
  });

  it('generators are functions of their module', () => {
    // Each that a function makes has a hidden class of its own in old memory, which keeps all that it sees until a major collection.
    const generators = (root: unknown) =>
      collect(root, (node) => (node['generator'] === true ? (node['body'] as { start?: number })?.start : undefined));
    const isFunction = (node: Node) =>
      /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(String(node['type']));
    const nested = sources.flatMap(({ path, program }) => {
      const inside = collect(program, (node) => (isFunction(node) ? generators(node['body']) : undefined)).flat();
      return inside.length === 0 ? [] : [path];
    });
    expect(nested).toEqual([]);
    expect(sources.filter(({ program }) => generators(program).length > 0).length).toBeGreaterThan(3);
  });

  it('no pattern of the judge waits for a letter that the match form does not have', () => {
    // ฎ is read as ฏ (text/fold.ts): กรกฎา never comes, กรก[ฎฏ]า does.
    const waiting = sources.filter(({ path, program }) => {
      const patterns = collect(program, (node) => (node['regex'] as { pattern?: string } | undefined)?.pattern);
      return path.startsWith('judge/') && patterns.some((pattern) => /ฎ(?!ฏ\])/u.test(pattern));
    });
    expect(waiting.map(({ path }) => path)).toEqual([]);
  });

  it('no file hides behind a name that says nothing', () => {
    const vague = /(?:^|\/)(?:index|utils?|helpers?|common|manager|misc)\.ts$/;
    expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
  });

  it('files are kebab-case and open with what they promise', () => {
    const wrong = sources.filter(({ path }) => {
      const head = readFileSync(join(src, path), 'utf8').replace(/^#!.*\n/, '');
      return !/^[a-z0-9/-]+\.ts$/.test(path) || !head.startsWith('// ');
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
