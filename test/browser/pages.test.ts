import type { Browser } from 'playwright-core';
import type { LocalStack } from '../../apps/cli/src/local/local-stack.js';
import { accessibilityFaults, launchChromium } from '../support/chromium.js';
import { freshStack } from '../support/fresh-stack.js';

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
  '/assessment',
  '/no-such-page',
];

let stack: LocalStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([freshStack(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe.each(PUBLIC_PAGES)('%s', (path) => {
  it.each([
    [390, 'light'],
    [1280, 'dark'],
  ] as const)(
    'has no accessibility faults, script errors or foreign requests at %i px, %s',
    async (width, colorScheme) => {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      const foreign: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(stack.siteUrl) && !request.url().startsWith('data:'))
          foreign.push(request.url());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        // The missing page and the refused form are reported by the browser; that is what they are there for.
        if (message.type() === 'error' && !/status of (404|422)/.test(message.text()))
          errors.push(message.text());
      });
      await page.goto(stack.siteUrl + path);
      expect({ faults: await accessibilityFaults(page), foreign, errors }).toEqual({
        faults: [],
        foreign: [],
        errors: [],
      });
      await page.close();
    },
  );

  // 320 px is also what a 1280 px window leaves at 400 % zoom.
  it('does not scroll sideways at 320 px', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    await page.goto(stack.siteUrl + path);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(0);
    await page.close();
  });
});
