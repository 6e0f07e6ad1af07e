export { Delivery, type DeliveryKind, type DeliveryState } from './delivery.entity.js';
export { deliveryEntities, DeliveryModule } from './delivery.module.js';
export { DeliveryJobs, sweepDeliveries } from './delivery.jobs.js';
export { DeliveryOutbox, type OwedEmail } from './delivery-outbox.js';
export { DeliveryService } from './delivery.service.js';
export { Download, DownloadLink } from './download.entity.js';
export { MessageReceipts, type MessageSort } from './message-receipts.js';
export { type ResumeEmailState, ResumeEmails } from './resume-emails.js';
export { SignedLinks } from './signed-links.js';
