// A country of generated agencies: who they are, where they are hosted, how their servers behave. The same index gives the
// same agency. What a site says is made by fixtures/build/random-site.ts; nothing here knows the rules.
import { generateSite } from '../../fixtures/build/random-site.ts';
import { randomTraits } from '../../fixtures/build/random-traits.ts';
import { type AgencySource, type Random, randomOf } from '../../fixtures/build/site-source.ts';

/**
 * How a server behaves. `refused`, `unknown-name` and `silent` are dead for good; `blocked` answers everything with a
 * firewall's page; `recovering` is down when first asked and well some minutes later.
 */
export type Behaviour = 'well' | 'slow' | 'refused' | 'unknown-name' | 'silent' | 'blocked' | 'recovering';

export interface Citizen {
  readonly index: number;
  readonly id: string;
  readonly host: string;
  /** A loopback address; vendors host many agencies on one. */
  readonly address: string;
  readonly vendor: number | undefined;
  readonly behaviour: Behaviour;
  /** Median time to the first byte, in ms of the real world. */
  readonly latencyMs: number;
  /** Publishes its documents as PDF; the others as pages. */
  readonly pdf: boolean;
}

/** Agencies of one vendor's server: as many as the larger vendors of local government have on one address. */
const vendorSize = 60;
/** Share of agencies on a vendor's server. */
const vendorShare = 0.45;

const behaviours: readonly (readonly [Behaviour, number])[] = [
  ['well', 0.72],
  ['slow', 0.12],
  ['refused', 0.03],
  ['unknown-name', 0.02],
  ['silent', 0.02],
  ['blocked', 0.05],
  ['recovering', 0.04],
];

const seedOf = (index: number): string => `n${String(index).padStart(5, '0')}`;

export const hostOf = (index: number): string => `www.${seedOf(index)}.example.go.th`;

/** The index of a host of this country, or undefined. */
export function indexOf(host: string): number | undefined {
  const digits = /^www\.n(\d+)\.example\.go\.th$/.exec(host)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Agency `index` of a country of `size` agencies: vendors are as many as the size asks for, so that each is equally full. */
export function citizenOf(index: number, size: number): Citizen {
  const random = randomOf(`${seedOf(index)}/citizen`);
  const vendors = Math.max(1, Math.round((size * vendorShare) / vendorSize));
  const vendor = random() < vendorShare ? Math.floor(random() * vendors) : undefined;
  const behaviour = shareOf(random());
  // 50 to 3,000 ms, evenly on a logarithmic scale; slow servers are of the upper end.
  const latencyMs = behaviour === 'slow' ? 1500 + random() * 1500 : 50 * 60 ** random();
  return {
    index,
    id: seedOf(index),
    host: hostOf(index),
    address: vendor === undefined ? addressOf(100, index) : addressOf(10, vendor),
    vendor,
    behaviour,
    latencyMs,
    pdf: random() < 0.5,
  };
}

function shareOf(at: number): Behaviour {
  let sum = 0;
  for (const [behaviour, share] of behaviours) {
    sum += share;
    if (at < sum) return behaviour;
  }
  return 'well';
}

const addressOf = (net: number, n: number): string =>
  `127.${net + Math.floor(n / 62_500)}.${1 + (Math.floor(n / 250) % 250)}.${1 + (n % 250)}`;

/** What agency `index` publishes, and its name and kind. */
export function sourceOf(index: number): AgencySource {
  const seed = seedOf(index);
  return generateSite(seed, randomTraits(randomOf(`${seed}/traits`))).agency;
}

export interface SiteReply {
  readonly title: string;
  readonly body: string;
  /** One of the plan's own documents, which a site that publishes PDF has as PDF. */
  readonly document: boolean;
}

/** The pages of a source by address: path, and query in the order of its names. */
export function pagesOf(source: AgencySource): ReadonlyMap<string, SiteReply> {
  const pages = new Map<string, SiteReply>();
  for (const { url, title, body } of source.pages ?? []) {
    pages.set(pageKey(url), { title, body, document: body.includes('<section class="cover">') });
  }
  return pages;
}

export function pageKey(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://site.invalid');
  searchParams.sort();
  return `${decodeURIComponent(pathname)}?${searchParams}`;
}

/** Around the median: most answers are near it, a few take twice as long. */
export const jitter = (random: Random): number => 0.6 + random() * 0.6 + (random() < 0.1 ? 1 : 0);
