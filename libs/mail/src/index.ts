export { EmailRenderer, type RenderedEmail } from './email-renderer.js';
export { MailModule } from './mail.module.js';
export { type Attachment, Mailer, type OutgoingMessage, type SendHooks, type SendOutcome } from './mailer.js';
export { SmtpMailer } from './smtp-mailer.js';
