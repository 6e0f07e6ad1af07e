import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { type BoundJob, defineJob, handle } from '@app/jobs';
import { CLOCK, type Clock, hashSecret, newId, newSecret } from '@app/kernel';
import { EmailRenderer, Mailer } from '@app/mail';
import { changeInvitation, openInvitation } from './invitation.store.js';

export class SendInvitationPayload {
  @IsUUID()
  invitationId: string;
}

/** Enqueued in the transaction of an invitation. */
export const sendInvitation = defineJob({
  name: 'staff.send-invitation',
  payload: SendInvitationPayload,
  maxAttempts: 8,
});

@Injectable()
export class StaffJobs {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    private readonly emails: EmailRenderer,
    private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  boundJobs(): BoundJob[] {
    return [handle(sendInvitation, ({ invitationId }) => this.send(invitationId))];
  }

  /**
   * Makes the link and sends it. The link is nowhere but in the email, so each attempt makes another, and the last one counts: an email
   * whose fate is unknown may safely be sent again.
   */
  private async send(invitationId: string): Promise<void> {
    const { manager } = this.source;
    const invitation = await openInvitation(manager, invitationId);
    const now = this.clock.now();
    if (!invitation || invitation.sentAt || invitation.expiresAt <= now) return;
    const token = newSecret();
    if (!(await changeInvitation(manager, invitation.id, { tokenHash: hashSecret(token) }))) return;
    const email = await this.emails.render('staff-invitation', {
      name: invitation.name,
      anew: invitation.staffId !== null,
      invitation_url: `${this.environment.DESK_URL.replace(/\/$/, '')}/invitation/${token}`,
      expires_at: invitation.expiresAt,
    });
    const outcome = await this.mailer.send(
      { ...email, to: invitation.email, messageId: `${newId()}@staff`, attachments: [], date: now },
      { beforeData: () => Promise.resolve() },
    );
    if (outcome.kind !== 'accepted')
      throw new Error(
        `The mail server did not take the invitation: ${'response' in outcome ? outcome.response : outcome.reason}`,
      );
    await changeInvitation(manager, invitation.id, { sentAt: now });
  }
}
