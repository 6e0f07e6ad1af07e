import { Inject, Injectable } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { defineJob, enqueue } from '@app/jobs';
import { CLOCK, type Clock, newId } from '@app/kernel';
import { Delivery, type DeliveryKind } from './delivery.entity.js';

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

export interface OwedEmail {
  readonly kind: DeliveryKind;
  /** Names the reason for this email, for example `confirmation:<order id>`; the same reason never sends twice. */
  readonly subjectKey: string;
  readonly orderId: string | null;
  /** The saved assessment it is about; the email goes when that goes. */
  readonly assessmentId?: string;
  readonly recipient: string;
  readonly sendAfter: Date;
  readonly data?: Record<string, unknown>;
  readonly approved?: { readonly blueprintId: string; readonly sha256: string };
}

/** Writes down an email that is owed, in the transaction of its reason. */
@Injectable()
export class DeliveryOutbox {
  constructor(
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns false when the same email was already owed; nothing is changed then. */
  async owe(manager: EntityManager, email: OwedEmail): Promise<boolean> {
    const id = newId();
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(Delivery)
      .values({
        id,
        orderId: email.orderId,
        assessmentId: email.assessmentId ?? null,
        kind: email.kind,
        subjectKey: email.subjectKey,
        blueprintId: email.approved?.blueprintId ?? null,
        approvedSha256: email.approved?.sha256 ?? null,
        recipient: email.recipient,
        messageId: `${id}@${new URL(this.environment.SITE_URL).hostname}`,
        state: 'queued',
        data: (email.data ?? {}) as object,
        sendAfter: email.sendAfter,
        createdAt: this.clock.now(),
        acceptedAt: null,
        smtpResponse: null,
      })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return false;
    await enqueue(
      manager,
      attemptDelivery,
      { deliveryId: id },
      { runAt: email.sendAfter, key: `delivery:${id}` },
    );
    return true;
  }
}
