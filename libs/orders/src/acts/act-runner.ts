import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '@app/audit';
import { enqueue } from '@app/jobs';
import { DomainError, newId } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import { endBlocker, openBlocker, currentBlockers } from '../blockers/order-blockers.store.js';
import { addCorrection, changeCorrection } from '../correction/corrections.store.js';
import { addEvent } from '../order/order-events.store.js';
import { addChoice } from '../order/order-consents.store.js';
import { carryOn } from '../order/order-job-definitions.js';
import { orderMachine } from '../order/order-machine.js';
import type { Order } from '../order/order.entity.js';
import { changeOrder, lockKnownOrder, moveOrder } from '../order/orders.store.js';
import type { BlockerChange, Effect, OrderAct, OrderActor, Refusal } from './act.js';

/** What came of an act: the order as it is now, or why nothing happened. */
export type ActOutcome =
  | { readonly kind: 'done' | 'already' | 'later'; readonly order: Order }
  | (Refusal & { readonly order: Order });

/** @throws DomainError with the code and words of a refusal. */
export function mustBeDone(outcome: ActOutcome): void {
  if (outcome.kind === 'refused') throw new DomainError(outcome.code, outcome.why);
}

/** The one way in which an order changes once it is placed. */
@Injectable()
export class ActRunner {
  constructor(
    private readonly tasks: StaffTasks,
    private readonly audit: Audit,
  ) {}

  /**
   * Locks the order, asks the act's rule, and makes its effect so in the caller's transaction: facts and state, the lines of the log, jobs and
   * tasks, and for a member of staff the entry in the audit log. A repeat changes nothing and leaves no line.
   * @throws DomainError `order_not_found`
   */
  async run<Input, Known>(
    manager: EntityManager,
    act: OrderAct<Input, Known>,
    orderId: string,
    input: Input,
    actor: OrderActor,
  ): Promise<ActOutcome> {
    const order = await lockKnownOrder(manager, orderId);
    const verdict = act.decide(order, input, await act.look(manager, order, input));
    if (verdict.kind === 'refused') return { ...verdict, order };
    if (verdict.kind === 'already') return { kind: 'already', order };
    if (verdict.kind === 'later') {
      await enqueue(manager, verdict.job.job, verdict.job.payload, verdict.job.options);
      return { kind: 'later', order };
    }
    const before = order.state;
    const refused = await this.change(manager, order, verdict);
    if (refused) return { ...refused, order };
    const bound = await this.bind(manager, order.id, act.name, verdict, actor);
    if (bound === 'already') return { kind: 'already', order };
    await this.tell(manager, order.id, verdict);
    if (verdict.settles)
      await this.tasks.closeOfOrder(
        manager,
        { orderId: order.id, kinds: verdict.settles },
        actor.kind === 'staff' ? actor.staffId : null,
        act.name,
      );
    // Last: other writers of the audit log wait from here until this transaction ends.
    if (actor.kind === 'staff')
      await this.audit.record(manager, {
        staffId: actor.staffId,
        action: act.name,
        subject: { kind: 'order', id: order.id },
        before: { state: before },
        after: { state: order.state, events: verdict.events.map(({ name }) => name) },
        ...(actor.reason !== undefined && { reason: actor.reason }),
        ...(actor.ipAddress !== undefined && { ipAddress: actor.ipAddress }),
      });
    return { kind: 'done', order };
  }

  /**
   * Raises and ends blockers. An act that does nothing but raise one that stands already is a repeat. Once nothing stands in the way any more,
   * a job carries on with what was refused meanwhile.
   */
  private async bind(
    manager: EntityManager,
    orderId: string,
    endAct: string,
    { blockers, move, facts, jobs, tasks }: Effect,
    actor: OrderActor,
  ): Promise<'bound' | 'already'> {
    if (!blockers) return 'bound';
    const { raise = [], end = [] }: BlockerChange = blockers;
    const staffId = actor.kind === 'staff' ? actor.staffId : null;
    let changed = false;
    for (const { kind, reason, source, at } of raise)
      changed =
        (await openBlocker(manager, {
          id: newId(),
          orderId,
          kind,
          reason,
          source,
          openedAt: at,
          openedBy: staffId,
        })) || changed;
    let ended = false;
    for (const { kind, reason, at } of end)
      ended =
        (await endBlocker(
          manager,
          { orderId, kind },
          { endedAt: at, endedBy: staffId, endedReason: reason, endAct },
        )) || ended;
    if (ended && (await currentBlockers(manager, [orderId])).length === 0)
      await enqueue(manager, carryOn, { orderId }, { key: `carry-on:${orderId}` });
    const more = move !== undefined || facts !== undefined || jobs !== undefined || tasks !== undefined;
    return raise.length === 0 || changed || ended || more ? 'bound' : 'already';
  }

  /** Changes the row, and the order in hand with it; or says why the machine does not let it. */
  private async change(
    manager: EntityManager,
    order: Order,
    { move, facts = {}, choice, correction }: Effect,
  ): Promise<Refusal | undefined> {
    if (move) {
      const moved = await moveOrder(manager, order, move, facts);
      if (moved !== 'moved') return { kind: 'refused', code: 'order_transition_refused', why: moved.refused };
      const next = orderMachine.next(order.state, move);
      if ('to' in next) order.state = next.to;
    } else if (Object.keys(facts).length > 0) await changeOrder(manager, order.id, facts);
    Object.assign(order, facts);
    if (choice) await addChoice(manager, choice);
    if (correction && 'ask' in correction) await addCorrection(manager, order.id, correction.ask);
    else if (correction) await changeCorrection(manager, correction.id, correction.change);
    return undefined;
  }

  private async tell(
    manager: EntityManager,
    orderId: string,
    { events, jobs = [], tasks = [] }: Effect,
  ): Promise<void> {
    for (const { name, at, data } of events) await addEvent(manager, orderId, name, at, data);
    for (const { job, payload, options } of jobs) await enqueue(manager, job, payload, options);
    for (const task of tasks) await this.tasks.raise(manager, task);
  }
}
