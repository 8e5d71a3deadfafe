// Signs on a page that its content appears only when a script runs.
import type { Segment } from '../model/document.ts';
import type { LinkDraft } from './html-draft.ts';
import { fetches } from './html-fillers.ts';
import { isLeftToScript } from './html-hollow.ts';
import { roots } from './html-hollow-names.ts';
import type { Survey } from './html-survey.ts';
import { textOf } from './html-text.ts';
import type { HtmlTree } from './html-tree.ts';

const loading =
  /^(?:กำลัง(?:โหลด|ดาวน์โหลด|ประมวลผล|ดึงข้อมูล|เข้าสู่)\S*(?:\s*ข้อมูล)?|โปรดรอ\S*|กรุณารอ\S*|loading|please wait)[\s.…]*$/iu;
const askScript =
  /(?:enable|requires?|need|turn on|เปิดใช้งาน?|ต้องใช้)\s*\S{0,20}\s*java\s?script|java\s?script\s*(?:is )?(?:required|disabled|ถูกปิด)|without JavaScript enabled/iu;

/** Whether the static page lacks content that a script would bring. */
export function needsScript(
  tree: HtmlTree,
  survey: Survey,
  segments: readonly Segment[],
  drafts: readonly LinkDraft[],
): boolean {
  const main = segments.filter(({ kind, region }) => region === 'main' && kind !== 'title');
  let letters = 0; // of the page's own content: what stands in menus, headers and footers left out
  for (const { text } of main) letters += text.length;
  let links = 0;
  for (const { url } of drafts) if (url !== null) links++;
  const scripted = survey.scriptSources.length > 0 || tree.scripts.some((script) => fetches.test(script));
  if (letters < 60 && links <= 2 && askScript.test(survey.noscripts.map((node) => textOf(node)).join(' '))) return true;
  if (scripted && links <= 3) {
    for (const id of roots) {
      const root = tree.ids.get(id);
      if (root !== undefined && root.size < 60 && root.links === 0) return true;
    }
  }
  if (tree.ids.size > 0 || segments.length > 0) {
    if (survey.shells.some((node) => node.size < 60 && node.links === 0)) return true;
  }
  // nothing to read, to follow or to look at
  if (letters < 40 && main.length <= 1 && links === 0 && scripted && !survey.pictured) return true;
  if (letters < 800 && scripted && main.some(({ text }) => text.length < 60 && loading.test(text))) return true;
  const templated = main.filter(({ text }) => text.includes('{{') && /\{\{[^}]{1,200}\}\}/.test(text)).length;
  if (templated > 0 && templated * 3 >= main.length) return true;
  if (templated > 0 && main.some((segment) => segment.kind === 'row' && segment.text.includes('{{'))) return true;
  if (scripted && hasEmptyTable(segments, tree, survey)) return true;
  return isLeftToScript(tree, survey, main, drafts);
}

/** A table of headers alone that a script on the page fills. */
function hasEmptyTable(segments: readonly Segment[], tree: HtmlTree, survey: Survey): boolean {
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
    (tree.scripts.some((script) => fetches.test(script)) ||
      survey.scriptSources.some((source) => /datatable|bootstrap-table/i.test(source)))
  );
}
