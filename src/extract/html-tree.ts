// A light tree of an HTML page, built in one pass over htmlparser2's tokenizer. No recursion, no quadratic step: depth is
// capped as browsers cap it, nodes are counted. Comments are dropped; markup that scripts write is grafted where it is written.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { nameBoxTables } from './html-boxes.ts';
import { sumUp } from './html-measure.ts';
import { barriers, closesParagraph, formatting, headings, implied, inline, rawText, voids } from './html-nesting.ts';
import type { Attributes, HtmlNode } from './html-node.ts';
import { writtenMarkup } from './html-script.ts';

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
/** Attributes that lead nowhere and open nothing (`href` does only where it is a link's). */
const idle: ReadonlySet<string> = new Set(
  'class id style href title alt width height align valign border cellpadding cellspacing bgcolor color size face lang dir colspan rowspan scope target'.split(
    ' ',
  ),
);
function newNode(tag: string, text: string, attrs: Attributes, scripted: boolean, acts: boolean): HtmlNode {
  return {
    tag,
    text,
    attrs,
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
  const root = newNode('#root', '', none, false, false);
  const nodes: HtmlNode[] = [];
  const scripts: string[] = [];
  const ids = new Map<string, HtmlNode>();
  const names = new Map<string, string>();
  const open: HtmlNode[] = [root];
  const openCount = new Map<string, number>();
  let floor = 1; // a graft may not close what was open before it
  let htmlAttrs: Attributes = none;
  let bodyAttrs: Attributes = none;
  let title = '';
  let cut: string | undefined;

  function append(node: HtmlNode): void {
    const parent = open[open.length - 1]!;
    node.parent = parent;
    node.prev = parent.last;
    if (parent.last) parent.last.next = node;
    else parent.first = node;
    parent.last = node;
    nodes.push(node);
  }
  function pop(): void {
    const node = open.pop()!;
    openCount.set(node.tag, openCount.get(node.tag)! - 1);
  }
  function popTo(length: number): void {
    while (open.length > Math.max(length, floor)) pop();
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

  function openElement(tag: string, attrs: Attributes, acts: boolean, scripted: boolean, selfClosed: boolean): void {
    if (tag === 'html' || tag === 'body') {
      if (tag === 'html') htmlAttrs = { ...attrs, ...htmlAttrs };
      else bodyAttrs = { ...attrs, ...bodyAttrs };
      return;
    }
    if (tag === 'head') return;
    if (closesParagraph.has(tag) && (openCount.get('p') ?? 0) > 0) {
      const at = innermost(paragraph, barriers);
      if (at >= 0) popTo(at);
    }
    const rule = implied[tag];
    if (rule !== undefined) {
      if (tag === 'tr' || tag === 'tbody' || tag === 'thead' || tag === 'tfoot') {
        for (let at = innermost(rule.ends, rule.within); at >= 0; at = innermost(rule.ends, rule.within)) popTo(at);
      } else {
        const at = innermost(rule.ends, rule.within);
        if (at >= 0) popTo(at);
      }
    } else if (headings.has(tag) && headings.has(open[open.length - 1]!.tag)) {
      popTo(open.length - 1);
    }
    if (open.length >= maxDepth) popTo(maxDepth - 1);
    const node = newNode(tag, '', attrs, scripted, acts);
    append(node);
    const id = attrs['id'];
    if (id !== undefined && id !== '' && !ids.has(id)) ids.set(id, node);
    if (voids.has(tag) || (selfClosed && foreign())) return;
    open.push(node);
    openCount.set(tag, (openCount.get(tag) ?? 0) + 1);
  }
  const paragraph: ReadonlySet<string> = new Set(['p']);
  function foreign(): boolean {
    return (openCount.get('svg') ?? 0) > 0 || (openCount.get('math') ?? 0) > 0;
  }

  function closeElement(tag: string): void {
    if ((openCount.get(tag) ?? 0) === 0) return;
    const loose = tag === 'table' || tag === 'tr' || tag === 'tbody' || tag === 'thead' || tag === 'tfoot';
    for (let i = open.length - 1; i >= floor; i--) {
      const at = open[i]!.tag;
      if (at === tag) {
        // A formatting element that ends inside a block leaves the block open, as browsers do.
        if (formatting.has(tag) && i < open.length - 1) closeAround(i);
        else popTo(i);
        return;
      }
      if (loose ? at === 'table' : barriers.has(at)) return;
      if (inline.has(tag) && !inline.has(at) && !formatting.has(at)) return;
    }
  }
  function closeAround(at: number): void {
    for (let i = at + 1; i < open.length; i++) {
      const tag = open[i]!.tag;
      if (!inline.has(tag) && !formatting.has(tag)) {
        openCount.set(open[at]!.tag, openCount.get(open[at]!.tag)! - 1);
        open.splice(at, 1);
        return;
      }
    }
    popTo(at);
  }

  function feed(html: string, scripted: boolean): void {
    let text = '';
    let tag = '';
    let raw = ''; // raw-text element being read
    let attrs: Record<string, string> | null = null;
    let acts = false;
    let name = '';
    let value = '';
    const flush = (): void => {
      if (text === '') return;
      const chunk = text;
      text = '';
      if (raw !== '') return void rawEnd(chunk);
      append(newNode('#text', chunk, none, scripted, false));
    };
    const rawEnd = (chunk: string): void => {
      if (raw === 'title' && title === '' && !foreign()) title = chunk;
      if (raw === 'script') {
        scripts.push(chunk);
        if (!scripted) graft(chunk);
      }
    };
    const begin = (selfClosed: boolean): void => {
      if (tag === '') return;
      openElement(tag, attrs ?? none, acts, scripted, selfClosed);
      if (tag === 'script' || tag === 'title' || rawText.has(tag)) raw = tag;
      tag = '';
      attrs = null;
      if (nodes.length >= limits.maxNodes) {
        cut = `page cut after ${limits.maxNodes} elements and texts`;
        tokenizer.pause();
      }
    };
    const callbacks: TokenizerCallbacks = {
      ontext: (start, end) => {
        text += html.slice(start, end);
      },
      ontextentity: (code) => {
        text += String.fromCodePoint(code);
      },
      onopentagname: (start, end) => {
        flush();
        const written = html.slice(start, end);
        let known = names.get(written);
        if (known === undefined) {
          known = written.toLowerCase();
          if (known === 'image') known = 'img';
          if (names.size < 1000) names.set(written, known);
        }
        tag = known;
        attrs = null;
        acts = false;
      },
      onattribname: (start, end) => {
        const written = html.slice(start, end);
        name = names.get(written) ?? written.toLowerCase();
        if (names.size < 1000) names.set(written, name);
      },
      onattribdata: (start, end) => {
        value = value === '' ? html.slice(start, end) : value + html.slice(start, end);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      onattribend: () => {
        if (attrs === null) attrs = {};
        if (!idle.has(name)) acts = true;
        if (name !== '__proto__' && !Object.hasOwn(attrs, name)) attrs[name] = value;
        value = '';
      },
      onopentagend: () => begin(false),
      onselfclosingtag: () => begin(true),
      onclosetag: (start, end) => {
        flush();
        const written = html.slice(start, end);
        const closed = names.get(written) ?? written.toLowerCase();
        if (closed === raw) raw = '';
        if (closed === 'br' || closed === 'p') {
          // `</br>` is a line break, a stray `</p>` an empty paragraph
          if (closed === 'br' || (openCount.get('p') ?? 0) === 0) openElement('br', none, false, scripted, false);
          else closeElement('p');
        } else closeElement(closed);
      },
      oncomment: () => flush(),
      oncdata: (start, end, offset) => {
        if (foreign()) text += html.slice(start, end - offset);
      },
      ondeclaration: () => flush(),
      onprocessinginstruction: () => flush(),
      onend: () => flush(),
      isInForeignContext: foreign,
    };
    const tokenizer = new Tokenizer({}, callbacks);
    tokenizer.write(html);
    tokenizer.end();
    if (text !== '') flush();
  }

  /** Markup a script writes stands where the script stands. */
  function graft(script: string): void {
    const markup = writtenMarkup(script);
    if (markup === '') return;
    const before = open[open.length - 1]!;
    if (before.tag === 'script') pop();
    const outerFloor = floor;
    const base = open.length;
    floor = base;
    feed(markup, true);
    popTo(base);
    floor = outerFloor;
    if (before.tag === 'script') {
      open.push(before);
      openCount.set('script', (openCount.get('script') ?? 0) + 1);
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
