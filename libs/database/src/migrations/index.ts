import { Assessments1795500000001 } from './0001-assessments.js';
import { Orders1795500000002 } from './0002-orders.js';
import { Payments1795500000003 } from './0003-payments.js';
import { Blueprints1795500000004 } from './0004-blueprints.js';
import { Review1795500000005 } from './0005-review.js';
import { Deliveries1795500000006 } from './0006-deliveries.js';
import { Keeping1795500000007 } from './0007-keeping.js';
import { RateLimits1795500000008 } from './0008-rate-limits.js';
import { ScheduleHeartbeats1795500000009 } from './0009-schedule-heartbeats.js';
import { ForeignKeyIndexes1795500000010 } from './0010-foreign-key-indexes.js';
import { OrderBlockers1795500000011 } from './0011-order-blockers.js';
import { ActsOfStaff1795500000012 } from './0012-acts-of-staff.js';
import { KeptEvents1795500000014 } from './0014-kept-events.js';
import { Choices1795500000020 } from './0020-choices.js';
import { MoneyOperations1795500000021 } from './0021-money-operations.js';
import { Papers1795500000030 } from './0030-papers.js';
import { Calendars1795500000026 } from './0026-calendars.js';
import { KeptPromises1795500000025 } from './0025-kept-promises.js';
import { Rechecks1795500000027 } from './0027-rechecks.js';
import { StaffAccounts1795500000045 } from './0045-staff-accounts.js';
import { KeyedAudit1795500000046 } from './0046-keyed-audit.js';
import { SecondApproval1795500000047 } from './0047-second-approval.js';
import { ReviewTicks1795500000048 } from './0048-review-ticks.js';
import { RecentDrafts1795500000070 } from './0070-recent-drafts.js';
import { EditedDrafts1795500000071 } from './0071-edited-drafts.js';
import { SignedNotes1795500000072 } from './0072-signed-notes.js';
import { Corrections1795500000060 } from './0060-corrections.js';
import { PaidOtherwise1795500000061 } from './0061-paid-otherwise.js';
import { ApprovedBytes1795500000080 } from './0080-approved-bytes.js';
import { MoneyFits1795500000081 } from './0081-money-fits.js';
import { RecordsStay1795500000082 } from './0082-records-stay.js';
import { Advice1795500000090 } from './0090-advice.js';
import { BounceReports1795500000100 } from './0100-bounce-reports.js';
import { CorrectionsAtRisk1795500000101 } from './0101-corrections-at-risk.js';
import { EvidenceChecks1795500000105 } from './0105-evidence-checks.js';
import { StaffNotices1795500000106 } from './0106-staff-notices.js';
import { ChosenPaths1795500000110 } from './0110-chosen-paths.js';
import { QueueByHand1795500000120 } from './0120-queue-by-hand.js';
import { ScaleIndexes1795500000121 } from './0121-scale-indexes.js';
import { ScoreDiary1795500000130 } from './0130-score-diary.js';
import { ReadSentences1795500000140 } from './0140-read-sentences.js';
import { OnTimeDays1795500000141 } from './0141-on-time-days.js';
import { PictureLinks1795500000180 } from './0180-picture-links.js';
import { ReadTogether1795500000200 } from './0200-read-together.js';
import { SweepIndexes1795500000230 } from './0230-sweep-indexes.js';
import { KeptForOrder1795500000231 } from './0231-kept-for-order.js';
import { ReviewFigures1795500000240 } from './0240-review-figures.js';
import { OneIndexOfOpen1795500000241 } from './0241-one-index-of-open.js';
import { EndsAsAsked1795500000245 } from './0245-ends-as-asked.js';
import { LeftAsTried1795500000250 } from './0250-left-as-tried.js';
import { FilesOutside1795500000260 } from './0260-files-outside.js';

/** The one chain, oldest first. Add to the end; never edit one that has been released. */
export const migrations = [
  Assessments1795500000001,
  Orders1795500000002,
  Payments1795500000003,
  Blueprints1795500000004,
  Review1795500000005,
  Deliveries1795500000006,
  Keeping1795500000007,
  RateLimits1795500000008,
  ScheduleHeartbeats1795500000009,
  ForeignKeyIndexes1795500000010,
  OrderBlockers1795500000011,
  ActsOfStaff1795500000012,
  KeptEvents1795500000014,
  Choices1795500000020,
  MoneyOperations1795500000021,
  Papers1795500000030,
  KeptPromises1795500000025,
  Calendars1795500000026,
  Rechecks1795500000027,
  StaffAccounts1795500000045,
  KeyedAudit1795500000046,
  SecondApproval1795500000047,
  ReviewTicks1795500000048,
  RecentDrafts1795500000070,
  EditedDrafts1795500000071,
  SignedNotes1795500000072,
  Corrections1795500000060,
  PaidOtherwise1795500000061,
  ApprovedBytes1795500000080,
  MoneyFits1795500000081,
  RecordsStay1795500000082,
  Advice1795500000090,
  BounceReports1795500000100,
  CorrectionsAtRisk1795500000101,
  EvidenceChecks1795500000105,
  StaffNotices1795500000106,
  ChosenPaths1795500000110,
  QueueByHand1795500000120,
  ScaleIndexes1795500000121,
  ScoreDiary1795500000130,
  ReadSentences1795500000140,
  OnTimeDays1795500000141,
  PictureLinks1795500000180,
  ReadTogether1795500000200,
  SweepIndexes1795500000230,
  KeptForOrder1795500000231,
  ReviewFigures1795500000240,
  OneIndexOfOpen1795500000241,
  EndsAsAsked1795500000245,
  LeftAsTried1795500000250,
  FilesOutside1795500000260,
];
