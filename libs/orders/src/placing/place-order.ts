import type { EntityManager } from 'typeorm';
import { enqueue } from '@app/jobs';
import { DomainError, hashSecret, newId, newReference, newSecret, type Pence } from '@app/kernel';
import type { ActRunner } from '../acts/act-runner.js';
import { amend } from '../acts/amend.act.js';
import type { AccessTokens } from '../order/access-token.js';
import type { ConsentKind } from '../order/order-consent.entity.js';
import { addChoice, type MadeChoice } from '../order/order-consents.store.js';
import { addEvent } from '../order/order-events.store.js';
import { expireOrder } from '../order/order-job-definitions.js';
import { orderMachine } from '../order/order-machine.js';
import type { Order, StartChoice } from '../order/order.entity.js';
import { findOrder, insertOrder, liveOrderOn, lockKnownOrder } from '../order/orders.store.js';
import { CONSENT_KINDS, type ConsentWording } from './consent-wordings.js';
import { customerEmailProblem, customerNameProblem, tidyText } from '../order/customer-details.js';

/** What a person sends with "Pay £49 now". */
export interface PlaceOrder {
  /** Random, from the form's hidden field: the same form is the same order. */
  readonly formToken: string;
  readonly assessmentId: string;
  readonly occupationTitle: string;
  readonly answersCompleteAt: Date;
  readonly customerName: string;
  readonly customerEmail: string;
  readonly startChoice: StartChoice;
  /** The boxes that were ticked; starting now needs both. */
  readonly consents: readonly ConsentKind[];
  readonly ipAddress: string;
}

export interface PlacedOrder {
  readonly order: Order;
  /** The secret of the status page. */
  readonly accessToken: string;
}

export interface Placement {
  readonly tokens: AccessTokens;
  readonly wording: ConsentWording;
  readonly price: Pence;
  readonly now: Date;
  readonly acts: ActRunner;
}

/** How long an order can be paid, in hours. Each pay page lives half an hour; within this time another can be opened. */
const PAYABLE_HOURS = 24;
/** How long after that we ask Stripe and let the order expire: a payment begun in the last minute has ended by then. */
const EXPIRY_MARGIN_MINUTES = 35;

/**
 * Places an order, or finds the one that this form or this assessment already has and takes over what was corrected in it.
 * @throws DomainError `order_details_invalid`, `consents_missing`, `order_exists_paid` {orderId}, `order_form_used`.
 */
export async function placeOrder(
  manager: EntityManager,
  input: PlaceOrder,
  placement: Placement,
): Promise<PlacedOrder> {
  checkInput(input);
  const accessToken = newSecret();
  const id = newId<'Order'>();
  const made = choiceIn(id, input, placement);
  const order = newOrder(id, input, placement, made, accessToken);
  if (!(await insertOrder(manager, order))) return await existingOrder(manager, input, placement);
  await addChoice(manager, made);
  await addEvent(manager, order.id, 'placed', placement.now, {
    pricePence: order.pricePence,
    startChoice: order.startChoice,
    choiceId: order.choiceId,
  });
  const runAt = new Date(order.expiresAt.getTime() + EXPIRY_MARGIN_MINUTES * 60_000);
  await enqueue(manager, expireOrder, { orderId: order.id }, { runAt, key: `expire:${order.id}` });
  return { order, accessToken };
}

function checkInput({ customerName, customerEmail, startChoice, consents, formToken }: PlaceOrder): void {
  const problem = customerNameProblem(customerName) ?? customerEmailProblem(customerEmail);
  if (problem !== undefined) throw new DomainError('order_details_invalid', problem);
  if (formToken.length < 16 || formToken.length > 100)
    throw new DomainError('order_details_invalid', 'The form is incomplete.');
  if (startChoice === 'start_now' && !CONSENT_KINDS.every((kind) => consents.includes(kind))) {
    throw new DomainError('consents_missing', 'To start now we need both of your consents.');
  }
}

function newOrder(
  id: string,
  input: PlaceOrder,
  { tokens, price, now }: Placement,
  { choice }: MadeChoice,
  accessToken: string,
): Order {
  return {
    id,
    reference: newReference('PW', 8),
    state: orderMachine.first,
    assessmentId: input.assessmentId,
    formToken: input.formToken,
    accessTokenHash: hashSecret(accessToken),
    accessTokenSealed: tokens.seal(accessToken, id),
    customerName: tidyText(input.customerName),
    customerEmail: tidyText(input.customerEmail),
    occupationTitle: input.occupationTitle,
    pricePence: price,
    currency: 'gbp',
    startChoice: choice.startChoice,
    choiceId: choice.id,
    createdAt: now,
    expiresAt: new Date(now.getTime() + PAYABLE_HOURS * 3_600_000),
    paidAt: null,
    paidPence: null,
    expiredAt: null,
    cancelledAt: null,
    answersCompleteAt: input.answersCompleteAt,
    confirmationAcceptedAt: null,
    clockStartedAt: null,
    targetAt: null,
    promiseAt: null,
    originalPromiseAt: null,
    waitEndsAt: null,
    expectedAt: null,
    atRiskAt: null,
    lateAt: null,
    newTimeAt: null,
    calendarVersion: null,
    policyVersion: null,
    deliveredAt: null,
    refundedAt: null,
    refundedPence: 0 as Pence,
    disputedAt: null,
    erasedAt: null,
  };
}

/** The insert met a form token or a live order that is already there. */
async function existingOrder(
  manager: EntityManager,
  input: PlaceOrder,
  placement: Placement,
): Promise<PlacedOrder> {
  const found =
    (await liveOrderOn(manager, input.assessmentId)) ??
    (await findOrder(manager, { formToken: input.formToken }));
  if (!found) throw new DomainError('order_form_used', 'Please check the form and send it again.');
  const order = await lockKnownOrder(manager, found.id);
  if (order.state === 'paid') {
    throw new DomainError('order_exists_paid', 'You have already paid for this blueprint.', {
      orderId: order.id,
    });
  }
  if (order.state !== 'awaiting_payment' || order.assessmentId !== input.assessmentId) {
    throw new DomainError(
      'order_form_used',
      'This form belongs to an order that has ended. Please check it and send it again.',
    );
  }
  const { order: amended } = await placement.acts.run(
    manager,
    amend,
    order.id,
    {
      corrected: {
        customerName: tidyText(input.customerName),
        customerEmail: tidyText(input.customerEmail),
        occupationTitle: input.occupationTitle,
        pricePence: placement.price,
      },
      made: choiceIn(order.id, input, placement),
      at: placement.now,
    },
    { kind: 'customer' },
  );
  return { order: amended, accessToken: placement.tokens.open(order.accessTokenSealed, order.id) };
}

/** What is chosen, and both consents with the words they are given to when the work is to start at once; none when it waits. */
function choiceIn(
  orderId: string,
  { startChoice, ipAddress }: PlaceOrder,
  { wording, now }: Placement,
): MadeChoice {
  const choice = { id: newId(), orderId, startChoice, madeAt: now };
  const consents = CONSENT_KINDS.map((kind) => ({
    id: newId(),
    orderId,
    choiceId: choice.id,
    kind,
    wording: wording[kind],
    wordingVersion: wording.version,
    givenAt: now,
    ipAddress,
  }));
  return { choice, consents: startChoice === 'start_now' ? consents : [] };
}
