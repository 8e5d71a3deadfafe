// A light tree of an HTML page, built in one pass over its tokens. No recursion, no quadratic step: depth is
// capped as browsers cap it, nodes are counted. Comments are dropped; markup that scripts write is grafted where it is written.
import { flatCopy } from './flat-copy.ts';
import { nameBoxTables } from './html-boxes.ts';
import { lookOf, plainLook, styleOf } from './html-looks.ts';
import { solid, sumUp } from './html-measure.ts';
import { type Name, nameOf, noName } from './html-names.ts';
import { implied } from './html-nesting.ts';
import { type Attributes, type HtmlNode, holds, kind, kindOf } from './html-node.ts';
import { scanMarkup } from './html-scan.ts';
import { writtenMarkup } from './html-script.ts';
import { createPageSheet, type PageSheet } from './html-sheet.ts';

export interface HtmlTree {
  readonly root: HtmlNode;
  /** Attributes of `<html>` and `<body>`: both are transparent, their children hang on the root. */
  readonly html: Attributes;
  readonly body: Attributes;
  /** Source of inline scripts, in order. */
  readonly scripts: readonly string[];
  readonly title: string;
  /** First element of each id. */
  readonly ids: ReadonlyMap<string, HtmlNode>;
  /** Elements and texts, in document order. */
  readonly nodes: readonly HtmlNode[];
  /** Set when the page was cut at a limit. */
  readonly cut?: string;
}

export interface TreeLimits {
  readonly maxNodes: number;
  readonly maxCharacters: number;
}

const maxDepth = 512; // as Blink
const none: Attributes = Object.freeze({});

function newNode(
  tag: string,
  bits: number,
  text: string,
  attrs: Attributes,
  holding: number,
  scripted: boolean,
  acts: boolean,
  sheet: PageSheet,
): HtmlNode {
  const classes = (holding & holds.class) === 0 ? undefined : attrs['class'];
  const css = (holding & holds.style) === 0 ? undefined : attrs['style'];
  return {
    tag,
    kind: bits,
    text,
    attrs,
    holds: holding,
    look: classes === undefined ? plainLook : lookOf(classes),
    style: (css === undefined ? 0 : styleOf(css)) | (classes === undefined ? 0 : sheet.bitsOf(classes)),
    parent: null,
    prev: null,
    next: null,
    first: null,
    last: null,
    acts,
    scripted,
    size: 0,
    links: 0,
    inside: 0,
  };
}

/** Parses decoded HTML. Never throws; cuts at the limits and says so in `cut`. */
export function parseTree(source: string, limits: TreeLimits): HtmlTree {
  const sheet = createPageSheet();
  const root = newNode('#root', kindOf('#root'), '', none, 0, false, false, sheet);
  const nodes: HtmlNode[] = [];
  const scripts: string[] = [];
  const ids = new Map<string, HtmlNode>();
  const open: HtmlNode[] = [root];
  const openCount = new Map<string, number>();
  let paragraphs = 0; // open ones
  let foreigners = 0;
  let floor = 1; // a graft may not close what was open before it
  let htmlAttrs: Attributes = none;
  let bodyAttrs: Attributes = none;
  let title = '';
  let cut: string | undefined;

  function append(node: HtmlNode): void {
    const parent = open[open.length - 1]!;
    const last = parent.last;
    node.parent = parent;
    node.prev = last;
    if (last !== null) last.next = node;
    else parent.first = node;
    parent.last = node;
    nodes.push(node);
  }
  function count(tag: string, change: 1 | -1): void {
    openCount.set(tag, (openCount.get(tag) ?? 0) + change);
    if (tag === 'p') paragraphs += change;
    else if (tag === 'svg' || tag === 'math') foreigners += change;
  }
  function popTo(length: number): void {
    const least = Math.max(length, floor);
    while (open.length > least) count(open.pop()!.tag, -1);
  }
  /** Position of the innermost open element of `ends`, or -1 when one of `within` comes first. */
  function innermost(ends: ReadonlySet<string>, within: ReadonlySet<string>): number {
    for (let i = open.length - 1; i >= floor; i--) {
      const tag = open[i]!.tag;
      if (ends.has(tag)) return i;
      if (within.has(tag)) return -1;
    }
    return -1;
  }
  /** An open paragraph ends where a block opens, but for one outside of the cell or box that the block stands in. */
  function endParagraph(): void {
    for (let i = open.length - 1; i >= floor; i--) {
      const { tag, kind: bits } = open[i]!;
      if (tag === 'p') popTo(i);
      if (tag === 'p' || (bits & kind.barrier) !== 0) return;
    }
  }

  function openElement(
    tag: string,
    bits: number,
    attrs: Attributes,
    holding: number,
    acts: boolean,
    scripted: boolean,
    selfClosed: boolean,
  ): void {
    if (tag === 'html' || tag === 'body') {
      if (tag === 'html') htmlAttrs = { ...attrs, ...htmlAttrs };
      else bodyAttrs = { ...attrs, ...bodyAttrs };
      return;
    }
    if (tag === 'head') return;
    if (paragraphs > 0 && (bits & kind.closesParagraph) !== 0) endParagraph();
    const rule = implied.get(tag);
    if (rule !== undefined) {
      if (tag === 'tr' || tag === 'tbody' || tag === 'thead' || tag === 'tfoot') {
        for (let at = innermost(rule.ends, rule.within); at >= 0; at = innermost(rule.ends, rule.within)) popTo(at);
      } else {
        const at = innermost(rule.ends, rule.within);
        if (at >= 0) popTo(at);
      }
    } else if ((bits & open[open.length - 1]!.kind & kind.heading) !== 0) {
      popTo(open.length - 1);
    }
    if (open.length >= maxDepth) popTo(maxDepth - 1);
    const node = newNode(tag, bits, '', attrs, holding, scripted, acts, sheet);
    append(node);
    if ((holding & holds.id) !== 0) {
      const id = attrs['id']!;
      if (id !== '' && !ids.has(id)) ids.set(id, node);
    }
    if ((bits & kind.void) !== 0 || (selfClosed && foreigners > 0)) return;
    open.push(node);
    count(tag, 1);
  }

  function closeElement(tag: string, bits: number): void {
    if (open.length > floor && open[open.length - 1]!.tag === tag) {
      popTo(open.length - 1);
      return;
    }
    if ((openCount.get(tag) ?? 0) === 0) return;
    const loose = tag === 'table' || tag === 'tr' || tag === 'tbody' || tag === 'thead' || tag === 'tfoot';
    for (let i = open.length - 1; i >= floor; i--) {
      const { tag: at, kind: its } = open[i]!;
      if (at === tag) {
        // A formatting element that ends inside a block leaves the block open, as browsers do.
        if ((bits & kind.formatting) !== 0 && i < open.length - 1) closeAround(i);
        else popTo(i);
        return;
      }
      if (loose ? at === 'table' : (its & kind.barrier) !== 0) return;
      if ((bits & kind.inline) !== 0 && (its & (kind.inline | kind.formatting)) === 0) return;
    }
  }
  function closeAround(at: number): void {
    for (let i = at + 1; i < open.length; i++) {
      if ((open[i]!.kind & (kind.inline | kind.formatting)) === 0) {
        count(open[at]!.tag, -1);
        open.splice(at, 1);
        return;
      }
    }
    popTo(at);
  }

  function feed(html: string, scripted: boolean): void {
    let text = '';
    let tag: Name = noName;
    let raw = ''; // raw-text element being read
    let attrs: Record<string, string> | null = null;
    let holding = 0;
    let acts = false;
    const flush = (): void => {
      if (text === '') return;
      // a copy: what is read of the page keeps this text in memory, and not the page
      const chunk = raw === '' || raw === 'title' ? flatCopy(text) : text;
      text = '';
      if (raw !== '') {
        if (raw === 'title' && title === '' && foreigners === 0) title = chunk;
        if (raw === 'style') sheet.read(chunk);
        if (raw === 'script') {
          scripts.push(chunk);
          if (!scripted) graft(chunk);
        }
        return;
      }
      const node = newNode('#text', 0, chunk, none, 0, scripted, false, sheet);
      node.size = solid(chunk);
      append(node);
    };
    scanMarkup(html, {
      text: (piece) => {
        text = text === '' ? piece : text + piece;
      },
      open: (from, to) => {
        if (text !== '') flush();
        tag = nameOf(html.slice(from, to));
        attrs = null;
        holding = 0;
        acts = false;
      },
      attribute: (from, to, value) => {
        const name = nameOf(html.slice(from, to));
        if (!name.idle) acts = true;
        if (attrs === null) attrs = {};
        const key = name.attribute;
        // the first of a name counts
        if ((attrs[key] !== undefined && Object.hasOwn(attrs, key)) || key === '__proto__') return;
        attrs[key] = value;
        holding |= name.holds;
      },
      openEnd: (selfClosed) => {
        openElement(tag.element, tag.kind, attrs ?? none, holding, acts, scripted, selfClosed);
        if ((tag.kind & kind.raw) !== 0) raw = tag.element;
        if (nodes.length < limits.maxNodes) return false;
        cut = `page cut after ${limits.maxNodes} elements and texts`;
        return true;
      },
      close: (from, to) => {
        if (text !== '') flush();
        const { element: closing, kind: bits } = nameOf(html.slice(from, to));
        if (closing === raw) raw = '';
        // `</br>` is a line break, a stray `</p>` an empty paragraph
        if (closing === 'br' || (closing === 'p' && paragraphs === 0))
          openElement('br', kindOf('br'), none, 0, false, scripted, false);
        else closeElement(closing, bits);
      },
      aside: flush,
      foreign: () => foreigners > 0,
    });
    flush();
  }

  /** Markup a script writes stands where the script stands. */
  function graft(script: string): void {
    const markup = writtenMarkup(script);
    if (markup === '') return;
    const before = open[open.length - 1]!;
    if (before.tag === 'script') count(open.pop()!.tag, -1);
    const outerFloor = floor;
    const base = open.length;
    floor = base;
    feed(markup, true);
    popTo(base);
    floor = outerFloor;
    if (before.tag === 'script') {
      open.push(before);
      count('script', 1);
    }
  }

  const head = source.length > limits.maxCharacters ? source.slice(0, limits.maxCharacters) : source;
  const html = head.includes('\0') ? head.replaceAll('\0', '') : head;
  feed(html, false);
  if (head.length < source.length) cut ??= `page cut after ${limits.maxCharacters} characters`;
  nameBoxTables(nodes);
  sumUp(nodes);
  return { root, html: htmlAttrs, body: bodyAttrs, scripts, title, ids, nodes, ...(cut === undefined ? {} : { cut }) };
}
