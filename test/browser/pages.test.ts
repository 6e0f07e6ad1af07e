import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accessibilityFaults, launchChromium } from '../support/chromium.js';
import { sharedSite } from '../support/shared-site.js';

const PUBLIC_PAGES = [
  '/',
  '/occupations',
  '/occupations?q=nurse',
  '/occupations/machine-learning-engineer',
  '/occupations/nurse',
  '/blueprint',
  '/method',
  '/data',
  '/compare',
  '/compare?role=nurze&role=data-scientist&role=plumber',
  '/compare?role=zzzzqqq&role=',
  '/occupations?sort=score',
  '/about',
  '/design',
  '/terms',
  '/privacy',
  '/cookies',
  '/accessibility',
  '/complaints',
  '/cancellation',
  '/complaints/write',
  '/cancellation/notice',
  '/occupations/nurse/report-an-error',
  '/on-time',
  '/find-order',
  '/assessment',
  '/no-such-page',
];

const READERS = [
  { width: 390, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

const site = sharedSite();
let browser: Browser;
/** One window for each kind of reader: to open one takes longer than many a page. */
const windows = new Map<number, BrowserContext>();
beforeAll(async () => {
  browser = await launchChromium();
  for (const { width, colorScheme } of READERS)
    windows.set(width, await browser.newContext({ viewport: { width, height: 900 }, colorScheme }));
});
afterAll(async () => {
  await browser?.close();
});

async function openIn(width: number): Promise<Page> {
  const page = await windows.get(width)?.newPage();
  if (!page) throw new Error(`No window is ${width} px wide.`);
  return page;
}

/** How far the page moved by itself while it was loaded (Cumulative Layout Shift); below a thousandth nobody can see it. */
const SHIFT = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
    .observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
})`;
const SIDEWAYS = 'document.documentElement.scrollWidth - window.innerWidth';
/** What has the focus: its words, and whether one can see that it has it. */
const FOCUS = `({
  words: document.activeElement.textContent.trim(),
  seen: getComputedStyle(document.activeElement).outlineStyle !== 'none',
})`;

describe('the sample, which is an accessible copy', () => {
  it.each(READERS)(
    'at $width px, $colorScheme: no accessibility faults; all of it at 320 px',
    async ({ width }) => {
      const page = await openIn(width);
      await page.goto(`${site}/blueprint/sample`);
      const faults = await accessibilityFaults(page);
      await page.setViewportSize({ width: 320, height: 700 });
      await page.evaluate('document.querySelectorAll("details").forEach((one) => (one.open = true))');
      const sideways = Math.max(0, await page.evaluate<number>(SIDEWAYS));
      expect({ faults, sideways }).toEqual({ faults: [], sideways: 0 });
      await page.close();
    },
  );
});

describe.each(PUBLIC_PAGES)('%s', (path) => {
  it.each(READERS)(
    'at $width px, $colorScheme: no accessibility faults, errors, foreign requests or movement; all of it at 320 px',
    async ({ width }) => {
      const page = await openIn(width);
      const foreign: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(site) && !request.url().startsWith('data:'))
          foreign.push(request.url());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        // The missing page and the refused form are reported by the browser; that is what they are there for.
        if (message.type() === 'error' && !/status of (404|422)/.test(message.text()))
          errors.push(message.text());
      });
      await page.goto(site + path);
      const moved = Math.round(1_000 * (await page.evaluate<number>(SHIFT)));
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(FOCUS);
      // A refused form begins at what is wrong with it; every other page at the top.
      const refused = page.locator('.error-summary[autofocus] a').first();
      const first = (await refused.count()) > 0 ? await refused.innerText() : 'Skip to the content';
      const faults = await accessibilityFaults(page);
      // 320 px is also what a 1280 px window leaves at 400 % zoom.
      await page.setViewportSize({ width: 320, height: 700 });
      const sideways = Math.max(0, await page.evaluate<number>(SIDEWAYS));
      expect({ faults, foreign, errors, moved, focus, sideways }).toEqual({
        faults: [],
        foreign: [],
        errors: [],
        moved: 0,
        focus: { words: first, seen: true },
        sideways: 0,
      });
      await page.close();
    },
  );
});

it('on a slow machine, where a page is read bit by bit, its tables do not move', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const debug = await page.context().newCDPSession(page);
  await debug.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.goto(`${site}/occupations?q=nurse`);
  expect(await page.evaluate<number>(SHIFT)).toBe(0);
  await page.close();
});

describe('a form sent empty', () => {
  it.each(['/complaints/write', '/cancellation/notice', '/occupations/nurse/report-an-error'])(
    '%s says what is missing, by keyboard alone',
    async (path) => {
      const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
      await page.goto(site + path);
      await page.locator('#send').focus();
      await page.keyboard.press('Enter');
      const link = page.locator('.error-summary a').first();
      await link.waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await link.focus();
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
      await page.close();
    },
  );
});
