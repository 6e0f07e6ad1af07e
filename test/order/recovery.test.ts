import type { Person } from '../../apps/cli/src/journey/person.js';
import { TestSite } from '../support/your-data/test-site.js';
import { recipientOf } from '../../libs/delivery/src/mail-server.builder.js';

let fixture: TestSite;
let buyer: { person: Person; orderId: string; page: string };
let reference: string;
beforeAll(async () => {
  fixture = await TestSite.open();
  buyer = await fixture.buyer();
  [{ reference } = { reference: '' }] = await fixture.query<{ reference: string }>(
    'select reference from orders',
  );
}, 180_000);
afterAll(() => fixture?.close());
beforeEach(() => {
  fixture.mail.mood = 'accept';
  fixture.mail.taken.length = 0;
});

const ask = async (email: string, number: string): Promise<Person['here']> => {
  fixture.clock.advance(10);
  await buyer.person.open(`${fixture.url}/find-order`);
  return await buyer.person.submit({ email, number }, { action: '/find-order' });
};
const recipients = async (): Promise<(string | undefined)[]> =>
  (await fixture.emails()).map((email) => `${recipientOf(email)}: ${email.subject}`);

describe('find my order', () => {
  it('answers alike whether there is such an order or not; the link goes by email, to its address alone', async () => {
    const answers = [
      await ask('ADA@example.com', ` ${reference.toLowerCase()} `),
      await ask('ada@example.com', 'PW-R-000001'),
      await ask('eve@example.com', reference),
      await ask('ada@example.com', 'PW-0000-0000'),
      await ask('ada@example.com', 'PW-R-999999'),
    ].map(({ text, url, status }) => [status, url.search, text]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await fixture.work();
    expect(await recipients()).toEqual(Array(2).fill(`ada@example.com: The way to your order ${reference}`));
    for (const { text } of await fixture.emails()) expect(text).toContain(`${fixture.url}${buyer.page}`);
  });

  it('says what to put right after a redirect, with what was typed', async () => {
    const { url, text, html } = await ask('ada', '');
    expect(url.pathname + url.search).toBe('/find-order?again=1');
    expect(text).toMatch(/Enter an email address like.*Enter the reference of your order/);
    expect(html.querySelector('#email')?.getAttribute('value')).toBe('ada');
    expect((await buyer.person.open('/find-order?again=1')).text).toContain('Enter the reference');
    expect((await buyer.person.open('/find-order')).text).not.toContain('Enter the reference');
  });

  it('takes as long for an order that is not there', async () => {
    const began = performance.now();
    await ask('eve@example.com', 'PW-R-999999');
    // The timer may end a millisecond early.
    expect(performance.now() - began).toBeGreaterThan(248);
  });

  it('sends at most three a day to one address', async () => {
    for (let tries = 0; tries < 3; tries += 1) {
      await ask('ada@example.com', reference);
    }
    await fixture.work();
    expect(fixture.mail.taken).toHaveLength(1);
  });
});

describe('a wrong address', () => {
  it('is corrected by the customer: the old one is told, the new one gets the link, and the old confirmation is not sent twice', async () => {
    const { person, page, orderId } = buyer;
    await person.open(`${page}/address`);
    await person.submit({ email: 'ada' }, { action: '/address' });
    // By a redirect, so that Back and Reload send nothing; what was typed is not in the address.
    expect(person.here.url.pathname + person.here.url.search).toBe(`${page}/address?again=1`);
    expect(person.here.text).toContain('Enter an email address like name@example.com.');
    await person.submit({ email: 'ada@gmial.com' }, { action: '/address' });
    expect(person.here.url.search).toBe('?again=1');
    expect(person.here.text).toContain('Did you mean ada@gmail.com?');
    expect(person.here.html.querySelector('#email')?.getAttribute('value')).toBe('ada@gmial.com');
    expect(person.here.text).not.toContain('Error:');
    await person.follow('Use that address');
    expect(person.here.html.querySelector('#email')?.getAttribute('value')).toBe('ada@gmail.com');
    expect((await person.open(`${page}/address`)).text).not.toMatch(/Did you mean|needs putting right/);
    await person.submit({ email: 'ada.l@example.com' }, { action: '/address' });
    expect(person.here.text).toContain('told the old one');
    await fixture.work();
    expect((await recipients()).sort()).toEqual([
      `ada.l@example.com: The email address of your order ${reference} was changed`,
      `ada@example.com: The email address of your order ${reference} was changed`,
    ]);
    const toNew = await fixture.mail.about('was changed', 'ada.l@example.com');
    expect(toNew.text).toContain(page);
    const old = await fixture.mail.about('was changed', 'ada@example.com');
    expect(old.text).not.toContain(page);
    expect(old.text).not.toContain('ada.l');
    expect(await fixture.query('select customer_email from orders where id = $1', [orderId])).toEqual([
      { customer_email: 'ada.l@example.com' },
    ]);
  });

  it('that is somebody else’s keeps no way to the order: once it is corrected, the page can be moved from there', async () => {
    const { person, page } = await fixture.buyer('somebody@example.com');
    await person.open(`${page}/address`);
    await person.submit({ email: 'mine@example.com' }, { action: '/address' });
    await person.submit({}, { button: 'Move the page' });
    expect(person.here.url.pathname).toMatch(/^\/orders\/[\w-]{43}$/);
    expect((await fetch(`${fixture.url}${page}`)).status).toBe(404);
    await fixture.work();
    expect(recipientOf(await fixture.mail.about('The way to your order'))).toBe('mine@example.com');
  });

  it('of a refused confirmation is mended by it, and work starts', async () => {
    fixture.mail.mood = 'refuse_for_good';
    const { person, page, orderId } = await fixture.buyer('wrong@example.com');
    const openBlockers = () =>
      fixture.query('select kind from order_blockers where order_id = $1 and ended_at is null', [orderId]);
    expect(await openBlockers()).toEqual([{ kind: 'bounce' }]);
    fixture.mail.mood = 'accept';
    await person.open(page);
    await person.follow('Correct the address');
    await person.submit({ email: 'right@example.com' }, { action: '/address' });
    await fixture.work();
    expect(await openBlockers()).toEqual([]);
    expect(await recipients()).toContainEqual(
      expect.stringMatching(/^right@example.com: Your order .* is confirmed$/),
    );
    expect(
      await fixture.query('select clock_started_at is not null as started from orders where id = $1', [
        orderId,
      ]),
    ).toEqual([{ started: true }]);
  });
});

describe('a blueprint that the mail server refuses', () => {
  it('is downloaded on the order page, and delivered by that; while the bank asks it is not', async () => {
    const { person, orderId, page } = await fixture.buyer('full@example.com');
    fixture.mail.mood = 'refuse_for_good';
    await fixture.deliver(orderId);
    await person.open(page);
    expect(person.here.text).toContain('Your blueprint is ready to download');
    await fixture.query(
      `insert into order_blockers (id, order_id, kind, reason, source, opened_at) values (gen_random_uuid(), $1, 'dispute', 'd', 'd', now())`,
      [orderId],
    );
    expect((await person.open(page)).text).not.toContain('Download my blueprint');
    await fixture.query(
      `update order_blockers set ended_at = now(), ended_reason = 'won', end_act = 'x' where kind = 'dispute'`,
    );
    await person.open(page);
    await person.submit({}, { action: '/download' });
    const landing = person.here.url;
    expect(await fixture.query('select delivered_at from orders where id = $1', [orderId])).toEqual([
      { delivered_at: null },
    ]);
    const token = person.here.html.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
    const jar = person['cookies'].get(landing.host) ?? new Map<string, string>();
    const file = await fetch(landing, {
      method: 'POST',
      headers: {
        origin: fixture.url,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: new URLSearchParams({ _csrf: token }),
    });
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect((await person.open(page)).text).toContain('Your blueprint has been delivered');
    expect(
      await fixture.query(`select kind from staff_tasks where order_id = $1 and closed_at is null`, [
        orderId,
      ]),
    ).toEqual([]);
  });
});

describe('the way back from the pay page', () => {
  it('opens the order in the browser that ordered, and in no other, which is pointed to the email', async () => {
    const [row] = await fixture.query<{ id: string }>('select session_id as id from checkout_sessions');
    const back = `${fixture.url}/order/return?session_id=${row?.id}`;
    const other = await fetch(back, { redirect: 'manual', headers: { accept: 'text/html' } });
    const said = await other.text();
    expect({
      status: other.status,
      location: other.headers.get('location'),
      cookie: other.headers.get('set-cookie'),
    }).toEqual({ status: 200, location: null, cookie: null });
    expect(said).toContain('The payment has arrived');
    expect(said).not.toContain(buyer.page);
    const { url } = await buyer.person.open(back);
    expect(url.pathname).toBe(buyer.page);
  });
});

describe('an order page that somebody else has seen', () => {
  it('moves: the old address opens nothing, and the new one is emailed and works here at once', async () => {
    await buyer.person.open(`${fixture.url}${buyer.page}`);
    const { url, status } = await buyer.person.submit({}, { action: `${buyer.page}/link` });
    expect(status).toBe(200);
    expect(url.pathname).toMatch(/^\/orders\/[\w-]{43}$/);
    expect(url.pathname).not.toBe(buyer.page);
    expect((await fetch(`${fixture.url}${buyer.page}`)).status).toBe(404);
    await fixture.work();
    expect((await fixture.mail.about('The way to your order')).text).toContain(
      `${fixture.url}${url.pathname}`,
    );
    expect(fixture.logged.join('')).not.toContain(url.pathname.split('/')[2]);
    expect(JSON.stringify(await fixture.query('select * from orders'))).not.toContain(
      url.pathname.split('/')[2],
    );
  });
});
