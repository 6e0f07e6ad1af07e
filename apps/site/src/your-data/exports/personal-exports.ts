import { Inject, Injectable } from '@nestjs/common';
import { Advice, type Assessment, AssessmentQuestions, AssessmentService, ScoreDiary } from '@app/assessment';
import { DeliveryService, SignedLinks } from '@app/delivery';
import { CLOCK, type Clock } from '@app/kernel';
import { Corrections, type Order, OrderBlockers, OrdersService, Rechecks } from '@app/orders';
import { CreditNotes, ReceiptsService, RefundDecisions, RefundsService } from '@app/payments';
import { orderRecordEnds } from '@app/personal-data';
import { ReviewFolder } from '@app/desk-reading';
import { assessmentExport } from './assessment-export.js';
import { orderExport } from './order-export.js';

/** Gathers what we hold about a person for the file they asked for. */
@Injectable()
export class PersonalExports {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly assessments: AssessmentService,
    private readonly asking: AssessmentQuestions,
    private readonly advice: Advice,
    private readonly diary: ScoreDiary,
    private readonly deliveries: DeliveryService,
    private readonly links: SignedLinks,
    private readonly orders: OrdersService,
    private readonly receipts: ReceiptsService,
    private readonly refunds: RefundsService,
    private readonly creditNotes: CreditNotes,
    private readonly decisions: RefundDecisions,
    private readonly blockers: OrderBlockers,
    private readonly folder: ReviewFolder,
    private readonly rechecks: Rechecks,
    private readonly corrections: Corrections,
  ) {}

  async assessment(assessment: Assessment): Promise<object> {
    return assessmentExport({
      assessment,
      told: this.asking.told(assessment.answers),
      advice: await this.advice.given(assessment.id),
      diary: await this.diary.before(assessment.id),
      deliveries: await this.deliveries.forAssessment(assessment.id),
      madeAt: this.clock.now(),
    });
  }

  async order(order: Order): Promise<object> {
    const [
      assessment,
      consents,
      { events, versions },
      receipt,
      refunds,
      creditNotes,
      decisions,
      blockers,
      deliveries,
      downloads,
      recheck,
      corrections,
    ] = await Promise.all([
      this.assessments.byId(order.assessmentId),
      this.orders.consentsGiven(order.id),
      this.folder.order(order.id),
      this.receipts.forOrder(order.id),
      this.refunds.forOrder(order.id),
      this.creditNotes.forOrder(order.id),
      this.decisions.of(order.id),
      this.blockers.of(order.id),
      this.deliveries.forOrder(order.id),
      this.links.downloads(order.id),
      this.rechecks.of(order.id),
      this.corrections.of(order.id),
    ]);
    return orderExport({
      order,
      assessment,
      told: assessment ? this.asking.told(assessment.answers) : [],
      consents,
      events,
      versions,
      receipt,
      refunds,
      creditNotes,
      decisions,
      blockers,
      deliveries,
      downloads,
      recheck,
      corrections,
      keptUntil: orderRecordEnds(order),
      madeAt: this.clock.now(),
    });
  }
}
