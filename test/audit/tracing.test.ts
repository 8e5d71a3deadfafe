// Traces against a real OpenTelemetry SDK that keeps its spans in memory, registered as a user's --import would.
import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterEach, expect, it } from 'vitest';
import { openTracing } from '../../src/audit/tracing.ts';
import { demoCommand } from '../../src/commands/demo.ts';
import { fakeTerminal } from '../commands/fake-terminal.ts';

afterEach(() => {
  trace.disable();
  context.disable();
});

function register(): InMemorySpanExporter {
  const exporter = new InMemorySpanExporter();
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }));
  return exporter;
}

it('costs nothing without an SDK', async () => {
  expect(await openTracing('0')).toBeUndefined();
});

it('spans run, agencies, fetches, extractions and judgements, each inside its own', async () => {
  const exporter = register();
  const select = ['id=agri', 'id=forest-region'];
  expect(await demoCommand({ select, lang: 'en', quiet: true }, fakeTerminal())).toBe(0);
  const spans = exporter.getFinishedSpans();
  const named = (name: string) => spans.filter((span) => span.name === `planaudit.${name}`);
  const inside = (parent: ReadableSpan, name: string) =>
    named(name).filter((span) => span.parentSpanContext?.spanId === parent.spanContext().spanId);

  const [run, ...more] = named('run');
  expect(more).toEqual([]);
  expect(run?.parentSpanContext).toBeUndefined();
  expect(run?.attributes).toMatchObject({ 'planaudit.agencies': 2, 'planaudit.complete': true });
  expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([run!.spanContext().traceId]));

  const agencies = inside(run!, 'agency');
  const agri = agencies.find((span) => span.attributes['planaudit.agency.id'] === 'agri')!;
  const blocked = agencies.find((span) => span.attributes['planaudit.agency.id'] === 'forest-region')!;
  expect(agri.attributes).toMatchObject({ 'planaudit.agency.kind': expect.any(String), 'planaudit.pass': 1 });
  const fetches = inside(agri, 'fetch').filter((span) => span.attributes['planaudit.purpose'] !== 'robots');
  expect(fetches.length).toBe(agri.attributes['planaudit.requests']);
  for (const fetch of fetches) expect(fetch.attributes['url.full']).toMatch(/agri\.phuphathong\.go\.th|example/);
  expect(inside(agri, 'extract').some((span) => span.attributes['planaudit.media'] === 'pdf')).toBe(true);
  expect(inside(agri, 'judge')).toHaveLength(1);

  // The firewall's site: its fetches failed, and say with what.
  expect(inside(blocked, 'fetch').map((span) => span.attributes['error.type'])).toContain('blocked');
  // Nothing stands beside the tree.
  const own = spans.filter((span) => span !== run && !agencies.includes(span));
  for (const span of own) {
    expect(agencies.map((agency) => agency.spanContext().spanId)).toContain(span.parentSpanContext?.spanId);
  }
});

it('records what is thrown, and throws it on', async () => {
  const exporter = register();
  const tracing = (await openTracing('0'))!;
  const boom = () => {
    throw new RangeError('boom');
  };
  expect(() => tracing.spanSync('sync', {}, boom)).toThrow('boom');
  await expect(tracing.span('async', {}, async () => boom())).rejects.toThrow('boom');
  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ name, status }) => [name, status.message])).toEqual([
    ['sync', 'boom'],
    ['async', 'boom'],
  ]);
  expect(spans[0]?.events[0]?.attributes?.['exception.type']).toBe('RangeError');
});
