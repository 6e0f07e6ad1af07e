import { parse } from 'node-html-parser';
import type { Visitor } from '../../apps/desk/src/visitor.builder.js';
import { sha256 } from '@app/kernel';
import { readPdf } from '@app/pdf-reading';
import { SiteAndDesk } from '../support/blockers/site-and-desk.js';

let fixture: SiteAndDesk;
let support: Visitor;
let orderId: string;
beforeAll(async () => {
  fixture = await SiteAndDesk.open();
  support = await fixture.desk.signedIn('support');
  ({ orderId } = await fixture.site.buyer());
}, 180_000);
afterAll(() => fixture?.close());
beforeEach(() => {
  fixture.site.mail.taken.length = 0;
});

const audited = async (): Promise<string[]> =>
  (
    await fixture.site.query<{ action: string }>(
      `select action from audit_log where subject_id = $1 and action <> 'order.viewed' order by id`,
      [orderId],
    )
  ).map(({ action }) => action);
const formToken = async (): Promise<string> =>
  /name="form_token" value="([^"]+)"/.exec((await support.open(`/orders/${orderId}`)).body)?.[1] ?? '';

describe('a letter from a template', () => {
  it('goes to the customer in plain words, is audited in its transaction, and once however often its form is sent', async () => {
    const fields = {
      letter: 'question',
      form_token: await formToken(),
      words: 'Is it <b>Ms</b> & Mr?\n\n\n\nPlease tell us.',
    };
    expect((await support.send(`/orders/${orderId}/letter`, fields)).location).toContain('done=written');
    const again = await support.send(`/orders/${orderId}/letter`, fields);
    expect([again.status, again.body.includes('on its way already')]).toEqual([409, true]);
    await fixture.site.work();
    const emails = await fixture.site.emails();
    expect(emails.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^A question about your order PW-/),
    ]);
    const [email] = emails;
    expect(email?.text).toContain('Is it <b>Ms</b> & Mr?\n\nPlease tell us.');
    const html = parse(String(email?.html));
    expect(html.querySelectorAll('.said b')).toEqual([]);
    expect(html.querySelector('.said')?.text).toContain('<b>Ms</b>');
    expect(await audited()).toEqual(['order.letter_written']);
    expect((await support.open(`/orders/${orderId}`)).body).toContain('Letter written');
  });

  it('is refused with its words kept when a part is missing or too long', async () => {
    const form_token = await formToken();
    const missing = await support.send(`/orders/${orderId}/letter`, {
      letter: 'complaint',
      form_token,
      about: 'The pay on page 13',
      words: 'We agree.',
      done: ' ',
    });
    expect(missing.status).toBe(422);
    const page = parse(missing.body);
    expect(page.querySelector('[role=alert]')?.text).toContain('“What we do now” is empty.');
    expect(page.querySelector('#complaint-about')?.getAttribute('value')).toBe('The pay on page 13');
    expect(page.querySelector('#complaint-words')?.text).toBe('We agree.');
    const long = await support.send(`/orders/${orderId}/letter`, {
      letter: 'question',
      form_token,
      words: 'x'.repeat(2_001),
    });
    expect([long.status, long.body.includes('longer than 2000 characters')]).toEqual([422, true]);
    await fixture.site.work();
    expect(fixture.site.mail.taken).toEqual([]);
  });

  it('is nobody’s to write without the permission', async () => {
    const auditor = await fixture.desk.signedIn('auditor');
    await auditor.open(`/orders/${orderId}`);
    const answer = await auditor.send(`/orders/${orderId}/letter`, { letter: 'question', words: 'Hello' });
    expect(answer.status).toBe(403);
  });
});

describe('a dispute', () => {
  it('is answered from its task: the pack as one file, audited, and the task closed with it; the order stays bound', async () => {
    await support.open(`/orders/${orderId}`);
    expect((await support.send(`/orders/${orderId}/dispute/pack`, {})).status).toBe(409);

    await fixture.site.control('disputes', {
      payment_intent: await fixture.paymentIntent(orderId),
      reason: 'fraudulent',
    });
    await fixture.workUntil('disputed', async () => (await fixture.blockersOf(orderId)).includes('dispute'));
    const tasks = parse((await support.open('/tasks')).body);
    expect(
      tasks.querySelectorAll('a').some((link) => link.getAttribute('href')?.includes('act=close_with_pack')),
    ).toBe(true);

    await support.open(`/orders/${orderId}`);
    const early = await support.send(`/orders/${orderId}/dispute/answered`, { reason: 'Sent.' });
    expect([early.status, early.body.includes('Download the pack first')]).toEqual([409, true]);
    const { status, bytes } = await support.send(`/orders/${orderId}/dispute/pack`, {});
    expect(status).toBe(200);

    const { pages, tags } = await readPdf(bytes);
    expect(tags).toMatchObject({ tree: true, allPages: true, claimsUa: true });
    const text = pages.join(' ').replace(/\s+/g, '');
    const [delivery] = await fixture.site.query<{ message_id: string }>(
      `select message_id from deliveries where order_id = $1 and kind = 'confirmation'`,
      [orderId],
    );
    const consents = await fixture.site.query<{ wording: string }>(
      'select wording from order_consents where order_id = $1',
      [orderId],
    );
    expect(consents).toHaveLength(2);
    for (const words of [
      ...consents.map(({ wording }) => wording),
      delivery?.message_id ?? '?',
      '250 taken',
      'ReceiptPW-R-',
      'clock started',
    ])
      expect(text).toContain(words.replace(/\s+/g, ''));

    await support.open(`/orders/${orderId}`);
    expect(
      (await support.send(`/orders/${orderId}/dispute/answered`, { reason: 'Sent in Stripe.' })).location,
    ).toContain('done=answered');
    const made = sha256(bytes);
    expect(
      await fixture.site.query(
        `select name, data ->> 'sha256' as sha from order_events where order_id = $1 and name like 'dispute\\_%' order by id`,
        [orderId],
      ),
    ).toEqual([
      { name: 'dispute_pack_made', sha: made },
      { name: 'dispute_answered', sha: made },
    ]);
    expect((await audited()).slice(-2)).toEqual(['order.dispute_pack_made', 'order.dispute_answered']);
    expect(
      await fixture.site.query(
        `select resolution, closed_at is null as open from staff_tasks where order_id = $1 and kind = 'dispute_opened'`,
        [orderId],
      ),
    ).toEqual([{ resolution: 'order.dispute_answered', open: false }]);
    expect(await fixture.blockersOf(orderId)).toEqual(['dispute']);
  });
});
