import { Injectable, Logger } from '@nestjs/common';
import { AssessmentRetention } from './assessment-retention.js';
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

/** Rows in one transaction: small enough to hold locks briefly. */
const BATCH = 200;
/** Batches of one kind in one run: a backlog is worked off over several days rather than in one that never ends. */
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

  /** @param signal stops between two batches. */
  async run(signal?: AbortSignal, batch = BATCH): Promise<RetentionCounts> {
    const all = (step: (limit: number) => Promise<number>): Promise<number> =>
      inBatches(() => step(batch), batch, signal);
    const counts = {
      // Before deleting: whoever was not warned in time is given time.
      warned: await all((limit) => this.assessments.warn(limit)),
      blueprintsErased: await this.eraseBlueprints(batch, signal),
      ordersDeleted: await all((limit) => this.orders.removeOutOfTime(limit)),
      unpaidOrdersDeleted: await all((limit) => this.orders.removeUnpaid(limit)),
      // After the orders: what no order rests on any more.
      assessmentsDeleted: await all((limit) => this.assessments.deleteExpired(limit)),
      paymentMessagesEmptied: await all((limit) => this.messages.empty(limit)),
      publicMessagesDeleted: await all((limit) => this.publicMessages.deleteSettled(limit)),
    };
    const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
    this.log.log(`retention: ${words.join(', ')}`);
    return counts;
  }

  private async eraseBlueprints(batch: number, signal?: AbortSignal): Promise<number> {
    let erased = 0;
    let after: string | null = '';
    for (let round = 0; after !== null && round < MOST_BATCHES && !signal?.aborted; round += 1) {
      const result: { erased: number; next: string | null } = await this.blueprints.eraseBatch(batch, after);
      erased += result.erased;
      after = result.next;
    }
    return erased;
  }
}

async function inBatches(step: () => Promise<number>, batch: number, signal?: AbortSignal): Promise<number> {
  let total = 0;
  for (let round = 0; round < MOST_BATCHES && !signal?.aborted; round += 1) {
    const done = await step();
    total += done;
    if (done < batch) break;
  }
  return total;
}
