// Which open elements an opening one ends, as browsers mend it: the table of HTML's tree building that matters for reading.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Opening one of these ends an open one of `ends`, looking up no further than `within`. */
export const implied: ReadonlyMap<
  string,
  { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }
> = new Map(
  Object.entries({
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
  }),
);
