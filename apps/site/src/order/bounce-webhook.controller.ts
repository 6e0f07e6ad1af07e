import { Controller, Headers, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BounceInbox } from '@app/delivery';
import { type Arrived, Form } from '@app/http';
import { DomainError } from '@app/kernel';
import { BounceReportForm } from './bounce-report-form.js';

/** Where a mail provider tells us that an email came back. It proves itself by signature, so there is no CSRF token. `docs/bounces.md` has the form. */
@Controller('webhooks/bounces')
export class BounceWebhookController {
  constructor(private readonly inbox: BounceInbox) {}

  @Post()
  @HttpCode(200)
  async receive(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Form(BounceReportForm) { value, errors }: Arrived<BounceReportForm>,
    @Headers('webhook-id') id = '',
    @Headers('webhook-timestamp') timestamp = '',
    @Headers('webhook-signature') signature = '',
  ): Promise<{ received: true }> {
    // Who cannot sign learns nothing, not even what a report looks like.
    this.inbox.verify(request.rawBody ?? Buffer.alloc(0), { id, timestamp, signature });
    if (errors) throw new DomainError('form_invalid', errors.map(({ message }) => message).join(' '));
    await this.inbox.take(id, value);
    return { received: true };
  }
}
