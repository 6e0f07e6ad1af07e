import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SavedAssessments } from '@app/assessment';
import { lockUntilCommit } from '@app/database';
import { CLOCK, type Clock, DomainError, plusDays } from '@app/kernel';
import { deliveriesOf, lastLink, linksSince, type RecentLink } from './delivery.store.js';
import type { DeliveryState } from './delivery-machine.js';
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
   * Keeps the address with the assessment and queues the email, in one transaction.
   * @throws DomainError `assessment_not_found`, `assessment_incomplete`, `resume_email_limit` when it was asked for too often today.
   */
  async send(code: string, email: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const assessment = await this.saved.keepAddress(manager, code, email);
      // Two browsers asking for one address at once are counted one after the other.
      await lockUntilCommit(manager, 'resumeEmail', email.toLowerCase());
      const recent = await linksSince(manager, plusDays(this.clock.now(), -1), {
        assessmentId: assessment.id,
        recipient: email,
      });
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
      const sent = await deliveriesOf(manager, { assessmentId: assessment.id });
      await this.outbox.enqueueEmail(manager, {
        kind: 'resume',
        subjectKey: `resume:${assessment.id}:${sent.length + 1}`,
        orderId: null,
        assessmentId: assessment.id,
        recipient: email,
        sendAfter: this.clock.now(),
      });
    });
  }

  /** The last link asked for, or null. */
  async last(assessmentId: string): Promise<ResumeEmailState | null> {
    const last = await lastLink(this.source.manager, assessmentId);
    return last && { recipient: last.recipient, state: last.state, askedAt: last.createdAt };
  }
}

const isOnItsWay = ({ state }: RecentLink): boolean =>
  ['queued', 'sending', 'accepted', 'unknown'].includes(state);
