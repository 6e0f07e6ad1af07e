import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { takeBytes } from '@app/http';
import { WebhookInbox } from '@app/payments';

/** Where Stripe tells us things. It proves itself by signature, so there is no CSRF token; the work is done later by a job. */
@Injectable()
export class StripeWebhook implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly inbox: WebhookInbox,
  ) {}

  onModuleInit(): void {
    takeBytes(this.host.httpAdapter.getInstance(), '/webhooks/stripe', async (bytes, headers) => {
      const signature = headers['stripe-signature'];
      await this.inbox.receive(bytes, typeof signature === 'string' ? signature : '');
      return { received: true };
    });
  }
}
