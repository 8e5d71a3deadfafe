// DOCX: mammoth turns it into HTML, the HTML extractor reads that, so that tables stay tables and headings headings.
import mammoth from 'mammoth';
import { extractHtml } from './html.ts';
import { failed, type Reader } from './reader.ts';
import { isShallow } from './xml-events.ts';
import { readZip } from './zip-container.ts';

/** Address for relative links, which lead nowhere from a document. */
const nowhere = 'about:blank';

export const readDocx: Reader = async ({ media, body, limits }) => {
  // Mammoth inflates without limits and parses recursively: both are checked first.
  const zip = await readZip(body, limits, (name) => /\.(?:xml|rels)$/i.test(name));
  if (!zip.ok) return failed(media, zip.code, zip.detail);
  for (const { name, bytes } of zip.entries) {
    if (name.startsWith('word/') && !isShallow(bytes.toString('utf8'), limits.nesting))
      return failed(media, 'corrupt', `${name}: nested too deeply`);
  }
  const { value } = await mammoth.convertToHtml(
    { buffer: body },
    {
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
      styleMap: [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => h2:fresh",
        "p[style-name='ชื่อเรื่อง'] => h1:fresh",
        "p[style-name='TOC Heading'] => h2:fresh",
      ],
    },
  );
  const html = value.replace(/<img\b[^>]*>/g, '');
  const read = extractHtml(`<body>${html}</body>`, nowhere);
  const images = zip.entries.length > 0 && value.length > html.length;
  const empty = read.segments.length === 0;
  if (empty && images) return failed(media, 'image-only', 'the document holds pictures and no text');
  return {
    ok: true,
    text: {
      media,
      segments: read.segments.map(({ region: _, ...segment }) => ({ ...segment, region: 'main' as const })),
      links: read.links.map(({ region: _, ...link }) => ({ ...link, region: 'main' as const })),
      source: 'text',
      damage: [...zip.damage, ...read.damage],
    },
  };
};
