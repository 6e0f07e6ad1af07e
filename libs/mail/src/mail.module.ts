import { Module } from '@nestjs/common';
import { EmailRenderer } from './email-renderer.js';
import { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

@Module({
  providers: [EmailRenderer, { provide: Mailer, useClass: SmtpMailer }],
  exports: [EmailRenderer, Mailer],
})
export class MailModule {}
