// Every limit on documents, in one table, and the version that names what the extractor yields from given bytes.
// Values are measured on real Thai agency documents; hostile files end at these, honest ones stay far below.

/** Raise when the same bytes would yield another `DocumentText`: it is part of the cache key. */
export const extractorVersion = '6';

const MB = 1024 * 1024;

/** Sizes in bytes, times in milliseconds, the rest counts. */
export const documentLimits = {
  /** Largest body accepted, by family of media. */
  pdfBytes: 100 * MB,
  officeBytes: 50 * MB,
  zipBytes: 200 * MB,
  textBytes: 50 * MB,
  imageBytes: 50 * MB,

  pdfPages: 2_000,
  /** Text characters of one document, whatever the medium. */
  characters: 2_000_000,
  /** Page objects of one PDF page, forms within forms included: more is a bomb or a map. */
  pdfObjects: 200_000,
  pdfFormDepth: 12,
  /** Segments of vector paths looked at for ruling lines, per page. */
  pdfPathSegments: 40_000,

  /** Time for one document: a base, and an allowance per PDF page. */
  baseMs: 20_000,
  perPdfPageMs: 50,
  /** Office documents are parsed whole; a long one of many tables takes seconds. */
  officeMs: 40_000,
  /** Over the worker's own deadline, before the worker is killed. */
  graceMs: 5_000,

  zipEntries: 5_000,
  zipEntryBytes: 64 * MB,
  zipTotalBytes: 200 * MB,
  /** Compression ratio above which an entry larger than `zipRatioFloor` is a bomb. */
  zipRatio: 200,
  zipRatioFloor: 8 * MB,
  zipNesting: 2,
  /** Documents read out of one ZIP. */
  zipDocuments: 200,

  sheetRows: 50_000,
  sheetColumns: 256,
  sheets: 100,
  /** Depth of XML elements or RTF groups. */
  nesting: 2_000,
  slides: 1_000,

  /** Pages recognised of one document: by default, and when recognition is asked for always. */
  ocrPages: 6,
  ocrPagesAlways: 60,
  ocrPageMs: 60_000,
  ocrDpi: 200,

  workerHeapMb: 256,
  /**
   * WebAssembly memory of the PDF engine, in 64 KiB pages: for a document of ordinary size (112 MiB), what twice its own
   * bytes add to it, and at most (512 MiB), which drawing a page may take. Two workers on bombs stay below 600 MB.
   */
  wasmPages: 1_792,
  wasmPagesMost: 8_192,
  /** HTML larger than this is parsed in a worker, not in the main thread (characters). */
  inProcessHtml: 4_000_000,
} as const;

export type DocumentLimits = { readonly [Name in keyof typeof documentLimits]: number };
