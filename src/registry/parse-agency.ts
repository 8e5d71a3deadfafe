// Judges the values of one raw record and makes the Agency of it. Reports every fault with its place; guesses nothing.

import { isIP } from 'node:net';
import type { Problem } from '../errors.ts';
import type { Agency, AgencyKind } from '../model/registry.ts';
import type { Bilingual } from '../model/result.ts';
import { nearestName } from '../text/nearest-name.ts';
import { plainDigits } from '../text/plain-digits.ts';
import { allKindNames, type ColumnId, kindOf } from './columns.ts';
import { parseExemptions } from './parse-exemptions.ts';
import { problemAt, problemTexts } from './problem-texts.ts';
import type { RawCell, RawRecord } from './raw-registry.ts';

/** Ways in which offices write "there is none" into a cell that may be empty. */
const emptyMarks = new Set(['-', '–', '—', 'ไม่มี', 'ไม่มีเว็บไซต์', 'n/a', 'na', 'none', 'null']);

/**
 * The agency, or undefined when a required value is missing or wrong; `problems` grows by all faults of the record.
 * `criteria`: ids that `exempt` may name; any when absent. `missing`: required columns that the file lacks altogether.
 */
export function parseAgency(
  file: string,
  record: RawRecord,
  {
    criteria,
    missing,
  }: { readonly criteria?: readonly string[] | undefined; readonly missing?: ReadonlySet<ColumnId> | undefined },
  problems: Problem[],
): Agency | undefined {
  const before = problems.length;
  const report = (cell: RawCell, text: Bilingual, value = cell.text) => {
    problems.push(problemAt({ file, line: cell.line ?? record.line, field: cell.field, value }, text));
  };
  const cellOf = (column: ColumnId): RawCell => record.cells.get(column) ?? { text: '', field: column };
  const optional = (column: ColumnId): RawCell | undefined => {
    const cell = cellOf(column);
    return cell.text === '' || emptyMarks.has(cell.text.toLowerCase()) ? undefined : cell;
  };
  const required = <T>(column: ColumnId, parse: (cell: RawCell) => T | undefined): T | undefined => {
    const cell = cellOf(column);
    if (cell.text !== '') return parse(cell);
    if (!missing?.has(column))
      problems.push(problemAt({ file, line: record.line, field: cell.field }, problemTexts.missing()));
    return undefined;
  };
  const text = (column: ColumnId) => optional(column)?.text.normalize('NFC');
  const url = (column: ColumnId) => {
    const cell = optional(column);
    return cell && parseUrl(cell, report);
  };

  const id = required('id', (cell) => parseId(cell, report));
  const name = required('name', (cell) => cell.text.normalize('NFC').replace(/\s+/g, ' '));
  const kind = required('kind', (cell) => parseKind(cell, report));
  const siteUrl = url('url');
  const linkPage = url('link_page');
  const hosts = optional('extra_hosts');
  const emailCell = optional('contact_email');
  const tags = optional('tags');
  const exempt = optional('exempt');
  if (emailCell && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(emailCell.text)) report(emailCell, problemTexts.badEmail());
  const extraHosts = hosts ? parseHosts(hosts, report) : [];
  const exemptions = exempt ? parseExemptions(exempt, criteria, report) : [];
  const nameEn = text('name_en');
  const province = text('province');
  const notes = text('notes');
  if (id === undefined || name === undefined || kind === undefined || problems.length > before) return undefined;
  return {
    id,
    name,
    ...(nameEn === undefined ? {} : { nameEn }),
    kind,
    ...(siteUrl === undefined ? {} : { url: siteUrl }),
    ...(linkPage === undefined ? {} : { linkPage }),
    extraHosts,
    ...(province === undefined ? {} : { province }),
    ...(emailCell === undefined ? {} : { contactEmail: emailCell.text }),
    tags: tags ? [...new Set(listItems(tags).map((tag) => tag.normalize('NFC')))] : [],
    exempt: exemptions,
    ...(notes === undefined ? {} : { notes }),
  };
}

type Report = (cell: RawCell, text: Bilingual, value?: string) => void;

/** Entries of a list cell. Line breaks separate too: spreadsheets wrap long cells. */
function listItems(cell: RawCell): string[] {
  const items = cell.items ?? cell.text.split(/[;\n]/);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

function parseId(cell: RawCell, report: Report): string | undefined {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(cell.text)) return cell.text;
  const ascii = plainDigits(cell.text)
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 64);
  report(cell, problemTexts.badId(ascii === '' ? undefined : ascii));
  return undefined;
}

function parseKind(cell: RawCell, report: Report): AgencyKind | undefined {
  const kind = kindOf(cell.text);
  if (!kind) report(cell, problemTexts.badKind(nearestName(cell.text, allKindNames())));
  return kind;
}

function parseUrl(cell: RawCell, report: Report): string | undefined {
  const url = httpUrl(cell.text);
  if (!url) {
    // "www.example.go.th" and "https//…" are the usual slips; only a suggestion, never taken as such.
    const first = cell.text.split(/[\s,;]+/)[0] ?? '';
    const guess = httpUrl(first) ?? httpUrl(`https://${first.replace(/^(?:https?)?[:/]*/i, '')}`);
    report(cell, problemTexts.badUrl(guess?.hostname.includes('.') ? guess.href : undefined));
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    // The value is not repeated: it holds a password.
    report(cell, problemTexts.urlCredentials(), `${url.protocol}//…@${url.host}`);
    return undefined;
  }
  return url.href;
}

function httpUrl(text: string): URL | undefined {
  if (!/^https?:\/\/[^\s<>"]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return isHostName(url.hostname) ? url : undefined;
}

/** A name with a dot, an address, or localhost; no empty or over-long labels. */
function isHostName(host: string): boolean {
  if (host === 'localhost' || host.startsWith('[') || isIP(host) !== 0) return true;
  const labels = host.replace(/\.$/, '').split('.');
  return labels.length > 1 && labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label));
}

function parseHosts(cell: RawCell, report: Report): string[] {
  const hosts: string[] = [];
  for (const item of listItems(cell)) {
    const match = /^([^\s/:@?#]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i.exec(item);
    const name = match && URL.canParse(`http://${match[1]}`) ? new URL(`http://${match[1]}`).hostname : undefined;
    const port = match?.[2] === undefined ? undefined : Number(match[2]);
    if (name === undefined || !isHostName(name) || (port !== undefined && (port < 1 || port > 65_535))) {
      const guess = httpUrl(item)?.host;
      report(cell, problemTexts.badHost(guess), item);
    } else {
      hosts.push(port === undefined ? name : `${name}:${port}`);
    }
  }
  return [...new Set(hosts)];
}
