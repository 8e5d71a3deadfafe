// SARIF 2.1.0 for code-scanning dashboards: a rule a criterion, a result a cell that is not met or wants a look, located at
// the page or document it is about. Pure.
import type { AgencyVerdict, AuditRun, CriterionVerdict, Verdict } from '../model/result.ts';
import { messagesOf } from './catalogue/messages-of.ts';
import { evidenceLink } from './evidence-link.ts';
import { cleanText } from './fit-text.ts';
import type { RenderOptions } from './formats.ts';
import { knownFailures } from './known-failures.ts';
import { reviewNote } from './review-note.ts';
import { runCriteria } from './run-criteria.ts';
import { placeText } from './text-findings.ts';

/** Verdicts that are results, with SARIF's level and kind; a level other than `none` is allowed for `fail` only. */
const levels: Readonly<Partial<Record<Verdict, readonly [level: string, kind: string]>>> = {
  'not-met': ['error', 'fail'],
  review: ['none', 'review'],
  unknown: ['none', 'open'],
};

export function renderSarif(run: AuditRun, { lang, baseline }: Pick<RenderOptions, 'lang' | 'baseline'>): string {
  const messages = messagesOf(lang);
  const criteria = runCriteria(run);
  const isKnown = knownFailures(baseline);
  const rules = criteria.map(({ id, title, level }) => ({
    id,
    name: id,
    shortDescription: { text: title[lang] },
    defaultConfiguration: { level: level === 'required' ? 'error' : 'note' },
    properties: { level },
  }));
  const indexOf = new Map(criteria.map(({ id }, index) => [id, index]));
  const results = run.agencies.flatMap((agency) =>
    agency.criteria.flatMap((cell) => {
      // What a person accepted stays a result of the program's, suppressed by the person's decision.
      const accepted = cell.verdict === 'met' ? cell.review : undefined;
      const { verdict, reason } = accepted?.program ?? cell;
      const [level, kind] = levels[verdict] ?? [];
      if (level === undefined || kind === undefined) return [];
      const note = reviewNote(cell, messages);
      const explanation = cleanText(cell.explanation[lang]);
      const text =
        `${cleanText(agency.name)}: ${messages.verdict[verdict]} – ${messages.reason[reason]}` +
        (explanation === '' ? '' : `. ${explanation}`) +
        (note === undefined ? '' : `. ${note}`);
      return [
        {
          ruleId: cell.id,
          ruleIndex: indexOf.get(cell.id) ?? -1,
          level: level === 'error' && cell.level === 'advisory' ? 'note' : level,
          kind,
          message: { text },
          locations: locations(agency, cell),
          partialFingerprints: { 'planauditCell/v1': `${agency.id}/${cell.id}` },
          ...(baseline === undefined ? {} : { baselineState: isKnown(agency.id, cell) ? 'unchanged' : 'new' }),
          ...(accepted === undefined
            ? {}
            : { suppressions: [{ kind: 'external', status: 'accepted', justification: note }] }),
          properties: {
            agency: agency.id,
            verdict: cell.verdict,
            reason: cell.reason,
            ...(cell.review === undefined ? {} : { decidedBy: cell.review.by, decidedAt: cell.review.at }),
          },
        },
      ];
    }),
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'planaudit', semanticVersion: run.tool.version, language: lang, rules } },
        automationDetails: { id: `planaudit/${run.run.packs.map(({ name }) => name).join('+')}/${run.run.asOf}` },
        invocations: [
          {
            executionSuccessful: run.run.complete,
            startTimeUtc: run.run.startedAt,
            endTimeUtc: run.run.finishedAt,
          },
        ],
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;

  function locations(agency: AgencyVerdict, cell: CriterionVerdict) {
    const logicalLocations = [{ name: agency.id, fullyQualifiedName: `${agency.id}/${cell.id}`, kind: 'resource' }];
    const places = cell.evidence
      .slice(0, 3)
      .map((evidence) => ({ uri: evidenceLink(evidence), text: placeText(messages, evidence) }));
    const found = places.length > 0 ? places : agency.url === null ? [] : [{ uri: agency.url, text: '' }];
    if (found.length === 0) return [{ logicalLocations }];
    return found.map(({ uri, text }) => ({
      physicalLocation: { artifactLocation: { uri: asciiUri(uri) } },
      logicalLocations,
      ...(text === '' ? {} : { message: { text } }),
    }));
  }
}

/** SARIF wants URIs of RFC 3986: Thai paths percent-encoded, nothing else touched. */
function asciiUri(address: string): string {
  return address.replace(/[^\x21-\x7e]|["<>\\^`{|}]|%(?![0-9a-f]{2})/gi, (char) => encodeURIComponent(char));
}
