import type { Browser } from 'playwright-core';
import { DataSource } from 'typeorm';
import { AssessmentService } from '@app/assessment';
import { BlueprintJobs } from '@app/blueprint';
import { newSecret, pence } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { ReviewJobs } from '@app/review';
import { runJobs } from '@app/testing';
import { type TestDesk, startDesk } from '../../apps/desk/src/test-desk.builder.js';
import { accessibilityFaults, launchChromium } from '../support/chromium.js';

let fixture: TestDesk;
let browser: Browser;
let url: string;
beforeAll(async () => {
  [fixture, browser] = await Promise.all([startDesk(), launchChromium()]);
  await fixture.app.listen(0, '127.0.0.1');
  url = await fixture.app.getUrl();
});
afterAll(async () => {
  await browser?.close();
  await fixture?.stop();
});

/** Somebody has paid, and their draft waits. */
async function draftWaits(): Promise<void> {
  const { app, clock } = fixture;
  const assessments = app.get(AssessmentService);
  const { code, assessment } = await assessments.start();
  await assessments.saveScreen(code, 'job', { occupationSlug: 'machine-learning-engineer' }, 0);
  await assessments.complete(code);
  const orders = app.get(OrdersService);
  const { order } = await orders.place({
    formToken: newSecret(),
    assessmentId: assessment.id,
    occupationTitle: 'Machine learning engineer',
    answersCompleteAt: clock.now(),
    customerName: 'Zoë Ó Fáidh',
    customerEmail: 'zoe@example.org',
    startChoice: 'start_now',
    consents: ['start_in_cancellation_period', 'right_ends_on_delivery'],
    ipAddress: '192.0.2.9',
  });
  await app.get(DataSource).transaction(async (manager) => {
    await orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: clock.now() });
    await orders.confirmationAccepted(manager, order.id, clock.now());
  });
  const jobs = [...app.get(BlueprintJobs).boundJobs(), ...app.get(ReviewJobs).boundJobs()];
  await runJobs(fixture.database.source, jobs);
}

it.each([1280, 390])(
  'at %d px a draft is read page by page, by keyboard, to the button that approves',
  async (width) => {
    await draftWaits();
    const visitor = await fixture.signedIn('reviewer');
    await visitor.open('/reviews');
    const [path = ''] = (await visitor.send('/reviews/next', {})).location?.split('?') ?? [];
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    await context.addCookies([{ name: 'desk', value: visitor.cookie('desk') ?? '', url }]);
    const page = await context.newPage();
    await page.goto(`${url}${path}?page=9`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
    expect(await page.evaluate(`document.querySelector('img.paper').naturalWidth`)).toBeGreaterThan(0);
    expect(await page.evaluate(`document.querySelector('img.paper').currentSrc`)).toMatch(/pages\/9$/);
    expect(await page.textContent('main')).toContain('What page 9 was made from');

    // As wide as the screen, sharp, and on the next page too; and back.
    const across = (): Promise<number> => page.evaluate(`document.querySelector('img.paper').clientWidth`);
    const small = await across();
    await page.keyboard.press('z');
    await page.keyboard.press('j');
    await page.waitForURL(/page=10$/);
    await page.waitForFunction(`document.querySelector('img.paper').complete`);
    if (width === 1280) {
      expect(await across()).toBeGreaterThan(1.8 * small);
      expect(await page.evaluate(`document.querySelector('img.paper').currentSrc`)).toMatch(
        /10\?size=large$/,
      );
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
    await page.keyboard.press('z');
    expect(await across()).toBe(small);
    await page.keyboard.press('s');
    await page.waitForURL(/page=11$/);
    expect(await page.textContent('.turn')).toContain('Page 11 of 15, 1 read by you');
    await page.keyboard.press('?');
    expect(await page.isVisible('text=next and previous page')).toBe(true);
    for (const [key, field] of [
      ['r', '#return_reason'],
      ['h', '#hold_reason'],
      ['w', '#note'],
    ] as const) {
      await page.keyboard.press('Escape');
      await page.keyboard.press(key);
      expect(await page.evaluate('`#${document.activeElement.id}`')).toBe(field);
    }
    await page.keyboard.type(
      'I read every page beside your answers and compared the figures. I changed no words.',
    );
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/page=15&done=noted$/);
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/reviews?done=approved`);
    await context.close();
  },
);

it('other paths are chosen by keyboard, and the two versions compared', async () => {
  await draftWaits();
  const visitor = await fixture.signedIn('reviewer');
  await visitor.open('/reviews');
  const [path = ''] = (await visitor.send('/reviews/next', {})).location?.split('?') ?? [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addCookies([{ name: 'desk', value: visitor.cookie('desk') ?? '', url }]);
  const page = await context.newPage();
  await page.goto(`${url}${path}?page=9`);
  await page.keyboard.press('p');
  await page.waitForURL(/\/paths$/);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
  // The other advice, by the arrow keys of the radio buttons.
  await page.focus('input[name=recommended]:checked');
  await page.keyboard.press('ArrowDown');
  await page.focus('#reason');
  await page.keyboard.type('It suits what you wrote about your week better.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/page=9&done=chosen$/);
  expect(await page.inputValue('#note')).toContain('It suits what you wrote about your week better.');
  await page.keyboard.press('v');
  await page.waitForURL(/\/versions\?to=2$/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('d');
  await page.waitForURL(/page=\d+$/);
  expect(await page.textContent('.turn')).toContain('words changed');
  await page.keyboard.press('v');
  await page.waitForURL(/\/reviews\//);
  await context.close();
});
