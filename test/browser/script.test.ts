import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults, launchChromium } from '../support/chromium.js';
import { sharedSite } from '../support/shared-site.js';

const site = sharedSite();
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 } };
const BARE: BrowserContextOptions = { ...PHONE, javaScriptEnabled: false };

async function open(path: string, options = PHONE): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(site + path);
  return page;
}
const path = (page: Page): string => page.url().slice(site.length);
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();
const picked = (page: Page): Promise<string> =>
  page.locator('[role=option][aria-selected=true]').first().innerText();

/** Types as a person does, and waits for the list. */
async function typeInto(page: Page, words: string): Promise<void> {
  await page.getByRole('combobox').first().pressSequentially(words);
  await page.getByRole('option').first().waitFor();
}

/** The result of a nurse who has ticked four tasks, after the week. */
async function toResult(page: Page): Promise<void> {
  await page.goto(`${site}/assessment?occupation=nurse`);
  await press(page, /start/i);
  for (const box of (await page.getByRole('checkbox').all()).slice(0, 4)) await box.check();
  await press(page, 'Continue');
  for (const [row, group] of (await page.getByRole('group').all()).entries())
    await group
      .getByRole('radio')
      .nth([3, 2, 2, 1, 0][row] ?? 0)
      .check();
  await press(page, 'See your first result');
  await page.getByRole('link', { name: 'Straight to the full result' }).click();
  await press(page, 'See your full result');
}

describe('suggestions under a search field', () => {
  it('are a combobox that keys alone work, and say how many there are', async () => {
    const page = await open('/');
    const field = page.getByRole('combobox', { name: 'What is your job called?' });
    await typeInto(page, 'account');
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('status').innerText()).toMatch(/^\d job titles\./);
    const titles = await page.getByRole('option').allInnerTexts();
    expect(titles.length).toBeLessThanOrEqual(8);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.keyboard.press('ArrowDown');
    expect(await picked(page)).toBe(titles[0]);
    const active = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active ?? ''}`).innerText()).toBe(titles[0]);
    await page.keyboard.press('ArrowUp');
    expect(await picked(page)).toBe(titles.at(-1));
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.keyboard.press('Escape');
    expect([await field.getAttribute('aria-expanded'), await page.getByRole('option').count()]).toEqual([
      'false',
      0,
    ]);
    expect(await field.inputValue()).toBe('account');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/occupations\/[a-z-]+$/);
    await page.context().close();
  });

  it('leave the form as it is: Enter with nothing picked searches, and a press on a row opens it', async () => {
    const page = await open('/occupations');
    await typeInto(page, 'nurse');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/occupations\?q=nurse$/);
    await page.getByRole('combobox').fill('');
    await typeInto(page, 'plumb');
    await page.getByRole('option', { name: /plumb/i }).first().click();
    await page.waitForURL(/\/occupations\/.*plumb/);
    await page.context().close();
  });

  it('drop what was asked before, ask no letter on its own, and keep nothing', async () => {
    const page = await open('/');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/suggestions?'))
        asked.push(new URL(request.url()).searchParams.get('q') ?? '');
    });
    await page.route(
      /suggestions\?q=nu$/,
      (route) =>
        new Promise<void>((done) => {
          page.once(
            'requestfinished',
            () =>
              void route
                .abort()
                .catch(() => undefined)
                .then(done),
          );
        }),
    );
    await page.getByRole('combobox').pressSequentially('n');
    await page.getByRole('combobox').pressSequentially('u');
    await page.waitForRequest(/suggestions\?q=nu$/);
    await page.getByRole('combobox').pressSequentially('rse', { delay: 10 });
    await page.getByRole('option', { name: 'Nurse', exact: true }).waitFor();
    expect(asked).toEqual(['nu', 'nurse']);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
    await page.context().close();
  });

  it('choose the job of an assessment and go on, and fill in a comparison', async () => {
    const page = await open('/assessment');
    await press(page, /start/i);
    await typeInto(page, 'shelf st');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/assessment\/tasks$/);
    await page.goto(`${site}/compare`);
    await page.getByRole('combobox').first().fill('');
    await typeInto(page, 'plumb');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('option').first().click();
    expect(await page.getByRole('combobox').first().inputValue()).toMatch(/plumb/i);
    expect(path(page)).toBe('/compare');
    await page.context().close();
  });

  it('move nothing and hide nothing at 320 px, in the dark', async () => {
    const page = await open('/', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' });
    const before = await page.evaluate('document.documentElement.scrollHeight');
    await typeInto(page, 'teacher');
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBe(before);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('are not needed: without scripts there is a search field and its button', async () => {
    const page = await open('/', BARE);
    await page.getByRole('searchbox', { name: 'What is your job called?' }).fill('nurse');
    await press(page, 'Find your occupation');
    expect(path(page)).toBe('/occupations?q=nurse');
    await page.context().close();
  });
});

describe('hours moved on a result', () => {
  it('give the same figures by the slider as by the form', async () => {
    const page = await open('/');
    await toResult(page);
    await page.locator('details:has(form.move) > summary').click();
    const slider = page.getByRole('slider', { name: 'Hours a week' });
    const words = page.locator('form.move output');
    const before = await words.innerText();
    await slider.focus();
    for (let step = 0; step < 2; step += 1)
      await Promise.all([page.waitForResponse(/assessment\/move/), slider.press('ArrowLeft')]);
    await page.waitForFunction(
      `document.querySelector('form.move output').innerText !== ${JSON.stringify(before)}`,
    );
    const slid = await words.innerText();
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/hours a week$/);
    expect(await accessibilityFaults(page)).toEqual([]);

    const bare = await (
      await browser.newContext({ ...BARE, storageState: await page.context().storageState() })
    ).newPage();
    await bare.goto(`${site}/assessment/result`);
    await bare.locator('details:has(form.move) > summary').click();
    expect(await bare.locator('form.move output').innerText()).toBe(before);
    await bare.getByLabel('Hours a week').fill(await slider.inputValue());
    await press(bare, 'Work it out');
    expect(await bare.locator('form.move output').innerText()).toBe(slid);
    await bare.context().close();
    await page.context().close();
  });

  it('follow the part they are taken from, which gives no more than it has', async () => {
    const page = await open('/');
    await toResult(page);
    await page.locator('details:has(form.move) > summary').click();
    const from = page.getByLabel('Take time from');
    const last = (await from.locator('option').last().getAttribute('value')) ?? '';
    const [answer] = await Promise.all([page.waitForResponse(/assessment\/move/), from.selectOption(last)]);
    const { most, words } = (await answer.json()) as { most: number; words: string };
    await page.getByText(words).waitFor();
    expect(await page.getByRole('slider').getAttribute('max')).toBe(String(most));
    await page.context().close();
  });
});
