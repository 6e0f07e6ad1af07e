import { Inject, Injectable } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { defineJob, enqueue } from '@app/jobs';
import { CLOCK, type Clock, newId } from '@app/kernel';
import type { DeliveryKind } from './delivery.entity.js';
import { insertDelivery } from './delivery.store.js';
import { deliveryMachine } from './delivery-machine.js';

export class DeliveryPayload {
  @IsUUID()
  deliveryId: string;
}

/** Twelve attempts back off over about eight hours (graphile-worker: e^attempt seconds, capped), then staff see it. */
export const attemptDelivery = defineJob({
  name: 'delivery.attempt',
  payload: DeliveryPayload,
  maxAttempts: 12,
});

/** The key of the job that sends a delivery: one waits at a time. */
export const deliveryKey = (id: string): string => `delivery:${id}`;

/** An email that is to be sent. */
export interface QueuedEmail {
  readonly kind: DeliveryKind;
  /** Names the reason for this email, for example `confirmation:<order id>`; the same reason never sends twice. */
  readonly subjectKey: string;
  readonly orderId: string | null;
  /** The saved assessment it is about; the email goes when that goes. */
  readonly assessmentId?: string;
  readonly recipient: string;
  readonly sendAfter: Date;
  readonly data?: Record<string, unknown>;
  /** @see Delivery.againOf */
  readonly approved?: { readonly blueprintId: string; readonly sha256: string; readonly againOf?: string };
}

/** Queues emails, each in the transaction of its reason. */
@Injectable()
export class DeliveryOutbox {
  constructor(
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns false when the same email was queued before; nothing is changed then. */
  async enqueueEmail(manager: EntityManager, email: QueuedEmail): Promise<boolean> {
    const id = newId();
    const isNew = await insertDelivery(manager, {
      id,
      orderId: email.orderId,
      assessmentId: email.assessmentId ?? null,
      kind: email.kind,
      subjectKey: email.subjectKey,
      blueprintId: email.approved?.blueprintId ?? null,
      approvedSha256: email.approved?.sha256 ?? null,
      againOf: email.approved?.againOf ?? null,
      recipient: email.recipient,
      messageId: `${id}@${new URL(this.environment.SITE_URL).hostname}`,
      state: deliveryMachine.first,
      data: email.data ?? {},
      sendAfter: email.sendAfter,
      createdAt: this.clock.now(),
      acceptedAt: null,
      smtpResponse: null,
    });
    if (!isNew) return false;
    await enqueue(
      manager,
      attemptDelivery,
      { deliveryId: id },
      { runAt: email.sendAfter, key: deliveryKey(id) },
    );
    return true;
  }
}
