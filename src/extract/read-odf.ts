// ODT and ODP: headings, paragraphs, list items, tables with merged cells, slides; deleted text and notes left out.
import { boldLevel, createWeight, type OdfStyles, readOdfStyles, withoutWeight } from './odf-styles.ts';
import { failed, gathered, type Reader } from './reader.ts';
import { createSegmentBuilder, type SegmentBuilder } from './segment-builder.ts';
import type { SourceCell } from './table-cells.ts';
import { readXml } from './xml-events.ts';
import { readZip } from './zip-container.ts';

export const readOdf: Reader = async ({ media, body, limits }) => {
  const wanted = new Set(['content.xml', 'styles.xml', 'META-INF/manifest.xml']);
  const zip = await readZip(body, limits, (name) => wanted.has(name));
  if (!zip.ok) return failed(media, zip.code, zip.detail);
  const part = (name: string) => zip.entries.find((entry) => entry.name === name)?.bytes.toString('utf8') ?? '';
  if (part('META-INF/manifest.xml').includes('encryption-data'))
    return failed(media, 'encrypted', 'a password is needed to open it');
  const xml = part('content.xml');
  if (xml === '') return failed(media, 'corrupt', 'no content.xml');
  const styles = readOdfStyles([part('styles.xml'), xml], limits.nesting);
  const put = (given: OdfStyles) => {
    const builder = createSegmentBuilder(limits);
    return { builder, ...putContent(xml, builder, given, limits.nesting, media === 'odp') };
  };
  const read = put(styles);
  // Where nearly all is bold, weight heads nothing.
  const { builder, slides, pictures, complete } = read.boldShare > 0.5 ? put(withoutWeight(styles)) : read;
  if (!complete) return failed(media, 'corrupt', 'nested too deeply');
  if (builder.segments.length === 0 && pictures > 0)
    return failed(media, 'image-only', `${pictures} pictures and no text`);
  return gathered(media, builder, {
    ...(slides > 0 ? { pageCount: slides, pagesRead: slides } : {}),
    damage: zip.damage,
  });
};

/** Elements whose text is not content. */
const skipped = new Set([
  'text:tracked-changes',
  'office:annotation',
  'presentation:notes',
  'text:note-citation',
  'svg:title',
  'svg:desc',
  'office:forms',
  'text:sequence-decls',
]);

interface TableState {
  readonly rows: SourceCell[][];
  row: SourceCell[];
  cell: { text: string; columns: number; rows: number; repeat: number } | undefined;
}

function putContent(
  xml: string,
  builder: SegmentBuilder,
  styles: OdfStyles,
  maxDepth: number,
  isSlides: boolean,
): { slides: number; pictures: number; complete: boolean; boldShare: number } {
  let slides = 0;
  let pictures = 0;
  let skip = 0;
  let body = false;
  let lists = 0;
  let title = false;
  let text = '';
  let open = 0;
  let level = 1;
  let link: { href: string; from: number } | undefined;
  const tables: TableState[] = [];
  const weight = createWeight(styles);
  let [letters, bold] = [0, 0];
  const endParagraph = (heading: boolean, level: number) => {
    const cell = tables.at(-1)?.cell;
    const styled =
      heading || title || lists > 0 ? undefined : (weight.outline ?? (weight.headsAlone(text) ? boldLevel : undefined));
    if (!cell && text.trim() !== '') {
      letters += text.length;
      if (weight.headsAlone(text)) bold += text.length;
    }
    if (cell) cell.text += cell.text === '' ? text : `\n${text}`;
    else if (styled !== undefined) builder.text('heading', text, styled);
    else builder.text(heading || title ? 'heading' : lists > 0 ? 'item' : 'paragraph', text, title ? 2 : level);
    text = '';
  };
  const complete = readXml(
    xml,
    {
      open: (name, attributes) => {
        if (skip > 0 || skipped.has(name)) {
          skip++;
          return;
        }
        const number = (key: string) => Math.max(1, Number(attributes[key] ?? 1) || 1);
        switch (name) {
          case 'office:body':
            body = true;
            break;
          case 'draw:page':
            slides++;
            builder.restart({ slide: slides });
            break;
          case 'draw:frame':
            title = isSlides && attributes['presentation:class'] === 'title';
            break;
          case 'draw:image':
            pictures++;
            break;
          case 'text:h':
          case 'text:p':
            // A paragraph within a paragraph (a text box, a note) is read as its own; what came before it first.
            if (open > 0 && text.trim() !== '') endParagraph(false, 6);
            open++;
            level = number('text:outline-level');
            weight.begin(attributes['text:style-name'] ?? '');
            break;
          case 'text:span':
            weight.open(attributes['text:style-name'] ?? '');
            break;
          case 'text:list':
            lists++;
            break;
          case 'text:s':
            text += ' '.repeat(Math.min(20, number('text:c')));
            break;
          case 'text:tab':
          case 'text:line-break':
            text += ' ';
            break;
          case 'text:a':
            link = { href: attributes['xlink:href'] ?? '', from: text.length };
            break;
          case 'table:table':
            tables.push({ rows: [], row: [], cell: undefined });
            break;
          case 'table:table-row':
            if (tables.length > 0) tables.at(-1)!.row = [];
            break;
          case 'table:table-cell': {
            const table = tables.at(-1);
            if (table) {
              table.cell = {
                text: '',
                columns: number('table:number-columns-spanned'),
                rows: number('table:number-rows-spanned'),
                repeat: Math.min(64, number('table:number-columns-repeated')),
              };
            }
            break;
          }
        }
      },
      close: (name) => {
        if (skip > 0) {
          skip--;
          return;
        }
        switch (name) {
          case 'text:h':
          case 'text:p':
            open = Math.max(0, open - 1);
            endParagraph(name === 'text:h', level);
            weight.end();
            break;
          case 'text:span':
            weight.close();
            break;
          case 'text:list':
            lists--;
            break;
          case 'text:a':
            if (link) builder.link(link.href, text.slice(link.from));
            link = undefined;
            break;
          case 'draw:frame':
            title = false;
            break;
          case 'table:table-cell': {
            const table = tables.at(-1);
            if (table?.cell) {
              const { text: content, columns, rows, repeat } = table.cell;
              for (let index = 0; index < repeat; index++) table.row.push({ text: content, columns, rows });
              table.cell = undefined;
            }
            break;
          }
          case 'table:table-row': {
            const table = tables.at(-1);
            table?.rows.push(table.row);
            break;
          }
          case 'table:table': {
            const table = tables.pop();
            const outer = tables.at(-1)?.cell;
            if (!table) break;
            // A table within a cell: its text stays in that cell.
            if (outer) outer.text += `\n${table.rows.map((row) => row.map((cell) => cell.text).join(' ')).join('\n')}`;
            else builder.table(table.rows);
            break;
          }
        }
      },
      text: (content) => {
        if (!body || skip > 0 || open === 0) return;
        text += content;
        weight.text(content);
      },
    },
    maxDepth,
  );
  return { slides, pictures, complete, boldShare: letters === 0 ? 0 : bold / letters };
}
