import type { INestApplicationContext } from '@nestjs/common';
import { AuditJobs } from '@app/audit';
import { BlueprintJobs } from '@app/blueprint';
import { CalendarJobs } from '@app/calendar';
import { DeliveryJobs } from '@app/delivery';
import { FigureCount } from '@app/desk-reading';
import type { BoundJob } from '@app/jobs';
import { OrderJobs } from '@app/orders';
import { PaymentJobs } from '@app/payments';
import { PersonalDataJobs } from '@app/personal-data';
import { ReviewJobs } from '@app/review';
import { StuckJobs } from '@app/stuck';
import { StaffJobs } from '@app/staff';

/** The one place where job names meet handlers. */
export const boundJobs = (app: INestApplicationContext): BoundJob[] =>
  [
    CalendarJobs,
    OrderJobs,
    PaymentJobs,
    BlueprintJobs,
    ReviewJobs,
    FigureCount,
    DeliveryJobs,
    PersonalDataJobs,
    StaffJobs,
    StuckJobs,
    AuditJobs,
  ].flatMap((jobs) => app.get<{ boundJobs(): BoundJob[] }>(jobs).boundJobs());
