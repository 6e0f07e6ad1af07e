import { tamper } from '@app/testing';
import { OrdersService, RECHECK_DAYS, Rechecks } from '@app/orders';
import { CheckoutService } from '@app/payments';
import { SiteBeside } from '../support/schedules/site-beside.js';
import { WorkerFixture } from '../support/schedules/worker-fixture.js';

const REMIND = 'order.remind-rechecks';

let fixture: WorkerFixture;
beforeAll(async () => {
  fixture = await WorkerFixture.open();
});
afterAll(() => fixture?.close());

/** Somebody whose blueprint arrived so many days ago. */
async function delivered(email: string, days: number): Promise<string> {
  const { order, session } = await fixture.paidUnseen(email);
  await fixture.get(CheckoutService).confirm(session);
  await tamper(
    fixture.database.source,
    `update orders set delivered_at = now() - make_interval(days => $2, hours => 1) where id = $1`,
    [order.id, days],
  );
  return order.id;
}
const reminders = async (): Promise<{ to: string; html: string; text: string }[]> => {
  await fixture.quiet();
  const emails = await fixture.mail.emails();
  return emails
    .filter(({ subject }) => subject?.startsWith('90 days on'))
    .map(({ to, html, text }) => ({ to: [to].flat()[0]?.text ?? '', html: String(html), text: text ?? '' }));
};

/** The public record, as somebody reads it who comes after the last copy was kept. */
async function record(): Promise<string> {
  const site = await SiteBeside.open(fixture);
  try {
    return await site.words('/on-time');
  } finally {
    await site.close();
  }
}

describe('ninety days after a blueprint', () => {
  it('its customer is reminded of the re-check, once, by the link of their order and without a word of advertising', async () => {
    const due = await delivered('due@example.org', RECHECK_DAYS);
    await delivered('early@example.org', RECHECK_DAYS - 1);
    await delivered('long-ago@example.org', 200);
    const bound = await delivered('bound@example.org', RECHECK_DAYS);
    await fixture.query(
      `insert into order_blockers (id, order_id, kind, reason, source, opened_at) values (gen_random_uuid(), $1, 'dispute', 'd', 'd', now())`,
      [bound],
    );
    await fixture.tick(REMIND);
    await fixture.tick(REMIND);
    const sent = await reminders();
    expect(sent.map(({ to }) => to)).toEqual(['due@example.org']);
    const order = await fixture.get(OrdersService).byId(due);
    const link = `${order && fixture.get(OrdersService).statusUrl(order)}/recheck`;
    for (const body of [sent[0]?.html, sent[0]?.text]) {
      expect(body).toContain(link);
      expect(body).toMatch(/There is nothing to pay/);
      expect(body).not.toMatch(/offer|discount|buy|upgrade|newsletter|£/i);
    }
  });

  it('answers are counted on the public record, and shown from twenty on', async () => {
    const answers = async (count: number): Promise<void> => {
      for (let made = 0; made < count; made += 1) {
        const { order } = await fixture.placed(`answer-${made}-${count}@example.org`);
        const did = made % 2 === 0 ? 'learn' : 'nothing';
        await fixture.get(Rechecks).answer(order.id, { did, helped: 'some' });
      }
    };
    await answers(19);
    expect(await record()).toMatch(/counted here as soon as there are at least 20/);
    await answers(1);
    const words = await record();
    expect(words).toContain('20 people have answered the one question of the re-check');
    expect(words).toMatch(/I learned something from the plan ?11.*Nothing yet ?9.*A little ?20/);
  });
});
