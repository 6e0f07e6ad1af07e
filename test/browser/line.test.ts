import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { currentTotp } from '@app/staff';
import type { Browser, Page } from 'playwright-core';
import { Mailbox } from '../../apps/cli/src/journey/mailbox.js';
import { until } from '../../apps/cli/src/journey/until.js';
import type { LocalStack } from '../../apps/cli/src/local/local-stack.js';
import { accessibilityFaults, launchChromium } from '../support/chromium.js';
import { freshStack } from '../support/fresh-stack.js';

let stack: LocalStack;
let browser: Browser;
beforeAll(async () => {
  [stack, browser] = await Promise.all([freshStack(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** A code signs in once; the second walk waits for the next rather than try until it is locked out. */
let usedCode: string | undefined;

/** Set PICTURES to a folder to look at every page afterwards. */
const pictures = process.env['PICTURES'];

/** Checks the page in front of the person, and takes its picture. */
async function look(page: Page, name: string): Promise<void> {
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({
      path: join(pictures, `${name}-${page.viewportSize()?.width}.png`),
      fullPage: true,
    });
  }
  const sideways = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  expect({ page: name, faults: await accessibilityFaults(page), sideways }).toEqual({
    page: name,
    faults: [],
    sideways: 0,
  });
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

describe.each([
  { width: 390, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('the whole line in a browser, $width px, $colorScheme', ({ width, colorScheme }) => {
  it('goes from the report to the delivered blueprint', async () => {
    const email = `person-${width}@customer.example`;
    const visitor = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
    const page = await visitor.newPage();

    await page.goto(`${stack.siteUrl}/occupations/machine-learning-engineer`);
    await look(page, '01-report');
    await page.getByRole('link', { name: 'Start the assessment' }).first().click();
    await look(page, '02-start');
    await press(page, /start/i);
    await page.waitForURL('**/assessment/tasks*');
    await look(page, '03-tasks');
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 5)) await box.check();
    await press(page, /continue/i);
    await page.waitForURL('**/assessment/week*');
    await look(page, '04-week');
    await press(page, 'See your first result');
    await look(page, '05-week-with-errors');
    for (const group of await page.getByRole('group').all()) {
      const choice = group.getByRole('radio').nth(2);
      if ((await choice.count()) > 0) await choice.check();
    }
    await press(page, 'See your first result');
    await page.waitForURL('**/assessment/first-result*');
    await look(page, '06-first-result');
    await page.getByRole('link', { name: 'Carry on' }).click();
    await page.waitForURL('**/assessment/ai-tools*');
    await look(page, '06-ai-tools');
    await page.getByRole('radio', { name: 'It does parts of it' }).first().check();
    await press(page, /continue/i);
    await page.waitForURL('**/assessment/demands*');
    await look(page, '06-demands');
    await page.getByRole('radio', { name: 'Most of it' }).first().check();
    await press(page, /continue/i);
    await page.waitForURL('**/assessment/about-you-work*');
    await look(page, '07-work');
    await page
      .getByLabel(/region|where/i)
      .first()
      .selectOption('Wales');
    await press(page, /continue/i);
    await page.waitForURL('**/assessment/skills*');
    await look(page, '07-skills');
    await page.getByRole('radio', { name: 'I could teach it' }).first().check();
    await press(page, /continue/i);
    await page.waitForURL('**/assessment/interests*');
    await look(page, '07-interests');
    await press(page, /continue/i);
    await page.waitForURL('**/assessment/moving*');
    await look(page, '08-moving');
    await press(page, /continue/i);
    await page.waitForURL('**/assessment/check*');
    await look(page, '09-check');
    await press(page, 'See your full result');
    await page.waitForURL('**/assessment/result*');
    await look(page, '10-result');

    await page.goto(`${stack.siteUrl}/order/new`);
    await look(page, '11-order');
    await press(page, 'Pay £49 now');
    await look(page, '12-order-with-errors');
    await page.getByLabel(/name/i).first().fill('Zoë O’Neill');
    await page.getByLabel(/email/i).first().fill(email);
    await page.getByRole('radio', { name: /start now/i }).check();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await press(page, 'Pay £49 now');
    await look(page, '13-pay');
    await page.getByLabel(/card number/i).fill('4242424242424242');
    await page.getByLabel(/expiry/i).fill('12/30');
    await page.getByLabel(/cvc|security/i).fill('123');
    await page.getByLabel(/name/i).first().fill('Zoe ONeill');
    await press(page, /^Pay/);
    await page.waitForURL('**/orders/**');
    await look(page, '14-paid');
    const orderUrl = page.url().split('?')[0] ?? '';
    const reference = /PW-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator('main').innerText())?.[0] ?? '';

    const desk = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
    const staff = await desk.newPage();
    const account = stack.staff;
    if (!account) throw new Error('no staff account');
    await staff.goto(`${stack.deskUrl}/sign-in`);
    await look(staff, '15-sign-in');
    const code = await until('a code that has not been used', async () => {
      const current = await currentTotp(account.totpSecret);
      return current === usedCode ? undefined : current;
    });
    usedCode = code;
    await staff.getByLabel('Email').fill(account.email);
    await staff.getByLabel('Password').fill(account.password);
    await staff.getByLabel('Code').fill(code);
    await press(staff, 'Sign in');
    await staff.waitForURL((url) => !url.pathname.includes('sign-in'));
    await until('the review', async () => {
      await staff.goto(`${stack.deskUrl}/reviews?search=${reference}`);
      return (await staff.getByRole('link', { name: reference }).count()) > 0 ? true : undefined;
    });
    await look(staff, '16-queue');
    await staff.getByRole('link', { name: reference }).click();
    await press(staff, 'Claim this review');
    await look(staff, '17-review');
    await staff.locator('summary', { hasText: 'Your note on page 15' }).click();
    await staff
      .getByLabel('Your note on page 15')
      .fill('I read every page beside your answers and compared the figures. I changed no words.');
    await press(staff, /note/i);
    await staff.waitForURL(/done=noted$/);
    if ((await staff.getByLabel(/why the draft/i).count()) > 0)
      await staff.getByLabel(/why the draft/i).fill('Looked at each amber check.');
    await press(staff, 'Approve this file');
    await look(staff, '18-approved');

    const emails = await until('the delivery', async () => {
      const found = await new Mailbox(stack.inboxUrl ?? '').find(email, 'ready');
      return found.length > 0 ? found : undefined;
    });
    const html = await visitor.newPage();
    await html.setContent(emails[0]?.mail.html || '');
    if (pictures)
      await html.screenshot({ path: join(pictures, `20-delivery-email-${width}.png`), fullPage: true });
    await page.goto(orderUrl);
    await look(page, '19-delivered');
    expect(await page.locator('main').innerText()).toMatch(/delivered/i);
    await page.getByRole('link', { name: 'Ask for a correction' }).click();
    await look(page, '22-correction');
    await press(page, /^(ask|send)/i);
    await look(page, '23-correction-with-errors');
    await page.getByRole('radio').first().check();
    await page.getByRole('textbox').fill('Page 3: I never said that I lead a team.');
    await press(page, /^(ask|send)/i);
    await page.waitForURL((url) => !url.pathname.endsWith('/correction'));
    await look(page, '24-correction-asked');
    for (const path of ['/tasks', '/stuck', '/evidence', '/figures', `/orders?search=${reference}`]) {
      await staff.goto(`${stack.deskUrl}${path}`);
      await look(staff, `25-desk-${path.split(/\W/)[1]}`);
    }
    await page.goto(/https?:\/\/\S+\/download\/[\w-]+/.exec(emails[0]?.mail.text ?? '')?.[0] ?? '');
    await look(page, '21-download');
    await Promise.all([visitor.close(), desk.close()]);
  });
});
