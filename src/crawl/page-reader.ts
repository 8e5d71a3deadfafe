// Turns what one visit brought into a page or a gap, tells the guide, and files the page's links. Called strictly in the
// order of decisions; asks only for control answers (soft 404).
import { rememberUrls } from '../model/canonical-url.ts';
import { type CrawlGuide, type FetchFailure, type Gap, type Page, promising } from '../model/crawl.ts';
import type { DocumentText } from '../model/document.ts';
import { createDeadEnds, type Home } from './dead-end.ts';
import { createLinkFiler, maxEntryHops, stepTo } from './file-links.ts';
import type { Candidate, Frontier } from './frontier.ts';
import type { Ledger } from './ledger.ts';
import { type LineSet, lineSet, ownLetters } from './line-set.ts';
import { createMoves } from './moved-site.ts';
import type { OwnHosts } from './own-hosts.ts';
import { createShownPictures, type Shown } from './shown-pictures.ts';
import { createStrangers, isStranger } from './strangers.ts';
import { type Trap, type TrapWatch, urlPattern } from './traps.ts';
import type { Visit, Visited } from './visit.ts';

/** One request to make. */
export interface Task {
  readonly url: string;
  readonly path: Page['path'];
  readonly depth: number;
  readonly role: Page['role'];
  readonly offSite: boolean;
  readonly via?: NonNullable<Page['via']>;
  readonly rating?: number;
  readonly criterion?: string;
  /** A list of postings. */
  readonly list?: boolean;
  /** Second try of a passing failure. */
  readonly again: boolean;
}

export interface PageReader {
  settle(task: Task, visit: Visit): Promise<void>;
  /** Frames, redirects and splash entries to enter before anything else. */
  nextParts(count: number): Task[];
  /** Pictures that are the content of a page, which the page is read by. */
  nextPictures(count: number): Task[];
  /** Pictures that were not asked for become candidates as any other. */
  flushPictures(): void;
  /** Passing failures worth another try for what is still wanted; the others become gaps. */
  nextRetries(count: number, wanted: readonly string[]): Task[];
  /** Failures still waiting for a second try become gaps as they are. */
  flushDeferred(): void;
  /** Is anything promising left, within `depth` clicks? */
  hasMore(wanted: readonly string[], depth: number): boolean;
  trapOf(candidate: Candidate): Trap | undefined;
  /** Where the start page answered. */
  startUrl(): string;
}

interface ReaderTools {
  readonly guide: CrawlGuide;
  readonly ledger: Ledger;
  readonly hosts: OwnHosts;
  /** As the registry has it. */
  readonly agencyName: string;
  readonly frontier: Frontier;
  readonly traps: TrapWatch;
  readonly known: Map<string, DocumentText>;
  readonly askControl: (url: string) => Promise<Visited>;
  /** Whether the text of pictures can be read. */
  readonly recognises: () => Promise<boolean>;
}

const nearLetters = 25;
const isPicture = ({ via }: Task): boolean => via?.link.element === 'picture';

export function createPageReader(tools: ReaderTools): PageReader {
  const { guide, ledger, hosts, frontier, traps, known } = tools;
  const readUrl = rememberUrls();
  const keyOf = (url: string): string | null => readUrl(url)?.key ?? null;
  const parts: Task[] = [];
  const deferred: { task: Task; failure: FetchFailure }[] = [];
  const deadEnds = createDeadEnds(ledger, tools.askControl, readUrl);
  const moves = createMoves(hosts, ledger, tools.agencyName);
  const strangers = createStrangers();
  const pictures = createShownPictures(hosts, readUrl, frontier.taken);
  const patterns = new Map<string, LineSet[]>();
  const pageByHash = new Map<string, number>();
  /** Pages from the start page along redirects and splash entries; the last is the home page. */
  const entryPages = new Map<number, number>();
  const frameDepth = new Map<number, number>();
  let home: Home | undefined;
  let startUrl = '';
  const ways = { entryPages, frameDepth, home: () => home };
  const filer = createLinkFiler({ guide, hosts, frontier, pictures, readUrl, ways }, (part) => void parts.push(part));

  function addGap(gap: Gap): void {
    ledger.gaps.push(gap);
    guide.observeGap(gap);
  }
  function gapOf(task: Task, rest: Pick<Gap, 'fetch' | 'extract' | 'needsBrowser'>): Gap {
    const { url, path, via, offSite } = task;
    return { url, path, ...(via === undefined ? {} : { via }), offSite, ...rest };
  }

  /** The way goes on where a page says that the site is now. */
  function followNotice(page: Page): void {
    const target = moves.announced(page, readUrl);
    if (target === undefined || frontier.taken(target.key)) return;
    frontier.take(target.key);
    parts.push({ ...stepTo(page, target), depth: page.depth + 1, role: 'link', again: false });
  }

  /** Tells the watch whether the page shows anything that earlier ones of its URL pattern had not shown. */
  function watchPattern(task: Task, url: string, lines: LineSet): void {
    const pattern = urlPattern(url);
    const earlier = patterns.get(pattern) ?? [];
    const others = home === undefined ? earlier : [home.lines, ...earlier];
    const anythingNew = earlier.length === 0 || ownLetters(lines, others, nearLetters) > nearLetters;
    traps.shown({ url, label: task.path.at(-1)?.label ?? '' }, anythingNew);
    if (anythingNew) patterns.set(pattern, [...earlier, lines].slice(-8));
  }

  /** Without character recognition the next picture would tell no more than the one before. */
  const afterUnread = async () => ((await tools.recognises()) ? 'one' : 'last');

  function pictureTask({ page, target }: Shown): Task {
    return { ...stepTo(page, target), depth: page.depth, role: 'frame', again: false };
  }

  /** What may pass is tried once more at the end. */
  function settleFailure(task: Task, failure: FetchFailure): void {
    if (failure.transient && !task.again) deferred.push({ task, failure });
    else addGap(gapOf(task, { fetch: failure }));
  }

  async function settleRead(task: Task, visit: Extract<Visit, { kind: 'read' }>): Promise<void> {
    const { capture, text, needsBrowser } = visit;
    const isHtml = text.media === 'html';
    const finalKey = keyOf(capture.finalUrl);
    const lines = isHtml ? lineSet(text, capture.finalUrl, readUrl) : undefined;
    // The way in is what it is, and a shared document's service has its own answers.
    const entry = task.rating === undefined && entryPages.has(task.via?.pageId ?? -1);
    if (lines !== undefined && task.role !== 'start') {
      const wall = deadEnds.signIn(task.url, capture);
      const checked = wall === undefined && !entry && !task.offSite;
      const out = task.offSite ? undefined : deadEnds.outage(capture, text, lines, home);
      if (out !== undefined) return settleFailure(task, out);
      const dead = checked ? await deadEnds.soft404(task.url, capture, text, lines, home) : wall;
      if (dead !== undefined) return addGap(gapOf(task, { fetch: dead }));
    }
    if (finalKey !== null) frontier.take(finalKey);
    if (task.role === 'start') {
      moves.redirected(task.url, capture.finalUrl);
      startUrl = capture.finalUrl;
    }
    const entering =
      task.role === 'link' && task.rating === undefined ? entryPages.get(task.via?.pageId ?? -1) : undefined;
    if (entering !== undefined && task.via?.link.element === 'refresh') moves.redirected(task.url, capture.finalUrl);

    const twin = pageByHash.get(capture.sha256);
    const page: Page = {
      id: ledger.pages.length,
      url: task.url,
      capture,
      text,
      path: task.path,
      depth: task.depth,
      ...(task.via === undefined ? {} : { via: task.via }),
      offSite: !hosts.isOwn(capture.finalUrl),
      role: task.role,
      ...(twin === undefined ? {} : { duplicateOf: twin }),
    };
    ledger.pages.push(page);
    if (twin === undefined) pageByHash.set(capture.sha256, page.id);
    if (!isHtml) known.set(capture.sha256, text);
    if (task.role === 'start') entryPages.set(page.id, 0);
    else if (entering !== undefined) entryPages.set(page.id, entering + 1);
    if (lines !== undefined && entryPages.has(page.id)) {
      home = { lines, finalKey };
      if ((entryPages.get(page.id) ?? 0) < maxEntryHops) followNotice(page);
    }
    if (task.role === 'frame') {
      const framing = task.via?.pageId ?? -1;
      frameDepth.set(page.id, (frameDepth.get(framing) ?? 0) + 1);
      const hops = entryPages.get(framing);
      if (hops !== undefined) entryPages.set(page.id, hops + 1);
    }

    if (task.offSite && isStranger(task.url) && !isPicture(task))
      strangers.answered(task.url, isHtml && page.offSite ? 'page' : 'document');
    guide.observe(page);
    // A site is entered by its start page's menu.
    if (needsBrowser || (task.role === 'start' && text.menuByScript === true))
      addGap(gapOf(task, { needsBrowser: true }));
    if (lines !== undefined && !page.offSite) {
      if (task.role === 'link' || task.role === 'sitemap') watchPattern(task, capture.finalUrl, lines);
    }
    if (!page.offSite || task.offSite) filer.file(page, task.list === true, lines);
  }

  return {
    async settle(task, visit) {
      const key = keyOf(task.url);
      if (key !== null) frontier.take(key);
      traps.visited(task.url);
      if (visit.kind === 'failed') {
        const { failure } = visit;
        if (failure.code === 'aborted') return;
        // Nothing was learned: it stays what its address says, a link to a host that is not the agency's.
        if (task.offSite && isStranger(task.url) && !isPicture(task)) return;
        if (isPicture(task)) pictures.answered(failure.dead ? 'gone' : await afterUnread(), task.via);
        settleFailure(task, failure);
        return;
      }
      if (task.again) {
        ledger.notice({ code: 'second-pass-recovered', url: task.url, detail: 'failed in the first pass' });
      }
      if (isPicture(task)) {
        // a line or seal that adorns the page; a page where a picture should be, of which a visitor sees nothing
        const adorns = visit.kind === 'unreadable' && visit.extract.code === 'empty';
        const isPage = visit.kind === 'read' && visit.text.media === 'html';
        pictures.answered(adorns ? 'none' : visit.kind === 'read' ? 'one' : await afterUnread(), task.via);
        if (adorns || isPage) return;
      }
      if (visit.kind === 'unreadable') {
        addGap(gapOf(task, { extract: visit.extract, ...(visit.needsBrowser ? { needsBrowser: true } : {}) }));
        return;
      }
      await settleRead(task, visit);
    },
    nextParts: (count) => parts.splice(0, count),
    nextPictures: (count) => pictures.next(count).map(pictureTask),
    flushPictures() {
      for (const shown of pictures.next(Number.POSITIVE_INFINITY)) {
        const { page, target } = shown;
        const { url, path, offSite, via } = stepTo(page, target);
        const ratings = filer.rate(target, page);
        const chosen = { key: target.key, url, path, offSite, via: via!, depth: page.depth, role: 'frame' as const };
        frontier.add({ ...chosen, ratings, trap: undefined });
      }
    },
    nextRetries(count, wanted) {
      const tasks: Task[] = [];
      while (tasks.length < count) {
        const next = deferred.shift();
        if (next === undefined) break;
        const { criterion } = next.task;
        if (criterion === undefined || wanted.includes(criterion)) tasks.push({ ...next.task, again: true });
        else addGap(gapOf(next.task, { fetch: next.failure }));
      }
      return tasks;
    },
    flushDeferred() {
      for (const { task, failure } of deferred.splice(0)) addGap(gapOf(task, { fetch: failure }));
    },
    hasMore(wanted, depth) {
      if (parts.length > 0 || deferred.length > 0 || pictures.waiting()) return true;
      return frontier.hasPromising(wanted, promising, depth, this.trapOf);
    },
    trapOf(candidate) {
      const { url, path, offSite } = candidate;
      if (offSite && isStranger(url) && strangers.refused(url)) return 'foreign-pages';
      return traps.trapOf({ url, label: path.at(-1)?.label ?? '' }, path.slice(0, -1));
    },
    startUrl: () => startUrl,
  };
}
