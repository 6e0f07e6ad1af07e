import { Module } from '@nestjs/common';
import { Environment } from '@app/config';
import { BounceMailbox } from './bounces/bounce-mailbox.js';
import { Maildir, NoMailbox } from './bounces/maildir.js';
import { EmailRenderer } from './email-renderer.js';
import { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

@Module({
  providers: [
    EmailRenderer,
    { provide: Mailer, useClass: SmtpMailer },
    {
      provide: BounceMailbox,
      inject: [Environment],
      useFactory: ({ BOUNCE_MAILDIR }: Environment) =>
        BOUNCE_MAILDIR === undefined ? new NoMailbox() : new Maildir(BOUNCE_MAILDIR),
    },
  ],
  exports: [BounceMailbox, EmailRenderer, Mailer],
})
export class MailModule {}
