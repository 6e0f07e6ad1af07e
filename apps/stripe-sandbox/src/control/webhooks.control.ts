import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxStore } from '../store/sandbox-store.js';
import type { Delivery } from '../store/delivery.js';
import { WebhookSender } from '../webhooks/webhook-sender.js';
import { type Switches, WebhookSwitches } from '../webhooks/webhook-switches.js';
import { noSuch } from '../wire/stripe-error.js';
import { ResendBody, WebhooksBody } from './control-bodies.js';
import { readBody } from './read-body.js';

/** How cruel the webhooks are, what was sent, and sending it again. */
@Controller('_sandbox')
export class WebhooksControl {
  constructor(
    private readonly store: SandboxStore,
    private readonly switches: WebhookSwitches,
    private readonly sender: WebhookSender,
  ) {}

  @Get('webhooks')
  show(): Readonly<Switches> {
    return this.switches.get();
  }

  @Post('webhooks')
  @HttpCode(200)
  change(@Body() body: unknown): Readonly<Switches> {
    const { duplicate, ...rest } = readBody(WebhooksBody, body);
    const named = Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    ) as Partial<Switches>;
    const copies = typeof duplicate === 'boolean' ? (duplicate ? 2 : 1) : duplicate;
    return this.switches.set({ ...named, ...(copies !== undefined && { duplicate: copies }) });
  }

  /** Oldest first. */
  @Get('events')
  events(@Query('type') type: unknown): { data: Stripe.Event[] } {
    return {
      data: this.store.events.oldestFirst().filter((event) => type === undefined || event.type === type),
    };
  }

  @Post('events/:id/resend')
  @HttpCode(200)
  resend(@Param('id') id: string, @Body() body: unknown): { resent: number } {
    const event = this.store.events.get(id);
    if (!event) throw noSuch('event', id, 'id', 404);
    const { times } = readBody(ResendBody, body);
    this.sender.resend(event, times);
    return { resent: times };
  }

  /** Every attempt, oldest first. */
  @Get('deliveries')
  deliveries(@Query('event') event: unknown): { data: Delivery[] } {
    return {
      data: this.store.deliveries
        .oldestFirst()
        .filter((delivery) => event === undefined || delivery.event === event),
    };
  }
}
