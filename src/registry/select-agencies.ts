// Narrows a registry to the agencies that `--select` names. Conditions of different keys must all hold; values of one
// key, and the same key given twice, are alternatives.
import { type Problem, UserError } from '../errors.ts';
import { type Agency, agencyKinds, type Registry } from '../model/registry.ts';
import { nearestName } from '../text/nearest-name.ts';
import { kindOf } from './columns.ts';

interface Key {
  /** The agency's values under this key. */
  readonly values: (agency: Agency) => readonly string[];
  /** Turns what the user wrote into the value to compare. */
  readonly fold?: (text: string) => string;
}

const keys: Readonly<Record<string, Key>> = {
  id: { values: (agency) => [agency.id] },
  kind: { values: (agency) => [agency.kind], fold: (text) => kindOf(text) ?? text },
  tag: { values: (agency) => agency.tags },
  province: { values: (agency) => (agency.province === undefined ? [] : [agency.province]) },
  host: { values: (agency) => hostsOf(agency) },
  name: { values: (agency) => [agency.name, ...(agency.nameEn === undefined ? [] : [agency.nameEn])] },
};

/**
 * Agencies in registry order. `conditions`: `kind=hospital,school`, `tag=pilot`, `id=a,b`; values may hold `*`.
 * Throws UserError `select-invalid` for an unknown key or value, `select-empty` when no agency is left.
 */
export function selectAgencies(registry: Registry, conditions: readonly string[]): readonly Agency[] {
  if (conditions.length === 0) return registry.agencies;
  const wanted = new Map<string, string[]>();
  const problems: Problem[] = [];
  for (const condition of conditions) {
    const match = /^\s*([A-Za-z]+)\s*=\s*(.*\S)\s*$/su.exec(condition);
    const name = match?.[1]?.toLowerCase() ?? '';
    const key = keys[name];
    if (!match || !key) {
      problems.push(unknownKey(condition, name));
      continue;
    }
    const fold = key.fold ?? ((text: string) => text);
    const values = match[2]!
      .split(',')
      .map((value) => fold(value.trim()))
      .filter((value) => value !== '');
    for (const value of values) {
      if (!registry.agencies.some((agency) => matches(key.values(agency), value))) {
        problems.push(unknownValue(registry, name, key, value));
      }
    }
    wanted.set(name, [...(wanted.get(name) ?? []), ...values]);
  }
  if (problems.length > 0) {
    throw new UserError('select-invalid', 'the selection cannot be used; nothing was audited', {
      problems,
      hint: `Write --select KEY=VALUE[,VALUE]; keys: ${Object.keys(keys).join(', ')}.`,
      th: {
        message: 'เงื่อนไขการเลือกใช้ไม่ได้ จึงยังไม่ได้ตรวจ',
        hint: `เขียนเป็น --select KEY=VALUE[,VALUE] โดย KEY คือ ${Object.keys(keys).join(', ')}`,
      },
    });
  }
  const chosen = registry.agencies.filter((agency) =>
    [...wanted].every(([name, values]) => values.some((value) => matches(keys[name]!.values(agency), value))),
  );
  if (chosen.length === 0) {
    throw new UserError('select-empty', `no agency of ${registry.path} fits ${conditions.join(' and ')}`, {
      hint: 'Each condition fits some agency, but no agency fits all of them.',
      th: { message: `ไม่มีหน่วยงานใดใน ${registry.path} ตรงกับ ${conditions.join(' และ ')} พร้อมกัน` },
    });
  }
  return chosen;
}

function matches(values: readonly string[], wanted: string): boolean {
  const pattern = wanted.split('*').map((part) => part.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const regex = new RegExp(`^${pattern.join('.*')}$`, 'su');
  return values.some((value) => regex.test(value.toLowerCase()));
}

function hostsOf(agency: Agency): string[] {
  const urls = [agency.url, agency.linkPage].filter((url) => url !== undefined);
  return [...urls.map((url) => new URL(url).host), ...agency.extraHosts];
}

function unknownKey(condition: string, name: string): Problem {
  const known = Object.keys(keys);
  const suggestion = nearestName(name, known);
  return {
    field: '--select',
    value: condition,
    message: `expected KEY=VALUE with a key of ${known.join(', ')}${suggestion ? `; did you mean "${suggestion}"?` : ''}`,
    messageTh: `ต้องเป็น KEY=VALUE โดย KEY คือ ${known.join(', ')}${suggestion ? ` หมายถึง "${suggestion}" หรือไม่` : ''}`,
  };
}

function unknownValue(registry: Registry, name: string, key: Key, value: string): Problem {
  const present = [...new Set(registry.agencies.flatMap(key.values))].sort();
  const suggestion = nearestName(value, name === 'kind' ? [...agencyKinds] : present);
  const some = present.slice(0, 12).join(', ') + (present.length > 12 ? ', …' : '');
  return {
    field: `--select ${name}`,
    value,
    message: `no agency has it${suggestion ? `; did you mean "${suggestion}"?` : ''} (there are: ${some || 'none'})`,
    messageTh: `ไม่มีหน่วยงานใดมีค่านี้${suggestion ? ` หมายถึง "${suggestion}" หรือไม่` : ''} (ที่มี: ${some || 'ไม่มี'})`,
  };
}
