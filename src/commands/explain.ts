// planaudit explain: the full reasoning behind one verdict, from a stored run or from a visit made now; or, with --document,
// what the program reads in one file. Changes nothing in the store.
import { basename, resolve } from 'node:path';
import { folderUrl } from '../audit/folder-url.ts';
import { colourLevel, commandSettings, type Settings } from '../config.ts';
import { type ExitStatus, exitStatus, UserError } from '../errors.ts';
import type { CriterionReasoning } from '../judge/explain-criterion.ts';
import type { Criterion, Pack } from '../judge/pack.ts';
import type { CrawlResult } from '../model/crawl.ts';
import type { Agency } from '../model/registry.ts';
import { loadPack } from '../packs/load-pack.ts';
import { readRegistry } from '../registry/read-registry.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { nearestName } from '../text/nearest-name.ts';
import type { AuditReplacements } from './audit.ts';
import { auditDate } from './audit-date.ts';
import { folderTools, isFolder, registryOf } from './check.ts';
import { explainLines } from './explain-lines.ts';
import { loadPacks } from './load-packs.ts';
import { withStore } from './open-stored.ts';
import { findCriterion } from './packs.ts';
import { readUserFile } from './read-user-file.ts';
import { showText } from './show-text.ts';
import { columnsOf, type Terminal } from './terminal.ts';

/** Entries of each list shown without --all. */
const shownEntries = 8;

type Flags = Readonly<Record<string, unknown>>;

/** What is explained: a crawl and what it is judged by. */
interface Explained {
  readonly packs: readonly Pack[];
  readonly agency: Agency;
  readonly crawl: CrawlResult;
  readonly asOf: string;
  readonly strictSection: boolean;
  readonly reviewBelow: number;
}

export async function explainCommand(
  agencyName: string | undefined,
  criterionName: string | undefined,
  flags: Flags,
  terminal: Terminal,
  replacements: Pick<AuditReplacements, 'tools'> = {},
): Promise<ExitStatus> {
  const { registry, run, kind, name, linkPage, document, all, json, ...rest } = flags;
  const { settings, sources } = await commandSettings(rest, terminal.env);
  if (typeof document === 'string')
    return (await import('./explain-document.ts')).explainDocument(document, rest, terminal);
  if (agencyName === undefined || criterionName === undefined) throw incomplete();
  let explained: Explained | undefined;
  if (typeof registry === 'string') {
    const agency = await registeredAgency(registry, agencyName);
    explained = await visit(agency, loadPacks(settings.pack), settings, terminal, replacements.tools);
  } else if (isAddress(agencyName)) {
    const folder = isFolder(agencyName) ? agencyName : undefined;
    const given = { kind, name: name ?? (folder && basename(resolve(folder))), linkPage };
    const { agencies } = await registryOf(folder === undefined ? agencyName : folderUrl, given);
    const tools = folder === undefined ? replacements.tools : await folderTools(folder);
    explained = await visit(agencies[0]!, loadPacks(settings.pack), settings, terminal, tools);
  } else {
    const packs = sources.pack === 'default' ? undefined : loadPacks(settings.pack);
    const runName = typeof run === 'string' ? run : undefined;
    // Unless one is given, the run's own threshold holds.
    const threshold = sources.reviewBelow === 'default' ? undefined : settings.reviewBelow;
    explained = await storedAgency(agencyName, { runName, packs, threshold }, settings, terminal);
  }
  if (explained === undefined) return exitStatus.unfinished;
  const { pack, criterion } = criterionIn(explained.packs, criterionName);
  const { explainCriterion } = await import('../judge/explain-criterion.ts');
  const reasoning = explainCriterion(pack, criterion, explained.agency, explained.crawl, explained);
  await print(reasoning, pack, settings, terminal, { all: all === true, json: json === true });
  return exitStatus.ok;
}

async function print(
  reasoning: CriterionReasoning,
  pack: Pack,
  settings: Settings,
  terminal: Terminal,
  { all, json }: { readonly all: boolean; readonly json: boolean },
): Promise<void> {
  if (json) return void terminal.stdout.write(`${JSON.stringify(reasoning, null, 2)}\n`);
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: colourLevel(terminal.env, terminal.stdout.isTTY ?? false) });
  const [head = '', ...lines] = explainLines(reasoning, {
    language: settings.lang,
    columns: Math.min(120, columnsOf(terminal.stdout)),
    shown: all ? Number.POSITIVE_INFINITY : shownEntries,
    classTitle: (id) => pack.vocabulary.classes[id]?.title[settings.lang] ?? id,
  });
  await showText(`${[chalk.bold(head), ...lines].join('\n')}\n`, settings.pager, terminal);
}

/** An address or a folder; an agency's id holds neither slash nor scheme. */
function isAddress(text: string): boolean {
  return text.includes('/') || isFolder(text) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/i.test(text);
}

async function registeredAgency(path: string, name: string): Promise<Agency> {
  const { agencies } = await readRegistry(path, await readUserFile(path, { en: 'registry', th: 'ทะเบียน' }));
  return agencyIn(agencies, name, path);
}

function agencyIn(agencies: readonly Agency[], name: string, where: string): Agency {
  const found = agencies.find((agency) => agency.id === name) ?? agencies.find((agency) => agency.name === name);
  if (found) return found;
  const suggestion = nearestName(
    name,
    agencies.map(({ id }) => id),
  );
  throw new UserError('agency-unknown', `there is no agency "${name}" in ${where}`, {
    ...(suggestion === undefined ? {} : { hint: `Did you mean "${suggestion}"?` }),
    th: {
      message: `ไม่มีหน่วยงาน "${name}" ใน ${where}`,
      ...(suggestion === undefined ? {} : { hint: `หมายถึง "${suggestion}" หรือไม่` }),
    },
  });
}

/** Which run, and what stands in place of what it was judged by. */
interface StoredChoice {
  readonly runName: string | undefined;
  readonly packs: readonly Pack[] | undefined;
  readonly threshold: number | undefined;
}

/** The crawl of a stored run, judged by the packs as they are now (or those named). */
async function storedAgency(
  name: string,
  { runName, packs: named, threshold }: StoredChoice,
  settings: Settings,
  terminal: Terminal,
): Promise<Explained> {
  const [{ findRun }, { reviewBelowOf }] = await Promise.all([
    import('../audit/stored-run.ts'),
    import('../audit/recheck.ts'),
  ]);
  return withStore(settings, terminal, async (store) => {
    const run = await findRun(store, runName);
    const agency = agencyIn(await store.registry(run.registry.sha256), name, run.id);
    const crawl = await store.crawl(run.id, agency.id);
    if (crawl === undefined) {
      throw new UserError('crawl-missing', `the run ${run.id} keeps no crawl of ${agency.id}`, {
        hint: 'It was not reached or has been pruned; visit the site now with --registry FILE.',
        th: {
          message: `การตรวจ ${run.id} ไม่มีข้อมูลหน้าเว็บของ ${agency.id}`,
          hint: 'ใช้ --registry FILE เพื่อเปิดเว็บไซต์ตอนนี้',
        },
      });
    }
    const packs = named ?? (await store.packs(run.id)).map(presentPack);
    const reviewBelow = threshold ?? reviewBelowOf(run);
    return { packs, agency, crawl, asOf: run.asOf, strictSection: run.strictSection, reviewBelow };
  });
}

/** The pack as it is now; one that was read from a folder is taken as it was. */
function presentPack(stored: Pack): Pack {
  try {
    return loadPack(stored.name);
  } catch (error) {
    if (error instanceof UserError) return stored;
    throw error;
  }
}

/** Visits the site now. Undefined when interrupted. */
async function visit(
  agency: Agency,
  packs: readonly Pack[],
  settings: Settings,
  terminal: Terminal,
  tools: AuditReplacements['tools'],
): Promise<Explained | undefined> {
  const makeTools = tools ?? (await import('./audit-tools.ts')).makeAuditTools;
  const { auditAgency } = await import('../audit/audit-agency.ts');
  const asOf = auditDate(settings, terminal.now());
  const { strictSection, reviewBelow } = settings;
  const { deps, close } = makeTools(settings, terminal.now);
  const abort = new AbortController();
  const undo = terminal.onInterrupt(() => abort.abort());
  if (!settings.quiet) terminal.stderr.write(`${messagesOf(settings.lang).progress.starting(1)}\n`);
  let crawl: CrawlResult | undefined;
  try {
    const audit = await auditAgency(agency, {
      packs,
      settings: { asOf, strictSection, reviewBelow },
      crawl: deps,
      signal: abort.signal,
      onCrawl: (result) => {
        crawl = result;
      },
    });
    if (audit !== undefined && crawl === undefined)
      throw new Error(audit.verdict.criteria[0]?.explanation.en ?? 'the crawl failed');
  } finally {
    undo();
    await close();
  }
  return crawl === undefined ? undefined : { packs, agency, crawl, asOf, strictSection, reviewBelow };
}

function criterionIn(packs: readonly Pack[], name: string): { pack: Pack; criterion: Criterion } {
  for (const pack of packs) {
    try {
      return { pack, criterion: findCriterion(pack, name) };
    } catch (error) {
      if (!(error instanceof UserError) || pack === packs.at(-1)) throw error;
    }
  }
  throw new Error('no rule pack');
}

function incomplete(): UserError {
  return new UserError('explain-what', 'name an agency and a criterion, or a file with --document', {
    hint: 'planaudit explain namsai plan-current; planaudit explain --document plan.pdf',
    th: { message: 'ระบุหน่วยงานและเกณฑ์ หรือไฟล์ด้วย --document', hint: 'planaudit explain namsai plan-current' },
  });
}
