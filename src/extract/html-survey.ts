// One look over all elements of a page for what is told by a few of them: the base address, refreshes, anchors, scripts, whose
// template it is. Judges nothing.
import { type HtmlNode, holds } from './html-node.ts';
import type { HtmlTree } from './html-tree.ts';

export interface Survey {
  /** `<base href>`. */
  readonly base: string | undefined;
  /** Where meta refreshes send the visitor, wherever they stand. */
  readonly refreshes: readonly string[];
  /** Names of `<a name>`. */
  readonly anchors: ReadonlySet<string>;
  readonly noscripts: readonly HtmlNode[];
  /** Addresses of scripts. */
  readonly scriptSources: readonly string[];
  /** Has something to look at. */
  readonly pictured: boolean;
  /** Elements that a framework of scripts fills. */
  readonly shells: readonly HtmlNode[];
  /** By `<meta name=generator>`, else by marks in addresses of what the page loads. */
  readonly generator: string | undefined;
}

export function surveyOf(tree: HtmlTree): Survey {
  let base: string | undefined;
  let pictured = false;
  let named: string | undefined;
  let marked: string | undefined;
  const refreshes: string[] = [];
  const anchors = new Set<string>();
  const noscripts: HtmlNode[] = [];
  const scriptSources: string[] = [];
  const shells: HtmlNode[] = [];
  for (const node of tree.nodes) {
    switch (node.tag) {
      case 'a':
        if ((node.holds & holds.name) !== 0 && node.attrs['name'] !== '') anchors.add(node.attrs['name']!);
        break;
      case 'base':
        base ??= node.attrs['href'];
        break;
      case 'meta': {
        const target = refreshTarget(node);
        if (target !== undefined) refreshes.push(target);
        if (node.attrs['name']?.toLowerCase() === 'generator') named ??= node.attrs['content']?.trim() || undefined;
        break;
      }
      case 'noscript':
        noscripts.push(node);
        break;
      case 'script':
      case 'link':
      case 'input':
        if (node.tag === 'script' && node.attrs['src'] !== undefined) scriptSources.push(node.attrs['src']);
        marked ??= vendorOf(node.attrs['src'] ?? node.attrs['href'] ?? node.attrs['name'] ?? '') || undefined;
        break;
      case 'img':
      case 'object':
      case 'canvas':
        pictured = true;
        break;
      case 'app-root':
      case 'ng-app':
      case 'ion-app':
        shells.push(node);
        break;
    }
  }
  const generator = named?.slice(0, 80) ?? marked;
  return { base, refreshes, anchors, noscripts, scriptSources, pictured, shells, generator };
}

function refreshTarget(meta: HtmlNode): string | undefined {
  if (meta.parent?.tag === 'noscript' || meta.attrs['http-equiv']?.trim().toLowerCase() !== 'refresh') return undefined;
  const target = /^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?\s*([^"']+)/i.exec(meta.attrs['content'] ?? '')?.[1]?.trim();
  return target === '' ? undefined : target;
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

const anyMark = new RegExp(marks.map(([mark]) => mark.source).join('|'));

/** Whose template an address belongs to; '' where it does not tell. */
export const vendorOf = (address: string): string =>
  anyMark.test(address) ? (marks.find(([mark]) => mark.test(address))?.[1] ?? '') : '';
