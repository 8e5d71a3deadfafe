// What extraction yields from any medium: text in segments, and links. JSON-safe, so that it can be stored and replayed.

/** Kind by bytes, never by name or header. */
export const mediaKinds = [
  'html',
  'pdf',
  'docx',
  'doc',
  'xlsx',
  'xls',
  'ods',
  'csv',
  'pptx',
  'odt',
  'odp',
  'rtf',
  'txt',
  'image',
  'zip',
  'unknown',
] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** Place of a piece of text inside its page or document; whichever fields apply. Numbers are 1-based. */
export interface Locator {
  /** Nearest heading above, original text. */
  readonly heading?: string;
  readonly page?: number;
  readonly slide?: number;
  readonly sheet?: string;
  /** Row number within the table or sheet. */
  readonly row?: number;
  /** Ordinal of the table within the document; rows of one table share it. */
  readonly table?: number;
  /** Path inside a ZIP. */
  readonly entry?: string;
}

/** Where an HTML piece stands by its markup. Documents are all `main`. */
export type Region = 'main' | 'nav' | 'header' | 'footer' | 'aside';

/**
 * A piece of text in reading order. `text` is the original text (white space collapsed to single spaces),
 * never normalised: quotes are cut from it.
 * - `title`: the `<title>` of an HTML page or a document's metadata title.
 * - `heading`: h1–h6, role=heading, caption/legend/summary, bold-only line, accordion/tab/panel title, DOCX heading, slide title.
 * - `row`: a table row; `cells` holds the cells' texts, aligned by column with those of the header rows (rowspans repeat, a body
 *   colspan leaves '' after its first column, a group's title row has one cell); `text` joins the non-empty ones with ` | `.
 * - `item`: list item (its own text, nested lists excluded) or a repeated card.
 */
export interface Segment {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item' | 'row';
  readonly text: string;
  readonly cells?: readonly string[];
  /** Row made of header cells (`<th>`, or the first row(s) of a sheet's header as far as markup tells). */
  readonly header?: boolean;
  /** 1–6 for headings. */
  readonly level?: number;
  readonly region: Region;
  readonly locator: Locator;
  /** Recognised from a picture within a document that also has text: its numbers and years prove nothing by themselves. */
  readonly source?: 'ocr';
}

/** Where a link's label came from (criteria.md, evidence 1). */
export type LabelSource =
  | 'text'
  | 'alt'
  | 'title'
  | 'aria-label'
  | 'value'
  | 'row'
  | 'item'
  | 'card'
  | 'heading'
  | 'frame'
  | 'file-name'
  | 'none';

/** A text that stands around a link, nearest first. */
export interface LinkContext {
  readonly from: 'row' | 'item' | 'card' | 'heading' | 'menu' | 'column';
  readonly text: string;
}

/** Why an element that looks like a link leads nowhere. */
export type InertCause = 'no-href' | 'fragment' | 'script' | 'invalid' | 'scheme';

/** An element a visitor would take for a link. A real one has `url`; an inert one has `inert`. */
export interface Link {
  /** href (or src, or the URL in a handler) as written, for the report. */
  readonly href: string;
  /** Absolute URL by the WHATWG algorithm, or null when inert. Fragment kept. */
  readonly url: string | null;
  readonly inert?: InertCause;
  /**
   * The label a person reads (criteria.md): own text; else alt, title, aria-label; and where that is generic
   * (คลิก, เปิดข้อมูล, PDF, `ปี 2569`, an icon) the context's text, with `labelFrom` saying so.
   */
  readonly label: string;
  readonly labelFrom: LabelSource;
  /** The element's own visible text (may be empty or generic). */
  readonly text: string;
  /** Surrounding texts, nearest first: row (whole row), item, card, column heading, headings (nearest up to h1), enclosing menu parents. */
  readonly context: readonly LinkContext[];
  /** `same-page` jumps have element 'a', url = the page with a fragment. A `picture` is shown, not clicked (`DocumentText.pictures`). */
  readonly element:
    | 'a'
    | 'area'
    | 'frame'
    | 'handler'
    | 'refresh'
    | 'script'
    | 'form'
    | 'embed'
    | 'sitemap'
    | 'picture';
  readonly region: Region;
  /** Index into the document's segments of the segment the link stands in, if any. */
  readonly segment?: number;
}

/** Why a document's bytes could not be read as text (the closed list of extraction failures). */
export type ExtractFailureCode =
  | 'encrypted'
  | 'corrupt'
  | 'too-large'
  | 'timed-out'
  | 'image-only'
  | 'garbled-text'
  | 'unsupported'
  | 'empty'
  | 'crashed';

/** A document within another (an archive, a portfolio) that could not be read. */
export interface UnreadEntry {
  /** Path inside it. */
  readonly entry: string;
  readonly code: ExtractFailureCode;
}

export interface ExtractFailure {
  readonly code: ExtractFailureCode;
  /** Technical detail in English, for logs. */
  readonly detail: string;
  readonly media: MediaKind;
}

/**
 * How what was read falls short of what the bytes hold:
 * - `cut`: a limit was reached; what follows was not read.
 * - `broken`: the file ends early or its container is broken; what follows may be missing.
 * - `unread`: a part could not be read (a picture of text, letters without a usable character table, encrypted, nested too deeply).
 * - `guessed`: words were recognised in pictures, by this program or by the one that made the file; letters may be wrong.
 * - `title-unread`: a picture at the head, which may hold the title, was not read.
 * - `letters`: every part was read; single letters were decoded anew, or marks have no character in the file.
 */
export type DamageKind = 'cut' | 'broken' | 'unread' | 'guessed' | 'title-unread' | 'letters';

export interface Damage {
  readonly kind: DamageKind;
  /** In English, for people. */
  readonly detail: string;
  /** Path of the document within an archive, as in `Locator`; none where it is of the whole. */
  readonly entry?: string;
}

/** Everything read out of one response body. */
export interface DocumentText {
  readonly media: MediaKind;
  /** Document or page title as its metadata states it (`<title>`, PDF Info, …); may be wrong. */
  readonly title?: string;
  /** BCP 47 of the markup, if stated. */
  readonly language?: string;
  readonly segments: readonly Segment[];
  readonly links: readonly Link[];
  /** HTML only: pictures shown in the main content that may hold text, in page order; those that are links' labels left out. */
  readonly pictures?: readonly Link[];
  /** Total pages, slides or sheets, where the medium has them. */
  readonly pageCount?: number;
  /** How many of them were read (lazy reading may stop early). */
  readonly pagesRead?: number;
  /** `ocr`: recognised from an image; its numbers and years prove nothing by themselves. */
  readonly source: 'text' | 'ocr';
  /** Character set the bytes were decoded with, for text media. */
  readonly charset?: string;
  /** What was lost or guessed on the way. */
  readonly damage: readonly Damage[];
  /** Archives and PDFs: documents within that could not be read, in name order. */
  readonly unread?: readonly UnreadEntry[];
  /** HTML only: segments in or after which the main content has a field to fill in (no search, no login), by index, ascending. */
  readonly fields?: readonly number[];
  /** HTML only: signs that the content needs a script to appear (empty shell, "loading" placeholder). */
  readonly needsScript?: boolean;
  /** HTML only: the page's only menu is left to a script: where the site leads is not told by it. */
  readonly menuByScript?: boolean;
  /** HTML only: vendor or generator signature (meta generator, known template marks). */
  readonly generator?: string;
}
