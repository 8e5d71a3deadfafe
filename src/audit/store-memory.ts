// What the store remembers for a new run: earlier answers, so that unchanged pages are not sent again, and earlier readings,
// so that unchanged documents are not read again.
import type { ExtractionCache } from '../extract/extraction-cache.ts';
import type { FetchSettings } from '../fetch/settings.ts';
import type { Store } from '../store/store.ts';

export interface RunMemory {
  readonly extractions: ExtractionCache;
  readonly revalidate: NonNullable<FetchSettings['revalidate']>;
}

export function memoryOf(store: Pick<Store, 'extractions' | 'lastCapture' | 'body'>): RunMemory {
  return {
    extractions: store.extractions,
    async revalidate(url) {
      try {
        const known = await store.lastCapture(url);
        if (known === undefined) return undefined;
        const { capture, ...validators } = known;
        return {
          ...validators,
          headers: capture.headers,
          status: capture.status,
          body: () => store.body(capture.sha256),
        };
      } catch {
        // A fault of the store shows where something is recorded; here it only costs a saving.
        return undefined;
      }
    },
  };
}
