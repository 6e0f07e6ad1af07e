import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { sharedSite } from '../support/shared-site.js';

/** About half of what reports took at 390 px before long parts were folded (nurse 8,877 px, lift engineer 7,911, accountant 9,598), px. */
const AT_MOST = {
  '/': 4_800,
  '/occupations/nurse': 4_500,
  '/occupations/lift-engineer': 4_500,
  '/occupations/machine-learning-engineer': 4_500,
  '/occupations/accountant': 4_500,
  '/compare': 3_300,
  '/occupations?sort=score': 5_300,
  '/blueprint': 5_700,
  '/method': 2_400,
  '/changes': 3_000,
  '/evidence': 1_800,
};
const HEIGHT = 'document.documentElement.scrollHeight';
/** What of a wide page stands outside of it. */
const OUTSIDE = `[...document.querySelectorAll('main *')]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.drawing, .visually-hidden, .head-hidden'))
  .map((each) => each.tagName + ' ' + each.textContent.trim().slice(0, 40))`;

const site = sharedSite();
let browser: Browser;
let phone: Page;
beforeAll(async () => {
  browser = await launchChromium();
  phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
});
afterAll(async () => {
  await browser?.close();
});

describe('on a phone', () => {
  it.each(Object.entries(AT_MOST))('%s takes at most %i px', async (path, most) => {
    await phone.goto(site + path);
    expect(await phone.evaluate<number>(HEIGHT)).toBeLessThanOrEqual(most);
  });

  it.each(['nurse', 'lift-engineer', 'accountant'])(
    'the start stands in the first screen of %s, and three of its tasks lead past the question about tasks',
    async (slug) => {
      await phone.goto(`${site}/occupations/${slug}`);
      const start = await phone.locator('main button').first().boundingBox();
      expect((start?.y ?? 0) + (start?.height ?? 0)).toBeLessThan(844);
      const ticks = phone.locator('.own-week input[type=checkbox]');
      expect(await ticks.count()).toBe(3);
      for (const tick of await ticks.all()) await tick.check();
      await phone.locator('.own-week button').click();
      await phone.locator('main form[method=post] .button').click();
      expect(phone.url()).toBe(`${site}/assessment/week`);
      await phone.context().clearCookies();
    },
  );

  it('a task opens by its name, and on a wide screen all of them stand open without one', async () => {
    const address = `${site}/occupations/nurse`;
    await phone.goto(address);
    const tools = phone.locator('.fold-task .tools').first();
    expect(await tools.isVisible()).toBe(false);
    await phone.locator('.fold-task summary').first().click();
    expect(await tools.isVisible()).toBe(true);
    const wide = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await wide.goto(address);
    for (const each of await wide.locator('.fold-task .tools').all())
      expect(await each.isVisible()).toBe(true);
    await wide.close();
  });
});

it('at twice the text size nothing stands outside of a page 1280 px wide', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const outside: Record<string, string[]> = {};
  const paths = ['/', '/occupations/nurse', '/compare', '/occupations?sort=score', '/blueprint', '/method'];
  for (const path of [...paths, '/assessment', '/occupations/nurse/report-an-error']) {
    await page.goto(site + path);
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    const found = await page.evaluate<string[]>(OUTSIDE);
    if (found.length > 0) outside[path] = found;
  }
  expect(outside).toEqual({});
  await page.close();
});
