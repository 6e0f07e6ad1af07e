import { calm, type Fault, idle, neverRuns, NOW } from './planting.js';

/** Work that nobody does: jobs lost, and schedules that never run. */
export const LEFT_UNDONE: readonly Fault[] = [
  {
    what: 'events are taken and never handled',
    where: calm(),
    within: 1,
    plant: idle('payment.handle-event'),
  },
  {
    what: 'an order that nobody pays stays open for ever',
    where: calm({ ...NOW, pay: 'never' }),
    within: 1,
    plant: (world) => {
      neverRuns('payment.reconcile')(world);
      idle('order.expire')(world);
    },
  },
  {
    what: 'a claim that nobody works on is not given back',
    where: calm(NOW, { forgetful: true }),
    within: 2,
    plant: neverRuns('review.release-stale'),
  },
  {
    what: 'work does not start after the 14 days',
    where: calm({ ...NOW, wait: true }),
    within: 1,
    plant: (world) => {
      neverRuns('order.watch-promises')(world);
      idle('order.start-clock')(world);
    },
  },
  {
    what: 'a confirmation whose job was lost is never sent',
    where: calm(),
    within: 1,
    plant: (world) => {
      neverRuns('order.watch-promises', 'delivery.sweep')(world);
      idle('order.send-confirmation')(world);
    },
  },
];
