import type { StaffRole } from '@app/staff';
import { Chance } from './chance.js';
import { Colleague } from './staff.js';
import type { World } from './world.js';

const DAY = 86_400_000;
/** After this long a manager reads as the second person herself, ms. */
const LEFT = 18 * 3_600_000;

interface OpenTask {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly orderId: string | null;
  readonly openedAt: Date;
}

/** Settles what waits for a person, by the acts that the task offers. */
export class Supporter extends Colleague {
  private readonly chance: Chance;

  constructor(
    world: World,
    name: string,
    private readonly as: readonly StaffRole[],
  ) {
    super(world, name, as);
    this.chance = new Chance(world.seed, name);
  }

  protected async isNeeded(): Promise<boolean> {
    const rows = await this.world.query(
      `select 1 from staff_tasks where closed_at is null
       union all select 1 from deliveries where state in ('unknown', 'failed', 'bounced')
       union all select 1 from graphile_worker._private_jobs where attempts >= max_attempts limit 1`,
    );
    return rows.length > 0 || (this.as.includes('manager') && (await this.leftSeconds()).length > 0);
  }

  protected async sit(): Promise<void> {
    await this.settleEmails();
    const before = await this.openTasks();
    const { body } = await this.visitor.open('/tasks');
    for (const task of await this.openTasks()) {
      if (!body.includes(`/tasks/${task.id}/close`)) {
        // The worker may have opened it while the page was made: then it is there the next time.
        if (before.every(({ id }) => id !== task.id)) continue;
        throw new Error(`the task ${task.kind} is not among the tasks`);
      }
      // Now and then something is left for later.
      if (this.chance.happens(0.15)) continue;
      await this.settle(task);
    }
    if (!this.as.includes('manager')) return;
    await this.retryJobs();
    for (const review of await this.leftSeconds()) await this.second(review, this.chance);
  }

  private openTasks(): Promise<OpenTask[]> {
    return this.world.query<OpenTask>(
      `select id, kind, subject, order_id as "orderId", opened_at as "openedAt" from staff_tasks
       where closed_at is null order by due_at, opened_at, id`,
    );
  }

  private async settle({ id, kind, subject, orderId, openedAt }: OpenTask): Promise<void> {
    const reason = 'As we agreed with the customer.';
    switch (kind) {
      case 'cancellation_notice':
        if (orderId) await this.act(orderId, 'cancel', { reason });
        break;
      case 'early_fraud_warning':
        if (orderId) await this.act(orderId, 'blockers/end', { kind: 'fraud_warning', reason });
        break;
      case 'refund_to_confirm':
        if (orderId && this.as.includes('manager'))
          await this.act(orderId, `refunds/${subject}`, { answer: 'confirm' });
        return;
      case 'complaint':
        if (orderId) await this.act(orderId, 'refund', { amount: '10', reason });
        break;
      case 'payment_second':
      case 'payment_after_end':
        await this.refundAtStripe(subject);
        break;
      case 'correction_asked':
        if (orderId)
          await this.act(orderId, 'correction/redraft', {
            name: '',
            answer: 'The meetings are as you say.',
            reason,
          });
        return;
      case 'refund_failed':
      case 'refund_refused':
        if (orderId) await this.payOtherwise(orderId);
        break;
      case 'dispute_opened':
        // The bank decides; the task stays until then.
        if (this.world.now - openedAt.getTime() < 6 * DAY) return;
        break;
      // These go on by themselves, or by what is done about the email, the review or the job.
      case 'promise_at_risk':
      case 'promise_late':
      case 'work_not_started':
      case 'blueprint_not_rendered':
      case 'delivery_unknown':
      case 'delivery_failed':
      case 'delivery_bounced':
      case 'schedule_failing':
      case 'schedule_silent':
      case 'second_nobody':
        return;
    }
    await this.visitor.open('/tasks');
    await this.does(`/tasks/${id}/close`, { resolution: reason });
  }

  private async act(orderId: string, act: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await this.visitor.open(`/orders/${orderId}`);
    await this.does(`/orders/${orderId}/${act}`, fields);
  }

  /** Somebody who asks the mail server knows whether an email went. */
  private async settleEmails(): Promise<void> {
    const waiting = await this.world.query<{ id: string; orderId: string; messageId: string }>(
      `select id, order_id as "orderId", message_id as "messageId" from deliveries where state in ('unknown', 'failed', 'bounced') order by created_at, id`,
    );
    for (const { id, orderId, messageId } of waiting) {
      await this.visitor.open('/deliveries');
      const went = this.world.emails.some(({ mail }) => mail.messageId?.includes(messageId));
      if (!went) this.world.again.set(orderId, (this.world.again.get(orderId) ?? 0) + 1);
      await this.does(`/deliveries/${id}/settle`, { decision: went ? 'was_sent' : 'send_again' });
    }
  }

  private async refundAtStripe(subject: string): Promise<void> {
    const session = await this.world.stripeApi.checkout.sessions.retrieve(subject).catch(() => undefined);
    const paid = session?.payment_intent ?? subject;
    const intent = typeof paid === 'string' ? paid : paid.id;
    await this.world.stripeApi.refunds
      .create({ payment_intent: intent })
      .catch((error: unknown) => this.world.note(`the dashboard refuses: ${String(error).slice(0, 120)}`));
  }

  private async payOtherwise(orderId: string): Promise<void> {
    const [row] = await this.world.query<{ pence: number }>(
      `select coalesce(sum(amount_pence), 0)::int as pence from refunds where order_id = $1 and status = 'failed'`,
      [orderId],
    );
    if (!row || row.pence === 0) return;
    this.world.paidOtherwise.add(row.pence);
    await this.act(orderId, 'paid-otherwise', {
      amount: (row.pence / 100).toFixed(2),
      reason: 'By bank transfer.',
    });
  }

  /** Drafts that wait for a second person and that no approver has read since: a manager sees to them. */
  private async leftSeconds(): Promise<string[]> {
    const rows = await this.world.query<{ id: string }>(
      `select id from reviews where state = 'second' and first_approved_at < $1 order by first_approved_at, id`,
      [new Date(this.world.now - LEFT)],
    );
    return rows.map(({ id }) => id);
  }

  /** What failed for good is tried again. */
  private async retryJobs(): Promise<void> {
    const failed = await this.world.query<{ id: string }>(
      'select id::text from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null order by id',
    );
    for (const { id } of failed) {
      await this.visitor.open('/jobs');
      await this.does(`/jobs/${id}/retry`);
    }
  }
}
