import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Assessment, SavedAssessments } from '@app/assessment';
import { lockUntilCommit } from '@app/database';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { Delivery, type DeliveryState } from './delivery.entity.js';
import { DeliveryOutbox } from './delivery-outbox.js';

/** A second press of the button inside this time sends nothing new. */
const SAME_REQUEST_MINUTES = 10;
/** In a day, to one address and from one assessment: enough for a person, too little to pester anybody with. */
const MOST_A_DAY = 3;

/** How the last link that was asked for stands. */
export interface ResumeEmailState {
  readonly recipient: string;
  readonly state: DeliveryState;
  readonly askedAt: Date;
}

/** The link to a saved result, sent because its owner asked for it, and for nothing else. */
@Injectable()
export class ResumeEmails {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly saved: SavedAssessments,
    private readonly outbox: DeliveryOutbox,
  ) {}

  /**
   * Keeps the address with the assessment and owes the email, in one transaction.
   * @throws DomainError `assessment_not_found`, `assessment_incomplete`, `resume_email_limit` when it was asked for too often today.
   */
  async send(code: string, email: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const assessment = await this.saved.keepAddress(manager, code, email);
      await turnsAt(manager, email);
      const recent = await this.since(manager, assessment, email);
      const again = new Date(this.clock.now().getTime() - SAME_REQUEST_MINUTES * 60_000);
      if (recent.some((one) => one.own && one.sameAddress && one.createdAt > again && isOnItsWay(one)))
        return;
      if (
        recent.filter(({ sameAddress }) => sameAddress).length >= MOST_A_DAY ||
        recent.filter(({ own }) => own).length >= MOST_A_DAY
      )
        throw new DomainError(
          'resume_email_limit',
          'The link has been sent several times today. Please look in your spam folder, or write the code down.',
        );
      const sent = await manager.countBy(Delivery, { assessmentId: assessment.id });
      await this.outbox.owe(manager, {
        kind: 'resume',
        subjectKey: `resume:${assessment.id}:${sent + 1}`,
        orderId: null,
        assessmentId: assessment.id,
        recipient: email,
        sendAfter: this.clock.now(),
      });
    });
  }

  /** The last link asked for, or null. */
  async last(assessmentId: string): Promise<ResumeEmailState | null> {
    const last = await this.source.manager.findOne(Delivery, {
      where: { assessmentId, kind: 'resume' },
      order: { createdAt: 'DESC' },
    });
    return last && { recipient: last.recipient, state: last.state, askedAt: last.createdAt };
  }

  /** The links of the last day that went to this address or were asked for from this assessment. */
  private async since(manager: EntityManager, { id }: Assessment, email: string): Promise<Recent[]> {
    return await manager.query<Recent[]>(
      `select state, created_at as "createdAt", lower(recipient) = lower($2) as "sameAddress",
         coalesce(assessment_id = $1, false) as own
       from deliveries
       where kind = 'resume' and created_at > $3::timestamptz - interval '1 day'
         and (assessment_id = $1 or lower(recipient) = lower($2))`,
      [id, email, this.clock.now()],
    );
  }
}

interface Recent {
  readonly state: DeliveryState;
  readonly createdAt: Date;
  readonly sameAddress: boolean;
  readonly own: boolean;
}

const isOnItsWay = ({ state }: Recent): boolean =>
  ['queued', 'sending', 'accepted', 'unknown'].includes(state);

/** Two browsers asking for one address at once are counted one after the other; the lock ends with the transaction. */
async function turnsAt(manager: EntityManager, email: string): Promise<void> {
  await lockUntilCommit(manager, 'resumeEmail', email.toLowerCase());
}
