import { Module } from '@nestjs/common';
import { Environment } from '@app/config';
import { BounceMailbox, NoMailbox } from './bounces/bounce-mailbox.js';
import { ImapMailbox } from './bounces/imap-mailbox.js';
import { Maildir } from './bounces/maildir.js';
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
      useFactory: ({ BOUNCE_MAILDIR, BOUNCE_IMAP_URL, BOUNCE_IMAP_TLS }: Environment) => {
        if (BOUNCE_MAILDIR !== undefined) return new Maildir(BOUNCE_MAILDIR);
        if (BOUNCE_IMAP_URL === undefined) return new NoMailbox();
        return new ImapMailbox({ BOUNCE_IMAP_URL, BOUNCE_IMAP_TLS });
      },
    },
  ],
  exports: [BounceMailbox, EmailRenderer, Mailer],
})
export class MailModule {}
