import { Injectable } from '@nestjs/common';
import { SavedAssessments } from '@app/assessment';
import { Environment } from '@app/config';
import { EmailRenderer, type RenderedEmail } from '@app/mail';
import type { Delivery } from './delivery.entity.js';

/** Emails about a saved assessment. What they say is read when they are sent: a delivery never holds the code. */
@Injectable()
export class AssessmentMessages {
  constructor(
    private readonly emails: EmailRenderer,
    private readonly saved: SavedAssessments,
    private readonly environment: Environment,
  ) {}

  /** Null when it is not to be sent any more: the assessment was erased, its time is over, or its owner gave another address since. */
  async of(delivery: Delivery): Promise<RenderedEmail | null> {
    const mailing = delivery.assessmentId === null ? null : await this.saved.mailing(delivery.assessmentId);
    if (mailing?.email.toLowerCase() !== delivery.recipient.toLowerCase()) return null;
    return await this.emails.render(delivery.kind === 'resume' ? 'resume' : 'expiry-notice', {
      occupation: mailing.occupationTitle,
      code: mailing.code,
      resume_url: `${this.environment.SITE_URL.replace(/\/$/, '')}/assessment/resume/${mailing.code}`,
      expires_at: mailing.expiresAt,
    });
  }
}
