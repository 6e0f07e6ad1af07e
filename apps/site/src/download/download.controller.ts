import { Controller, Get, Ip, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApprovedFiles, DeliveryService, type DownloadLink, SignedLinks } from '@app/delivery';
import { DomainError, sha256 } from '@app/kernel';
import { type Arrived, Form, Page, RateLimit } from '@app/http';
import { OrdersService } from '@app/orders';
import { DownloadForm } from './download-form.js';

/**
 * The signed link of the delivery email. Looking at it changes nothing, so that mail scanners may; the file comes by a button.
 */
@Controller('download/:secret')
@RateLimit({ limit: 30, seconds: 60 })
export class DownloadController {
  constructor(
    private readonly links: SignedLinks,
    private readonly approved: ApprovedFiles,
    private readonly orders: OrdersService,
    private readonly deliveries: DeliveryService,
  ) {}

  @Get()
  @Page('site/download/landing')
  async landing(@Param('secret') secret: string): Promise<object> {
    const { link, reference, statusUrl } = await this.linked(secret);
    const file = await this.approved.behind(link);
    return {
      reference,
      status_url: statusUrl,
      expires_at: link.expiresAt,
      kilobytes: Math.ceil(file.pdf.byteLength / 1024),
      fingerprint: sha256(file.pdf),
      accessible: this.approved.copy(file, 'standard') !== null,
    };
  }

  @Post()
  async file(
    @Param('secret') secret: string,
    @Ip() ip: string,
    @Form(DownloadForm) { value }: Arrived<DownloadForm>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { link, reference } = await this.linked(secret);
    const approved = await this.approved.behind(link);
    const { pdf, calendarFile } = approved;
    const wanted = value?.file;
    const size = wanted === 'accessible' ? 'standard' : wanted === 'large-print' ? 'large' : undefined;
    const html = size ? this.approved.copy(approved, size) : null;
    await this.deliveries.collect(link.orderId);
    await this.links.recordDownload(link, ip);
    const name = `career-pivot-blueprint-${reference}`;
    const [type, filename, content] =
      wanted === 'calendar'
        ? ['text/calendar; charset=utf-8', `${name}-90-days.ics`, calendarFile]
        : html !== null
          ? ['text/html; charset=utf-8', `${name}${size === 'large' ? '-large-print' : ''}.html`, html]
          : ['application/pdf', `${name}.pdf`, pdf];
    await reply
      .status(200)
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="${filename}"`)
      .header('cache-control', 'no-store')
      .send(content);
  }

  private async linked(
    secret: string,
  ): Promise<{ link: DownloadLink; reference: string; statusUrl: string }> {
    const link = await this.links.open(secret);
    const order = await this.orders.byId(link.orderId);
    if (!order) throw new DomainError('link_unknown', 'This download link belongs to no order.');
    return { link, reference: order.reference, statusUrl: this.orders.statusUrl(order) };
  }
}
