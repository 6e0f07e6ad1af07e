import type { EntityManager } from 'typeorm';
import { newId } from '@app/kernel';
import { openBlocker } from '../blockers/order-blockers.store.js';
import { aCorrection } from '../correction/correction.builder.js';
import { addCorrection } from '../correction/corrections.store.js';
import { addEvent } from '../order/order-events.store.js';
import type { Order } from '../order/order.entity.js';
import { OrdersFixture } from '../orders.builder.js';
import type { OrderAct } from './act.js';
import { amend } from './amend.act.js';
import { answerCorrection } from './answer-correction.act.js';
import { answerDispute } from './answer-dispute.act.js';
import { askCorrection } from './ask-correction.act.js';
import { deliverCorrection } from './deliver-correction.act.js';
import { endBlocker } from './end-blocker.act.js';
import { missCorrection } from './miss-correction.act.js';
import { missPromise } from './miss-promise.act.js';
import { pause } from './pause.act.js';
import { pay } from './pay.act.js';
import { recordDispute } from './record-dispute.act.js';
import { redraftCorrection } from './redraft-correction.act.js';
import { resume } from './resume.act.js';
import { warnAtRisk } from './warn-at-risk.act.js';
import { warnCorrectionAtRisk } from './warn-correction-at-risk.act.js';

let fixture: OrdersFixture;
beforeAll(async () => {
  fixture = await OrdersFixture.open();
});
afterAll(() => fixture?.close());

const within = <T>(work: (manager: EntityManager) => Promise<T>): Promise<T> => fixture.inTransaction(work);
/** What an act asks of the database about an order. */
const look = <Input, Known>(act: OrderAct<Input, Known>, order: Order, input = {} as Input): Promise<Known> =>
  within((manager) => act.look(manager, order, input));
const placed = async (): Promise<Order> => (await fixture.orders.place(await fixture.form())).order;

describe('what an act asks before it decides', () => {
  it.each([endBlocker, missPromise, pause, resume, warnAtRisk])(
    'is what binds this order: $name',
    async (act) => {
      const [bound, free] = [await placed(), await placed()];
      const kind = 'hold';
      const blocker = {
        id: newId(),
        kind,
        reason: 'r',
        source: 's',
        openedAt: new Date(),
        openedBy: null,
      } as const;
      await within((manager) => openBlocker(manager, { ...blocker, orderId: bound.id }));
      expect(await look(act as OrderAct<object, unknown>, bound)).toMatchObject([{ id: blocker.id }]);
      expect(await look(act as OrderAct<object, unknown>, free)).toEqual([]);
    },
  );

  it.each([answerCorrection, deliverCorrection, redraftCorrection])(
    'is the open request for a correction of this order: $name',
    async (act) => {
      const [asked, other] = [await placed(), await placed()];
      const correction = aCorrection();
      await within((manager) => addCorrection(manager, asked.id, correction));
      expect(await look(act as OrderAct<object, unknown>, asked)).toMatchObject({ id: correction.id });
      expect(await look(act as OrderAct<object, unknown>, other)).toBeNull();
    },
  );

  it('is both where a correction is asked for, at risk or late', async () => {
    const [order, other] = [await placed(), await placed()];
    const correction = aCorrection();
    const blocker = { id: newId(), kind: 'dispute', reason: 'r', source: 'dp_1' } as const;
    await within(async (manager) => {
      await addCorrection(manager, order.id, correction);
      await openBlocker(manager, { ...blocker, orderId: order.id, openedAt: new Date(), openedBy: null });
    });
    expect(await look(askCorrection, order)).toMatchObject({ open: { id: correction.id }, blocked: true });
    expect(await look(askCorrection, other)).toEqual({ open: null, blocked: false });
    for (const act of [missCorrection, warnCorrectionAtRisk] as OrderAct<object, unknown>[]) {
      const found = { open: { id: correction.id }, blockers: [{ id: blocker.id }] };
      expect(await look(act, order)).toMatchObject(found);
      expect(await look(act, other)).toEqual({ open: null, blockers: [] });
    }
  });

  it('is the disputes that were told of before, ended ones too, and nothing else that binds it', async () => {
    const order = await placed();
    const opened = { orderId: order.id, reason: 'r', openedAt: new Date(), openedBy: null };
    await within(async (manager) => {
      await openBlocker(manager, { ...opened, id: newId(), kind: 'dispute', source: 'dp_2' });
      await openBlocker(manager, { ...opened, id: newId(), kind: 'hold', source: 'staff' });
      await manager.query(
        `update order_blockers set ended_at = opened_at, ended_reason = 'won', end_act = 'dispute' where source = 'dp_2'`,
      );
    });
    expect(await look(recordDispute, order)).toEqual(['dp_2']);
  });

  it('is the bytes of the last pack that was made for the dispute', async () => {
    const order = await placed();
    expect(await look(answerDispute, order)).toBeNull();
    await within(async (manager) => {
      for (const sha256 of ['first', 'last'])
        await addEvent(manager, order.id, 'dispute_pack_made', new Date(), { sha256 });
      await addEvent(manager, order.id, 'dispute_closed', new Date(), { sha256: 'other' });
    });
    expect(await look(answerDispute, order)).toBe('last');
  });

  it('is what was agreed to with the choice in force', async () => {
    const order = await placed();
    expect((await look(amend, order)).map(({ kind }) => kind)).toEqual([
      'start_in_cancellation_period',
      'right_ends_on_delivery',
    ]);
    expect(await look(amend, { ...order, choiceId: null })).toEqual([]);
  });

  it('is whether another order has taken the place of the one that is paid, and the choice that was paid for', async () => {
    const order = await placed();
    const { choiceId } = order;
    const paid = { amount: order.pricePence, at: new Date() };
    expect(await look(pay, order, { ...paid, choiceId })).toMatchObject({
      placeIsTaken: false,
      choice: { id: choiceId },
    });
    const before = { ...order, id: newId() };
    expect(await look(pay, before, { ...paid, choiceId })).toEqual({ placeIsTaken: true, choice: null });
    expect(await look(pay, order, paid)).toEqual({ placeIsTaken: false, choice: null });
  });
});
