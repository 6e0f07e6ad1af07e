import { Module } from '@nestjs/common';
import { BlueprintModule } from '@app/blueprint';
import { CalendarModule } from '@app/calendar';
import { ConfigModule } from '@app/config';
import { DatabaseModule } from '@app/database';
import { DeliveryModule } from '@app/delivery';
import { DeskReadingModule } from '@app/desk-reading';
import { scheduleWatch } from '@app/jobs';
import { EvidenceModule } from '@app/evidence';
import { OrdersModule } from '@app/orders';
import { StaffTasks, TasksModule } from '@app/tasks';
import { PaymentsModule } from '@app/payments';
import { PersonalDataModule } from '@app/personal-data';
import { ReviewModule } from '@app/review';
import { StuckModule } from '@app/stuck';
import { StaffModule } from '@app/staff';

/** Everything that has work to do in the background. */
@Module({
  imports: [
    ConfigModule,
    DatabaseModule.forRoot(),
    CalendarModule,
    OrdersModule,
    TasksModule,
    PaymentsModule,
    BlueprintModule,
    ReviewModule,
    DeskReadingModule,
    DeliveryModule,
    EvidenceModule,
    PersonalDataModule,
    StaffModule,
    StuckModule,
  ],
  providers: [scheduleWatch(StaffTasks)],
})
export class WorkerModule {}
