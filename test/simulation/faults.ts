import { ApprovedFiles } from '../../libs/delivery/src/approved-files.js';
import { StripeGateway } from '../../libs/payments/src/stripe-gateway.js';
import { OF_MONEY_AND_BINDING } from './faults-of-money-and-binding.js';
import { LEFT_UNDONE } from './faults-left-undone.js';
import {
  calm,
  DAY,
  type Fault,
  idle,
  LATE,
  later,
  neverRuns,
  NOW,
  rendered,
  storm,
  trigger,
} from './planting.js';

/** What is planted, and within how many seeds it is found. */
export const FAULTS: readonly Fault[] = [
  {
    // Either alone makes up for it.
    what: 'an event is lost, and neither reconciliation nor expiry asks Stripe',
    where: { ...calm({ ...NOW, pay: 'and_never_come_back' }), weather: 'deaf' },
    within: 1,
    plant: (world) => {
      neverRuns('payment.reconcile')(world);
      idle('order.expire')(world);
    },
  },
  {
    what: 'nobody watches over promises',
    where: calm(NOW, LATE),
    within: 1,
    plant: neverRuns('order.watch-promises'),
  },
  { what: 'the apology is never sent', where: calm(NOW, LATE), within: 1, plant: idle('order.tell-late') },
  {
    what: 'the money of the apology is never paid',
    where: calm(NOW, LATE),
    within: 1,
    plant: idle('payment.pay-remedy'),
  },
  {
    what: 'a refund that was decided is never made',
    where: calm({ ...NOW, later: 'cancel', laterAfter: 1_200_000 }),
    within: 2,
    plant: idle('payment.pay-back-decided', 'order.settle-cancellation'),
  },
  {
    what: 'a refund is told, and never made',
    where: calm({ ...NOW, later: 'cancel', laterAfter: 1_200_000 }),
    within: 2,
    plant: ({ worker }) => {
      worker.alter = (altered) => {
        altered.get(StripeGateway).createRefund = (asked) =>
          Promise.resolve({
            ...{
              id: `re_${String(asked.payment_intent)}`,
              object: 'refund',
              status: 'succeeded',
              currency: 'gbp',
            },
            ...{ amount: asked.amount, payment_intent: asked.payment_intent, metadata: asked.metadata ?? {} },
            created: Math.floor(Date.now() / 1_000),
          } as never);
      };
      worker.alter(worker);
    },
  },
  {
    what: 'a refund is made, and not told',
    where: calm({ ...NOW, later: 'cancel', laterAfter: 1_200_000 }),
    within: 2,
    plant: idle('order.tell-refunded'),
  },
  {
    what: 'a cancellation is not acknowledged',
    where: calm({ ...NOW, later: 'cancel', laterAfter: 1_200_000 }),
    within: 2,
    plant: idle('order.tell-cancelled'),
  },
  {
    what: 'the stored promise is a day later than the email said',
    where: calm(),
    within: 1,
    plant: trigger(
      'orders',
      'update',
      `if old.promise_at is null and new.promise_at is not null then
      new.promise_at := new.promise_at + interval '1 day'; end if; return new;`,
    ),
  },
  {
    what: 'the confirmation promises a day too early',
    where: calm(),
    within: 1,
    plant: rendered('confirmation', ({ promise_at }) => ({ promise_at: later(promise_at, -1) })),
  },
  {
    what: 'the apology names another promise than was made',
    where: calm(NOW, LATE),
    within: 1,
    plant: rendered('late', ({ promise_at }) => ({ promise_at: later(promise_at, 1) })),
  },
  {
    what: 'the apology forgets its money',
    where: calm(NOW, LATE),
    within: 1,
    plant: rendered('late', () => ({ remedy: null })),
  },
  {
    what: 'an order is confirmed in two emails',
    where: calm(),
    within: 1,
    plant: async ({ database: { owner } }) => {
      await owner.query(`
        create function simulated.planted() returns trigger language plpgsql security definer as $$ begin
          if new.kind = 'confirmation' and new.subject_key not like '%:twice' then
            insert into deliveries select (jsonb_populate_record(new, jsonb_build_object('id', gen_random_uuid(),
              'subject_key', new.subject_key || ':twice', 'message_id', new.message_id || '.twice'))).*;
          end if; return null; end $$;
        create trigger aaa_planted after insert on deliveries for each row execute function simulated.planted()`);
    },
  },
  {
    what: 'an email of unknown fate is sent again blindly',
    where: calm(),
    within: 1,
    plant: async (world) => {
      await trigger(
        'deliveries',
        'update',
        `if new.state = 'unknown' then new.state := 'queued'; end if; return new;`,
      )(world);
      // The first email is taken, and the connection lost before the server says so.
      world.mail.mood = 'take_and_hang_up';
      world.mail.onTaking = () => setImmediate(() => (world.mail.mood = 'accept'));
    },
  },
  {
    what: 'an email that was refused counts as taken, and nobody is told',
    where: calm(),
    within: 1,
    plant: async (world) => {
      await trigger(
        'deliveries',
        'update',
        `if new.state in ('bounced', 'failed') then
        new.state := 'accepted'; new.accepted_at := simulated.now(); end if; return new;`,
      )(world);
      await trigger(
        'staff_tasks',
        'insert',
        `if new.kind like 'delivery_%' then return null; end if; return new;`,
      )(world);
      world.mail.mood = 'refuse_for_good';
      world.agenda.plan(world.now + 4 * DAY, 'the mail server recovers', () => {
        world.mail.mood = 'accept';
        return Promise.resolve();
      });
    },
  },
  {
    what: 'what was approved is never sent',
    where: calm(),
    within: 1,
    plant: idle('delivery.send-blueprint'),
  },
  {
    what: 'everybody gets the first file that was approved',
    where: calm(NOW, { orders: 3 }),
    within: 2,
    plant: ({ worker }) => {
      let first: Awaited<ReturnType<ApprovedFiles['of']>> | undefined;
      worker.alter = (altered) => {
        const files = altered.get(ApprovedFiles);
        const real = files.of.bind(files);
        files.of = async (delivery) =>
          (first = { ...(await real(delivery)), ...(first && { pdf: first.pdf }) });
      };
      worker.alter(worker);
    },
  },
  {
    what: 'a file that is not the approved one goes out',
    where: calm(),
    within: 1,
    plant: ({ worker }) => {
      worker.alter = (altered) => {
        const files = altered.get(ApprovedFiles);
        const real = files.of.bind(files);
        files.of = async (delivery) => {
          const file = await real(delivery);
          return { ...file, pdf: Buffer.concat([file.pdf, Buffer.from('\n')]) };
        };
      };
      worker.alter(worker);
    },
  },
  {
    what: 'a dispute binds nothing',
    where: calm({ ...NOW, later: 'dispute', laterAfter: 1_200_000 }),
    within: 2,
    plant: trigger(
      'order_blockers',
      'insert',
      `if new.kind = 'dispute' then return null; end if; return new;`,
    ),
  },
  {
    what: 'a corrected address is forgotten',
    where: calm({ ...NOW, later: 'correct_address', laterAfter: 1_200_000 }),
    within: 2,
    plant: trigger('orders', 'update', 'new.customer_email := old.customer_email; return new;'),
  },
  {
    what: 'a forged event is believed',
    where: storm,
    within: 3,
    plant: ({ site }) => {
      const gateway = site.get(StripeGateway, { strict: false });
      gateway.verifiedEvent = (body) => JSON.parse(body.toString()) as never;
    },
  },
  ...LEFT_UNDONE,
  ...OF_MONEY_AND_BINDING,
];
