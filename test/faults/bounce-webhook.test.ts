import { createHmac } from 'node:crypto';
import { newId } from '@app/kernel';
import { TestSite } from '../support/your-data/test-site.js';

const KEY = Buffer.alloc(32, 7);
let fixture: TestSite;
let buyer: { orderId: string; page: string };
let sent: { messageId: string; recipient: string };
beforeAll(async () => {
  fixture = await TestSite.open({
    BOUNCE_WEBHOOK_SECRET: `whsec_${KEY.toString('base64')}`,
    LOG_LEVEL: 'warn',
  });
  buyer = await fixture.buyer();
  [sent = { messageId: '', recipient: '' }] = await fixture.query<typeof sent>(
    `select message_id as "messageId", recipient from deliveries where kind = 'confirmation'`,
  );
}, 180_000);
afterAll(() => fixture?.close());

interface Sent {
  readonly id?: string;
  /** Seconds by which the report is older than now. */
  readonly age?: number;
  readonly key?: Buffer;
  /** What is changed of the body after it was signed. */
  readonly meddled?: (body: string) => string;
  readonly type?: string;
}
/** Sends a report as a provider does. JSON with odd white space: what is signed are bytes. */
async function report(
  body: object,
  { id = newId(), age = 0, key = KEY, meddled = (same) => same, type = 'application/json' }: Sent = {},
): Promise<number> {
  const raw = JSON.stringify(body, null, 3);
  const timestamp = String(Math.floor(fixture.clock.now().getTime() / 1_000) - age);
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${raw}`).digest('base64');
  const { status } = await fetch(`${fixture.url}/webhooks/bounces`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')} v1,${signature}`,
    },
    body: meddled(raw),
  });
  return status;
}
const hard = (): object => ({ ...sent, kind: 'hard', diagnostic: '550 5.1.1 unknown user' });
const states = async (): Promise<unknown[]> => {
  const [row] = await fixture.query<{ state: string; tasks: string[]; blockers: string[]; reports: number }>(
    `select (select state from deliveries where message_id = $2) as state,
       array(select kind from staff_tasks where order_id = $1 and closed_at is null) as tasks,
       array(select kind from order_blockers where order_id = $1 and ended_at is null) as blockers,
       (select count(*)::int from bounce_reports) as reports`,
    [buyer.orderId, sent.messageId],
  );
  return [row?.state, row?.tasks, row?.blockers, row?.reports];
};

describe('a report of a mail provider', () => {
  it('that is not signed by it, is too old, changed, too large or not in form is refused, and nothing is kept', async () => {
    expect(await report(hard(), { key: Buffer.alloc(32, 8) })).toBe(400);
    expect(await report(hard(), { age: 301 })).toBe(400);
    expect(await report(hard(), { age: -301 })).toBe(400);
    expect(await report(hard(), { id: 'two words' })).toBe(400);
    expect(await report({ ...hard(), kind: 'soft' }, { meddled: (raw) => raw.replace('soft', 'hard') })).toBe(
      400,
    );
    expect(await report({ ...hard(), diagnostic: 'x'.repeat(20_000) })).toBe(413);
    expect(await report(hard(), { type: 'text/plain' })).toBe(400);
    expect(await report({ ...hard(), kind: 'gone' })).toBe(422);
    expect(await report({ ...hard(), recipient: undefined })).toBe(422);
    expect(await report({ ...hard(), messageId: { $ne: 1 } })).toBe(422);
    const unsigned = await fetch(`${fixture.url}/webhooks/bounces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(unsigned.status).toBe(400);
    expect(await states()).toEqual(['accepted', [], [], 0]);
    expect(fixture.logged.join('')).not.toContain(sent.recipient);
  });

  it('of a delay, of an email that is not ours, or of another address is taken and changes nothing', async () => {
    expect(await report({ ...sent, kind: 'soft' })).toBe(200);
    expect(await report({ ...hard(), messageId: 'somebody@else.example' })).toBe(200);
    expect(await report({ ...hard(), recipient: 'eve@example.com' })).toBe(200);
    expect(await states()).toEqual(['accepted', [], [], 3]);
  });

  it('is matched by the Message-ID: the email counts as bounced, the order is bound, a person is asked, and the customer sees it', async () => {
    const recipient = sent.recipient.toUpperCase();
    expect(await report({ ...hard(), messageId: `<${sent.messageId}>`, recipient }, { id: 'msg_1' })).toBe(
      200,
    );
    expect(await states()).toEqual(['bounced', ['delivery_bounced'], ['bounce'], 4]);
    expect(await fixture.query(`select smtp_response from deliveries where state = 'bounced'`)).toEqual([
      { smtp_response: 'It came back: 550 5.1.1 unknown user' },
    ]);
    const page = await (await fetch(fixture.url + buyer.page)).text();
    expect(page).toContain('Our email did not reach you');
    expect(page).toContain('You help most by correcting the address, under “For”');
    expect(page).toContain(`href="${buyer.page}/address"`);
  });

  it('counts once: the same sent again, also after staff have found out that it arrived, changes nothing', async () => {
    await fixture.query(`update deliveries set state = 'accepted' where message_id = $1`, [sent.messageId]);
    fixture.clock.advance(60_000);
    expect(await report(hard(), { id: 'msg_1' })).toBe(200);
    expect((await states())[0]).toBe('accepted');
    expect(await report(hard(), { id: 'msg_2' })).toBe(200);
    expect((await states())[0]).toBe('bounced');
  });

  it('about a blueprint that had been delivered: its page offers the download, and says that the email came back', async () => {
    const { orderId, page } = await fixture.buyer('full@example.com');
    await fixture.deliver(orderId);
    const opened = async (): Promise<string> => await (await fetch(fixture.url + page)).text();
    expect(await opened()).toContain('Your blueprint has been delivered');
    const [about] = await fixture.query<typeof sent>(
      `select message_id as "messageId", recipient from deliveries where order_id = $1 and kind = 'blueprint'`,
      [orderId],
    );
    expect(await report({ ...about, kind: 'hard' })).toBe(200);
    expect(await opened()).toMatch(
      /ready to download[^]*mail server of full@example\.com took our email with it, and gave it back later/,
    );
    expect(await opened()).toContain('Download my blueprint');
  }, 180_000);

  it('is known for thirty days, and forgotten with the next one', async () => {
    fixture.clock.advance(31 * 86_400_000);
    expect(await report({ ...sent, kind: 'soft' })).toBe(200);
    expect((await states())[3]).toBe(1);
  });
});

describe('where no provider is set up', () => {
  it('there is no such address', async () => {
    const other = await TestSite.open();
    try {
      const { status } = await fetch(`${other.url}/webhooks/bounces`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      expect(status).toBe(404);
    } finally {
      await other.close();
    }
  }, 60_000);
});
