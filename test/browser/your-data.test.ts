import type { Browser } from 'playwright-core';
import type { Person } from '../../apps/cli/src/journey/person.js';
import { accessibilityFaults, launchChromium } from '../support/chromium.js';
import { TestSite } from '../support/your-data/test-site.js';

let fixture: TestSite;
let browser: Browser;

beforeAll(async () => {
  [fixture, browser] = await Promise.all([TestSite.open(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await fixture?.close();
});

/** Opens a page with a person's cookies, on a phone by day and a screen by night, and finds nothing wrong with it. */
async function expectFaultlessPage(person: Person, path: string): Promise<void> {
  const cookies = [...(person['cookies'].get(new URL(fixture.url).host) ?? [])];
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1280, 'dark'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: fixture.url })));
    const page = await context.newPage();
    await page.goto(new URL(path, fixture.url).href);
    expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(
      await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(0);
    await context.close();
  }
}

/** The same for an email: without our style sheet, so only its width and its words' contrast can go wrong. */
async function expectFaultlessEmail(html: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 }, colorScheme });
    const page = await context.newPage();
    await page.setContent(html);
    const faults = await accessibilityFaults(page);
    // An email has no landmarks; its programme puts it into a page that has.
    expect(faults.filter((fault) => !/^(region|landmark-one-main)/.test(fault))).toEqual([]);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(0);
    await context.close();
  }
}

describe('pages about one’s own data have no accessibility faults and never scroll sideways', () => {
  it('of an assessment', async () => {
    const person = await fixture.finisher();
    await expectFaultlessPage(person, '/assessment/result');
    await expectFaultlessPage(person, '/assessment/data');
    await expectFaultlessPage(person, '/assessment/data/erase');
    await person.submit({ email: 'ada@example.org' }, { action: '/assessment/email' });
    await expectFaultlessPage(person, '/assessment/email');
    await fixture.work();
    await expectFaultlessPage(
      person,
      /assessment\/resume\/\S+/.exec((await fixture.mail.about('The link to your')).text ?? '')?.[0] ?? '',
    );
    await expectFaultlessPage(person, '/assessment/erased');
  });

  it('of a result that is shown to others', async () => {
    const person = await fixture.finisher();
    for (const [way, form] of [
      ['/assessment/advice', '/assessment/advice'],
      ['/assessment/picture', '/assessment/picture/link'],
    ] as const) {
      await expectFaultlessPage(person, way);
      await person.open(way);
      await person.submit({}, { action: form });
      await expectFaultlessPage(person, way);
      const [link = ''] = /http\S+\/(advice|shown)\/[\w-]{43}/.exec(person.here.text) ?? [];
      await expectFaultlessPage(person, new URL(link).pathname);
    }
  });

  it('of an order, and every email it brings', async () => {
    const { person, orderId, page } = await fixture.buyer();
    await expectFaultlessPage(person, `${page}/data`);
    await expectFaultlessPage(person, `${page}/data/erase`);
    await fixture.deliver(orderId);
    await expectFaultlessPage(person, `${page}/data/erase`);
    await person.open(`${page}/data/erase`);
    await person.submit({ sure: 'yes' }, { action: '/data/erase' });
    await expectFaultlessPage(person, `${page}/data`);
    await expectFaultlessPage(person, page);

    const other = await fixture.buyer('ben@example.com');
    await other.person.open(`${other.page}/cancel`);
    await other.person.submit({ sure: 'yes' }, { action: '/cancel' });
    await fixture.work();
    const emails = await fixture.emails();
    expect(emails.length).toBeGreaterThanOrEqual(5);
    for (const { html } of emails) await expectFaultlessEmail(String(html));
  });
});
