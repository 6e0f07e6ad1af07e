import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment, projectPath } from '@app/config';
import { CLOCK, type Clock, DomainError, sha256 } from '@app/kernel';
import {
  ActRunner,
  answerDispute,
  makeDisputePack,
  mustBeDone,
  type Order,
  type OrderActor,
  OrdersService,
} from '@app/orders';
import { Papers } from '@app/payments';
import { FontSet, PdfWriter, Typesetter } from '@app/typeset';
import { deliveriesOf } from '../delivery.store.js';
import { SignedLinks } from '../signed-links.js';
import { drawPack } from './draw-pack.js';

/** The evidence about a disputed order as one file, and the end of the task that asks for it. */
@Injectable()
export class DisputePacks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly orders: OrdersService,
    private readonly papers: Papers,
    private readonly links: SignedLinks,
    private readonly acts: ActRunner,
  ) {}

  /**
   * What was agreed, which emails the mail server took, every download, the log, and the receipt. The fingerprint of the file is written into
   * the log and, with who made it, into the audit log.
   * @throws DomainError `order_not_found`, `order_transition_refused` for an order that nobody disputes.
   */
  async make(orderId: string, actor: OrderActor): Promise<{ filename: string; pdf: Buffer }> {
    return await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      if (!order) throw new DomainError('order_not_found', 'There is no such order.');
      const at = this.clock.now();
      const pdf = await this.draw(manager, order, at);
      mustBeDone(await this.acts.run(manager, makeDisputePack, orderId, { sha256: sha256(pdf), at }, actor));
      return { filename: `dispute-pack-${order.reference}.pdf`, pdf };
    });
  }

  /** The bank has been answered with the pack made last: the task of the dispute closes. @throws DomainError as the act says. */
  async answered(orderId: string, reason: string, actor: OrderActor): Promise<void> {
    await this.source.transaction(async (manager) => {
      mustBeDone(
        await this.acts.run(manager, answerDispute, orderId, { reason, at: this.clock.now() }, actor),
      );
    });
  }

  private async draw(manager: EntityManager, order: Order, madeAt: Date): Promise<Buffer> {
    const [consents, emails, events, downloads] = [
      await this.orders.consentsGiven(order.id),
      await deliveriesOf(manager, { orderId: order.id }),
      await this.orders.events(order.id),
      await this.links.downloads(order.id),
    ];
    const fonts = FontSet.load(projectPath('templates', 'blueprint', 'fonts'));
    const writer = new PdfWriter(fonts, new Typesetter(fonts), {
      title: `Evidence about order ${order.reference}`,
      author: this.environment.SELLER_NAME,
      subject: `Order ${order.reference}`,
      siteUrl: this.environment.SITE_URL,
      date: madeAt,
    });
    drawPack(writer, {
      order,
      consents,
      emails: emails.filter(({ state }) => state === 'accepted'),
      events,
      downloads,
      madeAt,
    });
    await this.papers.addReceipt(writer, order);
    return writer.end();
  }
}
