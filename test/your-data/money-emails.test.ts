import { type ParsedMail } from 'mailparser';
import { parse } from 'node-html-parser';
import { PageRenderer } from '@app/http';
import { enqueue } from '@app/jobs';
import { pence } from '@app/kernel';
import { OrdersService, tellRefunded } from '@app/orders';
import { RefundDecisions, RefundsService } from '@app/payments';
import { until } from '../../apps/cli/src/journey/until.js';
import { TestSite } from '../support/your-data/test-site.js';
import { recipientOf } from '../../libs/delivery/src/mail-server.builder.js';

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open({ VAT_NUMBER: 'GB123456789' });
});
afterAll(() => fixture?.close());
beforeEach(() => {
  fixture.mail.taken.length = 0;
});

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
const subjects = (emails: readonly ParsedMail[]): unknown[] => emails.map(({ subject }) => subject);
/** Every paragraph, heading and list item of a page's terms, without the addresses of its links. */
async function paragraphsOf(template: string): Promise<string[]> {
  const html = await fixture.app
    .get(PageRenderer)
    .render(template, { meta: { description: '', indexable: true } });
  return parse(html)
    .querySelectorAll('main h2, main p, main li')
    .map(({ text }) => folded(text));
}

describe('the confirmation', () => {
  it('holds the terms in full, the model form and the receipt, in HTML and in plain text', async () => {
    await fixture.buyer();
    const email = await fixture.mail.about('is confirmed');
    const html = folded(parse(String(email.html)).text);
    // The text folds lines, writes headings in capitals and puts addresses behind the words they belong to.
    const text = folded(email.text ?? '')
      .replace(/ \(https?:[^\s()]*\)/g, '')
      .toLowerCase();
    const agreed = await paragraphsOf('site/about/terms');
    expect(agreed.length).toBeGreaterThan(25);
    const form = (await paragraphsOf('site/about/cancellation')).filter((line) =>
      /notice that I cancel|Name of consumer|Signature/.test(line),
    );
    expect(form).toHaveLength(3);
    for (const paragraph of [...agreed, ...form]) {
      expect(html).toContain(paragraph);
      expect(text).toContain(paragraph.toLowerCase());
    }
    for (const part of [html, email.text]) expect(part).toMatch(/PW-R-000001[^]*£40\.83[^]*£8\.17[^]*£49/);
    expect(email.text).not.toMatch(/<\/?\w+|&\w+;/);
    const widest = (email.text ?? '').split('\n').filter((line) => !line.includes('http'));
    expect(Math.max(...widest.map((line) => line.length))).toBeLessThanOrEqual(110);
  });
});

describe('money that goes back', () => {
  it('a cancellation is acknowledged in writing, and the refund told, each once', async () => {
    const { person, page } = await fixture.buyer('ben@example.com');
    fixture.mail.taken.length = 0;
    for (let twice = 0; twice < 2; twice += 1) {
      await person.open(`${page}/cancel`);
      if (twice === 0) await person.submit({ sure: 'yes' }, { action: '/cancel' });
      await fixture.work();
    }
    const emails = await fixture.emails();
    expect(subjects(emails).sort()).toEqual(
      [
        expect.stringMatching(/^Your order PW-\S+ is cancelled$/),
        expect.stringMatching(/^£49 is on its way back to you/),
      ].sort(),
    );
    const refund = emails.find(({ subject }) => subject?.startsWith('£49'));
    for (const part of [refund?.text, parse(String(refund?.html)).text])
      expect(folded(part ?? '')).toMatch(
        /all of what you paid.*of which £8\.17 is VAT.*PW-R-\d{6}.*No blueprint is sent/,
      );
    expect(emails.map(recipientOf)).toEqual(['ben@example.com', 'ben@example.com']);
  });

  it('a part given back says so, then the rest, and the order goes on meanwhile', async () => {
    const { orderId } = await fixture.buyer('cem@example.com');
    fixture.mail.taken.length = 0;
    const refunds = fixture.app.get(RefundsService, { strict: false });
    await refunds.refund(orderId, pence(1000), 'late', 'one');
    await fixture.work();
    await refunds.refund(orderId, pence(3900), 'late', 'two');
    await fixture.work();
    const told = async (sum: string): Promise<string> =>
      folded((await fixture.mail.about(`${sum} is on its way`)).text ?? '');
    expect(await told('£10')).toMatch(
      /part of what you paid.*Paid back now: £10, of which £1\.67 is VAT.*The order goes on/,
    );
    expect(await told('£39')).toMatch(
      /the rest of what you paid.*Paid back now: £39.*Paid back in all: £49.*order is cancelled/,
    );
  });

  it('two refunds of one amount are two emails; one that fails is put right by a third, and paid another way by a fourth', async () => {
    const { orderId } = await fixture.buyer('eve@example.com');
    fixture.mail.taken.length = 0;
    const refunds = fixture.app.get(RefundsService, { strict: false });
    for (const key of ['one', 'two']) await refunds.refund(orderId, pence(900), 'late', key);
    await fixture.work();
    expect(subjects(await fixture.emails())).toEqual([
      expect.stringMatching(/^£9 is on its way back/),
      expect.stringMatching(/^£9 is on its way back/),
    ]);
    const [first] = await refunds.forOrder(orderId);
    // Stripe's stand-in lives by the real time; the failure comes after both refunds.
    fixture.clock.set(new Date());
    await fixture.control(`refunds/${first?.id}/fail`);
    await until('the correction', async () => {
      await fixture.work();
      return fixture.mail.taken.length === 3 ? true : undefined;
    });
    const correction = await fixture.mail.about('Your refund of £9 has not reached you');
    fixture.mail.taken.length = 0;
    for (const part of [correction.text, parse(String(correction.html)).text])
      expect(folded(part ?? '')).toMatch(
        /we still owe it to you.*Paid back in all:? ?£9.*Where your money is now: £9 of the £49 you paid was sent back to you and did not arrive/,
      );
    const [{ id: staffId } = { id: '' }] = await fixture.query<{ id: string }>(
      `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at)
       values (gen_random_uuid(), 'kim@example.org', 'Kim', '{manager}', 'none', 'none', now()) returning id`,
    );
    const actor = { kind: 'staff', staffId } as const;
    await fixture.app
      .get(RefundDecisions, { strict: false })
      .payOtherwise(orderId, { amount: pence(900), reason: 'By bank transfer' }, actor);
    await fixture.work();
    expect(folded((await fixture.mail.about('£9 is on its way')).text ?? '')).toMatch(
      /paid by the other way that we agreed.*Paid back in all: £18/,
    );
    expect(
      await fixture.query('select 1 from staff_tasks where order_id = $1 and closed_at is null', [orderId]),
    ).toEqual([]);
  });

  it('is told of by a job of an earlier release too, which names no refund, and once', async () => {
    const { orderId } = await fixture.buyer('old@example.com');
    fixture.mail.taken.length = 0;
    const { manager } = fixture.database.source;
    for (let twice = 0; twice < 2; twice += 1) {
      await enqueue(manager, tellRefunded, { orderId, amountPence: 900, totalPence: 900 });
      await fixture.work();
    }
    expect(subjects(await fixture.emails())).toEqual([expect.stringMatching(/^£9 is on its way back/)]);
  });

  it('an order cancelled before it was paid brings no email', async () => {
    const person = await fixture.finisher();
    await person.open('/order/new');
    await person.submit(
      { name: 'Dee', email: 'dee@example.com', start: 'start_after_cancellation_period' },
      { action: '/order/new' },
    );
    const [{ id } = { id: '' }] = await fixture.query<{ id: string }>(
      `select id from orders where customer_email = 'dee@example.com'`,
    );
    await fixture.app.get(OrdersService, { strict: false }).cancel(id, 'changed my mind');
    await fixture.work();
    expect(fixture.mail.taken).toEqual([]);
  });
});
