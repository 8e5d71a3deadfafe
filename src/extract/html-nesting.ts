// Which element may stand in which, as browsers mend it: the tables of HTML's tree building that matter for reading.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
export const voids = set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);
/** An end tag does not reach past one of these. */
export const barriers = set('#root table td th caption object marquee applet template');
/** Opening one of these ends an open paragraph. */
export const closesParagraph = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr main menu nav ol p pre section summary table ul li dd dt',
);
/** May end inside a block that stays open. */
export const formatting = set('a b big code em font i nobr s small strike strong tt u');
export const inline = set('span label abbr cite q sub sup ins del mark time bdi bdo kbd samp var dfn');
export const headings = set('h1 h2 h3 h4 h5 h6');
/** Opening one of these ends an open one of `ends`, looking up no further than `within`. */
export const implied: Readonly<
  Record<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }>
> = {
  li: { ends: set('li'), within: set('ul ol menu dir table td th caption #root') },
  dt: { ends: set('dt dd'), within: set('dl table td th #root') },
  dd: { ends: set('dt dd'), within: set('dl table td th #root') },
  option: { ends: set('option'), within: set('select datalist #root') },
  optgroup: { ends: set('option optgroup'), within: set('select #root') },
  td: { ends: set('td th'), within: set('table #root') },
  th: { ends: set('td th'), within: set('table #root') },
  tr: { ends: set('tr td th caption'), within: set('table #root') },
  tbody: { ends: set('tbody thead tfoot tr caption'), within: set('table #root') },
  thead: { ends: set('tbody thead tfoot tr caption'), within: set('table #root') },
  tfoot: { ends: set('tbody thead tfoot tr caption'), within: set('table #root') },
  a: { ends: set('a'), within: set('table td th caption li div #root') },
  button: { ends: set('button'), within: set('table td th #root') },
};
/** Their content is no markup. */
export const rawText = set('style textarea xmp noembed noframes iframe plaintext');
