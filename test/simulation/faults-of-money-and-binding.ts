import { StripeGateway } from '../../libs/payments/src/stripe-gateway.js';
import { calm, type Fault, LATE, NOW, trigger } from './planting.js';

/** Money that goes twice or is forgotten, what binds nothing, and errors that nobody hears of. */
export const OF_MONEY_AND_BINDING: readonly Fault[] = [
  {
    what: 'the money of the apology is paid twice',
    where: calm(NOW, LATE),
    within: 1,
    plant: ({ worker }) => {
      worker.alter = (altered) => {
        const gateway = altered.get(StripeGateway);
        const real = gateway.createRefund.bind(gateway);
        gateway.createRefund = async (asked, key) => {
          await real(asked, `${key}:twice`);
          return await real(asked, key);
        };
      };
      worker.alter(worker);
    },
  },
  {
    what: 'a notice of cancellation binds nothing',
    where: calm({ ...NOW, later: 'give_notice', laterAfter: 1_200_000 }),
    within: 2,
    plant: trigger(
      'order_blockers',
      'insert',
      `if new.kind = 'cancellation_notice' then return null; end if; return new;`,
    ),
  },
  {
    what: 'a notice of cancellation comes before nobody',
    where: calm({ ...NOW, later: 'give_notice', laterAfter: 1_200_000 }),
    within: 2,
    plant: trigger(
      'staff_tasks',
      'insert',
      `if new.kind = 'cancellation_notice' then return null; end if; return new;`,
    ),
  },
  {
    what: 'an error is swallowed, and the job counts as done',
    where: calm(NOW, { stumbles: true, orders: 1 }),
    within: 1,
    plant: ({ worker }) => {
      worker.wrap = (job) => ({
        ...job,
        run: async (payload, context) => await job.run(payload, context).catch(() => undefined),
      });
    },
  },
];
