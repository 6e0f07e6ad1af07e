import { DataSource } from 'typeorm';
import { type Answers, AssessmentService } from '@app/assessment';
import { newSecret, pence } from '@app/kernel';
import { OrdersService } from '@app/orders';
import type { TestDesk } from './test-desk.builder.js';

/** A paid order whose clock has started, through the real services. For tests only. @param answers beside the job */
export async function paidOrder(
  { app, clock }: Pick<TestDesk, 'app' | 'clock'>,
  customerName: string,
  answers: Answers = {},
): Promise<{ orderId: string; reference: string }> {
  const assessments = app.get(AssessmentService);
  const { code, assessment } = await assessments.start(answers);
  await assessments.saveScreen(code, 'job', { occupationSlug: 'machine-learning-engineer' }, 0);
  await assessments.complete(code);
  const orders = app.get(OrdersService);
  const { order } = await orders.place({
    formToken: newSecret(),
    assessmentId: assessment.id,
    occupationTitle: 'Machine learning engineer',
    answersCompleteAt: clock.now(),
    customerName,
    customerEmail: 'zoe@example.org',
    startChoice: 'start_now',
    consents: ['start_in_cancellation_period', 'right_ends_on_delivery'],
    ipAddress: '192.0.2.9',
  });
  await app.get(DataSource).transaction(async (manager) => {
    await orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: clock.now() });
    await orders.confirmationAccepted(manager, order.id, clock.now());
  });
  return { orderId: order.id, reference: order.reference };
}
