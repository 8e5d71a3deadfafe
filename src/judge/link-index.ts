// What the pages of a site link and are linked by. Grows with the crawl: a page more costs that page, not all anew. Pure.
import type { Gap, Page } from '../model/crawl.ts';
import type { Link } from '../model/document.ts';
import { appendTo } from './append-to.ts';
import { isFramed } from './link-reading.ts';
import { keysOf, urlKey } from './url-key.ts';

export interface LinkRef {
  readonly page: Page;
  readonly link: Link;
}

export interface LinkIndex {
  /** By key; the first page that answers to a key has it. */
  readonly pages: ReadonlyMap<string, Page>;
  readonly gaps: ReadonlyMap<string, Gap>;
  readonly byId: ReadonlyMap<number, Page>;
  /** Every link with a URL of this key, in page order. */
  refsTo(key: string): readonly LinkRef[];
  /** Links of other pages to this one, the first of each label, in page order. */
  labelsOf(page: Page): readonly LinkRef[];
  /** Pages whose first link stood on this one. */
  reachedFrom(page: Page): readonly Page[];
  /** A link of this URL stands on another page, too. */
  linkedElsewhere(url: string, page: Page): boolean;
  add(page: Page, affected?: Affected): void;
  addGap(gap: Gap): void;
}

/** Told of earlier pages that a new one puts in another light. */
export interface Affected {
  /** Another label leads to it. */
  labelled(page: Page, ref: LinkRef): void;
  /** One of its links, so far on no other page, stands on another one as well. */
  shared(page: Page): void;
}

export function createLinkIndex(): LinkIndex {
  const pages = new Map<string, Page>();
  const gaps = new Map<string, Gap>();
  const byId = new Map<number, Page>();
  const refs = new Map<string, LinkRef[]>();
  const labels = new Map<string, LabelList>();
  /** Pages that answer to a key. */
  const owners = new Map<string, Page[]>();
  /** The only page that links a key, as long as it is the only one. */
  const linkedOn = new Map<string, Page | 'several'>();
  const reached = new Map<number, Page[]>();

  function refsOf(page: Page): readonly LinkRef[] {
    const all = keysOf(page)
      .flatMap((key) => labels.get(key)?.refs ?? [])
      .filter((ref) => ref.page.id !== page.id);
    const from = page.via && byId.get(page.via.pageId);
    const refsHere = all.length === 0 && from ? [{ page: from, link: page.via!.link }] : all;
    // What leads to a page of one frame leads to what stands in it.
    const framing = from && page.role === 'frame' && from.text.links.filter(isFramed).length === 1;
    return framing ? [...refsHere, ...refsOf(from)] : refsHere;
  }

  /** The page, and the one that it frames. */
  const shownBy = (page: Page): Page[] => [
    page,
    ...(reached.get(page.id) ?? []).filter(({ role }) => role === 'frame').flatMap(shownBy),
  ];

  return {
    pages,
    gaps,
    byId,
    refsTo: (key) => refs.get(key) ?? [],
    labelsOf(page) {
      const seen = new Set<string>(['']);
      return refsOf(page).filter(({ link }) => {
        if (seen.has(link.label)) return false;
        seen.add(link.label);
        return true;
      });
    },
    reachedFrom: (page) => reached.get(page.id) ?? [],
    linkedElsewhere(url, page) {
      const on = linkedOn.get(urlKey(url));
      return on !== undefined && (on === 'several' || on.id !== page.id);
    },
    add(page, affected) {
      byId.set(page.id, page);
      if (page.via) appendTo(reached, page.via.pageId, page);
      for (const key of keysOf(page)) {
        if (!pages.has(key)) pages.set(key, page);
        appendTo(owners, key, page);
      }
      for (const link of page.text.links) {
        if (!link.url) continue;
        const key = urlKey(link.url);
        const ref = { page, link };
        appendTo(refs, key, ref);
        const list = labels.get(key) ?? { refs: [], pages: new Map() };
        labels.set(key, list);
        if (addLabel(list, ref) && affected)
          for (const owner of owners.get(key) ?? [])
            if (owner !== page) for (const shown of shownBy(owner)) affected.labelled(shown, ref);
        const on = linkedOn.get(key);
        if (on === undefined) linkedOn.set(key, page);
        else if (on !== 'several' && on.id !== page.id) {
          linkedOn.set(key, 'several');
          affected?.shared(on);
        }
      }
    },
    addGap(gap) {
      for (const key of gapKeys(gap)) if (!gaps.has(key)) gaps.set(key, gap);
    },
  };
}

/** Keys that a gap answers to. */
export function gapKeys(gap: Gap): readonly string[] {
  return [gap.url, gap.via?.link.url].flatMap((url) => (url ? [urlKey(url)] : []));
}

/**
 * Labels of links to one key. A menu has the same label on every page: of each label the first link is kept, and the first
 * one on another page, which is what counts for the page that holds the first.
 */
interface LabelList {
  readonly refs: LinkRef[];
  /** By label; `several` once links of two pages are kept. */
  readonly pages: Map<string, Page | 'several'>;
}

function addLabel({ refs, pages }: LabelList, ref: LinkRef): boolean {
  const { label } = ref.link;
  const on = pages.get(label);
  if (on === 'several' || on === ref.page) return false;
  pages.set(label, on === undefined ? ref.page : 'several');
  refs.push(ref);
  return true;
}
