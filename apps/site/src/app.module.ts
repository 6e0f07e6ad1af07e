import { Module } from '@nestjs/common';
import { CalendarModule } from '@app/calendar';
import { ConfigModule } from '@app/config';
import { DatabaseModule, SILENCE } from '@app/database';
import { AdvicePagesModule } from './advice/advice-pages.module.js';
import { AssessmentPagesModule } from './assessment/assessment-pages.module.js';
import { DownloadPagesModule } from './download/download-pages.module.js';
import { DiscoveryModule } from './discovery/discovery.module.js';
import { YourDataPagesModule } from './your-data/your-data-pages.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { OnTimeModule } from './on-time/on-time.module.js';
import { OrderPagesModule } from './order/order-pages.module.js';
import { PagesModule } from './pages/pages.module.js';
import { RecoveryPagesModule } from './recovery/recovery-pages.module.js';
import { VerifyPagesModule } from './verify/verify-pages.module.js';

/** The public site: reports, assessment, order and download pages. One line for each area. */
@Module({
  imports: [
    ConfigModule,
    DatabaseModule.forRoot({ silence: SILENCE }),
    CalendarModule,
    AdvicePagesModule,
    AssessmentPagesModule,
    DownloadPagesModule,
    DiscoveryModule,
    YourDataPagesModule,
    MessagesModule,
    OnTimeModule,
    OrderPagesModule,
    PagesModule,
    RecoveryPagesModule,
    VerifyPagesModule,
  ],
})
export class AppModule {}
