// Behaviour of the HTML report in the reader's browser: filter, sort, open what a link names. The page reads whole without
// it. Text only; it is not run by this program.

export const pageScript = `(() => {
'use strict';
const table = document.getElementById('matrix');
if (!table) return;
const body = table.tBodies[0];
const rows = [...body.rows];
const ids = table.dataset.criteria.split(' ');
const sections = new Map([...document.querySelectorAll('.agency')].map((section) => [section.dataset.id, section]));
const list = rows.map((row) => ({
  row, section: sections.get(row.dataset.id), text: row.dataset.text.toLowerCase(), kind: row.dataset.kind,
  status: row.dataset.status, verdicts: row.dataset.v.split(' '), at: Number(row.dataset.at),
  name: row.cells[0].firstChild.textContent,
}));
const form = document.getElementById('filters');
const shown = document.getElementById('shown');
const lang = document.documentElement.lang;
const number = new Intl.NumberFormat(lang === 'th' && document.documentElement.dataset.digits === 'thai' ? 'th-u-nu-thai' : 'en');
form.hidden = false;
function apply() {
  const want = Object.fromEntries(new FormData(form));
  const words = want.text.toLowerCase().split(/\\s+/).filter(Boolean);
  const column = ids.indexOf(want.criterion);
  let count = 0;
  for (const item of list) {
    const cells = column < 0 ? item.verdicts : [item.verdicts[column]];
    const show = (!want.kind || item.kind === want.kind) && (!want.status || item.status === want.status) &&
      (!want.verdict || cells.includes(want.verdict)) && words.every((word) => item.text.includes(word));
    item.row.hidden = !show;
    if (item.section) item.section.hidden = !show;
    if (show) count += 1;
  }
  shown.textContent = shown.dataset.text.replace('{shown}', number.format(count)).replace('{total}', number.format(list.length));
}
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(apply));
const rank = ['not-met', 'review', 'unknown', 'met', 'not-applicable', ''];
const statusRank = ['non-compliant', 'undetermined', 'compliant'];
const collator = new Intl.Collator(lang, { numeric: true });
const compare = {
  name: (a, b) => collator.compare(a.name, b.name),
  status: (a, b) => statusRank.indexOf(a.status) - statusRank.indexOf(b.status),
};
let sorted = null;
for (const head of table.tHead.rows[0].cells) {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const key = head.dataset.sort;
    const direction = sorted && sorted.key === key ? (sorted.direction === 1 ? -1 : 0) : 1;
    const column = ids.indexOf(key);
    const by = compare[key] || ((a, b) => rank.indexOf(a.verdicts[column]) - rank.indexOf(b.verdicts[column]));
    const order = [...list].sort((a, b) => (direction === 0 ? 0 : direction * by(a, b)) || a.at - b.at);
    body.append(...order.map((item) => item.row));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    if (direction !== 0) head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
    sorted = direction === 0 ? null : { key, direction };
  });
}
const details = () => [...document.querySelectorAll('.agency:not([hidden])>details')];
function openAll(open) { for (const each of details()) each.open = open; }
for (const button of document.querySelectorAll('[data-open]')) {
  button.hidden = false;
  button.addEventListener('click', () => openAll(button.dataset.open === 'yes'));
}
function reveal() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const box = target && target.closest('details');
  if (!box) return;
  const section = box.parentElement;
  if (section.hidden) { form.reset(); apply(); }
  box.open = true;
  // What lies above gets its height only when it is drawn, which moves the target: go there again then.
  const go = () => target.scrollIntoView({ behavior: 'instant' });
  go();
  requestAnimationFrame(() => requestAnimationFrame(go));
  if (document.readyState !== 'complete') addEventListener('load', () => setTimeout(go), { once: true });
}
addEventListener('hashchange', reveal);
let before = [];
addEventListener('beforeprint', () => { before = details().filter((each) => !each.open); for (const each of before) each.open = true; });
addEventListener('afterprint', () => { for (const each of before) each.open = false; });
apply();
reveal();
})();`;
