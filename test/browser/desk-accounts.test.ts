import type { Browser, Page } from 'playwright-core';
import { freePort } from '@app/database';
import { StaffService, totpAt } from '@app/staff';
import { type TestDesk, PASSWORD, startDesk } from '../../apps/desk/src/test-desk.builder.js';
import { accessibilityFaults, launchChromium } from '../support/chromium.js';

let fixture: TestDesk;
let browser: Browser;
let url: string;
beforeAll(async () => {
  const port = await freePort();
  // A passkey belongs to a host name, never to a number.
  url = `http://localhost:${port}`;
  [fixture, browser] = await Promise.all([
    startDesk(undefined, { DESK_URL: url, DESK_PORT: String(port) }),
    launchChromium(),
  ]);
  await fixture.app.listen(port, '127.0.0.1');
});
afterAll(async () => {
  await browser?.close();
  await fixture?.stop();
});

const SIDEWAYS = 'document.documentElement.scrollWidth - window.innerWidth';
let made = 0;
/** A browser in which a new admin has signed in by the page. */
async function admin(width: number): Promise<{ page: Page; email: string; id: string }> {
  const email = `browser-${(made += 1)}@example.org`;
  const { staff, totpSecret } = await fixture.app
    .get(StaffService)
    .create({ email, name: 'Robin Example', password: PASSWORD, roles: ['admin', 'manager'] });
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
  await page.goto(`${url}/sign-in`);
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.fill('#code', await totpAt(totpSecret, fixture.clock.now()));
  await page.click('button:has-text("Sign in"):not([type=button])');
  await page.waitForURL(`${url}/reviews`);
  return { page, email, id: staff.id };
}
const whole = async (page: Page): Promise<unknown> => [
  await accessibilityFaults(page),
  await page.evaluate<number>(SIDEWAYS),
];

describe.each([390, 1280])('at %d px the desk', (width) => {
  it('shows accounts, queue, facts, overviews and audit log without a fault of accessibility, and nothing wider than the screen', async () => {
    const { page, id } = await admin(width);
    const facts = ['/evidence', '/evidence/source?page=www.gov.uk%2Fdbs', '/evidence/source?without=help'];
    const overview = ['/stuck', '/figures', '/tasks', '/deliveries', '/jobs', '/orders'];
    for (const path of [
      '/account',
      '/staff',
      `/staff/${id}`,
      '/reviews',
      '/audit?verify=1',
      ...facts,
      ...overview,
    ]) {
      await page.goto(`${url}${path}`);
      expect([path, await whole(page)]).toEqual([path, [[], 0]]);
    }
    await page.goto(`${url}/account`);
    await page.fill('#codes-password', PASSWORD);
    await page.click('button:has-text("Make new codes")');
    await page.waitForSelector('.codes');
    expect(await whole(page)).toEqual([[], 0]);
    await page.context().close();
  });

  it('lets somebody in by a passkey, and without scripts by a code', async () => {
    const { page, email } = await admin(width);
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(`${url}/account`);
    await page.click('summary:has-text("Add a passkey")');
    await page.fill('#passkey-name', 'Work laptop');
    await page.fill('#passkey-password', PASSWORD);
    await page.click('button:has-text("Add a passkey")');
    await page.waitForURL(`${url}/account?done=passkey`);
    expect(await page.textContent('main')).toContain('Work laptop');
    expect(await whole(page)).toEqual([[], 0]);

    await page.click('button:has-text("Sign out")');
    await page.waitForURL(`${url}/sign-in`);
    expect(await whole(page)).toEqual([[], 0]);
    await page.fill('#email', email);
    await page.fill('#password', PASSWORD);
    await page.click('button:has-text("Sign in with a passkey")');
    await page.waitForURL(`${url}/reviews`);
    await page.context().close();

    const bare = await browser.newContext({ javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(`${url}/sign-in`);
    expect(await plain.isVisible('button:has-text("Sign in with a passkey")')).toBe(false);
    expect(await plain.isVisible('#code')).toBe(true);
    await bare.close();
  });
});
