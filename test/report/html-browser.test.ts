// The HTML report in a real browser: no network, no fault of accessibility (axe-core, WCAG 2.2 AA) in light, dark and
// print, filters and sorting over 500 agencies, links that open what they name.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/html.ts';
import { renderSite } from '../../src/report/site.ts';
import { generatedRun } from './generated-run.ts';
import { sampleRun } from './sample-run.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
let folder: string;
const addresses: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planaudit-html-'));
  const history = [generatedRun(25, 14, '2026-04-15'), generatedRun(25, 14, '2026-05-15')];
  const pictures = new Map([['agency-0 criterion-3', await photo()]]);
  const pages = {
    tiny: renderHtml(generatedRun(6), { lang: 'th', history, pictures }),
    small: renderHtml(generatedRun(25), { lang: 'th', history }),
    english: renderHtml(sampleRun, { lang: 'en' }),
    large: renderHtml(generatedRun(500), { lang: 'th', thaiDigits: true }),
  };
  for (const [name, page] of Object.entries(pages)) {
    await writeFile(join(folder, `${name}.html`), page);
    addresses[name] = pathToFileURL(join(folder, `${name}.html`)).href;
  }
  for (const { path, body } of renderSite(generatedRun(6), { lang: 'th', history, pictures })) {
    await mkdir(dirname(join(folder, 'site', path)), { recursive: true });
    await writeFile(join(folder, 'site', path), body);
  }
  for (const path of ['index.html', 'trends.html', 'agencies/agency-0.html']) {
    addresses[`site/${path}`] = pathToFileURL(join(folder, 'site', path)).href;
  }
}, 60_000);

/** A picture as the browser makes them. */
async function photo(): Promise<Uint8Array> {
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--headless=new'],
  });
  const page = await browser.newPage({ viewport: { width: 96, height: 42 } });
  const picture = await page.screenshot({ type: 'jpeg' });
  await page.close();
  return picture;
}

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(name: string, options: Parameters<Browser['newPage']>[0] = {}) {
  const page = await browser.newPage(options);
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(addresses[name]!);
  return { page, asked, errors };
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    `axe.run(document, {runOnly: ${JSON.stringify(rules)}}).then((result) =>
      result.violations.map(({id, nodes}) => id + ': ' + nodes.slice(0, 3).map((node) => node.html + ' ' + node.failureSummary).join(' | ')))`,
  );
}

const text = (page: Page, script: string) => page.evaluate(script) as Promise<string>;

// A browser beside all other tests may take its time.
describe('the HTML report in a browser', { timeout: 60_000 }, () => {
  it.each(['light', 'dark'] as const)('has no fault of accessibility, all agencies open (%s)', async (colorScheme) => {
    const { page, errors } = await open('tiny', { colorScheme });
    await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
    // What is out of sight has no layout yet (content-visibility), and axe would measure boxes that lie on one another.
    await page.addStyleTag({ content: '.agency{content-visibility:visible!important}' });
    expect(await faults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each([
    ['site/index.html', 'light'],
    ['site/trends.html', 'dark'],
    ['site/agencies/agency-0.html', 'light'],
  ] as const)('is as accessible as a static site: %s (%s)', async (name, colorScheme) => {
    const { page, errors } = await open(name, { colorScheme });
    expect(await faults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each(['tiny', 'site/agencies/agency-0.html'])(
    'shows the picture of a cited page, with words for it (%s)',
    async (name) => {
      const { page, errors } = await open(name);
      await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
      const picture = page.locator('[id="c-agency-0--criterion-3"] img');
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => page.evaluate(`document.querySelector('img').naturalWidth`)).toBe(96);
      expect(await picture.getAttribute('alt')).toMatch(/^ภาพหน้าเว็บที่มีข้อความ/);
      expect(await page.locator('img').count()).toBe(1);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it.each(['small', 'english', 'site/index.html', 'site/trends.html', 'site/agencies/agency-0.html'])(
    'fits the width of a phone: %s',
    async (name) => {
      const { page } = await open(name, { viewport: { width: 360, height: 740 } });
      await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      await page.close();
    },
  );

  it('does little for 500 agencies: only what is in sight is laid out, a filter lays out once', async () => {
    const { page } = await open('large');
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const metric = async (wanted: string) =>
      (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === wanted)!.value;
    const drawn = `[...document.querySelectorAll('.agency')].filter((each) => each.firstElementChild.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length`;
    expect(await page.evaluate(drawn)).toBeLessThan(30);
    const before = await metric('LayoutCount');
    // One letter typed: one filter, one layout, and one for the field itself at most.
    const left = await page.evaluate(`(() => {
      const field = document.querySelector('#filters [name=text]');
      field.value = 'agency-49';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return document.querySelectorAll('#matrix tbody tr:not([hidden])').length + document.body.offsetHeight * 0;
    })()`);
    expect(left).toBe(11);
    expect((await metric('LayoutCount')) - before).toBeLessThanOrEqual(3);
    await page.close();
  });

  it('goes to the very place that a link names', async () => {
    const { page } = await open('large');
    await page.evaluate(`location.hash = 'c-agency-333--criterion-9'`);
    const top = `Math.round(document.getElementById('c-agency-333--criterion-9').getBoundingClientRect().top)`;
    await expect.poll(() => page.evaluate(top)).toBe(16);
    await page.close();
  });

  it('asks nothing of any network, embeds Sarabun, runs no foreign script', async () => {
    const { page, asked, errors } = await open('small');
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([addresses['small']]);
    expect(await page.evaluate(`document.fonts.ready.then(() => document.fonts.check('16px Sarabun', 'แผน'))`)).toBe(
      true,
    );
    expect(errors).toEqual([]);
    expect(await page.evaluate(`document.querySelectorAll('a[href^="javascript"]').length`)).toBe(0);
    await page.close();
  });

  it('reads whole without scripts', async () => {
    const { page } = await open('english', { javaScriptEnabled: false });
    expect(await page.locator('#matrix tbody tr').count()).toBe(sampleRun.agencies.length);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.close();
  });

  it('filters 500 agencies by text, kind, verdict and criterion, and says how many are left', async () => {
    const { page } = await open('large');
    const count = (selector: string) =>
      page.evaluate(`document.querySelectorAll(${JSON.stringify(selector)}).length`) as Promise<number>;
    const visible = () => count('#matrix tbody tr:not([hidden])');
    expect(await visible()).toBe(500);
    expect(await text(page, `document.getElementById('shown').textContent`)).toBe('แสดง ๕๐๐ จาก ๕๐๐ หน่วยงาน');
    await page.fill('#filters [name=text]', 'agency-49');
    expect(await visible()).toBe(11);
    expect(await count('.agency:not([hidden])')).toBe(11);
    expect(await page.locator('.agency[data-id=agency-0]').isVisible()).toBe(false);
    await page.fill('#filters [name=text]', '');
    await page.selectOption('#filters [name=kind]', 'school');
    await page.selectOption('#filters [name=criterion]', 'criterion-2');
    await page.selectOption('#filters [name=verdict]', 'not-met');
    const expected = generatedRun(500).agencies.filter(
      ({ kind, criteria }) => kind === 'school' && criteria[1]!.verdict === 'not-met',
    );
    expect(await visible()).toBe(expected.length);
    await page.click('#filters [type=reset]');
    await expect.poll(visible).toBe(500);
    await page.close();
  });

  it('sorts by a criterion, the other way, and back to the order of the registry', async () => {
    const { page } = await open('small');
    const first = () => text(page, `document.querySelector('#matrix tbody tr').dataset.v.split(' ')[3]`);
    const head = page.locator('#matrix th[data-sort=criterion-4]');
    await head.locator('button').click();
    expect(await first()).toBe('not-met');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await head.locator('button').click();
    expect(await first()).toBe('not-applicable');
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBeNull();
    expect(await text(page, `document.querySelector('#matrix tbody tr').dataset.id`)).toBe('agency-0');
    await page.close();
  });

  it('opens the agency that a mark leads to, also when a filter hid it', async () => {
    const { page } = await open('small');
    await page.locator('#matrix tbody tr[data-id=agency-7] td.v a').nth(2).click();
    await expect.poll(() => page.locator('.agency[data-id=agency-7] details').getAttribute('open')).not.toBeNull();
    await page.fill('#filters [name=text]', 'agency-1');
    await page.evaluate(`location.hash = 'a-agency-20'`);
    await expect.poll(() => page.locator('.agency[data-id=agency-20] .body').isVisible()).toBe(true);
    await page.close();
  });

  it('keeps the head of the matrix in sight', async () => {
    const { page } = await open('large');
    const place = await page.evaluate(`(() => {
      const box = document.querySelector('.scroll'); box.scrollTop = 4000; box.scrollLeft = 50;
      const head = box.querySelector('thead th').getBoundingClientRect(); const frame = box.getBoundingClientRect();
      return { top: Math.round(head.top - frame.top), left: Math.round(head.left - frame.left) };
    })()`);
    expect(place).toEqual({ top: 1, left: 1 });
    await page.close();
  });

  it('prints all agencies on A4 with the head of the table on every page', async () => {
    const { page } = await open('small');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const boxes = new Set(pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g));
    // Upright for the text, lying for the matrix; points, rounded.
    const sizes = [...boxes].map((box) =>
      box
        .match(/[\d.]+/g)!
        .slice(2)
        .map((size) => Math.round(Number(size)))
        .join('×'),
    );
    expect(sizes.sort()).toEqual(['595×842', '842×595']);
    await page.close();
  });
});
