import { type Account, ledgerOf } from './ledger.js';
import { type Letter, letterOf } from './letters.js';
import type { Said, World } from './world.js';

/** When something forbade sending, from the database; milliseconds since 1970. */
export interface Bound {
  readonly kind: string;
  readonly from: number;
  /** When it can have been written down, at the latest: a dispute bears its bank's time, and may be heard of much later. */
  readonly heard: number;
  readonly until: number;
}

/** Everything that is known from outside of one order that took money. */
export interface CaseFile {
  readonly orderId: string;
  readonly reference: string;
  readonly account: Account;
  /** Emails about it, oldest first. */
  readonly letters: readonly Letter[];
  readonly bounds: readonly Bound[];
  /** Open tasks about it that name an act and a time. */
  readonly tasks: readonly string[];
  /** When the customer's money was taken. */
  readonly paidAt: number;
  readonly waits: boolean;
  /** What the customer and their bank told us, oldest first. */
  readonly said: readonly Said[];
  readonly state: string;
}

/** Silences apologies: the customer waits for nothing meanwhile. */
export const SILENT = ['pause', 'cancellation_notice', 'refund_in_full', 'dispute', 'fraud_warning'];

/** A minute after the event of the order that was written down before its dispute `b`; null of anything else. */
const WRITTEN_BEFORE = `(
  select max(before.at) + interval '1 minute'
  from order_events dispute join order_events before on before.order_id = dispute.order_id and before.id < dispute.id
  where dispute.order_id = b.order_id and dispute.name = 'disputed' and dispute.at = b.opened_at and b.kind = 'dispute'
)`;

export const lettersOf = (world: World): Letter[] => world.emails.flatMap((email) => letterOf(email) ?? []);

/** One for each order that Stripe took money for. */
export async function caseFiles(world: World): Promise<CaseFile[]> {
  const letters = lettersOf(world);
  const rows = await world.query<{
    id: string;
    reference: string;
    state: string;
    choice: string;
  }>('select id, reference, state, start_choice as choice from orders');
  const bounds = await world.query<{
    orderId: string;
    kind: string;
    from: Date;
    heard: Date;
    until: Date | null;
  }>(
    `select b.order_id as "orderId", b.kind, b.opened_at as "from", greatest(b.opened_at, ${WRITTEN_BEFORE}) as heard, b.ended_at as until
     from order_blockers b`,
  );
  const tasks = await world.query<{ orderId: string | null; subject: string; kind: string }>(
    'select order_id as "orderId", subject, kind from staff_tasks where closed_at is null and due_at is not null',
  );
  return (await ledgerOf(world)).map((account): CaseFile => {
    const order = rows.find(({ id }) => id === account.orderId);
    const reference = order?.reference ?? '';
    const about = letters.filter((letter) => letter.reference === reference);
    const customer = Number(/-(\d+)@/.exec(about[0]?.email.to ?? '')?.[1] ?? NaN);
    return {
      orderId: account.orderId,
      reference,
      account,
      letters: about,
      said: world.said.filter((one) => one.customer === customer),
      bounds: bounds
        .filter(({ orderId }) => orderId === account.orderId)
        .map(({ kind, from, heard, until }) => ({
          kind,
          from: from.getTime(),
          heard: heard.getTime(),
          until: until?.getTime() ?? Infinity,
        })),
      tasks: tasks.filter(({ orderId }) => orderId === account.orderId).map(({ kind }) => kind),
      paidAt: world.paidAt.get(account.orderId) ?? world.now,
      waits: order?.choice === 'start_after_cancellation_period',
      state: order?.state ?? 'unknown',
    };
  });
}
