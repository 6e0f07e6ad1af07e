import { refreshCalendar } from '@app/calendar';
import { anchorAudit, tellAdmins } from '@app/audit';
import type { Schedule } from '@app/jobs';
import { countOnTime, remindRechecks, watchPromises } from '@app/orders';
import { reconcilePayments } from '@app/payments';
import { eraseOutOfTime } from '@app/personal-data';
import { countReviewFigures, releaseStaleClaims } from '@app/review';
import { tellStaff } from '@app/stuck';
import { moveDeliveredFiles, readBounces, sweepDeliveries } from '@app/delivery';

/** Work that repeats, in UTC. Each finds what fell between and is harmless when there is nothing. */
export const schedules: readonly Schedule[] = [
  { pattern: '*/10 * * * *', job: reconcilePayments },
  { pattern: '*/5 * * * *', job: releaseStaleClaims },
  { pattern: '*/5 * * * *', job: countReviewFigures },
  { pattern: '*/5 * * * *', job: sweepDeliveries },
  { pattern: '*/5 * * * *', job: watchPromises },
  { pattern: '20 5 * * *', job: refreshCalendar },
  { pattern: '15 1 * * *', job: countOnTime },
  { pattern: '10 9 * * *', job: remindRechecks },
  { pattern: '*/5 * * * *', job: readBounces },
  // Early enough for a quiet database, late enough for the warnings it sends.
  { pattern: '40 7 * * *', job: eraseOutOfTime },
  { pattern: '25 * * * *', job: moveDeliveredFiles },
  { pattern: '5 * * * *', job: anchorAudit },
  { pattern: '30 6 * * *', job: tellAdmins },
  { pattern: '*/15 * * * *', job: tellStaff },
];
