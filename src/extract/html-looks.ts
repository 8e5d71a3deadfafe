// What class and style attributes say. A site writes the same few hundred of them on all its pages: each is judged once and
// remembered, within bounds.
import type { Region } from '../model/document.ts';
import { remembering } from './remembering.ts';

/** Bits of `Look.bits`. */
export const look = {
  /** Set on lines of its own. */
  block: 1,
  /** A font that draws a word as a picture (`material-icons`). */
  icon: 2,
  /** Drops down from an item. */
  sublist: 4,
  /** A title of a card, panel, page … */
  title: 8,
  /** A button that unfolds something. */
  toggle: 16,
  bold: 32,
  /** A box whose headings end with it. */
  scope: 64,
  tabPane: 128,
  /** Part of a table drawn with boxes. */
  row: 256,
  column: 512,
  /** Says title, name, topic … somewhere. */
  named: 1024,
  /** Says menu or the like, but is about a part of the content. */
  content: 2048,
  /** Opens a submenu. */
  opener: 4096,
} as const;

const patterns: readonly (readonly [number, RegExp])[] = [
  [look.block, /(?:^|\s)(?:dropdown-item|list-group-item|d-block|d-flex|block|flex|btn-block|w3-bar-item)(?:\s|$)/],
  [look.icon, /(?:^|\s)material-(?:icons|symbols)/],
  [look.sublist, /(?:^|\s)(?:dropdown-(?:menu|content|list)|sub-?menu|mega-?menu|nav-dropdown|children)(?:\s|$)/],
  [
    look.title,
    /(?:^|\s)(?:card-header|card-title|panel-heading|panel-title|accordion-(?:header|button|title)|ui-accordion-header|toggle-title|section-title|page-title|entry-title|box-title|title-page|modal-title|elementor-heading-title|elementor-tab-title|faq-question|headline)(?:\s|$)/,
  ],
  [look.toggle, /(?:^|\s)(?:accordion|collapsible|toggle)(?:\s|$)/],
  [
    look.bold,
    /(?:^|\s)(?:fw-bold|fw-bolder|font-bold|font-semibold|font-extrabold|font-weight-bold|bold|text-(?:[2-6]?xl)|h[1-6]|display-[1-6]|fs-[1-4]|lead-title)(?:\s|$)/,
  ],
  [look.scope, /(?:^|\s)(?:card|panel|modal|tab-pane|accordion-item|col(?:-\w+)*|item|swiper-slide|faq)(?:\s|$)/],
  [look.tabPane, /(?:^|\s)tab-pane(?:\s|$)/],
  [look.row, /(?:^|\s)(?:row|tr|table-row|t-row|list-row)(?:\s|$)/],
  [look.column, /(?:^|\s)(?:col(?:-\w+)*|td|th|cell|table-cell|t-cell)(?:\s|$)/],
  [look.named, /(?:^|[\s_-])(?:title|heading|name|topic|subject)(?:\s|$)/i],
  [
    look.content,
    /(?:^|\s)(?:tab-pane|tab-content|nav-tabs|nav-pills|modal\S*|card\S*|panel\S*|accordion\S*|list-group\S*)(?:\s|$)/,
  ],
  [look.opener, /(?:^|\s)(?:dropdown-toggle|has-sub(?:menu)?|sf-with-ul|dropbtn|has-arrow|nav-toggle)(?:\s|$)/],
];

export interface Look {
  readonly bits: number;
  /** Make of a box: its first class; '' for none. */
  readonly make: string;
  /** Region that one of the names stands for. */
  readonly region: Region | '';
}

/** Whole id or class names. */
const regionWords: readonly (readonly [RegExp, Region])[] = [
  [
    /^(?:(?:site|page|main|global|web|bottom|app|wrapper)?[-_]?footer(?:[-_]?(?:area|section|wrapper|container|bottom|main|top|menu|widgets?))?|copy-?right(?:[-_]\w+)?|colophon)$/,
    'footer',
  ],
  [
    /^(?:breadcrumbs?|pagination|pager|paging|page-?numbers|pagenavi|wp-pagenavi|(?:main|top|site|side|left|right|primary|secondary|mega|mobile|nav|navigation|header|footer|vertical|horizontal|dropdown|drop|sf|wsmenu|mean|slick|off-?canvas|responsive)?[-_]?(?:nav|navi|menu|navbar|navigation|menubar)(?:[-_]?(?:bar|area|wrapper|container|main|list|left|top|inner|collapse|header|box|section))?|menu\d+|menubar\w*|top[-_]?bar|sidenav|megamenu)$/,
    'nav',
  ],
  [
    /^(?:(?:site|main|global|web|top|app)[-_]?header(?:[-_](?:area|section|wrapper|container|top|main|inner))?|header(?:[-_](?:area|section|wrapper|container|top|bottom|main|inner|middle))?|masthead|topheader)$/,
    'header',
  ],
  [
    /^(?:(?:left|right|main|primary|secondary|page|site|blog)?[-_]?side-?bar(?:[-_]?(?:left|right|area|wrapper|widget|inner|\d))?|aside|widget-area)$/,
    'aside',
  ],
];

/** Region that an id or a class name stands for, '' for none. */
export const regionByName = remembering((name: string): Region | '' => {
  const lower = name.toLowerCase();
  return lower.length > 40 ? '' : (regionWords.find(([pattern]) => pattern.test(lower))?.[1] ?? '');
});

function regionByNames(classes: string): Region | '' {
  if (classes.length >= 400) return '';
  for (const name of classes.split(/\s+/)) {
    const region = regionByName(name);
    if (region !== '') return region;
  }
  return '';
}

/** What an element without classes looks like. */
export const plainLook: Look = { bits: 0, make: '', region: '' };

/** What a class attribute says. */
export const lookOf = remembering((classes: string): Look => {
  let bits = 0;
  for (const [bit, pattern] of patterns) if (pattern.test(classes)) bits |= bit;
  return { bits, make: classes.trim().split(/\s+/, 1)[0]!, region: regionByNames(classes) };
});

/** Bits of what a style attribute says. */
export const style = {
  block: 1,
  bold: 2,
  hidden: 4,
  /** `display: table…`: may be a part of a table. */
  drawn: 8,
  large: 16,
} as const;

const boldStyle = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
// Points come from office programs, where 16 is the running text of Thai official papers.
const largeStyle =
  /font-size\s*:\s*(?:(?:1[89]|[2-9]\d)(?:\.\d+)?px|(?:1[89]|[2-9]\d)(?:\.\d+)?pt|(?:1\.[3-9]|[2-9])\d*r?em|x{0,2}-?large|1[3-9]\d%|[2-9]\d\d%)/i;

export const styleOf = remembering(
  (css: string): number =>
    (/(?:^|;)\s*display\s*:\s*(?:block|flex|list-item|grid)/i.test(css) ? style.block : 0) |
    (boldStyle.test(css) ? style.bold : 0) |
    (largeStyle.test(css) ? style.large : 0) |
    (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(css) ? style.hidden : 0) |
    (/display\s*:\s*table/i.test(css) ? style.drawn : 0),
);
