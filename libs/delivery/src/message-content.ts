import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { summaryToSend } from '@app/blueprint';
import { DomainError } from '@app/kernel';
import { type Attachment, EmailRenderer, type RenderedEmail } from '@app/mail';
import { Corrections, type Order, OrdersService } from '@app/orders';
import { ApprovedFiles } from './approved-files.js';
import { AttachedPapers } from './attached-papers.js';
import { AssessmentMessages } from './assessment-messages.js';
import type { Delivery } from './delivery.entity.js';
import { MessageReceipts } from './message-receipts.js';
import { OrderMessages } from './order-messages.js';
import { SignedLinks } from './signed-links.js';

/** Mail servers commonly refuse messages over 10 MB; above this the link alone is sent. */
const LARGEST_ATTACHMENT = 5 * 1024 * 1024;

export interface MessageContent extends RenderedEmail {
  readonly attachments: readonly Attachment[];
}

/** What a delivery says, made anew for each attempt from what is stored. */
@Injectable()
export class MessageContents {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly emails: EmailRenderer,
    private readonly orders: OrdersService,
    private readonly approved: ApprovedFiles,
    private readonly links: SignedLinks,
    private readonly aboutAssessment: AssessmentMessages,
    private readonly aboutOrder: OrderMessages,
    private readonly received: MessageReceipts,
    private readonly papers: AttachedPapers,
    private readonly corrections: Corrections,
  ) {}

  /**
   * @param writtenAt the moment of this attempt; a confirmation names the promise as of then, and a blueprint until when it can be corrected.
   * @returns null when the email is not to be sent any more.
   */
  async of(delivery: Delivery, writtenAt: Date): Promise<MessageContent | null> {
    switch (delivery.kind) {
      case 'confirmation': {
        const order = await this.orderOf(delivery);
        const attachments = await this.papers.of(delivery, order);
        return { ...(await this.aboutOrder.confirmation(order, writtenAt)), attachments };
      }
      case 'blueprint':
        return await this.blueprint(await this.orderOf(delivery), delivery, writtenAt);
      case 'resume':
        return plain(await this.aboutAssessment.of(delivery));
      case 'notice':
        return delivery.orderId === null
          ? plain((await this.received.of(delivery)) ?? (await this.aboutAssessment.of(delivery)))
          : await this.notice(delivery);
    }
  }

  private async notice(delivery: Delivery): Promise<MessageContent | null> {
    const order = await this.orderOf(delivery);
    const email = await this.aboutOrder.notice(order, delivery);
    return email && { ...email, attachments: await this.papers.of(delivery, order) };
  }

  private async blueprint(order: Order, delivery: Delivery, writtenAt: Date): Promise<MessageContent> {
    const { blueprintId, pdf, calendarFile, snapshot, correctionId } = await this.approved.of(delivery);
    const correction = correctionId === null ? null : await this.corrections.byId(correctionId);
    const { url, expiresAt } = await this.source.transaction((manager) =>
      this.links.issue(manager, order.id, blueprintId),
    );
    const attached = pdf.byteLength <= LARGEST_ATTACHMENT;
    const email = await this.emails.render('blueprint', {
      ...this.aboutOrder.common(order),
      summary: summaryToSend(snapshot),
      corrected: correction !== null,
      correction_answer: correction?.answer ?? '',
      correctable_until: this.corrections.possibleUntil({ deliveredAt: order.deliveredAt ?? writtenAt }),
      download_url: url,
      link_expires_at: expiresAt,
      attached,
    });
    const name = `career-pivot-blueprint-${order.reference}`;
    const attachments: Attachment[] = attached
      ? [
          { filename: `${name}.pdf`, contentType: 'application/pdf', content: pdf },
          {
            filename: `${name}-90-days.ics`,
            contentType: 'text/calendar; charset=utf-8',
            content: calendarFile,
          },
        ]
      : [];
    return { ...email, attachments };
  }

  private async orderOf(delivery: Delivery): Promise<Order> {
    const order = delivery.orderId === null ? null : await this.orders.byId(delivery.orderId);
    if (!order) throw new DomainError('order_unknown', 'This delivery belongs to no order.');
    return order;
  }
}

function plain(email: RenderedEmail | null): MessageContent | null {
  return email && { ...email, attachments: [] };
}
