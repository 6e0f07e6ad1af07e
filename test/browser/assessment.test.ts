import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type AssessmentApp, assessmentApp } from '../../apps/site/src/assessment/assessment-app.builder.js';
import { accessibilityFaults, launchChromium } from '../support/chromium.js';

let fixture: AssessmentApp;
let browser: Browser;
let site: string;
beforeAll(async () => {
  [fixture, browser] = await Promise.all([assessmentApp(), launchChromium()]);
  await fixture.app.listen(0, '127.0.0.1');
  site = `http://127.0.0.1:${(fixture.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  await fixture?.close();
});

/** A result at 390 px: it took 9,517 px before its details were folded. */
const MOST_PX = 5_200;

/** Set PICTURES to a folder to look at every page afterwards. */
const pictures = process.env['PICTURES'];

async function open(options: BrowserContextOptions): Promise<Page> {
  return await (await browser.newContext(options)).newPage();
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** Checks the page in front of the person, and takes its picture. Needs scripts: axe waits for timers. */
async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  const sideways = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  expect({ name, faults: await accessibilityFaults(page), sideways }).toEqual({
    name,
    faults: [],
    sideways: 0,
  });
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();
const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

/** Chooses in every row of radio buttons the answer at the next of these places. */
async function choose(page: Page, places: readonly number[]): Promise<void> {
  let row = 0;
  for (const group of await page.getByRole('group').all()) {
    const answers = group.getByRole('radio');
    const place = places[row % places.length] ?? 0;
    if ((await answers.count()) > place) await answers.nth(place).check();
    row += 1;
  }
}

describe('the assessment, taken by different people', () => {
  it('a nurse on a phone without JavaScript answers everything', async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
    await page.goto(`${site}/assessment?occupation=nurse`);
    await press(page, /start/i);
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 5)) await box.check();
    await press(page, 'Continue');
    await choose(page, [3, 2, 1, 2, 1]);
    await press(page, 'See your first result');
    await picture(page, 'nurse-1-first-result');
    await page.getByRole('link', { name: 'Carry on' }).click();
    await choose(page, [1, 2, 3]);
    await picture(page, 'nurse-2-ai-tools');
    await press(page, 'Continue');
    await choose(page, [2, 2, 2, 1, 2, 2]);
    await press(page, 'Continue');
    await page.getByLabel('Hours in a usual week').fill('37.5');
    await page.getByLabel('Region').selectOption('Wales');
    await press(page, 'Continue');
    await choose(page, [3, 4, 2, 3, 1]);
    await picture(page, 'nurse-3-skills');
    await press(page, 'Continue');
    await choose(page, [2, 0, 0, 2, 1, 2]);
    await picture(page, 'nurse-4-interests');
    await press(page, 'Continue');
    await page.getByLabel('Longest you would train for').fill('12');
    await press(page, 'Continue');
    await picture(page, 'nurse-5-check');
    await press(page, 'See your full result');
    await picture(page, 'nurse-6-result');
    const result = (await page.locator('main').textContent())?.replaceAll(/\s+/g, ' ') ?? '';
    for (const words of ['as you rated them', 'Your interests', 'beside the tasks', 'Stay and reshape'])
      expect(result).toContain(words);
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBeLessThan(MOST_PX);
    await page.goBack();
    expect(await heading(page)).toBe('Check your answers');
  });

  it('a warehouse worker whose title is not found gets a useful result', async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await page.goto(`${site}/assessment`);
    await press(page, /start/i);
    await page.getByLabel('Search by job title').fill('zzq goods wrangler');
    await press(page, 'Search');
    await page.getByRole('radio', { name: /None of these/ }).check();
    await press(page, 'Continue');
    await page
      .getByRole('radio', { name: /transport|logistics|driving/i })
      .first()
      .check();
    await press(page, 'Continue');
    await look(page, 'warehouse-0-tasks');
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 3)) await box.check();
    await press(page, 'Continue');
    await choose(page, [3, 2, 1]);
    await press(page, 'See your first result');
    await page.getByRole('link', { name: 'Carry on' }).click();
    await choose(page, [1, 1, 2]);
    await look(page, 'warehouse-1-ai-tools');
    await press(page, 'Continue');
    await press(page, 'Continue');
    await press(page, 'Continue');
    expect(await heading(page)).toBe('What would you like to do?');
    await choose(page, [0, 2, 1, 2, 0, 2]);
    await look(page, 'warehouse-2-interests');
    await press(page, 'Continue');
    await press(page, 'Continue');
    await look(page, 'warehouse-3-check');
    expect(await page.locator('main').innerText()).toContain('Not asked.');
    await press(page, 'See your full result');
    await look(page, 'warehouse-4-result');
    await page.goto(`${site}/assessment/skills`);
    await look(page, 'warehouse-5-skills-not-asked');
  });

  it('a solicitor gives exact percentages', async () => {
    const page = await open({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site}/assessment?occupation=solicitor`);
    await press(page, /start/i);
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 4)) await box.check();
    await press(page, 'Continue');
    await page.getByRole('link', { name: 'enter them instead' }).click();
    const fields = await page.getByRole('textbox').all();
    for (const [index, field] of fields.entries()) await field.fill(['40', '25', '15', '10'][index] ?? '0');
    await press(page, 'See your first result');
    await page.getByRole('link', { name: 'Straight to the full result' }).click();
    await press(page, 'See your full result');
    await look(page, 'solicitor-1-result');
    expect(await page.locator('main').innerText()).toContain('the exact share of your week');
    await page.emulateMedia({ media: 'print' });
    await look(page, 'solicitor-2-print');
  });

  it('somebody who listens hears one heading a page, a name for every group, and errors at once', async () => {
    const page = await open({ viewport: { width: 768, height: 1024 } });
    await page.goto(`${site}/assessment?occupation=machine-learning-engineer`);
    await press(page, /start/i);
    await press(page, 'Continue');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate('document.activeElement.id')).toBe('errors');
    await page.getByRole('link', { name: /Tick at least one/ }).click();
    expect(await page.evaluate('document.activeElement.type')).toBe('checkbox');
    for (const part of ['ai-tools', 'demands', 'skills', 'interests']) {
      await page.goto(`${site}/assessment/${part}`);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      for (const group of await page.getByRole('group').all()) {
        expect(await group.locator('legend').innerText()).not.toBe('');
        for (const radio of await group.getByRole('radio').all())
          expect(await radio.evaluate('(button) => button.labels[0].innerText')).not.toBe('');
      }
    }
    expect(await page.locator('main').ariaSnapshot()).toContain('group "Help someone through a bad day"');
  });

  it('two tabs lose nothing, and a lost cookie is found again by the code', async () => {
    const page = await open({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${site}/assessment?occupation=nurse`);
    await press(page, /start/i);
    await page.goto(`${site}/assessment/demands`);
    const other = await page.context().newPage();
    await other.goto(`${site}/assessment/interests`);
    await choose(page, [2]);
    await press(page, 'Continue');
    await choose(other, [0]);
    await press(other, 'Continue');
    await other.goto(`${site}/assessment/check`);
    const lines = await other.locator('main').innerText();
    expect(lines).toContain('Legal sign-off: most of it');
    expect(lines).toContain('18 liked of the 18 you answered');
    const code = (await other.locator('.saved .code').innerText()).trim();
    await page.context().clearCookies();
    await press(other, 'See your full result');
    expect(await heading(other)).not.toMatch(/result/i);
    await other.goto(`${site}/assessment/resume`);
    await other.getByLabel('Your code').fill(code.toLowerCase());
    await press(other, 'Open it');
    await other.goto(`${site}/assessment/check`);
    expect(await other.locator('main').innerText()).toContain('Legal sign-off: most of it');
  });
});
