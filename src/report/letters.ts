// One letter (DOCX) an agency: what was checked and when, what was found and where, what was not and what to publish, what
// could not be checked and why. Fills a template; sends nothing.
import {
  ExternalHyperlink,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  PatchType,
  patchDetector,
  patchDocument,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { UserError } from '../errors.ts';
import type { AgencyVerdict, AuditRun, CriterionVerdict } from '../model/result.ts';
import { letterRecipient } from './catalogue/letter-recipient.ts';
import { type LetterTexts, letterTextsOf } from './catalogue/letter-texts.ts';
import type { Language, Messages } from './catalogue/messages.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import { withThaiDigits } from './catalogue/thai-digits.ts';
import { requiredCells } from './changed-cells.ts';
import { emblemKind, emblemShape } from './emblem.ts';
import { evidenceLink } from './evidence-link.ts';
import { cleanText, cutText } from './fit-text.ts';
import type { LetterDetails, RenderOptions, ReportFile } from './formats.ts';
import { agencyName } from './html-agency.ts';
import { safeHref } from './html-text.ts';
import {
  blockPlaceholders,
  emblemHeight,
  letterDigits,
  letterFont,
  letterSize,
  letterTemplate,
  linePlaceholders,
} from './letter-template.ts';
import { reviewNote } from './review-note.ts';
import { criterionNotes, type RunCriterion, runCriteria, verdictCounts } from './run-criteria.ts';
import { placeText } from './text-findings.ts';

interface Context {
  readonly run: AuditRun;
  readonly criteria: readonly RunCriterion[];
  readonly messages: Messages;
  readonly texts: LetterTexts;
  readonly lang: Language;
  readonly details: LetterDetails | undefined;
  /** The picture at the head, or nothing. */
  readonly emblem: readonly ImageRun[];
}

/** @throws UserError `letter-template` when the template is no DOCX or names a placeholder that there is not. */
export async function renderLetters(
  run: AuditRun,
  { lang, template, letter, emblem }: Pick<RenderOptions, 'lang' | 'template' | 'letter' | 'emblem'>,
): Promise<readonly ReportFile[]> {
  const form = letter?.form ?? 'letter';
  const data = template ?? (await letterTemplate(lang, form));
  if (template !== undefined) await checkTemplate(template);
  const context: Context = {
    run,
    criteria: runCriteria(run),
    messages: lang === 'th' ? withThaiDigits(messagesOf(lang)) : messagesOf(lang),
    texts: letterTextsOf(lang),
    lang,
    details: letter,
    emblem: emblem === undefined ? [] : [emblemRun(emblem, emblemHeight[form])],
  };
  const files: ReportFile[] = [];
  for (const agency of run.agencies) {
    const body = await patchDocument({
      outputType: 'uint8array',
      data,
      patches: { ...linePatches(context, agency), ...blockPatches(context, agency) },
      trimPlaceholders: true,
    });
    files.push({ path: `letters/${agency.id}.docx`, body });
  }
  return files;
}

async function checkTemplate(template: Uint8Array): Promise<void> {
  const known: readonly string[] = [...linePlaceholders, ...blockPlaceholders];
  let found: readonly string[];
  try {
    found = await patchDetector({ data: template, trimPlaceholders: true });
  } catch (error) {
    throw new UserError('letter-template', `the template is not a DOCX file: ${(error as Error).message}`, {
      cause: error,
      th: { message: 'แม่แบบหนังสือไม่ใช่ไฟล์ DOCX' },
    });
  }
  const strange = found.filter((name) => !known.includes(name));
  if (strange.length === 0) return;
  throw new UserError('letter-template', 'the template holds placeholders that there are not', {
    problems: strange.map((name) => ({
      field: `{{${name}}}`,
      message: `expected one of ${known.join(', ')}`,
      messageTh: `ต้องเป็นหนึ่งใน ${known.join(', ')}`,
    })),
    th: { message: 'แม่แบบหนังสือมีช่องเติมที่โปรแกรมไม่รู้จัก' },
  });
}

function linePatches(context: Context, agency: AgencyVerdict) {
  const { run, messages, texts, lang, details, emblem } = context;
  const cells = requiredCells(agency).filter(({ verdict }) => verdict !== 'not-applicable');
  const name = agencyName(agency, messages);
  const values: Readonly<Record<Exclude<(typeof linePlaceholders)[number], 'emblem'>, string>> = {
    agency: name,
    website: agency.url ?? texts.noWebsite,
    // The day the letter is written is the office's to say.
    date: texts.blank.date,
    checked: messages.date(run.run.asOf),
    fiscalYear: messages.year(run.run.fiscalYear),
    pages: letterDigits(String(agency.coverage.pages), lang),
    documents: letterDigits(String(agency.coverage.documents), lang),
    met: letterDigits(String(verdictCounts(cells).met), lang),
    required: letterDigits(String(cells.length), lang),
    status: messages.status[agency.status],
    number: details?.number ?? texts.blank.number,
    office: officeOf(context),
    recipient: details?.recipient?.replaceAll('{agency}', name) ?? letterRecipient(agency.kind, name, lang),
    signer: details?.signer ?? texts.blank.signer,
    position: details?.position ?? texts.blank.position,
    contact: details?.contact ?? texts.blank.contact,
  };
  const patches = Object.entries(values).map(([placeholder, value]) => {
    const children = value.split('\n').map((part, index) => {
      return new TextRun({ text: plain(part), ...(index === 0 ? {} : { break: 1 }) });
    });
    return [placeholder, { type: PatchType.PARAGRAPH, children }] as const;
  });
  return {
    ...Object.fromEntries(patches),
    emblem: { type: PatchType.PARAGRAPH, children: emblem.length > 0 ? emblem : [new TextRun('')] } as const,
  };
}

/** A letter names the office with its address; a memorandum the office and its unit and telephone, in one line. */
function officeOf({ details, texts }: Context): string {
  const office = details?.office ?? texts.blank.office;
  if (details?.form !== 'memo') return office;
  return [office.split('\n', 1)[0], ...(details.contact ?? '').split('\n')].filter(Boolean).join(' ');
}

/** `height` in millimetres; the width follows the picture's shape. */
function emblemRun(data: Uint8Array, height: number): ImageRun {
  const pixels = (height / 25.4) * 96;
  const transformation = { width: Math.round(pixels * emblemShape(data)), height: Math.round(pixels) };
  const altText = { name: 'emblem', title: '', description: 'ครุฑ' };
  const type = emblemKind(data);
  if (type === 'svg') {
    return new ImageRun({ type, data, fallback: { type: 'png', data: emptyPng }, transformation, altText });
  }
  return new ImageRun({ type: type ?? 'png', data, transformation, altText });
}

/** One transparent point: what a word processor without SVG shows. */
const emptyPng = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

function blockPatches(context: Context, agency: AgencyVerdict) {
  const { criteria, texts, messages, lang } = context;
  const cells = criteria.flatMap((criterion) => {
    const cell = agency.criteria.find(({ id }) => id === criterion.id);
    return cell ? [{ criterion, cell }] : [];
  });
  const of = (...verdicts: readonly CriterionVerdict['verdict'][]) =>
    cells.filter(({ cell }) => verdicts.includes(cell.verdict));
  const title = (criterion: RunCriterion) => {
    const { title: names } = criterion;
    const note = criterionNotes(messages, criterion);
    return letterDigits(`${names[lang]}${note === '' ? '' : ` (${note})`}`, lang);
  };
  const steps = (cell: CriterionVerdict) =>
    cell.remediation.map((step, index) =>
      words(`${cell.remediation.length > 1 ? `${index + 1}. ` : ''}${step[lang]}`, lang),
    );
  const rowsOf = (
    note: (cell: CriterionVerdict) => readonly Line[],
    beside: (cell: CriterionVerdict) => readonly Line[],
    ...verdicts: readonly CriterionVerdict['verdict'][]
  ) =>
    of(...verdicts).map(({ criterion, cell }) => [
      [[text(title(criterion), true)], ...note(cell), ...decided(context, cell)],
      beside(cell),
    ]);
  const explained = ({ reason, explanation }: CriterionVerdict) => {
    // That nothing was found is what the explanation says anyway, and where.
    const parts = [reason === 'absent' && explanation[lang] !== '' ? '' : messages.reason[reason], explanation[lang]];
    return [words(parts.filter((part) => part !== '').join(' – '), lang)];
  };
  // That it was found in the announcement's own words needs no words.
  const wording = ({ reason }: CriterionVerdict) => (reason === 'found' ? [] : [words(messages.reason[reason], lang)]);
  const place = (cell: CriterionVerdict) => where(context, cell);
  return {
    found: block(context, [texts.topic, texts.place], rowsOf(wording, place, 'met'), texts.none.found),
    missing: block(context, [texts.finding, texts.todo], rowsOf(explained, steps, 'not-met'), texts.none.missing),
    unchecked: block(
      context,
      [texts.cause, texts.todo],
      rowsOf(explained, steps, 'unknown', 'review'),
      texts.none.unchecked,
    ),
  };
}

/** That a person decided, and why: the agency may ask. */
function decided({ messages, lang }: Context, cell: CriterionVerdict): Line[] {
  const note = reviewNote(cell, messages);
  return note === undefined ? [] : [words(note, lang)];
}

/** A line of a table's cell. */
type Line = readonly ParagraphChild[];

function block(
  { texts, lang }: Context,
  heads: readonly string[],
  rows: readonly (readonly (readonly Line[])[])[],
  none: string,
) {
  if (rows.length === 0) {
    return { type: PatchType.DOCUMENT, children: [new Paragraph({ children: [text(none)] })] } as const;
  }
  const widths = [7, 47, 46];
  const cell = (lines: readonly Line[], index: number) =>
    new TableCell({
      width: { size: widths[index]!, type: WidthType.PERCENTAGE },
      margins: { left: 80, right: 80 },
      children: (lines.length > 0 ? lines : [[text('')]]).map((children) => new Paragraph({ children: [...children] })),
    });
  const head = new TableRow({
    tableHeader: true,
    children: [texts.item, ...heads].map((name, index) => cell([[text(name, true)]], index)),
  });
  const body = rows.map(
    (columns, index) =>
      new TableRow({
        cantSplit: true,
        children: [[[text(letterDigits(String(index + 1), lang))]], ...columns].map(cell),
      }),
  );
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map((width) => width * 91),
    rows: [head, ...body],
  });
  return { type: PatchType.DOCUMENT, children: [table] } as const;
}

/** Place and address of the first evidence; the address is a link. */
function where({ messages, lang }: Context, { evidence: [first] }: CriterionVerdict): Line[] {
  if (first === undefined) return [];
  const place = placeText(messages, first);
  const address = first.finalUrl === '' ? first.url : first.finalUrl;
  const href = safeHref(evidenceLink(first));
  const shown = new TextRun({
    ...base(cutText(address, 70)),
    ...(href ? { style: 'Hyperlink', color: '0B57A4', underline: {} } : {}),
  });
  const link =
    href === undefined ? shown : new ExternalHyperlink({ link: encodeURI(decodeSafely(href)), children: [shown] });
  return [...(place === '' ? [] : [words(place, lang)]), [link]];
}

function words(value: string, lang: Language): Line {
  return [text(letterDigits(value, lang))];
}

function text(value: string, bold = false): TextRun {
  return new TextRun({ ...base(value), bold });
}

function base(value: string) {
  return { text: plain(value), font: letterFont, size: letterSize - 4, sizeComplexScript: letterSize - 4 };
}

/** Clean, and unable to be taken for a placeholder. */
function plain(value: string): string {
  return cleanText(value).replaceAll('{{', '{ {');
}

/** Percent signs are not to be escaped twice; an address that cannot be decoded stays as it is. */
function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
