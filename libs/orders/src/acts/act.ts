import type { EntityManager } from 'typeorm';
import type { EnqueueOptions, JobDefinition } from '@app/jobs';
import type { RaisedTask, TaskKind } from '@app/tasks';
import type { BlockerKind } from '../blockers/blocker-kinds.js';
import type { AskedCorrection, CorrectionFacts } from '../correction/corrections.store.js';
import type { MadeChoice } from '../order/order-consents.store.js';
import type { OrderEventName } from '../order/order-event.entity.js';
import type { OrderAction } from '../order/order-machine.js';
import type { Order } from '../order/order.entity.js';
import type { OrderFacts } from '../order/orders.store.js';

/** Who does it. What a member of staff does is written into the audit log by the runner. */
export type OrderActor =
  | { readonly kind: 'customer' }
  | { readonly kind: 'system' }
  | {
      readonly kind: 'staff';
      readonly staffId: string;
      readonly reason?: string;
      readonly ipAddress?: string;
    };

/** A line for the order's log. `data` holds no personal data. */
export interface Happening {
  readonly name: OrderEventName;
  readonly at: Date;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A job that carries on from the act: it exists exactly when the act does. */
export interface FollowUp {
  readonly job: JobDefinition<object>;
  readonly payload: object;
  readonly options: EnqueueOptions;
}

/** What binds the order from now on, and what no longer does. */
export interface BlockerChange {
  readonly raise?: readonly {
    readonly kind: BlockerKind;
    readonly reason: string;
    readonly source: string;
    readonly at: Date;
  }[];
  /** Those of them that stand. */
  readonly end?: readonly { readonly kind: BlockerKind; readonly reason: string; readonly at: Date }[];
}

/** A request for a correction that is asked for now, or what becomes of one. */
export type CorrectionChange =
  { readonly ask: AskedCorrection } | { readonly id: string; readonly change: CorrectionFacts };

/** What an act makes of the order. It happens whole or not at all, and always leaves a line in the log. */
export interface Effect {
  readonly kind: 'done';
  /** The step of the order's state, by the machine; its refusals are the act's. */
  readonly move?: OrderAction;
  readonly facts?: OrderFacts;
  /** Joins the choices made before, with its consents; `facts` say that it is in force. */
  readonly choice?: MadeChoice;
  readonly blockers?: BlockerChange;
  readonly correction?: CorrectionChange;
  readonly events: readonly [Happening, ...Happening[]];
  readonly jobs?: readonly FollowUp[];
  readonly tasks?: readonly RaisedTask[];
  /** Kinds of tasks about the order that are done with this. */
  readonly settles?: readonly TaskKind[];
}

export interface Refusal {
  readonly kind: 'refused';
  /** The code of the error, where the refusal becomes one. */
  readonly code: string;
  /** In words, for staff, logs and pages. */
  readonly why: string;
}

/** What a rule says: the effect; that it is so already; that it is to be tried again by a job; or why not. */
export type Verdict =
  Effect | { readonly kind: 'already' } | { readonly kind: 'later'; readonly job: FollowUp } | Refusal;

/**
 * Something that a person or a job does to an order. `decide` is pure: it sees the locked order, the input, and what `look` found out, and
 * says what is to happen; {@link ActRunner} makes it so.
 */
export interface OrderAct<Input, Known = undefined> {
  /** Past tense with its subject, as in the audit log: `order.cancelled`. */
  readonly name: `order.${string}`;
  /** Asks the database for what the rule must know besides the order, once the order is locked. */
  readonly look: (manager: EntityManager, order: Order, input: Input) => Promise<Known>;
  readonly decide: (order: Order, input: Input, known: Known) => Verdict;
}

/** An act whose rule needs nothing but the order and the input. */
export const defineAct = <Input>(
  name: OrderAct<Input>['name'],
  decide: (order: Order, input: Input) => Verdict,
): OrderAct<Input> => ({ name, look: () => Promise.resolve(undefined), decide });

export const followUp = <Payload extends object>(
  job: JobDefinition<Payload>,
  payload: Payload,
  options: EnqueueOptions,
): FollowUp => ({ job, payload, options });

export const ALREADY: Verdict = { kind: 'already' };
