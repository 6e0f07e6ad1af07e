import type { Browser, BrowserContext, Page } from 'playwright-core';
import { OrdersService } from '@app/orders';
import { accessibilityFaults, launchChromium } from '../support/chromium.js';
import { type Customer, Shop } from '../support/payments/shop.js';

let shop: Shop;
let browser: Browser;
let ada: Customer;
let status: string;

beforeAll(async () => {
  [shop, browser] = await Promise.all([Shop.open(), launchChromium()]);
  ada = await shop.customer();
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
});

const WIDTHS = [
  [390, 'light'],
  [1280, 'dark'],
] as const;

/** Opens a page as somebody with these cookies, at both widths, and finds nothing wrong with it. */
async function expectFaultlessPage(
  path: string,
  cookies: Readonly<Record<string, string>> = {},
  act?: (page: Page) => Promise<void>,
): Promise<void> {
  for (const [width, colorScheme] of WIDTHS) {
    const context: BrowserContext = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
    });
    await context.addCookies(
      Object.entries(cookies).map(([name, value]) => ({ name, value, url: shop.url })),
    );
    const page = await context.newPage();
    await page.goto(shop.url + path);
    await act?.(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(
      await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(0);
    await context.close();
  }
}

describe('the order pages have no accessibility faults and never scroll sideways', () => {
  it('without answers', () => expectFaultlessPage('/order/new'));

  it('before paying, and with something to put right', async () => {
    await expectFaultlessPage('/order/new', { assessment: ada.code });
    await expectFaultlessPage('/order/new', { assessment: ada.code }, async (page) => {
      await page.fill('#email', 'ada');
      await page.check('#start');
      await page.click('#pay');
      expect(await page.locator('.error-summary li').count()).toBe(4);
    });
  });

  it('in the first screen of a phone: price, day and seller; before the button: the right to cancel and the company', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    await context.addCookies([{ name: 'assessment', value: ada.code, url: shop.url }]);
    const page = await context.newPage();
    await page.goto(`${shop.url}/order/new`);
    const top = async (words: string): Promise<number> =>
      (await page.getByText(words).first().boundingBox())?.y ?? Infinity;
    const button = (await page.locator('#pay').boundingBox())?.y ?? 0;
    for (const words of ['£49', 'if we start now', 'Pivotwise Ltd (example)'])
      expect([words, (await top(words)) < 800]).toEqual([words, true]);
    for (const words of ['14 days, without a reason', 'company number 00000000'])
      expect([words, (await top(words)) < button]).toEqual([words, true]);
    await context.close();
  });

  it('back from the pay page without paying', async () => {
    await ada.sendOrder();
    status = `/orders/${shop.app.get(OrdersService).accessToken(await ada.order())}`;
    const [session] = await shop.stripeList('checkout/sessions');
    await expectFaultlessPage(new URL(String(session?.['cancel_url'])).href.slice(shop.url.length));
    await expectFaultlessPage(status);
  });

  it('while the payment is confirmed, when paid, when cancelling, and the receipt', async () => {
    await ada.pay();
    await expectFaultlessPage(status);
    await shop.work();
    for (const path of ['', '/cancel', '/receipt']) await expectFaultlessPage(status + path);
  });
});

it('a whole purchase works by keyboard and mouse in a real browser', async () => {
  const bo = await shop.customer();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await context.addCookies([{ name: 'assessment', value: bo.code, url: shop.url }]);
  const page = await context.newPage();
  await page.goto(`${shop.url}/order/new`);
  await page.fill('#name', 'Bo Example');
  await page.fill('#email', 'bo@example.com');
  await page.check('#start');
  await page.check('#consent_start');
  await page.check('#consent_end');
  // The policy of the page must let the form's redirect end at the pay page; only a real browser enforces it.
  await page.click('#pay');
  await page.waitForURL((url) => url.origin !== shop.url);
  await page.fill('[name=card_number]', '4242424242424242');
  await page.fill('[name=expiry]', '12 / 30');
  await page.fill('[name=cvc]', '123');
  await page.fill('[name=name]', 'Bo Example');
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.waitForURL(/\/orders\//);
  expect(await page.textContent('h1')).toBe('Thank you. Your payment has arrived');
  await shop.work();
  // The page looks again by itself.
  await page.waitForSelector('h1:has-text("on its way")', { timeout: 20_000 });
  await context.close();
});
