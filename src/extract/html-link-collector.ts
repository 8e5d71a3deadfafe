// Collects the links of one page within a limit, each with what is known of it where it is met. Labels and lines come later.
import type { LinkDraft, WalkState } from './html-draft.ts';
import type { LineReader } from './html-line.ts';
import type { Target } from './html-links.ts';
import type { HtmlNode } from './html-node.ts';

/** `onFull` is told of each link above the `most` that are kept. */
export function createLinkCollector(state: WalkState, reader: LineReader, most: number, onFull: () => void) {
  const drafts: LinkDraft[] = [];

  /** The draft of a link, or undefined when there are too many. */
  function add(node: HtmlNode, target: Target): LinkDraft | undefined {
    if (drafts.length >= most) {
      onFull();
      return undefined;
    }
    const draft: LinkDraft = {
      node,
      element: node.scripted && target.element === 'a' ? 'script' : target.element,
      href: target.href,
      url: target.url,
      inert: target.inert,
      namedBy: target.namedBy,
      region: state.region,
      heading: state.heading,
      line: undefined,
      place: 0,
      start: reader.position(),
      end: -1,
      before: '',
      after: '',
      above: reader.lastLine(),
      row: state.row ?? undefined,
      cell: state.cell ?? undefined,
      segment: undefined,
      words: undefined,
    };
    drafts.push(draft);
    return draft;
  }

  return { drafts: drafts as readonly LinkDraft[], add };
}
