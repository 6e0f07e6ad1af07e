import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.js';
import { sharedSite } from '../support/shared-site.js';

/** A grid whose right part is empty from top to bottom, or whose last row holds one small thing alone at its left. */
const UNEVEN = `[...document.querySelectorAll('main *')].flatMap((grid) => {
  const style = getComputedStyle(grid);
  if (style.display !== 'grid' || !grid.checkVisibility() || style.gridTemplateColumns.split(' ').length < 2) return [];
  const box = grid.getBoundingClientRect();
  const boxes = [...grid.children]
    .filter((child) => child.checkVisibility() && getComputedStyle(child).position !== 'absolute')
    .map((child) => child.getBoundingClientRect());
  const last = Math.max(...boxes.map(({ top }) => Math.round(top)));
  const inLast = boxes.filter(({ top }) => Math.round(top) === last);
  const [alone] = inLast;
  const isAlone = inLast.length === 1 && boxes.length > 1 && last > Math.round(boxes[0].top)
    && alone.width < box.width * 0.6 && alone.left < box.left + 5;
  const isHalf = Math.max(...boxes.map(({ right }) => right)) < box.left + box.width * 0.65;
  return isAlone || isHalf ? [grid.className + ': ' + grid.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40)] : [];
})`;

const PATHS = [
  '/',
  '/occupations/nurse',
  '/occupations/lift-engineer',
  '/occupations/accountant',
  '/blueprint',
];
const OTHERS = [
  '/compare',
  '/method',
  '/data',
  '/about',
  '/on-time',
  '/assessment',
  '/order/new',
  '/evidence',
];

const site = sharedSite();
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

it.each([390, 768, 1440])('at %i px no half of a row stays empty', async (width) => {
  const page: Page = await browser.newPage({ viewport: { width, height: 900 } });
  const uneven: Record<string, string[]> = {};
  for (const path of [...PATHS, ...OTHERS]) {
    await page.goto(site + path);
    const found = await page.evaluate<string[]>(UNEVEN);
    if (found.length > 0) uneven[path] = found;
  }
  expect(uneven).toEqual({});
  await page.close();
});
