import { Injectable, Logger } from '@nestjs/common';
import { isBucketAway } from '@app/bucket';
import { AssessmentRetention } from './assessment-retention.js';
import { type Batch, throughAll, untilFew } from './batches.js';
import { BlueprintRetention } from './blueprint-retention.js';
import { OrderRetention } from './order-retention.js';
import { PaymentMessageRetention } from './payment-message-retention.js';
import { PublicMessageRetention } from './public-message-retention.js';

/** How many of each were dealt with. Counts alone: nothing personal is logged. */
export interface RetentionCounts {
  readonly warned: number;
  readonly assessmentsDeleted: number;
  readonly blueprintsErased: number;
  readonly unpaidOrdersDeleted: number;
  readonly ordersDeleted: number;
  readonly paymentMessagesEmptied: number;
  readonly publicMessagesDeleted: number;
}

const BATCH = 200;
const MOST_BATCHES = 100;

/** Everything whose time is over, once a day. Safe to repeat and to interrupt: what is left is found the next time. */
@Injectable()
export class RetentionRun {
  private readonly log = new Logger(RetentionRun.name);

  constructor(
    private readonly assessments: AssessmentRetention,
    private readonly blueprints: BlueprintRetention,
    private readonly orders: OrderRetention,
    private readonly messages: PaymentMessageRetention,
    private readonly publicMessages: PublicMessageRetention,
  ) {}

  /**
   * @param signal stops between two batches.
   * @throws DomainError `files_unavailable`, after all the rest, when blueprints wait for the store of files.
   */
  async run(signal?: AbortSignal, batch = BATCH): Promise<RetentionCounts> {
    const bounds = { size: batch, most: batch * MOST_BATCHES, ...(signal && { signal }) };
    const all = (step: (after: string | null, limit: number) => Promise<Batch>): Promise<number> =>
      throughAll(step, bounds);
    let away: unknown;
    const counts = {
      // Before deleting: whoever was not warned in time is given time.
      warned: await all((after, limit) => this.assessments.warn(after, limit)),
      blueprintsErased: await all((after, limit) => this.blueprints.erase(after, limit)).catch(
        (error: unknown) => {
          if (!isBucketAway(error)) throw error;
          away = error;
          return 0;
        },
      ),
      ordersDeleted: await all((after, limit) => this.orders.removeOutOfTime(after, limit)),
      unpaidOrdersDeleted: await all((after, limit) => this.orders.removeUnpaid(after, limit)),
      // After the orders: what no order rests on any more.
      assessmentsDeleted: await all((after, limit) => this.assessments.deleteExpired(after, limit)),
      paymentMessagesEmptied: await untilFew((limit) => this.messages.empty(limit), bounds),
      publicMessagesDeleted: await untilFew((limit) => this.publicMessages.deleteSettled(limit), bounds),
    };
    const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
    this.log.log(`retention: ${words.join(', ')}`);
    if (away) throw away as Error;
    return counts;
  }
}
