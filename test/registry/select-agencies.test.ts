import { describe, expect, it } from 'vitest';
import type { UserError } from '../../src/errors.ts';
import type { Agency, Registry } from '../../src/model/registry.ts';
import { registryWarnings } from '../../src/registry/registry-warnings.ts';
import { selectAgencies } from '../../src/registry/select-agencies.ts';

const agency = (id: string, rest: Partial<Agency>): Agency => ({
  id,
  name: `Agency ${id}`,
  kind: 'district',
  extraHosts: [],
  tags: [],
  exempt: [],
  ...rest,
});
const registry: Registry = {
  path: 'r.csv',
  sha256: '0'.repeat(64),
  agencies: [
    agency('a', { kind: 'hospital', tags: ['x'], url: 'http://www.share.go.th/a' }),
    agency('b', { kind: 'school', tags: ['x', 'y'], url: 'https://share.go.th/b' }),
    agency('c', { tags: ['y'], url: 'https://www.facebook.com/c' }),
    agency('d', { url: 'https://www.facebook.com/c', exempt: [{ criterion: 'p', reason: 'r', until: '2026-01-31' }] }),
    agency('e', {}),
  ],
};
const idsOf = (...conditions: string[]) => selectAgencies(registry, conditions).map(({ id }) => id);

describe('selectAgencies', () => {
  it.each([
    [[], ['a', 'b', 'c', 'd', 'e']],
    [['kind=hospital,school'], ['a', 'b']],
    [['kind=โรงพยาบาล'], ['a']],
    [
      ['tag=x', 'tag=y'],
      ['a', 'b', 'c'],
    ],
    [['tag=y', 'kind=school'], ['b']],
    [['id=d,a'], ['a', 'd']],
    [['host=*.go.th'], ['a', 'b']],
    [['name=agency *'], ['a', 'b', 'c', 'd', 'e']],
  ])('%j gives %j', (conditions, expected) => {
    expect(idsOf(...conditions)).toEqual(expected);
  });

  it('reports all wrong conditions', () => {
    const failure = () => selectAgencies(registry, ['knid=hospital', 'tag=z', 'kind', 'id=a']);
    expect(failure).toThrowError(expect.objectContaining({ code: 'select-invalid' }) as UserError);
    try {
      failure();
    } catch (error) {
      expect((error as UserError).problems.map(({ value }) => value)).toEqual(['knid=hospital', 'z', 'kind']);
    }
  });

  it('refuses a selection that leaves nobody', () => {
    expect(() => selectAgencies(registry, ['tag=x', 'id=c'])).toThrowError(
      expect.objectContaining({ code: 'select-empty' }) as UserError,
    );
  });
});

describe('registryWarnings', () => {
  it('names what is worth a look', () => {
    const warnings = registryWarnings(registry, '2026-06-15').map(({ code, agencies }) => [code, agencies.join()]);
    expect(warnings).toEqual([
      ['no-website', 'e'],
      ['http-only', 'a'],
      ['social-page', 'c,d'],
      ['duplicate-url', 'c,d'],
      ['shared-host', 'a,b'],
      ['exemption-ended', 'd'],
    ]);
  });

  it.each([
    ['โรงเรียนบ้านหนองบัว', 'other', true],
    ['โรงเรียนเทศบาล 1', 'municipality', true],
    ['อบต.หนองแก้ว', 'municipality', true],
    ['โรงเรียนบ้านหนองบัว', 'school', false],
    ['โรงพยาบาลส่งเสริมสุขภาพตำบลหนองแก้ว', 'health-office', false],
    ['จังหวัดเวียงธาตุ', 'provincial-office', false],
    ['องค์การสวนสัตว์', 'other', false],
  ] as const)('%s of kind %s: doubted %s', (name, kind, doubted) => {
    const agencies = [agency('a', { name, kind, url: 'https://a.go.th/' })];
    const codes = registryWarnings({ ...registry, agencies }, '2026-06-15').map(({ code }) => code);
    expect(codes).toEqual(doubted ? ['kind-and-name'] : []);
  });
});
