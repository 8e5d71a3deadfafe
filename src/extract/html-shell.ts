// Signs on a page: that its content appears only when a script runs, and whose template it is.
import type { Segment } from '../model/document.ts';
import type { LinkDraft } from './html-draft.ts';
import type { HtmlTree } from './html-tree.ts';

const rootIds = ['root', 'app', '__next', '__nuxt', 'q-app', 'svelte', 'main-app'];
const loading =
  /^(?:กำลัง(?:โหลด|ดาวน์โหลด|ประมวลผล|ดึงข้อมูล|เข้าสู่)\S*(?:\s*ข้อมูล)?|โปรดรอ\S*|กรุณารอ\S*|loading|please wait)[\s.…]*$/iu;
const askScript =
  /(?:enable|requires?|need|turn on|เปิดใช้งาน?|ต้องใช้)\s*\S{0,20}\s*java\s?script|java\s?script\s*(?:is )?(?:required|disabled|ถูกปิด)|without JavaScript enabled/iu;
const fills =
  /\b(?:fetch|axios|\$\.ajax|\$\.get|\$\.post|\$\.getJSON|getJSON|XMLHttpRequest|DataTable|dataTable|bootstrapTable|createApp|ReactDOM|new Vue|angular\.module|google\.script\.run|sheets\.googleapis|innerHTML)\b/;

/** Letters of the page's own content: what stands in menus, headers and footers left out. */
function contentLetters(segments: readonly Segment[]): number {
  let letters = 0;
  for (const { kind, text, region } of segments) if (kind !== 'title' && region === 'main') letters += text.length;
  return letters;
}

/** Whether the static page lacks content that a script would bring. */
export function needsScript(
  tree: HtmlTree,
  segments: readonly Segment[],
  drafts: readonly LinkDraft[],
  noscript: string,
): boolean {
  const letters = contentLetters(segments);
  const links = drafts.filter((draft) => draft.url !== null).length;
  const scripted =
    tree.scripts.some((script) => fills.test(script)) ||
    tree.nodes.some((node) => node.tag === 'script' && node.attrs['src'] !== undefined);
  if (letters < 60 && links <= 2 && askScript.test(noscript)) return true;
  for (const id of rootIds) {
    const root = tree.ids.get(id);
    if (root !== undefined && root.size < 60 && root.links === 0 && links <= 3 && scripted) return true;
  }
  if (tree.ids.size > 0 || segments.length > 0) {
    for (const node of tree.nodes) {
      if (/^(?:app-root|ng-app|ion-app)$/.test(node.tag) && node.size < 60 && node.links === 0) return true;
    }
  }
  const main = segments.filter((segment) => segment.region === 'main' && segment.kind !== 'title');
  // nothing to read, to follow or to look at
  const pictured = tree.nodes.some((node) => node.tag === 'img' || node.tag === 'object' || node.tag === 'canvas');
  if (letters < 40 && main.length <= 1 && links === 0 && scripted && !pictured) return true;
  if (letters < 800 && main.some((segment) => segment.text.length < 60 && loading.test(segment.text)) && scripted)
    return true;
  const templated = main.filter((segment) => /\{\{[^}]{1,200}\}\}/.test(segment.text)).length;
  if (templated > 0 && templated * 3 >= main.length) return true;
  if (templated > 0 && main.some((segment) => segment.kind === 'row' && segment.text.includes('{{'))) return true;
  return scripted && hasEmptyTable(segments, tree);
}

/** A table of headers alone that a script on the page fills. */
function hasEmptyTable(segments: readonly Segment[], tree: HtmlTree): boolean {
  const rows = new Map<number, { headers: number; body: number }>();
  for (const { kind, header, locator } of segments) {
    if (kind !== 'row' || locator.table === undefined) continue;
    const counted = rows.get(locator.table) ?? { headers: 0, body: 0 };
    if (header) counted.headers++;
    else counted.body++;
    rows.set(locator.table, counted);
  }
  const empty = [...rows.values()].some(({ headers, body }) => headers > 0 && body === 0);
  const full = [...rows.values()].some(({ body }) => body > 0);
  return (
    empty &&
    !full &&
    (tree.scripts.some((script) => fills.test(script)) ||
      tree.nodes.some((node) => node.tag === 'script' && /datatable|bootstrap-table/i.test(node.attrs['src'] ?? '')))
  );
}

const marks: readonly (readonly [RegExp, string])[] = [
  [/\/wp-(?:content|includes)\//, 'WordPress'],
  [/option=com_\w+|\/media\/(?:jui|system)\/|\/templates\/[\w-]+\/(?:css|js)\//, 'Joomla'],
  [/\/sites\/(?:default|all)\/|drupal\.js/, 'Drupal'],
  [/\/_next\/static\//, 'Next.js'],
  [/\/_nuxt\//, 'Nuxt'],
  [/(?:^|\/)Pages\/(?:plan_poa|plan_progress|operation_report|ita_all)\b/, 'lao-codeigniter'],
  [/index\.php\?r=menum?\//, 'yii-menu'],
  [/wizContent\.asp/, 'wizcontent-asp'],
  [/\/typo3(?:temp|conf)\//, 'TYPO3'],
  [/\/(?:livewire|vendor\/livewire)\//, 'Laravel'],
  [/__VIEWSTATE|WebResource\.axd|ScriptResource\.axd/, 'ASP.NET'],
];

/** Vendor or generator of the template: `<meta name=generator>`, else marks in addresses; undefined if nothing tells. */
export function generatorOf(tree: HtmlTree, drafts: readonly LinkDraft[]): string | undefined {
  for (const node of tree.nodes) {
    if (node.tag === 'meta' && node.attrs['name']?.toLowerCase() === 'generator') {
      const named = node.attrs['content']?.trim();
      if (named) return named.slice(0, 80);
    }
  }
  const seen = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : marks.find(([mark]) => mark.test(text))?.[1];
  for (const node of tree.nodes) {
    if (node.tag !== 'script' && node.tag !== 'link' && node.tag !== 'input') continue;
    const found = seen(node.attrs['src'] ?? node.attrs['href'] ?? node.attrs['name']);
    if (found !== undefined) return found;
  }
  for (const draft of drafts.slice(0, 500)) {
    const found = seen(draft.href);
    if (found !== undefined) return found;
  }
  return undefined;
}
