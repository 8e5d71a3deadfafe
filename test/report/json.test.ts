import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { AuditRun } from '../../src/model/result.ts';
import { renderJson } from '../../src/report/json.ts';
import { runSchema } from '../../src/report/run-schema.ts';
import { sampleRun } from './sample-run.ts';

const committed = readFileSync(new URL('../../src/report/run-schema.json', import.meta.url), 'utf8');
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(committed));

describe('the JSON report', () => {
  it('is valid by the published schema', () => {
    const valid = validate(JSON.parse(renderJson(sampleRun)));
    expect(validate.errors).toBeNull();
    expect(valid).toBe(true);
  });

  it('has the keys in the order of the contract, whatever the order in memory', () => {
    const shuffled = Object.fromEntries(Object.entries(sampleRun).reverse()) as unknown as AuditRun;
    expect(renderJson(shuffled)).toBe(renderJson(sampleRun));
    expect(Object.keys(JSON.parse(renderJson(sampleRun)))).toEqual(['schema', 'tool', 'run', 'summary', 'agencies']);
  });

  it('refuses a run that is not of the schema', () => {
    expect(() => renderJson({ ...sampleRun, extra: 1 } as AuditRun)).toThrow();
  });
});

describe('the published schema', () => {
  it('is the one the program uses (npm run schema)', () => {
    expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(runSchema())));
  });

  it('refuses what the contract does not know', () => {
    const run = JSON.parse(renderJson(sampleRun));
    run.agencies[0].criteria[0].verdict = 'maybe';
    run.agencies[1].colour = 'red';
    delete run.agencies[2].coverage;
    expect(validate(run)).toBe(false);
    expect(validate.errors?.length).toBeGreaterThanOrEqual(3);
  });
});
