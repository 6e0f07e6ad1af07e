import { newId } from '@app/kernel';
import type { SendOutcome } from '@app/mail';
import { OrderBlockers, OrdersService } from '@app/orders';
import { tamper } from '@app/testing';
import { type Beginning, DeliveryAttempts } from './delivery-attempts.js';
import { DeliveryOutcomes } from './delivery-outcomes.js';
import { DeliveryScene } from './delivery-scene.builder.js';

type Begun = Extract<Beginning, { kind: 'begun' }>;

let scene: DeliveryScene;
beforeAll(async () => {
  scene = await DeliveryScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

async function begun(deliveryId: string): Promise<Begun> {
  const beginning = await scene.get(DeliveryAttempts).begin(deliveryId);
  if (beginning.kind !== 'begun') throw new Error(beginning.kind);
  return beginning;
}
const record = ({ delivery, attempt }: Begun, outcome: SendOutcome): Promise<string> =>
  scene.get(DeliveryOutcomes).record(delivery, attempt, outcome, false);
/** The confirmation of a paid order, queued. */
async function confirmation(): Promise<string> {
  const orderId = await scene.paidOrder();
  await scene.deliveries.enqueueConfirmation(orderId);
  return (await scene.deliveriesOf(orderId))[0]?.id ?? '';
}

describe('an attempt', () => {
  it('is not begun before its time, nor for what is not there or sent already', async () => {
    const id = await confirmation();
    const attempt = await begun(id);
    await scene.get(DeliveryAttempts).markDataStarted(attempt.attempt);
    const attemptsOf = scene.get(DeliveryAttempts);
    expect(await attemptsOf.begin(newId())).toEqual({ kind: 'nothing_to_do' });
    await record(attempt, { kind: 'refused', permanent: false, response: 'later' });
    await scene.source.query('update deliveries set send_after = $2 where id = $1', [
      attempt.delivery.id,
      new Date(scene.clock.now().getTime() + 1_000),
    ]);
    expect(await attemptsOf.begin(attempt.delivery.id)).toMatchObject({ kind: 'too_early' });
    scene.clock.advance(1_000);
    await record(await begun(attempt.delivery.id), { kind: 'refused', permanent: true, response: 'no' });
    expect(await attemptsOf.begin(attempt.delivery.id)).toEqual({ kind: 'nothing_to_do' });
  });

  it('that died before its first byte is given up on record; one after it is not replaced', async () => {
    const id = await confirmation();
    await begun(id);
    scene.clock.advance(1_000);
    const second = await begun(id);
    expect(await scene.attemptsAt(id)).toMatchObject([
      { outcome: 'abandoned', ended_at: scene.clock.now() },
      { outcome: null, ended_at: null, data_started_at: null },
    ]);
    await scene.get(DeliveryAttempts).markDataStarted(second.attempt);
    expect((await scene.attemptsAt(id))[1]).toMatchObject({ data_started_at: scene.clock.now() });
    expect(await scene.get(DeliveryAttempts).begin(id)).toMatchObject({ kind: 'outcome_unknown' });
  });
});

describe('the blueprint', () => {
  const queued = async (): Promise<{ orderId: string; id: string }> => {
    const orderId = await scene.paidOrder();
    await scene.work();
    const { blueprintId, sha } = await scene.approvedBlueprint(orderId);
    await scene.deliveries.enqueueBlueprint(orderId, blueprintId, sha);
    const delivery = (await scene.deliveriesOf(orderId)).find(({ kind }) => kind === 'blueprint');
    return { orderId, id: delivery?.id ?? '' };
  };
  const bind = (orderId: string): Promise<unknown> =>
    scene.source.transaction((manager) =>
      scene.get(OrderBlockers).raise(manager, orderId, {
        kind: 'bounce',
        reason: 'It was refused.',
        source: 'a test',
        at: scene.clock.now(),
      }),
    );

  it('of an order that is bound is not begun, and no byte of one leaves that is bound meanwhile', async () => {
    const { orderId, id } = await queued();
    const attempt = await begun(id);
    await bind(orderId);
    await expect(scene.get(DeliveryAttempts).markDataStarted(attempt.attempt)).rejects.toMatchObject({
      code: 'order_blocked',
    });
    expect(await scene.attemptsAt(id)).toMatchObject([{ data_started_at: null }]);
    expect(await scene.get(DeliveryAttempts).begin(id)).toMatchObject({
      kind: 'blocked',
      why: expect.stringContaining('refused our email for good'),
    });
  });

  it('of an order that is bound is not begun; other emails are: people must still hear from us', async () => {
    const orderId = await scene.paidOrder();
    await bind(orderId);
    await scene.deliveries.enqueueConfirmation(orderId);
    const [confirmation] = await scene.deliveriesOf(orderId);
    await scene.get(DeliveryAttempts).markDataStarted((await begun(confirmation?.id ?? '')).attempt);
  });

  it('of an order that is cancelled is called off; what else was to be told is not', async () => {
    const { orderId, id } = await queued();
    const other = await scene.paidOrder();
    await scene.deliveries.enqueueConfirmation(other);
    for (const each of [orderId, other]) await scene.get(OrdersService).cancel(each, 'changed my mind');
    expect(await scene.get(DeliveryAttempts).begin(id)).toEqual({ kind: 'nothing_to_do' });
    const letter = (await scene.deliveriesOf(other)).find(({ kind }) => kind === 'confirmation');
    expect((await begun(letter?.id ?? '')).delivery.orderId).toBe(other);
  });

  it('is not called bound because the database could not say', async () => {
    const { id } = await queued();
    await tamper(scene.source, 'alter table order_blockers rename to blockers_away');
    try {
      await expect(scene.get(DeliveryAttempts).begin(id)).rejects.toThrow('order_blockers');
    } finally {
      await tamper(scene.source, 'alter table blockers_away rename to order_blockers');
    }
  });

  it('of an order that ends after an attempt died is called off with it', async () => {
    const { orderId, id } = await queued();
    await begun(id);
    await scene.get(OrdersService).cancel(orderId, 'changed my mind');
    await scene.get(DeliveryAttempts).begin(id);
    expect((await scene.deliveriesOf(orderId)).find((each) => each.id === id)?.state).toBe('cancelled');
    expect(await scene.attemptsAt(id)).toMatchObject([{ outcome: 'cancelled', ended_at: scene.clock.now() }]);
    expect(await scene.get(DeliveryAttempts).begin(id)).toEqual({ kind: 'nothing_to_do' });
  });
});
