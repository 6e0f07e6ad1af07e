export { EmailRenderer, type RenderedEmail } from './email-renderer.js';
export { MailModule } from './mail.module.js';
export { type Attachment, Mailer, type OutgoingMessage, type SendHooks, type SendOutcome } from './mailer.js';
export { BounceMailbox, type WaitingMessage } from './bounces/bounce-mailbox.js';
export { type Bounce, readBounce } from './bounces/read-bounce.js';
