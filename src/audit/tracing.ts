// OpenTelemetry traces through the standard API. Nothing is loaded, and nothing costs, unless the user has registered an SDK
// before the program started (node --import, NODE_OPTIONS). Knows nothing of what is traced.
import type { Attributes, Context, Span } from '@opentelemetry/api';

/** Opens spans inside one place of the trace. What `work` throws is recorded in the span and thrown on. */
export interface Tracing {
  /** Does `work` inside a span that ends with it. */
  span<Result>(name: string, attributes: Attributes, work: (span: TraceSpan) => Promise<Result>): Promise<Result>;
  /** The same for work that does not wait. */
  spanSync<Result>(name: string, attributes: Attributes, work: (span: TraceSpan) => Result): Result;
}

/** A span that is open, as those who work inside it see it. */
export interface TraceSpan {
  set(attributes: Attributes): void;
  /** Marks the span as failed, by a failure code. */
  fail(code: string): void;
  /** Opens spans inside this one. */
  readonly inside: Tracing;
}

/** Where the API keeps what was registered with it, for all copies of itself in a process. */
const registered = Symbol.for('opentelemetry.js.api.1');

/** Undefined when no SDK is registered, or the package `@opentelemetry/api` is not there to speak to it. */
export async function openTracing(version: string): Promise<Tracing | undefined> {
  const known = (globalThis as { [registered]?: { trace?: unknown } })[registered];
  if (known?.trace === undefined) return undefined;
  const api = await import('@opentelemetry/api').catch(() => undefined);
  if (api === undefined) return undefined;
  const { context: contexts, trace, SpanStatusCode } = api;
  const tracer = trace.getTracer('planaudit', version);

  function failed(span: Span, error: unknown): void {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    span.recordException({ name, message });
    span.setStatus({ code: SpanStatusCode.ERROR, message });
  }

  /** By hand, not by what is active: hundreds of fetches of many agencies are under way at once. */
  function tracingIn(parent: Context): Tracing {
    const open = (name: string, attributes: Attributes) => {
      const span = tracer.startSpan(name, { attributes }, parent);
      const context = trace.setSpan(parent, span);
      const seen: TraceSpan = {
        set: (more) => void span.setAttributes(more),
        fail: (code) => void span.setStatus({ code: SpanStatusCode.ERROR, message: code }),
        inside: tracingIn(context),
      };
      return { span, context, seen };
    };
    return {
      async span(name, attributes, work) {
        const { span, context, seen } = open(name, attributes);
        try {
          return await contexts.with(context, () => work(seen));
        } catch (error) {
          failed(span, error);
          throw error;
        } finally {
          span.end();
        }
      },
      spanSync(name, attributes, work) {
        const { span, context, seen } = open(name, attributes);
        try {
          return contexts.with(context, () => work(seen));
        } catch (error) {
          failed(span, error);
          throw error;
        } finally {
          span.end();
        }
      },
    };
  }
  return tracingIn(contexts.active());
}
