// The table media kind → reader, for everything that is read in a worker. Readers are loaded when first needed.
import type { MediaKind } from '../model/document.ts';
import { failed, type Reader, type ReadOutcome, type ReadRequest } from './reader.ts';

/** Kinds without an entry are read elsewhere (PDF needs the engine; ZIP and images are taken apart first). */
const readers: Readonly<Partial<Record<MediaKind, () => Promise<Reader>>>> = {
  html: async () => (await import('./read-html.ts')).readHtml,
  docx: async () => (await import('./read-docx.ts')).readDocx,
  doc: async () => (await import('./read-doc.ts')).readDoc,
  xlsx: async () => (await import('./read-sheets.ts')).readSheets,
  xls: async () => (await import('./read-sheets.ts')).readSheets,
  ods: async () => (await import('./read-sheets.ts')).readSheets,
  csv: async () => (await import('./read-csv.ts')).readCsv,
  pptx: async () => (await import('./read-pptx.ts')).readPptx,
  odt: async () => (await import('./read-odf.ts')).readOdf,
  odp: async () => (await import('./read-odf.ts')).readOdf,
  rtf: async () => (await import('./read-rtf.ts')).readRtf,
  txt: async () => (await import('./read-text.ts')).readText,
};

/** Reads a document; never throws. */
export async function readDocument(request: ReadRequest): Promise<ReadOutcome> {
  const { media } = request;
  const load = readers[media];
  if (!load) return failed(media, 'unsupported', `no reader for ${media}`);
  try {
    return await (await load())(request);
  } catch (error) {
    return failed(media, 'corrupt', error instanceof Error ? error.message : String(error));
  }
}
