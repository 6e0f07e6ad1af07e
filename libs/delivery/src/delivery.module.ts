import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BlueprintModule } from '@app/blueprint';
import { MailModule } from '@app/mail';
import { OrdersModule } from '@app/orders';
import { Delivery } from './delivery.entity.js';
import { DeliveryAttempt } from './delivery-attempt.entity.js';
import { DeliveryAttempts } from './delivery-attempts.js';
import { DeliveryJobs } from './delivery.jobs.js';
import { DeliveryOutbox } from './delivery-outbox.js';
import { DeliveryOutcomes } from './delivery-outcomes.js';
import { DeliveryService } from './delivery.service.js';
import { Download, DownloadLink } from './download.entity.js';
import { MessageContents } from './message-content.js';
import { SignedLinks } from './signed-links.js';

export const deliveryEntities = [Delivery, DeliveryAttempt, DownloadLink, Download];

@Module({
  imports: [TypeOrmModule.forFeature(deliveryEntities), OrdersModule, BlueprintModule, MailModule],
  providers: [
    DeliveryAttempts,
    DeliveryJobs,
    DeliveryOutbox,
    DeliveryOutcomes,
    DeliveryService,
    MessageContents,
    SignedLinks,
  ],
  exports: [DeliveryJobs, DeliveryOutbox, DeliveryService, SignedLinks],
})
export class DeliveryModule {}
