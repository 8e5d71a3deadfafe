// PPTX: slides in presentation order; the title placeholder is a heading, tables are rows.
import { failed, gathered, type Reader } from './reader.ts';
import { createSegmentBuilder, type SegmentBuilder } from './segment-builder.ts';
import type { SourceCell } from './table-cells.ts';
import { readXml } from './xml-events.ts';
import { readZip } from './zip-container.ts';

export const readPptx: Reader = async ({ media, body, limits }) => {
  const zip = await readZip(body, limits, (name) =>
    /^ppt\/(?:presentation\.xml|_rels\/presentation\.xml\.rels|slides\/(?:_rels\/)?[^/]+)$/.test(name),
  );
  if (!zip.ok) return failed(media, zip.code, zip.detail);
  const parts = new Map(zip.entries.map(({ name, bytes }) => [name, bytes]));
  const names = slideNames(parts);
  const builder = createSegmentBuilder(limits);
  const damage = [...zip.damage];
  let pictures = 0;
  let read = 0;
  for (const [index, name] of names.slice(0, limits.slides).entries()) {
    if (builder.full()) break;
    const xml = parts.get(name)?.toString('utf8');
    if (xml === undefined) continue;
    builder.restart({ slide: index + 1 });
    const relations = relationsOf(
      parts.get(name.replace(/slides\/([^/]+)$/, 'slides/_rels/$1.rels'))?.toString('utf8') ?? '',
    );
    if (!putSlide(xml, relations, builder, limits.nesting))
      damage.push({ kind: 'unread', detail: `slide ${index + 1} is nested too deeply` });
    if (xml.includes('<p:pic')) pictures++;
    read++;
  }
  if (names.length > limits.slides)
    damage.push({ kind: 'cut', detail: `only the first ${limits.slides} slides were read` });
  if (builder.segments.length === 0 && pictures > 0)
    return failed(media, 'image-only', `${pictures} slides are pictures`);
  return gathered(media, builder, { pageCount: names.length, pagesRead: read, damage });
};

/** Slide parts in the order the presentation shows them; by number where its list is broken. */
function slideNames(parts: ReadonlyMap<string, Buffer>): string[] {
  const all = [...parts.keys()].filter((name) => /^ppt\/slides\/[^/]+\.xml$/.test(name));
  const byNumber = all.sort((a, b) => numberIn(a) - numberIn(b));
  const relations = relationsOf(parts.get('ppt/_rels/presentation.xml.rels')?.toString('utf8') ?? '');
  const order: string[] = [];
  readXml(
    parts.get('ppt/presentation.xml')?.toString('utf8') ?? '',
    {
      open: (name, attributes) => {
        const target = name === 'p:sldId' ? relations.get(attributes['r:id'] ?? '') : undefined;
        if (target) order.push(target.startsWith('/') ? target.slice(1) : `ppt/${target}`);
      },
      close: () => {},
      text: () => {},
    },
    200,
  );
  const known = order.filter((name) => parts.has(name));
  return known.length > 0 ? known : byNumber;
}

function numberIn(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
}

function relationsOf(xml: string): Map<string, string> {
  const relations = new Map<string, string>();
  readXml(
    xml,
    {
      open: (name, { Id, Target }) => {
        if (name === 'Relationship' && Id && Target) relations.set(Id, Target);
      },
      close: () => {},
      text: () => {},
    },
    200,
  );
  return relations;
}

function putSlide(
  xml: string,
  relations: ReadonlyMap<string, string>,
  builder: SegmentBuilder,
  maxDepth: number,
): boolean {
  let title = false;
  let paragraph = '';
  let inText = false;
  let link = '';
  let rows: SourceCell[][] | undefined;
  let row: SourceCell[] = [];
  let cell: { text: string; columns: number; rows: number; covered: boolean } | undefined;
  const endParagraph = () => {
    const text = paragraph;
    paragraph = '';
    if (link !== '') builder.link(link, text);
    link = '';
    if (cell) cell.text += cell.text === '' ? text : `\n${text}`;
    else builder.text(title ? 'heading' : 'paragraph', text, 2);
  };
  return readXml(
    xml,
    {
      open: (name, attributes) => {
        switch (name) {
          case 'p:sp':
            title = false;
            break;
          case 'p:ph':
            title = /title/i.test(attributes['type'] ?? '') && attributes['type'] !== 'subTitle';
            break;
          case 'a:t':
            inText = true;
            break;
          case 'a:br':
          case 'a:tab':
            paragraph += ' ';
            break;
          case 'a:hlinkClick':
            link = relations.get(attributes['r:id'] ?? '') ?? '';
            if (!/^[a-z]+:/i.test(link)) link = '';
            break;
          case 'a:tbl':
            rows = [];
            break;
          case 'a:tr':
            row = [];
            break;
          case 'a:tc':
            cell = {
              text: '',
              columns: Number(attributes['gridSpan'] ?? 1),
              rows: Number(attributes['rowSpan'] ?? 1),
              covered: attributes['hMerge'] === '1' || attributes['vMerge'] === '1',
            };
            break;
        }
      },
      close: (name) => {
        switch (name) {
          case 'a:t':
            inText = false;
            break;
          case 'a:p':
            endParagraph();
            break;
          case 'a:tc':
            if (cell && !cell.covered) row.push({ text: cell.text, columns: cell.columns, rows: cell.rows });
            cell = undefined;
            break;
          case 'a:tr':
            rows?.push(row);
            break;
          case 'a:tbl':
            if (rows) builder.table(rows);
            rows = undefined;
            break;
        }
      },
      text: (text) => {
        if (inText) paragraph += text;
      },
    },
    maxDepth,
  );
}
