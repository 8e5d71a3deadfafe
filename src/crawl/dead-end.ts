// Answers of status 200 that are no page for a visitor: soft 404s, sign-in walls, messages of a failing server. Asks one control
// address a host, only when an answer gives reason to.
import type { ReadUrl } from '../model/canonical-url.ts';
import type { Capture, FetchFailure } from '../model/crawl.ts';
import type { DocumentText } from '../model/document.ts';
import type { Ledger } from './ledger.ts';
import { type LineSet, lineSet } from './line-set.ts';
import { outageOf } from './outage.ts';
import { controlUrl, isSoft404, type Soft404Facts, suspectsSoft404 } from './soft-404.ts';
import { staticTrap } from './traps.ts';
import type { Visited } from './visit.ts';

export interface Home {
  readonly lines: LineSet;
  readonly finalKey: string | null;
}

export interface DeadEnds {
  /** Was the visitor sent to a sign-in form instead? */
  signIn(asked: string, capture: Capture): FetchFailure | undefined;
  /** Does a server speak of its own failure in place of the page, or a form ask for a password? */
  outage(capture: Capture, text: DocumentText, lines: LineSet, home: Home | undefined): FetchFailure | undefined;
  /** Does the page only say that there is no such page? */
  soft404(
    asked: string,
    capture: Capture,
    text: DocumentText,
    lines: LineSet,
    home: Home | undefined,
  ): Promise<FetchFailure | undefined>;
}

export function createDeadEnds(ledger: Ledger, askControl: (url: string) => Promise<Visited>, read: ReadUrl): DeadEnds {
  const controls = new Map<string, LineSet | null>();

  async function controlOf(url: string): Promise<LineSet | null> {
    const { host } = new URL(url);
    const kept = controls.get(host);
    if (kept !== undefined) return kept;
    let lines: LineSet | null = null;
    if (ledger.left() > 0) {
      const { visit } = await askControl(controlUrl(url));
      if (visit.kind === 'read' && visit.text.media === 'html')
        lines = lineSet(visit.text, visit.capture.finalUrl, read);
    }
    controls.set(host, lines);
    return lines;
  }

  return {
    signIn(asked, capture) {
      const sent = capture.hops.length > 0 && staticTrap(capture.finalUrl) === 'account';
      if (!sent || staticTrap(asked) === 'account') return undefined;
      return failure('http-unauthorized', 'redirected to a sign-in page', capture, false);
    },
    outage(capture, text, lines, home) {
      const out = outageOf(text, lines, home?.lines);
      return out && { ...failure(out.code, out.detail, capture, false), transient: out.code === 'http-server-error' };
    },
    async soft404(asked, capture, text, lines, home) {
      const facts: Soft404Facts = {
        url: asked,
        capture,
        text,
        lines,
        home,
        finalKey: read(capture.finalUrl)?.key ?? null,
        askedKey: read(asked)?.key ?? null,
      };
      if (!suspectsSoft404(facts)) return undefined;
      const detail = isSoft404(facts, null) ?? isSoft404(facts, await controlOf(capture.finalUrl));
      return detail === undefined ? undefined : failure('soft-404', detail, capture, true);
    },
  };
}

function failure(code: FetchFailure['code'], detail: string, capture: Capture, dead: boolean): FetchFailure {
  const { finalUrl: url, status, hops, fetchedAt: at } = capture;
  return { code, url, status, detail, hops, at, transient: false, dead };
}
