// The reasoning behind one verdict as lines of text for a terminal. Pure: no colour, no output.
import type { ContentReasoning } from '../judge/explain-content.ts';
import type {
  CriterionReasoning,
  LinkReasoning,
  ProbeReasoning,
  ReasoningFinding,
  UnreadReasoning,
} from '../judge/explain-criterion.ts';
import type { Reject } from '../judge/rejects.ts';
import type { Language, Messages } from '../report/catalogue/messages.ts';
import { messagesOf } from '../report/catalogue/messages-of.ts';
import { cleanText, cutText, wrapText } from '../report/fit-text.ts';
import { codeText, placeText, sizeText } from '../report/text-findings.ts';
import { confidenceWords } from './confidence-words.ts';
import { type ExplainWords, explainWords } from './explain-words.ts';

interface View {
  readonly words: ExplainWords;
  readonly messages: Messages;
  readonly language: Language;
  readonly columns: number;
  /** Entries shown of each list; the JSON has them all. */
  readonly shown: number;
  readonly classTitle: (id: string) => string;
}

export interface ExplainLinesOptions {
  readonly language: Language;
  readonly columns: number;
  readonly shown: number;
  /** Title of a publication class in the pack's vocabulary. */
  readonly classTitle: (id: string) => string;
}

/** The first line is the head. */
export function explainLines(reasoning: CriterionReasoning, options: ExplainLinesOptions): string[] {
  const { language } = options;
  const words = explainWords[language];
  const view: View = { ...options, words, messages: messagesOf(language) };
  const { agency, verdict, title, accepted, wanted } = reasoning;
  const { verdict: verdictText, reason: reasonText } = view.messages;
  return [
    `${cleanText(agency.name)} – ${verdict.id}: ${title[language]}`,
    ...(agency.url === null ? [] : [agency.url]),
    '',
    ...wrap(view, 0, `${words.verdict}: ${verdictText[verdict.verdict]} – ${reasonText[verdict.reason]}`),
    ...wrap(view, 2, cleanText(verdict.explanation[language])),
    ...confidenceLines(view, reasoning),
    ...closestLines(view, reasoning),
    ...wrap(view, 2, words.accepted(accepted)),
    ...wrap(view, 2, `${words.wanted}: ${wanted.map(view.classTitle).join(' · ')}`),
    ...section(view, words.probes, reasoning.probes, (probe, at) =>
      probeLines(view, probe, reasoning.probes[at + 1]?.group === probe.group),
    ),
    ...section(view, words.contents(reasoning.contents.length), reasoning.contents, (entry) =>
      contentLines(view, entry),
    ),
    ...(reasoning.contents.length === 0 ? wrap(view, 2, `– ${words.noContents}`) : []),
    ...section(view, words.links(reasoning.links.length), reasoning.links, (entry) => linkLines(view, entry)),
    ...section(view, words.against(reasoning.against.length), reasoning.against, (entry) => findingLines(view, entry)),
    ...section(view, words.rejects(reasoning.rejects.length), reasoning.rejects, (entry) => rejectLines(view, entry)),
    ...section(view, words.unread(reasoning.unread.length), reasoning.unread, (entry) => unreadLines(view, entry)),
    ...coverageLines(view, reasoning),
    ...section(view, words.remedy, verdict.remediation, (step, at) => wrap(view, 2, `${at + 1}. ${step[language]}`)),
  ];
}

/** How sure, and what makes it less so. */
function confidenceLines(view: View, { verdict, doubts }: CriterionReasoning): string[] {
  if (verdict.confidence === undefined) return [];
  const words = confidenceWords[view.language];
  const telling = doubts.filter(({ weight }) => weight < 0).map(({ signal }) => words.signal[signal]);
  const told = telling.length > 0 ? `${words.lowered}: ${telling.join('; ')}` : words.nothing;
  return wrap(view, 2, `${words.confidence(verdict.confidence.toFixed(2))} – ${told}`);
}

/** What was not found to show it and yet reads like it. */
function closestLines(view: View, { verdict: { closest } }: CriterionReasoning): string[] {
  if (closest === undefined) return [];
  const parts = [quoted(closest.quote), placeText(view.messages, closest), cleanText(closest.finalUrl)];
  return wrap(view, 2, `${view.messages.report.closest}: ${parts.filter((part) => part !== '').join(' · ')}`);
}

function section<T>(view: View, name: string, entries: readonly T[], lines: (entry: T, at: number) => string[]) {
  if (entries.length === 0 && !/\(0\)/.test(name)) return [];
  const rest = entries.length - view.shown;
  return [
    '',
    `${name}:`,
    ...entries.slice(0, view.shown).flatMap(lines),
    ...(rest > 0 ? [`  ${view.words.more(rest)}`] : []),
  ];
}

function wrap(view: View, indent: number, text: string, hang = 0): string[] {
  return wrapText(text, view.columns - indent - hang).map(
    (line, at) => ' '.repeat(at === 0 ? indent : indent + hang) + line,
  );
}

const quoted = (text: string): string => `“${cutText(cleanText(text), 160)}”`;

function probeLines(view: View, probe: ProbeReasoning, together: boolean): string[] {
  const { words } = view;
  const counts = [
    ...(probe.proofs.length > 0 ? [words.proofs(probe.proofs.length)] : []),
    ...(probe.weak.length > 0 ? [words.weak(probe.weak.length)] : []),
    ...(probe.against.length > 0 ? [words.against(probe.against.length)] : []),
  ];
  const names = probe.classes.map(view.classTitle).join(' / ');
  const note = together ? ` (${words.together})` : '';
  const found = counts.length > 0 ? counts.join(', ') : words.nothing;
  const best = [...probe.proofs, ...probe.weak, ...probe.against].slice(0, 3);
  return [
    ...wrap(view, 2, `• ${words.probe[probe.probe]} ${names}${note}: ${found}`, 2),
    ...best.flatMap((entry) => findingLines(view, entry, 6)),
  ];
}

function findingLines(view: View, finding: ReasoningFinding, indent = 2): string[] {
  const { messages } = view;
  const place = placeText(messages, finding);
  const year = finding.year === null ? '' : ` · ${messages.report.ofYear(messages.year(finding.year))}`;
  return [
    ...wrap(view, indent, `– ${messages.reason[finding.reason]}: ${quoted(finding.quote)}`, 2),
    ...wrap(view, indent + 2, `${place === '' ? '' : `${place} · `}${cleanText(finding.url)}${year}`),
  ];
}

function contentLines(view: View, entry: ContentReasoning): string[] {
  const { words } = view;
  const { year } = entry;
  const classes = entry.classes.map(
    ({ id, grade, origin }) => `${view.classTitle(id)} (${words.grade[grade]}, ${words.classBy[origin]})`,
  );
  const chosen = year.chosen === null ? words.yearFrom.none : `${year.chosen} ${words.yearFrom[year.from]}`;
  const fields = Object.entries(entry.fields)
    .filter(([id]) => id !== 'project')
    .map(([id, count]) => `${id} ${count}`);
  const notes = [
    entry.section ? words.inSection : words.outsideSection,
    ...(entry.offSite ? [words.offSite] : []),
    ...(entry.source === 'ocr' ? [words.ocr] : []),
    ...(entry.partlyRead ? [words.partlyRead] : []),
  ];
  return [
    ...wrap(view, 2, `• ${quoted(entry.title)}${entry.used ? ` ← ${words.used}` : ''}`, 2),
    ...wrap(view, 4, `${entry.media} · ${cleanText(entry.url)}`),
    ...classes.flatMap((text) => wrap(view, 4, text)),
    ...wrap(view, 4, `${words.year} ${chosen}${yearSources(view, entry)} → ${words.gate[entry.gate]}`),
    ...wrap(view, 4, words.counts(entry.records, entry.tables, entry.letters)),
    ...(fields.length > 0 ? wrap(view, 4, `${words.fields}: ${fields.join(', ')}`) : []),
    ...wrap(view, 4, notes.join(' · ')),
    ...(entry.lacks.length > 0
      ? wrap(view, 4, `${words.lacks}: ${entry.lacks.map((lack) => words.lack(lack)).join('; ')}`)
      : []),
  ];
}

/** All years found, where there is more than the one that won. */
function yearSources({ words }: View, { year }: ContentReasoning): string {
  const sources = (['own', 'label', 'file'] as const).filter((source) => year[source].length > 0);
  const all = new Set(sources.flatMap((source) => year[source]));
  if (all.size <= 1) return '';
  const told = sources.map((source) => `${year[source].join(', ')} ${words.yearFrom[source]}`);
  return ` [${told.join('; ')}${year.conflict ? `; ${words.conflict}` : ''}]`;
}

function linkLines(view: View, entry: LinkReasoning): string[] {
  const { words } = view;
  const target = words.targets[entry.target] ?? codeText(view.messages, entry.target);
  const grades = entry.classes.map(({ id, grade }) => `${view.classTitle(id)} (${words.grade[grade]})`).join(', ');
  const year = entry.yearFits ? '' : ` · ${entry.years.join(', ')} ${words.yearNot}`;
  return [
    ...wrap(view, 2, `• ${quoted(entry.label)}: ${grades}${year}`, 2),
    ...wrap(view, 4, `${words.onPage} ${cleanText(entry.on)}`),
    ...wrap(view, 4, `${words.target}: ${entry.url === null ? '' : `${cleanText(entry.url)} – `}${target}`),
  ];
}

function rejectLines(view: View, entry: Reject): string[] {
  const { words } = view;
  const id = entry.id === null ? '' : ` (${entry.kind === 'look-alike' ? entry.id : view.classTitle(entry.id)})`;
  const because = entry.because === null ? '' : `: ${cleanText(entry.because)}`;
  return [
    ...wrap(view, 2, `• ${quoted(entry.text)}`, 2),
    ...wrap(view, 4, `${words.reject[entry.kind]}${id}${because}`),
    ...wrap(view, 4, cleanText(entry.url)),
  ];
}

function unreadLines(view: View, entry: UnreadReasoning): string[] {
  const { words, messages } = view;
  const rating = entry.rating === null ? '' : ` · ${words.rating(entry.rating)}`;
  const trap = entry.trap === null ? '' : ` · ${words.trap} (${cleanText(entry.trap)})`;
  return [
    ...wrap(view, 2, `• ${quoted(entry.label)} – ${codeText(messages, entry.code)}`, 2),
    ...wrap(view, 4, `${words.fit[entry.fit]}${rating}${trap}`),
    ...wrap(view, 4, cleanText(entry.url)),
  ];
}

function coverageLines(view: View, { coverage }: CriterionReasoning): string[] {
  const { words, messages } = view;
  const { requests, pages, documents, bytes, exhausted, stopped } = coverage;
  return [
    '',
    `${words.coverage}:`,
    ...wrap(view, 2, messages.report.coverage(requests, pages, documents, sizeText(bytes))),
    ...wrap(view, 2, exhausted ? words.exhausted : messages.stopped[stopped]),
  ];
}
