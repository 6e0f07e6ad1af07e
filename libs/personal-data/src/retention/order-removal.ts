import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AssessmentForgetting } from '@app/assessment';
import { BlueprintForgetting } from '@app/blueprint';
import { DeliveryForgetting } from '@app/delivery';
import { OrderForgetting } from '@app/orders';
import { PaymentForgetting } from '@app/payments';
import { ReviewForgetting } from '@app/review';
import { TaskForgetting } from '@app/tasks';

/** Removes whole orders with every trace of their customers: asks each owner, those first whose rows hang on another's. */
@Injectable()
export class OrderRemoval {
  constructor(
    private readonly deliveries: DeliveryForgetting,
    private readonly reviews: ReviewForgetting,
    private readonly blueprints: BlueprintForgetting,
    private readonly payments: PaymentForgetting,
    private readonly tasks: TaskForgetting,
    private readonly orders: OrderForgetting,
    private readonly assessments: AssessmentForgetting,
  ) {}

  /** In the caller's transaction, which has locked the orders; with them go the emptied answers that nothing points at then. */
  async remove(manager: EntityManager, orderIds: readonly string[]): Promise<void> {
    if (orderIds.length === 0) return;
    for (const owner of [this.deliveries, this.reviews, this.blueprints, this.payments, this.tasks])
      await owner.removeOrders(manager, orderIds);
    const assessmentIds = await this.orders.remove(manager, orderIds);
    const stillOrdered = await this.orders.withOrders(manager, assessmentIds);
    await this.assessments.removeEmptied(
      manager,
      assessmentIds.filter((id) => !stillOrdered.has(id)),
    );
  }
}
