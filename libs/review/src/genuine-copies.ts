import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BlueprintService } from '@app/blueprint';
import { hashSecret, newId, type Sha256 } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { approvedReviews } from './review.store.js';

export interface Genuine {
  readonly genuine: true;
  readonly draftedAt: Date;
  readonly reviewedAt: Date;
  readonly fingerprint: Sha256;
  /** A corrected version was approved since. */
  readonly newer: boolean;
}

export interface NotGenuine {
  readonly genuine: false;
}

/** Whether a copy in somebody's hands is of a file that a reviewer approved. */
@Injectable()
export class GenuineCopies {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly orders: OrdersService,
    private readonly blueprints: BlueprintService,
  ) {}

  /**
   * Whether a reference and a check code belong to one file that a reviewer approved, and if so when, its fingerprint, and whether a newer
   * version has taken its place. Says nothing of the person; still answers after the person had the file erased.
   */
  async isGenuine(reference: string, checkCode: string): Promise<Genuine | NotGenuine> {
    const order = await this.orders.byReference(plainCode(reference));
    // For an unknown reference the same is asked of no order, so that the work does not tell whether it is unknown or the code is wrong.
    const orderId = order?.id ?? newId();
    const versions = await this.blueprints.versions(orderId);
    const approvals = await approvedReviews(this.source.manager, orderId);
    const given = hashSecret(plainCode(checkCode));
    const found = versions.find((version) => timingSafeEqual(hashSecret(version.checkCode), given));
    const approval = approvals.find(({ blueprintId }) => blueprintId === found?.id);
    return found?.pdfSha256 && approval?.decidedAt
      ? {
          genuine: true,
          draftedAt: found.draftedAt,
          reviewedAt: approval.decidedAt,
          fingerprint: found.pdfSha256 as Sha256,
          newer: versions.some(
            ({ id, version }) =>
              version > found.version && approvals.some(({ blueprintId }) => blueprintId === id),
          ),
        }
      : { genuine: false };
  }
}

/** As printed, however it was typed: capitals, with hyphens between the groups of four. */
function plainCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const prefix = /^PW(?=.{8}$)/.exec(letters)?.[0] ?? '';
  return [prefix, ...(letters.slice(prefix.length).match(/.{1,4}/g) ?? [])].filter(Boolean).join('-');
}
